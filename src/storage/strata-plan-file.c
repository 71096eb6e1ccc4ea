/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans in files: bytes → plan, plan → bytes.
 */

#define G_LOG_DOMAIN "strata-storage"

#include "config.h"

#include "model/strata-plan-error.h"
#include "strata-json-lexer.h"
#include "strata-json-reader.h"
#include "strata-json-writer.h"
#include "strata-plan-file.h"

/**
 * strata_plan_file_parse:
 * @bytes: the text of a plan
 * @name: what messages call it: a file's name
 * @error: return location for an error
 *
 * Makes a plan of a file's contents. Errors are of %STRATA_PLAN_ERROR and
 * know the path and the line of what is wrong.
 *
 * Returns: (transfer full): the plan
 */
StrataPlan *
strata_plan_file_parse (GBytes      *bytes,
                        const char  *name,
                        GError     **error)
{
  g_autoptr (StrataValue) value = strata_json_reader_parse (bytes, name, error);
  StrataPlan *plan;
  GError *local_error = NULL;

  if (value == NULL)
    return NULL;
  plan = strata_plan_new (value, &local_error);
  if (plan != NULL)
    return plan;
  strata_plan_file_locate_error (bytes, name, local_error);
  g_propagate_error (error, local_error);
  return NULL;
}

/**
 * strata_plan_file_load:
 * @disk: where the file is
 * @file: a plan file
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads a plan, as [func@Strata.plan_file_parse] does. Errors of the disk
 * come as they are.
 *
 * Returns: (transfer full): the plan
 */
StrataPlan *
strata_plan_file_load (StrataDisk    *disk,
                       GFile         *file,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GBytes) bytes = strata_disk_read (disk, file, STRATA_DISK_READ_LIMIT, cancellable, error);
  g_autofree char *name = NULL;

  if (bytes == NULL)
    return NULL;
  name = strata_disk_describe (file);
  return strata_plan_file_parse (bytes, name, error);
}

/**
 * strata_plan_file_to_bytes:
 * @plan: a plan
 *
 * Returns: (transfer full): the plan's canonical text
 */
GBytes *
strata_plan_file_to_bytes (StrataPlan *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);

  return strata_json_writer_to_bytes (strata_plan_get_value (plan));
}

/**
 * strata_plan_file_locate_error:
 * @bytes: the text of a plan
 * @name: what messages call it: a file's name
 * @error: an error that speaks of a JSON path in @bytes, or any other
 *
 * Puts name and line before the message of an error that has a path but no
 * line yet: `northwind.strata.json:14: scenarios[0]…`. To be used, too, for
 * errors of those who look at a plan later, such as the catalogue.
 */
void
strata_plan_file_locate_error (GBytes     *bytes,
                               const char *name,
                               GError     *error)
{
  const char *path;
  g_autofree char *message = NULL;
  guint line, column;

  g_return_if_fail (bytes != NULL);
  g_return_if_fail (name != NULL);
  g_return_if_fail (error != NULL);

  path = strata_plan_error_get_path (error);
  if (path == NULL || strata_plan_error_get_line (error) > 0)
    return;
  strata_json_locate (bytes, path, &line, &column);
  strata_plan_error_set_place (error, line, column);
  message = g_steal_pointer (&error->message);
  error->message = g_strdup_printf ("%s:%u: %s", name, line, message);
}
