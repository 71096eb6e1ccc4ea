/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of scenarios, and which of them is shown.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "model/strata-gesture.h"

static gboolean
has_title (StrataPlan *plan,
           const char *title)
{
  for (guint i = 0; i < strata_plan_get_n_scenarios (plan); i++)
    {
      if (g_str_equal (strata_plan_get_scenario (plan, i)->title, title))
        return TRUE;
    }

  return FALSE;
}

/* What stands beside today is what is aimed at. */
static char *
make_title (StrataPlan *plan)
{
  if (!has_title (plan, _("Target")))
    return g_strdup (_("Target"));

  for (guint i = strata_plan_get_n_scenarios (plan) + 1;; i++)
    {
      /* Translators: a new scenario, told from others by its number. */
      g_autofree char *title = g_strdup_printf (_("Scenario %u"), i);

      if (!has_title (plan, title))
        return g_steal_pointer (&title);
    }
}

static guint
get_position (StrataWorkspace *self)
{
  guint position = 0;

  strata_plan_find_scenario (strata_workspace_get_plan (self), strata_workspace_get_scenario (self)->id, &position);

  return position;
}

static void
show_at (StrataWorkspace *self,
         guint            position)
{
  StrataPlan *plan = strata_workspace_get_plan (self);

  position = MIN (position, strata_plan_get_n_scenarios (plan) - 1);
  strata_workspace_set_scenario (self, strata_plan_get_scenario (plan, position)->id);
}

static gboolean
add (StrataWorkspace  *self,
     StrataScenario   *source,
     const char       *title,
     GError          **error)
{
  g_autofree char *id = NULL;
  g_autoptr (StrataEdit) edit = strata_gesture_add_scenario (strata_workspace_get_plan (self), source, title, &id);

  if (!strata_workspace_apply (self, edit, NULL, error))
    return FALSE;
  strata_workspace_set_scenario (self, id);

  return TRUE;
}

/* Whoever undoes something is to see what that does: the scenario that it
 * brings back or changes, or what stood before the one that it takes away. */
static void
travel (StrataWorkspace  *self,
        void            (*step) (StrataDocument *))
{
  g_autoptr (StrataPlan) before = strata_plan_ref (strata_workspace_get_plan (self));
  StrataScenario *shown = strata_workspace_get_scenario (self);
  guint position = get_position (self);
  StrataPlan *after;

  step (self->document);
  after = strata_workspace_get_plan (self);
  if (strata_plan_find_scenario (after, shown->id, NULL) == NULL)
    {
      show_at (self, MAX (position, 1) - 1);
      return;
    }
  if (strata_plan_find_scenario (after, shown->id, NULL) != shown)
    return;

  for (guint i = 0; i < strata_plan_get_n_scenarios (after); i++)
    {
      StrataScenario *scenario = strata_plan_get_scenario (after, i);

      if (strata_plan_find_scenario (before, scenario->id, NULL) == scenario)
        continue;
      strata_workspace_set_scenario (self, scenario->id);
      return;
    }
}

/**
 * strata_workspace_add_scenario:
 * @self: a workspace
 * @error: return location for a [error@Strata.PlanError]
 *
 * Adds an empty scenario at the end and shows it.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_add_scenario (StrataWorkspace  *self,
                               GError          **error)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);

  title = make_title (strata_workspace_get_plan (self));
  return add (self, NULL, title, error);
}

/**
 * strata_workspace_duplicate_scenario:
 * @self: a workspace
 * @error: return location for a [error@Strata.PlanError]
 *
 * Adds a copy of the scenario shown behind it, and shows the copy.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_duplicate_scenario (StrataWorkspace  *self,
                                     GError          **error)
{
  StrataScenario *source;
  g_autofree char *title = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);

  source = strata_workspace_get_scenario (self);
  /* Translators: the title of a scenario that has been copied. */
  title = g_strdup_printf (_("%s (copy)"), source->title);
  return add (self, source, title, error);
}

/**
 * strata_workspace_rename_scenario:
 * @self: a workspace
 * @title: what to call the scenario shown
 * @error: return location for a [error@Strata.PlanError]
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_rename_scenario (StrataWorkspace  *self,
                                  const char       *title,
                                  GError          **error)
{
  g_autoptr (StrataEdit) edit = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (title != NULL, FALSE);

  edit = strata_gesture_rename_scenario (strata_workspace_get_scenario (self), title);
  return strata_workspace_apply (self, edit, NULL, error);
}

/**
 * strata_workspace_move_scenario:
 * @self: a workspace
 * @later: whether it comes later in the list, or earlier
 * @error: return location for a [error@Strata.PlanError]
 *
 * Moves the scenario shown past its neighbour; at the end nothing happens.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_move_scenario (StrataWorkspace  *self,
                                gboolean          later,
                                GError          **error)
{
  guint position;
  g_autoptr (StrataEdit) edit = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);

  position = get_position (self);
  edit = strata_gesture_move_scenario (strata_workspace_get_plan (self), strata_workspace_get_scenario (self),
                                       later ? position + 1 : MAX (position, 1) - 1);
  return strata_workspace_apply (self, edit, NULL, error);
}

/**
 * strata_workspace_remove_scenario:
 * @self: a workspace
 * @error: return location for a [error@Strata.PlanError]
 *
 * Removes the scenario shown and shows the one before it. A plan keeps its
 * last scenario.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_remove_scenario (StrataWorkspace  *self,
                                  GError          **error)
{
  guint position;
  g_autoptr (StrataEdit) edit = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);

  if (strata_plan_get_n_scenarios (strata_workspace_get_plan (self)) == 1)
    {
      g_set_error_literal (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_EDIT,
                           _("A plan keeps its last scenario"));
      return FALSE;
    }

  position = get_position (self);
  edit = strata_gesture_remove_scenario (strata_workspace_get_scenario (self));
  if (!strata_workspace_apply (self, edit, NULL, error))
    return FALSE;
  show_at (self, MAX (position, 1) - 1);

  return TRUE;
}

/**
 * strata_workspace_step_scenario:
 * @self: a workspace
 * @forward: whether to show the next scenario, or the one before
 *
 * Shows a neighbour of the scenario shown; at the end nothing happens.
 */
void
strata_workspace_step_scenario (StrataWorkspace *self,
                                gboolean         forward)
{
  guint position;

  g_return_if_fail (STRATA_IS_WORKSPACE (self));

  position = get_position (self);
  show_at (self, forward ? position + 1 : MAX (position, 1) - 1);
}

/**
 * strata_workspace_undo:
 * @self: a workspace
 *
 * Undoes the document's last step, and shows the scenario that it was done to.
 */
void
strata_workspace_undo (StrataWorkspace *self)
{
  g_return_if_fail (STRATA_IS_WORKSPACE (self));

  travel (self, strata_document_undo);
}

/**
 * strata_workspace_redo:
 * @self: a workspace
 *
 * Does what was undone last again, and shows the scenario that it is done to.
 */
void
strata_workspace_redo (StrataWorkspace *self)
{
  g_return_if_fail (STRATA_IS_WORKSPACE (self));

  travel (self, strata_document_redo);
}
