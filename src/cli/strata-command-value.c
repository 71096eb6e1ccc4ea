/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan's values in one line, for people.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include "strata-command-value.h"

#include <glib/gi18n.h>

#include "storage/strata-json-writer.h"

/* Characters: a model or a whole tool is not for a line. */
#define LONGEST 200

static gboolean
is_string (StrataValue *value)
{
  return strata_value_get_kind (value) == STRATA_VALUE_STRING;
}

/* Strings in a row, without quotes; %NULL when it is something else. */
static char *
describe_strings (StrataValue *value)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new_null_terminated (4, NULL, TRUE);

  if (is_string (value))
    return g_strdup (strata_value_get_string (value));
  if (strata_value_get_kind (value) != STRATA_VALUE_ARRAY)
    return NULL;
  if (strata_value_get_length (value) == 0)
    return g_strdup (_("none"));
  for (guint i = 0; i < strata_value_get_length (value); i++)
    {
      StrataValue *element = strata_value_get_element (value, i);

      if (!is_string (element))
        return NULL;
      g_ptr_array_add (strings, (gpointer) strata_value_get_string (element));
    }
  return g_strjoinv (", ", (char **) strings->pdata);
}

static char *
describe_json (StrataValue *value)
{
  g_autoptr (GBytes) bytes = strata_json_writer_to_bytes (value);
  GString *text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  while (g_string_replace (text, "\n ", "\n", 0) > 0)
    continue;
  g_string_replace (text, ",\n", ", ", 0);
  g_string_replace (text, "\n", "", 0);
  return g_string_free (text, FALSE);
}

/**
 * strata_command_describe_value:
 * @value: a value of a plan
 *
 * Writes strings as they are, parted by commas where there are several, and
 * anything else as JSON. What is long is cut.
 *
 * Returns: (transfer full): the text
 */
char *
strata_command_describe_value (StrataValue *value)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (value != NULL, NULL);

  text = describe_strings (value);
  if (text == NULL)
    text = describe_json (value);
  if (g_utf8_strlen (text, -1) > LONGEST)
    {
      g_autofree char *start = g_utf8_substring (text, 0, LONGEST - 1);

      return g_strconcat (start, "…", NULL);
    }
  return g_steal_pointer (&text);
}
