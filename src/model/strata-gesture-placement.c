/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits of what a plan says of its placements.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-gesture.h"

static gboolean
is_same (StrataValue *former,
         StrataValue *value)
{
  return former == value || (former != NULL && value != NULL && strata_value_equal (former, value));
}

/* What says nothing new is no step of the edit. */
static void
put (StrataEdit      *edit,
     StrataScenario  *scenario,
     StrataPlacement *placement,
     const char      *member,
     StrataValue     *value)
{
  StrataValue *former = strata_value_get_member (strata_placement_get_value (placement), member);
  g_autofree char *path = NULL;

  if (is_same (former, value))
    return;

  path = strata_path_build ("scenarios", scenario->id, "placements", placement->id, member, NULL);
  if (value != NULL)
    strata_edit_set (edit, path, value);
  else
    strata_edit_unset (edit, path);
}

static StrataEdit *
finish (StrataEdit *edit)
{
  g_autoptr (StrataEdit) made = edit;

  return strata_edit_get_n_operations (made) > 0 ? g_steal_pointer (&made) : NULL;
}

static void
put_modules (StrataEdit      *edit,
             StrataScenario  *scenario,
             StrataPlacement *placement,
             const char      *module,
             gboolean         bought)
{
  g_autoptr (GPtrArray) modules = g_ptr_array_new ();
  g_autoptr (StrataValue) value = NULL;

  for (guint i = 0; placement->modules[i] != NULL; i++)
    {
      if (!g_str_equal (placement->modules[i], module))
        g_ptr_array_add (modules, (gpointer) placement->modules[i]);
    }
  if (bought)
    g_ptr_array_add (modules, (gpointer) module);
  if (modules->len > 0)
    {
      g_ptr_array_add (modules, NULL);
      value = strata_value_new_strv ((const char * const *) modules->pdata);
    }
  put (edit, scenario, placement, "modules", value);
}

static void
put_module_cost (StrataEdit      *edit,
                 StrataScenario  *scenario,
                 StrataPlacement *placement,
                 const char      *module,
                 gint64           cents)
{
  StrataValue *former = strata_value_get_member (strata_placement_get_value (placement), "module_costs");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (StrataValue) costs = NULL;

  costs = former != NULL && strata_value_get_kind (former) == STRATA_VALUE_OBJECT
    ? strata_value_without_member (former, module)
    : strata_value_new_object (none, none);
  if (cents != STRATA_MONEY_UNKNOWN)
    {
      g_autoptr (StrataValue) money = strata_money_to_value (cents);
      g_autoptr (StrataValue) bare = g_steal_pointer (&costs);
      guint position = strata_value_get_length (bare);

      if (former != NULL && strata_value_get_kind (former) == STRATA_VALUE_OBJECT)
        strata_value_find_member (former, module, &position);
      costs = strata_value_with_member (bare, module, money, position);
    }
  put (edit, scenario, placement, "module_costs", strata_value_get_length (costs) > 0 ? costs : NULL);
}

static gint64
find_module_cost (StrataPlacement *placement,
                  const char      *module)
{
  for (guint i = 0; placement->modules[i] != NULL; i++)
    {
      if (g_str_equal (placement->modules[i], module))
        return placement->module_costs[i];
    }

  return STRATA_MONEY_UNKNOWN;
}

/**
 * strata_gesture_set_member:
 * @scenario: a scenario
 * @placements: (element-type StrataPlacement): some of its placements
 * @member: what to say of them, a placement's key in a plan
 * @value: (nullable): what they have from now on; %NULL: the default
 * @title: what Undo shows
 *
 * Says something of placements, or no longer.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL if the plan says so
 */
StrataEdit *
strata_gesture_set_member (StrataScenario *scenario,
                           GPtrArray      *placements,
                           const char     *member,
                           StrataValue    *value,
                           const char     *title)
{
  g_autoptr (StrataEdit) edit = NULL;

  g_return_val_if_fail (scenario != NULL && placements != NULL && member != NULL && title != NULL, NULL);

  edit = strata_edit_new (title);
  for (guint i = 0; i < placements->len; i++)
    put (edit, scenario, g_ptr_array_index (placements, i), member, value);

  return finish (g_steal_pointer (&edit));
}

/**
 * strata_gesture_buy_module:
 * @scenario: a scenario
 * @placement: one of its placements
 * @module: id of a module
 * @bought: whether it is bought
 * @title: what Undo shows
 *
 * Buys a module of a tool, or no longer. What is no longer bought is no longer
 * paid: where the cost of the module is known, the tool costs as much less.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL if it is so
 */
StrataEdit *
strata_gesture_buy_module (StrataScenario  *scenario,
                           StrataPlacement *placement,
                           const char      *module,
                           gboolean         bought,
                           const char      *title)
{
  g_autoptr (StrataEdit) edit = NULL;
  gint64 cost;

  g_return_val_if_fail (scenario != NULL && placement != NULL && module != NULL && title != NULL, NULL);

  if (g_strv_contains (placement->modules, module) == !!bought)
    return NULL;

  edit = strata_edit_new (title);
  cost = find_module_cost (placement, module);
  if (!bought && cost != STRATA_MONEY_UNKNOWN && placement->monthly_cost != STRATA_MONEY_UNKNOWN)
    {
      g_autoptr (StrataValue) money = strata_money_to_value (MAX (placement->monthly_cost - cost, 0));

      put (edit, scenario, placement, "monthly_cost", money);
    }
  put_modules (edit, scenario, placement, module, bought);
  if (cost != STRATA_MONEY_UNKNOWN)
    put_module_cost (edit, scenario, placement, module, STRATA_MONEY_UNKNOWN);

  return finish (g_steal_pointer (&edit));
}

/**
 * strata_gesture_set_module_cost:
 * @scenario: a scenario
 * @placement: one of its placements
 * @module: id of a module
 * @cents: what it costs a month, or %STRATA_MONEY_UNKNOWN
 * @title: what Undo shows
 *
 * Says how much of a tool's cost is a module's.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL if that is its cost
 */
StrataEdit *
strata_gesture_set_module_cost (StrataScenario  *scenario,
                                StrataPlacement *placement,
                                const char      *module,
                                gint64           cents,
                                const char      *title)
{
  g_autoptr (StrataEdit) edit = NULL;

  g_return_val_if_fail (scenario != NULL && placement != NULL && module != NULL && title != NULL, NULL);

  edit = strata_edit_new (title);
  put_module_cost (edit, scenario, placement, module, cents);

  return finish (g_steal_pointer (&edit));
}
