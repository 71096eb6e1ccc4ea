/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where in an area there is room for something that floats.
 */

#define G_LOG_DOMAIN "strata-scene"

#include "config.h"

#include "strata-room.h"

/* Where to look, as parts of the room that is left over; the best first. */
static const StrataPoint spots[] = {
  { 1, 1 }, { 1, 0 }, { 0, 1 }, { 0, 0 }, { 0.5, 1 }, { 0.5, 0 },
};

static double
overlap (double a,
         double a_length,
         double b,
         double b_length)
{
  return MAX (0, MIN (a + a_length, b + b_length) - MAX (a, b));
}

static double
sum_overlaps (const StrataRect *rect,
              const StrataRect *avoided,
              guint             n_avoided)
{
  double sum = 0;

  for (guint i = 0; i < n_avoided; i++)
    sum += overlap (rect->x, rect->width, avoided[i].x, avoided[i].width) *
           overlap (rect->y, rect->height, avoided[i].y, avoided[i].height);

  return sum;
}

/**
 * strata_room_find:
 * @area: where it may stand
 * @width: how wide it is
 * @height: how high it is
 * @rtl: whether lines end on the left
 * @avoided: (array length=n_avoided): what it must not cover
 * @n_avoided: how many
 *
 * Looks for room at the area's edges: at the end of the last line first. Where
 * all of it is taken, as little as possible is covered. What is larger than
 * the area begins where the area does.
 *
 * Returns: its top left corner
 */
StrataPoint
strata_room_find (const StrataRect *area,
                  double            width,
                  double            height,
                  gboolean          rtl,
                  const StrataRect *avoided,
                  guint             n_avoided)
{
  StrataPoint best = { area->x, area->y };
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (spots) && least > 0; i++)
    {
      double across = rtl ? 1 - spots[i].x : spots[i].x;
      StrataRect rect = {
        area->x + across * MAX (0, area->width - width),
        area->y + spots[i].y * MAX (0, area->height - height),
        width,
        height,
      };
      double sum = sum_overlaps (&rect, avoided, n_avoided);

      if (sum < least)
        {
          least = sum;
          best = (StrataPoint) { rect.x, rect.y };
        }
    }

  return best;
}
