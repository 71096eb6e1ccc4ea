/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file that somebody else changes while its plan is open.
 */

#include "config.h"

#include <string.h>

#include "document/strata-document.h"
#include "storage/strata-plan-file.h"
#include "support/memory-disk.h"
#include "support/random-edits.h"

#define FILE_PATH "/plan.strata.json"
#define FOLDER    "/journals"

typedef struct
{
  MemoryDisk     *disk;
  GFile          *file;
  StrataDocument *document;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (StrataPlan) plan = random_plan_new ();
  g_autoptr (GBytes) bytes = strata_plan_file_to_bytes (plan);
  g_autoptr (GError) error = NULL;

  fixture->disk = memory_disk_new ();
  fixture->file = g_file_new_for_path (FILE_PATH);
  memory_disk_put (fixture->disk, FILE_PATH, bytes);
  fixture->document = strata_document_load (STRATA_DISK (fixture->disk), fixture->file, NULL, &error);
  g_assert_no_error (error);
  strata_document_set_journal (fixture->document, strata_journal_new (STRATA_DISK (fixture->disk), FOLDER, 0));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->document);
  g_object_unref (fixture->disk);
  g_object_unref (fixture->file);
}

static void
set_text (StrataDocument *document,
          const char     *path,
          const char     *text)
{
  g_autoptr (StrataEdit) edit = strata_edit_new ("Name It");
  g_autoptr (StrataValue) value = strata_value_new_string (text);

  strata_edit_set (edit, path, value);
  g_assert_true (strata_document_apply (document, edit, NULL, NULL));
}

/* Another program saves the plan with this client. */
static void
change_file (Fixture    *fixture,
             const char *client)
{
  g_autoptr (StrataDocument) other = strata_document_load (STRATA_DISK (fixture->disk), fixture->file, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;

  set_text (other, "client", client);
  bytes = strata_plan_file_to_bytes (strata_document_get_plan (other));
  memory_disk_put (fixture->disk, FILE_PATH, bytes);
}

static void
keep_result_cb (GObject      *source_object,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static StrataUnderneath
check (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  StrataUnderneath state;

  strata_document_check_underneath_async (fixture->document, NULL, keep_result_cb, &result);
  wait_for (&result);
  strata_document_check_underneath_finish (fixture->document, result, &state, &error);
  g_assert_no_error (error);
  return state;
}

static StrataMerge *
take (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  StrataMerge *merge;

  strata_document_take_underneath_async (fixture->document, NULL, keep_result_cb, &result);
  wait_for (&result);
  strata_document_take_underneath_finish (fixture->document, result, &merge, &error);
  g_assert_no_error (error);
  return merge;
}

static gboolean
save (Fixture  *fixture,
      GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  strata_document_save_async (fixture->document, fixture->file, NULL, keep_result_cb, &result);
  wait_for (&result);
  return strata_document_save_finish (fixture->document, result, error);
}

static const char *
get_client (Fixture *fixture)
{
  return strata_plan_get_client (strata_document_get_plan (fixture->document));
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_cmpint (check (fixture), ==, STRATA_UNDERNEATH_UNCHANGED);
  g_assert_cmpint (check (fixture), ==, STRATA_UNDERNEATH_UNCHANGED);
  set_text (fixture->document, "title", "Ours");
  g_assert_cmpint (check (fixture), ==, STRATA_UNDERNEATH_UNCHANGED);
  change_file (fixture, "Theirs");
  g_assert_cmpint (check (fixture), ==, STRATA_UNDERNEATH_CONFLICT);
  strata_document_undo (fixture->document);
  g_assert_cmpint (check (fixture), ==, STRATA_UNDERNEATH_CHANGED);
  strata_disk_remove (STRATA_DISK (fixture->disk), FILE_PATH, NULL);
  g_assert_cmpint (check (fixture), ==, STRATA_UNDERNEATH_VANISHED);
}

/* Written again, but the same as it was. */
static void
test_touched (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GBytes) bytes = memory_disk_dup (fixture->disk, FILE_PATH);

  g_assert_cmpint (check (fixture), ==, STRATA_UNDERNEATH_UNCHANGED);
  memory_disk_put (fixture->disk, FILE_PATH, bytes);
  g_assert_cmpint (check (fixture), ==, STRATA_UNDERNEATH_UNCHANGED);
}

static void
test_own_save (Fixture       *fixture,
               gconstpointer  data)
{
  g_assert_cmpint (check (fixture), ==, STRATA_UNDERNEATH_UNCHANGED);
  set_text (fixture->document, "title", "Ours");
  g_assert_true (save (fixture, NULL));
  g_assert_cmpint (check (fixture), ==, STRATA_UNDERNEATH_UNCHANGED);
}

/* As long as the file looks the same it is not read. */
static void
test_cheap (Fixture       *fixture,
            gconstpointer  data)
{
  guint n_calls;

  check (fixture);
  n_calls = memory_disk_get_n_calls (fixture->disk);
  check (fixture);
  g_assert_cmpuint (memory_disk_get_n_calls (fixture->disk), ==, n_calls + 1);
}

static void
test_unreachable (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  StrataUnderneath state;

  memory_disk_fail (fixture->disk, 0, G_MAXUINT, G_IO_ERROR_HOST_UNREACHABLE);
  strata_document_check_underneath_async (fixture->document, NULL, keep_result_cb, &result);
  wait_for (&result);
  g_assert_false (strata_document_check_underneath_finish (fixture->document, result, &state, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE);
}

static void
test_reload (Fixture       *fixture,
             gconstpointer  data)
{
  change_file (fixture, "Theirs");
  g_assert_null (take (fixture));
  g_assert_cmpstr (get_client (fixture), ==, "Theirs");
  g_assert_false (strata_document_get_modified (fixture->document));
  g_assert_cmpint (check (fixture), ==, STRATA_UNDERNEATH_UNCHANGED);
  strata_document_undo (fixture->document);
  g_assert_null (get_client (fixture));
  g_assert_true (strata_document_get_modified (fixture->document));
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (StrataMerge) merge = NULL;
  g_autoptr (GError) error = NULL;

  set_text (fixture->document, "title", "Ours");
  change_file (fixture, "Theirs");
  g_assert_false (save (fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);

  merge = take (fixture);
  g_assert_nonnull (merge);
  g_assert_cmpstr (get_client (fixture), ==, "Theirs");
  g_assert_cmpstr (strata_plan_get_title (strata_document_get_plan (fixture->document)), ==, "Ours");
  g_assert_true (strata_document_get_modified (fixture->document));
  g_assert_true (save (fixture, NULL));
}

/* Ours it is: but not over what nobody has seen. */
static void
test_overrule (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  set_text (fixture->document, "title", "Ours");
  change_file (fixture, "Theirs");
  g_assert_cmpint (check (fixture), ==, STRATA_UNDERNEATH_CONFLICT);
  change_file (fixture, "Still another");
  strata_document_overrule_underneath (fixture->document);
  g_assert_false (save (fixture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);

  g_assert_cmpint (check (fixture), ==, STRATA_UNDERNEATH_CONFLICT);
  strata_document_overrule_underneath (fixture->document);
  g_assert_true (save (fixture, NULL));
  g_assert_null (get_client (fixture));
  g_assert_cmpint (check (fixture), ==, STRATA_UNDERNEATH_UNCHANGED);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/underneath/states", test_states },
    { "/underneath/touched", test_touched },
    { "/underneath/own-save", test_own_save },
    { "/underneath/cheap", test_cheap },
    { "/underneath/unreachable", test_unreachable },
    { "/underneath/reload", test_reload },
    { "/underneath/merge", test_merge },
    { "/underneath/overrule", test_overrule },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
