/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of what the gate says of a prerequisite.
 */

#include "config.h"

#include "fixture.h"

static void
note_cb (GObject    *object,
         GParamSpec *pspec,
         gpointer    user_data)
{
  guint *n_notes = user_data;

  (*n_notes)++;
}

static void
test_states (void)
{
  static const char * const labels[] = { "Unknown", "Missing", "Partial", "In place" };
  g_autoptr (StrataPrerequisiteRow) row = strata_prerequisite_row_new (STRATA_FACT_VARIANT_PIPELINE);

  for (int state = STRATA_PREREQUISITE_IN_PLACE; state >= STRATA_PREREQUISITE_UNKNOWN; state--)
    {
      strata_prerequisite_row_update (row, state);
      g_assert_cmpint (strata_prerequisite_row_get_state (row), ==, state);
      g_assert_cmpstr (strata_prerequisite_row_get_state_label (row), ==, labels[state + 1]);
    }
}

static void
test_change_and_notify (void)
{
  g_autoptr (StrataPrerequisiteRow) row = strata_prerequisite_row_new (STRATA_FACT_EVENT_SCHEMA);
  g_autofree char *key = NULL;
  guint n_notes = 0;

  g_object_get (row, "key", &key, NULL);
  g_assert_cmpstr (key, ==, "event_schema");
  g_assert_cmpint (strata_prerequisite_row_get_fact (row), ==, STRATA_FACT_EVENT_SCHEMA);
  g_assert_cmpstr (strata_prerequisite_row_get_label (row), ==, "Event schema");
  g_assert_cmpstr (strata_prerequisite_row_get_state_label (row), ==, "Unknown");

  g_signal_connect (row, "notify", G_CALLBACK (note_cb), &n_notes);
  strata_prerequisite_row_update (row, STRATA_PREREQUISITE_UNKNOWN);
  g_assert_cmpuint (n_notes, ==, 0);
  strata_prerequisite_row_update (row, STRATA_PREREQUISITE_PARTIAL);
  g_assert_cmpuint (n_notes, ==, 2); /* state, state-label */
  g_assert_finalize_object (g_steal_pointer (&row));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/prerequisite-row/states", test_states);
  g_test_add_func ("/workspace/prerequisite-row/change-and-notify", test_change_and_notify);

  return g_test_run ();
}
