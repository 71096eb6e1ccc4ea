/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever a crash or a power cut leaves, what was synced comes back.
 */

#include "config.h"

#include <string.h>

#include "document/strata-recovery.h"
#include "storage/strata-plan-file.h"
#include "support/memory-disk.h"
#include "support/random-edits.h"

#define FOLDER "/journals"
#define FILE_PATH "/plans/plan.strata.json"

typedef struct
{
  MemoryDisk     *disk;
  GFile          *file;
  StrataDocument *document;

  /* Of the power cuts: the plan after each action, and after how many steps
   * that was safe, or 0; what was ever saved. */
  GPtrArray      *plans;
  GArray         *safe;
  GPtrArray      *saved;
  guint           n_lost; /* how often the last action was, which was not safe */
} Fixture;

static void
open_document (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->document = strata_document_load (STRATA_DISK (fixture->disk), fixture->file, NULL, &error);
  g_assert_no_error (error);
  strata_document_set_journal (fixture->document, strata_journal_new (STRATA_DISK (fixture->disk), FOLDER, 0));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (StrataPlan) plan = random_plan_new ();
  GBytes *bytes = strata_plan_file_to_bytes (plan);

  fixture->disk = memory_disk_new ();
  fixture->file = g_file_new_for_path (FILE_PATH);
  fixture->plans = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  fixture->saved = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  fixture->safe = g_array_new (FALSE, FALSE, sizeof (guint));
  memory_disk_put (fixture->disk, FILE_PATH, bytes);
  g_ptr_array_add (fixture->saved, bytes);
  open_document (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->document);
  g_object_unref (fixture->disk);
  g_object_unref (fixture->file);
  g_ptr_array_unref (fixture->plans);
  g_ptr_array_unref (fixture->saved);
  g_array_unref (fixture->safe);
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

static const char *
get_title (StrataDocument *document)
{
  return strata_plan_get_title (strata_document_get_plan (document));
}

static void
keep_result_cb (GObject      *source_object,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
save (StrataDocument *document,
      GFile          *file)
{
  g_autoptr (GAsyncResult) result = NULL;

  strata_document_save_async (document, file, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return strata_document_save_finish (document, result, NULL);
}

/* The program is gone: its files are closed, nothing else happens. A thread
 * that saved lets go of the document when it gets round to it. */
static void
crash (Fixture *fixture)
{
  GObject *document = G_OBJECT (fixture->document);

  g_object_add_weak_pointer (document, (gpointer *) &document);
  g_clear_object (&fixture->document);
  while (document != NULL)
    g_usleep (100);
}

static StrataDocument *
recover_one (Fixture      *fixture,
             StrataMerge **merge)
{
  g_autoptr (GPtrArray) found = strata_recovery_list (STRATA_DISK (fixture->disk), FOLDER);
  g_autoptr (GError) error = NULL;
  StrataDocument *document;

  g_assert_cmpuint (found->len, ==, 1);
  document = strata_recovery_recover (g_ptr_array_index (found, 0), STRATA_DISK (fixture->disk), 0, merge, &error);
  g_assert_no_error (error);
  return document;
}

static guint
count_recoverable (Fixture *fixture)
{
  g_autoptr (GPtrArray) found = strata_recovery_list (STRATA_DISK (fixture->disk), FOLDER);

  return found->len;
}

static void
put (Fixture    *fixture,
     const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  memory_disk_put (fixture->disk, FILE_PATH, bytes);
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) found = NULL;
  const StrataRecovery *recovery;
  gint64 before = g_get_real_time ();

  g_assert_cmpuint (count_recoverable (fixture), ==, 0);
  set_text (fixture->document, "title", "One");
  set_text (fixture->document, "title", "Two");
  g_assert_cmpuint (count_recoverable (fixture), ==, 0);

  crash (fixture);
  found = strata_recovery_list (STRATA_DISK (fixture->disk), FOLDER);
  g_assert_cmpuint (found->len, ==, 1);
  recovery = g_ptr_array_index (found, 0);
  g_assert_cmpstr (recovery->title, ==, "Two");
  g_assert_true (g_file_equal (recovery->file, fixture->file));
  g_assert_cmpuint (recovery->n_edits, ==, 2);
  g_assert_cmpint (recovery->time, >=, before);
}

static void
test_recover (Fixture       *fixture,
              gconstpointer  data)
{
  set_text (fixture->document, "title", "One");
  set_text (fixture->document, "title", "Two");
  crash (fixture);

  fixture->document = recover_one (fixture, NULL);
  g_assert_cmpstr (get_title (fixture->document), ==, "Two");
  g_assert_true (strata_document_get_modified (fixture->document));
  g_assert_true (g_file_equal (strata_document_get_file (fixture->document), fixture->file));
  g_assert_cmpstr (strata_document_get_undo_name (fixture->document), ==, "Name It");
  g_assert_cmpuint (count_recoverable (fixture), ==, 0);
  strata_document_undo (fixture->document);
  g_assert_cmpstr (get_title (fixture->document), ==, "One");

  /* And again, and to the end. */
  crash (fixture);
  fixture->document = recover_one (fixture, NULL);
  g_assert_cmpstr (get_title (fixture->document), ==, "One");
  strata_document_redo (fixture->document);
  g_assert_cmpstr (get_title (fixture->document), ==, "Two");
  g_assert_true (save (fixture->document, fixture->file));
  crash (fixture);
  g_assert_cmpuint (count_recoverable (fixture), ==, 0);
  g_assert_cmpuint (memory_disk_get_n_files (fixture->disk), ==, 1);
}

/* A plan that was never saved, and what is undone in whole. */
static void
test_untitled (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (StrataPlan) plan = random_plan_new ();

  crash (fixture);
  fixture->document = strata_document_new (plan);
  strata_document_set_disk (fixture->document, STRATA_DISK (fixture->disk));
  strata_document_set_journal (fixture->document, strata_journal_new (STRATA_DISK (fixture->disk), FOLDER, 0));
  set_text (fixture->document, "title", "Untitled");
  crash (fixture);
  fixture->document = recover_one (fixture, NULL);
  g_assert_cmpstr (get_title (fixture->document), ==, "Untitled");
  g_assert_null (strata_document_get_file (fixture->document));
  g_assert_true (strata_document_get_modified (fixture->document));

  strata_document_undo (fixture->document);
  g_assert_false (strata_document_get_modified (fixture->document));
  crash (fixture);
  g_assert_cmpuint (count_recoverable (fixture), ==, 0);
}

/* Saved under another name, changed, and the program was gone. */
static void
test_saved_elsewhere (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GFile) other = g_file_new_for_path ("/plans/other.strata.json");

  set_text (fixture->document, "title", "One");
  g_assert_true (save (fixture->document, other));
  set_text (fixture->document, "title", "Two");
  crash (fixture);
  fixture->document = recover_one (fixture, NULL);
  g_assert_true (g_file_equal (strata_document_get_file (fixture->document), other));
  strata_document_undo (fixture->document);
  g_assert_false (strata_document_get_modified (fixture->document));
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (StrataMerge) merge = NULL;
  g_autoptr (StrataDocument) other = NULL;

  set_text (fixture->document, "title", "Ours");
  crash (fixture);
  other = strata_document_load (STRATA_DISK (fixture->disk), fixture->file, NULL, NULL);
  set_text (other, "client", "Theirs");
  g_assert_true (save (other, fixture->file));

  fixture->document = recover_one (fixture, &merge);
  g_assert_nonnull (merge);
  g_assert_cmpuint (merge->conflicts->len, ==, 0);
  g_assert_cmpstr (get_title (fixture->document), ==, "Ours");
  g_assert_cmpstr (strata_plan_get_client (strata_document_get_plan (fixture->document)), ==, "Theirs");
  g_assert_true (strata_document_get_modified (fixture->document));

  crash (fixture);
  fixture->document = recover_one (fixture, NULL);
  g_assert_cmpstr (get_title (fixture->document), ==, "Ours");
  strata_document_undo (fixture->document);
  g_assert_false (strata_document_get_modified (fixture->document));
  g_assert_cmpstr (strata_plan_get_client (strata_document_get_plan (fixture->document)), ==, "Theirs");
}

static void
test_file_gone (Fixture       *fixture,
                gconstpointer  data)
{
  set_text (fixture->document, "title", "Ours");
  crash (fixture);
  strata_disk_remove (STRATA_DISK (fixture->disk), FILE_PATH, NULL);
  fixture->document = recover_one (fixture, NULL);
  g_assert_cmpstr (get_title (fixture->document), ==, "Ours");
  g_assert_true (g_file_equal (strata_document_get_file (fixture->document), fixture->file));
  g_assert_true (save (fixture->document, fixture->file));
}

/* What is in the file's place is left alone. */
static void
test_no_plan (Fixture       *fixture,
              gconstpointer  data)
{
  set_text (fixture->document, "title", "Ours");
  crash (fixture);
  put (fixture, "Dear diary");
  fixture->document = recover_one (fixture, NULL);
  g_assert_cmpstr (get_title (fixture->document), ==, "Ours");
  g_assert_null (strata_document_get_file (fixture->document));
  g_assert_true (strata_document_get_modified (fixture->document));
}

/* What a save left beside the file goes, what others are writing stays. */
static void
test_tidy (Fixture       *fixture,
           gconstpointer  data)
{
  StrataDisk *disk = STRATA_DISK (fixture->disk);
  g_autoptr (GBytes) half = g_bytes_new_static ("half", 4);
  g_autoptr (GError) error = NULL;
  int handle;

  memory_disk_put (fixture->disk, "/plans/.strata-0123abcd", half);
  memory_disk_put (fixture->disk, "/plans/.strata-4567cdef", half);
  memory_disk_put (fixture->disk, "/plans/.strata-notes", half);
  handle = strata_disk_open (disk, "/plans/.strata-4567cdef", STRATA_DISK_OPEN_APPEND, &error);
  g_assert_true (strata_disk_lock (disk, handle, &error));
  strata_disk_tidy (disk, fixture->file);
  g_assert_cmpuint (memory_disk_get_n_files (fixture->disk), ==, 3);

  g_assert_true (strata_disk_close (disk, handle, &error));
  strata_disk_tidy (disk, fixture->file);
  g_assert_cmpuint (memory_disk_get_n_files (fixture->disk), ==, 2);
}

static void
test_rubbish (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GBytes) rubbish = g_bytes_new_static ("rubbish", 7);

  memory_disk_put (fixture->disk, FOLDER "/a" STRATA_JOURNAL_SUFFIX, rubbish);
  memory_disk_put (fixture->disk, FOLDER "/b" STRATA_JOURNAL_SUFFIX ".new", rubbish);
  memory_disk_put (fixture->disk, FOLDER "/c.txt", rubbish);
  g_assert_cmpuint (count_recoverable (fixture), ==, 0);
  g_assert_cmpuint (memory_disk_get_n_files (fixture->disk), ==, 3);
}

static void
remember (Fixture *fixture,
          gboolean is_safe)
{
  guint n_steps = is_safe ? memory_disk_get_n_steps (fixture->disk) : 0;

  g_ptr_array_add (fixture->plans, strata_plan_file_to_bytes (strata_document_get_plan (fixture->document)));
  g_array_append_val (fixture->safe, n_steps);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  gboolean is_sync = g_str_equal (action, "sync");
  gboolean is_save = g_str_equal (action, "save") && strata_document_get_modified (fixture->document);

  if (g_str_equal (action, "fail"))
    {
      memory_disk_fail (fixture->disk, 0, 1, G_IO_ERROR_FAILED);
      g_assert_false (strata_document_sync_journal (fixture->document, NULL));
    }
  else if (is_sync)
    g_assert_true (strata_document_sync_journal (fixture->document, NULL));
  else if (is_save)
    {
      g_ptr_array_add (fixture->saved, strata_plan_file_to_bytes (strata_document_get_plan (fixture->document)));
      g_assert_true (save (fixture->document, fixture->file));
    }
  else if (g_str_equal (action, "undo"))
    strata_document_undo (fixture->document);
  else
    set_text (fixture->document, "title", action);
  remember (fixture, is_sync || is_save);
}

static gboolean
contains (GPtrArray *list,
          guint      first,
          GBytes    *bytes)
{
  for (guint i = first; i < list->len; i++)
    if (g_bytes_equal (g_ptr_array_index (list, i), bytes))
      return TRUE;
  return FALSE;
}

/* The plan that a person finds after the next start. */
static GBytes *
find_plan (MemoryDisk *left)
{
  g_autoptr (GPtrArray) found = strata_recovery_list (STRATA_DISK (left), FOLDER);
  g_autoptr (StrataDocument) document = NULL;

  if (found->len == 0)
    return memory_disk_dup (left, FILE_PATH);
  g_assert_cmpuint (found->len, ==, 1);
  document = strata_recovery_recover (g_ptr_array_index (found, 0), STRATA_DISK (left), 0, NULL, NULL);
  g_assert_nonnull (document);
  return strata_plan_file_to_bytes (strata_document_get_plan (document));
}

static void
nothing_lost_cb (MemoryDisk *left,
                 guint       n_steps,
                 gpointer    data)
{
  Fixture *fixture = data;
  g_autoptr (GBytes) file = memory_disk_dup (left, FILE_PATH);
  g_autoptr (GBytes) plan = find_plan (left);
  guint last_safe = 0;

  for (guint i = 0; i < fixture->safe->len; i++)
    {
      guint safe = g_array_index (fixture->safe, guint, i);

      if (safe > 0 && safe <= n_steps)
        last_safe = i;
    }
  g_assert_nonnull (file);
  g_assert_true (contains (fixture->saved, 0, file));
  g_assert_cmpuint (memory_disk_get_n_files (left), <=, 2);
  g_assert_true (contains (fixture->plans, last_safe, plan));
  fixture->n_lost += n_steps == memory_disk_get_n_steps (fixture->disk)
                     && !contains (fixture->plans, fixture->plans->len - 1, plan);
}

static void
test_power_cuts (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const scripts[][12] = {
    { "A", "B", "sync", "C", "D", "sync", "undo", "sync", "E", "F" },
    { "A", "save", "B", "sync", "save", "undo", "sync", "C" },
    { "A", "B", "save", "C", "undo", "D", "sync", "E", "F" },
    { "A", "sync", "save", "undo", "save", "B", "sync" },
    { "A", "sync", "B", "fail", "sync", "C", "sync", "D", "fail", "E", "F" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      guint n_ways;
      gboolean is_safe;

      tear_down (fixture, NULL);
      set_up (fixture, NULL);
      fixture->n_lost = 0;
      memory_disk_settle (fixture->disk);
      remember (fixture, FALSE);
      for (guint j = 0; scripts[i][j] != NULL; j++)
        act (fixture, scripts[i][j]);
      n_ways = memory_disk_crash (fixture->disk, nothing_lost_cb, fixture);
      g_test_message ("Script %u: the power was cut in %u ways", i, n_ways);
      g_assert_cmpuint (n_ways, >, 50);
      is_safe = g_array_index (fixture->safe, guint, fixture->safe->len - 1) > 0;
      g_assert_cmpint (fixture->n_lost == 0, ==, is_safe);
    }
}

/* One step fails, or all from there on, and then the program is gone. What the
 * document did not complain of is there. */
static void
fail_and_crash (Fixture *fixture,
                guint    n_calls,
                guint    n_failures)
{
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) found = NULL;
  gboolean is_kept;

  memory_disk_fail (fixture->disk, n_calls, n_failures, G_IO_ERROR_NO_SPACE);
  set_text (fixture->document, "title", "A");
  g_ptr_array_add (fixture->saved, strata_plan_file_to_bytes (strata_document_get_plan (fixture->document)));
  save (fixture->document, fixture->file);
  set_text (fixture->document, "title", "B");
  strata_document_undo (fixture->document);
  set_text (fixture->document, "title", "C");
  is_kept = strata_document_get_journal_problem (fixture->document) == NULL;
  expected = strata_plan_file_to_bytes (strata_document_get_plan (fixture->document));

  crash (fixture);
  memory_disk_fail (fixture->disk, 0, 0, 0);
  file = memory_disk_dup (fixture->disk, FILE_PATH);
  g_assert_true (contains (fixture->saved, 0, file));
  found = find_plan (fixture->disk);
  if (is_kept)
    g_assert_true (g_bytes_equal (found, expected));
  else
    g_assert_cmpuint (n_failures, >, 1);
}

static void
test_failures (Fixture       *fixture,
               gconstpointer  data)
{
  for (guint n_calls = 0; n_calls < 45; n_calls++)
    for (guint n_failures = 1; n_failures <= 64; n_failures *= 4)
      {
        fail_and_crash (fixture, n_calls, n_failures);
        tear_down (fixture, NULL);
        set_up (fixture, NULL);
      }
}

/* A power cut while a plan is recovered and merged loses nothing, either. */
static void
test_power_cut_in_recovery (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (StrataDocument) other = NULL;

  set_text (fixture->document, "title", "Ours");
  remember (fixture, FALSE);
  crash (fixture);
  other = strata_document_load (STRATA_DISK (fixture->disk), fixture->file, NULL, NULL);
  set_text (other, "client", "Theirs");
  g_assert_true (save (other, fixture->file));
  g_ptr_array_add (fixture->saved, memory_disk_dup (fixture->disk, FILE_PATH));

  memory_disk_settle (fixture->disk);
  fixture->document = recover_one (fixture, NULL);
  g_ptr_array_set_size (fixture->plans, 0);
  g_array_set_size (fixture->safe, 0);
  remember (fixture, TRUE);
  g_assert_cmpuint (memory_disk_crash (fixture->disk, nothing_lost_cb, fixture), >, 10);
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
    { "/recovery/list", test_list },
    { "/recovery/recover", test_recover },
    { "/recovery/untitled", test_untitled },
    { "/recovery/saved-elsewhere", test_saved_elsewhere },
    { "/recovery/merge", test_merge },
    { "/recovery/file-gone", test_file_gone },
    { "/recovery/no-plan", test_no_plan },
    { "/recovery/tidy", test_tidy },
    { "/recovery/rubbish", test_rubbish },
    { "/recovery/failures", test_failures },
    { "/recovery/power-cuts", test_power_cuts },
    { "/recovery/power-cut-in-recovery", test_power_cut_in_recovery },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
