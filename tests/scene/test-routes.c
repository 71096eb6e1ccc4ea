/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flows run from card to card and meet nothing else on their way.
 */

#include "config.h"

#include "fixture.h"

#include <math.h>

static const double widths[] = { 320, 640, 1280, 2560 };
static const FixtureCounts counts = { 23, 17, 11 };

static StrataScenario *
make_scenario (void)
{
  static const guint steps[] = { 1, 2, 3, 7, 13, 29 };
  g_autoptr (GArray) flows = g_array_new (FALSE, FALSE, sizeof (FixtureFlow));
  guint n_cards = counts[0] + counts[1] + counts[2];

  for (guint i = 0; i < n_cards; i++)
    for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
      {
        FixtureFlow flow = { i, (i + steps[s]) % n_cards, STRATA_CARRIES_EVENTS };

        g_array_append_val (flows, flow);
      }
  return fixture_scenario (counts, &g_array_index (flows, FixtureFlow, 0), flows->len);
}

static double
bezier (double a,
        double b,
        double c,
        double d,
        double t)
{
  double u = 1 - t;

  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

static gboolean
is_within (StrataRect  rect,
           StrataPoint point)
{
  const double slack = 0.01;

  return point.x > rect.x + slack && point.x < rect.x + rect.width - slack &&
         point.y > rect.y + slack && point.y < rect.y + rect.height - slack;
}

static void
assert_meets_nothing (StrataLayout *layout,
                      StrataPoint   point)
{
  for (guint i = 0; i < STRATA_N_PREREQUISITES; i++)
    g_assert_false (is_within (strata_layout_get_prerequisite (layout, i), point));
  for (int layer = 0; layer < STRATA_N_LAYERS; layer++)
    {
      g_assert_false (is_within (strata_layout_get_header (layout, layer), point));
      for (guint i = 0; i < strata_layout_get_n_cards (layout, layer); i++)
        g_assert_false (is_within (strata_layout_get_card (layout, (StrataPlace) { layer, i }), point));
    }
}

static void
check_route (StrataLayout      *layout,
             const StrataRoute *route)
{
  for (guint p = 0; p + 3 < route->n_points; p += 3)
    for (guint i = 0; i <= 16; i++)
      {
        const StrataPoint *at = &route->points[p];
        double t = i / 16.0;
        StrataPoint point = { bezier (at[0].x, at[1].x, at[2].x, at[3].x, t),
                              bezier (at[0].y, at[1].y, at[2].y, at[3].y, t) };

        assert_meets_nothing (layout, point);
      }
}

static void
test_avoid (void)
{
  g_autoptr (StrataScenario) scenario = make_scenario ();
  double em = 15;

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    for (int rtl = FALSE; rtl <= TRUE; rtl++)
      {
        g_autoptr (StrataLayout) layout = fixture_layout (scenario, widths[w], 0, &em, rtl);
        guint n_routes;
        const StrataRoute *routes = strata_layout_get_routes (layout, &n_routes);

        g_assert_cmpuint (n_routes, ==, scenario->n_flows);
        for (guint i = 0; i < n_routes; i++)
          check_route (layout, &routes[i]);
      }
}

static gboolean
is_at_edge (StrataRect  rect,
            StrataPoint point)
{
  gboolean beside = point.x == rect.x || point.x == rect.x + rect.width;
  gboolean above = point.y == rect.y || point.y == rect.y + rect.height;

  return (beside && point.y >= rect.y && point.y <= rect.y + rect.height) ||
         (above && point.x >= rect.x && point.x <= rect.x + rect.width);
}

static void
test_ends (void)
{
  g_autoptr (StrataScenario) scenario = make_scenario ();
  double em = 15;
  g_autoptr (StrataLayout) layout = fixture_layout (scenario, 1280, 0, &em, FALSE);
  guint n_routes;
  const StrataRoute *routes = strata_layout_get_routes (layout, &n_routes);

  for (guint i = 0; i < n_routes; i++)
    {
      const StrataFlow *flow = &scenario->flows[routes[i].flow];
      StrataPlace from = strata_layout_get_place (layout, flow->from);
      StrataPlace to = strata_layout_get_place (layout, flow->to);

      g_assert_cmpuint (routes[i].n_points % 3, ==, 1);
      g_assert_true (is_at_edge (strata_layout_get_card (layout, from), routes[i].points[0]));
      g_assert_true (is_at_edge (strata_layout_get_card (layout, to), routes[i].points[routes[i].n_points - 1]));
    }
}

static const StrataRoute *
route (StrataLayout *layout)
{
  guint n_routes;

  return strata_layout_get_routes (layout, &n_routes);
}

static StrataPoint
get_end (const StrataRoute *route)
{
  return route->points[route->n_points - 1];
}

/* No two flows leave or arrive in one point, however many a card has. */
static void
test_ports (void)
{
  g_autoptr (StrataScenario) scenario = make_scenario ();
  double em = 15;
  g_autoptr (StrataLayout) layout = fixture_layout (scenario, 1280, 0, &em, FALSE);
  g_autoptr (GArray) ports = g_array_new (FALSE, FALSE, sizeof (StrataPoint));

  for (guint i = 0; i < scenario->n_flows; i++)
    {
      StrataPoint end = get_end (&route (layout)[i]);

      g_array_append_val (ports, route (layout)[i].points[0]);
      g_array_append_val (ports, end);
    }
  for (guint i = 0; i < ports->len; i++)
    for (guint j = i + 1; j < ports->len; j++)
      {
        StrataPoint a = g_array_index (ports, StrataPoint, i);
        StrataPoint b = g_array_index (ports, StrataPoint, j);

        g_assert_cmpfloat (hypot (a.x - b.x, a.y - b.y), >, 2);
      }
}

/* Between a card and the one below there is room for an arrow, however large
 * the text. */
static void
test_arrows_have_room (void)
{
  g_autoptr (StrataScenario) scenario = make_scenario ();

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      double em = 29;
      g_autoptr (StrataLayout) layout = fixture_layout (scenario, widths[w], 0, &em, FALSE);

      for (guint i = 0; i < scenario->n_flows; i++)
        {
          StrataPlace from = strata_layout_get_place (layout, scenario->flows[i].from);
          StrataPlace to = strata_layout_get_place (layout, scenario->flows[i].to);
          StrataRect above = strata_layout_get_card (layout, from);
          StrataRect below = strata_layout_get_card (layout, to);

          if (above.x == below.x && from.layer == to.layer)
            g_assert_cmpfloat (fabs (above.y - below.y) - above.height, >=, 24);
        }
    }
}

/* A card above another has a straight flow from it. */
static void
test_straight (void)
{
  const FixtureCounts two = { 1, 1, 0 };
  const FixtureFlow flows[] = { { 0, 1, STRATA_CARRIES_EVENTS } };
  g_autoptr (StrataScenario) scenario = fixture_scenario (two, flows, G_N_ELEMENTS (flows));
  double em = 15;
  g_autoptr (StrataLayout) layout = fixture_layout (scenario, 1280, 0, &em, FALSE);

  g_assert_cmpuint (route (layout)->n_points, ==, 4);
  g_assert_cmpfloat (route (layout)->points[0].x, ==, get_end (route (layout)).x);
}

/* What is added far away leaves a flow where it is. */
static void
test_stays (void)
{
  const FixtureFlow flows[] = {
    { 0, 7, STRATA_CARRIES_EVENTS }, { 1, 8, STRATA_CARRIES_PROFILES },
    { 44, 50, STRATA_CARRIES_AUDIENCES },
  };
  g_autoptr (StrataScenario) before = fixture_scenario (counts, flows, 2);
  g_autoptr (StrataScenario) after = fixture_scenario (counts, flows, 3);
  double em = 15;
  g_autoptr (StrataLayout) former = fixture_layout (before, 1280, 0, &em, FALSE);
  g_autoptr (StrataLayout) layout = fixture_layout (after, 1280, 0, &em, FALSE);
  g_autoptr (StrataLayout) again = fixture_layout (after, 1280, 0, &em, FALSE);

  g_assert_cmpmem (route (layout), 2 * sizeof (StrataRoute), route (former), 2 * sizeof (StrataRoute));
  g_assert_cmpmem (route (layout), 3 * sizeof (StrataRoute), route (again), 3 * sizeof (StrataRoute));
}

/* A flow is found where its line is, and beside it only so far. */
static void
test_find (void)
{
  const FixtureCounts two = { 1, 1, 0 };
  const FixtureFlow flows[] = { { 0, 1, STRATA_CARRIES_EVENTS }, { 1, 0, STRATA_CARRIES_RESULTS } };
  g_autoptr (StrataScenario) scenario = fixture_scenario (two, flows, G_N_ELEMENTS (flows));
  double em = 15;
  g_autoptr (StrataLayout) layout = fixture_layout (scenario, 1280, 0, &em, FALSE);
  guint flow = G_MAXUINT;

  for (guint i = 0; i < G_N_ELEMENTS (flows); i++)
    {
      g_assert_true (strata_layout_find_route (layout, route (layout)[i].middle, 6, &flow));
      g_assert_cmpuint (flow, ==, i);
    }
  g_assert_false (strata_layout_find_route (layout, (StrataPoint) { route (layout)[0].middle.x - 30,
                                                                   route (layout)[0].middle.y }, 6, &flow));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/routes/avoid", test_avoid);
  g_test_add_func ("/scene/routes/ends", test_ends);
  g_test_add_func ("/scene/routes/ports", test_ports);
  g_test_add_func ("/scene/routes/arrows-have-room", test_arrows_have_room);
  g_test_add_func ("/scene/routes/straight", test_straight);
  g_test_add_func ("/scene/routes/stays", test_stays);
  g_test_add_func ("/scene/routes/find", test_find);

  return g_test_run ();
}
