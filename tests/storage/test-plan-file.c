/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The corpus: good plans come back byte by byte, bad ones are refused with
 * the path, the line and the words of plans/refusals.json.
 */

#define G_LOG_DOMAIN "strata-tests"

#include "config.h"

#include <string.h>

#include "model/strata-plan-error.h"
#include "storage/strata-data-dir.h"
#include "storage/strata-json-reader.h"
#include "storage/strata-local-disk.h"
#include "storage/strata-plan-file.h"
#include "storage-helpers.h"

static GBytes *
read_bytes (const char *path)
{
  g_autoptr (StrataDisk) disk = strata_local_disk_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = strata_disk_read (disk, file, STRATA_DISK_READ_LIMIT, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
assert_canonical (const char *path)
{
  g_autoptr (GBytes) bytes = read_bytes (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) plan = NULL;
  g_autoptr (GBytes) written = NULL;

  g_test_message ("%s", path);
  plan = strata_plan_file_parse (bytes, "plan", &error);
  g_assert_no_error (error);
  written = strata_plan_file_to_bytes (plan);
  g_assert_true (g_bytes_equal (bytes, written));
}

static guint
assert_folder_canonical (const char *folder,
                         const char *suffix)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n_plans = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_str_has_suffix (name, suffix))
        continue;
      assert_canonical (path);
      n_plans++;
    }
  return n_plans;
}

static void
test_good (void)
{
  g_autofree char *corpus = g_test_build_filename (G_TEST_DIST, "storage", "plans", "good", NULL);
  g_autofree char *examples = strata_data_dir_build ("examples", NULL);
  g_autofree char *templates = strata_data_dir_build ("templates", NULL);

  g_assert_cmpuint (assert_folder_canonical (corpus, ".json"), >=, 6);
  g_assert_cmpuint (assert_folder_canonical (examples, ".strata.json"), >=, 4);
  g_assert_cmpuint (assert_folder_canonical (templates, ".strata.json"), ==, 3);
}

/* More plans, where the build was told of a folder with some. */
static void
test_cases (void)
{
  const char *folder = g_getenv ("STRATA_CASES");

  if (folder != NULL)
    g_assert_cmpuint (assert_folder_canonical (folder, ".strata.json"), >, 0);
}

static const char *
get_string (StrataValue *row,
            const char  *key)
{
  return strata_value_get_string (strata_value_get_member (row, key));
}

static void
assert_refused (StrataValue *row)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "storage", "plans", "bad", get_string (row, "file"), NULL);
  g_autoptr (GBytes) bytes = read_bytes (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) plan = strata_plan_file_parse (bytes, get_string (row, "file"), &error);
  g_autofree char *prefix = g_strdup_printf ("%s:%u:", get_string (row, "file"),
                                             (guint) strata_value_get_integer (strata_value_get_member (row, "line")));

  g_test_message ("%s", get_string (row, "file"));
  g_assert_null (plan);
  g_assert_nonnull (error);
  g_test_message ("→ %s", error->message);
  g_assert_cmpuint (error->domain, ==, STRATA_PLAN_ERROR);
  g_assert_cmpstr (strata_plan_error_get_path (error), ==, get_string (row, "path"));
  g_assert_true (g_str_has_prefix (error->message, prefix));
  g_assert_nonnull (strstr (error->message, get_string (row, "path")));
  g_assert_nonnull (strstr (error->message, get_string (row, "says")));
}

static void
test_bad (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "storage", "plans", "refusals.json", NULL);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "storage", "plans", "bad", NULL);
  g_autoptr (GBytes) bytes = read_bytes (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataValue) rows = strata_json_reader_parse (bytes, path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < strata_value_get_length (rows); i++)
    assert_refused (strata_value_get_element (rows, i));
  g_assert_cmpuint (strata_value_get_length (rows), ==, count_files (folder));
}

/* Every beginning of a plan is refused, never half loaded. */
static void
test_truncated (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "storage", "plans", "good", "base.json", NULL);
  g_autoptr (GBytes) bytes = read_bytes (path);

  for (gsize size = 0; size < g_bytes_get_size (bytes) - 1; size++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (StrataPlan) plan = strata_plan_file_parse (part, "plan", &error);

      g_assert_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_SYNTAX);
      g_assert_null (plan);
    }
}

static void
test_load (void)
{
  g_autoptr (StrataDisk) disk = strata_local_disk_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "storage", "plans", "bad", "layer.json", NULL);
  g_autoptr (GFile) bad = g_file_new_for_path (path);
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/plan.strata.json");
  g_autoptr (GError) error = NULL;

  g_assert_null (strata_plan_file_load (disk, bad, NULL, &error));
  g_assert_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "layer.json:"));
  g_assert_cmpuint (strata_plan_error_get_line (error), >, 1);
  g_assert_cmpuint (strata_plan_error_get_column (error), ==, 11);
  g_clear_error (&error);

  g_assert_null (strata_plan_file_load (disk, missing, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-file/good", test_good);
  g_test_add_func ("/plan-file/cases", test_cases);
  g_test_add_func ("/plan-file/bad", test_bad);
  g_test_add_func ("/plan-file/truncated", test_truncated);
  g_test_add_func ("/plan-file/load", test_load);
  return g_test_run ();
}
