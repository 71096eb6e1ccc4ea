/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hands every file of the folders named to a fuzz target: seeds, and what once
 * went wrong. An ordinary test, for any compiler.
 */

#include "config.h"

#include "fuzz.h"

static char **folders;

static void
replay_file (const char *path)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0;

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);
  g_test_message ("%s", path);
  g_assert_cmpint (LLVMFuzzerTestOneInput ((const guint8 *) contents, size), ==, 0);
}

static guint
replay_folder (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name = NULL;
  guint n_files = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
        continue;
      replay_file (path);
      n_files++;
    }

  return n_files;
}

static void
test_replay (void)
{
  for (guint i = 0; folders[i] != NULL; i++)
    g_assert_cmpuint (replay_folder (folders[i]), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  folders = argv + 1;

  g_test_add_func ("/fuzz/replay", test_replay);

  return g_test_run ();
}
