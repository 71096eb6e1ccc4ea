/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flows: added, taken away, given something else to carry.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-gesture.h"

#include <glib/gi18n-lib.h>

static StrataValue *
make_carries (StrataCarries carries)
{
  return strata_value_new_string (strata_vocabulary_get_id (&strata_carries, (int) carries));
}

static StrataValue *
make_flow (StrataScenario   *scenario,
           const StrataFlow *flow)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);

  g_ptr_array_add (names, (gpointer) "from");
  g_ptr_array_add (members, strata_value_new_string (scenario->placements[flow->from]->id));
  g_ptr_array_add (names, (gpointer) "to");
  g_ptr_array_add (members, strata_value_new_string (scenario->placements[flow->to]->id));
  g_ptr_array_add (names, (gpointer) "carries");
  g_ptr_array_add (members, make_carries (flow->carries));

  return strata_value_new_object (names, members);
}

static char *
build_path (StrataScenario *scenario,
            guint           index,
            const char     *member)
{
  g_autofree char *position = g_strdup_printf ("%u", index);

  return strata_path_build ("scenarios", scenario->id, "flows", position, member, NULL);
}

/**
 * strata_gesture_add_flow:
 * @scenario: a scenario
 * @flow: a flow that it does not have, between two of its placements
 *
 * Adds a flow behind all others.
 *
 * Returns: (transfer full): the edit
 */
StrataEdit *
strata_gesture_add_flow (StrataScenario   *scenario,
                         const StrataFlow *flow)
{
  g_autoptr (StrataEdit) edit = NULL;
  g_autoptr (StrataValue) value = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (scenario != NULL && flow != NULL, NULL);
  g_return_val_if_fail (flow->from < scenario->n_placements && flow->to < scenario->n_placements, NULL);
  g_return_val_if_fail (flow->from != flow->to, NULL);

  edit = strata_edit_new (_("Add Flow"));
  value = make_flow (scenario, flow);
  path = strata_path_build ("scenarios", scenario->id, "flows", NULL);
  strata_edit_insert (edit, path, scenario->n_flows, value);

  return g_steal_pointer (&edit);
}

/**
 * strata_gesture_remove_flow:
 * @scenario: a scenario
 * @index: which of its flows
 *
 * Removes a flow.
 *
 * Returns: (transfer full): the edit
 */
StrataEdit *
strata_gesture_remove_flow (StrataScenario *scenario,
                            guint           index)
{
  g_autoptr (StrataEdit) edit = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (scenario != NULL && index < scenario->n_flows, NULL);

  edit = strata_edit_new (_("Remove Flow"));
  path = scenario->n_flows > 1
    ? build_path (scenario, index, NULL)
    : strata_path_build ("scenarios", scenario->id, "flows", NULL);
  strata_edit_unset (edit, path);

  return g_steal_pointer (&edit);
}

/**
 * strata_gesture_carry:
 * @scenario: a scenario
 * @index: which of its flows
 * @carries: what it is to carry
 *
 * Has a flow carry something else.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL if it carries that
 */
StrataEdit *
strata_gesture_carry (StrataScenario *scenario,
                      guint           index,
                      StrataCarries   carries)
{
  g_autoptr (StrataEdit) edit = NULL;
  g_autoptr (StrataValue) value = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (scenario != NULL && index < scenario->n_flows, NULL);

  if (scenario->flows[index].carries == carries)
    return NULL;

  /* Translators: the name of a command; what a flow is to carry: “Carry Profiles”. */
  name = g_strdup_printf (C_("undo", "Carry %s"), _(strata_vocabulary_get_label (&strata_carries, (int) carries)));
  edit = strata_edit_new (name);
  path = build_path (scenario, index, "carries");
  value = make_carries (carries);
  strata_edit_set (edit, path, value);

  return g_steal_pointer (&edit);
}
