/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Strict JSON text → value.
 */

#define G_LOG_DOMAIN "strata-storage"

#include "config.h"

#include "model/strata-plan-error.h"
#include "strata-json-lexer.h"
#include "strata-json-reader.h"

static GError *
make_error (const StrataJsonFault *fault,
            const char            *name)
{
  GError *error = strata_plan_error_new (STRATA_PLAN_ERROR_SYNTAX, fault->path,
                                         "%s:%u:%u: %s%s%s",
                                         name, fault->line, fault->column,
                                         fault->path, *fault->path != '\0' ? ": " : "", fault->problem);

  strata_plan_error_set_place (error, fault->line, fault->column);
  return error;
}

/**
 * strata_json_reader_parse:
 * @bytes: a text
 * @name: what messages call it: a file's name
 * @error: return location for an error
 *
 * Makes a value of a JSON text. A number is an integer where it is written
 * without a point and an exponent and fits 64 bits, else a double. What the
 * text may not contain is refused with %STRATA_PLAN_ERROR_SYNTAX, which knows
 * path, line and column; see [func@Strata.json_lex].
 *
 * Returns: (transfer full): the value
 */
StrataValue *
strata_json_reader_parse (GBytes      *bytes,
                          const char  *name,
                          GError     **error)
{
  g_autoptr (StrataJsonBuilder) builder = NULL;
  g_auto (StrataJsonFault) fault = { 0 };

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  builder = strata_json_builder_new ();
  if (strata_json_lex (bytes, builder, &fault))
    return strata_json_builder_end (builder);
  g_propagate_error (error, make_error (&fault, name));
  return NULL;
}

/**
 * strata_json_reader_load:
 * @disk: where the file is
 * @file: a JSON file
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads a file, as [func@Strata.json_reader_parse] does a text. Errors of the
 * disk come as they are.
 *
 * Returns: (transfer full): the value
 */
StrataValue *
strata_json_reader_load (StrataDisk    *disk,
                         GFile         *file,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (GBytes) bytes = strata_disk_read (disk, file, STRATA_DISK_READ_LIMIT, cancellable, error);
  g_autofree char *name = NULL;

  if (bytes == NULL)
    return NULL;
  name = strata_disk_describe (file);
  return strata_json_reader_parse (bytes, name, error);
}
