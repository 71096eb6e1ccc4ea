/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where something lands, and where the arrow keys lead.
 */

#include "config.h"

#include "fixture.h"

static const double widths[] = { 320, 640, 1280, 3840 };

static StrataPoint
get_middle (StrataRect rect)
{
  return (StrataPoint) { rect.x + rect.width / 2, rect.y + rect.height / 2 };
}

static void
assert_place (StrataPlace place,
              StrataLayer layer,
              guint       position)
{
  g_assert_cmpint (place.layer, ==, layer);
  g_assert_cmpuint (place.position, ==, position);
}

static void
check_round_trip (StrataLayout *layout,
                  double        width)
{
  for (int layer = 0; layer < STRATA_N_LAYERS; layer++)
    for (guint position = 0; position <= strata_layout_get_n_cards (layout, layer); position++)
      {
        StrataInsertion made = strata_layout_get_insertion (layout, (StrataPlace) { layer, position });
        StrataInsertion found;

        g_assert_cmpfloat (made.mark.x, >=, 0);
        g_assert_cmpfloat (made.mark.x + made.mark.width, <=, width);
        g_assert_true (strata_layout_find_insertion (layout, get_middle (made.mark), &found));
        assert_place (found.place, layer, position);
        g_assert_cmpmem (&found.mark, sizeof (StrataRect), &made.mark, sizeof (StrataRect));
      }
}

static void
test_round_trip (void)
{
  const FixtureCounts counts[] = { { 0, 0, 0 }, { 1, 0, 1 }, { 2, 3, 7 }, { 100, 60, 40 } };
  double em = 15;

  for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
    {
      g_autoptr (StrataScenario) scenario = fixture_scenario (counts[c], NULL, 0);

      for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
        for (int rtl = FALSE; rtl <= TRUE; rtl++)
          {
            g_autoptr (StrataLayout) layout = fixture_layout (scenario, widths[w], 0, &em, rtl);

            check_round_trip (layout, widths[w]);
          }
    }
}

/* The half of a card that the pointer is over decides. */
static void
test_halves (void)
{
  const FixtureCounts counts = { 3, 0, 0 };
  double em = 15;
  g_autoptr (StrataScenario) scenario = fixture_scenario (counts, NULL, 0);

  for (int rtl = FALSE; rtl <= TRUE; rtl++)
    {
      g_autoptr (StrataLayout) layout = fixture_layout (scenario, 1280, 0, &em, rtl);
      StrataPlace place = { STRATA_LAYER_DATA, 1 };
      StrataPoint middle = get_middle (strata_layout_get_card (layout, place));
      StrataInsertion insertion;

      g_assert_true (strata_layout_find_insertion (layout, (StrataPoint) { middle.x - 1, middle.y }, &insertion));
      assert_place (insertion.place, STRATA_LAYER_DATA, rtl ? 2 : 1);
      g_assert_true (strata_layout_find_insertion (layout, (StrataPoint) { middle.x + 1, middle.y }, &insertion));
      assert_place (insertion.place, STRATA_LAYER_DATA, rtl ? 1 : 2);
    }
}

static void
test_outside (void)
{
  const FixtureCounts counts = { 1, 1, 1 };
  double em = 15;
  g_autoptr (StrataScenario) scenario = fixture_scenario (counts, NULL, 0);
  g_autoptr (StrataLayout) layout = fixture_layout (scenario, 1280, 0, &em, FALSE);
  StrataRect header = strata_layout_get_header (layout, STRATA_LAYER_DATA);
  StrataInsertion insertion;

  g_assert_false (strata_layout_find_insertion (layout, (StrataPoint) { 100, -50 }, &insertion));
  g_assert_false (strata_layout_find_insertion (layout, (StrataPoint) { 100, 1e6 }, &insertion));
  g_assert_false (strata_layout_find_insertion (layout, get_middle (strata_layout_get_gate (layout)), &insertion));
  /* Beside the cards, the row's end is meant. */
  g_assert_true (strata_layout_find_insertion (layout, get_middle (header), &insertion));
  assert_place (insertion.place, STRATA_LAYER_DATA, 0);
}

/* At the end of a full row the mark stands there, not at the start of the next. */
static void
test_row_end (void)
{
  const FixtureCounts counts = { 3, 0, 0 };
  double em = 15;
  g_autoptr (StrataScenario) scenario = fixture_scenario (counts, NULL, 0);
  g_autoptr (StrataLayout) layout = fixture_layout (scenario, 320, 0, &em, FALSE);
  StrataRect card = strata_layout_get_card (layout, (StrataPlace) { STRATA_LAYER_DATA, 0 });
  StrataPoint end = { card.x + card.width - 1, card.y + 5 };
  StrataInsertion insertion;

  g_assert_true (strata_layout_find_insertion (layout, end, &insertion));
  assert_place (insertion.place, STRATA_LAYER_DATA, 1);
  g_assert_cmpfloat (insertion.mark.y, ==, card.y);
  g_assert_cmpfloat (insertion.mark.x, >=, card.x + card.width);
}

static void
test_steps (void)
{
  /* At this width four cards stand in a row: data has two rows. */
  const FixtureCounts counts = { 6, 0, 2 };
  double em = 15;
  g_autoptr (StrataScenario) scenario = fixture_scenario (counts, NULL, 0);
  g_autoptr (StrataLayout) layout = fixture_layout (scenario, 1100, 0, &em, FALSE);
  const struct
  {
    StrataPlace from;
    StrataStep step;
    gboolean inserting;
    StrataPlace to;
  } table[] = {
    { { STRATA_LAYER_DATA, 0 }, STRATA_STEP_BACK, FALSE, { STRATA_LAYER_DATA, 0 } },
    { { STRATA_LAYER_DATA, 0 }, STRATA_STEP_FORWARD, FALSE, { STRATA_LAYER_DATA, 1 } },
    { { STRATA_LAYER_DATA, 5 }, STRATA_STEP_FORWARD, FALSE, { STRATA_LAYER_DATA, 5 } },
    { { STRATA_LAYER_DATA, 5 }, STRATA_STEP_FORWARD, TRUE, { STRATA_LAYER_DATA, 6 } },
    { { STRATA_LAYER_DATA, 6 }, STRATA_STEP_FORWARD, TRUE, { STRATA_LAYER_DATA, 6 } },
    { { STRATA_LAYER_DATA, 3 }, STRATA_STEP_DOWN, FALSE, { STRATA_LAYER_DATA, 5 } },
    { { STRATA_LAYER_DATA, 4 }, STRATA_STEP_DOWN, FALSE, { STRATA_LAYER_DATA, 4 } },
    { { STRATA_LAYER_DATA, 4 }, STRATA_STEP_UP, FALSE, { STRATA_LAYER_DATA, 0 } },
    { { STRATA_LAYER_DATA, 2 }, STRATA_STEP_UP, FALSE, { STRATA_LAYER_AUTOMATION, 0 } },
    { { STRATA_LAYER_DATA, 2 }, STRATA_STEP_UP, TRUE, { STRATA_LAYER_AUTOMATION, 0 } },
    { { STRATA_LAYER_AUTOMATION, 0 }, STRATA_STEP_UP, FALSE, { STRATA_LAYER_PERSONALIZATION, 0 } },
    { { STRATA_LAYER_PERSONALIZATION, 1 }, STRATA_STEP_UP, FALSE, { STRATA_LAYER_PERSONALIZATION, 1 } },
    { { STRATA_LAYER_PERSONALIZATION, 1 }, STRATA_STEP_DOWN, FALSE, { STRATA_LAYER_AUTOMATION, 0 } },
    { { STRATA_LAYER_AUTOMATION, 0 }, STRATA_STEP_FORWARD, TRUE, { STRATA_LAYER_AUTOMATION, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      StrataPlace to = strata_layout_step (layout, table[i].from, table[i].step, table[i].inserting);

      assert_place (to, table[i].to.layer, table[i].to.position);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/places/round-trip", test_round_trip);
  g_test_add_func ("/scene/places/halves", test_halves);
  g_test_add_func ("/scene/places/outside", test_outside);
  g_test_add_func ("/scene/places/row-end", test_row_end);
  g_test_add_func ("/scene/places/steps", test_steps);

  return g_test_run ();
}
