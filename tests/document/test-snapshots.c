/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies of plans: which are kept, which go, what comes back.
 */

#include "config.h"

#include "document/strata-diff.h"
#include "document/strata-recovery.h"
#include "document/strata-snapshots.h"
#include "storage/strata-plan-file.h"
#include "support/memory-disk.h"
#include "support/random-edits.h"

#define FOLDER "/state/snapshots"
#define NOW    (G_GINT64_CONSTANT (20000) * G_TIME_SPAN_DAY + 12 * G_TIME_SPAN_HOUR)

typedef struct
{
  MemoryDisk *disk;
  GFile      *file;
  StrataPlan *plan;
  GBytes     *bytes;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->disk = memory_disk_new ();
  fixture->file = g_file_new_for_path ("/plan.strata.json");
  fixture->plan = random_plan_new ();
  fixture->bytes = strata_plan_file_to_bytes (fixture->plan);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->disk);
  g_object_unref (fixture->file);
  strata_plan_unref (fixture->plan);
  g_bytes_unref (fixture->bytes);
}

static void
add (Fixture            *fixture,
     GFile              *file,
     StrataSnapshotKind  kind,
     gint64              time)
{
  g_autoptr (GError) error = NULL;

  strata_snapshots_add (STRATA_DISK (fixture->disk), FOLDER, file, kind, fixture->bytes, time, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list (Fixture *fixture,
      GFile   *file)
{
  return strata_snapshots_list (STRATA_DISK (fixture->disk), FOLDER, file);
}

static guint
count (Fixture *fixture,
       GFile   *file)
{
  g_autoptr (GPtrArray) found = list (fixture, file);

  return found->len;
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) other = g_file_new_for_path ("/other.strata.json");
  g_autoptr (GPtrArray) found = NULL;
  const StrataSnapshot *newest;

  g_assert_cmpuint (count (fixture, fixture->file), ==, 0);
  add (fixture, fixture->file, STRATA_SNAPSHOT_SAVED, NOW);
  add (fixture, fixture->file, STRATA_SNAPSHOT_DISCARDED, NOW + 1);
  add (fixture, other, STRATA_SNAPSHOT_SAVED, NOW);
  add (fixture, NULL, STRATA_SNAPSHOT_DISCARDED, NOW);
  memory_disk_put (fixture->disk, FOLDER "/1-a-b.txt", fixture->bytes);
  memory_disk_put (fixture->disk, FOLDER "/x-0000000000000000-saved.strata.json", fixture->bytes);

  found = list (fixture, fixture->file);
  g_assert_cmpuint (found->len, ==, 2);
  newest = g_ptr_array_index (found, 0);
  g_assert_cmpint (newest->time, ==, NOW + 1);
  g_assert_cmpint (newest->kind, ==, STRATA_SNAPSHOT_DISCARDED);
  g_assert_cmpuint (newest->size, ==, g_bytes_get_size (fixture->bytes));
  g_assert_cmpuint (count (fixture, other), ==, 1);
  g_assert_cmpuint (count (fixture, NULL), ==, 1);
}

/* A copy that was made so long ago, when another is made now. */
static void
test_policy (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    StrataSnapshotKind kind;
    gint64             age;
    gint64             newer; /* the age of one more, or 0 */
    guint              kept;
  } rows[] = {
    { STRATA_SNAPSHOT_SAVED, 1, 0, 2 },
    { STRATA_SNAPSHOT_SAVED, 23 * G_TIME_SPAN_HOUR, 22 * G_TIME_SPAN_HOUR, 3 },
    { STRATA_SNAPSHOT_SAVED, 49 * G_TIME_SPAN_HOUR, 0, 2 },
    { STRATA_SNAPSHOT_SAVED, 49 * G_TIME_SPAN_HOUR, 48 * G_TIME_SPAN_HOUR, 2 },
    { STRATA_SNAPSHOT_SAVED, 72 * G_TIME_SPAN_HOUR, 48 * G_TIME_SPAN_HOUR, 3 },
    { STRATA_SNAPSHOT_DISCARDED, 49 * G_TIME_SPAN_HOUR, 48 * G_TIME_SPAN_HOUR, 3 },
    { STRATA_SNAPSHOT_SAVED, 30 * G_TIME_SPAN_DAY, 0, 2 },
    { STRATA_SNAPSHOT_SAVED, 30 * G_TIME_SPAN_DAY + 1, 0, 1 },
    { STRATA_SNAPSHOT_DISCARDED, 30 * G_TIME_SPAN_DAY + 1, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_clear_object (&fixture->disk);
      fixture->disk = memory_disk_new ();
      add (fixture, fixture->file, rows[i].kind, NOW - rows[i].age);
      if (rows[i].newer > 0)
        add (fixture, fixture->file, rows[i].kind, NOW - rows[i].newer);
      add (fixture, fixture->file, STRATA_SNAPSHOT_SAVED, NOW);
      g_assert_cmpuint (count (fixture, fixture->file), ==, rows[i].kept);
    }
}

static void
test_most_a_day (Fixture       *fixture,
                 gconstpointer  data)
{
  for (guint i = 0; i < STRATA_SNAPSHOTS_MOST_A_DAY + 5; i++)
    add (fixture, fixture->file, STRATA_SNAPSHOT_SAVED, NOW + i);
  g_assert_cmpuint (count (fixture, fixture->file), ==, STRATA_SNAPSHOTS_MOST_A_DAY);
}

/* Of all plans together, the oldest go first, the newest never. */
static void
test_bytes (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GFile) other = g_file_new_for_path ("/other.strata.json");
  g_autofree char *text = g_malloc0 (STRATA_SNAPSHOTS_BYTES / 4);

  g_clear_pointer (&fixture->bytes, g_bytes_unref);
  fixture->bytes = g_bytes_new_static (text, STRATA_SNAPSHOTS_BYTES / 4);
  add (fixture, other, STRATA_SNAPSHOT_SAVED, NOW);
  for (guint i = 1; i < 4; i++)
    add (fixture, fixture->file, STRATA_SNAPSHOT_SAVED, NOW + i);
  g_assert_cmpuint (count (fixture, other), ==, 1);
  add (fixture, fixture->file, STRATA_SNAPSHOT_SAVED, NOW + 4);
  g_assert_cmpuint (count (fixture, other), ==, 0);
  g_assert_cmpuint (count (fixture, fixture->file), ==, 4);
}

static void
keep_result_cb (GObject      *source_object,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
save (StrataDocument *document,
      GFile          *file)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  strata_document_save_async (document, file, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  strata_document_save_finish (document, result, &error);
  g_assert_no_error (error);
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

static StrataDocument *
make_document (Fixture *fixture)
{
  StrataDocument *document = strata_document_new (fixture->plan);

  strata_document_set_disk (document, STRATA_DISK (fixture->disk));
  strata_document_set_snapshots (document, FOLDER);
  return document;
}

/* Two saves, and back to the first. */
static void
test_restore (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (StrataDocument) document = make_document (fixture);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (StrataPlan) former = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (StrataEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  set_title (document, "One");
  save (document, fixture->file);
  set_title (document, "Two");
  save (document, fixture->file);
  found = list (fixture, fixture->file);
  g_assert_cmpuint (found->len, ==, 2);

  former = strata_snapshot_read (g_ptr_array_index (found, 1), STRATA_DISK (fixture->disk), &error);
  g_assert_no_error (error);
  changes = strata_diff (strata_document_get_plan (document), former);
  g_assert_cmpuint (changes->len, ==, 1);
  edit = strata_diff_to_edit (strata_document_get_plan (document), former, "Restore");
  g_assert_true (strata_document_apply (document, edit, NULL, &error));
  g_assert_cmpstr (strata_plan_get_title (strata_document_get_plan (document)), ==, "One");
  strata_document_undo (document);
  g_assert_false (strata_document_get_modified (document));
}

/* Of a plan that has a file there is a copy of what was not saved, and none
 * where nothing was to be saved. */
static void
test_discarded_changes (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (StrataDocument) document = make_document (fixture);
  g_autoptr (GPtrArray) found = NULL;
  const StrataSnapshot *newest;

  set_title (document, "One");
  save (document, fixture->file);
  strata_document_close (document);
  g_assert_cmpuint (count (fixture, fixture->file), ==, 1);

  set_title (document, "Two");
  strata_document_close (document);
  found = list (fixture, fixture->file);
  g_assert_cmpuint (found->len, ==, 2);
  newest = g_ptr_array_index (found, 0);
  g_assert_cmpint (newest->kind, ==, STRATA_SNAPSHOT_DISCARDED);
  g_assert_cmpuint (count (fixture, NULL), ==, 0);
}

/* A plan that was never saved, closed or not recovered, is there for a month. */
static void
test_discarded (Fixture       *fixture,
                gconstpointer  data)
{
  StrataDisk *disk = STRATA_DISK (fixture->disk);
  g_autoptr (StrataDocument) document = make_document (fixture);
  g_autoptr (GPtrArray) recoverable = NULL;
  g_autoptr (GError) error = NULL;

  strata_document_close (document);
  g_assert_cmpuint (count (fixture, NULL), ==, 0);
  set_title (document, "One");
  strata_document_close (document);
  g_assert_cmpuint (count (fixture, NULL), ==, 1);

  strata_document_set_journal (document, strata_journal_new (disk, "/state/journals", 0));
  set_title (document, "Two");
  g_clear_object (&document);
  recoverable = strata_recovery_list (disk, "/state/journals");
  g_assert_cmpuint (recoverable->len, ==, 1);
  strata_recovery_discard (g_ptr_array_index (recoverable, 0), disk, FOLDER, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, NULL), ==, 2);
  g_ptr_array_unref (recoverable);
  recoverable = strata_recovery_list (disk, "/state/journals");
  g_assert_cmpuint (recoverable->len, ==, 0);
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
    { "/snapshots/list", test_list },
    { "/snapshots/policy", test_policy },
    { "/snapshots/most-a-day", test_most_a_day },
    { "/snapshots/bytes", test_bytes },
    { "/snapshots/restore", test_restore },
    { "/snapshots/discarded", test_discarded },
    { "/snapshots/discarded-changes", test_discarded_changes },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
