/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tools and placements that hover over the canvas and are dropped on it.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-canvas-private.h"

/* Near the upper and the lower edge the canvas scrolls: pixels, and pixels a
 * second at the very edge. */
#define SCROLL_EDGE 48
#define SCROLL_SPEED 900

static GtkWidget *
get_scrolled_window (StrataCanvas *self)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
}

static StrataPoint
translate (GtkWidget   *from,
           GtkWidget   *to,
           StrataPoint  point)
{
  graphene_point_t translated;

  if (!gtk_widget_compute_point (from, to, &GRAPHENE_POINT_INIT (point.x, point.y), &translated))
    return point;
  return (StrataPoint) { translated.x, translated.y };
}

static void
update_insertion (StrataCanvas *self,
                  StrataPoint   point)
{
  StrataInsertion insertion;

  if (self->layout != NULL && strata_layout_find_insertion (self->layout, point, &insertion))
    _strata_canvas_set_insertion (self, &insertion);
  else
    _strata_canvas_set_insertion (self, NULL);
  _strata_canvas_ask_what_if (self, &point);
}

/* The canvas moves below a pointer that rests. */
static gboolean
scroll_tick_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  StrataCanvas *self = STRATA_CANVAS (widget);
  GtkWidget *window = get_scrolled_window (self);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  StrataPoint point;
  double seconds = self->scroll_time > 0 ? (now - self->scroll_time) / (double) G_USEC_PER_SEC : 0;

  self->scroll_time = now;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + self->scroll_speed * seconds);
  point = translate (window, widget, self->pointer);
  if (self->band_former != NULL)
    _strata_canvas_stretch_band (self, point);
  else
    update_insertion (self, point);
  return G_SOURCE_CONTINUE;
}

static void
set_scroll_speed (StrataCanvas *self,
                  double        speed)
{
  self->scroll_speed = speed;
  if (speed != 0 && self->scroll_tick == 0)
    {
      self->scroll_time = 0;
      self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick_cb, NULL, NULL);
    }
  else if (speed == 0 && self->scroll_tick != 0)
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
      self->scroll_tick = 0;
    }
}

/* A card of another window is no card of this stack, whatever its id. */
static GdkDragAction
get_action (StrataCanvas  *self,
            GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);

  if (value == NULL)
    return 0;
  if (G_VALUE_HOLDS (value, STRATA_TYPE_TOOL))
    return GDK_ACTION_COPY;
  return self->dragged != NULL ? GDK_ACTION_MOVE : 0;
}

static void
hover (StrataCanvas *self,
       const GValue *value)
{
  StrataTool *tool = G_VALUE_HOLDS (value, STRATA_TYPE_TOOL) ? g_value_get_boxed (value) : NULL;

  g_set_str (&self->hovering, tool != NULL ? tool->id : NULL);
}

static GdkDragAction
motion_cb (StrataCanvas  *self,
           double         x,
           double         y,
           GtkDropTarget *target)
{
  StrataPoint point = { x, y };
  GdkDragAction action = get_action (self, target);

  if (action == 0)
    return 0;
  hover (self, gtk_drop_target_get_value (target));
  update_insertion (self, point);
  _strata_canvas_scroll_near (self, point);
  return self->inserting ? action : 0;
}

static gboolean
drop_cb (StrataCanvas  *self,
         const GValue  *value,
         double         x,
         double         y,
         GtkDropTarget *target)
{
  StrataPlace place;
  gboolean inserting;

  update_insertion (self, (StrataPoint) { x, y });
  inserting = self->inserting;
  place = self->insertion.place;
  _strata_canvas_end_drop (self);
  if (!inserting)
    return FALSE;
  if (G_VALUE_HOLDS (value, STRATA_TYPE_TOOL))
    return _strata_canvas_place (self, ((StrataTool *) g_value_get_boxed (value))->id, place);
  return self->dragged != NULL && _strata_canvas_move (self, self->dragged, place);
}

static void
leave_cb (StrataCanvas *self)
{
  _strata_canvas_end_drop (self);
}

void
_strata_canvas_init_drop (StrataCanvas *self)
{
  GType types[] = { STRATA_TYPE_TOOL, STRATA_TYPE_PLACEMENT };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY | GDK_ACTION_MOVE);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* What was shown while something hovered goes. */
void
_strata_canvas_end_drop (StrataCanvas *self)
{
  _strata_canvas_stop_scrolling (self);
  _strata_canvas_end_what_if (self);
  g_clear_pointer (&self->hovering, g_free);
  if (self->inserting)
    _strata_canvas_set_insertion (self, NULL);
}

/* Scrolls as long as a point is near the upper or the lower edge. */
void
_strata_canvas_scroll_near (StrataCanvas *self,
                            StrataPoint   point)
{
  GtkWidget *window = get_scrolled_window (self);
  double above;
  double below;

  if (window == NULL)
    return;
  self->pointer = translate (GTK_WIDGET (self), window, point);
  above = SCROLL_EDGE - self->pointer.y;
  below = SCROLL_EDGE - (gtk_widget_get_height (window) - self->pointer.y);
  set_scroll_speed (self, SCROLL_SPEED * (MAX (below, 0) - MAX (above, 0)) / SCROLL_EDGE);
}

void
_strata_canvas_stop_scrolling (StrataCanvas *self)
{
  set_scroll_speed (self, 0);
}
