/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What gestures on the canvas do to the plan, and what a person is told of it.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-canvas-private.h"

#include <glib/gi18n.h>

/* After an edit: what was edited has the keyboard. */
static StrataCard *
show_edited (StrataCanvas *self,
             const char   *placement)
{
  StrataCard *card;

  strata_workspace_settle (self->workspace);
  card = _strata_canvas_find_card (self, placement);
  if (card != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (card));
  return card;
}

static void
announce_card (StrataCanvas *self,
               StrataCard   *card)
{
  if (card != NULL)
    _strata_canvas_announce (self, strata_placement_row_get_description (strata_card_get_row (card)));
}

static void
announce_move (StrataCanvas *self,
               guint         n_placements,
               StrataLayer   layer)
{
  const char *title = strata_lane_get_title (strata_workspace_get_lane (self->workspace, layer));
  /* Translators: followed by a layer: “Moved 3 tools to Data”. */
  g_autofree char *message = g_strdup_printf (ngettext ("Moved %u tool to %s", "Moved %u tools to %s", n_placements),
                                              n_placements, title);

  _strata_canvas_announce (self, message);
}

static void
focus_near (StrataCanvas *self,
            StrataPlace   place)
{
  StrataLaneView *lane = self->lanes[place.layer];
  guint n_cards = strata_lane_view_get_n_cards (lane);
  GtkWidget *target = GTK_WIDGET (lane);

  if (n_cards > 0)
    target = GTK_WIDGET (strata_lane_view_get_card (lane, MIN (place.position, n_cards - 1)));
  gtk_widget_grab_focus (target);
}

static char *
describe_removal (const char *name,
                  guint       n_placements)
{
  if (n_placements > 1)
    return g_strdup_printf (ngettext ("%u tool removed", "%u tools removed", n_placements), n_placements);
  /* Translators: the name of a tool that has been taken off the stack. */
  return g_strdup_printf (_("“%s” removed"), name);
}

static char *
describe_cut (const char *name,
              guint       n_placements)
{
  if (n_placements > 1)
    return g_strdup_printf (ngettext ("%u tool cut", "%u tools cut", n_placements), n_placements);
  /* Translators: the name of a tool that has gone to the clipboard. */
  return g_strdup_printf (_("“%s” cut"), name);
}

gboolean
_strata_canvas_place (StrataCanvas *self,
                      const char   *tool,
                      StrataPlace   place)
{
  g_autofree char *placement = NULL;
  g_autoptr (GError) error = NULL;

  if (!strata_workspace_place (self->workspace, tool, place.layer, place.position, &placement, &error))
    {
      _strata_canvas_fail (self, error->message);
      return FALSE;
    }
  announce_card (self, show_edited (self, placement));
  return TRUE;
}

/* How many of the placements stand before a place in its lane: a place on the
 * canvas counts the cards that move, an edit does not. */
guint
_strata_canvas_count_before (StrataCanvas *self,
                             GStrv         placements,
                             StrataPlace   place)
{
  guint n_before = 0;

  for (guint i = 0; i < place.position; i++)
    {
      StrataCard *card = strata_lane_view_get_card (self->lanes[place.layer], i);

      if (card != NULL &&
          g_strv_contains ((const char * const *) placements, strata_placement_row_get_id (strata_card_get_row (card))))
        n_before++;
    }
  return n_before;
}

/* The first of them gets the keyboard. */
gboolean
_strata_canvas_move (StrataCanvas *self,
                     GStrv         placements,
                     StrataPlace   place)
{
  guint n_placements = g_strv_length (placements);
  StrataCard *card;
  g_autoptr (GError) error = NULL;

  place.position -= _strata_canvas_count_before (self, placements, place);
  if (!strata_workspace_move (self->workspace, (const char * const *) placements, place.layer, place.position, &error))
    {
      _strata_canvas_fail (self, error->message);
      return FALSE;
    }
  card = show_edited (self, placements[0]);
  if (n_placements == 1)
    announce_card (self, card);
  else
    announce_move (self, n_placements, place.layer);
  return TRUE;
}

/* What a command is about: the card that has the keyboard, with the selection
 * if it is part of that; without such a card, the selection. Whatever was
 * lifted is put back. */
GStrv
_strata_canvas_dup_targets (StrataCanvas *self)
{
  g_autofree char *focused = strata_canvas_dup_focused (self);
  const char * const *selection;

  if (self->workspace == NULL)
    return NULL;
  _strata_canvas_put_back (self);
  if (focused != NULL)
    return strata_workspace_dup_with (self->workspace, focused);
  selection = strata_workspace_get_selection (self->workspace);
  return selection[0] != NULL ? g_strdupv ((GStrv) selection) : NULL;
}

/* The card beside the first of them gets the keyboard. What was cut is not
 * lost, so that nobody is offered to take it back. */
void
_strata_canvas_take_off (StrataCanvas *self,
                         GStrv         placements,
                         gboolean      cut)
{
  StrataPlacementRow *row = strata_workspace_get_placement (self->workspace, placements[0]);
  const char * const *ids = (const char * const *) placements;
  StrataPlace place;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (row == NULL)
    return;
  place = (StrataPlace) { strata_placement_row_get_layer (row), strata_placement_row_get_position (row) };
  place.position -= _strata_canvas_count_before (self, placements, place);
  message = (cut ? describe_cut : describe_removal) (strata_placement_row_get_name (row), g_strv_length (placements));
  if (!(cut ? strata_workspace_cut : strata_workspace_remove) (self->workspace, ids, &error))
    {
      _strata_canvas_fail (self, error->message);
      return;
    }
  strata_workspace_settle (self->workspace);
  focus_near (self, place);
  _strata_canvas_announce (self, message);
  if (!cut)
    g_signal_emit_by_name (self, "removed", message);
}

/* What came is selected, and the first of it has the keyboard. */
void
_strata_canvas_show_added (StrataCanvas *self,
                           GStrv         placements)
{
  guint n_placements = g_strv_length (placements);
  g_autofree char *message = NULL;
  StrataCard *card;

  strata_workspace_settle (self->workspace);
  strata_workspace_select (self->workspace, (const char * const *) placements);
  card = show_edited (self, placements[0]);
  if (n_placements == 1)
    {
      announce_card (self, card);
      return;
    }
  message = g_strdup_printf (ngettext ("%u tool added", "%u tools added", n_placements), n_placements);
  _strata_canvas_announce (self, message);
}

void
_strata_canvas_announce (StrataCanvas *self,
                         const char   *message)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
_strata_canvas_fail (StrataCanvas *self,
                     const char   *message)
{
  _strata_canvas_announce (self, message);
  g_signal_emit_by_name (self, "failed", message);
}

/**
 * strata_canvas_remove:
 * @self: a canvas
 * @id: a placement
 *
 * Takes a card off the stack, and with it all others that are selected if it
 * is; gives the keyboard to the one beside it, tells screen readers, and emits
 * [signal@Canvas::removed]. Every removal by hand comes here. A placement that
 * is not there is left alone.
 */
void
strata_canvas_remove (StrataCanvas *self,
                      const char   *id)
{
  g_auto (GStrv) placements = NULL;

  g_return_if_fail (STRATA_IS_CANVAS (self));
  g_return_if_fail (self->workspace != NULL);

  placements = strata_workspace_dup_with (self->workspace, id);
  _strata_canvas_take_off (self, placements, FALSE);
}
