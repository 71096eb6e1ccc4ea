/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flows run from card to card and meet no other card.
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
assert_meets_no_card (StrataLayout *layout,
                      StrataPoint   point)
{
  for (int layer = 0; layer < STRATA_N_LAYERS; layer++)
    for (guint i = 0; i < strata_layout_get_n_cards (layout, layer); i++)
      g_assert_false (is_within (strata_layout_get_card (layout, (StrataPlace) { layer, i }), point));
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

        assert_meets_no_card (layout, point);
      }
}

static void
test_avoid_cards (void)
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

/* Two flows that arrive at one edge of a card do not end in one point. */
static void
test_ports (void)
{
  /* Placements take turns: 0 and 2 are data, 1 is automation. */
  const FixtureCounts few = { 2, 1, 0 };
  const FixtureFlow flows[] = { { 0, 1, STRATA_CARRIES_EVENTS }, { 2, 1, STRATA_CARRIES_PROFILES } };
  g_autoptr (StrataScenario) scenario = fixture_scenario (few, flows, G_N_ELEMENTS (flows));
  double em = 15;
  g_autoptr (StrataLayout) layout = fixture_layout (scenario, 1280, 0, &em, FALSE);
  guint n_routes;
  const StrataRoute *routes = strata_layout_get_routes (layout, &n_routes);
  StrataPoint first = routes[0].points[routes[0].n_points - 1];
  StrataPoint second = routes[1].points[routes[1].n_points - 1];

  g_assert_cmpfloat (first.y, ==, second.y);
  g_assert_cmpfloat (fabs (first.x - second.x), >, 8);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/routes/avoid-cards", test_avoid_cards);
  g_test_add_func ("/scene/routes/ends", test_ends);
  g_test_add_func ("/scene/routes/ports", test_ports);

  return g_test_run ();
}
