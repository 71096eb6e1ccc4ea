/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ways of flows from card to card, along the gutters between them.
 */

#define G_LOG_DOMAIN "strata-scene"

#include "config.h"

#include "scene/strata-layout-private.h"
#include "scene/strata-tracks.h"

#include <math.h>
#include <stdlib.h>

/* Flows that meet at one edge of a card keep this apart, in pixels, and
 * together take at most this share of the edge. */
#define PORT_GAP 16.0
#define PORT_SHARE 0.6

/* A detour that is worth a channel with one flow less, in pixels. */
#define CROWD 4.0

typedef enum
{
  SIDE_TOP,
  SIDE_BOTTOM,
  SIDE_BEFORE,
  SIDE_BEHIND,
} Side;

/* Where a flow leaves a card or arrives at one. */
typedef struct
{
  guint       card;
  Side        side;
  double      leads; /* to this x */
  guint       way;
  StrataPoint point; /* out */
} Port;

/* A flow runs from one card along the band at it, up or down a channel, and
 * along the band at the other card. In one band it needs no channel; between
 * neighbours in a row it needs no band. */
typedef struct
{
  Port        leaves;
  Port        arrives;
  gboolean    beside;
  gboolean    direct;  /* one band */
  guint       bands[2];
  guint       channel;
  StrataTrack along[2];
  StrataTrack across;
} Way;

typedef struct
{
  StrataLayout *layout;
  StrataGrid    grid;
  Way          *ways;
  guint         n_ways;
  guint        *passed;  /* by cell of the grid: which port has it to itself, counted from 1 */
  guint        *crowds;  /* by channel: how many flows */
} Router;

static double
get_middle (const Router *router,
            guint         card)
{
  StrataRect slot = _strata_layout_get_slot (router->layout, router->layout->places[card]);

  return slot.x + slot.width / 2;
}

static guint
get_column (const Router *router,
            guint         card)
{
  return router->layout->places[card].position % router->layout->columns;
}

/* Whether all cells of a column between two rows are free, or passed by flows
 * of the same port only: two ports would be one above the other. */
static gboolean
pass_column (Router     *router,
             const Port *port,
             guint       first,
             guint       last)
{
  guint column = get_column (router, port->card);
  guint owner = 2 * port->card + (guint) port->side + 1;

  if (!_strata_grid_is_column_free (&router->grid, column, first, last))
    return FALSE;
  for (guint row = first; row <= last; row++)
    {
      guint cell = router->passed[row * router->layout->columns + column];

      if (cell != 0 && cell != owner)
        return FALSE;
    }
  for (guint row = first; row <= last; row++)
    router->passed[row * router->layout->columns + column] = owner;
  return TRUE;
}

/* The one that makes the shortest way, or nearly that where it is crowded. */
static void
choose_channel (Router *router,
                Way    *way,
                guint   first,
                guint   last)
{
  gboolean solid = _strata_grid_is_solid (&router->grid, first, last);
  guint n_columns = router->layout->columns;
  double from = get_middle (router, way->leaves.card);
  double to = get_middle (router, way->arrives.card);
  double least = G_MAXDOUBLE;

  for (guint channel = 0; channel <= n_columns; channel += solid ? n_columns : 1)
    {
      double x = _strata_grid_get_channel (&router->grid, channel, 0, 1);
      double length = fabs (from - x) + fabs (to - x) + CROWD * router->crowds[channel];

      if (length >= least)
        continue;
      least = length;
      way->channel = channel;
    }
  router->crowds[way->channel]++;
}

/* Over the cards between, or under them on the way back. */
static void
plan_in_row (Router *router,
             Way    *way,
             guint   row)
{
  guint from = get_column (router, way->leaves.card);
  guint to = get_column (router, way->arrives.card);

  way->beside = from + 1 == to || to + 1 == from;
  way->direct = TRUE;
  way->leaves.side = from < to ? SIDE_TOP : SIDE_BOTTOM;
  way->arrives.side = way->leaves.side;
  way->bands[0] = from < to ? row : row + 1;
  if (!way->beside)
    return;
  way->leaves.side = from < to ? SIDE_BEHIND : SIDE_BEFORE;
  way->arrives.side = from < to ? SIDE_BEFORE : SIDE_BEHIND;
}

static void
plan_between_rows (Router *router,
                   Way    *way,
                   guint   from,
                   guint   to)
{
  gboolean down = from < to;
  guint first = MIN (from, to) + 1;
  guint last = MAX (from, to) - 1;

  way->leaves.side = down ? SIDE_BOTTOM : SIDE_TOP;
  way->arrives.side = down ? SIDE_TOP : SIDE_BOTTOM;
  way->bands[0] = down ? from + 1 : from;
  way->bands[1] = down ? to : to + 1;
  way->direct = way->bands[0] == way->bands[1];
  if (way->direct)
    return;
  way->direct = TRUE;
  if (pass_column (router, &way->leaves, first, last))
    way->bands[0] = way->bands[1];
  else if (!pass_column (router, &way->arrives, first, last))
    {
      way->direct = FALSE;
      choose_channel (router, way, first, last);
    }
}

static void
plan_way (Router           *router,
          guint             index,
          const StrataFlow *flow)
{
  Way *way = &router->ways[index];
  guint from = _strata_grid_get_row (&router->grid, router->layout->places[flow->from]);
  guint to = _strata_grid_get_row (&router->grid, router->layout->places[flow->to]);

  way->leaves.way = way->arrives.way = index;
  way->leaves.card = flow->from;
  way->arrives.card = flow->to;
  if (from == to)
    plan_in_row (router, way, from);
  else
    plan_between_rows (router, way, from, to);
  way->leaves.leads = get_middle (router, flow->to);
  way->arrives.leads = get_middle (router, flow->from);
  if (!way->direct)
    way->leaves.leads = way->arrives.leads = _strata_grid_get_channel (&router->grid, way->channel, 0, 1);
}

static int
compare_ports (const void *first,
               const void *second)
{
  const Port *a = *(Port * const *) first;
  const Port *b = *(Port * const *) second;

  if (a->card != b->card)
    return a->card < b->card ? -1 : 1;
  if (a->side != b->side)
    return a->side < b->side ? -1 : 1;
  if (a->side <= SIDE_BOTTOM && a->leads != b->leads)
    return a->leads < b->leads ? -1 : 1;
  return a->way < b->way ? -1 : a->way > b->way;
}

static void
place_ports (Router *router,
             Port  **ports,
             guint   n_ports)
{
  StrataRect slot = _strata_layout_get_slot (router->layout, router->layout->places[ports[0]->card]);
  StrataPoint middle = { slot.x + slot.width / 2, slot.y + slot.height / 2 };
  gboolean upright = ports[0]->side <= SIDE_BOTTOM;
  double gap = MIN (PORT_GAP, (upright ? slot.width : slot.height) * PORT_SHARE / n_ports);

  for (guint i = 0; i < n_ports; i++)
    {
      double offset = (i - (n_ports - 1) / 2.0) * gap;

      ports[i]->point = middle;
      if (upright)
        {
          ports[i]->point.x += offset;
          ports[i]->point.y = ports[i]->side == SIDE_TOP ? slot.y : slot.y + slot.height;
        }
      else
        {
          ports[i]->point.x = ports[i]->side == SIDE_BEFORE ? slot.x : slot.x + slot.width;
          ports[i]->point.y += offset;
        }
    }
}

static void
place_all_ports (Router *router)
{
  guint n_ports = 2 * router->n_ways;
  g_autofree Port **ports = g_new (Port *, n_ports);
  guint first = 0;

  for (guint i = 0; i < router->n_ways; i++)
    {
      ports[2 * i] = &router->ways[i].leaves;
      ports[2 * i + 1] = &router->ways[i].arrives;
    }
  qsort (ports, n_ports, sizeof *ports, compare_ports);
  for (guint i = 1; i <= n_ports; i++)
    if (i == n_ports || ports[i]->card != ports[first]->card || ports[i]->side != ports[first]->side)
      {
        place_ports (router, ports + first, i - first);
        first = i;
      }
}

/* The side that a port is on, seen from the band. */
static int
get_port_side (const Port *port)
{
  return port->side == SIDE_TOP ? 1 : -1;
}

static void
lay_along (Router *router,
           Way    *way)
{
  double x = _strata_grid_get_channel (&router->grid, way->channel, 0, 1);
  int turn = way->bands[0] < way->bands[1] ? 1 : -1;

  way->along[0] = (StrataTrack) { way->leaves.point.x, way->arrives.point.x,
                                  get_port_side (&way->leaves), get_port_side (&way->arrives), 0 };
  if (way->direct)
    return;
  way->along[0].to = x;
  way->along[0].at_to = turn;
  way->along[1] = (StrataTrack) { x, way->arrives.point.x, -turn, get_port_side (&way->arrives), 0 };
}

/* What runs in one gutter; straight down is along none. */
static void
collect_along (Router     *router,
               GPtrArray **bands)
{
  for (guint i = 0; i < router->n_ways; i++)
    {
      Way *way = &router->ways[i];

      if (way->beside)
        continue;
      lay_along (router, way);
      if (way->along[0].from != way->along[0].to)
        g_ptr_array_add (bands[way->bands[0]], &way->along[0]);
      if (!way->direct)
        g_ptr_array_add (bands[way->bands[1]], &way->along[1]);
    }
}

static GPtrArray **
make_gutters (guint n_gutters)
{
  GPtrArray **gutters = g_new (GPtrArray *, n_gutters);

  for (guint i = 0; i < n_gutters; i++)
    gutters[i] = g_ptr_array_new ();
  return gutters;
}

/* Returns how many levels each has. */
static guint *
arrange_gutters (GPtrArray **gutters,
                 guint       n_gutters)
{
  guint *n_levels = g_new (guint, n_gutters);

  for (guint i = 0; i < n_gutters; i++)
    {
      n_levels[i] = strata_tracks_arrange ((StrataTrack **) gutters[i]->pdata, gutters[i]->len);
      g_ptr_array_unref (gutters[i]);
    }
  g_free (gutters);
  return n_levels;
}

static double
get_band (const Router *router,
          const Way    *way,
          guint         end,
          const guint  *n_levels)
{
  guint band = way->bands[end];

  return _strata_grid_get_band (&router->grid, band, way->along[end].level, MAX (1, n_levels[band]));
}

static guint *
arrange_across (Router      *router,
                const guint *n_along)
{
  guint n_channels = router->layout->columns + 1;
  GPtrArray **channels = make_gutters (n_channels);

  for (guint i = 0; i < router->n_ways; i++)
    {
      Way *way = &router->ways[i];
      double x;

      if (way->beside || way->direct)
        continue;
      x = _strata_grid_get_channel (&router->grid, way->channel, 0, 1);
      way->across = (StrataTrack) { get_band (router, way, 0, n_along), get_band (router, way, 1, n_along),
                                    way->leaves.point.x < x ? -1 : 1, way->arrives.point.x < x ? -1 : 1, 0 };
      g_ptr_array_add (channels[way->channel], &way->across);
    }
  return arrange_gutters (channels, n_channels);
}

static void
follow_way (const Router *router,
            const Way    *way,
            StrataRoute  *route,
            const guint  *n_along,
            const guint  *n_across)
{
  StrataPoint start = way->leaves.point;
  StrataPoint end = way->arrives.point;
  double y = way->beside ? start.y : get_band (router, way, 0, n_along);

  if (way->direct)
    {
      const StrataPoint corners[] = { start, { start.x, y }, { end.x, y }, end };

      _strata_route_follow (route, corners, G_N_ELEMENTS (corners));
    }
  else
    {
      double x = _strata_grid_get_channel (&router->grid, way->channel, way->across.level, n_across[way->channel]);
      double last = get_band (router, way, 1, n_along);
      const StrataPoint corners[] = { start, { start.x, y }, { x, y }, { x, last }, { end.x, last }, end };

      _strata_route_follow (route, corners, G_N_ELEMENTS (corners));
    }
}

static void
mirror_route (StrataRoute *route,
              double       width)
{
  for (guint i = 0; i < route->n_points; i++)
    route->points[i].x = width - route->points[i].x;
  route->middle.x = width - route->middle.x;
}

static void
router_init (Router       *router,
             StrataLayout *layout)
{
  StrataScenario *scenario = layout->scenario;

  router->layout = layout;
  _strata_grid_init (&router->grid, layout);
  router->n_ways = scenario->n_flows;
  router->ways = g_new0 (Way, scenario->n_flows);
  router->passed = g_new0 (guint, router->grid.n_rows * layout->columns);
  router->crowds = g_new0 (guint, layout->columns + 1);
}

static void
router_clear (Router *router)
{
  _strata_grid_clear (&router->grid);
  g_free (router->ways);
  g_free (router->passed);
  g_free (router->crowds);
}

void
_strata_layout_route (StrataLayout *layout)
{
  StrataScenario *scenario = layout->scenario;
  GPtrArray **bands;
  g_autofree guint *n_along = NULL;
  g_autofree guint *n_across = NULL;
  Router router;

  layout->n_routes = scenario->n_flows;
  layout->routes = g_new0 (StrataRoute, MAX (1, layout->n_routes));
  if (scenario->n_flows == 0)
    return;

  router_init (&router, layout);
  for (guint i = 0; i < router.n_ways; i++)
    plan_way (&router, i, &scenario->flows[i]);
  place_all_ports (&router);
  bands = make_gutters (router.grid.n_rows + 1);
  collect_along (&router, bands);
  n_along = arrange_gutters (bands, router.grid.n_rows + 1);
  n_across = arrange_across (&router, n_along);
  for (guint i = 0; i < router.n_ways; i++)
    {
      layout->routes[i].flow = i;
      follow_way (&router, &router.ways[i], &layout->routes[i], n_along, n_across);
      if (layout->rtl)
        mirror_route (&layout->routes[i], layout->width);
    }
  router_clear (&router);
}
