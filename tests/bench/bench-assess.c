/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Judging scenarios of 1,000 and of 100,000 placements, what can be cut from
 * the former, and what the workspace does when one of a thousand moves.
 */

#include "config.h"

#include "bench-data.h"
#include "bench.h"

#include "advise/strata-cut.h"
#include "assess/strata-assessment.h"
#include "workspace/strata-decision-model.h"
#include "workspace/strata-workspace.h"

typedef struct
{
  StrataCatalog    *catalog;
  DmnModel         *model;
  StrataDecisions  *decisions;
  StrataPlan       *plan;
  StrataScenario   *scenario;
  StrataAssessment *assessment;
  gint64            cost;     /* keeps the walk from being left out */
  StrataWorkspace  *workspace;
  guint             position;
} Bench;

static void
assess (gpointer data)
{
  Bench *bench = data;

  strata_assessment_unref (strata_assess (bench->plan, bench->scenario, bench->catalog, bench->decisions));
}

static void
cut (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;

  strata_cut_unref (strata_cut_new (bench->assessment, bench->catalog, NULL, 0, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* The least that an assessment could do: find each tool, add up the money. */
static void
walk (gpointer data)
{
  Bench *bench = data;

  for (guint i = 0; i < bench->scenario->n_placements; i++)
    {
      const StrataPlacement *placement = bench->scenario->placements[i];
      StrataTool *tool = strata_catalog_find_tool (bench->catalog, bench->plan, placement->tool);

      if (tool != NULL && placement->monthly_cost != STRATA_MONEY_UNKNOWN)
        bench->cost += placement->monthly_cost;
    }
}

static void
settle (gpointer data)
{
  static const char *const moved[] = { "p500", NULL };
  Bench *bench = data;
  g_autoptr (GError) error = NULL;

  strata_workspace_move (bench->workspace, moved, STRATA_LAYER_AUTOMATION, bench->position++ % 40, &error);
  g_assert_no_error (error);
  strata_workspace_settle (bench->workspace);
}

/* What a card costs that is carried from lane to lane. */
static void
cross_lane (gpointer data)
{
  static const char *const carried[] = { "p500", NULL };
  Bench *bench = data;

  strata_workspace_preview_move (bench->workspace, carried, bench->position++ % STRATA_N_LAYERS);
}

static void
set_plan (Bench *bench,
          guint  n_placements,
          guint  n_flows)
{
  g_autoptr (GBytes) bytes = bench_make_plan (bench->catalog, n_placements, n_flows);

  g_clear_pointer (&bench->plan, strata_plan_unref);
  bench->plan = bench_parse_plan (bytes);
  bench->scenario = strata_plan_get_scenario (bench->plan, 0);
}

static double
measure_assess (Bench *bench,
                guint  n_placements,
                guint  n_flows)
{
  g_autofree char *name = g_strdup_printf ("assess-%u", n_placements);
  g_autofree char *baseline = g_strdup_printf ("walk-%u", n_placements);
  double time;

  set_plan (bench, n_placements, n_flows);
  time = bench_measure (assess, bench);
  bench_report (name, time, baseline, bench_measure (walk, bench));

  return time;
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataDocument) document = NULL;
  Bench bench = { .catalog = bench_load_catalog (), .model = strata_decision_model_load (&error) };
  double thousand, hundred_thousand;

  g_assert_no_error (error);
  set_plan (&bench, 1000, 100);
  bench.decisions = strata_decide (strata_plan_get_facts (bench.plan), bench.model, bench.model, &error);
  g_assert_no_error (error);

  hundred_thousand = measure_assess (&bench, 100000, 10000);
  thousand = measure_assess (&bench, 1000, 100);
  bench_report ("assess-100000", hundred_thousand, "assess-1000", thousand);

  bench.assessment = strata_assess (bench.plan, bench.scenario, bench.catalog, bench.decisions);
  bench_report ("cuts-1000", bench_measure (cut, &bench), "assess-1000", thousand);

  document = strata_document_new (bench.plan);
  bench.workspace = strata_workspace_new (bench.catalog, bench.model, document);
  strata_workspace_settle (bench.workspace);
  bench_report ("settle-1000", bench_measure (settle, &bench), "assess-1000", thousand);
  bench_report ("what-if-1000", bench_measure (cross_lane, &bench), "assess-1000", thousand);

  strata_assessment_unref (bench.assessment);
  g_object_unref (bench.workspace);
  strata_plan_unref (bench.plan);
  strata_decisions_unref (bench.decisions);
  dmn_model_unref (bench.model);
  strata_catalog_unref (bench.catalog);

  return 0;
}
