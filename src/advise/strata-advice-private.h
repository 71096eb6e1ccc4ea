/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One finding, what is known about it, and the fixes proposed so far.
 */

#pragma once

#include "advise/strata-fix.h"
#include "assess/strata-tool-names.h"
#include "strata-draft-private.h"

G_BEGIN_DECLS

/**
 * StrataAdvice:
 *
 * What a family's functions get. They propose drafts; one that leaves the
 * finding, adds an error or can't be done is dropped.
 */
typedef struct
{
  StrataAssessment    *now;
  StrataPlan          *plan;
  StrataScenario      *scenario;
  StrataCatalog       *catalog;
  StrataDecisions     *decisions;
  const StrataFinding *finding;
  GPtrArray           *fixes;
  StrataToolNames     *names; /* made when first asked for */
} StrataAdvice;

typedef void (*StrataAdviser) (StrataAdvice *advice);

/* One row of a family's table: a code, and who knows what to do about it. */
typedef struct
{
  const char    *code;
  StrataAdviser  advisers[3];
} StrataAdviceRow;

extern const StrataAdviceRow strata_advice_overlap_rows[];
extern const StrataAdviceRow strata_advice_order_rows[];
extern const StrataAdviceRow strata_advice_flow_rows[];
extern const StrataAdviceRow strata_advice_prereq_rows[];
extern const StrataAdviceRow strata_advice_fit_rows[];

/* The finding's tools. */
StrataPlacement *strata_advice_get_tool    (StrataAdvice *advice,
                                            guint         index);
const char      *strata_advice_get_id      (StrataAdvice *advice,
                                            guint         index);
const char      *strata_advice_get_name    (StrataAdvice *advice,
                                            guint         index);
char            *strata_advice_dup_names   (StrataAdvice *advice) G_GNUC_WARN_UNUSED_RESULT;

/* Of the scenario's placements, by position. */
const char      *strata_advice_name_placement (StrataAdvice *advice,
                                               guint         position);
StrataTool      *strata_advice_find_tool   (StrataAdvice *advice,
                                            guint         position);
gboolean         strata_advice_is_lasting  (StrataAdvice *advice,
                                            guint         position);
gboolean         strata_advice_has_role    (StrataAdvice *advice,
                                            guint         position,
                                            StrataRole    role);
/* Whether a lasting placement has it. */
gboolean         strata_advice_any_role    (StrataAdvice *advice,
                                            StrataRole    role);
gboolean         strata_advice_any_has     (StrataAdvice *advice,
                                            const char   *capability);
const char      *strata_advice_get_outcome (StrataAdvice     *advice,
                                            StrataDecisionId  decision);

StrataDraft     *strata_advice_draft       (StrataAdvice *advice,
                                            const char   *name) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the draft; the label is the draft's name unless given. */
void             strata_advice_propose     (StrataAdvice *advice,
                                            StrataDraft  *draft,
                                            const char   *label);

/* Steps that several families take. */
void             strata_advice_start_on    (StrataAdvice *advice,
                                            StrataDraft  *draft,
                                            guint         position,
                                            int           day);
void             strata_advice_add_role    (StrataAdvice *advice,
                                            StrataDraft  *draft,
                                            StrataRole    role);
void             strata_advice_add_data    (StrataAdvice *advice,
                                            StrataDraft  *draft);
void             strata_advice_add_hub     (StrataAdvice *advice,
                                            StrataDraft  *draft);
void             strata_advice_remove_role (StrataAdvice *advice,
                                            StrataDraft  *draft,
                                            StrataRole    role);

/* What several codes have in common. */
void             strata_advise_removal     (StrataAdvice *advice);

G_END_DECLS
