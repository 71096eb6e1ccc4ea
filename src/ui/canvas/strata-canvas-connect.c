/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing a flow from a card to another: by its handle, or by keyboard.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-canvas-private.h"

#include <glib/gi18n.h>

#include "ui/style/strata-style.h"

/* Pixels; what a finger can hit. */
#define HANDLE_SIZE 24

#define N_CARRIES (STRATA_CARRIES_RESULTS + 1)

static void
mark_target (StrataCanvas *self,
             gboolean      marked)
{
  StrataCard *card = self->connection != NULL ? _strata_canvas_find_card (self, self->connection) : NULL;

  if (card == NULL)
    return;
  if (marked)
    gtk_widget_add_css_class (GTK_WIDGET (card), "flow-target");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (card), "flow-target");
}

/* A flow to itself is none. */
static void
set_target (StrataCanvas *self,
            StrataCard   *card)
{
  const char *id = card != NULL ? strata_placement_row_get_id (strata_card_get_row (card)) : NULL;

  if (id != NULL && g_str_equal (id, self->connecting))
    id = NULL;
  mark_target (self, FALSE);
  g_set_str (&self->connection, id);
  mark_target (self, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
begin (StrataCanvas *self,
       StrataCard   *card,
       gboolean      by_keys)
{
  _strata_canvas_put_back (self);
  _strata_canvas_end_connect (self);
  _strata_canvas_forget_flow (self);
  self->connecting = g_strdup (strata_placement_row_get_id (strata_card_get_row (card)));
  self->connecting_by_keys = by_keys;
  gtk_widget_add_css_class (GTK_WIDGET (self), "connecting");
}

static void
begin_by_keys (StrataCanvas *self,
               StrataCard   *card)
{
  g_autofree char *message = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (card));
  begin (self, card, TRUE);
  /* Translators: a flow is being drawn from a tool with the keyboard. */
  message = g_strdup_printf (_("From %s to where? Arrow keys choose a card, Enter connects, Escape cancels."),
                             strata_placement_row_get_name (strata_card_get_row (card)));
  _strata_canvas_announce (self, message);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Most likely first: only results come down, data feeds others with audiences. */
static const StrataCarries *
list_carries (StrataLayer from,
              StrataLayer to)
{
  static const StrataCarries down[N_CARRIES] = {
    STRATA_CARRIES_RESULTS, STRATA_CARRIES_EVENTS, STRATA_CARRIES_PROFILES,
    STRATA_CARRIES_AUDIENCES, STRATA_CARRIES_CONTENT,
  };
  static const StrataCarries up[N_CARRIES] = {
    STRATA_CARRIES_AUDIENCES, STRATA_CARRIES_PROFILES, STRATA_CARRIES_EVENTS,
    STRATA_CARRIES_CONTENT, STRATA_CARRIES_RESULTS,
  };
  static const StrataCarries level[N_CARRIES] = {
    STRATA_CARRIES_EVENTS, STRATA_CARRIES_PROFILES, STRATA_CARRIES_AUDIENCES,
    STRATA_CARRIES_CONTENT, STRATA_CARRIES_RESULTS,
  };

  if (from == to)
    return level;
  return from > to ? down : up;
}

static GMenuModel *
create_carries_menu (StrataCanvas *self)
{
  StrataPlacementRow *from = strata_workspace_get_placement (self->workspace, self->connecting);
  StrataPlacementRow *to = strata_workspace_get_placement (self->workspace, self->connection);
  const StrataCarries *carries = list_carries (strata_placement_row_get_layer (from), strata_placement_row_get_layer (to));
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < N_CARRIES; i++)
    {
      const char *label = _(strata_vocabulary_get_label (&strata_carries, (int) carries[i]));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "canvas.add-flow", "(ssu)",
                                         self->connecting, self->connection, (guint) carries[i]);
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, _("Carries"), G_MENU_MODEL (section));

  return G_MENU_MODEL (menu);
}

/* Asks what the flow carries; the line stays until that is answered. */
static void
ask_carries (StrataCanvas *self)
{
  StrataCard *card = _strata_canvas_find_card (self, self->connection);
  StrataPlacementRow *row = strata_card_get_row (card);
  StrataPlace where = { strata_placement_row_get_layer (row), strata_placement_row_get_position (row) };
  StrataRect rect = strata_layout_get_card (self->layout, where);
  GdkRectangle place = { (int) (rect.x + rect.width / 2), (int) (rect.y + rect.height / 2), 1, 1 };
  g_autoptr (GMenuModel) model = create_carries_menu (self);

  _strata_canvas_open_menu (self, model, &place);
}

static void
menu_closed_cb (StrataCanvas *self)
{
  _strata_canvas_end_connect (self);
}

static StrataCard *
get_handle_card (StrataCanvas *self)
{
  return self->handle_card != NULL ? STRATA_CARD (self->handle_card) : NULL;
}

static void
drag_begin_cb (StrataCanvas *self,
               double        x,
               double        y,
               GtkGesture   *gesture)
{
  if (self->layout == NULL || get_handle_card (self) == NULL)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_update_cb (StrataCanvas   *self,
                double          offset_x,
                double          offset_y,
                GtkGestureDrag *gesture)
{
  graphene_point_t point;
  double x;
  double y;

  if (self->connecting == NULL)
    {
      if (!gtk_drag_check_threshold (self->handle, 0, 0, (int) offset_x, (int) offset_y))
        return;
      begin (self, get_handle_card (self), FALSE);
    }
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (!gtk_widget_compute_point (self->handle, GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT (x + offset_x, y + offset_y), &point))
    return;
  self->connection_point = (StrataPoint) { point.x, point.y };
  set_target (self, _strata_canvas_pick_card (self, point.x, point.y));
  _strata_canvas_scroll_near (self, self->connection_point);
}

/* A tap on the handle asks where to, like the key. */
static void
drag_end_cb (StrataCanvas   *self,
             double          offset_x,
             double          offset_y,
             GtkGestureDrag *gesture)
{
  _strata_canvas_stop_scrolling (self);
  if (self->connecting == NULL)
    {
      if (get_handle_card (self) != NULL && !gtk_drag_check_threshold (self->handle, 0, 0, (int) offset_x, (int) offset_y))
        begin_by_keys (self, get_handle_card (self));
      return;
    }
  if (self->connection != NULL)
    ask_carries (self);
  else
    _strata_canvas_end_connect (self);
}

static void
drag_cancel_cb (StrataCanvas *self)
{
  _strata_canvas_stop_scrolling (self);
  _strata_canvas_end_connect (self);
}

/* The handle is that of the card below the pointer, else of the one that has
 * the keyboard. */
static void
motion_cb (StrataCanvas *self,
           double        x,
           double        y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *card = NULL;

  if (picked == NULL || picked == self->handle || self->connecting != NULL)
    return;
  card = gtk_widget_get_ancestor (picked, STRATA_TYPE_CARD);
  if (card == NULL && self->last_focus != NULL && gtk_widget_has_focus (self->last_focus))
    card = gtk_widget_get_ancestor (self->last_focus, STRATA_TYPE_CARD);
  _strata_canvas_move_handle (self, card);
}

static void
connect_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  StrataCanvas *self = STRATA_CANVAS (widget);
  StrataPlace place;
  StrataCard *card = NULL;

  if (self->layout != NULL && _strata_canvas_get_focused_place (self, &place))
    card = strata_lane_view_get_card (self->lanes[place.layer], place.position);
  else if (self->layout != NULL && self->last_focus != NULL)
    card = (StrataCard *) gtk_widget_get_ancestor (self->last_focus, STRATA_TYPE_CARD);
  if (card != NULL)
    begin_by_keys (self, card);
}

static void
add_flow_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  StrataCanvas *self = STRATA_CANVAS (widget);
  const char *from;
  const char *to;
  guint carries;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(&s&su)", &from, &to, &carries);
  if (self->workspace == NULL || g_str_equal (from, to))
    return;
  if (!strata_workspace_add_flow (self->workspace, from, to, carries, &error))
    {
      _strata_canvas_fail (self, error->message);
      return;
    }
  strata_workspace_settle (self->workspace);
  _strata_canvas_choose_flow (self, strata_workspace_get_scenario (self->workspace)->n_flows - 1);
}

static void
add_handle (StrataCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->handle = gtk_button_new ();
  gtk_widget_set_name (self->handle, "flow-handle");
  gtk_widget_add_css_class (self->handle, "flow-handle");
  gtk_widget_set_focusable (self->handle, FALSE);
  gtk_widget_set_visible (self->handle, FALSE);
  gtk_widget_set_tooltip_text (self->handle, _("Drag to another card to connect them"));
  gtk_widget_set_parent (self->handle, GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (drag));
}

void
_strata_canvas_class_init_connect (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "canvas.connect", NULL, connect_action);
  gtk_widget_class_install_action (widget_class, "canvas.add-flow", "(ssu)", add_flow_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "canvas.connect", NULL);
}

void
_strata_canvas_init_connect (StrataCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  add_handle (self);
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/* Returns whether a flow was being drawn; the plan stays as it is. */
gboolean
_strata_canvas_end_connect (StrataCanvas *self)
{
  if (self->connecting == NULL)
    return FALSE;
  mark_target (self, FALSE);
  g_clear_pointer (&self->connecting, g_free);
  g_clear_pointer (&self->connection, g_free);
  self->connecting_by_keys = FALSE;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "connecting");
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

/* The next card that way, where a flow could end. */
static void
step_target (StrataCanvas *self,
             StrataStep    step)
{
  const char *at = self->connection != NULL ? self->connection : self->connecting;
  StrataPlacementRow *row = strata_workspace_get_placement (self->workspace, at);
  StrataPlace former = { strata_placement_row_get_layer (row), strata_placement_row_get_position (row) };
  StrataPlace place = strata_layout_step (self->layout, former, step, FALSE);
  StrataCard *card = strata_lane_view_get_card (self->lanes[place.layer], place.position);
  StrataRect rect = strata_layout_get_card (self->layout, place);

  /* An empty lane is stepped over. */
  while (card == NULL && place.layer != former.layer)
    {
      former = place;
      place = strata_layout_step (self->layout, place, step, FALSE);
      card = strata_lane_view_get_card (self->lanes[place.layer], place.position);
    }
  if (card == NULL)
    return;
  self->connection_point = (StrataPoint) { rect.x + rect.width / 2, rect.y + rect.height / 2 };
  set_target (self, card);
  _strata_canvas_announce (self, strata_placement_row_get_name (strata_card_get_row (card)));
}

/* Returns whether the key was about a flow: one being drawn, or chosen. */
gboolean
_strata_canvas_connect_key (StrataCanvas *self,
                            guint         keyval)
{
  StrataStep step;

  if (self->connecting == NULL)
    {
      if (keyval == GDK_KEY_Escape)
        return _strata_canvas_forget_flow (self);
      if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete)
        {
          _strata_canvas_forget_flow (self);
          return FALSE;
        }
      if (self->chosen_flow == NULL)
        return FALSE;
      gtk_widget_activate_action (GTK_WIDGET (self), "canvas.remove-flow", "u", self->flow);
      return TRUE;
    }
  if (keyval == GDK_KEY_Escape)
    {
      _strata_canvas_end_connect (self);
      _strata_canvas_announce (self, _("Not connected"));
    }
  else if (self->connecting_by_keys && _strata_canvas_find_step (self, keyval, &step))
    step_target (self, step);
  else if (self->connecting_by_keys && self->connection != NULL &&
           (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space))
    ask_carries (self);
  return TRUE;
}

void
_strata_canvas_add_connection (StrataCanvas      *self,
                               StrataDisplayList *list)
{
  StrataPlacementRow *from;
  StrataPlacementRow *to = NULL;
  StrataRect start;
  StrataRect end;

  if (self->connecting == NULL || self->layout == NULL || (self->connecting_by_keys && self->connection == NULL))
    return;
  from = strata_workspace_get_placement (self->workspace, self->connecting);
  if (self->connection != NULL)
    to = strata_workspace_get_placement (self->workspace, self->connection);
  if (from == NULL)
    return;
  start = strata_layout_get_card (self->layout, (StrataPlace) { strata_placement_row_get_layer (from),
                                                               strata_placement_row_get_position (from) });
  if (to != NULL)
    end = strata_layout_get_card (self->layout, (StrataPlace) { strata_placement_row_get_layer (to),
                                                               strata_placement_row_get_position (to) });
  strata_display_list_add_connection (list, strata_placement_row_get_layer (from), start,
                                      to != NULL ? &end : NULL, self->connection_point);
}

void
_strata_canvas_move_handle (StrataCanvas *self,
                            GtkWidget    *card)
{
  if (self->handle == NULL || self->connecting != NULL || card == self->handle_card)
    return;
  g_set_weak_pointer (&self->handle_card, card);
  gtk_widget_set_visible (self->handle, card != NULL);
  if (card != NULL)
    strata_style_set_layer (self->handle, strata_placement_row_get_layer (strata_card_get_row (STRATA_CARD (card))));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* On the edge where a row goes on, above the flows to the card there. */
void
_strata_canvas_place_handle (StrataCanvas *self)
{
  StrataPlacementRow *row;
  StrataRect rect;
  GtkAllocation place = { 0, 0, HANDLE_SIZE, HANDLE_SIZE };
  int minimum;

  if (!gtk_widget_get_visible (self->handle))
    return;
  gtk_widget_measure (self->handle, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_set_child_visible (self->handle, get_handle_card (self) != NULL);
  if (get_handle_card (self) != NULL)
    {
      row = strata_card_get_row (get_handle_card (self));
      rect = strata_layout_get_card (self->layout, (StrataPlace) { strata_placement_row_get_layer (row),
                                                                  strata_placement_row_get_position (row) });
      place.x = (int) (rect.x + (gtk_widget_get_direction (self->handle) == GTK_TEXT_DIR_RTL ? 0 : rect.width) - HANDLE_SIZE / 2);
      place.y = (int) (rect.y + rect.height / 4 - HANDLE_SIZE / 2);
    }
  gtk_widget_size_allocate (self->handle, &place, -1);
}
