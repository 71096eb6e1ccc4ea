/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lanes, gate and cards: nothing overlaps, nothing leaves its bounds.
 */

#include "config.h"

#include "fixture.h"

static const double widths[] = { 320, 360, 480, 640, 900, 1280, 1920, 2560, 3840 };
static const double ems[] = { 14.5, 29 };
static const FixtureCounts counts[] = {
  { 0, 0, 0 }, { 1, 0, 0 }, { 0, 1, 0 }, { 2, 3, 1 }, { 90, 70, 40 }, { 0, 0, 200 },
};

typedef void (*Check) (StrataScenario *scenario,
                       double          width,
                       double         *em);

static void
for_each (Check check)
{
  for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
    {
      g_autoptr (StrataScenario) scenario = fixture_scenario (counts[c], NULL, 0);

      for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
        for (guint e = 0; e < G_N_ELEMENTS (ems); e++)
          {
            double em = ems[e];

            check (scenario, widths[w], &em);
          }
    }
}

static gboolean
is_apart (StrataRect a,
          StrataRect b)
{
  return a.x + a.width <= b.x || b.x + b.width <= a.x ||
         a.y + a.height <= b.y || b.y + b.height <= a.y;
}

static void
assert_inside (StrataRect inner,
               StrataRect outer)
{
  g_assert_cmpfloat (inner.width, >, 0);
  g_assert_cmpfloat (inner.height, >, 0);
  g_assert_cmpfloat (inner.x, >=, outer.x);
  g_assert_cmpfloat (inner.y, >=, outer.y);
  g_assert_cmpfloat (inner.x + inner.width, <=, outer.x + outer.width);
  g_assert_cmpfloat (inner.y + inner.height, <=, outer.y + outer.height);
}

static void
check_bounds (StrataScenario *scenario,
              double          width,
              double         *em)
{
  g_autoptr (StrataLayout) layout = fixture_layout (scenario, width, 0, em, FALSE);
  StrataRect all = { 0, 0, width, strata_layout_get_height (layout) };

  assert_inside (strata_layout_get_gate (layout), all);
  for (int layer = 0; layer < STRATA_N_LAYERS; layer++)
    {
      assert_inside (strata_layout_get_lane (layout, layer), all);
      assert_inside (strata_layout_get_header (layout, layer), strata_layout_get_lane (layout, layer));
      assert_inside (strata_layout_get_field (layout, layer), strata_layout_get_lane (layout, layer));
    }
  for (guint i = 0; i < scenario->n_placements; i++)
    {
      StrataPlace place = strata_layout_get_place (layout, i);

      g_assert_cmpint (place.layer, ==, scenario->placements[i]->layer);
      assert_inside (strata_layout_get_card (layout, place), strata_layout_get_field (layout, place.layer));
    }
}

static void
test_bounds (void)
{
  for_each (check_bounds);
}

static void
collect_rects (StrataLayout *layout,
               GArray       *rects)
{
  StrataRect rect = strata_layout_get_gate (layout);

  g_array_append_val (rects, rect);
  for (int layer = 0; layer < STRATA_N_LAYERS; layer++)
    {
      rect = strata_layout_get_header (layout, layer);
      g_array_append_val (rects, rect);
      for (guint i = 0; i < strata_layout_get_n_cards (layout, layer); i++)
        {
          rect = strata_layout_get_card (layout, (StrataPlace) { layer, i });
          g_array_append_val (rects, rect);
        }
    }
}

static void
check_apart (StrataScenario *scenario,
             double          width,
             double         *em)
{
  for (int height = 0; height <= 4000; height += 2000)
    {
      g_autoptr (StrataLayout) layout = fixture_layout (scenario, width, height, em, FALSE);
      g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (StrataRect));

      collect_rects (layout, rects);
      for (guint i = 0; i < rects->len; i++)
        for (guint j = i + 1; j < rects->len; j++)
          g_assert_true (is_apart (g_array_index (rects, StrataRect, i), g_array_index (rects, StrataRect, j)));
    }
}

static void
test_apart (void)
{
  for_each (check_apart);
}

static void
test_order (void)
{
  double em = 15;
  g_autoptr (StrataScenario) scenario = fixture_scenario (counts[3], NULL, 0);
  g_autoptr (StrataLayout) layout = fixture_layout (scenario, 1280, 0, &em, FALSE);
  StrataRect top = strata_layout_get_lane (layout, STRATA_LAYER_PERSONALIZATION);
  StrataRect gate = strata_layout_get_gate (layout);
  StrataRect middle = strata_layout_get_lane (layout, STRATA_LAYER_AUTOMATION);
  StrataRect bottom = strata_layout_get_lane (layout, STRATA_LAYER_DATA);

  g_assert_cmpfloat (top.y + top.height, <, gate.y);
  g_assert_cmpfloat (gate.y + gate.height, <, middle.y);
  g_assert_cmpfloat (middle.y + middle.height, <, bottom.y);
}

static void
check_mirror (StrataScenario *scenario,
              double          width,
              double         *em)
{
  g_autoptr (StrataLayout) ltr = fixture_layout (scenario, width, 0, em, FALSE);
  g_autoptr (StrataLayout) rtl = fixture_layout (scenario, width, 0, em, TRUE);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (StrataRect));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (StrataRect));

  g_assert_cmpfloat (strata_layout_get_height (ltr), ==, strata_layout_get_height (rtl));
  collect_rects (ltr, left);
  collect_rects (rtl, right);
  for (guint i = 0; i < left->len; i++)
    {
      StrataRect rect = g_array_index (left, StrataRect, i);
      StrataRect mirror = g_array_index (right, StrataRect, i);

      rect.x = width - rect.x - rect.width;
      g_assert_cmpmem (&mirror, sizeof mirror, &rect, sizeof rect);
    }
}

static void
test_mirror (void)
{
  for_each (check_mirror);
}

static void
test_fills_height (void)
{
  double em = 15;
  g_autoptr (StrataScenario) scenario = fixture_scenario (counts[3], NULL, 0);
  g_autoptr (StrataLayout) natural = fixture_layout (scenario, 1280, 0, &em, FALSE);
  g_autoptr (StrataLayout) small = fixture_layout (scenario, 1280, 10, &em, FALSE);
  g_autoptr (StrataLayout) tall = fixture_layout (scenario, 1280, 2000, &em, FALSE);

  g_assert_cmpfloat (strata_layout_get_height (small), ==, strata_layout_get_height (natural));
  g_assert_cmpfloat (strata_layout_get_height (tall), <=, 2000);
  g_assert_cmpfloat (strata_layout_get_height (tall), >, 2000 - STRATA_N_LAYERS);
}

static void
test_text_size (void)
{
  double em = 15;
  double em_large = 30;
  g_autoptr (StrataScenario) scenario = fixture_scenario (counts[4], NULL, 0);
  g_autoptr (StrataLayout) narrow = fixture_layout (scenario, 640, 0, &em, FALSE);
  g_autoptr (StrataLayout) wide = fixture_layout (scenario, 1280, 0, &em, FALSE);
  g_autoptr (StrataLayout) large = fixture_layout (scenario, 1280, 0, &em_large, FALSE);
  StrataPlace first = { STRATA_LAYER_DATA, 0 };

  g_assert_cmpfloat (strata_layout_get_height (narrow), >, strata_layout_get_height (wide));
  g_assert_cmpfloat (strata_layout_get_card (large, first).width, >, strata_layout_get_card (wide, first).width);
  g_assert_cmpfloat (strata_layout_get_card (large, first).height, ==, 2 * strata_layout_get_card (wide, first).height);
}

static void
test_headers (void)
{
  double em = 15;
  g_autoptr (StrataScenario) scenario = fixture_scenario (counts[0], NULL, 0);
  g_autoptr (StrataLayout) phone = fixture_layout (scenario, 360, 0, &em, FALSE);
  g_autoptr (StrataLayout) desk = fixture_layout (scenario, 900, 0, &em, FALSE);
  StrataRect header = strata_layout_get_header (phone, STRATA_LAYER_DATA);
  StrataRect field = strata_layout_get_field (phone, STRATA_LAYER_DATA);

  g_assert_true (strata_layout_is_stacked (phone));
  g_assert_cmpfloat (header.y + header.height, <, field.y);
  g_assert_false (strata_layout_is_stacked (desk));
  header = strata_layout_get_header (desk, STRATA_LAYER_DATA);
  field = strata_layout_get_field (desk, STRATA_LAYER_DATA);
  g_assert_cmpfloat (header.x + header.width, <, field.x);
  g_assert_cmpfloat (header.y, ==, field.y);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/layout/bounds", test_bounds);
  g_test_add_func ("/scene/layout/apart", test_apart);
  g_test_add_func ("/scene/layout/order", test_order);
  g_test_add_func ("/scene/layout/mirror", test_mirror);
  g_test_add_func ("/scene/layout/fills-height", test_fills_height);
  g_test_add_func ("/scene/layout/text-size", test_text_size);
  g_test_add_func ("/scene/layout/headers", test_headers);

  return g_test_run ();
}
