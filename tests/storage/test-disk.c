/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading with a limit, and writing that is whole or not at all.
 */

#define G_LOG_DOMAIN "strata-tests"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "storage/strata-disk-steps.h"
#include "storage/strata-local-disk.h"
#include "storage-helpers.h"

typedef struct
{
  char       *folder;
  char       *path;
  GFile      *file;
  StrataDisk *disk;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("strata-disk-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "plan.strata.json", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->disk = strata_local_disk_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
  g_object_unref (fixture->disk);
}

static void
put (const char *path,
     const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
assert_contents (const char *path,
                 const char *expected)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
test_read (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GBytes) missing = NULL;
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GBytes) larger = NULL;
  g_autoptr (GError) error = NULL;

  missing = strata_disk_read (fixture->disk, fixture->file, 5, NULL, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  put (fixture->path, "12345");
  whole = strata_disk_read (fixture->disk, fixture->file, 5, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole), "12345", 5);

  larger = strata_disk_read (fixture->disk, fixture->file, 4, NULL, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  g_assert_null (missing);
  g_assert_null (larger);
}

/* A sparse file of 64 GiB: reading all of it would not end well. */
static void
test_read_huge (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  put (fixture->path, "");
  g_assert_cmpint (truncate (fixture->path, (off_t) 64 << 30), ==, 0);
  bytes = strata_disk_read (fixture->disk, fixture->file, STRATA_DISK_READ_LIMIT, NULL, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "plan.strata.json” could not be read: The file is larger than 64"));
  g_assert_null (bytes);
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GBytes) first = bytes_of ("first");
  g_autoptr (GBytes) empty = bytes_of ("");
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_assert_true (strata_disk_replace (fixture->disk, fixture->file, first, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_contents (fixture->path, "first");

  g_assert_cmpint (chmod (fixture->path, 0640), ==, 0);
  g_assert_true (strata_disk_replace (fixture->disk, fixture->file, empty, NULL, NULL, &error));
  assert_contents (fixture->path, "");
  g_assert_cmpint (stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 07777, ==, 0640);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* Where the file system has attributes, they stay. */
static void
test_replace_attributes (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GBytes) bytes = bytes_of ("new");
  g_autoptr (GError) error = NULL;
  gboolean has_attributes;
  char value[8] = "";

  put (fixture->path, "former");
  has_attributes = setxattr (fixture->path, "user.strata", "kept", 4, 0) == 0;
  g_assert_true (strata_disk_replace (fixture->disk, fixture->file, bytes, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_contents (fixture->path, "new");
  getxattr (fixture->path, "user.strata", value, sizeof value);
  g_assert_cmpstr (value, ==, has_attributes ? "kept" : "");
}

static void
test_replace_read_only (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GBytes) bytes = bytes_of ("new");
  g_autoptr (GError) error = NULL;
  gboolean may_write_all;

  put (fixture->path, "former");
  g_assert_cmpint (chmod (fixture->path, 0444), ==, 0);
  may_write_all = access (fixture->path, W_OK) == 0;
  g_assert_cmpint (strata_disk_replace (fixture->disk, fixture->file, bytes, NULL, NULL, &error), ==, may_write_all);
  assert_contents (fixture->path, may_write_all ? "new" : "former");
  g_assert_true (may_write_all || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED));
}

/* One has it at a time, and gives it back by closing. */
static void
test_lock (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  int first = strata_disk_open (fixture->disk, fixture->path, STRATA_DISK_OPEN_PRIVATE, &error);
  int second;

  g_assert_no_error (error);
  second = strata_disk_open (fixture->disk, fixture->path, STRATA_DISK_OPEN_APPEND, &error);
  g_assert_no_error (error);
  g_assert_true (strata_disk_lock (fixture->disk, first, &error));
  g_assert_false (strata_disk_lock (fixture->disk, second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_clear_error (&error);

  g_assert_true (strata_disk_close (fixture->disk, first, &error));
  g_assert_true (strata_disk_lock (fixture->disk, second, &error));
  g_assert_no_error (error);
  g_assert_true (strata_disk_close (fixture->disk, second, &error));
}

/* The link stays a link, its target is written. */
static void
test_replace_link (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "target", NULL);
  g_autoptr (GBytes) bytes = bytes_of ("new");
  g_autoptr (GError) error = NULL;

  put (target, "old");
  g_assert_cmpint (symlink ("target", fixture->path), ==, 0);
  g_assert_true (strata_disk_replace (fixture->disk, fixture->file, bytes, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  assert_contents (target, "new");

  g_assert_cmpint (g_remove (target), ==, 0);
  g_assert_false (strata_disk_replace (fixture->disk, fixture->file, bytes, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_replace_no_file (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/null");
  g_autoptr (GFile) nowhere = g_file_get_child (fixture->file, "below");
  g_autoptr (GFile) remote = g_file_new_for_uri ("sftp://example.org/plan");
  g_autoptr (GBytes) bytes = bytes_of ("new");
  const struct
  {
    GFile *file;
    int    code;
  } rows[] = {
    { folder, G_IO_ERROR_NOT_REGULAR_FILE },
    { device, G_IO_ERROR_NOT_REGULAR_FILE },
    { nowhere, G_IO_ERROR_NOT_FOUND },
    { remote, G_IO_ERROR_NOT_SUPPORTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (strata_disk_replace (fixture->disk, rows[i].file, bytes, NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, rows[i].code);
    }
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

/* A file size limit stands for the full disk: write() fails half-way. */
static void
test_replace_full (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (GError) error = NULL;
  struct rlimit former;
  struct rlimit limit;

  put (fixture->path, "former");
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &former), ==, 0);
  limit = former;
  limit.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (strata_disk_replace (fixture->disk, fixture->file, bytes, NULL, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &former), ==, 0);

  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "could not be written"));
  assert_contents (fixture->path, "former");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_replace_cancelled (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = bytes_of ("new");
  g_autoptr (GError) error = NULL;

  put (fixture->path, "former");
  g_cancellable_cancel (cancellable);
  g_assert_false (strata_disk_replace (fixture->disk, fixture->file, bytes, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_contents (fixture->path, "former");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GBytes) first = bytes_of ("first");
  g_autoptr (GBytes) second = bytes_of ("second");
  g_autoptr (GError) error = NULL;

  g_assert_true (strata_disk_create (fixture->disk, fixture->file, first, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (strata_disk_create (fixture->disk, fixture->file, second, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  assert_contents (fixture->path, "first");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
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
    { "/disk/read", test_read },
    { "/disk/read/huge", test_read_huge },
    { "/disk/replace", test_replace },
    { "/disk/replace/attributes", test_replace_attributes },
    { "/disk/replace/read-only", test_replace_read_only },
    { "/disk/replace/link", test_replace_link },
    { "/disk/replace/no-file", test_replace_no_file },
    { "/disk/replace/full", test_replace_full },
    { "/disk/replace/cancelled", test_replace_cancelled },
    { "/disk/create", test_create },
    { "/disk/lock", test_lock },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
