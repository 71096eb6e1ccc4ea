/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The check's answer for programs.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include "storage/strata-json-builder.h"
#include "storage/strata-json-writer.h"
#include "strata-checked-plan.h"

static StrataValue *
day_value (int day)
{
  return day == STRATA_DAY_NEVER ? strata_value_new_null () : strata_value_new_integer (day);
}

/* Whole amounts have no decimals. */
static StrataValue *
text_value (const char *text)
{
  return text != NULL ? strata_value_new_string (text) : strata_value_new_null ();
}

static void
add_placements (StrataJsonBuilder *builder,
                const char        *name,
                StrataScenario    *scenario,
                const guint       *placements,
                guint              n_placements)
{
  strata_json_builder_open_member (builder, name, FALSE);
  for (guint i = 0; i < n_placements; i++)
    strata_json_builder_add (builder, strata_value_new_string (scenario->placements[placements[i]]->id));
  strata_json_builder_close (builder);
}

static void
add_subject (StrataJsonBuilder   *builder,
             const StrataFinding *finding)
{
  if (finding->capabilities != NULL)
    strata_json_builder_add_member (builder, "capabilities", strata_value_new_strv (finding->capabilities));
  if (finding->facts != NULL)
    strata_json_builder_add_member (builder, "facts", strata_value_new_strv (finding->facts));
  if (finding->has_days)
    {
      strata_json_builder_open_member (builder, "days", FALSE);
      strata_json_builder_add (builder, day_value (finding->from_day));
      strata_json_builder_add (builder, day_value (finding->to_day));
      strata_json_builder_close (builder);
    }
  if (finding->module != NULL)
    strata_json_builder_add_member (builder, "module", strata_value_new_string (finding->module));
  if (finding->saving != STRATA_SAVING_NONE)
    strata_json_builder_add_member (builder, "saving", strata_money_to_value (finding->saving));
}

static void
add_finding (StrataJsonBuilder   *builder,
             StrataScenario      *scenario,
             const StrataFinding *finding)
{
  strata_json_builder_open (builder, TRUE);
  strata_json_builder_add_member (builder, "code", strata_value_new_string (finding->code));
  strata_json_builder_add_member (builder, "severity",
                                  strata_value_new_string (strata_severity_get_id (finding->severity)));
  add_placements (builder, "tools", scenario, finding->tools, finding->n_tools);
  add_subject (builder, finding);
  strata_json_builder_add_member (builder, "message", strata_value_new_string (finding->message));
  strata_json_builder_add_member (builder, "accepted", strata_value_new_boolean (finding->accepted));
  if (finding->reason != NULL)
    strata_json_builder_add_member (builder, "reason", strata_value_new_string (finding->reason));
  strata_json_builder_close (builder);
}

static void
add_patterns (StrataJsonBuilder *builder,
              StrataAssessment  *assessment)
{
  strata_json_builder_add_member (builder, "data_pattern",
                                  strata_value_new_string (strata_data_pattern_get_id (strata_assessment_get_data_pattern (assessment))));
  strata_json_builder_add_member (builder, "hub_pattern",
                                  strata_value_new_string (strata_hub_pattern_get_id (strata_assessment_get_hub_pattern (assessment))));
  strata_json_builder_open_member (builder, "ready", TRUE);
  for (guint i = 0; i < STRATA_N_LAYERS; i++)
    strata_json_builder_add_member (builder, strata_vocabulary_get_id (&strata_layers, i),
                                    day_value (strata_assessment_get_ready (assessment, i)));
  strata_json_builder_close (builder);
}

static void
add_findings (StrataJsonBuilder *builder,
              StrataAssessment  *assessment)
{
  strata_json_builder_open_member (builder, "findings", FALSE);
  for (guint i = 0; i < strata_assessment_get_n_findings (assessment); i++)
    add_finding (builder, strata_assessment_get_scenario (assessment), strata_assessment_get_finding (assessment, i));
  strata_json_builder_close (builder);
  strata_json_builder_open_member (builder, "stale_accepted", FALSE);
  for (guint i = 0; i < strata_assessment_get_n_stale (assessment); i++)
    strata_json_builder_add (builder, strata_value_ref (strata_assessment_get_stale (assessment, i)->value));
  strata_json_builder_close (builder);
}

static void
add_counts (StrataJsonBuilder *builder,
            StrataAssessment  *assessment)
{
  strata_json_builder_open_member (builder, "counts", TRUE);
  for (guint i = 0; i < STRATA_N_SEVERITIES; i++)
    strata_json_builder_add_member (builder, strata_severity_get_id (i),
                                    strata_value_new_integer (strata_assessment_count (assessment, i)));
  strata_json_builder_add_member (builder, "accepted",
                                  strata_value_new_integer (strata_assessment_count_accepted (assessment)));
  strata_json_builder_close (builder);
}

static void
add_cost (StrataJsonBuilder *builder,
          StrataAssessment  *assessment)
{
  guint n_unknown;
  const guint *unknown = strata_assessment_get_unknown_costs (assessment, &n_unknown);

  strata_json_builder_open_member (builder, "cost", TRUE);
  strata_json_builder_add_member (builder, "currency",
                                  text_value (strata_plan_get_currency (strata_assessment_get_plan (assessment))));
  strata_json_builder_add_member (builder, "monthly", strata_money_to_value (strata_assessment_get_monthly (assessment)));
  strata_json_builder_add_member (builder, "savings", strata_money_to_value (strata_assessment_get_savings (assessment)));
  add_placements (builder, "unknown", strata_assessment_get_scenario (assessment), unknown, n_unknown);
  strata_json_builder_close (builder);
}

static void
add_assessment (StrataJsonBuilder       *builder,
                const StrataCheckedPlan *checked,
                StrataAssessment        *assessment)
{
  strata_json_builder_open (builder, TRUE);
  strata_json_builder_add_member (builder, "id",
                                  strata_value_new_string (strata_assessment_get_scenario (assessment)->id));
  add_patterns (builder, assessment);
  strata_check_add_decisions (builder, checked->decisions);
  add_findings (builder, assessment);
  add_counts (builder, assessment);
  add_cost (builder, assessment);
  strata_json_builder_close (builder);
}

static void
add_plan (StrataJsonBuilder       *builder,
          const StrataCheckedPlan *checked)
{
  g_autofree char *path = g_filename_display_name (checked->path);

  strata_json_builder_open (builder, TRUE);
  strata_json_builder_add_member (builder, "path", strata_value_new_string (path));
  strata_json_builder_add_member (builder, "title", text_value (strata_plan_get_title (checked->plan)));
  strata_json_builder_open_member (builder, "scenarios", FALSE);
  for (guint i = 0; i < checked->assessments->len; i++)
    add_assessment (builder, checked, g_ptr_array_index (checked->assessments, i));
  strata_json_builder_close (builder);
  strata_json_builder_close (builder);
}

/**
 * strata_check_to_json:
 * @plans: (element-type StrataCheckedPlan): judged plans
 *
 * Returns: (transfer full): the answer as plan-format.md describes it
 */
GBytes *
strata_check_to_json (GPtrArray *plans)
{
  g_autoptr (StrataJsonBuilder) builder = strata_json_builder_new ();
  g_autoptr (StrataValue) answer = NULL;

  g_return_val_if_fail (plans != NULL, NULL);

  strata_json_builder_open (builder, TRUE);
  strata_json_builder_open_member (builder, "plans", FALSE);
  for (guint i = 0; i < plans->len; i++)
    add_plan (builder, g_ptr_array_index (plans, i));
  strata_json_builder_close (builder);
  strata_json_builder_close (builder);
  answer = strata_json_builder_end (builder);
  return strata_json_writer_to_bytes (answer);
}
