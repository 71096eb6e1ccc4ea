/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * strata-cli catalog lint: all that is wrong with a catalogue file.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "catalog/strata-catalog-lint.h"
#include "model/strata-plan-error.h"
#include "storage/strata-data-dir.h"
#include "storage/strata-json-builder.h"
#include "storage/strata-json-reader.h"
#include "storage/strata-json-writer.h"
#include "storage/strata-local-disk.h"
#include "storage/strata-plan-file.h"
#include "strata-command-input.h"
#include "strata-commands.h"

/* What ours says of tools and capabilities, as it stands: a fault in there is
 * told when that file is looked at. */
static GPtrArray *
load_known (GError **error)
{
  static const char * const files[] = { "capabilities.json", "tools.json" };
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);
  g_autoptr (StrataDisk) disk = strata_local_disk_new ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = strata_data_dir_build ("catalog", files[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      StrataValue *value = strata_json_reader_load (disk, file, NULL, error);

      if (value == NULL)
        return NULL;
      g_ptr_array_add (known, value);
    }
  return g_steal_pointer (&known);
}

/* The ids that have to stay, where a list of them lies beside the file. Sets
 * @ids to NULL where there is none.
 */
static gboolean
read_shipped_ids (const char   *file,
                  char       ***ids,
                  GError      **error)
{
  g_autofree char *folder = g_path_get_dirname (file);
  g_autofree char *path = g_build_filename (folder, "ids.txt", NULL);
  g_autofree char *text = NULL;

  *ids = NULL;
  if (g_str_equal (file, "-") || !g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  *ids = g_strsplit (g_strchomp (text), "\n", -1);
  return TRUE;
}

static void
write_as_json (GPtrArray  *problems,
               const char *name)
{
  g_autoptr (StrataJsonBuilder) builder = strata_json_builder_new ();
  g_autoptr (StrataValue) answer = NULL;
  g_autoptr (GBytes) bytes = NULL;

  strata_json_builder_open (builder, TRUE);
  strata_json_builder_open_member (builder, "problems", FALSE);
  for (guint i = 0; i < problems->len; i++)
    {
      const GError *problem = g_ptr_array_index (problems, i);
      const char *path = strata_plan_error_get_path (problem);

      strata_json_builder_open (builder, TRUE);
      strata_json_builder_add_member (builder, "file", strata_value_new_string (name));
      strata_json_builder_add_member (builder, "line", strata_value_new_integer (strata_plan_error_get_line (problem)));
      strata_json_builder_add_member (builder, "path", strata_value_new_string (path != NULL ? path : ""));
      strata_json_builder_add_member (builder, "message", strata_value_new_string (problem->message));
      strata_json_builder_close (builder);
    }
  strata_json_builder_close (builder);
  strata_json_builder_close (builder);
  answer = strata_json_builder_end (builder);
  bytes = strata_json_writer_to_bytes (answer);
  strata_command_write (bytes);
}

static void
write_as_text (GPtrArray *problems)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (text, "%s\n", ((GError *) g_ptr_array_index (problems, i))->message);
  if (problems->len == STRATA_CATALOG_LINT_LIMIT)
    g_string_append_printf (text, _("There may be more than these %u.\n"), problems->len);
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  strata_command_write (bytes);
}

/* All problems of the file, each with its line; NULL when it cannot be read. */
static GPtrArray *
lint_file (const char  *file,
           const char  *name,
           GError     **error)
{
  g_autoptr (GBytes) bytes = strata_command_read_bytes (file, error);
  g_autoptr (StrataValue) value = NULL;
  g_autoptr (GPtrArray) known = NULL;
  g_auto (GStrv) ids = NULL;
  GPtrArray *problems;

  if (bytes != NULL)
    value = strata_json_reader_parse (bytes, name, error);
  if (value != NULL)
    known = load_known (error);
  if (known == NULL || !read_shipped_ids (file, &ids, error))
    return NULL;
  problems = strata_catalog_lint (value, known, (const char * const *) ids);
  for (guint i = 0; i < problems->len; i++)
    strata_plan_file_locate_error (bytes, name, g_ptr_array_index (problems, i));
  return problems;
}

/**
 * strata_command_catalog_lint:
 * @json: whether to print JSON
 * @arguments: the words after `catalog lint`
 *
 * Runs `strata-cli catalog lint`.
 *
 * Returns: the exit status
 */
StrataExit
strata_command_catalog_lint (gboolean   json,
                             char     **arguments)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  if (g_strv_length (arguments) != 1)
    {
      strata_command_complain (_("“catalog lint” takes one file."));
      return STRATA_EXIT_UNREADABLE;
    }
  name = strata_command_name_input (*arguments);
  problems = lint_file (*arguments, name, &error);
  if (problems == NULL)
    {
      strata_command_complain ("%s", error->message);
      return STRATA_EXIT_UNREADABLE;
    }
  if (json)
    write_as_json (problems, name);
  else if (problems->len > 0)
    write_as_text (problems);
  return problems->len > 0 ? STRATA_EXIT_FOUND : STRATA_EXIT_GOOD;
}
