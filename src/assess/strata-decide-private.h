/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Deciding with facts that may be unknown.
 */

#pragma once

#include "assess/strata-decisions.h"
#include "assess/strata-logic-private.h"

G_BEGIN_DECLS

/**
 * StrataCase:
 *
 * One decision for one client.
 */
typedef struct
{
  StrataDecisionId  id;
  StrataLogic      *logic;
  StrataFacts      *facts;
  GArray           *classes[STRATA_N_FACTS]; /* made when first needed */
  signed char      *outcomes;  /* a rule's outcome, -1 for none; one more than
                                * there are rules */
} StrataCase;

/* What every completion has in common. */
typedef struct
{
  int         outcome; /* -1: not settled */
  StrataBasis basis;
  guint       row;     /* from 1; 0: none */
} StrataSettled;

/* The outcomes of a decision, in the decision model's order; NULL ends. */
const char *const *strata_decision_list_outcomes (StrataDecisionId id);

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

/* Reads the days from the model's decision `phases`. */
gboolean           strata_phases_read       (StrataPhases *phases,
                                             DmnModel     *model,
                                             GError      **error);

G_END_DECLS
