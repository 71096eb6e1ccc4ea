/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be cut, for programs.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include "storage/strata-json-builder.h"
#include "storage/strata-json-writer.h"
#include "strata-cut-plan.h"

static void
add_id (StrataJsonBuilder *builder,
        const StrataCut   *cut,
        guint              placement)
{
  StrataScenario *scenario = strata_assessment_get_scenario (cut->now);

  strata_json_builder_add (builder, strata_value_new_string (scenario->placements[placement]->id));
}

static void
add_stays (StrataJsonBuilder *builder,
           const StrataCut   *cut)
{
  strata_json_builder_open_member (builder, "keep", FALSE);
  for (guint i = 0; i < cut->n_stays; i++)
    add_id (builder, cut, cut->stays[i].placement);
  strata_json_builder_close (builder);
}

static void
add_placements (StrataJsonBuilder *builder,
                const StrataCut   *cut)
{
  strata_json_builder_open_member (builder, "cut", FALSE);
  for (guint i = 0; i < cut->n_parts; i++)
    {
      if (cut->parts[i].module == NULL)
        add_id (builder, cut, cut->parts[i].placement);
    }
  strata_json_builder_close (builder);
}

static void
add_modules (StrataJsonBuilder *builder,
             const StrataCut   *cut)
{
  strata_json_builder_open_member (builder, "drop_modules", FALSE);
  for (guint i = 0; i < cut->n_parts; i++)
    {
      if (cut->parts[i].module == NULL)
        continue;
      strata_json_builder_open (builder, TRUE);
      strata_json_builder_name (builder, "id");
      add_id (builder, cut, cut->parts[i].placement);
      strata_json_builder_add_member (builder, "module", strata_value_new_string (cut->parts[i].module));
      strata_json_builder_close (builder);
    }
  strata_json_builder_close (builder);
}

static void
add_unknown (StrataJsonBuilder *builder,
             const StrataCut   *cut)
{
  strata_json_builder_open_member (builder, "unknown", FALSE);
  for (guint i = 0; i < cut->n_unknown; i++)
    add_id (builder, cut, cut->unknown[i]);
  strata_json_builder_close (builder);
}

static void
add_cut (StrataJsonBuilder *builder,
         const StrataCut   *cut)
{
  strata_json_builder_open (builder, TRUE);
  strata_json_builder_add_member (builder, "id", strata_value_new_string (strata_assessment_get_scenario (cut->now)->id));
  add_stays (builder, cut);
  add_placements (builder, cut);
  add_modules (builder, cut);
  strata_json_builder_add_member (builder, "saving", strata_money_to_value (cut->saving));
  add_unknown (builder, cut);
  strata_json_builder_close (builder);
}

static void
add_plan (StrataJsonBuilder   *builder,
          const StrataCutPlan *plan)
{
  g_autofree char *path = g_filename_display_name (plan->checked->path);

  strata_json_builder_open (builder, TRUE);
  strata_json_builder_add_member (builder, "path", strata_value_new_string (path));
  strata_json_builder_open_member (builder, "scenarios", FALSE);
  for (guint i = 0; i < plan->cuts->len; i++)
    add_cut (builder, g_ptr_array_index (plan->cuts, i));
  strata_json_builder_close (builder);
  strata_json_builder_close (builder);
}

/**
 * strata_cuts_to_json:
 * @plans: (element-type StrataCutPlan): plans with their answers
 *
 * Returns: (transfer full): the answer as plan-format.md describes it
 */
GBytes *
strata_cuts_to_json (GPtrArray *plans)
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
