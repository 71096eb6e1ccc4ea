/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of the list of scenarios, and of which is shown.
 */

#include "config.h"

#include "fixture.h"

typedef struct
{
  StrataCatalog   *catalog;
  StrataPlan      *plan;
  StrataDocument  *document;
  StrataWorkspace *workspace;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->catalog = make_catalog ();
  fixture->plan = parse_plan (TEST_PLAN);
  fixture->document = strata_document_new (fixture->plan);
  fixture->workspace = make_workspace (fixture->catalog, fixture->document);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->document);
  strata_plan_unref (fixture->plan);
  strata_catalog_unref (fixture->catalog);
}

/* Titles in their order, the one shown in brackets. */
static void
assert_scenarios (Fixture    *fixture,
                  const char *expected)
{
  GListModel *rows = strata_workspace_list_scenarios (fixture->workspace);
  g_autoptr (GString) titles = g_string_new (NULL);

  strata_workspace_settle (fixture->workspace);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (StrataScenarioRow) row = g_list_model_get_item (rows, i);
      gboolean shown = g_str_equal (strata_scenario_row_get_id (row),
                                    strata_workspace_get_scenario (fixture->workspace)->id);

      g_string_append_printf (titles, shown ? "%s[%s]" : "%s%s", i > 0 ? " " : "", strata_scenario_row_get_title (row));
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
assert_undo (Fixture    *fixture,
             const char *name)
{
  g_assert_cmpstr (strata_document_get_undo_name (fixture->document), ==, name);
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  StrataWorkspace *workspace = fixture->workspace;

  assert_scenarios (fixture, "[Target] Today");
  g_assert_true (strata_workspace_add_scenario (workspace, NULL));
  assert_scenarios (fixture, "Target Today [Scenario 3]");
  assert_undo (fixture, "Add Scenario Scenario 3");
  g_assert_cmpstr (strata_workspace_get_scenario (workspace)->id, ==, "s1");
  g_assert_cmpuint (strata_workspace_get_scenario (workspace)->n_placements, ==, 0);

  /* Facts are the plan's, whichever scenario is shown. */
  g_assert_true (strata_workspace_set_prerequisite (workspace, STRATA_FACT_MEASUREMENT, STRATA_PREREQUISITE_IN_PLACE, NULL));
  strata_workspace_set_scenario (workspace, "today");
  g_assert_true (strata_facts_is_known (strata_plan_get_facts (strata_workspace_get_plan (workspace)),
                                        STRATA_FACT_MEASUREMENT));

  g_assert_true (strata_workspace_rename_scenario (workspace, "Scenario 4", NULL));
  strata_workspace_set_scenario (workspace, "target");
  g_assert_true (strata_workspace_rename_scenario (workspace, "Tomorrow", NULL));
  g_assert_true (strata_workspace_add_scenario (workspace, NULL));
  assert_scenarios (fixture, "Tomorrow Scenario 4 Scenario 3 [Target]");
  g_assert_true (strata_workspace_add_scenario (workspace, NULL));
  assert_scenarios (fixture, "Tomorrow Scenario 4 Scenario 3 Target [Scenario 5]");
}

static void
test_duplicate (Fixture       *fixture,
                gconstpointer  data)
{
  StrataScenario *scenario;

  g_assert_true (strata_workspace_duplicate_scenario (fixture->workspace, NULL));
  assert_scenarios (fixture, "Target [Target (copy)] Today");
  assert_undo (fixture, "Duplicate Scenario Target");
  scenario = strata_workspace_get_scenario (fixture->workspace);
  g_assert_cmpuint (scenario->n_placements, ==, 5);
  g_assert_cmpuint (scenario->n_flows, ==, 1);

  /* What is done to a copy leaves the original alone. */
  g_assert_true (strata_workspace_remove (fixture->workspace, (const char *[]) { "p1", NULL }, NULL));
  g_assert_cmpuint (strata_plan_get_scenario (strata_workspace_get_plan (fixture->workspace), 0)->n_placements, ==, 5);
}

static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_true (strata_workspace_rename_scenario (fixture->workspace, "Target", NULL));
  g_assert_false (strata_document_can_undo (fixture->document));
  g_assert_true (strata_workspace_rename_scenario (fixture->workspace, "Today", NULL));
  assert_scenarios (fixture, "[Today] Today");
  assert_undo (fixture, "Rename Scenario to Today");
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (strata_workspace_move_scenario (fixture->workspace, FALSE, NULL));
  g_assert_false (strata_document_can_undo (fixture->document));
  g_assert_true (strata_workspace_move_scenario (fixture->workspace, TRUE, NULL));
  assert_scenarios (fixture, "Today [Target]");
  assert_undo (fixture, "Move Scenario Target");
  g_assert_true (strata_workspace_move_scenario (fixture->workspace, TRUE, NULL));
  assert_scenarios (fixture, "Today [Target]");
  g_assert_true (strata_workspace_move_scenario (fixture->workspace, FALSE, NULL));
  assert_scenarios (fixture, "[Target] Today");
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  strata_workspace_set_scenario (fixture->workspace, "today");
  g_assert_true (strata_workspace_remove_scenario (fixture->workspace, &error));
  assert_scenarios (fixture, "[Target]");
  assert_undo (fixture, "Remove Scenario Today");

  g_assert_false (strata_workspace_remove_scenario (fixture->workspace, &error));
  g_assert_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_EDIT);
  g_assert_cmpstr (error->message, ==, "A plan keeps its last scenario");
  assert_undo (fixture, "Remove Scenario Today");
}

static void
test_step (Fixture       *fixture,
           gconstpointer  data)
{
  strata_workspace_step_scenario (fixture->workspace, FALSE);
  assert_scenarios (fixture, "[Target] Today");
  strata_workspace_step_scenario (fixture->workspace, TRUE);
  assert_scenarios (fixture, "Target [Today]");
  strata_workspace_step_scenario (fixture->workspace, TRUE);
  assert_scenarios (fixture, "Target [Today]");
  strata_workspace_step_scenario (fixture->workspace, FALSE);
  assert_scenarios (fixture, "[Target] Today");
  g_assert_false (strata_document_can_undo (fixture->document));
}

/* Undo shows where it does something. */
static void
test_undo_shows (Fixture       *fixture,
                 gconstpointer  data)
{
  StrataWorkspace *workspace = fixture->workspace;

  g_assert_true (strata_workspace_add_scenario (workspace, NULL));
  strata_workspace_set_scenario (workspace, "today");
  g_assert_true (strata_workspace_remove (workspace, (const char *[]) { "p1", NULL }, NULL));
  g_assert_true (strata_workspace_remove_scenario (workspace, NULL));
  assert_scenarios (fixture, "[Target] Scenario 3");

  strata_workspace_undo (workspace);
  assert_scenarios (fixture, "Target [Today] Scenario 3");
  strata_workspace_set_scenario (workspace, "target");
  strata_workspace_undo (workspace);
  assert_scenarios (fixture, "Target [Today] Scenario 3");
  strata_workspace_set_scenario (workspace, "s1");
  strata_workspace_undo (workspace);
  assert_scenarios (fixture, "Target [Today]");
  strata_workspace_redo (workspace);
  assert_scenarios (fixture, "Target Today [Scenario 3]");

  /* Facts belong to none: what is shown stays. */
  strata_workspace_set_scenario (workspace, "target");
  g_assert_true (strata_workspace_set_prerequisite (workspace, STRATA_FACT_MEASUREMENT, STRATA_PREREQUISITE_IN_PLACE, NULL));
  strata_workspace_undo (workspace);
  assert_scenarios (fixture, "[Target] Today Scenario 3");
}

#define add(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/workspace/scenarios/add", test_add);
  add ("/workspace/scenarios/duplicate", test_duplicate);
  add ("/workspace/scenarios/rename", test_rename);
  add ("/workspace/scenarios/move", test_move);
  add ("/workspace/scenarios/remove", test_remove);
  add ("/workspace/scenarios/step", test_step);
  add ("/workspace/scenarios/undo-shows", test_undo_shows);

  return g_test_run ();
}
