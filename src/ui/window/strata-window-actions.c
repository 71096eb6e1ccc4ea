/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done in a window, by name.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-window-private.h"

#include <glib/gi18n.h>

#include "strata-shortcuts-dialog.h"

static void
reveal (StrataWindow *self,
        const char   *placement)
{
  const char * const placements[] = { placement, NULL };

  strata_workspace_settle (self->workspace);
  strata_workspace_select (self->workspace, placements);
  if (adw_overlay_split_view_get_collapsed (self->inspector_split))
    adw_overlay_split_view_set_show_sidebar (self->inspector_split, FALSE);
  if (adw_overlay_split_view_get_collapsed (self->catalogue_split))
    adw_overlay_split_view_set_show_sidebar (self->catalogue_split, FALSE);
}

/* A card that comes back to another lane is a new widget: the keyboard
 * follows the tool, not the widget. */
static void
travel (StrataWindow *self,
        void        (*step) (StrataWorkspace *))
{
  g_autofree char *focused = strata_canvas_dup_focused (self->canvas);

  step (self->workspace);
  strata_workspace_settle (self->workspace);
  if (focused != NULL && !strata_canvas_focus_placement (self->canvas, focused))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  _strata_window_new_plan (STRATA_WINDOW (widget));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  _strata_window_open (STRATA_WINDOW (widget));
}

static void
open_example_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  _strata_window_open_example (STRATA_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  _strata_window_save (STRATA_WINDOW (widget));
}

static void
save_as_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  _strata_window_save_as (STRATA_WINDOW (widget));
}

static void
versions_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  _strata_window_show_versions (STRATA_WINDOW (widget));
}

static void
restore_version_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  _strata_window_restore_version (STRATA_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  _strata_window_merge (STRATA_WINDOW (widget));
}

static void
recover_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  _strata_window_recover (STRATA_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
discard_recovery_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  _strata_window_discard_recovery (STRATA_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  travel (STRATA_WINDOW (widget), strata_workspace_undo);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  travel (STRATA_WINDOW (widget), strata_workspace_redo);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  StrataWindow *self = STRATA_WINDOW (widget);

  adw_overlay_split_view_set_show_sidebar (self->catalogue_split, TRUE);
  strata_catalog_pane_search (self->catalog_pane, NULL);
}

/* Puts a tool at the end of the layer where it is at home. */
static void
place_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  StrataWindow *self = STRATA_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  StrataTool *tool = strata_catalog_find_tool (strata_workspace_get_catalog (self->workspace),
                                               strata_workspace_get_plan (self->workspace), id);
  g_autofree char *placement = NULL;
  g_autoptr (GError) error = NULL;

  if (tool == NULL)
    return;

  if (strata_workspace_place (self->workspace, id, strata_tool_get_home (tool), G_MAXUINT, &placement, &error))
    reveal (self, placement);
  else
    _strata_window_show_toast (self, error->message);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  strata_canvas_remove (STRATA_WINDOW (widget)->canvas, g_variant_get_string (parameter, NULL));
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  strata_canvas_duplicate (STRATA_WINDOW (widget)->canvas, g_variant_get_string (parameter, NULL));
}

static void
reveal_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  StrataWindow *self = STRATA_WINDOW (widget);
  const char *placement = g_variant_get_string (parameter, NULL);

  reveal (self, placement);
  strata_canvas_focus_placement (self->canvas, placement);
}

static void
show_findings_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  g_object_set (widget, "show-inspector", TRUE, NULL);
  strata_inspector_show_page (STRATA_WINDOW (widget)->inspector, "findings");
}

static void
show_tool_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_object_set (widget, "show-inspector", TRUE, NULL);
  strata_inspector_show_page (STRATA_WINDOW (widget)->inspector, "tool");
  strata_inspector_enter_page (STRATA_WINDOW (widget)->inspector);
}

static void
show_client_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  g_object_set (widget, "show-inspector", TRUE, NULL);
  strata_inspector_show_page (STRATA_WINDOW (widget)->inspector, "client");
}

static void
interview_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  StrataWindow *self = STRATA_WINDOW (widget);

  gtk_stack_set_visible_child_name (self->pages, "interview");
  strata_interview_page_begin (self->interview_page, self->workspace);
}

/* Where what a widget could not do is said. */
static void
tell_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  _strata_window_show_toast (STRATA_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
shortcuts_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  adw_dialog_present (strata_shortcuts_dialog_new (), widget);
}

static void
about_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  const char * const developers[] = { _("The Strata contributors"), NULL };

  adw_show_about_dialog (widget,
                         "application-icon", APPLICATION_ID,
                         "application-name", _("Strata"),
                         "comments", _("Plan a marketing-technology stack"),
                         "developers", developers,
                         "developer-name", developers[0],
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your names, one a line. */
                         "translator-credits", _("translator-credits"),
                         "version", VERSION,
                         NULL);
}

void
_strata_window_install_actions (GtkWidgetClass *widget_class)
{
  const struct
  {
    const char                  *name;
    const char                  *parameter;
    GtkWidgetActionActivateFunc  activate;
  } actions[] = {
    { "win.new", NULL, new_action },
    { "win.open", NULL, open_action },
    { "win.open-example", "s", open_example_action },
    { "win.save", NULL, save_action },
    { "win.save-as", NULL, save_as_action },
    { "win.versions", NULL, versions_action },
    { "win.restore-version", "s", restore_version_action },
    { "win.merge", NULL, merge_action },
    { "win.recover", "s", recover_action },
    { "win.discard-recovery", "s", discard_recovery_action },
    { "win.undo", NULL, undo_action },
    { "win.redo", NULL, redo_action },
    { "win.search", NULL, search_action },
    { "win.place", "s", place_action },
    { "win.remove", "s", remove_action },
    { "win.duplicate", "s", duplicate_action },
    { "win.reveal", "s", reveal_action },
    { "win.show-findings", NULL, show_findings_action },
    { "win.show-tool", NULL, show_tool_action },
    { "win.show-client", NULL, show_client_action },
    { "win.interview", NULL, interview_action },
    { "win.tell", "s", tell_action },
    { "win.shortcuts", NULL, shortcuts_action },
    { "win.about", NULL, about_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

void
_strata_window_update_actions (StrataWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  StrataDocument *document = _strata_window_get_document (self);
  const char * const need_plan[] = {
    "win.save", "win.save-as", "win.versions", "win.search", "win.place", "win.remove",
    "win.duplicate", "win.reveal", "win.show-findings", "win.show-tool", "win.show-client", "win.interview",
    "win.show-catalogue", "win.show-inspector",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (need_plan); i++)
    gtk_widget_action_set_enabled (widget, need_plan[i], document != NULL);
  gtk_widget_action_set_enabled (widget, "win.new", TRUE);
  gtk_widget_action_set_enabled (widget, "win.open", TRUE);
  _strata_window_update_scenario_actions (self);
  _strata_window_update_present_actions (self);
  gtk_widget_action_set_enabled (widget, "win.undo", document != NULL && strata_document_can_undo (document));
  gtk_widget_action_set_enabled (widget, "win.redo", document != NULL && strata_document_can_redo (document));
}
