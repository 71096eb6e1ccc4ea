/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is to be drawn, as a list that every painter reads.
 */

#define G_LOG_DOMAIN "strata-scene"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "scene/strata-display-list.h"

#include <math.h>

/* Pixels. */
#define FLOW_THICKNESS 2
#define CHOSEN_THICKNESS 4
#define ARROW_LENGTH 8.0
#define MARKER_RADIUS 5.0
#define MARK_RADIUS 2

struct _StrataDisplayList
{
  GArray *items; /* StrataDisplayItem */
};

static void
item_clear (gpointer data)
{
  StrataDisplayItem *item = data;

  g_free (item->id);
  g_free (item->label);
  g_free (item->points);
}

static void
add_path (StrataDisplayList *list,
          StrataTone         tone,
          const StrataPoint *points,
          guint              n_points,
          gboolean           dashed)
{
  StrataDisplayItem item = {
    .kind = STRATA_DISPLAY_PATH,
    .tone = tone,
    .points = g_memdup2 (points, n_points * sizeof (StrataPoint)),
    .n_points = n_points,
    .thickness = FLOW_THICKNESS,
    .dashed = dashed,
  };

  g_array_append_val (list->items, item);
}

/* Closed, of straight lines. */
static void
add_shape (StrataDisplayList *list,
           StrataTone         tone,
           const StrataPoint *corners,
           guint              n_corners)
{
  StrataPoint points[16];
  guint n = 0;

  points[n++] = corners[0];
  for (guint i = 0; i < n_corners; i++)
    {
      StrataPoint end = corners[(i + 1) % n_corners];

      points[n++] = corners[i];
      points[n++] = end;
      points[n++] = end;
    }
  g_assert (n <= G_N_ELEMENTS (points));
  add_path (list, tone, points, n, FALSE);
  g_array_index (list->items, StrataDisplayItem, list->items->len - 1).filled = TRUE;
}

static void
add_rounded (StrataDisplayList *list,
             StrataTone         tone,
             StrataPoint        centre,
             double             width,
             double             height,
             double             radius)
{
  StrataDisplayItem item = {
    .kind = STRATA_DISPLAY_RECT,
    .tone = tone,
    .rect = { centre.x - width / 2, centre.y - height / 2, width, height },
    .radius = radius,
  };

  g_array_append_val (list->items, item);
}

/* What a flow carries has a shape, so that nobody needs to tell colours apart:
 * events a dot, profiles a square, audiences a diamond, content a page,
 * results a triangle. */
static void
add_marker (StrataDisplayList *list,
            StrataTone         tone,
            StrataCarries      carries,
            StrataPoint        at)
{
  const double r = MARKER_RADIUS;
  const StrataPoint diamond[] = {
    { at.x, at.y - r - 1 }, { at.x + r + 1, at.y }, { at.x, at.y + r + 1 }, { at.x - r - 1, at.y },
  };
  const StrataPoint triangle[] = {
    { at.x, at.y - r }, { at.x + r + 1, at.y + r }, { at.x - r - 1, at.y + r },
  };

  switch (carries)
    {
    case STRATA_CARRIES_EVENTS:
      add_rounded (list, tone, at, 2 * r, 2 * r, r);
      break;
    case STRATA_CARRIES_PROFILES:
      add_rounded (list, tone, at, 2 * r - 1, 2 * r - 1, 1);
      break;
    case STRATA_CARRIES_AUDIENCES:
      add_shape (list, tone, diamond, G_N_ELEMENTS (diamond));
      break;
    case STRATA_CARRIES_CONTENT:
      add_rounded (list, tone, at, 1.4 * r, 2.6 * r, 2);
      break;
    case STRATA_CARRIES_RESULTS:
      add_shape (list, tone, triangle, G_N_ELEMENTS (triangle));
      break;
    default:
      g_assert_not_reached ();
    }
}

/* The direction in which a route arrives, one long. */
static StrataPoint
get_arrival (const StrataRoute *route)
{
  StrataPoint end = route->points[route->n_points - 1];
  StrataPoint before = route->points[route->n_points - 2];
  double length;

  if (before.x == end.x && before.y == end.y)
    before = route->points[route->n_points - 4];
  length = hypot (end.x - before.x, end.y - before.y);
  if (length == 0)
    return (StrataPoint) { 0, -1 };
  return (StrataPoint) { (end.x - before.x) / length, (end.y - before.y) / length };
}

static StrataPoint
get_barb (StrataPoint tip,
          StrataPoint arrival,
          double      side)
{
  return (StrataPoint) {
    tip.x - ARROW_LENGTH * arrival.x - side * ARROW_LENGTH * 0.6 * arrival.y,
    tip.y - ARROW_LENGTH * arrival.y + side * ARROW_LENGTH * 0.6 * arrival.x,
  };
}

/* Straight lines are curves whose middle points are their ends. */
static void
add_arrow (StrataDisplayList *list,
           StrataTone         tone,
           const StrataRoute *route)
{
  StrataPoint tip = route->points[route->n_points - 1];
  StrataPoint arrival = get_arrival (route);
  StrataPoint left = get_barb (tip, arrival, -1);
  StrataPoint right = get_barb (tip, arrival, 1);
  StrataPoint points[] = { left, left, tip, tip, tip, right, right };

  add_path (list, tone, points, G_N_ELEMENTS (points), FALSE);
}

static gboolean
names (const StrataFinding *finding,
       guint                placement)
{
  for (guint i = 0; i < finding->n_tools; i++)
    if (finding->tools[i] == placement)
      return TRUE;
  return FALSE;
}

/* A finding names two cards, between which other flows may be in order: that is
 * told by the direction and by what they carry. Results may run anywhere. */
static gboolean
is_about (const StrataFinding *finding,
          StrataScenario      *scenario,
          const StrataFlow    *flow)
{
  StrataLayer from = scenario->placements[flow->from]->layer;

  if (!g_str_has_prefix (finding->code, "order/flow-") || flow->carries == STRATA_CARRIES_RESULTS ||
      !names (finding, flow->from) || !names (finding, flow->to))
    return FALSE;
  if (g_str_equal (finding->code, "order/flow-runs-down"))
    return from == STRATA_LAYER_PERSONALIZATION;
  if (g_str_equal (finding->code, "order/flow-bypasses-data"))
    return from == STRATA_LAYER_AUTOMATION && flow->carries != STRATA_CARRIES_CONTENT;
  return TRUE;
}

static gboolean
breaks_order (StrataAssessment *assessment,
              StrataScenario   *scenario,
              const StrataFlow *flow)
{
  for (guint i = 0; i < strata_assessment_get_n_findings (assessment); i++)
    {
      const StrataFinding *finding = strata_assessment_get_finding (assessment, i);

      if (!finding->accepted && is_about (finding, scenario, flow))
        return TRUE;
    }
  return FALSE;
}

static void
add_flow (StrataDisplayList *list,
          StrataScenario    *scenario,
          const StrataRoute *route,
          gboolean           broken,
          gboolean           faded,
          gboolean           chosen)
{
  const StrataFlow *flow = &scenario->flows[route->flow];
  StrataPlacement *from = scenario->placements[flow->from];
  StrataPlacement *to = scenario->placements[flow->to];
  StrataTone tone = broken ? STRATA_TONE_ERROR : strata_layer_get_tone (from->layer);
  StrataDisplayItem group = {
    .kind = STRATA_DISPLAY_GROUP,
    .id = g_strdup_printf ("flow-%s-%s", from->id, to->id),
    .role = STRATA_DISPLAY_ROLE_FLOW,
    .label = g_strdup (_(strata_vocabulary_get_label (&strata_carries, flow->carries))),
    .n_items = 3,
    .faded = faded && !chosen,
  };

  g_array_append_val (list->items, group);
  add_path (list, tone, route->points, route->n_points, broken);
  if (chosen)
    g_array_index (list->items, StrataDisplayItem, list->items->len - 1).thickness = CHOSEN_THICKNESS;
  add_arrow (list, tone, route);
  add_marker (list, tone, flow->carries, route->middle);
}

/**
 * strata_display_list_new:
 *
 * Returns: (transfer full): a list without items
 */
StrataDisplayList *
strata_display_list_new (void)
{
  StrataDisplayList *list = g_new0 (StrataDisplayList, 1);

  list->items = g_array_new (FALSE, FALSE, sizeof (StrataDisplayItem));
  g_array_set_clear_func (list->items, item_clear);
  return list;
}

/**
 * strata_display_list_free:
 * @list: (transfer full): a display list
 */
void
strata_display_list_free (StrataDisplayList *list)
{
  g_return_if_fail (list != NULL);

  g_array_unref (list->items);
  g_free (list);
}

/**
 * strata_display_list_get_n_items:
 * @list: a display list
 *
 * Returns: how many items there are, groups and what is in them
 */
guint
strata_display_list_get_n_items (StrataDisplayList *list)
{
  g_return_val_if_fail (list != NULL, 0);

  return list->items->len;
}

/**
 * strata_display_list_get_item:
 * @list: a display list
 * @index: which
 *
 * Returns: (transfer none): the item, until the list grows
 */
const StrataDisplayItem *
strata_display_list_get_item (StrataDisplayList *list,
                              guint              index)
{
  g_return_val_if_fail (list != NULL, NULL);
  g_return_val_if_fail (index < list->items->len, NULL);

  return &g_array_index (list->items, StrataDisplayItem, index);
}

/**
 * strata_display_list_add_flows:
 * @list: a display list
 * @layout: where the flows run
 * @assessment: (nullable): which of them break an ordering rule
 * @faded: (nullable): by flow of the scenario, whether it stands back
 * @chosen: the position of a flow that is drawn bold, or one beyond all
 *
 * Adds a group for every flow: its way, its arrow and the shape of what it
 * carries, in the colour of the
 * layer it comes from, dashed and in that of errors where a finding
 * `order/flow-…` that is not accepted names both ends.
 */
void
strata_display_list_add_flows (StrataDisplayList *list,
                               StrataLayout      *layout,
                               StrataAssessment  *assessment,
                               const gboolean    *faded,
                               guint              chosen)
{
  StrataScenario *scenario;
  const StrataRoute *routes;
  guint n_routes;

  g_return_if_fail (list != NULL);
  g_return_if_fail (layout != NULL);

  scenario = strata_layout_get_scenario (layout);
  routes = strata_layout_get_routes (layout, &n_routes);
  for (guint i = 0; i < n_routes; i++)
    {
      const StrataFlow *flow = &scenario->flows[routes[i].flow];

      add_flow (list, scenario, &routes[i],
                assessment != NULL && breaks_order (assessment, scenario, flow),
                faded != NULL && faded[routes[i].flow],
                routes[i].flow == chosen);
    }
}

/**
 * strata_display_list_add_connection:
 * @list: a display list
 * @layer: the layer of the card where it begins
 * @from: that card
 * @to: (nullable): the card where it ends; %NULL: none yet
 * @point: where it ends as long as there is none
 *
 * Adds a flow that is being drawn from a card to a point or another card.
 */
void
strata_display_list_add_connection (StrataDisplayList *list,
                                    StrataLayer        layer,
                                    StrataRect         from,
                                    const StrataRect  *to,
                                    StrataPoint        point)
{
  StrataTone tone = strata_layer_get_tone (layer);
  StrataDisplayItem group = {
    .kind = STRATA_DISPLAY_GROUP,
    .id = g_strdup ("connection"),
    .role = STRATA_DISPLAY_ROLE_FLOW,
    .label = g_strdup (_("New flow")),
    .n_items = 2,
  };
  StrataRoute route;

  g_return_if_fail (list != NULL);

  strata_route_connect (&route, from, to, point);
  g_array_append_val (list->items, group);
  add_path (list, tone, route.points, route.n_points, FALSE);
  add_arrow (list, tone, &route);
}

/**
 * strata_display_list_add_insertion:
 * @list: a display list
 * @insertion: where something would land
 *
 * Adds the mark of an insertion, in its layer's colour.
 */
void
strata_display_list_add_insertion (StrataDisplayList     *list,
                                   const StrataInsertion *insertion)
{
  StrataDisplayItem group = {
    .kind = STRATA_DISPLAY_GROUP,
    .id = g_strdup ("insertion"),
    .role = STRATA_DISPLAY_ROLE_INSERTION,
    .label = g_strdup (_("Lands here")),
    .n_items = 1,
  };
  StrataDisplayItem mark = {
    .kind = STRATA_DISPLAY_RECT,
    .tone = strata_layer_get_tone (insertion->place.layer),
    .rect = insertion->mark,
    .radius = MARK_RADIUS,
  };

  g_array_append_val (list->items, group);
  g_array_append_val (list->items, mark);
}

/**
 * strata_layer_get_tone:
 * @layer: a layer
 *
 * Returns: the colour of what belongs to the layer
 */
StrataTone
strata_layer_get_tone (StrataLayer layer)
{
  switch (layer)
    {
    case STRATA_LAYER_DATA:
      return STRATA_TONE_DATA;
    case STRATA_LAYER_AUTOMATION:
      return STRATA_TONE_AUTOMATION;
    case STRATA_LAYER_PERSONALIZATION:
      return STRATA_TONE_PERSONALIZATION;
    default:
      g_assert_not_reached ();
    }
}
