/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canvas by keyboard: looking around, lifting, carrying, removing.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-canvas-private.h"

#include <glib/gi18n.h>

static GtkWidget *
get_focused (StrataCanvas *self,
             GType         type)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  return gtk_widget_get_ancestor (focus, type);
}

static StrataPlace
get_row_place (StrataPlacementRow *row)
{
  return (StrataPlace) { strata_placement_row_get_layer (row), strata_placement_row_get_position (row) };
}

static void
focus_place (StrataCanvas *self,
             StrataPlace   place)
{
  StrataCard *card = strata_lane_view_get_card (self->lanes[place.layer], place.position);

  gtk_widget_grab_focus (card != NULL ? GTK_WIDGET (card) : GTK_WIDGET (self->lanes[place.layer]));
}

static void
scroll_to_mark (StrataCanvas *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  const StrataRect *mark = &self->insertion.mark;

  if (window != NULL)
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window)),
                               mark->y, mark->y + mark->height);
}

/* Returns whether that is another lane. */
static gboolean
show_carry (StrataCanvas *self,
            StrataPlace   place)
{
  StrataInsertion insertion = strata_layout_get_insertion (self->layout, place);

  _strata_canvas_set_insertion (self, &insertion);
  scroll_to_mark (self);
  return _strata_canvas_ask_what_if (self, NULL);
}

static char *
describe_lift (StrataPlacementRow *row,
               guint               n_carried)
{
  if (n_carried > 1)
    return g_strdup_printf (ngettext ("Lifted %u tool. Arrow keys carry it, Space drops it, Escape puts it back.",
                                      "Lifted %u tools. Arrow keys carry them, Space drops them, Escape puts them back.",
                                      n_carried),
                            n_carried);
  /* Translators: a tool has been lifted off the stack with the keyboard. */
  return g_strdup_printf (_("Lifted %s. Arrow keys carry it, Space drops it, Escape puts it back."),
                          strata_placement_row_get_name (row));
}

/* What is selected is lifted with a card that is. */
static void
lift (StrataCanvas *self,
      StrataCard   *card)
{
  StrataPlacementRow *row = strata_card_get_row (card);
  g_autofree char *message = NULL;

  self->carried = strata_workspace_dup_with (self->workspace, strata_placement_row_get_id (row));
  _strata_canvas_set_carried (self, self->carried, TRUE);
  show_carry (self, get_row_place (row));
  message = describe_lift (row, g_strv_length (self->carried));
  _strata_canvas_announce (self, message);
}

/* Where the cards would land, those that are carried not counted. */
static guint
get_landing (StrataCanvas *self,
             StrataPlace   place)
{
  return place.position - _strata_canvas_count_before (self, self->carried, place);
}

/* Before and after a carried card is the same place. */
static StrataPlace
step_carry (StrataCanvas *self,
            StrataStep    step)
{
  StrataPlace former = self->insertion.place;
  StrataPlace place = strata_layout_step (self->layout, former, step, TRUE);

  while ((step == STRATA_STEP_BACK || step == STRATA_STEP_FORWARD) &&
         place.position != former.position &&
         get_landing (self, place) == get_landing (self, self->insertion.place))
    {
      former = place;
      place = strata_layout_step (self->layout, place, step, TRUE);
    }
  return place;
}

static void
announce_carry (StrataCanvas *self)
{
  StrataPlace place = self->insertion.place;
  StrataLane *lane = strata_workspace_get_lane (self->workspace, place.layer);
  /* Translators: where something carried would land: “Data, position 2”. */
  g_autofree char *message = g_strdup_printf (_("%s, position %u"), strata_lane_get_title (lane),
                                              get_landing (self, place) + 1);

  _strata_canvas_announce (self, message);
}

static void
announce_what_if (StrataCanvas *self)
{
  StrataWhatIf *what_if = strata_workspace_get_what_if (self->workspace);
  g_autofree char *message = what_if != NULL ? strata_what_if_dup_text (what_if) : NULL;

  if (message != NULL)
    _strata_canvas_announce (self, message);
}

static void
carry (StrataCanvas *self,
       StrataStep    where)
{
  gboolean is_other_lane = show_carry (self, step_carry (self, where));

  announce_carry (self);
  if (is_other_lane)
    announce_what_if (self);
}

static void
drop_carried (StrataCanvas *self)
{
  g_auto (GStrv) placements = g_strdupv (self->carried);
  StrataPlace place = self->insertion.place;

  _strata_canvas_put_back (self);
  _strata_canvas_move (self, placements, place);
}

/* Shift takes the selection along, from the card that had the keyboard when
 * there is none yet. */
static void
extend (StrataCanvas *self,
        StrataPlace   from,
        StrataPlace   to)
{
  StrataCard *former = strata_lane_view_get_card (self->lanes[from.layer], from.position);
  StrataCard *card = strata_lane_view_get_card (self->lanes[to.layer], to.position);

  if (former != NULL && strata_workspace_get_selection (self->workspace)[0] == NULL)
    _strata_canvas_select (self, former, 0);
  if (card != NULL)
    _strata_canvas_select (self, card, GDK_SHIFT_MASK);
}

static void
step (StrataCanvas    *self,
      StrataStep       where,
      GdkModifierType  state)
{
  StrataPlace from;
  StrataPlace to;

  if (self->carried != NULL)
    {
      carry (self, where);
    }
  else if (_strata_canvas_get_focused_place (self, &from))
    {
      to = strata_layout_step (self->layout, from, where, FALSE);
      focus_place (self, to);
      if (state == GDK_SHIFT_MASK)
        extend (self, from, to);
    }
}

static gboolean
act_on_card (StrataCanvas    *self,
             StrataCard      *card,
             guint            keyval,
             GdkModifierType  state)
{
  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      if (state == 0)
        lift (self, card);
      else
        _strata_canvas_select (self, card, state);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      strata_canvas_remove (self, strata_placement_row_get_id (strata_card_get_row (card)));
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      _strata_canvas_select (self, card, state);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
act_on_carried (StrataCanvas *self,
                guint         keyval)
{
  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      drop_carried (self);
      return TRUE;
    case GDK_KEY_Escape:
      _strata_canvas_put_back (self);
      _strata_canvas_announce (self, _("Put back"));
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (StrataCanvas    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  GtkWidget *card = get_focused (self, STRATA_TYPE_CARD);
  StrataPlace place;
  StrataStep where;

  if (self->layout == NULL || (modifiers & ~(GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0 ||
      !_strata_canvas_get_focused_place (self, &place))
    return FALSE;
  if (_strata_canvas_connect_key (self, keyval))
    return TRUE;
  if (_strata_canvas_find_step (self, keyval, &where))
    {
      step (self, where, modifiers);
      return TRUE;
    }
  if (self->carried != NULL)
    return act_on_carried (self, keyval);
  if (keyval == GDK_KEY_Escape)
    return _strata_canvas_unselect (self);
  return card != NULL && act_on_card (self, STRATA_CARD (card), keyval, modifiers);
}

/* What is carried belongs to the card that has the keyboard. */
static void
focus_left_cb (StrataCanvas *self)
{
  _strata_canvas_put_back (self);
  if (self->connecting_by_keys && !gtk_widget_get_visible (self->menu))
    _strata_canvas_end_connect (self);
}

void
_strata_canvas_init_keys (StrataCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/* Which way an arrow key leads. */
gboolean
_strata_canvas_find_step (StrataCanvas *self,
                          guint         keyval,
                          StrataStep   *where)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      *where = rtl ? STRATA_STEP_FORWARD : STRATA_STEP_BACK;
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      *where = rtl ? STRATA_STEP_BACK : STRATA_STEP_FORWARD;
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *where = STRATA_STEP_UP;
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *where = STRATA_STEP_DOWN;
      return TRUE;
    default:
      return FALSE;
    }
}

/* Where the keyboard is: on a card, or on a lane that has none. */
gboolean
_strata_canvas_get_focused_place (StrataCanvas *self,
                                  StrataPlace  *place)
{
  GtkWidget *card = get_focused (self, STRATA_TYPE_CARD);
  GtkWidget *lane = get_focused (self, STRATA_TYPE_LANE_VIEW);

  if (card != NULL)
    {
      *place = get_row_place (strata_card_get_row (STRATA_CARD (card)));
      return TRUE;
    }
  for (int i = 0; lane != NULL && i < STRATA_N_LAYERS; i++)
    if (lane == GTK_WIDGET (self->lanes[i]))
      {
        *place = (StrataPlace) { i, 0 };
        return TRUE;
      }
  return FALSE;
}

/* Ends carrying by keyboard; the plan stays as it is. */
void
_strata_canvas_put_back (StrataCanvas *self)
{
  g_auto (GStrv) carried = g_steal_pointer (&self->carried);

  if (carried == NULL)
    return;
  _strata_canvas_end_what_if (self);
  _strata_canvas_set_carried (self, carried, FALSE);
  _strata_canvas_set_insertion (self, NULL);
}

/**
 * strata_canvas_dup_focused:
 * @self: a canvas
 *
 * Returns: (transfer full) (nullable): the placement whose card has the
 *   keyboard
 */
char *
strata_canvas_dup_focused (StrataCanvas *self)
{
  GtkWidget *card;

  g_return_val_if_fail (STRATA_IS_CANVAS (self), NULL);

  card = get_focused (self, STRATA_TYPE_CARD);
  return card != NULL ? g_strdup (strata_placement_row_get_id (strata_card_get_row (STRATA_CARD (card)))) : NULL;
}
