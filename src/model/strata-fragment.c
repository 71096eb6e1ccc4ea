/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A part of a scenario that goes elsewhere, as a small plan of its own.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-fragment.h"

#include <glib/gi18n-lib.h>

#include "strata-plan-error.h"

typedef struct
{
  GPtrArray *names;   /* borrowed */
  GPtrArray *members; /* owned */
} Object;

static void
init_object (Object *object)
{
  object->names = g_ptr_array_new ();
  object->members = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);
}

static void
add_member (Object      *object,
            const char  *name,
            StrataValue *member)
{
  g_ptr_array_add (object->names, (gpointer) name);
  g_ptr_array_add (object->members, member);
}

static StrataValue *
end_object (Object *object)
{
  StrataValue *value = strata_value_new_object (object->names, object->members);

  g_ptr_array_unref (object->names);
  g_ptr_array_unref (object->members);

  return value;
}

/* Tools that the plan defines itself, its overrides among them. */
static StrataValue *
collect_tools (StrataPlan *plan,
               GPtrArray  *placements)
{
  Object tools;

  init_object (&tools);
  for (guint i = 0; i < placements->len; i++)
    {
      StrataPlacement *placement = g_ptr_array_index (placements, i);
      StrataTool *tool = strata_plan_find_tool (plan, placement->tool);

      if (tool != NULL && !g_ptr_array_find_with_equal_func (tools.names, tool->id, g_str_equal, NULL))
        add_member (&tools, tool->id, strata_value_ref (strata_tool_get_value (tool)));
    }

  return end_object (&tools);
}

static StrataValue *
collect_placements (GPtrArray *placements)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  for (guint i = 0; i < placements->len; i++)
    g_ptr_array_add (values, strata_placement_get_value (g_ptr_array_index (placements, i)));

  return strata_value_new_array (values);
}

/* Flows that begin and end among the placements. */
static StrataValue *
collect_flows (StrataScenario *scenario,
               GPtrArray      *placements)
{
  StrataValue *flows = strata_value_get_member (strata_scenario_get_value (scenario), "flows");
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  for (guint i = 0; i < scenario->n_flows; i++)
    {
      const StrataFlow *flow = &scenario->flows[i];

      if (g_ptr_array_find (placements, scenario->placements[flow->from], NULL) &&
          g_ptr_array_find (placements, scenario->placements[flow->to], NULL))
        g_ptr_array_add (values, strata_value_get_element (flows, i));
    }

  return strata_value_new_array (values);
}

static StrataValue *
make_scenario (StrataScenario *scenario,
               GPtrArray      *placements)
{
  Object object;

  init_object (&object);
  add_member (&object, "id", strata_value_new_string (scenario->id));
  add_member (&object, "placements", collect_placements (placements));
  add_member (&object, "flows", collect_flows (scenario, placements));

  return end_object (&object);
}

/**
 * strata_fragment_new:
 * @plan: a plan
 * @scenario: one of its scenarios
 * @placements: (element-type StrataPlacement): some of its placements, in the
 *   scenario's order
 *
 * Makes a plan of nothing but these placements, the flows between them, the
 * plan's own definitions of their tools, and the currency that their costs
 * are in. Nothing of the client goes along, nor what was decided about the
 * placements: owners and acceptances.
 *
 * Returns: (transfer full): the fragment
 */
StrataPlan *
strata_fragment_new (StrataPlan     *plan,
                     StrataScenario *scenario,
                     GPtrArray      *placements)
{
  g_autoptr (GPtrArray) scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);
  g_autoptr (StrataValue) value = NULL;
  const char *currency;
  Object object;

  g_return_val_if_fail (plan != NULL && scenario != NULL && placements != NULL, NULL);

  currency = strata_plan_get_currency (plan);
  g_ptr_array_add (scenarios, make_scenario (scenario, placements));
  init_object (&object);
  add_member (&object, "format", strata_value_new_string (STRATA_PLAN_FORMAT));
  add_member (&object, "version", strata_value_new_integer (STRATA_PLAN_VERSION));
  if (currency != NULL)
    add_member (&object, "currency", strata_value_new_string (currency));
  add_member (&object, "tools", collect_tools (plan, placements));
  add_member (&object, "scenarios", strata_value_new_array (scenarios));
  value = end_object (&object);

  return strata_plan_new (value, NULL);
}

/**
 * strata_fragment_check:
 * @fragment: a plan that came from elsewhere
 * @error: return location for a #StrataPlanError
 *
 * Returns: whether it is a fragment: it has one scenario, with placements
 */
gboolean
strata_fragment_check (StrataPlan  *fragment,
                       GError     **error)
{
  const char *path = "scenarios[0].placements";

  g_return_val_if_fail (fragment != NULL, FALSE);

  if (strata_plan_get_n_scenarios (fragment) > 1)
    path = "scenarios[1]";
  else if (strata_plan_get_scenario (fragment, 0)->n_placements > 0)
    return TRUE;

  g_propagate_error (error, strata_plan_error_new (STRATA_PLAN_ERROR_INVALID, path,
                                                   /* Translators: a place in the file. */
                                                   _("%s: allowed is one scenario with one placement or more"), path));
  return FALSE;
}

/**
 * strata_fragment_get_scenario:
 * @fragment: a fragment
 *
 * Returns: (transfer none): its placements and the flows between them
 */
StrataScenario *
strata_fragment_get_scenario (StrataPlan *fragment)
{
  g_return_val_if_fail (fragment != NULL, NULL);

  return strata_plan_get_scenario (fragment, 0);
}
