/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a journal says is what was done, whatever that was and whatever failed.
 */

#include "config.h"

#include <string.h>

#include "document/strata-document.h"
#include "document/strata-syncer.h"
#include "storage/strata-plan-file.h"
#include "support/memory-disk.h"
#include "support/random-edits.h"

#define FOLDER "/state/journals"
#define FILE_PATH "/plans/plan.strata.json"
/* Forty of these are more than a journal takes. */
#define LARGE (1024 * 1024)

#define N_RUNS 20
#define N_ACTIONS 60

typedef struct
{
  MemoryDisk     *disk;
  GFile          *file;
  StrataDocument *document;
  GRand          *rand;
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
  fixture->rand = g_rand_new_with_seed (g_test_rand_int ());
  memory_disk_put (fixture->disk, FILE_PATH, bytes);
  fixture->document = strata_document_load (STRATA_DISK (fixture->disk), fixture->file, NULL, &error);
  g_assert_no_error (error);
  strata_document_set_journal (fixture->document, strata_journal_new (STRATA_DISK (fixture->disk), FOLDER, 0));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->document);
  g_object_unref (fixture->disk);
  g_object_unref (fixture->file);
  g_rand_free (fixture->rand);
}

static void
keep_result_cb (GObject      *source_object,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
begin_saving (Fixture       *fixture,
              GAsyncResult **result)
{
  strata_document_save_async (fixture->document, fixture->file, NULL, keep_result_cb, result);
}

static gboolean
finish_saving (Fixture       *fixture,
               GAsyncResult **result)
{
  g_autoptr (GAsyncResult) owned = NULL;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  owned = g_steal_pointer (result);
  return strata_document_save_finish (fixture->document, owned, NULL);
}

static gboolean
save (Fixture *fixture)
{
  GAsyncResult *result = NULL;

  begin_saving (fixture, &result);
  return finish_saving (fixture, &result);
}

static gboolean
set_title (Fixture    *fixture,
           const char *title)
{
  g_autoptr (StrataEdit) edit = strata_edit_new ("Name It");
  g_autoptr (StrataValue) value = strata_value_new_string (title);

  strata_edit_set (edit, "title", value);
  return strata_document_apply (fixture->document, edit, NULL, NULL);
}

static StrataReplay *
replay (Fixture *fixture)
{
  g_autofree char *path = memory_disk_find (fixture->disk, STRATA_JOURNAL_SUFFIX);
  g_autoptr (GBytes) bytes = path != NULL ? memory_disk_dup (fixture->disk, path) : NULL;

  return bytes != NULL ? strata_replay_read (bytes) : NULL;
}

static gboolean
is_same (StrataPlan *a,
         StrataPlan *b)
{
  return strata_value_equal (strata_plan_get_value (a), strata_plan_get_value (b));
}

static void
assert_replays (Fixture *fixture)
{
  g_autoptr (StrataReplay) state = replay (fixture);

  if (state == NULL)
    g_assert_false (strata_document_get_modified (fixture->document));
  else
    g_assert_true (is_same (state->plan, strata_document_get_plan (fixture->document)));
}

static void
act (Fixture *fixture)
{
  int action = g_rand_int_range (fixture->rand, 0, 12);
  g_autoptr (StrataEdit) edit = random_edit_new (fixture->rand, strata_document_get_plan (fixture->document));

  if (action == 0 && strata_document_get_modified (fixture->document))
    g_assert_true (save (fixture));
  else if (action < 3)
    strata_document_undo (fixture->document);
  else if (action < 5)
    strata_document_redo (fixture->document);
  else
    strata_document_apply (fixture->document, edit, action < 8 ? "key" : NULL, NULL);
}

static void
test_by_chance (Fixture       *fixture,
                gconstpointer  data)
{
  for (guint i = 0; i < N_RUNS * N_ACTIONS; i++)
    {
      act (fixture);
      assert_replays (fixture);
      g_assert_null (strata_document_get_journal_problem (fixture->document));
    }
}

/* What is undone after replaying is what would have been undone before. */
static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (StrataReplay) state = NULL;
  StrataPlan *plan;

  for (guint i = 0; i < N_ACTIONS; i++)
    {
      g_autoptr (StrataEdit) edit = random_edit_new (fixture->rand, strata_document_get_plan (fixture->document));

      strata_document_apply (fixture->document, edit, i % 3 > 0 ? "key" : NULL, NULL);
      if (i % 7 == 6)
        strata_document_undo (fixture->document);
    }
  state = replay (fixture);
  g_assert_nonnull (state);
  while (strata_document_can_undo (fixture->document))
    {
      g_assert_cmpstr (strata_history_get_undo_name (state->history), ==,
                       strata_document_get_undo_name (fixture->document));
      strata_document_undo (fixture->document);
      plan = strata_history_undo (state->history);
      g_assert_true (is_same (plan, strata_document_get_plan (fixture->document)));
    }
  g_assert_null (strata_history_get_undo_name (state->history));
}

/* There is no file where there is nothing to lose. */
static void
test_comes_and_goes (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = memory_disk_find (fixture->disk, STRATA_JOURNAL_SUFFIX);

  g_assert_null (path);
  set_title (fixture, "One");
  path = memory_disk_find (fixture->disk, STRATA_JOURNAL_SUFFIX);
  g_assert_nonnull (path);
  g_clear_pointer (&path, g_free);

  g_assert_true (save (fixture));
  path = memory_disk_find (fixture->disk, STRATA_JOURNAL_SUFFIX);
  g_assert_null (path);

  strata_document_undo (fixture->document);
  assert_replays (fixture);
  path = memory_disk_find (fixture->disk, STRATA_JOURNAL_SUFFIX);
  g_assert_nonnull (path);
  g_clear_pointer (&path, g_free);

  strata_document_close (fixture->document);
  path = memory_disk_find (fixture->disk, STRATA_JOURNAL_SUFFIX);
  g_assert_null (path);
}

/* What is done while a plan is being saved is still to lose afterwards. */
static void
test_while_saving (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (StrataReplay) state = NULL;
  GAsyncResult *result = NULL;

  set_title (fixture, "One");
  begin_saving (fixture, &result);
  set_title (fixture, "Two");
  g_assert_true (finish_saving (fixture, &result));

  state = replay (fixture);
  g_assert_cmpstr (strata_plan_get_title (state->plan), ==, "Two");
  g_assert_cmpstr (strata_plan_get_title (strata_replay_get_saved (state)->plan), ==, "One");
  g_assert_true (g_str_has_suffix (strata_replay_get_saved (state)->uri, FILE_PATH));
  g_assert_cmpuint (state->n_edits - strata_replay_get_saved (state)->n_edits, ==, 1);

  g_assert_true (save (fixture));
  g_assert_false (strata_document_get_modified (fixture->document));
  assert_replays (fixture);
}

/* A write that fails is made up for by the next that does not. */
static void
test_failures (Fixture       *fixture,
               gconstpointer  data)
{
  for (guint n_failures = 1; n_failures < 30; n_failures++)
    for (guint n_calls = 0; n_calls < 12; n_calls++)
      {
        memory_disk_fail (fixture->disk, n_calls, n_failures, G_IO_ERROR_NO_SPACE);
        for (guint i = 0; i < 3; i++)
          {
            g_autofree char *title = g_strdup_printf ("%u %u %u", n_failures, n_calls, i);

            g_assert_true (set_title (fixture, title));
            if (strata_document_get_journal_problem (fixture->document) == NULL)
              assert_replays (fixture);
          }
        memory_disk_fail (fixture->disk, 0, 0, 0);
        g_assert_true (set_title (fixture, "Well again"));
        g_assert_null (strata_document_get_journal_problem (fixture->document));
        assert_replays (fixture);
      }
}

static void
test_tells_of_failure (Fixture       *fixture,
                       gconstpointer  data)
{
  memory_disk_fail (fixture->disk, 0, G_MAXUINT, G_IO_ERROR_NO_SPACE);
  g_assert_true (set_title (fixture, "One"));
  g_assert_nonnull (strata_document_get_journal_problem (fixture->document));
  memory_disk_fail (fixture->disk, 0, 0, 0);
  strata_document_undo (fixture->document);
  strata_document_redo (fixture->document);
  g_assert_null (strata_document_get_journal_problem (fixture->document));
  assert_replays (fixture);
}

/* A journal does not grow for ever. */
static void
test_limit (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *large = g_strnfill (LARGE, 'x');
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 40; i++)
    {
      large[0] = (char) ('a' + i % 26);
      g_assert_true (set_title (fixture, large));
    }
  path = memory_disk_find (fixture->disk, STRATA_JOURNAL_SUFFIX);
  bytes = memory_disk_dup (fixture->disk, path);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 30 * LARGE);
  assert_replays (fixture);
}

static void
test_adopt (Fixture       *fixture,
            gconstpointer  data)
{
  StrataDisk *disk = STRATA_DISK (fixture->disk);
  g_autoptr (StrataJournal) journal = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) plan = random_plan_new ();
  int handle;

  set_title (fixture, "One");
  path = memory_disk_find (fixture->disk, STRATA_JOURNAL_SUFFIX);
  journal = strata_journal_adopt (disk, path, 0, &error);
  g_assert_null (journal);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_clear_error (&error);

  g_clear_object (&fixture->document);
  handle = strata_disk_open (disk, path, STRATA_DISK_OPEN_APPEND, &error);
  g_assert_true (strata_disk_write (disk, handle, "torn", 4, &error));
  g_assert_true (strata_disk_close (disk, handle, &error));

  journal = strata_journal_adopt (disk, path, 0, &error);
  g_assert_no_error (error);
  g_assert_true (strata_journal_undo (journal, plan, &error));
  g_clear_pointer (&journal, strata_journal_free);

  journal = strata_journal_adopt (disk, path, 0, &error);
  g_assert_no_error (error);
  g_assert_true (is_same (strata_journal_get_replay (journal)->plan, plan));
  g_assert_cmpstr (strata_history_get_undo_name (strata_journal_get_replay (journal)->history), ==, "Changes");
}

static void
test_adopt_nothing (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char *const contents[] = { "", "torn", "\n\n\n", "0000000000000000\t{}\n" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (contents[i], strlen (contents[i]));
      g_autoptr (StrataJournal) journal = NULL;
      g_autoptr (GError) error = NULL;

      memory_disk_put (fixture->disk, "/a.journal", bytes);
      journal = strata_journal_adopt (STRATA_DISK (fixture->disk), "/a.journal", 0, &error);
      g_assert_null (journal);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

static void
never_lost_cb (MemoryDisk *left,
               guint       n_steps,
               gpointer    data)
{
  Fixture *fixture = data;
  g_autofree char *path = memory_disk_find (left, STRATA_JOURNAL_SUFFIX);
  g_autoptr (GBytes) bytes = path != NULL ? memory_disk_dup (left, path) : NULL;
  g_autoptr (StrataReplay) state = bytes != NULL ? strata_replay_read (bytes) : NULL;

  if (n_steps < memory_disk_get_n_steps (fixture->disk))
    return;
  g_assert_nonnull (state);
  g_assert_cmpstr (strata_plan_get_title (state->plan), ==, "One");
}

/* Nobody but the thread syncs here: after a new name and two writes come the
 * file and its folder. */
static void
test_thread (Fixture       *fixture,
             gconstpointer  data)
{
  set_title (fixture, "Before");
  strata_document_undo (fixture->document);
  strata_document_close (fixture->document);
  strata_document_set_journal (fixture->document, strata_journal_new (STRATA_DISK (fixture->disk), FOLDER, 1));
  memory_disk_settle (fixture->disk);
  set_title (fixture, "One");
  while (memory_disk_get_n_steps (fixture->disk) < 5)
    g_usleep (100);
  memory_disk_crash (fixture->disk, never_lost_cb, fixture);
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
    { "/journal/by-chance", test_by_chance },
    { "/journal/history", test_history },
    { "/journal/comes-and-goes", test_comes_and_goes },
    { "/journal/while-saving", test_while_saving },
    { "/journal/failures", test_failures },
    { "/journal/tells-of-failure", test_tells_of_failure },
    { "/journal/limit", test_limit },
    { "/journal/adopt", test_adopt },
    { "/journal/adopt/nothing", test_adopt_nothing },
    { "/journal/thread", test_thread },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
