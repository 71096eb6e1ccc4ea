/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws a display list into a window.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-snapshot-painter.h"

#define FADED_OPACITY 0.25

static void
paint_rect (GtkSnapshot             *snapshot,
            const StrataDisplayItem *item,
            const GdkRGBA           *color)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (item->rect.x, item->rect.y, item->rect.width, item->rect.height);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &bounds, item->radius);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static GskPath *
create_path (const StrataDisplayItem *item)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  const StrataPoint *points = item->points;

  gsk_path_builder_move_to (builder, points[0].x, points[0].y);
  for (guint i = 1; i + 2 < item->n_points; i += 3)
    gsk_path_builder_cubic_to (builder,
                               points[i].x, points[i].y,
                               points[i + 1].x, points[i + 1].y,
                               points[i + 2].x, points[i + 2].y);
  return gsk_path_builder_free_to_path (builder);
}

static void
paint_path (GtkSnapshot             *snapshot,
            const StrataDisplayItem *item,
            const GdkRGBA           *color)
{
  static const float dashes[] = { 5, 4 };
  g_autoptr (GskPath) path = create_path (item);
  GskStroke *stroke = NULL;

  if (item->filled)
    {
      gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, color);
      return;
    }
  stroke = gsk_stroke_new (item->thickness);
  gsk_stroke_set_line_cap (stroke, item->dashed ? GSK_LINE_CAP_BUTT : GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  if (item->dashed)
    gsk_stroke_set_dash (stroke, dashes, G_N_ELEMENTS (dashes));
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_stroke_free (stroke);
}

static void
paint_item (GtkSnapshot             *snapshot,
            const StrataDisplayItem *item,
            const StrataPalette      palette)
{
  switch (item->kind)
    {
    case STRATA_DISPLAY_RECT:
      paint_rect (snapshot, item, &palette[item->tone]);
      break;
    case STRATA_DISPLAY_PATH:
      paint_path (snapshot, item, &palette[item->tone]);
      break;
    case STRATA_DISPLAY_GROUP:
    default:
      g_assert_not_reached ();
    }
}

/**
 * strata_snapshot_paint:
 * @snapshot: where to draw
 * @list: what to draw, groups of single items
 * @palette: what each tone looks like
 *
 * Draws a display list.
 */
void
strata_snapshot_paint (GtkSnapshot         *snapshot,
                       StrataDisplayList   *list,
                       const StrataPalette  palette)
{
  guint i = 0;

  while (i < strata_display_list_get_n_items (list))
    {
      const StrataDisplayItem *group = strata_display_list_get_item (list, i++);

      if (group->faded)
        gtk_snapshot_push_opacity (snapshot, FADED_OPACITY);
      for (guint n = 0; n < group->n_items; n++)
        paint_item (snapshot, strata_display_list_get_item (list, i++), palette);
      if (group->faded)
        gtk_snapshot_pop (snapshot);
    }
}
