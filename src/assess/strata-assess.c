/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Judges a scenario: resolves it, asks every check, sorts, accepts, counts.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "strata-assessment-private.h"
#include "strata-judge-private.h"

/* One row a family: a file of checks. */
static const StrataFamily * const families[] = {
  &strata_overlap_family,
  &strata_redundant_family,
  &strata_order_family,
  &strata_retire_family,
  &strata_flow_family,
  &strata_prereq_family,
  &strata_need_family,
  &strata_role_family,
  &strata_fit_family,
  &strata_unknown_family,
  &strata_house_family,
};

static void
run_checks (StrataJudge *judge)
{
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      judge->family = families[i];
      for (guint j = 0; j < families[i]->n_checks; j++)
        if (families[i]->checks[j].check != NULL)
          families[i]->checks[j].check (judge, families[i]->checks[j].code);
    }
}

static void
keep_spans (StrataAssessment  *assessment,
            const StrataStack *stack)
{
  assessment->spans = strata_arena_new_array (assessment->arena, StrataSpan, stack->n_items);
  for (guint i = 0; i < stack->n_items; i++)
    assessment->spans[i] = stack->items[i].span;
}

static void
keep_patterns (StrataAssessment  *assessment,
               const StrataStack *stack)
{
  assessment->data_pattern = strata_stack_get_data_pattern (stack);
  assessment->hub_pattern = strata_stack_get_hub_pattern (stack);
  for (guint i = 0; i < STRATA_N_LAYERS; i++)
    assessment->ready[i] = stack->ready[i];
}

static void
mention (StrataAssessment    *assessment,
         const StrataFinding *finding)
{
  for (guint i = 0; i < finding->n_tools; i++)
    {
      StrataMention *mention_of = &assessment->mentions[finding->tools[i]];

      if (mention_of->n_findings++ == 0 || finding->severity < mention_of->worst)
        mention_of->worst = finding->severity;
    }
}

/* Money of a hostile plan may add up to more than a number holds. */
static gint64
add_money (gint64 a,
           gint64 b)
{
  return a > G_MAXINT64 - b ? G_MAXINT64 : a + b;
}

static void
count_findings (StrataAssessment *assessment)
{
  assessment->mentions = strata_arena_new_array (assessment->arena, StrataMention, assessment->scenario->n_placements);
  for (guint i = 0; i < assessment->findings->len; i++)
    {
      const StrataFinding *finding = g_ptr_array_index (assessment->findings, i);

      if (finding->accepted)
        {
          assessment->n_accepted++;
          continue;
        }
      assessment->counts[finding->severity]++;
      mention (assessment, finding);
      if (finding->saving != STRATA_SAVING_NONE)
        assessment->savings = add_money (assessment->savings, finding->saving);
    }
}

/* decision-model.md, section 7. */
static void
count_costs (StrataAssessment *assessment)
{
  StrataScenario *scenario = assessment->scenario;
  int day = strata_phases_get_end (strata_assessment_get_phases (assessment));

  assessment->unknown_costs = strata_arena_new_array (assessment->arena, guint, scenario->n_placements);
  for (guint i = 0; i < scenario->n_placements; i++)
    {
      const StrataPlacement *placement = scenario->placements[i];
      gint64 *layer_monthly = &assessment->layer_monthly[placement->layer];

      if (assessment->spans[i].start > day || assessment->spans[i].retire <= day)
        continue;
      if (placement->monthly_cost == STRATA_MONEY_UNKNOWN)
        {
          assessment->unknown_costs[assessment->n_unknown_costs++] = i;
          continue;
        }
      *layer_monthly = add_money (*layer_monthly, placement->monthly_cost);
      assessment->monthly = add_money (assessment->monthly, placement->monthly_cost);
    }
}

static void
judge_stack (StrataAssessment *assessment,
             StrataStack      *stack)
{
  StrataJudge judge = {
    .stack = stack,
    .kept = assessment->arena,
    .findings = assessment->findings,
    .scratch = g_string_sized_new (256),
  };

  run_checks (&judge);
  strata_judge_sort (&judge);
  strata_judge_accept (&judge, assessment->stale);
  g_string_free (judge.scratch, TRUE);
  g_clear_pointer (&judge.names, strata_tool_names_free);
}

/**
 * strata_assess:
 * @plan: the plan
 * @scenario: one of the plan's scenarios
 * @catalog: where tools and capabilities are looked up
 * @decisions: what strata_decide() made of the plan's facts
 *
 * Judges one scenario by decision-model.md, sections 5 to 7. A pure function:
 * the same arguments give the same answer, nothing outside is read.
 *
 * Returns: (transfer full): the assessment
 */
StrataAssessment *
strata_assess (StrataPlan      *plan,
               StrataScenario  *scenario,
               StrataCatalog   *catalog,
               StrataDecisions *decisions)
{
  StrataAssessment *assessment;
  g_autoptr (StrataStack) stack = NULL;

  g_return_val_if_fail (plan != NULL, NULL);
  g_return_val_if_fail (scenario != NULL, NULL);
  g_return_val_if_fail (catalog != NULL, NULL);
  g_return_val_if_fail (decisions != NULL, NULL);

  assessment = strata_assessment_new (plan, scenario, catalog, decisions);
  stack = strata_stack_new (plan, scenario, catalog, decisions);
  keep_patterns (assessment, stack);
  keep_spans (assessment, stack);
  judge_stack (assessment, stack);
  count_findings (assessment);
  count_costs (assessment);
  return assessment;
}
