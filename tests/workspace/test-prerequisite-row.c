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
update (StrataPrerequisiteRow *row,
        const char            *facts)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"strata-plan\", \"version\": 1, \"facts\": {%s}, "
                                           "\"scenarios\": [{\"id\": \"s\"}]}", facts);
  g_autoptr (StrataPlan) plan = parse_plan (text);

  strata_prerequisite_row_update (row, strata_plan_get_facts (plan));
}

static void
test_states (void)
{
  static const struct
  {
    const char         *facts;
    StrataPrerequisite  state;
  } rows[] = {
    { "", STRATA_PREREQUISITE_UNKNOWN },
    { "\"variant_pipeline\": \"missing\"", STRATA_PREREQUISITE_MISSING },
    { "\"variant_pipeline\": \"partial\"", STRATA_PREREQUISITE_PARTIAL },
    { "\"variant_pipeline\": \"in-place\"", STRATA_PREREQUISITE_IN_PLACE },
    { "\"variants_per_week\": 8", STRATA_PREREQUISITE_IN_PLACE },
    { "\"variants_per_week\": 8, \"variant_pipeline\": \"missing\"", STRATA_PREREQUISITE_MISSING },
  };
  g_autoptr (StrataPrerequisiteRow) row = strata_prerequisite_row_new (STRATA_FACT_VARIANT_PIPELINE);
  const StrataFact *fact = strata_fact_get (STRATA_FACT_VARIANT_PIPELINE);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      update (row, rows[i].facts);
      g_assert_cmpint (strata_prerequisite_row_get_state (row), ==, rows[i].state);
      g_assert_cmpstr (strata_prerequisite_row_get_state_label (row), ==,
                       rows[i].state < 0 ? "Unknown" : strata_vocabulary_get_label (fact->members, (int) rows[i].state));
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
  update (row, "\"segmentation\": \"partial\"");
  g_assert_cmpuint (n_notes, ==, 0);
  update (row, "\"event_schema\": \"partial\"");
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
