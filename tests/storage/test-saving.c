/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A save that fails or is cut short, at every step and in every legal way.
 */

#include "config.h"

#include "support/memory-disk.h"

#define PATH "/plan.strata.json"

/* What a save calls fourth. Not every disk can lock: it goes on without. */
#define LOCK_CALL 3

typedef struct
{
  MemoryDisk *disk;
  StrataDisk *interface; /* the same */
  GFile      *file;
  GBytes     *former; /* NULL: there was none */
  GBytes     *later;
  guint       n_torn;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->disk = memory_disk_new ();
  fixture->interface = STRATA_DISK (fixture->disk);
  fixture->file = g_file_new_for_path (PATH);
  fixture->former = g_bytes_new_static ("the former plan", 15);
  fixture->later = g_bytes_new_static ("the plan as it is now", 21);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->disk);
  g_object_unref (fixture->file);
  g_clear_pointer (&fixture->former, g_bytes_unref);
  g_bytes_unref (fixture->later);
}

static gboolean
holds (MemoryDisk *disk,
       GBytes     *expected)
{
  g_autoptr (GBytes) bytes = memory_disk_dup (disk, PATH);

  if (bytes == NULL || expected == NULL)
    return bytes == expected;
  return g_bytes_equal (bytes, expected);
}

static void
one_of_two_cb (MemoryDisk *left,
               guint       n_steps,
               gpointer    data)
{
  Fixture *fixture = data;

  g_assert_true (holds (left, fixture->later)
                 || (n_steps < memory_disk_get_n_steps (fixture->disk) && holds (left, fixture->former)));
}

static void
test_cut_short (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  memory_disk_put (fixture->disk, PATH, fixture->former);
  g_assert_true (strata_disk_replace (fixture->interface, fixture->file, fixture->later, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (memory_disk_crash (fixture->disk, one_of_two_cb, fixture), >, 10);
}

/* A new file is there in whole, or it is not there. */
static void
test_new_cut_short (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->former, g_bytes_unref);
  g_assert_true (strata_disk_create (fixture->interface, fixture->file, fixture->later, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (memory_disk_crash (fixture->disk, one_of_two_cb, fixture), >, 10);
}

static void
count_torn_cb (MemoryDisk *left,
               guint       n_steps,
               gpointer    data)
{
  Fixture *fixture = data;

  fixture->n_torn += !holds (left, fixture->former) && !holds (left, fixture->later);
}

/* Saving as one should not: the disk in memory has to see it. */
static void
test_careless (Fixture       *fixture,
               gconstpointer  data)
{
  int handle;

  memory_disk_put (fixture->disk, PATH, fixture->former);
  handle = strata_disk_open (fixture->interface, "/temporary", STRATA_DISK_OPEN_NEW, NULL);
  g_assert_true (strata_disk_write (fixture->interface, handle, "the plan as it is now", 21, NULL));
  g_assert_true (strata_disk_close (fixture->interface, handle, NULL));
  g_assert_true (strata_disk_rename (fixture->interface, "/temporary", PATH, TRUE, NULL));
  g_assert_true (strata_disk_sync_folder (fixture->interface, "/", NULL));

  memory_disk_crash (fixture->disk, count_torn_cb, fixture);
  g_assert_cmpuint (fixture->n_torn, >, 0);
}

/* Whatever fails, the file is whole; before it is in place nothing is left
 * beside it, unless the disk does not even let go of that. */
static void
fail_at (Fixture      *fixture,
         guint         n_calls,
         guint         n_failures,
         GIOErrorEnum  code)
{
  g_autoptr (MemoryDisk) disk = memory_disk_new ();
  g_autoptr (GError) error = NULL;
  gboolean success;

  memory_disk_put (disk, PATH, fixture->former);
  memory_disk_fail (disk, n_calls, n_failures, code);
  success = strata_disk_replace (STRATA_DISK (disk), fixture->file, fixture->later, NULL, NULL, &error);

  g_assert_cmpint (success, ==, n_calls == LOCK_CALL && n_failures == 1);
  if (success)
    return;
  g_assert_error (error, G_IO_ERROR, (int) code);
  g_assert_true (g_str_has_prefix (error->message, "“" PATH "” "));
  g_assert_nonnull (g_strrstr (error->message, "in another place."));
  g_assert_true (holds (disk, fixture->former) || holds (disk, fixture->later));
  if (n_failures == 1)
    g_assert_cmpuint (memory_disk_get_n_files (disk), ==, 1);
}

static void
test_failures (Fixture       *fixture,
               gconstpointer  data)
{
  static const GIOErrorEnum codes[] = { G_IO_ERROR_NO_SPACE, G_IO_ERROR_READ_ONLY, G_IO_ERROR_FAILED,
                                        G_IO_ERROR_HOST_UNREACHABLE, G_IO_ERROR_NOT_CONNECTED };
  guint n_calls;

  memory_disk_put (fixture->disk, PATH, fixture->former);
  n_calls = memory_disk_get_n_calls (fixture->disk);
  g_assert_true (strata_disk_replace (fixture->interface, fixture->file, fixture->later, NULL, NULL, NULL));
  n_calls = memory_disk_get_n_calls (fixture->disk) - n_calls;
  g_assert_cmpuint (n_calls, ==, 10);

  for (guint i = 0; i < n_calls; i++)
    for (guint j = 0; j < G_N_ELEMENTS (codes); j++)
      {
        fail_at (fixture, i, 1, codes[j]);
        fail_at (fixture, i, G_MAXUINT, codes[j]);
      }
}

static void
test_second_writer (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GBytes) other = g_bytes_new_static ("somebody else's plan", 20);
  g_autofree char *hash = strata_disk_hash (fixture->former);
  const struct
  {
    GBytes   *found;
    gboolean  expected;
  } rows[] = {
    { fixture->former, TRUE },
    { other, FALSE },
    { fixture->later, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean success;

      memory_disk_put (fixture->disk, PATH, rows[i].found);
      success = strata_disk_replace (fixture->interface, fixture->file, fixture->later, hash, NULL, &error);
      g_assert_cmpint (success, ==, rows[i].expected);
      g_assert_true (holds (fixture->disk, rows[i].expected ? fixture->later : rows[i].found));
      g_assert_cmpuint (memory_disk_get_n_files (fixture->disk), ==, 1);
      if (!rows[i].expected)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
    }
}

/* Nobody else's work is in a file that is gone. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *hash = strata_disk_hash (fixture->former);
  g_autoptr (GError) error = NULL;

  g_assert_true (strata_disk_replace (fixture->interface, fixture->file, fixture->later, hash, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (holds (fixture->disk, fixture->later));
}

static void
test_ensure_folder (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  StrataDiskInfo info;

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (strata_disk_ensure_folder (fixture->interface, "/state/strata/journals", &error));
      g_assert_no_error (error);
      g_assert_true (strata_disk_look (fixture->interface, "/state/strata/journals", &info, &error));
      g_assert_cmpint (info.kind, ==, STRATA_DISK_KIND_FOLDER);
    }
  memory_disk_put (fixture->disk, PATH, fixture->former);
  g_assert_false (strata_disk_ensure_folder (fixture->interface, PATH "/below", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
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
    { "/saving/cut-short", test_cut_short },
    { "/saving/new-cut-short", test_new_cut_short },
    { "/saving/careless", test_careless },
    { "/saving/failures", test_failures },
    { "/saving/second-writer", test_second_writer },
    { "/saving/gone", test_gone },
    { "/saving/ensure-folder", test_ensure_folder },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
