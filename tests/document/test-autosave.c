/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan that is saved by itself, and when it is not.
 */

#include "config.h"

#include <string.h>

#include "document/strata-document.h"
#include "document/strata-snapshots.h"
#include "storage/strata-plan-file.h"
#include "support/memory-disk.h"
#include "support/random-edits.h"

#define FILE_PATH "/plan.strata.json"
#define SNAPSHOTS "/snapshots"
#define BY_HAND   "{\"format\": \"strata-plan\", \"version\": 1, \"scenarios\": [{\"id\": \"today\"}]}"

typedef struct
{
  MemoryDisk     *disk;
  GFile          *file;
  StrataDocument *document;
} Fixture;

static void
open_document (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->document);
  fixture->document = strata_document_load (STRATA_DISK (fixture->disk), fixture->file, NULL, &error);
  g_assert_no_error (error);
  strata_document_set_autosave (fixture->document, 1);
  strata_document_set_snapshots (fixture->document, SNAPSHOTS);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (StrataPlan) plan = random_plan_new ();
  g_autoptr (GBytes) bytes = strata_plan_file_to_bytes (plan);

  fixture->disk = memory_disk_new ();
  fixture->file = g_file_new_for_path (FILE_PATH);
  memory_disk_put (fixture->disk, FILE_PATH, bytes);
  open_document (fixture);
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
set_title (Fixture    *fixture,
           const char *title)
{
  g_autoptr (StrataEdit) edit = strata_edit_new ("Name It");
  g_autoptr (StrataValue) value = strata_value_new_string (title);

  strata_edit_set (edit, "title", value);
  g_assert_true (strata_document_apply (fixture->document, edit, NULL, NULL));
}

static void
wait_until_saved (Fixture *fixture)
{
  while (strata_document_get_modified (fixture->document))
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_problem (Fixture *fixture)
{
  while (strata_document_get_autosave_problem (fixture->document) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static guint
count_copies (Fixture *fixture)
{
  g_autoptr (GPtrArray) found = strata_snapshots_list (STRATA_DISK (fixture->disk), SNAPSHOTS, fixture->file);

  return found->len;
}

static gboolean
holds (Fixture *fixture,
       GBytes  *expected)
{
  g_autoptr (GBytes) bytes = memory_disk_dup (fixture->disk, FILE_PATH);

  return bytes != NULL && g_bytes_equal (bytes, expected);
}

static void
keep_result_cb (GObject      *source_object,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
save (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  strata_document_save_async (fixture->document, fixture->file, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  strata_document_save_finish (fixture->document, result, &error);
  g_assert_no_error (error);
}

static void
test_saves (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GBytes) expected = NULL;

  set_title (fixture, "One");
  set_title (fixture, "Two");
  wait_until_saved (fixture);
  expected = strata_plan_file_to_bytes (strata_document_get_plan (fixture->document));
  g_assert_true (holds (fixture, expected));
  g_assert_null (strata_document_get_autosave_problem (fixture->document));
  g_assert_cmpuint (count_copies (fixture), ==, 0);
}

/* Of what is saved already a save by hand leaves a copy, once. */
static void
test_save_by_hand (Fixture       *fixture,
                   gconstpointer  data)
{
  set_title (fixture, "One");
  wait_until_saved (fixture);
  save (fixture);
  g_assert_cmpuint (count_copies (fixture), ==, 1);
  save (fixture);
  g_assert_cmpuint (count_copies (fixture), ==, 1);
}

/* A save by hand in the midst of it comes after it. */
static void
test_save_meanwhile (Fixture       *fixture,
                     gconstpointer  data)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      set_title (fixture, title);
      for (gint64 end = g_get_monotonic_time () + (i % 8) * 200; g_get_monotonic_time () < end;)
        g_main_context_iteration (NULL, FALSE);
      save (fixture);
      g_assert_false (strata_document_get_modified (fixture->document));
    }
}

/* Pending work of the loop is done, and the time of autosave is long over. */
static void
wait_in_vain (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_thread_yield ();
  g_assert_true (strata_document_get_modified (fixture->document));
}

static void
test_off (Fixture       *fixture,
          gconstpointer  data)
{
  strata_document_set_autosave (fixture->document, 0);
  set_title (fixture, "One");
  wait_in_vain (fixture);
  strata_document_set_autosave (fixture->document, 1);
  wait_until_saved (fixture);
}

static void
test_by_hand_first (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GBytes) by_hand = g_bytes_new_static (BY_HAND, strlen (BY_HAND));

  memory_disk_put (fixture->disk, FILE_PATH, by_hand);
  open_document (fixture);
  set_title (fixture, "One");
  wait_in_vain (fixture);
  g_assert_true (holds (fixture, by_hand));
  save (fixture);
  set_title (fixture, "Two");
  wait_until_saved (fixture);
}

static void
test_changed_underneath (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GBytes) theirs = g_bytes_new_static (BY_HAND, strlen (BY_HAND));

  memory_disk_put (fixture->disk, FILE_PATH, theirs);
  set_title (fixture, "One");
  wait_for_problem (fixture);
  g_assert_true (strata_document_get_modified (fixture->document));
  g_assert_true (holds (fixture, theirs));
}

/* By itself nothing is put where a file was removed; by hand it is. */
static void
test_vanished (Fixture       *fixture,
               gconstpointer  data)
{
  strata_disk_remove (STRATA_DISK (fixture->disk), FILE_PATH, NULL);
  set_title (fixture, "One");
  wait_for_problem (fixture);
  g_assert_cmpuint (memory_disk_get_n_files (fixture->disk), ==, 0);
  save (fixture);
  set_title (fixture, "Two");
  wait_until_saved (fixture);
  while (strata_document_get_autosave_problem (fixture->document) != NULL)
    g_main_context_iteration (NULL, TRUE);
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
    { "/autosave/saves", test_saves },
    { "/autosave/save-by-hand", test_save_by_hand },
    { "/autosave/save-meanwhile", test_save_meanwhile },
    { "/autosave/off", test_off },
    { "/autosave/by-hand-first", test_by_hand_first },
    { "/autosave/changed-underneath", test_changed_underneath },
    { "/autosave/vanished", test_vanished },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
