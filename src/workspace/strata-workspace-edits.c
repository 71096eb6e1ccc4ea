/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gestures: what they ask for, applied to the document.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "model/strata-gesture.h"

static gboolean
check_placements (StrataScenario      *scenario,
                  const char * const  *ids,
                  GError             **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (strata_scenario_find (scenario, ids[i], NULL) == NULL)
        {
          g_set_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_EDIT,
                       _("Scenario “%s” has no placement “%s”."), scenario->id, ids[i]);
          return FALSE;
        }
    }

  return TRUE;
}

static char *
name_found (StrataWorkspace *self,
            GPtrArray       *found)
{
  return strata_workspace_name_placements (self, strata_workspace_get_plan (self),
                                           (StrataPlacement * const *) found->pdata, found->len);
}

/* In the scenario's order, each once; NULL when one of them is not there. */
GPtrArray *
strata_workspace_find_placements (StrataWorkspace     *self,
                                  const char * const  *ids,
                                  GError             **error)
{
  StrataScenario *scenario = strata_workspace_get_scenario (self);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  if (!check_placements (scenario, ids, error))
    return NULL;

  for (guint i = 0; i < scenario->n_placements; i++)
    {
      if (g_strv_contains (ids, scenario->placements[i]->id))
        g_ptr_array_add (found, scenario->placements[i]);
    }

  return g_steal_pointer (&found);
}

/* As the name of a command has it: “Segment”, “3 Tools”. */
char *
strata_workspace_name_placements (StrataWorkspace          *self,
                                  StrataPlan               *plan,
                                  StrataPlacement * const  *placements,
                                  guint                     n_placements)
{
  StrataTool *tool;

  if (n_placements > 1)
    /* Translators: stands in the name of a command: “Move 3 Tools to Data”. */
    return g_strdup_printf (ngettext ("%u Tool", "%u Tools", n_placements), n_placements);

  tool = strata_catalog_find_tool (self->catalog, plan, placements[0]->tool);
  return g_strdup (tool != NULL ? tool->name : placements[0]->tool);
}

gboolean
strata_workspace_apply (StrataWorkspace  *self,
                        StrataEdit       *edit,
                        const char       *coalesce,
                        GError          **error)
{
  return edit == NULL || strata_document_apply (self->document, edit, coalesce, error);
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
  if (!strata_workspace_apply (self, edit, NULL, error))
    return FALSE;
  if (placement != NULL)
    *placement = g_steal_pointer (&id);

  return TRUE;
}

/**
 * strata_workspace_move:
 * @self: a workspace
 * @placements: (array zero-terminated=1): ids of placements of the scenario
 *   shown, in any order
 * @layer: the layer to move them to
 * @position: the place of the first in that lane, none of them counted;
 *   whatever is beyond the end is the end
 * @error: return location for a [error@Strata.PlanError]
 *
 * Moves placements, which keep their order, as one step. Where they already
 * are, nothing happens.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_move (StrataWorkspace     *self,
                       const char * const  *placements,
                       StrataLayer          layer,
                       guint                position,
                       GError             **error)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (StrataEdit) edit = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (placements != NULL && placements[0] != NULL, FALSE);

  found = strata_workspace_find_placements (self, placements, error);
  if (found == NULL)
    return FALSE;

  name = name_found (self, found);
  edit = strata_gesture_move (strata_workspace_get_scenario (self), found, name, layer, position);
  return strata_workspace_apply (self, edit, NULL, error);
}

static gboolean
take_off (StrataWorkspace     *self,
          const char * const  *placements,
          gboolean             is_cut,
          GError             **error)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (StrataEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (placements != NULL && placements[0] != NULL, FALSE);

  found = strata_workspace_find_placements (self, placements, error);
  if (found == NULL)
    return FALSE;

  name = name_found (self, found);
  title = g_strdup_printf (is_cut ? _("Cut %s") : _("Remove %s"), name);
  edit = strata_gesture_remove (strata_workspace_get_scenario (self), found, title);
  return strata_workspace_apply (self, edit, NULL, error);
}

/**
 * strata_workspace_remove:
 * @self: a workspace
 * @placements: (array zero-terminated=1): ids of placements of the scenario
 *   shown
 * @error: return location for a [error@Strata.PlanError]
 *
 * Removes placements with their flows and their entries among the owners, as
 * one step.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_remove (StrataWorkspace     *self,
                         const char * const  *placements,
                         GError             **error)
{
  return take_off (self, placements, FALSE, error);
}

/**
 * strata_workspace_cut:
 * @self: a workspace
 * @placements: (array zero-terminated=1): ids of placements of the scenario
 *   shown
 * @error: return location for a [error@Strata.PlanError]
 *
 * Removes placements that have been copied, as [method@Workspace.remove] does.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_cut (StrataWorkspace     *self,
                      const char * const  *placements,
                      GError             **error)
{
  return take_off (self, placements, TRUE, error);
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
  return strata_workspace_apply (self, edit, coalesce, error);
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
  return strata_workspace_apply (self, edit, NULL, error);
}
