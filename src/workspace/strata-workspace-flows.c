/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flows of the scenario shown: made, changed, named.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "model/strata-gesture.h"

static gboolean
find_end (StrataScenario  *scenario,
          const char      *id,
          guint           *position,
          GError         **error)
{
  if (strata_scenario_find (scenario, id, position) != NULL)
    return TRUE;
  g_set_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_EDIT,
               _("Scenario “%s” has no placement “%s”."), scenario->id, id);
  return FALSE;
}

static char *
name_end (StrataWorkspace *self,
          StrataScenario  *scenario,
          guint            placement)
{
  return strata_workspace_name_placements (self, strata_workspace_get_plan (self),
                                           scenario->placements + placement, 1);
}

static gboolean
has_flow (StrataScenario   *scenario,
          const StrataFlow *flow)
{
  for (guint i = 0; i < scenario->n_flows; i++)
    {
      const StrataFlow *other = &scenario->flows[i];

      if (other->from == flow->from && other->to == flow->to && other->carries == flow->carries)
        return TRUE;
    }

  return FALSE;
}

/* The same flow twice says nothing that one of them does not. */
static gboolean
check_new (StrataWorkspace   *self,
           StrataScenario    *scenario,
           const StrataFlow  *flow,
           GError           **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!has_flow (scenario, flow))
    return TRUE;

  from = name_end (self, scenario, flow->from);
  to = name_end (self, scenario, flow->to);
  /* Translators: two tools and what goes from one to the other: “Segment
   * already feeds HubSpot: Events.” */
  g_set_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_EDIT, _("%s already feeds %s: %s."), from, to,
               _(strata_vocabulary_get_label (&strata_carries, (int) flow->carries)));
  return FALSE;
}

/**
 * strata_workspace_add_flow:
 * @self: a workspace
 * @from: the placement where it begins
 * @to: another one, where it ends
 * @carries: what it carries
 * @error: return location for a [error@Strata.PlanError]
 *
 * Adds a flow to the scenario shown. One that is there is refused.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_add_flow (StrataWorkspace  *self,
                           const char       *from,
                           const char       *to,
                           StrataCarries     carries,
                           GError          **error)
{
  StrataScenario *scenario;
  StrataFlow flow = { .carries = carries };
  g_autoptr (StrataEdit) edit = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (from != NULL && to != NULL && !g_str_equal (from, to), FALSE);

  scenario = strata_workspace_get_scenario (self);
  if (!find_end (scenario, from, &flow.from, error) || !find_end (scenario, to, &flow.to, error)
      || !check_new (self, scenario, &flow, error))
    return FALSE;

  edit = strata_gesture_add_flow (scenario, &flow);
  return strata_workspace_apply (self, edit, NULL, error);
}

/**
 * strata_workspace_remove_flow:
 * @self: a workspace
 * @index: which of the flows of the scenario shown
 * @error: return location for a [error@Strata.PlanError]
 *
 * Removes a flow.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_remove_flow (StrataWorkspace  *self,
                              guint             index,
                              GError          **error)
{
  g_autoptr (StrataEdit) edit = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (index < strata_workspace_get_scenario (self)->n_flows, FALSE);

  edit = strata_gesture_remove_flow (strata_workspace_get_scenario (self), index);
  return strata_workspace_apply (self, edit, NULL, error);
}

/**
 * strata_workspace_carry:
 * @self: a workspace
 * @index: which of the flows of the scenario shown
 * @carries: what it is to carry
 * @error: return location for a [error@Strata.PlanError]
 *
 * Has a flow carry something else; where that makes it the same as another
 * flow, it is refused.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_carry (StrataWorkspace  *self,
                        guint             index,
                        StrataCarries     carries,
                        GError          **error)
{
  StrataScenario *scenario;
  StrataFlow flow;
  g_autoptr (StrataEdit) edit = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);

  scenario = strata_workspace_get_scenario (self);
  g_return_val_if_fail (index < scenario->n_flows, FALSE);

  flow = scenario->flows[index];
  if (flow.carries == carries)
    return TRUE;
  flow.carries = carries;
  if (!check_new (self, scenario, &flow, error))
    return FALSE;

  edit = strata_gesture_carry (scenario, index, carries);
  return strata_workspace_apply (self, edit, NULL, error);
}

/**
 * strata_workspace_describe_flow:
 * @self: a workspace
 * @index: which of the flows of the scenario shown
 *
 * Returns: (transfer full): what a flow is called: “Segment to HubSpot: Events”
 */
char *
strata_workspace_describe_flow (StrataWorkspace *self,
                                guint            index)
{
  StrataScenario *scenario;
  const StrataFlow *flow;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);

  scenario = strata_workspace_get_scenario (self);
  g_return_val_if_fail (index < scenario->n_flows, NULL);

  flow = &scenario->flows[index];
  from = name_end (self, scenario, flow->from);
  to = name_end (self, scenario, flow->to);
  /* Translators: a flow: where from, where to, what it carries:
   * “Segment to HubSpot: Events”. */
  return g_strdup_printf (_("%s to %s: %s"), from, to,
                          _(strata_vocabulary_get_label (&strata_carries, (int) flow->carries)));
}
