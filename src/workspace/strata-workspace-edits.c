/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gestures: what they ask for, applied to the document.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "model/strata-gesture.h"

/* No edit: everything is as it was asked for. */
static gboolean
apply (StrataWorkspace  *self,
       StrataEdit       *edit,
       const char       *coalesce,
       GError          **error)
{
  return edit == NULL || strata_document_apply (self->document, edit, coalesce, error);
}

static StrataPlacement *
find_placement (StrataWorkspace  *self,
                const char       *id,
                GError          **error)
{
  StrataScenario *scenario = strata_workspace_get_scenario (self);
  StrataPlacement *placement = strata_scenario_find (scenario, id, NULL);

  if (placement == NULL)
    g_set_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_EDIT,
                 _("Scenario “%s” has no placement “%s”."), scenario->id, id);

  return placement;
}

static const char *
get_tool_name (StrataWorkspace *self,
               StrataPlacement *placement)
{
  StrataTool *tool = strata_catalog_find_tool (self->catalog, strata_workspace_get_plan (self), placement->tool);

  return tool != NULL ? tool->name : placement->tool;
}

/**
 * strata_workspace_place:
 * @self: a workspace
 * @tool: id of a tool that the plan or the catalogue knows
 * @layer: the layer to place it on
 * @position: its place in that lane; whatever is beyond the end is the end
 * @placement: (out) (optional): the id of the new placement
 * @error: return location for a [error@Strata.PlanError]
 *
 * Places a tool, planned, in the scenario shown.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_place (StrataWorkspace  *self,
                        const char       *tool,
                        StrataLayer       layer,
                        guint             position,
                        char            **placement,
                        GError          **error)
{
  StrataTool *found;
  g_autoptr (StrataEdit) edit = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (tool != NULL, FALSE);

  found = strata_catalog_find_tool (self->catalog, strata_workspace_get_plan (self), tool);
  if (found == NULL)
    {
      g_set_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_UNKNOWN_TOOL,
                   _("Neither the plan nor the catalogue has a tool “%s”."), tool);
      return FALSE;
    }

  edit = strata_gesture_place (strata_workspace_get_scenario (self), found, layer, position, &id);
  if (!apply (self, edit, NULL, error))
    return FALSE;
  if (placement != NULL)
    *placement = g_steal_pointer (&id);

  return TRUE;
}

/**
 * strata_workspace_move:
 * @self: a workspace
 * @placement: id of a placement of the scenario shown
 * @layer: the layer to move it to
 * @position: its place in that lane, itself not counted; whatever is beyond the
 *   end is the end
 * @error: return location for a [error@Strata.PlanError]
 *
 * Moves a placement. Where it already is, nothing happens.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_move (StrataWorkspace  *self,
                       const char       *placement,
                       StrataLayer       layer,
                       guint             position,
                       GError          **error)
{
  StrataPlacement *found;
  g_autoptr (StrataEdit) edit = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (placement != NULL, FALSE);

  found = find_placement (self, placement, error);
  if (found == NULL)
    return FALSE;

  edit = strata_gesture_move (strata_workspace_get_scenario (self), found,
                              get_tool_name (self, found), layer, position);
  return apply (self, edit, NULL, error);
}

/**
 * strata_workspace_remove:
 * @self: a workspace
 * @placement: id of a placement of the scenario shown
 * @error: return location for a [error@Strata.PlanError]
 *
 * Removes a placement with its flows and its entries among the owners.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_remove (StrataWorkspace  *self,
                         const char       *placement,
                         GError          **error)
{
  StrataPlacement *found;
  g_autoptr (StrataEdit) edit = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (placement != NULL, FALSE);

  found = find_placement (self, placement, error);
  if (found == NULL)
    return FALSE;

  edit = strata_gesture_remove (strata_workspace_get_scenario (self), found, get_tool_name (self, found));
  return apply (self, edit, NULL, error);
}

/**
 * strata_workspace_set_fact:
 * @self: a workspace
 * @key: key of a fact
 * @value: (nullable): the answer; %NULL: unknown
 * @error: return location for a [error@Strata.PlanError]
 *
 * Answers a question to the client. Answers to the same one within half a
 * second are one step.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_set_fact (StrataWorkspace  *self,
                           const char       *key,
                           StrataValue      *value,
                           GError          **error)
{
  const StrataFact *fact;
  g_autoptr (StrataEdit) edit = NULL;
  g_autofree char *coalesce = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  fact = strata_fact_lookup (key);
  g_return_val_if_fail (fact != NULL, FALSE);

  edit = strata_gesture_set_fact (strata_workspace_get_plan (self), fact, value);
  coalesce = g_strconcat ("facts/", key, NULL);
  return apply (self, edit, coalesce, error);
}

/**
 * strata_workspace_set_prerequisite:
 * @self: a workspace
 * @fact: one of the four prerequisites
 * @state: how far it is
 * @error: return location for a [error@Strata.PlanError]
 *
 * Sets a check mark of the gate; each time is a step of its own.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_set_prerequisite (StrataWorkspace     *self,
                                   StrataFactId         fact,
                                   StrataPrerequisite   state,
                                   GError             **error)
{
  const StrataFact *question;
  g_autoptr (StrataEdit) edit = NULL;
  g_autoptr (StrataValue) value = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (fact >= STRATA_FACT_EVENT_SCHEMA && fact <= STRATA_FACT_MEASUREMENT, FALSE);

  question = strata_fact_get (fact);
  if (state != STRATA_PREREQUISITE_UNKNOWN)
    value = strata_value_new_string (strata_vocabulary_get_id (question->members, (int) state));

  edit = strata_gesture_set_fact (strata_workspace_get_plan (self), question, value);
  return apply (self, edit, NULL, error);
}
