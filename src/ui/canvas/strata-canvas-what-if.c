/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What if: while something is carried over a lane, the lane says what dropping
 * it there would add and solve.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-canvas-private.h"

#include <glib/gi18n.h>

#include "scene/strata-room.h"

/* Pixels between the box and the edge of the lane, and around the mark. */
#define MARGIN 12
/* What a hand and what it carries cover, on each side of the pointer. */
#define HAND_WIDTH  110
#define HAND_HEIGHT 64
/* Not over a lane. */
#define NO_LAYER (-1)

static char *
describe_drop (StrataCanvas *self,
               const char   *name,
               guint         n_carried)
{
  if (n_carried > 1)
    return g_strdup_printf (ngettext ("If you drop %u tool here", "If you drop %u tools here", n_carried), n_carried);
  /* Translators: the name of a tool that is held over a lane. */
  return g_strdup_printf (_("If you drop %s here"), name);
}

static GStrv
get_carried (StrataCanvas *self)
{
  return self->dragged != NULL ? self->dragged : self->carried;
}

static char *
dup_title (StrataCanvas *self)
{
  GStrv carried = get_carried (self);
  StrataPlacementRow *row;
  StrataTool *tool;

  if (self->hovering != NULL)
    {
      tool = strata_catalog_find_tool (strata_workspace_get_catalog (self->workspace),
                                       strata_workspace_get_plan (self->workspace), self->hovering);
      return describe_drop (self, tool != NULL ? tool->name : self->hovering, 1);
    }
  row = strata_workspace_get_placement (self->workspace, carried[0]);
  return describe_drop (self, row != NULL ? strata_placement_row_get_name (row) : carried[0], g_strv_length (carried));
}

static void
ask (StrataCanvas *self,
     StrataLayer   layer)
{
  GStrv carried = get_carried (self);

  if (self->hovering != NULL)
    strata_workspace_preview_place (self->workspace, self->hovering, layer);
  else if (carried != NULL)
    strata_workspace_preview_move (self->workspace, (const char * const *) carried, layer);
}

static void
show_box (StrataCanvas *self)
{
  StrataWhatIf *what_if = strata_workspace_get_what_if (self->workspace);
  g_autofree char *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->what_if), what_if != NULL);
  if (what_if == NULL)
    return;
  title = dup_title (self);
  strata_what_if_box_show (self->what_if, title, what_if);
  self->what_if_rect = (StrataRect) { 0 };
}

/* The part of the lane that is seen, and so much above and below it. */
static StrataRect
get_area (StrataCanvas *self,
          double        beyond)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  StrataRect lane = strata_layout_get_lane (self->layout, self->what_if_layer);
  double top = lane.y + MARGIN - beyond;
  double bottom = lane.y + lane.height - MARGIN + beyond;

  if (window != NULL)
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
      double seen = gtk_adjustment_get_value (adjustment);

      top = MAX (top, seen + MARGIN);
      bottom = MIN (bottom, seen + gtk_adjustment_get_page_size (adjustment) - MARGIN);
    }
  return (StrataRect) { lane.x + MARGIN, top, lane.width - 2 * MARGIN, MAX (0, bottom - top) };
}

static gboolean
intersect (const StrataRect *a,
           const StrataRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width &&
         a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
is_in (const StrataRect *rect,
       const StrataRect *area)
{
  return rect->width > 0 && rect->x >= area->x && rect->x + rect->width <= area->x + area->width &&
         rect->y >= area->y && rect->y + rect->height <= area->y + area->height;
}

/* Best within the lane; where a hand leaves no room there, beside it. A box
 * that is in nobody's way stays where it is. */
static void
find_room (StrataCanvas     *self,
           int               width,
           int               height,
           const StrataRect  avoided[2])
{
  const double beyond[] = { 0, height + 2 * MARGIN };
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  StrataRect rect = self->what_if_rect;

  for (guint i = 0; i < G_N_ELEMENTS (beyond); i++)
    {
      StrataRect area = get_area (self, beyond[i]);
      StrataPoint corner;

      if (!is_in (&rect, &area) || intersect (&rect, &avoided[0]) || intersect (&rect, &avoided[1]))
        {
          corner = strata_room_find (&area, width, height, rtl, avoided, 2);
          rect = (StrataRect) { corner.x, corner.y, width, height };
        }
      if (is_in (&rect, &area) && !intersect (&rect, &avoided[0]) && !intersect (&rect, &avoided[1]))
        break;
    }
  if (rect.x == self->what_if_rect.x && rect.y == self->what_if_rect.y && rect.width == self->what_if_rect.width)
    return;
  self->what_if_rect = rect;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
place_box (StrataCanvas      *self,
           const StrataPoint *pointer)
{
  const StrataRect *mark = &self->insertion.mark;
  StrataRect lane = strata_layout_get_lane (self->layout, self->what_if_layer);
  StrataRect avoided[2] = {
    { mark->x - MARGIN, mark->y - MARGIN, mark->width + 2 * MARGIN, mark->height + 2 * MARGIN },
    { 0 },
  };
  int width;
  int height;

  if (pointer != NULL)
    avoided[1] = (StrataRect) { pointer->x - HAND_WIDTH, pointer->y - HAND_HEIGHT, 2 * HAND_WIDTH, 2 * HAND_HEIGHT };
  gtk_widget_measure (GTK_WIDGET (self->what_if), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  width = MIN (width, lane.width - 2 * MARGIN);
  gtk_widget_measure (GTK_WIDGET (self->what_if), GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  find_room (self, width, height, avoided);
}

/* A change of the plan ends every what-if. */
static void
preview_notify_cb (StrataCanvas *self)
{
  if (strata_workspace_get_preview (self->workspace) != NULL)
    return;
  self->what_if_layer = NO_LAYER;
  gtk_widget_set_visible (GTK_WIDGET (self->what_if), FALSE);
}

void
_strata_canvas_init_what_if (StrataCanvas *self)
{
  self->what_if_layer = NO_LAYER;
  self->what_if = STRATA_WHAT_IF_BOX (strata_what_if_box_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->what_if), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->what_if), GTK_WIDGET (self));
}

void
_strata_canvas_follow_what_if (StrataCanvas *self)
{
  g_signal_connect_object (self->workspace, "notify::preview", G_CALLBACK (preview_notify_cb), self, G_CONNECT_SWAPPED);
}

/* Asks anew only where what is carried has come to another lane; where in the
 * lane makes no difference. Returns whether it has. */
gboolean
_strata_canvas_ask_what_if (StrataCanvas      *self,
                            const StrataPoint *pointer)
{
  int layer = self->inserting ? (int) self->insertion.place.layer : NO_LAYER;
  gboolean is_other = layer != self->what_if_layer;

  if (layer == NO_LAYER)
    {
      _strata_canvas_end_what_if (self);
      return FALSE;
    }
  if (is_other)
    {
      ask (self, layer);
      self->what_if_layer = layer;
      show_box (self);
    }
  if (gtk_widget_get_visible (GTK_WIDGET (self->what_if)))
    place_box (self, pointer);
  return is_other;
}

/* Leaves what-ifs of others alone. */
void
_strata_canvas_end_what_if (StrataCanvas *self)
{
  if (self->what_if_layer == NO_LAYER)
    return;
  self->what_if_layer = NO_LAYER;
  gtk_widget_set_visible (GTK_WIDGET (self->what_if), FALSE);
  if (self->workspace != NULL)
    strata_workspace_preview (self->workspace, NULL);
}
