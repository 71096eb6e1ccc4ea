/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of what is being looked at: rows, selection, settling, gestures.
 */

#include "config.h"

#include "fixture.h"
#include "model/strata-gesture.h"

/* One placement, where several could be meant. */
#define ONE(id) ((const char *[]) { id, NULL })

typedef struct
{
  StrataCatalog   *catalog;
  StrataPlan      *plan;
  StrataDocument  *document;
  StrataWorkspace *workspace;
  GString         *notes;
} Fixture;

static void
note_cb (GObject    *object,
         GParamSpec *pspec,
         gpointer    user_data)
{
  g_string_append_printf (user_data, "%s ", pspec->name);
}

static void
note_change_cb (GListModel *list,
                guint       position,
                guint       removed,
                guint       added,
                gpointer    user_data)
{
  g_string_append_printf (user_data, "%u-%u+%u ", position, removed, added);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->catalog = make_catalog ();
  fixture->plan = parse_plan (TEST_PLAN);
  fixture->document = strata_document_new (fixture->plan);
  fixture->workspace = make_workspace (fixture->catalog, fixture->document);
  fixture->notes = g_string_new (NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->document);
  strata_plan_unref (fixture->plan);
  strata_catalog_unref (fixture->catalog);
  g_string_free (fixture->notes, TRUE);
}

static void
assert_noted (Fixture    *fixture,
              const char *expected)
{
  g_assert_cmpstr (fixture->notes->str, ==, expected);
  g_string_truncate (fixture->notes, 0);
}

/* A lane as its placements' ids. */
static void
assert_lane (Fixture     *fixture,
             StrataLayer  layer,
             const char  *expected)
{
  GListModel *lane = strata_workspace_list_placements (fixture->workspace, layer);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (lane); i++)
    {
      g_autoptr (StrataPlacementRow) row = g_list_model_get_item (lane, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", strata_placement_row_get_id (row));
      g_assert_cmpuint (strata_placement_row_get_position (row), ==, i);
      g_assert_cmpint (strata_placement_row_get_layer (row), ==, layer);
    }
  g_assert_cmpstr (ids->str, ==, expected);
}

static StrataPlacementRow *
get_row (Fixture    *fixture,
         const char *id)
{
  return strata_workspace_get_placement (fixture->workspace, id);
}

/* Of the rows: s is selected, r related, f faded, - nothing of these. */
static void
assert_marks (Fixture    *fixture,
              const char *expected)
{
  const char *ids[] = { "p1", "p2", "p3", "p5", "p6" };
  char marks[G_N_ELEMENTS (ids) + 1] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      StrataPlacementRow *row = get_row (fixture, ids[i]);
      guint n_marks = 0;

      marks[i] = row == NULL ? '.' : '-';
      if (row == NULL)
        continue;
      if (strata_placement_row_get_selected (row))
        n_marks++, marks[i] = 's';
      if (strata_placement_row_get_related (row))
        n_marks++, marks[i] = 'r';
      if (strata_placement_row_get_faded (row))
        n_marks++, marks[i] = 'f';
      g_assert_cmpuint (n_marks, <=, 1);
    }
  g_assert_cmpstr (marks, ==, expected);
}

static void
assert_selected (Fixture    *fixture,
                 const char *expected)
{
  const char * const *selection = strata_workspace_get_selection (fixture->workspace);
  g_autofree char *ids = g_strjoinv (" ", (GStrv) selection);

  g_assert_cmpstr (ids, ==, expected);
}

static StrataFindingRow *
find_finding (Fixture    *fixture,
              const char *code)
{
  GListModel *findings = strata_workspace_list_findings (fixture->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (StrataFindingRow) row = g_list_model_get_item (findings, i);

      if (g_str_equal (strata_finding_row_get_code (row), code))
        return row;
    }

  return NULL;
}

static void
place (Fixture     *fixture,
       const char  *tool,
       StrataLayer  layer,
       guint        position)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (strata_workspace_place (fixture->workspace, tool, layer, position, NULL, &error));
  g_assert_no_error (error);
}

static void
test_default (Fixture       *fixture,
              gconstpointer  data)
{
  StrataWorkspace *workspace = fixture->workspace;
  const char *none[] = { NULL };

  g_assert_true (strata_workspace_get_catalog (workspace) == fixture->catalog);
  g_assert_true (strata_workspace_get_document (workspace) == fixture->document);
  g_assert_true (strata_workspace_get_plan (workspace) == fixture->plan);
  g_assert_cmpstr (strata_workspace_get_scenario (workspace)->id, ==, "target");
  g_assert_nonnull (strata_workspace_get_assessment (workspace));
  g_assert_null (strata_workspace_get_preview (workspace));
  g_assert_null (strata_workspace_get_focus (workspace));
  g_assert_cmpstr (strata_workspace_get_search (workspace), ==, "");
  g_assert_cmpstrv (strata_workspace_get_selection (workspace), none);
  assert_lane (fixture, STRATA_LAYER_DATA, "p1");
  assert_lane (fixture, STRATA_LAYER_AUTOMATION, "p2 p3 p5");
  assert_lane (fixture, STRATA_LAYER_PERSONALIZATION, "p6");
  assert_marks (fixture, "-----");
  g_assert_cmpuint (g_list_model_get_n_items (strata_workspace_list_scenarios (workspace)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (strata_workspace_list_prerequisites (workspace)), ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (strata_workspace_list_tools (workspace)), ==, 7);
  g_assert_cmpuint (strata_lane_get_n_placements (strata_workspace_get_lane (workspace, STRATA_LAYER_AUTOMATION)), ==, 3);
}

static void
test_totals (Fixture       *fixture,
             gconstpointer  data)
{
  StrataAssessment *assessment = strata_workspace_get_assessment (fixture->workspace);
  guint counts[STRATA_N_SEVERITIES] = { 0 };
  g_autofree char *monthly = NULL;
  g_autofree char *savings = NULL;

  g_object_get (fixture->workspace, "n-errors", &counts[0], "n-warnings", &counts[1], "n-advice", &counts[2],
                "monthly", &monthly, "savings", &savings, NULL);

  for (guint i = 0; i < STRATA_N_SEVERITIES; i++)
    g_assert_cmpuint (counts[i], ==, strata_assessment_count (assessment, (StrataSeverity) i));
  g_assert_cmpstr (monthly, ==, "€\u202f1,850");
  /* HubSpot and Klaviyo both send the email; HubSpot is the dearer one. */
  g_assert_cmpstr (savings, ==, "€\u202f600");
}

static void
test_findings (Fixture       *fixture,
               gconstpointer  data)
{
  StrataFindingRow *row = find_finding (fixture, "overlap/capability");
  const char *tools[] = { "p2", "p3", NULL };
  const char *names[] = { "HubSpot", "Klaviyo", NULL };

  g_assert_nonnull (row);
  g_assert_cmpstrv (strata_finding_row_get_tools (row), tools);
  g_assert_cmpstrv (strata_finding_row_get_names (row), names);
  g_assert_cmpint (strata_finding_row_get_severity (row), ==, STRATA_SEVERITY_WARNING);
  g_assert_false (strata_finding_row_get_accepted (row));
  g_assert_cmpint (strata_placement_row_get_severity (get_row (fixture, "p3")), <=, STRATA_SEVERITY_WARNING);
  g_assert_cmpuint (strata_placement_row_get_n_findings (get_row (fixture, "p3")), >=, 1);
}

static void
test_place (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (strata_workspace_place (fixture->workspace, "n8n", STRATA_LAYER_AUTOMATION, 1, &id, &error));
  g_assert_cmpstr (id, ==, "p4");
  g_assert_cmpstr (strata_document_get_undo_name (fixture->document), ==, "Place n8n");
  assert_lane (fixture, STRATA_LAYER_AUTOMATION, "p2 p3 p5");

  strata_workspace_settle (fixture->workspace);
  assert_lane (fixture, STRATA_LAYER_AUTOMATION, "p2 p4 p3 p5");
  g_assert_cmpint (strata_placement_row_get_status (get_row (fixture, "p4")), ==, STRATA_STATUS_PLANNED);

  g_assert_false (strata_workspace_place (fixture->workspace, "nothing", STRATA_LAYER_DATA, 0, NULL, &error));
  g_assert_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_UNKNOWN_TOOL);
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (strata_workspace_move (fixture->workspace, ONE ("p5"), STRATA_LAYER_AUTOMATION, 0, &error));
  g_assert_cmpstr (strata_document_get_undo_name (fixture->document), ==, "Move n8n");
  g_assert_true (strata_workspace_move (fixture->workspace, ONE ("p3"), STRATA_LAYER_DATA, 0, &error));
  g_assert_cmpstr (strata_document_get_undo_name (fixture->document), ==, "Move Klaviyo to Data");
  strata_workspace_settle (fixture->workspace);

  assert_lane (fixture, STRATA_LAYER_AUTOMATION, "p5 p2");
  assert_lane (fixture, STRATA_LAYER_DATA, "p3 p1");

  g_assert_false (strata_workspace_move (fixture->workspace, ONE ("p9"), STRATA_LAYER_DATA, 0, &error));
  g_assert_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_EDIT);
}

static void
test_move_several (Fixture       *fixture,
                   gconstpointer  data)
{
  const char *mixed[] = { "p6", "p1", "p3", NULL };
  const char *bad[] = { "p3", "p9", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (strata_workspace_move (fixture->workspace, mixed, STRATA_LAYER_AUTOMATION, 1, &error));
  g_assert_cmpstr (strata_document_get_undo_name (fixture->document), ==, "Move 3 Tools to Automation");
  strata_workspace_settle (fixture->workspace);
  assert_lane (fixture, STRATA_LAYER_AUTOMATION, "p2 p1 p3 p6 p5");
  assert_lane (fixture, STRATA_LAYER_DATA, "");
  assert_lane (fixture, STRATA_LAYER_PERSONALIZATION, "");

  g_assert_false (strata_workspace_move (fixture->workspace, bad, STRATA_LAYER_DATA, 0, &error));
  g_assert_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_EDIT);

  strata_document_undo (fixture->document);
  g_assert_true (strata_workspace_get_plan (fixture->workspace) == fixture->plan);
}

static void
test_remove_several (Fixture       *fixture,
                     gconstpointer  data)
{
  const char *several[] = { "p5", "p1", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (strata_workspace_remove (fixture->workspace, several, &error));
  g_assert_cmpstr (strata_document_get_undo_name (fixture->document), ==, "Remove 2 Tools");
  strata_workspace_settle (fixture->workspace);
  assert_lane (fixture, STRATA_LAYER_DATA, "");
  assert_lane (fixture, STRATA_LAYER_AUTOMATION, "p2 p3");

  strata_document_undo (fixture->document);
  g_assert_true (strata_workspace_get_plan (fixture->workspace) == fixture->plan);
}

static void
test_move_nowhere (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_true (strata_workspace_move (fixture->workspace, ONE ("p3"), STRATA_LAYER_AUTOMATION, 1, NULL));

  g_assert_false (strata_document_can_undo (fixture->document));
  g_assert_true (strata_workspace_get_plan (fixture->workspace) == fixture->plan);
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (strata_workspace_remove (fixture->workspace, ONE ("p1"), &error));
  g_assert_cmpstr (strata_document_get_undo_name (fixture->document), ==, "Remove Segment");
  strata_workspace_settle (fixture->workspace);
  assert_lane (fixture, STRATA_LAYER_DATA, "");
  g_assert_null (get_row (fixture, "p1"));
  g_assert_cmpuint (strata_workspace_get_scenario (fixture->workspace)->n_flows, ==, 0);

  g_assert_false (strata_workspace_remove (fixture->workspace, ONE ("p1"), &error));
  g_assert_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_EDIT);
}

static void
test_facts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (StrataValue) mau = strata_value_new_integer (60000);
  g_autoptr (StrataPrerequisiteRow) row = g_list_model_get_item (strata_workspace_list_prerequisites (fixture->workspace), 0);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (strata_prerequisite_row_get_fact (row), ==, STRATA_FACT_EVENT_SCHEMA);
  g_assert_cmpint (strata_prerequisite_row_get_state (row), ==, STRATA_PREREQUISITE_PARTIAL);
  g_assert_cmpstr (strata_prerequisite_row_get_label (row), ==, "Event schema");

  g_assert_true (strata_workspace_set_prerequisite (fixture->workspace, STRATA_FACT_EVENT_SCHEMA,
                                                    STRATA_PREREQUISITE_UNKNOWN, &error));
  g_assert_cmpstr (strata_document_get_undo_name (fixture->document), ==, "Set Event Schema");
  strata_workspace_settle (fixture->workspace);
  g_assert_cmpint (strata_prerequisite_row_get_state (row), ==, STRATA_PREREQUISITE_UNKNOWN);
  g_assert_cmpstr (strata_prerequisite_row_get_state_label (row), ==, "Unknown");

  g_assert_true (strata_workspace_set_fact (fixture->workspace, "mau", mau, &error));
  g_assert_true (strata_facts_is_known (strata_plan_get_facts (strata_workspace_get_plan (fixture->workspace)), STRATA_FACT_MAU));
  g_assert_false (strata_workspace_set_fact (fixture->workspace, "regulated", mau, &error));
  g_assert_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_INVALID);
}

static void
test_settle_once (Fixture       *fixture,
                  gconstpointer  data)
{
  g_signal_connect (fixture->workspace, "notify::assessment", G_CALLBACK (note_cb), fixture->notes);

  for (guint i = 0; i < 5; i++)
    place (fixture, "n8n", STRATA_LAYER_AUTOMATION, i);
  strata_document_undo (fixture->document);
  assert_noted (fixture, "");

  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_noted (fixture, "assessment ");
  g_assert_true (strata_assessment_get_plan (strata_workspace_get_assessment (fixture->workspace)) ==
                 strata_document_get_plan (fixture->document));

  strata_workspace_settle (fixture->workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_noted (fixture, "");

  place (fixture, "n8n", STRATA_LAYER_AUTOMATION, 0);
  strata_workspace_settle (fixture->workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_noted (fixture, "assessment ");
}

static void
test_rows_stay (Fixture       *fixture,
                gconstpointer  data)
{
  const char *ids[] = { "p1", "p2", "p3", "p5", "p6" };
  gpointer rows[G_N_ELEMENTS (ids)];
  StrataFindingRow *finding = find_finding (fixture, "overlap/capability");

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    rows[i] = get_row (fixture, ids[i]);

  place (fixture, "n8n", STRATA_LAYER_AUTOMATION, 0);
  g_assert_true (strata_workspace_move (fixture->workspace, ONE ("p3"), STRATA_LAYER_DATA, 0, NULL));
  g_assert_true (strata_workspace_move (fixture->workspace, ONE ("p1"), STRATA_LAYER_AUTOMATION, 2, NULL));
  strata_workspace_settle (fixture->workspace);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_true (rows[i] == get_row (fixture, ids[i]));
  g_assert_true (finding == find_finding (fixture, "overlap/capability"));
}

static void
test_only_what_changed_notifies (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_signal_connect (get_row (fixture, "p1"), "notify", G_CALLBACK (note_cb), fixture->notes);
  g_signal_connect (find_finding (fixture, "overlap/capability"), "notify", G_CALLBACK (note_cb), fixture->notes);
  g_signal_connect (strata_workspace_get_lane (fixture->workspace, STRATA_LAYER_DATA), "notify",
                    G_CALLBACK (note_cb), fixture->notes);

  g_assert_true (strata_workspace_move (fixture->workspace, ONE ("p5"), STRATA_LAYER_AUTOMATION, 0, NULL));
  strata_workspace_settle (fixture->workspace);
  assert_noted (fixture, "");
}

static void
test_smallest_change (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GString) others = g_string_new (NULL);
  StrataWorkspace *workspace = fixture->workspace;

  g_signal_connect (strata_workspace_list_placements (workspace, STRATA_LAYER_AUTOMATION), "items-changed",
                    G_CALLBACK (note_change_cb), fixture->notes);
  g_signal_connect (strata_workspace_list_placements (workspace, STRATA_LAYER_PERSONALIZATION), "items-changed",
                    G_CALLBACK (note_change_cb), others);
  g_signal_connect (strata_workspace_list_scenarios (workspace), "items-changed", G_CALLBACK (note_change_cb), others);
  g_signal_connect (strata_workspace_list_tools (workspace), "items-changed", G_CALLBACK (note_change_cb), others);

  place (fixture, "n8n", STRATA_LAYER_AUTOMATION, 1);
  strata_workspace_settle (workspace);
  assert_noted (fixture, "1-0+1 ");

  g_assert_true (strata_workspace_move (workspace, ONE ("p2"), STRATA_LAYER_AUTOMATION, 9, NULL));
  strata_workspace_settle (workspace);
  assert_noted (fixture, "0-1+0 3-0+1 ");

  g_assert_true (strata_workspace_move (workspace, ONE ("p3"), STRATA_LAYER_DATA, 0, NULL));
  strata_workspace_settle (workspace);
  assert_noted (fixture, "1-1+0 ");

  g_assert_true (strata_workspace_set_prerequisite (workspace, STRATA_FACT_MEASUREMENT, STRATA_PREREQUISITE_PARTIAL, NULL));
  strata_workspace_settle (workspace);
  assert_noted (fixture, "");
  g_assert_cmpstr (others->str, ==, "");
}

static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  const char *p5[] = { "p5", NULL };
  const char *p5_and_nobody[] = { "p5", "nobody", NULL };
  const char *p3[] = { "p3", NULL };

  g_signal_connect (fixture->workspace, "notify::selection", G_CALLBACK (note_cb), fixture->notes);

  strata_workspace_select (fixture->workspace, p5_and_nobody);
  g_assert_cmpstrv (strata_workspace_get_selection (fixture->workspace), p5);
  assert_noted (fixture, "selection ");
  assert_marks (fixture, "rffsf");

  strata_workspace_select (fixture->workspace, p5);
  assert_noted (fixture, "");

  strata_workspace_select (fixture->workspace, p3);
  assert_noted (fixture, "selection ");
  g_assert_true (strata_placement_row_get_selected (get_row (fixture, "p3")));
  g_assert_true (strata_placement_row_get_related (get_row (fixture, "p2")));
  g_assert_false (strata_placement_row_get_faded (get_row (fixture, "p2")));

  strata_workspace_select (fixture->workspace, NULL);
  assert_noted (fixture, "selection ");
  assert_marks (fixture, "-----");
}

static void
test_selection_survives (Fixture       *fixture,
                         gconstpointer  data)
{
  const char *p5[] = { "p5", NULL };
  const char *none[] = { NULL };

  strata_workspace_select (fixture->workspace, p5);
  g_assert_true (strata_workspace_move (fixture->workspace, ONE ("p5"), STRATA_LAYER_DATA, 0, NULL));
  strata_workspace_settle (fixture->workspace);
  g_assert_cmpstrv (strata_workspace_get_selection (fixture->workspace), p5);
  g_assert_true (strata_placement_row_get_selected (get_row (fixture, "p5")));

  g_assert_true (strata_workspace_remove (fixture->workspace, ONE ("p5"), NULL));
  strata_workspace_settle (fixture->workspace);
  g_assert_cmpstrv (strata_workspace_get_selection (fixture->workspace), none);
  assert_marks (fixture, "---.-");

  strata_document_undo (fixture->document);
  strata_workspace_settle (fixture->workspace);
  g_assert_cmpstrv (strata_workspace_get_selection (fixture->workspace), p5);
  g_assert_true (strata_placement_row_get_selected (get_row (fixture, "p5")));
}

static void
test_select_what_is_placed (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *id = NULL;
  const char *ids[] = { NULL, NULL };

  g_assert_true (strata_workspace_place (fixture->workspace, "n8n", STRATA_LAYER_DATA, 0, &id, NULL));
  ids[0] = id;
  strata_workspace_select (fixture->workspace, ids);
  strata_workspace_settle (fixture->workspace);

  g_assert_cmpstrv (strata_workspace_get_selection (fixture->workspace), ids);
  g_assert_true (strata_placement_row_get_selected (get_row (fixture, id)));
}

/* The stack reads p6, p2, p3, p5, p1. */
static void
test_range (Fixture       *fixture,
            gconstpointer  data)
{
  StrataWorkspace *workspace = fixture->workspace;

  strata_workspace_extend_selection (workspace, "p3");
  assert_selected (fixture, "p3");
  strata_workspace_extend_selection (workspace, "p1");
  assert_selected (fixture, "p3 p5 p1");
  strata_workspace_extend_selection (workspace, "p6");
  assert_selected (fixture, "p6 p2 p3");
  strata_workspace_extend_selection (workspace, "nobody");
  assert_selected (fixture, "p6 p2 p3");

  strata_workspace_select (workspace, ONE ("p5"));
  strata_workspace_extend_selection (workspace, "p2");
  assert_selected (fixture, "p2 p3 p5");
  strata_workspace_toggle_selected (workspace, "p1");
  assert_selected (fixture, "p2 p3 p5 p1");
  strata_workspace_toggle_selected (workspace, "p3");
  assert_selected (fixture, "p2 p5 p1");
  strata_workspace_extend_selection (workspace, "p2");
  assert_selected (fixture, "p2 p3");

  strata_workspace_select_all (workspace);
  assert_selected (fixture, "p6 p2 p3 p5 p1");
  assert_marks (fixture, "sssss");
  strata_workspace_select (workspace, NULL);
  strata_workspace_extend_selection (workspace, "p5");
  assert_selected (fixture, "p5");
}

static void
test_dup_with (Fixture       *fixture,
               gconstpointer  data)
{
  const char *both[] = { "p1", "p5", NULL };
  const char *lead_first[] = { "p5", "p1", NULL };
  g_auto (GStrv) alone = NULL;
  g_auto (GStrv) all = NULL;

  strata_workspace_select (fixture->workspace, both);
  alone = strata_workspace_dup_with (fixture->workspace, "p3");
  all = strata_workspace_dup_with (fixture->workspace, "p5");

  g_assert_cmpstrv (alone, ONE ("p3"));
  g_assert_cmpstrv (all, lead_first);
}

static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  const char *p5[] = { "p5", NULL };
  const char *none[] = { NULL };
  StrataFindingRow *row = find_finding (fixture, "overlap/capability");

  strata_workspace_select (fixture->workspace, p5);
  strata_workspace_focus_finding (fixture->workspace, strata_finding_row_get_identity (row));
  g_assert_cmpstr (strata_workspace_get_focus (fixture->workspace), ==, strata_finding_row_get_identity (row));
  g_assert_cmpstrv (strata_workspace_get_selection (fixture->workspace), none);
  assert_marks (fixture, "frrff");

  g_assert_true (strata_workspace_remove (fixture->workspace, ONE ("p2"), NULL));
  strata_workspace_settle (fixture->workspace);
  g_assert_null (strata_workspace_get_focus (fixture->workspace));
  assert_marks (fixture, "-.---");

  strata_workspace_focus_finding (fixture->workspace, "nothing");
  g_assert_null (strata_workspace_get_focus (fixture->workspace));
}

static void
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (StrataEdit) edit = strata_gesture_place (strata_workspace_get_scenario (fixture->workspace),
                                                      strata_catalog_find_tool (fixture->catalog, NULL, "hubspot"),
                                                      STRATA_LAYER_AUTOMATION, 0, NULL);
  g_autoptr (StrataEdit) nonsense = strata_edit_new ("Nonsense");
  StrataAssessment *preview;

  g_signal_connect (fixture->workspace, "notify", G_CALLBACK (note_cb), fixture->notes);
  strata_workspace_preview (fixture->workspace, edit);
  preview = strata_workspace_get_preview (fixture->workspace);
  g_assert_cmpuint (strata_assessment_get_scenario (preview)->n_placements, ==, 6);
  g_assert_true (strata_workspace_get_plan (fixture->workspace) == fixture->plan);
  assert_noted (fixture, "preview ");

  strata_workspace_preview (fixture->workspace, NULL);
  strata_workspace_preview (fixture->workspace, NULL);
  g_assert_null (strata_workspace_get_preview (fixture->workspace));
  assert_noted (fixture, "preview ");

  strata_edit_unset (nonsense, "scenarios/nobody");
  strata_workspace_preview (fixture->workspace, nonsense);
  g_assert_null (strata_workspace_get_preview (fixture->workspace));

  strata_workspace_preview (fixture->workspace, edit);
  place (fixture, "n8n", STRATA_LAYER_AUTOMATION, 0);
  strata_workspace_settle (fixture->workspace);
  g_assert_null (strata_workspace_get_preview (fixture->workspace));
}

static char *
dup_told (StrataWorkspace *workspace)
{
  StrataWhatIf *what_if = strata_workspace_get_what_if (workspace);

  return what_if != NULL ? strata_what_if_dup_text (what_if) : NULL;
}

static void
assert_previewed (Fixture    *fixture,
                  const char *placement,
                  const char *badge,
                  const char *text)
{
  StrataPlacementRow *row = get_row (fixture, placement);

  g_assert_cmpint (strata_placement_row_get_previewed (row), ==, text != NULL);
  g_assert_cmpstr (strata_placement_row_get_preview_badge (row), ==, badge);
  g_assert_cmpstr (strata_placement_row_get_preview_text (row), ==, text);
}

static void
test_preview_rows (Fixture       *fixture,
                   gconstpointer  data)
{
  const char *moved[] = { "p3", NULL };
  g_autofree char *placed = NULL;
  g_autofree char *solved = NULL;
  g_autofree char *nothing = NULL;

  strata_workspace_preview_place (fixture->workspace, "klaviyo", STRATA_LAYER_AUTOMATION);
  placed = dup_told (fixture->workspace);
  g_assert_nonnull (strstr (placed, "1 overlap with HubSpot and Klaviyo (p3): email"));
  assert_previewed (fixture, "p2", NULL, "other findings");
  assert_previewed (fixture, "p1", NULL, NULL);

  strata_workspace_preview_place (fixture->workspace, "segment", STRATA_LAYER_DATA);
  assert_previewed (fixture, "p1", "+2", "2 findings more");

  strata_workspace_preview_move (fixture->workspace, moved, STRATA_LAYER_DATA);
  solved = dup_told (fixture->workspace);
  g_assert_nonnull (strstr (solved, "1 tool in the wrong place"));
  assert_previewed (fixture, "p2", NULL, NULL);

  /* Within its lane, and out of the plan. */
  strata_workspace_preview_move (fixture->workspace, moved, STRATA_LAYER_AUTOMATION);
  nothing = dup_told (fixture->workspace);
  g_assert_null (nothing);
  assert_previewed (fixture, "p3", NULL, NULL);
  g_assert_true (strata_workspace_get_plan (fixture->workspace) == fixture->plan);
  g_assert_false (strata_document_get_modified (fixture->document));
  g_assert_null (strata_document_get_undo_name (fixture->document));
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GListModel *tools = strata_workspace_list_tools (fixture->workspace);
  g_autoptr (StrataToolRow) first = g_list_model_get_item (tools, 0);
  g_autoptr (StrataToolRow) found = NULL;
  g_autoptr (StrataToolRow) again = NULL;

  g_assert_cmpstr (strata_tool_row_get_id (first), ==, "segment");
  g_assert_cmpstr (strata_tool_row_get_group (first), ==, "Customer data platforms");
  g_signal_connect (fixture->workspace, "notify::search", G_CALLBACK (note_cb), fixture->notes);

  strata_workspace_set_search (fixture->workspace, "loyalty");
  assert_noted (fixture, "search ");
  g_assert_cmpuint (g_list_model_get_n_items (tools), ==, 1);
  found = g_list_model_get_item (tools, 0);
  g_assert_cmpstr (strata_tool_row_get_name (found), ==, "House loyalty");

  strata_workspace_set_search (fixture->workspace, NULL);
  strata_workspace_set_search (fixture->workspace, "");
  assert_noted (fixture, "search ");
  g_assert_cmpuint (g_list_model_get_n_items (tools), ==, 7);
  again = g_list_model_get_item (tools, 0);
  g_assert_true (again == first);
}

static char *
dup_cost (Fixture    *fixture,
          const char *placement)
{
  char *cost;

  g_object_get (strata_workspace_get_placement (fixture->workspace, placement), "cost", &cost, NULL);
  return cost;
}

static void
test_discreet (Fixture       *fixture,
               gconstpointer  data)
{
  StrataLane *lane = strata_workspace_get_lane (fixture->workspace, STRATA_LAYER_DATA);
  g_autofree char *before = dup_cost (fixture, "p1");
  g_autofree char *amid = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "€\u202f1,200");
  g_assert_cmpstr (strata_lane_get_cost_text (lane), ==, "€\u202f1,200");

  strata_workspace_set_discreet (fixture->workspace, TRUE);
  strata_workspace_settle (fixture->workspace);
  amid = dup_cost (fixture, "p1");
  g_assert_null (amid);
  g_assert_null (strata_lane_get_cost_text (lane));

  strata_workspace_set_discreet (fixture->workspace, FALSE);
  strata_workspace_settle (fixture->workspace);
  after = dup_cost (fixture, "p1");
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (strata_lane_get_cost_text (lane), ==, "€\u202f1,200");
}

static void
test_scenario (Fixture       *fixture,
               gconstpointer  data)
{
  StrataPlacementRow *row = get_row (fixture, "p1");
  g_autoptr (StrataEdit) edit = strata_edit_new ("Remove Today");

  g_signal_connect (fixture->workspace, "notify::scenario", G_CALLBACK (note_cb), fixture->notes);
  strata_workspace_set_scenario (fixture->workspace, "today");
  strata_workspace_set_scenario (fixture->workspace, "today");
  assert_noted (fixture, "scenario ");
  strata_workspace_settle (fixture->workspace);
  assert_lane (fixture, STRATA_LAYER_AUTOMATION, "");
  assert_lane (fixture, STRATA_LAYER_DATA, "p1");
  g_assert_true (row == get_row (fixture, "p1"));

  strata_edit_unset (edit, "scenarios/today");
  g_assert_true (strata_document_apply (fixture->document, edit, NULL, NULL));
  g_assert_cmpstr (strata_workspace_get_scenario (fixture->workspace)->id, ==, "target");
  strata_workspace_settle (fixture->workspace);
  assert_noted (fixture, "scenario ");
  assert_lane (fixture, STRATA_LAYER_AUTOMATION, "p2 p3 p5");
}

static void
test_other_document (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (StrataPlan) plan = parse_plan (TEST_PLAN);
  g_autoptr (StrataDocument) document = strata_document_new (plan);
  g_autoptr (StrataPlacementRow) row = g_object_ref (get_row (fixture, "p1"));
  const char *p1[] = { "p1", NULL };
  const char *none[] = { NULL };

  strata_workspace_select (fixture->workspace, p1);
  place (fixture, "n8n", STRATA_LAYER_DATA, 0);
  g_signal_connect (fixture->workspace, "notify::document", G_CALLBACK (note_cb), fixture->notes);
  strata_workspace_set_document (fixture->workspace, document);
  strata_workspace_set_document (fixture->workspace, document);

  assert_noted (fixture, "document ");
  assert_lane (fixture, STRATA_LAYER_DATA, "p1");
  g_assert_true (row != get_row (fixture, "p1"));
  g_assert_cmpstrv (strata_workspace_get_selection (fixture->workspace), none);

  /* The former document has nothing to say any more. */
  strata_document_undo (fixture->document);
  strata_workspace_settle (fixture->workspace);
  g_assert_true (strata_assessment_get_plan (strata_workspace_get_assessment (fixture->workspace)) == plan);
}

static void
test_undo_all (Fixture       *fixture,
               gconstpointer  data)
{
  StrataWorkspace *workspace = fixture->workspace;
  g_autoptr (GBytes) before = strata_plan_file_to_bytes (fixture->plan);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) undone = NULL;

  place (fixture, "dynamic-yield", STRATA_LAYER_PERSONALIZATION, 0);
  g_assert_true (strata_workspace_move (workspace, ONE ("p1"), STRATA_LAYER_AUTOMATION, 1, NULL));
  g_assert_true (strata_workspace_remove (workspace, ONE ("p5"), NULL));
  g_assert_true (strata_workspace_set_prerequisite (workspace, STRATA_FACT_EVENT_SCHEMA, STRATA_PREREQUISITE_IN_PLACE, NULL));
  after = strata_plan_file_to_bytes (strata_workspace_get_plan (workspace));

  while (strata_document_can_undo (fixture->document))
    strata_document_undo (fixture->document);
  g_assert_true (strata_workspace_get_plan (workspace) == fixture->plan);
  undone = strata_plan_file_to_bytes (strata_workspace_get_plan (workspace));
  g_assert_true (g_bytes_equal (before, undone));

  while (strata_document_can_redo (fixture->document))
    strata_document_redo (fixture->document);
  again = strata_plan_file_to_bytes (strata_workspace_get_plan (workspace));
  g_assert_true (g_bytes_equal (after, again));
}

/* An assessment that is still due does not outlive its workspace. */
static void
test_finalize (Fixture       *fixture,
               gconstpointer  data)
{
  place (fixture, "n8n", STRATA_LAYER_DATA, 0);
  g_assert_finalize_object (fixture->workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  fixture->workspace = make_workspace (fixture->catalog, fixture->document);
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/workspace/workspace/default", test_default);
  add ("/workspace/workspace/totals", test_totals);
  add ("/workspace/workspace/findings", test_findings);
  add ("/workspace/workspace/place", test_place);
  add ("/workspace/workspace/move", test_move);
  add ("/workspace/workspace/move-several", test_move_several);
  add ("/workspace/workspace/move-nowhere", test_move_nowhere);
  add ("/workspace/workspace/remove", test_remove);
  add ("/workspace/workspace/remove-several", test_remove_several);
  add ("/workspace/workspace/facts", test_facts);
  add ("/workspace/workspace/settle-once", test_settle_once);
  add ("/workspace/workspace/rows-stay", test_rows_stay);
  add ("/workspace/workspace/only-what-changed-notifies", test_only_what_changed_notifies);
  add ("/workspace/workspace/smallest-change", test_smallest_change);
  add ("/workspace/workspace/selection", test_selection);
  add ("/workspace/workspace/selection-survives", test_selection_survives);
  add ("/workspace/workspace/select-what-is-placed", test_select_what_is_placed);
  add ("/workspace/workspace/range", test_range);
  add ("/workspace/workspace/dup-with", test_dup_with);
  add ("/workspace/workspace/focus", test_focus);
  add ("/workspace/workspace/preview", test_preview);
  add ("/workspace/workspace/preview-rows", test_preview_rows);
  add ("/workspace/workspace/search", test_search);
  add ("/workspace/workspace/scenario", test_scenario);
  add ("/workspace/workspace/discreet", test_discreet);
  add ("/workspace/workspace/other-document", test_other_document);
  add ("/workspace/workspace/undo-all", test_undo_all);
  add ("/workspace/workspace/finalize", test_finalize);

  return g_test_run ();
}
