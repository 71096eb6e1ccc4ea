/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scenario as the switcher shows it.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-scenario-row.h"

struct _StrataScenarioRow
{
  StrataRow parent_instance;
};

enum
{
  PROP_ID = 1,
  PROP_TITLE,
  N_PROPS
};

static const StrataRowProperty properties[N_PROPS] = {
  [PROP_ID] = { "id", G_TYPE_STRING },
  [PROP_TITLE] = { "title", G_TYPE_STRING },
};

G_DEFINE_FINAL_TYPE (StrataScenarioRow, strata_scenario_row, STRATA_TYPE_ROW)

static void
strata_scenario_row_class_init (StrataScenarioRowClass *klass)
{
  strata_row_class_install (STRATA_ROW_CLASS (klass), properties, N_PROPS);
}

static void
strata_scenario_row_init (StrataScenarioRow *self)
{
}

/**
 * strata_scenario_row_new:
 * @id: a scenario's id
 *
 * Returns: (transfer full): a row that shows nothing but the id yet
 */
StrataScenarioRow *
strata_scenario_row_new (const char *id)
{
  StrataScenarioRow *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (STRATA_TYPE_SCENARIO_ROW, NULL);
  strata_row_set_string (STRATA_ROW (self), PROP_ID, id);

  return self;
}

/**
 * strata_scenario_row_update:
 * @self: a row
 * @scenario: what it shows from now on
 */
void
strata_scenario_row_update (StrataScenarioRow *self,
                            StrataScenario    *scenario)
{
  g_return_if_fail (STRATA_IS_SCENARIO_ROW (self));
  g_return_if_fail (scenario != NULL);

  strata_row_set_string (STRATA_ROW (self), PROP_TITLE, scenario->title);
}

/**
 * strata_scenario_row_get_id:
 * @self: a row
 *
 * Returns: the scenario's id
 */
const char *
strata_scenario_row_get_id (StrataScenarioRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_ID);
}

/**
 * strata_scenario_row_get_title:
 * @self: a row
 *
 * Returns: its title
 */
const char *
strata_scenario_row_get_title (StrataScenarioRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_TITLE);
}
