/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done to the list of scenarios, by name.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-window-private.h"

#include <glib/gi18n.h>

static void
announce_shown (StrataWindow *self)
{
  StrataScenario *scenario = strata_workspace_get_scenario (self->workspace);
  /* Translators: which scenario of the plan is shown from now on. */
  g_autofree char *message = g_strdup_printf (_("Scenario %s"), scenario->title);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* After an edit, or when another scenario is to be shown. */
static void
finish (StrataWindow *self,
        gboolean      succeeded,
        const GError *error)
{
  g_autofree char *focused = strata_canvas_dup_focused (self->canvas);

  strata_workspace_settle (self->workspace);
  if (focused != NULL && !strata_canvas_focus_placement (self->canvas, focused))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  if (succeeded)
    announce_shown (self);
  else
    _strata_window_show_toast (self, error->message);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  StrataWindow *self = STRATA_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  finish (self, strata_workspace_add_scenario (self->workspace, &error), error);
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  StrataWindow *self = STRATA_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  finish (self, strata_workspace_duplicate_scenario (self->workspace, &error), error);
}

static void
rename_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  strata_plan_bar_rename_scenario (STRATA_WINDOW (widget)->plan_bar);
}

static void
name_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  StrataWindow *self = STRATA_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  finish (self, strata_workspace_rename_scenario (self->workspace, g_variant_get_string (parameter, NULL), &error),
          error);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  StrataWindow *self = STRATA_WINDOW (widget);
  gboolean later = g_str_equal (name, "win.scenario-later");
  g_autoptr (GError) error = NULL;

  finish (self, strata_workspace_move_scenario (self->workspace, later, &error), error);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  StrataWindow *self = STRATA_WINDOW (widget);
  g_autofree char *title = g_strdup (strata_workspace_get_scenario (self->workspace)->title);
  g_autofree char *message = g_strdup_printf (_("“%s” removed"), title);
  g_autoptr (GError) error = NULL;
  gboolean removed = strata_workspace_remove_scenario (self->workspace, &error);

  finish (self, removed, error);
  if (removed)
    _strata_window_show_removal (self, message);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  StrataWindow *self = STRATA_WINDOW (widget);

  strata_workspace_step_scenario (self->workspace, g_str_equal (name, "win.next-scenario"));
  finish (self, TRUE, NULL);
}

static const struct
{
  const char                  *name;
  const char                  *parameter;
  GtkWidgetActionActivateFunc  activate;
} actions[] = {
  { "win.add-scenario", NULL, add_action },
  { "win.duplicate-scenario", NULL, duplicate_action },
  { "win.rename-scenario", NULL, rename_action },
  { "win.name-scenario", "s", name_action },
  { "win.scenario-earlier", NULL, move_action },
  { "win.scenario-later", NULL, move_action },
  { "win.remove-scenario", NULL, remove_action },
  { "win.previous-scenario", NULL, step_action },
  { "win.next-scenario", NULL, step_action },
};

void
_strata_window_install_scenario_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

void
_strata_window_update_scenario_actions (StrataWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, self->workspace != NULL);
}
