/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of what can be done about findings: worked out when looked at, and done.
 */

#include "config.h"

#include "fixture.h"
#include "workspace/strata-workspace-private.h"

typedef struct
{
  StrataCatalog   *catalog;
  StrataDocument  *document;
  StrataWorkspace *workspace;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (StrataPlan) plan = parse_plan (TEST_PLAN);

  fixture->catalog = make_catalog ();
  fixture->document = strata_document_new (plan);
  fixture->workspace = make_workspace (fixture->catalog, fixture->document);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->document);
  strata_catalog_unref (fixture->catalog);
}

/* NULL beyond the last one. */
static char *
find_identity (Fixture *fixture,
               guint    position)
{
  g_autoptr (StrataFindingRow) row = g_list_model_get_item (strata_workspace_list_findings (fixture->workspace), position);

  return row != NULL ? g_strdup (strata_finding_row_get_identity (row)) : NULL;
}

/* The first one that something can be done about. */
static char *
find_helped (Fixture *fixture)
{
  for (guint i = 0;; i++)
    {
      g_autofree char *identity = find_identity (fixture, i);

      g_assert_nonnull (identity);
      if (strata_workspace_list_fixes (fixture->workspace, identity)->len > 0)
        return g_steal_pointer (&identity);
    }
}

static gboolean
has_finding (Fixture    *fixture,
             const char *identity)
{
  return strata_workspace_find_finding (fixture->workspace, identity) != NULL;
}

/* Nothing is worked out for what nobody looks at. */
static void
test_lazy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *first = find_identity (fixture, 0);
  GPtrArray *fixes;

  g_assert_cmpuint (g_list_model_get_n_items (strata_workspace_list_findings (fixture->workspace)), >, 3);
  g_assert_cmpuint (g_hash_table_size (fixture->workspace->fixes), ==, 0);

  fixes = strata_workspace_list_fixes (fixture->workspace, first);
  g_assert_cmpuint (g_hash_table_size (fixture->workspace->fixes), ==, 1);
  g_assert_true (strata_workspace_list_fixes (fixture->workspace, first) == fixes);
  g_assert_cmpuint (g_hash_table_size (fixture->workspace->fixes), ==, 1);
}

/* Each fix of each finding does away with it, and undo brings it back. */
static void
test_apply (Fixture       *fixture,
            gconstpointer  data)
{
  guint n_applied = 0;

  for (guint i = 0;; i++)
    {
      g_autofree char *identity = find_identity (fixture, i);
      guint n_fixes = identity != NULL ? strata_workspace_list_fixes (fixture->workspace, identity)->len : 0;

      if (identity == NULL)
        break;
      for (guint j = 0; j < n_fixes; j++)
        {
          StrataFix *fix = g_ptr_array_index (strata_workspace_list_fixes (fixture->workspace, identity), j);
          g_autoptr (GError) error = NULL;

          g_test_message ("%s", fix->label);
          g_assert_true (strata_workspace_apply_fix (fixture->workspace, fix, &error));
          g_assert_no_error (error);
          g_assert_cmpstr (strata_document_get_undo_name (fixture->document), ==, strata_edit_get_name (fix->edit));
          strata_workspace_settle (fixture->workspace);
          g_assert_false (has_finding (fixture, identity));
          strata_document_undo (fixture->document);
          strata_workspace_settle (fixture->workspace);
          g_assert_true (has_finding (fixture, identity));
          n_applied++;
        }
    }

  g_assert_cmpuint (n_applied, >, 5);
}

/* What was worked out for another assessment holds no longer. */
static void
test_forget (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *identity = find_helped (fixture);
  g_autoptr (StrataFix) fix =
    strata_fix_ref (g_ptr_array_index (strata_workspace_list_fixes (fixture->workspace, identity), 0));
  g_autoptr (GError) error = NULL;
  const char *removed[] = { "p5", NULL };
  StrataPlan *plan;

  g_assert_true (strata_workspace_remove (fixture->workspace, removed, NULL));
  plan = strata_workspace_get_plan (fixture->workspace);
  g_assert_false (strata_workspace_apply_fix (fixture->workspace, fix, &error));
  g_assert_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_EDIT);
  g_assert_true (strata_workspace_get_plan (fixture->workspace) == plan);
  g_assert_cmpuint (g_hash_table_size (fixture->workspace->fixes), ==, 0);
}

/* A finding that is not there, or no longer, has none. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_cmpuint (strata_workspace_list_fixes (fixture->workspace, "nothing")->len, ==, 0);
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/workspace/fixes/lazy", test_lazy);
  add ("/workspace/fixes/apply", test_apply);
  add ("/workspace/fixes/forget", test_forget);
  add ("/workspace/fixes/nothing", test_nothing);

  return g_test_run ();
}
