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
 * @bytes: (out) (optional) (nullable) (transfer full): the text, for
 *   [func@Strata.plan_file_locate_error]
 * @error: return location for an error
 *
 * Returns: (transfer full): the plan
 */
StrataPlan *
strata_command_read_plan (const char  *argument,
                          GBytes     **bytes,
                          GError     **error)
{
  g_autoptr (GBytes) text = strata_command_read_bytes (argument, error);
  g_autofree char *name = NULL;
  StrataPlan *plan;

  if (text == NULL)
    return NULL;
  name = strata_command_name_input (argument);
  plan = strata_plan_file_parse (text, name, error);
  if (plan != NULL && bytes != NULL)
    *bytes = g_steal_pointer (&text);
  return plan;
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
