/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was left behind is offered once, as rows, and comes back or goes.
 */

#include "config.h"

#include "fixture.h"
#include "support/memory-disk.h"
#include "workspace/strata-keeper.h"

#define FOLDER "/state"
#define FILE_PATH "/plans/plan.strata.json"

typedef struct
{
  MemoryDisk   *disk;
  StrataKeeper *keeper;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (TEST_PLAN, strlen (TEST_PLAN));

  fixture->disk = memory_disk_new ();
  memory_disk_put (fixture->disk, FILE_PATH, bytes);
  fixture->keeper = strata_keeper_new (STRATA_DISK (fixture->disk), FOLDER);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->keeper);
  g_object_unref (fixture->disk);
}

static void
set_title (StrataDocument *document,
           const char     *title)
{
  g_autoptr (StrataEdit) edit = strata_edit_new ("Name It");
  g_autoptr (StrataValue) value = strata_value_new_string (title);

  strata_edit_set (edit, "title", value);
  g_assert_true (strata_document_apply (document, edit, NULL, NULL));
}

/* A plan, from the file or from nowhere, that was changed and never closed. */
static void
leave_behind (Fixture    *fixture,
              gboolean    has_file,
              const char *title)
{
  g_autoptr (GFile) file = g_file_new_for_path (FILE_PATH);
  g_autoptr (StrataPlan) plan = parse_plan (TEST_PLAN);
  g_autoptr (StrataDocument) document =
    has_file ? strata_document_load (STRATA_DISK (fixture->disk), file, NULL, NULL) : strata_document_new (plan);

  strata_document_set_disk (document, STRATA_DISK (fixture->disk));
  strata_keeper_keep (fixture->keeper, document);
  set_title (document, title);
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static guint
look (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  strata_keeper_look_async (fixture->keeper, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  strata_keeper_look_finish (fixture->keeper, result);

  return g_list_model_get_n_items (strata_keeper_list_recoveries (fixture->keeper));
}

static StrataRecoveryRow *
get_row (Fixture *fixture)
{
  g_autoptr (StrataRecoveryRow) row = g_list_model_get_item (strata_keeper_list_recoveries (fixture->keeper), 0);

  g_assert_nonnull (row);
  return row;
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  StrataRecoveryRow *row;

  g_assert_cmpuint (look (fixture), ==, 0);

  leave_behind (fixture, TRUE, "Saved once");
  g_assert_cmpuint (look (fixture), ==, 1);
  row = get_row (fixture);
  g_assert_cmpstr (strata_recovery_row_get_title (row), ==, "Saved once");
  g_assert_true (g_str_has_prefix (strata_recovery_row_get_description (row), "plan.strata.json · "));
  g_assert_true (g_str_has_suffix (strata_recovery_row_get_description (row), " · 1 change"));
  g_assert_true (strata_keeper_discard (fixture->keeper, strata_recovery_row_get_id (row), NULL));

  leave_behind (fixture, FALSE, "");
  g_assert_cmpuint (look (fixture), ==, 1);
  row = get_row (fixture);
  g_assert_cmpstr (strata_recovery_row_get_title (row), ==, "Untitled Plan");
  g_assert_true (g_str_has_prefix (strata_recovery_row_get_description (row), "Never saved · "));
  g_assert_null (strata_keeper_find_file (fixture->keeper, strata_recovery_row_get_id (row)));
}

static void
test_recover (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr (StrataDocument) document = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (FILE_PATH);
  g_autoptr (GError) error = NULL;

  leave_behind (fixture, TRUE, "Recovered");
  look (fixture);
  id = g_strdup (strata_recovery_row_get_id (get_row (fixture)));
  g_assert_true (g_file_equal (strata_keeper_find_file (fixture->keeper, id), file));

  document = strata_keeper_recover (fixture->keeper, id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (strata_plan_get_title (strata_document_get_plan (document)), ==, "Recovered");
  g_assert_true (strata_document_get_modified (document));
  g_assert_cmpuint (g_list_model_get_n_items (strata_keeper_list_recoveries (fixture->keeper)), ==, 0);

  /* What is open is not offered, and cannot be asked for a second time. */
  g_assert_cmpuint (look (fixture), ==, 0);
  g_assert_null (strata_keeper_recover (fixture->keeper, id, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_discard (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autofree char *name = NULL;
  g_autoptr (StrataPlan) former = NULL;
  g_autoptr (GError) error = NULL;

  leave_behind (fixture, FALSE, "Not wanted");
  look (fixture);
  id = g_strdup (strata_recovery_row_get_id (get_row (fixture)));

  g_assert_true (strata_keeper_discard (fixture->keeper, id, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (look (fixture), ==, 0);
  copies = strata_keeper_list_snapshots (fixture->keeper, NULL);
  g_assert_cmpuint (copies->len, ==, 1);
  name = g_path_get_basename (((StrataSnapshot *) g_ptr_array_index (copies, 0))->path);
  former = strata_keeper_read_snapshot (fixture->keeper, NULL, name, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (strata_plan_get_title (former), ==, "Not wanted");
  g_assert_null (strata_keeper_read_snapshot (fixture->keeper, NULL, "another", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_false (strata_keeper_discard (fixture->keeper, id, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/workspace/keeper/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/workspace/keeper/recover", Fixture, NULL, set_up, test_recover, tear_down);
  g_test_add ("/workspace/keeper/discard", Fixture, NULL, set_up, test_discard, tear_down);

  return g_test_run ();
}
