/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stack alone on a full screen, for a room that looks on.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-window-private.h"

#include <glib/gi18n.h>

/* Pixels; a stage as wide as this has pixels too small for the usual type. */
#define VAST_WIDTH 3000

/* How the window was before, for afterwards. */
struct _StrataPresentation
{
  char     *placement; /* of the card that had the keyboard, or NULL */
  char     *finding;   /* that was in focus, or NULL */
  GStrv     selection;
  gboolean  catalogue_shown;
  gboolean  inspector_shown;
  gboolean  fullscreen;
};

static StrataPresentation *
remember (StrataWindow *self)
{
  StrataPresentation *former = g_new0 (StrataPresentation, 1);

  former->placement = strata_canvas_dup_focused (self->canvas);
  former->finding = g_strdup (strata_workspace_get_focus (self->workspace));
  former->selection = g_strdupv ((char **) strata_workspace_get_selection (self->workspace));
  former->catalogue_shown = self->catalogue_shown;
  former->inspector_shown = self->inspector_shown;
  former->fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self));
  return former;
}

static void
recall (StrataWindow       *self,
        StrataPresentation *former)
{
  adw_overlay_split_view_set_show_sidebar (self->catalogue_split, former->catalogue_shown);
  adw_overlay_split_view_set_show_sidebar (self->inspector_split, former->inspector_shown);
  if (!former->fullscreen)
    gtk_window_unfullscreen (GTK_WINDOW (self));
  if (former->finding != NULL)
    strata_workspace_focus_finding (self->workspace, former->finding);
  else
    strata_workspace_select (self->workspace, (const char * const *) former->selection);
  if (former->placement == NULL || !strata_canvas_focus_placement (self->canvas, former->placement))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static gboolean
is_vast (StrataWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  GdkMonitor *monitor = gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  GdkRectangle geometry = { 0 };

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &geometry);
  return geometry.width >= VAST_WIDTH;
}

static void
update_discretion (StrataWindow *self)
{
  if (self->workspace != NULL)
    strata_workspace_set_discreet (self->workspace,
                                   self->presentation != NULL &&
                                   !g_settings_get_boolean (self->settings, "present-amounts"));
}

/* Without a focus the arrow keys go through the findings; a click on a card, or
 * Tab, gives them to the cards. */
static void
begin (StrataWindow *self)
{
  self->presentation = remember (self);
  adw_overlay_split_view_set_show_sidebar (self->catalogue_split, FALSE);
  adw_overlay_split_view_set_show_sidebar (self->inspector_split, FALSE);
  adw_toast_overlay_dismiss_all (self->toasts);
  strata_workspace_select (self->workspace, NULL);
  gtk_widget_add_css_class (self->stage, "presenting");
  if (is_vast (self))
    gtk_widget_add_css_class (self->stage, "vast");
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           _("Presenting. Page Down shows the next finding, Escape ends."),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
end (StrataWindow *self)
{
  StrataPresentation *former = g_steal_pointer (&self->presentation);

  gtk_widget_remove_css_class (self->stage, "presenting");
  gtk_widget_remove_css_class (self->stage, "vast");
  recall (self, former);
  _strata_presentation_free (former);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _("No longer presenting"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* The desktop has ways to leave the full screen too. */
static void
fullscreened_cb (StrataWindow *self)
{
  if (self->presentation != NULL && !gtk_window_is_fullscreen (GTK_WINDOW (self)))
    g_object_set (self, "presenting", FALSE, NULL);
}

static void
next_finding_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  strata_finding_caption_step (STRATA_WINDOW (widget)->caption, TRUE);
}

static void
previous_finding_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  strata_finding_caption_step (STRATA_WINDOW (widget)->caption, FALSE);
}

void
_strata_window_install_present_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "win.present", "presenting");
  gtk_widget_class_install_action (widget_class, "win.next-finding", NULL, next_finding_action);
  gtk_widget_class_install_action (widget_class, "win.previous-finding", NULL, previous_finding_action);
}

void
_strata_window_init_presenting (StrataWindow *self)
{
  g_autoptr (GAction) amounts = g_settings_create_action (self->settings, "present-amounts");

  g_action_map_add_action (G_ACTION_MAP (self), amounts);
  g_signal_connect_object (self->settings, "changed::present-amounts", G_CALLBACK (update_discretion), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
}

/* What opens over the stage, or beside it, is not for the room. */
void
_strata_window_update_present_actions (StrataWindow *self)
{
  const char * const off_stage[] = {
    "win.new", "win.open", "win.interview", "win.show-inspector", "win.show-findings", "win.show-client",
    "win.rename-scenario",
  };
  gboolean presenting = self->presentation != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.present", self->workspace != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.next-finding", presenting);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.previous-finding", presenting);
  for (gsize i = 0; presenting && i < G_N_ELEMENTS (off_stage); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), off_stage[i], FALSE);
}

/* Returns: whether that was a change. Only the stack can be presented. */
gboolean
_strata_window_set_presenting (StrataWindow *self,
                               gboolean      presenting)
{
  if (presenting == (self->presentation != NULL))
    return FALSE;
  if (presenting && g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "plan") != 0)
    return FALSE;

  if (presenting)
    begin (self);
  else
    end (self);
  update_discretion (self);
  _strata_window_update_actions (self);
  return TRUE;
}

/* Keys that nothing on the stage had a use for. */
gboolean
_strata_window_present_key (StrataWindow *self,
                            guint         keyval)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (keyval)
    {
    case GDK_KEY_Escape:
      g_object_set (self, "presenting", FALSE, NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      strata_finding_caption_step (self->caption, (keyval == GDK_KEY_Right) != rtl);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      strata_finding_caption_step (self->caption, keyval == GDK_KEY_Down);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

void
_strata_presentation_free (StrataPresentation *self)
{
  g_free (self->placement);
  g_free (self->finding);
  g_strfreev (self->selection);
  g_free (self);
}
