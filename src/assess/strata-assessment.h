/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the decision model says of one scenario.
 */

#pragma once

#include "assess/strata-decisions.h"
#include "assess/strata-finding.h"
#include "assess/strata-phases.h"
#include "catalog/strata-catalog.h"
#include "model/strata-plan.h"

G_BEGIN_DECLS

typedef enum
{
  STRATA_DATA_PATTERN_NONE,
  STRATA_DATA_PATTERN_CDP,
  STRATA_DATA_PATTERN_WAREHOUSE,
  STRATA_DATA_PATTERN_HYBRID,
} StrataDataPattern;

typedef enum
{
  STRATA_HUB_PATTERN_NONE,
  STRATA_HUB_PATTERN_MAP,
  STRATA_HUB_PATTERN_ORCHESTRATOR,
  STRATA_HUB_PATTERN_MAP_ORCHESTRATOR,
} StrataHubPattern;

/**
 * StrataSpan:
 *
 * The days of one placement with every default applied: active on
 * [start, retire), live on [live, retire).
 */
typedef struct
{
  int start;
  int live;
  int retire; /* or STRATA_DAY_NEVER: lasting */
} StrataSpan;

/**
 * StrataAssessment:
 *
 * Immutable and ref-counted. Holds references to the plan and the scenario it
 * speaks of: a finding's positions count that scenario's placements.
 */
typedef struct _StrataAssessment StrataAssessment;

#define STRATA_TYPE_ASSESSMENT (strata_assessment_get_type ())

GType                strata_assessment_get_type         (void) G_GNUC_CONST;

StrataAssessment    *strata_assess                      (StrataPlan      *plan,
                                                         StrataScenario  *scenario,
                                                         StrataCatalog   *catalog,
                                                         StrataDecisions *decisions) G_GNUC_WARN_UNUSED_RESULT;
StrataAssessment    *strata_assessment_ref              (StrataAssessment *assessment);
void                 strata_assessment_unref            (StrataAssessment *assessment);

StrataPlan          *strata_assessment_get_plan         (StrataAssessment *assessment);
StrataScenario      *strata_assessment_get_scenario     (StrataAssessment *assessment);
StrataDataPattern    strata_assessment_get_data_pattern (StrataAssessment *assessment);
StrataHubPattern     strata_assessment_get_hub_pattern  (StrataAssessment *assessment);
/* The first day on which the layer is ready, or STRATA_DAY_NEVER. */
int                  strata_assessment_get_ready        (StrataAssessment *assessment,
                                                         StrataLayer       layer);
const StrataPhases  *strata_assessment_get_phases       (StrataAssessment *assessment);
/* What it rests on. */
StrataDecisions     *strata_assessment_get_decisions    (StrataAssessment *assessment);
const StrataSpan    *strata_assessment_get_span         (StrataAssessment *assessment,
                                                         guint             placement);

guint                strata_assessment_get_n_findings   (StrataAssessment *assessment);
const StrataFinding *strata_assessment_get_finding      (StrataAssessment *assessment,
                                                         guint             index);
/* Not counting accepted ones. */
guint                strata_assessment_count            (StrataAssessment *assessment,
                                                         StrataSeverity    severity);
guint                strata_assessment_count_accepted   (StrataAssessment *assessment);
/* Findings that name the placement, not counting accepted ones; worst is set
 * only when there are any. */
guint                strata_assessment_count_placement  (StrataAssessment *assessment,
                                                         guint             placement,
                                                         StrataSeverity   *worst);
guint                strata_assessment_get_n_stale      (StrataAssessment *assessment);
const StrataAcceptance *
                     strata_assessment_get_stale        (StrataAssessment *assessment,
                                                         guint             index);

/* Money in cents a month, at the end of the sequence. decision-model.md, section 7. */
gint64               strata_assessment_get_monthly      (StrataAssessment *assessment);
gint64               strata_assessment_get_layer_monthly (StrataAssessment *assessment,
                                                          StrataLayer       layer);
gint64               strata_assessment_get_savings      (StrataAssessment *assessment);
const guint         *strata_assessment_get_unknown_costs (StrataAssessment *assessment,
                                                          guint            *n_placements);

const char          *strata_data_pattern_get_id         (StrataDataPattern pattern);
const char          *strata_hub_pattern_get_id          (StrataHubPattern pattern);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataAssessment, strata_assessment_unref)

G_END_DECLS
