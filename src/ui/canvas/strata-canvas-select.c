/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Selecting cards: by clicks, by a band stretched over them, all or none.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-canvas-private.h"

#include <glib/gi18n.h>

/* Pixels: a band is never too narrow to have a border. */
#define BAND_MINIMUM 2

static guint
count_selected (StrataCanvas *self)
{
  return g_strv_length ((GStrv) strata_workspace_get_selection (self->workspace));
}

/* A card that is selected says so itself; how many there are nobody would. */
static void
tell_selection (StrataCanvas *self)
{
  guint n_selected = count_selected (self);
  g_autofree char *message = NULL;

  if (n_selected == 0)
    message = g_strdup (_("Nothing selected"));
  else
    message = g_strdup_printf (ngettext ("%u tool selected", "%u tools selected", n_selected), n_selected);
  _strata_canvas_announce (self, message);
}

static gboolean
overlap (StrataRect a,
         StrataRect b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width &&
         a.y < b.y + b.height && b.y < a.y + a.height;
}

static void
select_under_band (StrataCanvas *self)
{
  StrataScenario *scenario = strata_layout_get_scenario (self->layout);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) selection = NULL;

  g_strv_builder_addv (builder, (const char **) self->band_former);
  for (guint i = 0; i < scenario->n_placements; i++)
    {
      const char *id = scenario->placements[i]->id;
      StrataRect card = strata_layout_get_card (self->layout, strata_layout_get_place (self->layout, i));

      if (overlap (card, self->band_rect) && !g_strv_contains ((const char * const *) self->band_former, id))
        g_strv_builder_add (builder, id);
    }
  selection = g_strv_builder_end (builder);
  strata_workspace_select (self->workspace, (const char * const *) selection);
}

/* Whether a press there means neither a card nor a button. */
static gboolean
is_empty_at (StrataCanvas *self,
             double        x,
             double        y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return picked != NULL &&
         gtk_widget_get_ancestor (picked, STRATA_TYPE_CARD) == NULL &&
         gtk_widget_get_ancestor (picked, GTK_TYPE_BUTTON) == NULL;
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_gesture_get_device (gesture);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
begin_band (StrataCanvas    *self,
            GdkModifierType  state)
{
  gboolean adds = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;

  self->band_former = adds ? g_strdupv ((GStrv) strata_workspace_get_selection (self->workspace)) : g_new0 (char *, 1);
  gtk_widget_set_visible (self->band, TRUE);
}

static void
band_begin_cb (StrataCanvas *self,
               double        x,
               double        y,
               GtkGesture   *gesture)
{
  /* A finger that moves pans. */
  if (self->layout == NULL || is_touch (gesture) || !is_empty_at (self, x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
  self->band_start = (StrataPoint) { x, y };
}

static void
band_update_cb (StrataCanvas *self,
                double        offset_x,
                double        offset_y,
                GtkGesture   *gesture)
{
  StrataPoint point = { self->band_start.x + offset_x, self->band_start.y + offset_y };

  if (self->layout == NULL)
    return;
  if (self->band_former == NULL)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, offset_x, offset_y))
        return;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      begin_band (self, gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
    }
  _strata_canvas_stretch_band (self, point);
  _strata_canvas_scroll_near (self, point);
}

static void
band_end_cb (StrataCanvas *self)
{
  if (self->band_former == NULL)
    return;
  g_clear_pointer (&self->band_former, g_strfreev);
  gtk_widget_set_visible (self->band, FALSE);
  _strata_canvas_stop_scrolling (self);
  if (self->workspace != NULL)
    tell_selection (self);
}

static void
clicked_cb (StrataCanvas *self,
            int           n_press,
            double        x,
            double        y,
            GtkGesture   *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  StrataCard *card = _strata_canvas_pick_card (self, x, y);

  if (card == NULL && self->layout != NULL && is_empty_at (self, x, y) &&
      _strata_canvas_choose_flow_at (self, (StrataPoint) { x, y }, is_touch (gesture)))
    return;
  _strata_canvas_forget_flow (self);
  if (card != NULL)
    {
      _strata_canvas_select (self, card, state);
      gtk_widget_grab_focus (GTK_WIDGET (card));
      if (n_press == 2 && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
        gtk_widget_activate_action (GTK_WIDGET (self), "win.show-tool", NULL);
    }
  else if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    {
      _strata_canvas_unselect (self);
    }
}

static void
select_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  StrataCanvas *self = STRATA_CANVAS (widget);

  if (self->workspace == NULL)
    return;
  strata_workspace_select_all (self->workspace);
  tell_selection (self);
}

/* A card is shown with all that are selected with it. */
static void
properties_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  StrataCanvas *self = STRATA_CANVAS (widget);
  g_auto (GStrv) placements = _strata_canvas_dup_targets (self);

  if (placements == NULL)
    return;
  strata_workspace_select (self->workspace, (const char * const *) placements);
  gtk_widget_activate_action (widget, "win.show-tool", NULL);
}

void
_strata_canvas_class_init_select (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "canvas.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (widget_class, "canvas.properties", NULL, properties_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "canvas.properties", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "canvas.select-all", NULL);
}

void
_strata_canvas_init_select (StrataCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (band_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (band_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (band_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (band_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/* Selects a card as the modifiers ask for: alone, too or no longer (Ctrl), or
 * with all between it and where the selection began (Shift). */
void
_strata_canvas_select (StrataCanvas    *self,
                       StrataCard      *card,
                       GdkModifierType  state)
{
  const char *id = strata_placement_row_get_id (strata_card_get_row (card));
  const char * const alone[] = { id, NULL };

  if ((state & GDK_SHIFT_MASK) != 0)
    strata_workspace_extend_selection (self->workspace, id);
  else if ((state & GDK_CONTROL_MASK) != 0)
    strata_workspace_toggle_selected (self->workspace, id);
  else
    strata_workspace_select (self->workspace, alone);
  if ((state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    tell_selection (self);
}

/* Returns whether there was anything to unselect. */
gboolean
_strata_canvas_unselect (StrataCanvas *self)
{
  if (count_selected (self) == 0 && strata_workspace_get_focus (self->workspace) == NULL)
    return FALSE;
  strata_workspace_select (self->workspace, NULL);
  tell_selection (self);
  return TRUE;
}

void
_strata_canvas_stretch_band (StrataCanvas *self,
                             StrataPoint   point)
{
  StrataPoint start = self->band_start;

  self->band_rect = (StrataRect) {
    MIN (start.x, point.x), MIN (start.y, point.y),
    MAX (ABS (point.x - start.x), BAND_MINIMUM), MAX (ABS (point.y - start.y), BAND_MINIMUM),
  };
  select_under_band (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
