/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layout as flows see it: rows in their way, gutters between them.
 */

#define G_LOG_DOMAIN "strata-scene"

#include "config.h"

#include "scene/strata-layout-private.h"

/* Pixels. What runs along a gutter keeps this from the cards, and at most that
 * from its neighbours. */
#define BAND_MARGIN 9.0
#define CHANNEL_MARGIN 4.0
#define SPACING 6.0

/* In a tall band flows stay near the cards below it. */
#define BAND_MOST (3 * STRATA_LAYOUT_GAP)

static void
add_row (StrataGrid    *grid,
         StrataGridRow  row)
{
  grid->rows[grid->n_rows++] = row;
}

static void
add_header (StrataGrid          *grid,
            const StrataLaneBox *lane)
{
  if (grid->layout->stacked)
    add_row (grid, (StrataGridRow) { lane->header.y, lane->header.height, grid->layout->columns, TRUE });
}

static void
add_lane (StrataGrid  *grid,
          StrataLayer  layer)
{
  const StrataLayout *layout = grid->layout;
  const StrataLaneBox *lane = &layout->lanes[layer];

  add_header (grid, lane);
  grid->first_row[layer] = grid->n_rows;
  if (lane->n_cards == 0)
    add_row (grid, (StrataGridRow) { lane->field.y, layout->card_height, layout->columns, TRUE });
  for (guint first = 0; first < lane->n_cards; first += layout->columns)
    {
      StrataRect slot = _strata_layout_get_slot (layout, (StrataPlace) { layer, first });

      add_row (grid, (StrataGridRow) { slot.y, slot.height, MIN (layout->columns, lane->n_cards - first), FALSE });
    }
}

static void
add_gate (StrataGrid *grid)
{
  const StrataLayout *layout = grid->layout;
  guint n_columns = (STRATA_N_PREREQUISITES + layout->prerequisites - 1) / layout->prerequisites;

  add_row (grid, (StrataGridRow) { layout->gate.y, layout->gate.height, MIN (layout->columns, n_columns), FALSE });
}

/* How far apart the levels of a gutter are, and where the first is. */
static double
spread (double centre,
        double room,
        guint  level,
        guint  n_levels)
{
  double spacing = n_levels > 1 ? MIN (SPACING, room / (n_levels - 1)) : 0;

  return centre + (level - (n_levels - 1) / 2.0) * spacing;
}

void
_strata_grid_init (StrataGrid         *grid,
                   const StrataLayout *layout)
{
  guint n_rows = 1;

  for (int layer = 0; layer < STRATA_N_LAYERS; layer++)
    n_rows += MAX (1, _strata_layout_get_n_rows (layout, layer)) + 1;
  grid->layout = layout;
  grid->rows = g_new (StrataGridRow, n_rows);
  grid->n_rows = 0;
  add_lane (grid, STRATA_LAYER_PERSONALIZATION);
  add_gate (grid);
  add_lane (grid, STRATA_LAYER_AUTOMATION);
  add_lane (grid, STRATA_LAYER_DATA);
}

void
_strata_grid_clear (StrataGrid *grid)
{
  g_clear_pointer (&grid->rows, g_free);
}

guint
_strata_grid_get_row (const StrataGrid *grid,
                      StrataPlace       place)
{
  return grid->first_row[place.layer] + place.position / grid->layout->columns;
}

gboolean
_strata_grid_is_column_free (const StrataGrid *grid,
                             guint             column,
                             guint             first,
                             guint             last)
{
  for (guint row = first; row <= last; row++)
    if (column < grid->rows[row].n_taken)
      return FALSE;
  return TRUE;
}

gboolean
_strata_grid_is_solid (const StrataGrid *grid,
                       guint             first,
                       guint             last)
{
  for (guint row = first; row <= last; row++)
    if (grid->rows[row].solid)
      return TRUE;
  return FALSE;
}

/* Where a level runs in the gutter before a column, or behind the last. */
double
_strata_grid_get_channel (const StrataGrid *grid,
                          guint             channel,
                          guint             level,
                          guint             n_levels)
{
  const StrataLayout *layout = grid->layout;
  double left = layout->lanes[STRATA_LAYER_DATA].field.x;
  double step = layout->card_width + STRATA_LAYOUT_COLUMN_GAP;
  gboolean outer = channel == 0 || channel == layout->columns;
  double room = outer ? STRATA_LAYOUT_GAP : STRATA_LAYOUT_COLUMN_GAP;
  double centre = left + channel * step - STRATA_LAYOUT_COLUMN_GAP / 2.0;

  if (channel == 0)
    centre = left - room / 2;
  else if (outer)
    centre = left + channel * step - STRATA_LAYOUT_COLUMN_GAP + room / 2;
  return spread (centre, room - 2 * CHANNEL_MARGIN, level, n_levels);
}

/* Where a level runs in the gutter above a row, or below the last. */
double
_strata_grid_get_band (const StrataGrid *grid,
                       guint             band,
                       guint             level,
                       guint             n_levels)
{
  double bottom;
  double top;

  if (band == 0)
    {
      bottom = grid->rows[0].y;
      top = bottom - 2 * STRATA_LAYOUT_GAP;
    }
  else
    {
      const StrataGridRow *before = &grid->rows[band - 1];

      top = before->y + before->height;
      bottom = band < grid->n_rows ? grid->rows[band].y : top + 2 * STRATA_LAYOUT_GAP;
    }
  top = MAX (top, bottom - BAND_MOST);
  return spread ((top + bottom) / 2, MAX (0, bottom - top - 2 * BAND_MARGIN), level, n_levels);
}
