/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values and catalogues from JSON written in a test.
 */

#pragma once

#include "catalog/strata-catalog.h"
#include "storage/strata-json-reader.h"

/* Apostrophes stand for quotation marks, to keep the tests readable. */
static inline StrataValue *
parse_value (const char *json)
{
  g_autoptr (GString) text = g_string_new (json);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  StrataValue *value;

  g_string_replace (text, "'", "\"", 0);
  bytes = g_bytes_new (text->str, text->len);
  value = strata_json_reader_parse (bytes, "test", &error);
  g_assert_no_error (error);
  return value;
}

/* A file with these capabilities and tools, which may be empty. */
static inline StrataValue *
parse_layer (const char *capabilities,
             const char *tools)
{
  g_autofree char *json =
    g_strdup_printf ("{'format': 'strata-catalog', 'version': 1, 'capabilities': [%s], 'tools': {%s}}",
                     capabilities, tools);

  return parse_value (json);
}

/* A catalogue of one or two files; takes the values. */
static inline StrataCatalog *
make_catalog (StrataValue  *first,
              StrataValue  *second,
              GError      **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);
  const char * const names[] = { "first.json", "second.json", NULL };

  g_ptr_array_add (values, first);
  if (second != NULL)
    g_ptr_array_add (values, second);
  return strata_catalog_new (values, names, error);
}
