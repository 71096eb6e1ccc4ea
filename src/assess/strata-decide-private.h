/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Deciding with facts that may be unknown.
 */

#pragma once

#include "assess/strata-decisions.h"
#include "assess/strata-logic-private.h"

G_BEGIN_DECLS

/* Questions behind the decisions, which only checks and facts rest on. A model
 * may leave them out. The severities stand in the order of StrataConcern. */
enum
{
  STRATA_QUESTION_VARIANT_PIPELINE = STRATA_N_DECISIONS,
  STRATA_QUESTION_CONCERNS,
};

#define STRATA_N_QUESTIONS (STRATA_QUESTION_CONCERNS + STRATA_N_CONCERNS)

/**
 * StrataCase:
 *
 * One question for one client.
 */
typedef struct _StrataCase StrataCase;

struct _StrataCase
{
  guint             id;       /* a StrataDecisionId, or a question behind them */
  StrataLogic      *logic;
  StrataFacts      *facts;
  StrataCase       *pipeline; /* how the variant pipeline is derived; NULL where
                               * it is not */
  GArray           *classes[STRATA_N_FACTS]; /* made when first needed */
  signed char      *outcomes;  /* a rule's outcome, -1 for none; one more than
                                * there are rules */
};

/* What every completion has in common. */
typedef struct
{
  int         outcome; /* -1: not settled */
  StrataBasis basis;
  guint       row;     /* from 1; 0: none */
} StrataSettled;

/* The outcomes of a question, in the decision model's order; NULL ends. */
const char *const *strata_decision_list_outcomes (guint id);

/* Fails when the model has no such question, or answers what it may not. */
gboolean           strata_case_init         (StrataCase   *self,
                                             guint         id,
                                             StrataFacts  *facts,
                                             DmnModel     *model,
                                             GError      **error);
void               strata_case_clear        (StrataCase   *self);

/* The same for a question that a model may leave to the other one. */
gboolean           strata_case_init_extra   (StrataCase   *self,
                                             guint         id,
                                             StrataFacts  *facts,
                                             DmnModel     *model,
                                             DmnModel     *defaults,
                                             GError      **error);
/* FALSE when unknown. A variant pipeline that is derived is known. */
gboolean           strata_case_get_answer   (StrataCase   *self,
                                             StrataFactId  fact,
                                             double       *answer);
/* How far a pipeline is that so many variants a week come from, a
 * StrataPrerequisite. */
int                strata_case_derive       (StrataCase   *pipeline,
                                             double        variants);
/* One answer for a known fact, the classes of answers for an unknown one. */
void               strata_case_restore      (StrataCase   *self,
                                             StrataFactId  fact);
const GArray      *strata_case_get_classes  (StrataCase   *self,
                                             StrataFactId  fact);
StrataSettled      strata_case_settle       (StrataCase   *self);
/* Of StrataFlip, the nearest first; their values are the caller's. */
GArray            *strata_case_list_flips   (StrataCase   *self,
                                             StrataSettled settled) G_GNUC_WARN_UNUSED_RESULT;
/* Says of a settled decision why: its grounds, the rows that are near and
 * those that say otherwise. */
void               strata_case_explain      (StrataCase     *self,
                                             StrataSettled   settled,
                                             StrataDecision *decision);
void               strata_decision_clear_rows (StrataDecision *decision);
/* A description of the model in the person's language, where it has been
 * translated. */
char              *strata_description_dup_translated (const char *description) G_GNUC_WARN_UNUSED_RESULT;

/* What each concern comes to, an outcome or -1. */
gboolean           strata_concerns_read     (signed char   outcomes[STRATA_N_CONCERNS],
                                             StrataCase   *pipeline,
                                             DmnModel     *model,
                                             DmnModel     *defaults,
                                             GError      **error);
/* Reads the days from the model's decision `phases`. */
gboolean           strata_phases_read       (StrataPhases *phases,
                                             DmnModel     *model,
                                             GError      **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StrataCase, strata_case_clear)

G_END_DECLS
