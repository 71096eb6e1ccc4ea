/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan and the assessments of its scenarios, as the check prints them.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include "strata-checked-plan.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "strata-command-input.h"
#include "strata-command.h"
#include "strata-models.h"

static char *
list_scenarios (StrataPlan *plan)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < strata_plan_get_n_scenarios (plan); i++)
    g_string_append_printf (ids, i > 0 ? ", “%s”" : "“%s”", strata_plan_get_scenario (plan, i)->id);
  return g_string_free (ids, FALSE);
}

static void
assess_one (StrataCheckedPlan *checked,
            StrataScenario    *scenario,
            StrataCatalog     *catalog)
{
  g_ptr_array_add (checked->assessments,
                   strata_assess (checked->plan, scenario, catalog, checked->decisions));
}

static gboolean
assess (StrataCheckedPlan  *checked,
        StrataCatalog      *catalog,
        const char         *id,
        GError            **error)
{
  StrataScenario *scenario;
  g_autofree char *ids = NULL;

  if (id == NULL)
    {
      for (guint i = 0; i < strata_plan_get_n_scenarios (checked->plan); i++)
        assess_one (checked, strata_plan_get_scenario (checked->plan, i), catalog);
      return TRUE;
    }
  scenario = strata_plan_find_scenario (checked->plan, id, NULL);
  if (scenario != NULL)
    {
      assess_one (checked, scenario, catalog);
      return TRUE;
    }
  ids = list_scenarios (checked->plan);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _("%s: there is no scenario “%s”; there are %s"), checked->path, id, ids);
  return FALSE;
}

static StrataCheckedPlan *
read_plan (const char          *path,
           StrataCatalog       *catalog,
           const StrataModels  *models,
           const char          *scenario,
           GError             **error)
{
  g_autoptr (StrataPlan) plan = NULL;
  g_autoptr (DmnModel) model = NULL;
  g_autoptr (StrataCheckedPlan) checked = NULL;

  plan = strata_command_read_plan (path, catalog, error);
  if (plan == NULL)
    return NULL;
  model = strata_models_choose (models, path, plan, error);
  if (model == NULL)
    return NULL;
  checked = g_new0 (StrataCheckedPlan, 1);
  checked->path = g_strdup (path);
  checked->plan = strata_plan_ref (plan);
  checked->assessments = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_assessment_unref);
  checked->decisions = strata_decide (strata_plan_get_facts (plan), model, models->shipped, error);
  if (checked->decisions == NULL || !assess (checked, catalog, scenario, error))
    return NULL;
  return g_steal_pointer (&checked);
}

/* Whether there is anything to judge plans with; else that was said. */
static gboolean
load (StrataModels   *models,
      const char     *model,
      StrataCatalog **catalog)
{
  g_autoptr (GError) error = NULL;

  *catalog = strata_catalog_load (&error);
  if (*catalog != NULL && strata_models_load (models, model, &error))
    return TRUE;
  strata_command_complain ("%s", error->message);
  return FALSE;
}

/**
 * strata_checked_plans_read:
 * @paths: (array zero-terminated=1): what plans are called on the command line
 * @model: (nullable) (type filename): a decision model of the command line
 * @scenario: (nullable): the id of one scenario; %NULL for all
 * @catalog: (out) (transfer full): where tools and capabilities are looked up;
 *   %NULL when it could not be read, and with it no plan
 * @all_read: (out): whether every plan could be read and judged
 *
 * Reads plans and judges them. What can't be read is complained about.
 *
 * Returns: (transfer container) (element-type StrataCheckedPlan): the others
 */
GPtrArray *
strata_checked_plans_read (char           **paths,
                           const char      *model,
                           const char      *scenario,
                           StrataCatalog  **catalog,
                           gboolean        *all_read)
{
  GPtrArray *plans = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_checked_plan_free);
  g_auto (StrataModels) models = { 0 };

  g_return_val_if_fail (paths != NULL && catalog != NULL && all_read != NULL, plans);

  *all_read = load (&models, model, catalog);
  if (!*all_read)
    return plans;
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      StrataCheckedPlan *checked = read_plan (paths[i], *catalog, &models, scenario, &error);

      if (checked != NULL)
        g_ptr_array_add (plans, checked);
      else
        strata_command_complain ("%s", error->message);
      *all_read &= checked != NULL;
    }
  return plans;
}

/**
 * strata_checked_plan_free:
 * @checked: (transfer full): a judged plan
 *
 * Frees it with its assessments.
 */
void
strata_checked_plan_free (StrataCheckedPlan *checked)
{
  g_return_if_fail (checked != NULL);

  g_clear_pointer (&checked->decisions, strata_decisions_unref);
  g_ptr_array_unref (checked->assessments);
  strata_plan_unref (checked->plan);
  g_free (checked->path);
  g_free (checked);
}
