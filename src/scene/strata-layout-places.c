/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where something would land in a layout, and where the arrow keys lead.
 */

#define G_LOG_DOMAIN "strata-scene"

#include "config.h"

#include "scene/strata-layout-private.h"

#include <math.h>

/* Pixels. */
#define MARK_WIDTH 4

/* The bar after the last card of a row, where that is where the pointer is:
 * the same place as before the first card of the next row. */
static StrataRect
get_mark (const StrataLayout *layout,
          StrataPlace         place,
          gboolean            row_end)
{
  StrataRect mark;

  if (row_end && place.position > 0)
    {
      place.position--;
      mark = _strata_layout_get_slot (layout, place);
      mark.x += mark.width + STRATA_LAYOUT_COLUMN_GAP / 2;
    }
  else
    {
      mark = _strata_layout_get_slot (layout, place);
      mark.x -= STRATA_LAYOUT_COLUMN_GAP / 2;
    }
  mark.x -= MARK_WIDTH / 2;
  mark.width = MARK_WIDTH;
  return _strata_layout_mirror (layout, mark);
}

static gboolean
find_lane (const StrataLayout *layout,
           double              y,
           StrataLayer        *layer)
{
  for (int i = 0; i < STRATA_N_LAYERS; i++)
    {
      const StrataRect *box = &layout->lanes[i].box;

      if (y < box->y - STRATA_LAYOUT_GAP / 2 || y > box->y + box->height + STRATA_LAYOUT_GAP / 2)
        continue;
      *layer = i;
      return TRUE;
    }
  return FALSE;
}

/* How many of a row's cards have their middle before x. */
static guint
count_before (const StrataLayout *layout,
              StrataPlace         row_start,
              guint               n_in_row,
              double              x)
{
  StrataRect slot = _strata_layout_get_slot (layout, row_start);
  double first = slot.x + slot.width / 2;

  if (x <= first)
    return 0;
  return MIN (n_in_row, 1 + (guint) ((x - first) / (slot.width + STRATA_LAYOUT_COLUMN_GAP)));
}

static guint
count_slots (const StrataLayout *layout,
             StrataLayer         layer,
             gboolean            inserting)
{
  guint n_cards = layout->lanes[layer].n_cards;

  return inserting ? n_cards + 1 : MAX (1, n_cards);
}

static StrataPlace
step_along (const StrataLayout *layout,
            StrataPlace         place,
            gboolean            forward,
            gboolean            inserting)
{
  if (forward && place.position + 1 < count_slots (layout, place.layer, inserting))
    place.position++;
  else if (!forward && place.position > 0)
    place.position--;
  return place;
}

/* Into the next row, or the nearest row of the next lane. */
static StrataPlace
step_across (const StrataLayout *layout,
             StrataPlace         place,
             gboolean            up,
             gboolean            inserting)
{
  guint column = place.position % layout->columns;
  guint row = place.position / layout->columns;
  guint last = count_slots (layout, place.layer, inserting) - 1;

  if (up && row > 0)
    row--;
  else if (!up && row < last / layout->columns)
    row++;
  else if (up ? place.layer + 1 < STRATA_N_LAYERS : place.layer > 0)
    {
      place.layer = up ? place.layer + 1 : place.layer - 1;
      last = count_slots (layout, place.layer, inserting) - 1;
      row = up ? last / layout->columns : 0;
    }
  else
    return place;
  place.position = MIN (row * layout->columns + column, last);
  return place;
}

/**
 * strata_layout_get_insertion:
 * @layout: a layout
 * @place: a lane and a position, at most the lane's number of cards
 *
 * Returns: the insertion at that place
 */
StrataInsertion
strata_layout_get_insertion (StrataLayout *layout,
                             StrataPlace   place)
{
  guint n_cards = layout->lanes[place.layer].n_cards;
  StrataInsertion insertion = { .place = place };

  insertion.place.position = MIN (place.position, n_cards);
  insertion.mark = get_mark (layout, insertion.place, insertion.place.position == n_cards);
  return insertion;
}

/**
 * strata_layout_find_insertion:
 * @layout: a layout
 * @point: where the pointer is
 * @insertion: (out caller-allocates): what is found
 *
 * Finds where something dropped at a point would land.
 *
 * Returns: whether a lane is there
 */
gboolean
strata_layout_find_insertion (StrataLayout    *layout,
                              StrataPoint      point,
                              StrataInsertion *insertion)
{
  StrataPlace place = { 0 };
  const StrataLaneBox *lane;
  guint rows;
  guint in_row;
  double row;

  if (!find_lane (layout, point.y, &place.layer))
    return FALSE;

  lane = &layout->lanes[place.layer];
  rows = _strata_layout_get_n_rows (layout, place.layer);
  row = floor ((point.y - lane->field.y + STRATA_LAYOUT_ROW_GAP / 2) / (layout->card_height + STRATA_LAYOUT_ROW_GAP));
  place.position = (guint) CLAMP (row, 0, MAX (1, rows) - 1.0) * layout->columns;
  in_row = MIN (layout->columns, lane->n_cards - place.position);
  insertion->place = place;
  insertion->place.position += count_before (layout, place, in_row,
                                             layout->rtl ? layout->width - point.x : point.x);
  insertion->mark = get_mark (layout, insertion->place,
                              insertion->place.position == place.position + in_row);
  return TRUE;
}

/**
 * strata_layout_step:
 * @layout: a layout
 * @place: where to start
 * @step: which way, as read: forward is to the left in a mirrored layout
 * @inserting: whether to step over insertions, of which a lane has one more
 *   than cards, rather than cards
 *
 * Finds the place that an arrow key leads to. An empty lane has one place.
 *
 * Returns: the next place, or @place at the edge
 */
StrataPlace
strata_layout_step (StrataLayout *layout,
                    StrataPlace   place,
                    StrataStep    step,
                    gboolean      inserting)
{
  switch (step)
    {
    case STRATA_STEP_BACK:
    case STRATA_STEP_FORWARD:
      return step_along (layout, place, step == STRATA_STEP_FORWARD, inserting);
    case STRATA_STEP_UP:
    case STRATA_STEP_DOWN:
      return step_across (layout, place, step == STRATA_STEP_UP, inserting);
    default:
      g_assert_not_reached ();
    }
}
