/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the decision model says of one scenario.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "strata-assessment-private.h"

G_DEFINE_BOXED_TYPE (StrataAssessment, strata_assessment, strata_assessment_ref, strata_assessment_unref)

static const char * const data_pattern_ids[] = { "none", "cdp", "warehouse", "hybrid" };

static const char * const hub_pattern_ids[] = { "none", "map", "orchestrator", "map+orchestrator" };

/* An empty assessment, to be filled in by strata_assess(). */
StrataAssessment *
strata_assessment_new (StrataPlan      *plan,
                       StrataScenario  *scenario,
                       StrataCatalog   *catalog,
                       StrataDecisions *decisions)
{
  StrataAssessment *assessment = g_new0 (StrataAssessment, 1);

  g_atomic_ref_count_init (&assessment->ref_count);
  assessment->plan = strata_plan_ref (plan);
  assessment->scenario = strata_scenario_ref (scenario);
  assessment->catalog = strata_catalog_ref (catalog);
  assessment->decisions = strata_decisions_ref (decisions);
  assessment->arena = strata_arena_new ();
  assessment->findings = g_ptr_array_new ();
  assessment->stale = g_ptr_array_new ();
  return assessment;
}

/**
 * strata_assessment_ref:
 * @assessment: the assessment
 *
 * Returns: (transfer full): the assessment
 */
StrataAssessment *
strata_assessment_ref (StrataAssessment *assessment)
{
  g_return_val_if_fail (assessment != NULL, NULL);

  g_atomic_ref_count_inc (&assessment->ref_count);
  return assessment;
}

/**
 * strata_assessment_unref:
 * @assessment: (transfer full): the assessment
 *
 * Lets go of the assessment and, with the last reference, of its findings.
 */
void
strata_assessment_unref (StrataAssessment *assessment)
{
  g_return_if_fail (assessment != NULL);

  if (!g_atomic_ref_count_dec (&assessment->ref_count))
    return;
  g_ptr_array_unref (assessment->findings);
  g_ptr_array_unref (assessment->stale);
  strata_arena_free (assessment->arena);
  strata_decisions_unref (assessment->decisions);
  strata_catalog_unref (assessment->catalog);
  strata_scenario_unref (assessment->scenario);
  strata_plan_unref (assessment->plan);
  g_free (assessment);
}

/**
 * strata_assessment_get_plan:
 * @assessment: the assessment
 *
 * Returns: (transfer none): the plan that was judged
 */
StrataPlan *
strata_assessment_get_plan (StrataAssessment *assessment)
{
  g_return_val_if_fail (assessment != NULL, NULL);

  return assessment->plan;
}

/**
 * strata_assessment_get_scenario:
 * @assessment: the assessment
 *
 * Returns: (transfer none): the scenario that was judged; findings name its
 *   placements by position
 */
StrataScenario *
strata_assessment_get_scenario (StrataAssessment *assessment)
{
  g_return_val_if_fail (assessment != NULL, NULL);

  return assessment->scenario;
}

/**
 * strata_assessment_get_data_pattern:
 * @assessment: the assessment
 *
 * Returns: which stores last. decision-model.md, section 5.
 */
StrataDataPattern
strata_assessment_get_data_pattern (StrataAssessment *assessment)
{
  g_return_val_if_fail (assessment != NULL, STRATA_DATA_PATTERN_NONE);

  return assessment->data_pattern;
}

/**
 * strata_assessment_get_hub_pattern:
 * @assessment: the assessment
 *
 * Returns: which automation hubs last. decision-model.md, section 5.
 */
StrataHubPattern
strata_assessment_get_hub_pattern (StrataAssessment *assessment)
{
  g_return_val_if_fail (assessment != NULL, STRATA_HUB_PATTERN_NONE);

  return assessment->hub_pattern;
}

/**
 * strata_assessment_get_ready:
 * @assessment: the assessment
 * @layer: a layer
 *
 * Returns: the first day on which the layer is ready, or STRATA_DAY_NEVER.
 *   decision-model.md, section 5.
 */
int
strata_assessment_get_ready (StrataAssessment *assessment,
                             StrataLayer       layer)
{
  g_return_val_if_fail (assessment != NULL, STRATA_DAY_NEVER);
  g_return_val_if_fail ((guint) layer < STRATA_N_LAYERS, STRATA_DAY_NEVER);

  return assessment->ready[layer];
}

/**
 * strata_assessment_get_phases:
 * @assessment: the assessment
 *
 * Returns: (transfer none): the days on which each layer is built
 */
const StrataPhases *
strata_assessment_get_phases (StrataAssessment *assessment)
{
  g_return_val_if_fail (assessment != NULL, NULL);

  return strata_decisions_get_phases (assessment->decisions);
}

/**
 * strata_assessment_get_decisions:
 * @assessment: the assessment
 *
 * Returns: (transfer none): what the facts decided, on which it rests
 */
StrataDecisions *
strata_assessment_get_decisions (StrataAssessment *assessment)
{
  g_return_val_if_fail (assessment != NULL, NULL);

  return assessment->decisions;
}

/**
 * strata_assessment_get_span:
 * @assessment: the assessment
 * @placement: a position in the scenario's placements
 *
 * Returns: (transfer none): the placement's days, every default applied
 */
const StrataSpan *
strata_assessment_get_span (StrataAssessment *assessment,
                            guint             placement)
{
  g_return_val_if_fail (assessment != NULL, NULL);
  g_return_val_if_fail (placement < assessment->scenario->n_placements, NULL);

  return &assessment->spans[placement];
}

/**
 * strata_assessment_get_n_findings:
 * @assessment: the assessment
 *
 * Returns: number of findings, with the accepted ones
 */
guint
strata_assessment_get_n_findings (StrataAssessment *assessment)
{
  g_return_val_if_fail (assessment != NULL, 0);

  return assessment->findings->len;
}

/**
 * strata_assessment_get_finding:
 * @assessment: the assessment
 * @index: a finding, in the order of decision-model.md, section 6
 *
 * Returns: (transfer none): the finding
 */
const StrataFinding *
strata_assessment_get_finding (StrataAssessment *assessment,
                               guint             index)
{
  g_return_val_if_fail (assessment != NULL, NULL);
  g_return_val_if_fail (index < assessment->findings->len, NULL);

  return g_ptr_array_index (assessment->findings, index);
}

/**
 * strata_assessment_count:
 * @assessment: the assessment
 * @severity: a severity
 *
 * Returns: number of findings of that severity that are not accepted
 */
guint
strata_assessment_count (StrataAssessment *assessment,
                         StrataSeverity    severity)
{
  g_return_val_if_fail (assessment != NULL, 0);
  g_return_val_if_fail ((guint) severity < STRATA_N_SEVERITIES, 0);

  return assessment->counts[severity];
}

/**
 * strata_assessment_count_accepted:
 * @assessment: the assessment
 *
 * Returns: number of accepted findings
 */
guint
strata_assessment_count_accepted (StrataAssessment *assessment)
{
  g_return_val_if_fail (assessment != NULL, 0);

  return assessment->n_accepted;
}

/**
 * strata_assessment_count_placement:
 * @assessment: the assessment
 * @placement: a position in the scenario's placements
 * @worst: (out) (optional): the worst severity; left alone when there is none
 *
 * Returns: number of findings that name the placement and are not accepted
 */
guint
strata_assessment_count_placement (StrataAssessment *assessment,
                                   guint             placement,
                                   StrataSeverity   *worst)
{
  const StrataMention *mention;

  g_return_val_if_fail (assessment != NULL, 0);
  g_return_val_if_fail (placement < assessment->scenario->n_placements, 0);

  mention = &assessment->mentions[placement];
  if (worst != NULL && mention->n_findings > 0)
    *worst = mention->worst;
  return mention->n_findings;
}

/**
 * strata_assessment_get_n_stale:
 * @assessment: the assessment
 *
 * Returns: number of the scenario's acceptances that match no finding
 */
guint
strata_assessment_get_n_stale (StrataAssessment *assessment)
{
  g_return_val_if_fail (assessment != NULL, 0);

  return assessment->stale->len;
}

/**
 * strata_assessment_get_stale:
 * @assessment: the assessment
 * @index: which one, in the plan's order
 *
 * Returns: (transfer none): an acceptance that matches no finding
 */
const StrataAcceptance *
strata_assessment_get_stale (StrataAssessment *assessment,
                             guint             index)
{
  g_return_val_if_fail (assessment != NULL, NULL);
  g_return_val_if_fail (index < assessment->stale->len, NULL);

  return g_ptr_array_index (assessment->stale, index);
}

/**
 * strata_assessment_get_monthly:
 * @assessment: the assessment
 *
 * Returns: cents a month of the placements active at the end of the sequence.
 *   decision-model.md, section 7.
 */
gint64
strata_assessment_get_monthly (StrataAssessment *assessment)
{
  g_return_val_if_fail (assessment != NULL, 0);

  return assessment->monthly;
}

/**
 * strata_assessment_get_layer_monthly:
 * @assessment: the assessment
 * @layer: a layer
 *
 * Returns: the part of [method@Assessment.get_monthly] that stands in the
 *   layer
 */
gint64
strata_assessment_get_layer_monthly (StrataAssessment *assessment,
                                     StrataLayer       layer)
{
  g_return_val_if_fail (assessment != NULL, 0);
  g_return_val_if_fail ((guint) layer < STRATA_N_LAYERS, 0);

  return assessment->layer_monthly[layer];
}

/**
 * strata_assessment_get_savings:
 * @assessment: the assessment
 *
 * Returns: cents a month that findings which are not accepted could save
 */
gint64
strata_assessment_get_savings (StrataAssessment *assessment)
{
  g_return_val_if_fail (assessment != NULL, 0);

  return assessment->savings;
}

/**
 * strata_assessment_get_unknown_costs:
 * @assessment: the assessment
 * @n_placements: (out): how many
 *
 * Returns: (transfer none) (array length=n_placements): positions of the
 *   placements active at the end of the sequence whose cost nobody has said
 */
const guint *
strata_assessment_get_unknown_costs (StrataAssessment *assessment,
                                     guint            *n_placements)
{
  g_return_val_if_fail (assessment != NULL, NULL);
  g_return_val_if_fail (n_placements != NULL, NULL);

  *n_placements = assessment->n_unknown_costs;
  return assessment->unknown_costs;
}

/**
 * strata_data_pattern_get_id:
 * @pattern: a pattern
 *
 * Returns: the word for it in answers
 */
const char *
strata_data_pattern_get_id (StrataDataPattern pattern)
{
  g_return_val_if_fail ((guint) pattern < G_N_ELEMENTS (data_pattern_ids), NULL);

  return data_pattern_ids[pattern];
}

/**
 * strata_hub_pattern_get_id:
 * @pattern: a pattern
 *
 * Returns: the word for it in answers
 */
const char *
strata_hub_pattern_get_id (StrataHubPattern pattern)
{
  g_return_val_if_fail ((guint) pattern < G_N_ELEMENTS (hub_pattern_ids), NULL);

  return hub_pattern_ids[pattern];
}
