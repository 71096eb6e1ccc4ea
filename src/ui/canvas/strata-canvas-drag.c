/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lifting cards off the canvas, with a pointer or a finger.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-canvas-private.h"

#include "ui/style/strata-style.h"

/* Pixels around the picture of what is carried, as in the style sheet. */
#define ICON_MARGIN 8

static void
end_drag (StrataCanvas *self)
{
  g_auto (GStrv) dragged = g_steal_pointer (&self->dragged);

  if (dragged != NULL)
    _strata_canvas_set_carried (self, dragged, FALSE);
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

static GtkWidget *
create_count (guint n_cards)
{
  g_autofree char *text = g_strdup_printf ("%u", n_cards);
  GtkWidget *count = gtk_label_new (text);

  gtk_widget_set_halign (count, GTK_ALIGN_END);
  gtk_widget_set_valign (count, GTK_ALIGN_START);
  return count;
}

/* A picture of the card as it is now: the card itself steps back. One that
 * goes with others says how many they are. */
static GtkWidget *
create_icon (StrataCard *card,
             guint       n_cards)
{
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (GTK_WIDGET (card));
  g_autoptr (GdkPaintable) image = gdk_paintable_get_current_image (live);
  GtkWidget *icon = gtk_overlay_new ();
  GtkWidget *picture = gtk_picture_new_for_paintable (image);

  gtk_picture_set_can_shrink (GTK_PICTURE (picture), FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (icon), picture);
  gtk_widget_add_css_class (icon, "carried-cards");
  strata_style_set_layer (icon, strata_placement_row_get_layer (strata_card_get_row (card)));
  if (n_cards > 1)
    {
      gtk_widget_add_css_class (icon, "several");
      gtk_overlay_add_overlay (GTK_OVERLAY (icon), create_count (n_cards));
    }
  return icon;
}

/* What is selected goes with a card that is; another card goes alone, and the
 * selection ends. */
static void
begin_drag (StrataCanvas *self,
            StrataCard   *card,
            GdkDrag      *drag,
            double        x,
            double        y)
{
  const char *id = strata_placement_row_get_id (strata_card_get_row (card));
  graphene_point_t spot = get_hot_spot (self, card, x, y);

  end_drag (self);
  if (!strata_placement_row_get_selected (strata_card_get_row (card)))
    strata_workspace_select (self->workspace, NULL);
  self->dragged = strata_workspace_dup_with (self->workspace, id);
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)),
                           create_icon (card, g_strv_length (self->dragged)));
  gdk_drag_set_hotspot (drag, (int) spot.x + ICON_MARGIN, (int) spot.y + ICON_MARGIN);
  _strata_canvas_set_carried (self, self->dragged, TRUE);
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

  if (card == NULL || gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN)
    return NULL;
  self->drag_start = (StrataPoint) { x, y };
  return create_content (self, card);
}

static void
drag_begin_cb (StrataCanvas  *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  StrataCard *card = _strata_canvas_pick_card (self, self->drag_start.x, self->drag_start.y);

  if (card != NULL)
    begin_drag (self, card, drag, self->drag_start.x, self->drag_start.y);
}

static void
drag_end_cb (StrataCanvas *self)
{
  end_drag (self);
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
  begin_drag (self, card, drag, x, y);
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

/* What is carried steps back where it stands. */
void
_strata_canvas_set_carried (StrataCanvas *self,
                            GStrv         placements,
                            gboolean      carried)
{
  for (guint i = 0; self->workspace != NULL && placements[i] != NULL; i++)
    {
      StrataCard *card = _strata_canvas_find_card (self, placements[i]);

      if (card == NULL)
        continue;
      if (carried)
        gtk_widget_add_css_class (GTK_WIDGET (card), "carried");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (card), "carried");
    }
}

/**
 * strata_canvas_is_dragging:
 * @self: a canvas
 *
 * Returns: whether cards of this canvas are being dragged
 */
gboolean
strata_canvas_is_dragging (StrataCanvas *self)
{
  g_return_val_if_fail (STRATA_IS_CANVAS (self), FALSE);

  return self->dragged != NULL;
}
