/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which decision model a plan is judged by.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "workspace/strata-decision-model.h"

#include "assess/strata-decisions.h"
#include "storage/strata-data-dir.h"

#include <string.h>

/* Whether it does is up to the model alone, not to the facts. */
static gboolean
can_decide (DmnModel  *model,
            GError   **error)
{
  g_autoptr (StrataFacts) facts = strata_facts_new (NULL, "facts", NULL);
  g_autoptr (StrataDecisions) decisions = strata_decide (facts, model, model, error);

  return decisions != NULL;
}

/**
 * strata_decision_model_load:
 * @error: return location for an error
 *
 * Reads the model that ships with Strata, and tries it: whoever has it can
 * rely on it to decide.
 *
 * Returns: (transfer full): the model, or %NULL
 */
DmnModel *
strata_decision_model_load (GError **error)
{
  g_autofree char *path = strata_data_dir_build ("model", "martech.dmn", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);
  g_autoptr (DmnModel) model = bytes != NULL ? dmn_model_new (bytes, path, error) : NULL;

  return model != NULL && can_decide (model, error) ? g_steal_pointer (&model) : NULL;
}

/**
 * strata_decision_model_for_plan:
 * @plan: a plan
 * @name: what messages call the plan's own model
 * @otherwise: the model for plans that have none of their own
 * @error: return location for a %DMN_ERROR
 *
 * Returns: (transfer full): the model that the plan is judged by; %NULL when
 *   the plan's own cannot be read
 */
DmnModel *
strata_decision_model_for_plan (StrataPlan  *plan,
                                const char  *name,
                                DmnModel    *otherwise,
                                GError     **error)
{
  const char *text;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (plan != NULL, NULL);
  g_return_val_if_fail (otherwise != NULL, NULL);

  text = strata_plan_get_model (plan);
  if (text == NULL)
    return dmn_model_ref (otherwise);

  bytes = g_bytes_new (text, strlen (text));

  return dmn_model_new (bytes, name, error);
}
