/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of findings that the room lives with: written as the contract has it,
 * recognised, and reopened.
 */

#include "config.h"

#include "assess/strata-acceptance.h"
#include "fixture.h"
#include "workspace/strata-workspace-private.h"

typedef struct
{
  StrataCatalog   *catalog;
  StrataDocument  *document;
  StrataWorkspace *workspace;
  GDateTime       *now;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (StrataPlan) plan = parse_plan (TEST_PLAN);

  fixture->catalog = make_catalog ();
  fixture->document = strata_document_new (plan);
  fixture->workspace = make_workspace (fixture->catalog, fixture->document);
  fixture->now = g_date_time_new_utc (2027, 1, 5, 9, 30, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->document);
  strata_catalog_unref (fixture->catalog);
  g_date_time_unref (fixture->now);
}

static char *
find_code (Fixture    *fixture,
           const char *code)
{
  GListModel *findings = strata_workspace_list_findings (fixture->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (StrataFindingRow) row = g_list_model_get_item (findings, i);

      if (g_str_equal (strata_finding_row_get_code (row), code))
        return g_strdup (strata_finding_row_get_identity (row));
    }
  g_assert_not_reached ();
}

static void
accept (Fixture    *fixture,
        const char *identity,
        const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (strata_workspace_accept (fixture->workspace, identity, reason, fixture->now, &error));
  g_assert_no_error (error);
  strata_workspace_settle (fixture->workspace);
}

static void
reopen (Fixture    *fixture,
        const char *identity)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (strata_workspace_reopen (fixture->workspace, identity, &error));
  g_assert_no_error (error);
  strata_workspace_settle (fixture->workspace);
}

/* What is added to a plan, without spaces. */
static gboolean
is_written (Fixture    *fixture,
            const char *expected)
{
  g_autoptr (GBytes) bytes = strata_plan_file_to_bytes (strata_workspace_get_plan (fixture->workspace));
  GString *text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_autofree char *packed = NULL;

  g_string_replace (text, " ", "", 0);
  g_string_replace (text, "\n", "", 0);
  packed = g_string_free_and_steal (text);

  return strstr (packed, expected) != NULL;
}

static void
test_accept (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *overlap = find_code (fixture, "overlap/capability");
  guint n_warnings = strata_assessment_count (strata_workspace_get_assessment (fixture->workspace), STRATA_SEVERITY_WARNING);
  StrataAssessment *assessment;
  const StrataFinding *finding;

  accept (fixture, overlap, "parallel");
  assessment = strata_workspace_get_assessment (fixture->workspace);
  finding = strata_workspace_find_finding (fixture->workspace, overlap);
  g_assert_true (finding->accepted);
  g_assert_cmpstr (finding->reason, ==, "parallel");
  g_assert_cmpuint (strata_assessment_count (assessment, STRATA_SEVERITY_WARNING), ==, n_warnings - 1);
  g_assert_cmpuint (strata_assessment_get_n_stale (assessment), ==, 0);
  g_assert_cmpstr (strata_document_get_undo_name (fixture->document), ==, "Accept Finding");
  g_assert_true (is_written (fixture,
                             "\"accepted\":[{\"code\":\"overlap/capability\",\"tools\":[\"p2\",\"p3\"],"
                             "\"capabilities\":[\"email-send\"],\"reason\":\"parallel\",\"on\":\"2027-01-05\"}]"));
  g_assert_cmpuint (strata_workspace_list_fixes (fixture->workspace, overlap)->len, ==, 0);

  strata_document_undo (fixture->document);
  strata_workspace_settle (fixture->workspace);
  g_assert_false (strata_workspace_find_finding (fixture->workspace, overlap)->accepted);
}

/* A finding that speaks of no capabilities is written without any. */
static void
test_no_capabilities (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *unknown = find_code (fixture, "facts/unknown");

  accept (fixture, unknown, "later");
  g_assert_true (strata_workspace_find_finding (fixture->workspace, unknown)->accepted);
  g_assert_true (is_written (fixture, "{\"code\":\"facts/unknown\",\"tools\":[],\"reason\":\"later\",\"on\":\"2027-01-05\"}"));
}

/* What is accepted already keeps its reason. */
static void
test_twice (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *unknown = find_code (fixture, "facts/unknown");

  accept (fixture, unknown, "later");
  accept (fixture, unknown, "never");
  g_assert_cmpuint (strata_workspace_get_scenario (fixture->workspace)->n_accepted, ==, 1);
}

static void
test_reopen (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *overlap = find_code (fixture, "overlap/capability");
  g_autofree char *unknown = find_code (fixture, "facts/unknown");

  accept (fixture, overlap, "parallel");
  accept (fixture, unknown, "later");
  reopen (fixture, overlap);
  g_assert_false (strata_workspace_find_finding (fixture->workspace, overlap)->accepted);
  g_assert_true (strata_workspace_find_finding (fixture->workspace, unknown)->accepted);
  g_assert_cmpstr (strata_document_get_undo_name (fixture->document), ==, "Reopen Finding");

  reopen (fixture, unknown);
  g_assert_false (is_written (fixture, "accepted"));
  reopen (fixture, unknown);
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;

  g_assert_false (strata_workspace_accept (fixture->workspace, "nothing", "reason", fixture->now, &error));
  g_assert_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_EDIT);
  g_assert_false (strata_workspace_reopen (fixture->workspace, "nothing", &other));
  g_assert_error (other, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_EDIT);
}

typedef struct
{
  const char *tools[4];
  const char *capabilities[3];
  gboolean    has_no_code;
  gboolean    matches;
} Match;

/* Against overlap/capability of p2 and p3, about email-send. */
static const Match matches[] = {
  { { "p2", "p3" }, { "email-send" }, FALSE, TRUE },
  { { "p3", "p2", "p3" }, { NULL }, FALSE, TRUE },
  { { "p2", "p3" }, { "journeys", "email-send" }, FALSE, TRUE },
  { { "p2", "p3" }, { "journeys" }, FALSE, FALSE },
  { { "p2" }, { "email-send" }, FALSE, FALSE },
  { { "p2", "p3", "p5" }, { "email-send" }, FALSE, FALSE },
  { { "p2", "p3", "gone" }, { "email-send" }, FALSE, FALSE },
  { { "p2", "p3" }, { "email-send" }, TRUE, FALSE },
};

/* As the engine matches, whatever a file's entry looks like. */
static void
test_matches (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *overlap = find_code (fixture, "overlap/capability");
  const StrataFinding *finding = strata_workspace_find_finding (fixture->workspace, overlap);

  for (guint i = 0; i < G_N_ELEMENTS (matches); i++)
    {
      StrataAcceptance entry = {
        .code = matches[i].has_no_code ? NULL : "overlap/capability",
        .tools = matches[i].tools,
        .capabilities = matches[i].capabilities,
      };

      g_test_message ("entry %u", i);
      g_assert_cmpint (strata_acceptance_matches (&entry, strata_workspace_get_scenario (fixture->workspace), finding), ==,
                       matches[i].matches);
    }
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/workspace/accept/accept", test_accept);
  add ("/workspace/accept/no-capabilities", test_no_capabilities);
  add ("/workspace/accept/twice", test_twice);
  add ("/workspace/accept/reopen", test_reopen);
  add ("/workspace/accept/gone", test_gone);
  add ("/workspace/accept/matches", test_matches);

  return g_test_run ();
}
