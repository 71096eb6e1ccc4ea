/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lifting cards off the canvas, with a pointer or a finger.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-canvas-private.h"

static void
set_carried_class (StrataCanvas *self,
                   const char   *id,
                   gboolean      carried)
{
  StrataCard *card = self->workspace != NULL ? _strata_canvas_find_card (self, id) : NULL;

  if (card == NULL)
    return;
  if (carried)
    gtk_widget_add_css_class (GTK_WIDGET (card), "carried");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (card), "carried");
}

static void
end_drag (StrataCanvas *self)
{
  if (self->dragged == NULL)
    return;
  set_carried_class (self, self->dragged, FALSE);
  g_clear_pointer (&self->dragged, g_free);
}

static GdkContentProvider *
create_content (StrataCanvas *self,
                StrataCard   *card)
{
  const char *id = strata_placement_row_get_id (strata_card_get_row (card));
  StrataPlacement *placement = strata_scenario_find (strata_workspace_get_scenario (self->workspace), id, NULL);

  if (placement == NULL)
    return NULL;
  return gdk_content_provider_new_typed (STRATA_TYPE_PLACEMENT, placement);
}

/* A picture of the card as it is now: the card itself steps back. */
static GdkPaintable *
create_icon (StrataCard *card)
{
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (GTK_WIDGET (card));

  return gdk_paintable_get_current_image (live);
}

static graphene_point_t
get_hot_spot (StrataCanvas *self,
              StrataCard   *card,
              double        x,
              double        y)
{
  graphene_point_t spot = GRAPHENE_POINT_INIT (0, 0);

  if (!gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (card), &GRAPHENE_POINT_INIT (x, y), &spot))
    graphene_point_init (&spot, 0, 0);
  return spot;
}

static void
begin_drag (StrataCanvas *self,
            StrataCard   *card)
{
  end_drag (self);
  self->dragged = g_strdup (strata_placement_row_get_id (strata_card_get_row (card)));
  set_carried_class (self, self->dragged, TRUE);
}

/* A finger that moves pans the canvas; a long press lifts. */
static GdkContentProvider *
prepare_cb (StrataCanvas  *self,
            double         x,
            double         y,
            GtkDragSource *source)
{
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (source));
  StrataCard *card = _strata_canvas_pick_card (self, x, y);
  g_autoptr (GdkPaintable) icon = NULL;
  graphene_point_t spot;

  if (card == NULL || gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN)
    return NULL;
  icon = create_icon (card);
  spot = get_hot_spot (self, card, x, y);
  gtk_drag_source_set_icon (source, icon, spot.x, spot.y);
  g_object_set_data (G_OBJECT (source), "card", card);
  return create_content (self, card);
}

static void
drag_begin_cb (StrataCanvas  *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  begin_drag (self, g_object_steal_data (G_OBJECT (source), "card"));
}

static void
drag_end_cb (StrataCanvas *self)
{
  end_drag (self);
}

static void
set_drag_icon (StrataCanvas *self,
               StrataCard   *card,
               GdkDrag      *drag,
               double        x,
               double        y)
{
  g_autoptr (GdkPaintable) icon = create_icon (card);
  graphene_point_t spot = get_hot_spot (self, card, x, y);

  gtk_drag_icon_set_from_paintable (drag, icon, spot.x, spot.y);
}

static void
pressed_cb (StrataCanvas        *self,
            double               x,
            double               y,
            GtkGestureLongPress *gesture)
{
  StrataCard *card = _strata_canvas_pick_card (self, x, y);
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (gesture));
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));
  g_autoptr (GdkContentProvider) content = card != NULL ? create_content (self, card) : NULL;
  g_autoptr (GdkDrag) drag = NULL;

  if (content == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  drag = gdk_drag_begin (surface, device, content, GDK_ACTION_MOVE, 0, 0);
  if (drag == NULL)
    return;
  set_drag_icon (self, card, drag, x, y);
  begin_drag (self, card);
  g_signal_connect_object (drag, "dnd-finished", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
}

void
_strata_canvas_init_drag (StrataCanvas *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}
