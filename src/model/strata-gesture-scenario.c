/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits of the list of scenarios.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-gesture.h"

#include <glib/gi18n-lib.h>

static char *
find_free_id (StrataPlan *plan)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);

      if (strata_plan_find_scenario (plan, id, NULL) == NULL)
        return g_steal_pointer (&id);
    }
}

static StrataValue *
with_text (StrataValue *object,
           const char  *name,
           const char  *text,
           guint        position)
{
  g_autoptr (StrataValue) value = strata_value_new_string (text);

  return strata_value_with_member (object, name, value, position);
}

/* A copy has everything but the id and the title. */
static StrataValue *
make_scenario (StrataScenario *source,
               const char     *id,
               const char     *title)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (StrataValue) empty = strata_value_new_object (none, none);
  g_autoptr (StrataValue) placements = strata_value_new_array (none);
  g_autoptr (StrataValue) bare = strata_value_with_member (empty, "placements", placements, 0);
  StrataValue *whole = source != NULL ? strata_scenario_get_value (source) : bare;
  g_autoptr (StrataValue) named = with_text (whole, "id", id, 0);

  return with_text (named, "title", title, 1);
}

static guint
get_position (StrataPlan     *plan,
              StrataScenario *scenario)
{
  guint position = 0;

  strata_plan_find_scenario (plan, scenario->id, &position);

  return position;
}

/**
 * strata_gesture_add_scenario:
 * @plan: a plan
 * @source: (nullable): the scenario to copy, or %NULL for an empty one
 * @title: what to call it; titles may repeat
 * @id: (out) (optional): the id that it will have
 *
 * Adds a scenario under the first free of the ids s1, s2, …: a copy after what
 * it is copied from, an empty one at the end.
 *
 * Returns: (transfer full): the edit
 */
StrataEdit *
strata_gesture_add_scenario (StrataPlan     *plan,
                             StrataScenario *source,
                             const char     *title,
                             char          **id)
{
  g_autoptr (StrataEdit) edit = NULL;
  g_autoptr (StrataValue) value = NULL;
  g_autofree char *free_id = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (plan != NULL && title != NULL, NULL);

  free_id = find_free_id (plan);
  value = make_scenario (source, free_id, title);
  name = source != NULL
    ? g_strdup_printf (_("Duplicate Scenario %s"), source->title)
    : g_strdup_printf (_("Add Scenario %s"), title);
  edit = strata_edit_new (name);
  strata_edit_insert (edit, "scenarios", source != NULL ? get_position (plan, source) + 1 : G_MAXUINT, value);
  if (id != NULL)
    *id = g_steal_pointer (&free_id);

  return g_steal_pointer (&edit);
}

/**
 * strata_gesture_rename_scenario:
 * @scenario: a scenario
 * @title: what to call it; titles may repeat
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL if that is its title
 */
StrataEdit *
strata_gesture_rename_scenario (StrataScenario *scenario,
                                const char     *title)
{
  g_autoptr (StrataEdit) edit = NULL;
  g_autoptr (StrataValue) value = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (scenario != NULL && title != NULL, NULL);

  if (g_str_equal (scenario->title, title))
    return NULL;

  name = g_strdup_printf (_("Rename Scenario to %s"), title);
  edit = strata_edit_new (name);
  path = strata_path_build ("scenarios", scenario->id, "title", NULL);
  value = strata_value_new_string (title);
  strata_edit_set (edit, path, value);

  return g_steal_pointer (&edit);
}

/**
 * strata_gesture_move_scenario:
 * @plan: a plan
 * @scenario: one of its scenarios
 * @position: its place among them, itself not counted; whatever is beyond the
 *   end is the end
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL if it is there
 */
StrataEdit *
strata_gesture_move_scenario (StrataPlan     *plan,
                              StrataScenario *scenario,
                              guint           position)
{
  g_autoptr (StrataEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (plan != NULL && scenario != NULL, NULL);

  position = MIN (position, strata_plan_get_n_scenarios (plan) - 1);
  if (position == get_position (plan, scenario))
    return NULL;

  name = g_strdup_printf (_("Move Scenario %s"), scenario->title);
  edit = strata_edit_new (name);
  path = strata_path_build ("scenarios", scenario->id, NULL);
  strata_edit_move (edit, path, position);

  return g_steal_pointer (&edit);
}

/**
 * strata_gesture_remove_scenario:
 * @scenario: a scenario
 *
 * Removes a scenario with all that is on it; the last one, a plan refuses to
 * lose.
 *
 * Returns: (transfer full): the edit
 */
StrataEdit *
strata_gesture_remove_scenario (StrataScenario *scenario)
{
  g_autoptr (StrataEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (scenario != NULL, NULL);

  name = g_strdup_printf (_("Remove Scenario %s"), scenario->title);
  edit = strata_edit_new (name);
  path = strata_path_build ("scenarios", scenario->id, NULL);
  strata_edit_unset (edit, path);

  return g_steal_pointer (&edit);
}
