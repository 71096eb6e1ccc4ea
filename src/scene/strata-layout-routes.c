/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ways of flows from card to card, around the cards that are between.
 */

#define G_LOG_DOMAIN "strata-scene"

#include "config.h"

#include "scene/strata-layout-private.h"

#include <math.h>

/* Flows that meet at one edge of a card keep this apart, in pixels, and
 * together take at most this share of the edge. */
#define PORT_GAP 16.0
#define PORT_SHARE 0.6

typedef enum
{
  SIDE_TOP,
  SIDE_BOTTOM,
  N_SIDES,
} Side;

/* How many flows meet at each edge of each card, and how many of them have
 * been given their port. */
typedef struct
{
  guint total[N_SIDES];
  guint used[N_SIDES];
} Ports;

/* Rows count from the top of the stack, over all lanes. */
typedef struct
{
  StrataLayout *layout;
  Ports        *ports;
  guint         first_row[STRATA_N_LAYERS];
} Router;

static guint
get_row (const Router *router,
         StrataPlace   place)
{
  return router->first_row[place.layer] + place.position / router->layout->columns;
}

static StrataPlace
get_row_start (const Router *router,
               guint         row)
{
  StrataPlace place = { STRATA_LAYER_PERSONALIZATION, 0 };

  while (place.layer > STRATA_LAYER_DATA && row >= router->first_row[place.layer - 1])
    place.layer--;
  place.position = (row - router->first_row[place.layer]) * router->layout->columns;
  return place;
}

static gboolean
are_neighbours (StrataPlace a,
                StrataPlace b)
{
  return a.position + 1 == b.position || b.position + 1 == a.position;
}

/* Where a flow leaves and where it arrives; FALSE when it runs from side to
 * side of two neighbours in a row. */
static gboolean
choose_sides (const Router *router,
              StrataPlace   from,
              StrataPlace   to,
              Side         *leaves,
              Side         *arrives)
{
  guint from_row = get_row (router, from);
  guint to_row = get_row (router, to);

  if (from_row == to_row && are_neighbours (from, to))
    return FALSE;
  *leaves = from_row < to_row ? SIDE_BOTTOM : SIDE_TOP;
  *arrives = from_row > to_row ? SIDE_BOTTOM : SIDE_TOP;
  return TRUE;
}

static void
count_ports (Router           *router,
             const StrataFlow *flow)
{
  const StrataPlace *places = router->layout->places;
  Side leaves;
  Side arrives;

  if (!choose_sides (router, places[flow->from], places[flow->to], &leaves, &arrives))
    return;
  router->ports[flow->from].total[leaves]++;
  router->ports[flow->to].total[arrives]++;
}

static StrataPoint
take_port (Router *router,
           guint   placement,
           Side    side)
{
  StrataRect slot = _strata_layout_get_slot (router->layout, router->layout->places[placement]);
  Ports *ports = &router->ports[placement];
  double gap = MIN (PORT_GAP, slot.width * PORT_SHARE / ports->total[side]);
  double offset = (ports->used[side]++ - (ports->total[side] - 1) / 2.0) * gap;

  return (StrataPoint) {
    slot.x + slot.width / 2 + offset,
    side == SIDE_TOP ? slot.y : slot.y + slot.height,
  };
}

static void
add_points (StrataRoute *route,
            StrataPoint  first,
            StrataPoint  second,
            StrataPoint  end)
{
  route->points[route->n_points++] = first;
  route->points[route->n_points++] = second;
  route->points[route->n_points++] = end;
  g_assert (route->n_points <= STRATA_ROUTE_MAX_POINTS);
}

/* Leaves and arrives upright, and stays between both ends: in the free band
 * between two rows it meets no card. */
static void
add_bend (StrataRoute *route,
          StrataPoint  end)
{
  StrataPoint start = route->points[route->n_points - 1];
  double middle = (start.y + end.y) / 2;

  add_points (route, (StrataPoint) { start.x, middle }, (StrataPoint) { end.x, middle }, end);
}

static gboolean
is_column_free (const Router *router,
                guint         column,
                guint         first,
                guint         last)
{
  for (guint row = first; row <= last; row++)
    {
      StrataPlace start = get_row_start (router, row);

      if (start.position + column < router->layout->lanes[start.layer].n_cards)
        return FALSE;
    }
  return TRUE;
}

/* The gaps between columns are free in every row; a column of either end is
 * better where no card of the rows between stands in it. */
static double
choose_channel (const Router *router,
                StrataPoint   from,
                StrataPoint   to,
                guint         first,
                guint         last)
{
  double left = router->layout->lanes[STRATA_LAYER_DATA].field.x;
  double step = router->layout->card_width + STRATA_LAYOUT_GAP;
  double best = left - STRATA_LAYOUT_GAP / 2;
  double wanted = (from.x + to.x) / 2;
  double gap;

  if (is_column_free (router, (guint) ((from.x - left) / step), first, last))
    return from.x;
  if (is_column_free (router, (guint) ((to.x - left) / step), first, last))
    return to.x;
  gap = round ((wanted - best) / step);
  return best + CLAMP (gap, 0, router->layout->columns) * step;
}

static void
route_across (Router      *router,
              StrataRoute *route,
              guint        from_row,
              guint        to_row,
              StrataPoint  end)
{
  gboolean up = from_row > to_row;
  guint near_row = up ? from_row - 1 : from_row + 1;
  guint far_row = up ? to_row + 1 : to_row - 1;
  double height = router->layout->card_height;

  if (near_row != to_row)
    {
      double x = choose_channel (router, route->points[0], end, MIN (near_row, far_row), MAX (near_row, far_row));
      double near_top = _strata_layout_get_slot (router->layout, get_row_start (router, near_row)).y;
      double far_top = _strata_layout_get_slot (router->layout, get_row_start (router, far_row)).y;

      add_bend (route, (StrataPoint) { x, up ? near_top + height : near_top });
      add_bend (route, (StrataPoint) { x, up ? far_top : far_top + height });
    }
  add_bend (route, end);
}

/* Over the cards between, in the gap above their row. */
static void
route_over (StrataRoute *route,
            StrataPoint  end)
{
  StrataPoint start = route->points[0];

  add_points (route,
              (StrataPoint) { start.x, start.y - STRATA_LAYOUT_GAP },
              (StrataPoint) { end.x, end.y - STRATA_LAYOUT_GAP },
              end);
}

static void
route_beside (Router           *router,
              StrataRoute      *route,
              const StrataFlow *flow)
{
  StrataRect from = _strata_layout_get_slot (router->layout, router->layout->places[flow->from]);
  StrataRect to = _strata_layout_get_slot (router->layout, router->layout->places[flow->to]);
  gboolean forward = from.x < to.x;
  StrataPoint start = { forward ? from.x + from.width : from.x, from.y + from.height / 2 };
  StrataPoint end = { forward ? to.x : to.x + to.width, to.y + to.height / 2 };

  route->points[0] = start;
  add_points (route, start, end, end);
}

static void
route_flow (Router           *router,
            StrataRoute      *route,
            const StrataFlow *flow)
{
  StrataPlace from = router->layout->places[flow->from];
  StrataPlace to = router->layout->places[flow->to];
  StrataPoint end;
  Side leaves;
  Side arrives;

  route->n_points = 1;
  if (!choose_sides (router, from, to, &leaves, &arrives))
    {
      route_beside (router, route, flow);
      return;
    }
  route->points[0] = take_port (router, flow->from, leaves);
  end = take_port (router, flow->to, arrives);
  if (leaves == arrives)
    route_over (route, end);
  else
    route_across (router, route, get_row (router, from), get_row (router, to), end);
}

static void
mirror_route (StrataRoute *route,
              double       width)
{
  for (guint i = 0; i < route->n_points; i++)
    route->points[i].x = width - route->points[i].x;
}

/* An empty lane counts one row, in which every column is free. */
static void
router_init (Router       *router,
             StrataLayout *layout)
{
  guint row = 0;

  router->layout = layout;
  router->ports = g_new0 (Ports, MAX (1, layout->scenario->n_placements));
  for (int layer = STRATA_N_LAYERS - 1; layer >= 0; layer--)
    {
      router->first_row[layer] = row;
      row += MAX (1, _strata_layout_get_n_rows (layout, layer));
    }
}

void
_strata_layout_route (StrataLayout *layout)
{
  StrataScenario *scenario = layout->scenario;
  Router router;

  router_init (&router, layout);
  layout->n_routes = scenario->n_flows;
  layout->routes = g_new0 (StrataRoute, MAX (1, layout->n_routes));
  for (guint i = 0; i < scenario->n_flows; i++)
    count_ports (&router, &scenario->flows[i]);
  for (guint i = 0; i < scenario->n_flows; i++)
    {
      layout->routes[i].flow = i;
      route_flow (&router, &layout->routes[i], &scenario->flows[i]);
      if (layout->rtl)
        mirror_route (&layout->routes[i], layout->width);
    }
  g_free (router.ports);
}
