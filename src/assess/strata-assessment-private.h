/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An assessment while it is being made.
 */

#pragma once

#include "strata-arena-private.h"
#include "strata-assessment.h"

G_BEGIN_DECLS

/* How often findings name a placement. */
typedef struct
{
  guint          n_findings;
  StrataSeverity worst;
} StrataMention;

struct _StrataAssessment
{
  gatomicrefcount    ref_count;
  StrataPlan        *plan;
  StrataScenario    *scenario;
  StrataCatalog     *catalog;  /* owns the ids of capabilities */
  StrataDecisions   *decisions;
  StrataArena       *arena;    /* owns the findings and the arrays below */

  StrataDataPattern  data_pattern;
  StrataHubPattern   hub_pattern;
  int                ready[STRATA_N_LAYERS];
  StrataSpan        *spans;
  GPtrArray         *findings; /* StrataFinding */
  GPtrArray         *stale;    /* StrataAcceptance of the scenario */
  StrataMention     *mentions;
  guint              counts[STRATA_N_SEVERITIES];
  guint              n_accepted;
  gint64             monthly;
  gint64             layer_monthly[STRATA_N_LAYERS];
  gint64             savings;
  guint             *unknown_costs;
  guint              n_unknown_costs;
};

StrataAssessment *strata_assessment_new (StrataPlan      *plan,
                                         StrataScenario  *scenario,
                                         StrataCatalog   *catalog,
                                         StrataDecisions *decisions) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
