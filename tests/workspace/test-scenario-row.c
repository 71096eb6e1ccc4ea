/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of what the switcher says of a scenario.
 */

#include "config.h"

#include "fixture.h"

static void
note_cb (GObject    *object,
         GParamSpec *pspec,
         gpointer    user_data)
{
  g_string_append_printf (user_data, "%s ", pspec->name);
}

static void
test_change_and_notify (void)
{
  g_autoptr (StrataPlan) plan = parse_plan (TEST_PLAN);
  g_autoptr (StrataScenarioRow) row = strata_scenario_row_new ("target");
  g_autoptr (GString) notes = g_string_new (NULL);

  g_assert_cmpstr (strata_scenario_row_get_id (row), ==, "target");
  g_assert_null (strata_scenario_row_get_title (row));
  g_signal_connect (row, "notify", G_CALLBACK (note_cb), notes);

  for (guint i = 0; i < 2; i++)
    {
      strata_scenario_row_update (row, strata_plan_get_scenario (plan, 0));
      g_assert_cmpstr (strata_scenario_row_get_title (row), ==, "Target");
      g_assert_cmpstr (notes->str, ==, "title ");
    }
  g_assert_finalize_object (g_steal_pointer (&row));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/scenario-row/change-and-notify", test_change_and_notify);

  return g_test_run ();
}
