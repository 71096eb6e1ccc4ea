/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way of a flow: straight stretches, round corners, and what lies near.
 */

#define G_LOG_DOMAIN "strata-scene"

#include "config.h"

#include "scene/strata-layout-private.h"

#include <math.h>

/* Pixels. */
#define CORNER_RADIUS 9.0
#define MOST_BOW 60.0

/* Where the shape of what is carried stands: around the middle, nearer to the
 * start where the arrow needs the rest. */
#define STAGGER 0.14
#define SHORT 40.0
#define SHORT_SHARE 0.3

/* Where a cubic curve's middle points lie that comes close to a quarter of a
 * circle, as a share of the radius. */
#define QUARTER 0.5523

/* Stretches of a curve that are taken for straight when measuring. */
#define N_STRETCHES 8

static StrataPoint
between (StrataPoint a,
         StrataPoint b,
         double      share)
{
  return (StrataPoint) { a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share };
}

static double
get_distance (StrataPoint a,
              StrataPoint b)
{
  return hypot (b.x - a.x, b.y - a.y);
}

static void
add_curve (StrataRoute *route,
           StrataPoint  first,
           StrataPoint  second,
           StrataPoint  end)
{
  g_assert (route->n_points + 3 <= STRATA_ROUTE_MAX_POINTS);

  route->points[route->n_points++] = first;
  route->points[route->n_points++] = second;
  route->points[route->n_points++] = end;
}

static void
add_line (StrataRoute *route,
          StrataPoint  end)
{
  StrataPoint start = route->points[route->n_points - 1];

  if (get_distance (start, end) > 0)
    add_curve (route, start, end, end);
}

static void
add_corner (StrataRoute *route,
            StrataPoint  before,
            StrataPoint  corner,
            StrataPoint  after)
{
  double in = get_distance (before, corner);
  double out = get_distance (corner, after);
  double radius = MIN (CORNER_RADIUS, MIN (in, out) / 2);
  StrataPoint start = between (corner, before, radius / in);
  StrataPoint end = between (corner, after, radius / out);

  add_line (route, start);
  add_curve (route, between (start, corner, QUARTER), between (end, corner, QUARTER), end);
}

static gboolean
is_in_line (StrataPoint a,
            StrataPoint b,
            StrataPoint c)
{
  return (a.x == b.x && b.x == c.x) || (a.y == b.y && b.y == c.y);
}

/* Leaves out what is no corner. */
static guint
tidy (const StrataPoint *corners,
      guint              n_corners,
      StrataPoint       *tidied)
{
  guint n = 0;

  for (guint i = 0; i < n_corners; i++)
    {
      if (n > 0 && get_distance (tidied[n - 1], corners[i]) == 0)
        continue;
      if (n > 1 && is_in_line (tidied[n - 2], tidied[n - 1], corners[i]))
        n--;
      tidied[n++] = corners[i];
    }
  return n;
}

/* On its longest stretch; not where the arrow is, and not beside the same place
 * of the flows next to it. */
static StrataPoint
find_middle (const StrataPoint *corners,
             guint              n_corners,
             guint              flow)
{
  StrataPoint middle = corners[0];
  double share = 0.5 + STAGGER * ((int) (flow % 3) - 1);
  double longest = 0;

  for (guint i = 0; i + 1 < n_corners; i++)
    {
      double length = get_distance (corners[i], corners[i + 1]);

      if (length <= longest)
        continue;
      longest = length;
      middle = between (corners[i], corners[i + 1], length < SHORT ? SHORT_SHARE : share);
    }
  return middle;
}

static StrataPoint
get_point (const StrataPoint *curve,
           double             t)
{
  StrataPoint a = between (curve[0], curve[1], t);
  StrataPoint b = between (curve[1], curve[2], t);
  StrataPoint c = between (curve[2], curve[3], t);

  return between (between (a, b, t), between (b, c, t), t);
}

static double
measure_stretch (StrataPoint a,
                 StrataPoint b,
                 StrataPoint point)
{
  double length = get_distance (a, b);
  double along;

  if (length == 0)
    return get_distance (a, point);
  along = ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / (length * length);
  return get_distance (between (a, b, CLAMP (along, 0, 1)), point);
}

static double
measure_route (const StrataRoute *route,
               StrataPoint        point)
{
  double nearest = G_MAXDOUBLE;

  for (guint p = 0; p + 3 < route->n_points; p += 3)
    for (guint i = 0; i < N_STRETCHES; i++)
      {
        StrataPoint a = get_point (&route->points[p], i / (double) N_STRETCHES);
        StrataPoint b = get_point (&route->points[p], (i + 1) / (double) N_STRETCHES);

        nearest = MIN (nearest, measure_stretch (a, b, point));
      }
  return nearest;
}

static StrataPoint
get_centre (StrataRect rect)
{
  return (StrataPoint) { rect.x + rect.width / 2, rect.y + rect.height / 2 };
}

/* The middle of the edge that looks at a point, and which way is out there. */
static StrataPoint
find_edge (StrataRect   rect,
           StrataPoint  point,
           StrataPoint *out)
{
  StrataPoint centre = get_centre (rect);
  gboolean beside = point.y > rect.y && point.y < rect.y + rect.height;

  *out = beside
    ? (StrataPoint) { point.x < centre.x ? -1 : 1, 0 }
    : (StrataPoint) { 0, point.y < centre.y ? -1 : 1 };
  return (StrataPoint) { centre.x + out->x * rect.width / 2, centre.y + out->y * rect.height / 2 };
}

/* Makes a route of the corners that it goes round, its ends among them, each
 * straight beside or straight above the one before. */
void
_strata_route_follow (StrataRoute       *route,
                      const StrataPoint *corners,
                      guint              n_corners)
{
  StrataPoint tidied[8];
  guint n;

  g_assert (n_corners >= 2 && n_corners <= G_N_ELEMENTS (tidied));

  n = tidy (corners, n_corners, tidied);
  route->points[0] = tidied[0];
  route->n_points = 1;
  for (guint i = 1; i + 1 < n; i++)
    add_corner (route, tidied[i - 1], tidied[i], tidied[i + 1]);
  add_line (route, tidied[n - 1]);
  route->middle = find_middle (tidied, n, route->flow);
}

/**
 * strata_layout_find_route:
 * @layout: a layout
 * @point: where the pointer is
 * @reach: how far from a flow still counts, in pixels
 * @flow: (out): the nearest flow's position in the scenario
 *
 * Finds the flow at a point by the lines that are drawn.
 *
 * Returns: whether one is within reach
 */
gboolean
strata_layout_find_route (StrataLayout *layout,
                          StrataPoint   point,
                          double        reach,
                          guint        *flow)
{
  gboolean found = FALSE;

  g_return_val_if_fail (layout != NULL, FALSE);
  g_return_val_if_fail (flow != NULL, FALSE);

  for (guint i = 0; i < layout->n_routes; i++)
    {
      double distance = measure_route (&layout->routes[i], point);

      if (distance > reach)
        continue;
      reach = distance;
      *flow = layout->routes[i].flow;
      found = TRUE;
    }
  return found;
}

/**
 * strata_route_connect:
 * @route: (out caller-allocates): the way
 * @from: the card where it begins
 * @to: (nullable): the card where it ends
 * @point: where it ends without such a card
 *
 * Makes the way of a flow that is being drawn: one curve, over whatever is
 * there.
 */
void
strata_route_connect (StrataRoute      *route,
                      StrataRect        from,
                      const StrataRect *to,
                      StrataPoint       point)
{
  StrataPoint end = to != NULL ? get_centre (*to) : point;
  StrataPoint leaves;
  StrataPoint arrives = { 0, 0 };
  StrataPoint start;
  double bow;

  g_return_if_fail (route != NULL);

  start = find_edge (from, end, &leaves);
  if (to != NULL)
    end = find_edge (*to, get_centre (from), &arrives);
  bow = MIN (get_distance (start, end) / 2, MOST_BOW);
  route->flow = G_MAXUINT;
  route->points[0] = start;
  route->n_points = 1;
  add_curve (route,
             (StrataPoint) { start.x + leaves.x * bow, start.y + leaves.y * bow },
             (StrataPoint) { end.x + arrives.x * bow, end.y + arrives.y * bow },
             end);
  route->middle = between (start, end, 0.5);
}
