/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What commands read: files by name, or standard input.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "storage/strata-local-disk.h"
#include "storage/strata-plan-file.h"
#include "strata-command-input.h"

static GBytes *
read_standard_input (GError **error)
{
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autofree char *name = strata_command_name_input ("-");
  GBytes *bytes = strata_disk_read_stream (stream, STRATA_DISK_READ_LIMIT, NULL, error);

  if (bytes == NULL)
    g_prefix_error (error, "%s: ", name);
  return bytes;
}

/**
 * strata_command_read_bytes:
 * @argument: (type filename): a file's name, or `-` for standard input
 * @error: return location for an error
 *
 * Returns: (transfer full): what is in there, up to the limit of the disk
 */
GBytes *
strata_command_read_bytes (const char  *argument,
                           GError     **error)
{
  g_autoptr (StrataDisk) disk = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (argument != NULL, NULL);

  if (g_str_equal (argument, "-"))
    return read_standard_input (error);
  disk = strata_local_disk_new ();
  file = g_file_new_for_path (argument);
  return strata_disk_read (disk, file, STRATA_DISK_READ_LIMIT, NULL, error);
}

/**
 * strata_command_read_plan:
 * @argument: (type filename): a plan file's name, or `-` for standard input
 * @catalog: (nullable): what the plan's tools are held against
 * @error: return location for an error
 *
 * Reads a plan. With a catalogue, one that names a tool or a role which
 * nobody has is refused too.
 *
 * Returns: (transfer full): the plan
 */
StrataPlan *
strata_command_read_plan (const char     *argument,
                          StrataCatalog  *catalog,
                          GError        **error)
{
  g_autoptr (GBytes) bytes = strata_command_read_bytes (argument, error);
  g_autoptr (StrataPlan) plan = NULL;
  g_autofree char *name = NULL;
  GError *local_error = NULL;

  if (bytes == NULL)
    return NULL;
  name = strata_command_name_input (argument);
  plan = strata_plan_file_parse (bytes, name, error);
  if (plan == NULL)
    return NULL;
  if (catalog == NULL || strata_catalog_check_plan (catalog, plan, &local_error))
    return g_steal_pointer (&plan);
  strata_plan_file_locate_error (bytes, name, local_error);
  g_propagate_error (error, local_error);
  return NULL;
}

/**
 * strata_command_name_input:
 * @argument: (type filename): a file's name, or `-` for standard input
 *
 * Returns: (transfer full): what messages call it
 */
char *
strata_command_name_input (const char *argument)
{
  g_return_val_if_fail (argument != NULL, NULL);

  return g_str_equal (argument, "-") ? g_strdup (_("standard input")) : g_filename_display_name (argument);
}
