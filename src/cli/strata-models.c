/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The decision models that a command may judge by.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include "strata-models.h"

#include "strata-command-input.h"
#include "strata-decide-server.h"
#include "workspace/strata-decision-model.h"

/**
 * strata_models_load:
 * @models: where to put them
 * @named: (nullable) (type filename): the model of the command line
 * @error: return location for an error
 *
 * Reads the model that ships, and the other if there is one.
 *
 * Returns: whether they could be read
 */
gboolean
strata_models_load (StrataModels  *models,
                    const char    *named,
                    GError       **error)
{
  g_return_val_if_fail (models != NULL, FALSE);

  models->shipped = strata_decision_model_load (error);
  if (models->shipped == NULL || named == NULL)
    return models->shipped != NULL;

  models->named = strata_decide_load_model (named, error);

  return models->named != NULL;
}

/**
 * strata_models_clear:
 * @models: models
 *
 * Gives them back.
 */
void
strata_models_clear (StrataModels *models)
{
  g_return_if_fail (models != NULL);

  g_clear_pointer (&models->shipped, dmn_model_unref);
  g_clear_pointer (&models->named, dmn_model_unref);
}

/**
 * strata_models_choose:
 * @models: models
 * @path: what the plan was called on the command line
 * @plan: the plan
 * @error: return location for an error
 *
 * The model of the command line comes before the plan's own, and that before
 * the one that ships.
 *
 * Returns: (transfer full): the model to judge the plan by
 */
DmnModel *
strata_models_choose (const StrataModels  *models,
                      const char          *path,
                      StrataPlan          *plan,
                      GError             **error)
{
  g_autofree char *input = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (models != NULL && models->shipped != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (plan != NULL, NULL);

  if (models->named != NULL)
    return dmn_model_ref (models->named);
  input = strata_command_name_input (path);
  name = g_strdup_printf ("%s: model", input);

  return strata_decision_model_for_plan (plan, name, models->shipped, error);
}
