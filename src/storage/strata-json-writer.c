/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Value → canonical JSON text.
 */

#define G_LOG_DOMAIN "strata-storage"

#include "config.h"

#include "model/strata-number.h"
#include "strata-json-writer.h"

#define INDENT 2

/* An array or object that is being written, and what of it comes next. */
typedef struct
{
  StrataValue *value; /* borrowed */
  guint        next;
} Level;

static void
write_character (GString *text,
                 guchar   character)
{
  switch (character)
    {
    case '"':
      g_string_append (text, "\\\"");
      break;
    case '\\':
      g_string_append (text, "\\\\");
      break;
    case '\b':
      g_string_append (text, "\\b");
      break;
    case '\f':
      g_string_append (text, "\\f");
      break;
    case '\n':
      g_string_append (text, "\\n");
      break;
    case '\r':
      g_string_append (text, "\\r");
      break;
    case '\t':
      g_string_append (text, "\\t");
      break;
    default:
      g_string_append_printf (text, "\\u%04x", character);
      break;
    }
}

static void
write_string (GString    *text,
              const char *string)
{
  const char *start = string;

  g_string_append_c (text, '"');
  for (const char *at = string; *at != '\0'; at++)
    {
      if ((guchar) *at >= ' ' && *at != '"' && *at != '\\')
        continue;
      g_string_append_len (text, start, at - start);
      write_character (text, *at);
      start = at + 1;
    }
  g_string_append (text, start);
  g_string_append_c (text, '"');
}

static void
write_line_break (GString *text,
                  guint    depth)
{
  g_string_append_c (text, '\n');
  for (guint i = 0; i < depth * INDENT; i++)
    g_string_append_c (text, ' ');
}

static gboolean
is_object (StrataValue *value)
{
  return strata_value_get_kind (value) == STRATA_VALUE_OBJECT;
}

static void
begin_container (GString     *text,
                 GArray      *levels,
                 StrataValue *value)
{
  Level level = { value, 0 };

  if (strata_value_get_length (value) == 0)
    {
      g_string_append (text, is_object (value) ? "{}" : "[]");
      return;
    }
  g_string_append_c (text, is_object (value) ? '{' : '[');
  g_array_append_val (levels, level);
}

/* Writes a whole value, or of an array or object the beginning. */
static void
begin_value (GString     *text,
             GArray      *levels,
             StrataValue *value)
{
  char number[STRATA_NUMBER_TEXT_SIZE];

  switch (strata_value_get_kind (value))
    {
    case STRATA_VALUE_NULL:
      g_string_append (text, "null");
      break;
    case STRATA_VALUE_BOOLEAN:
      g_string_append (text, strata_value_get_boolean (value) ? "true" : "false");
      break;
    case STRATA_VALUE_INTEGER:
    case STRATA_VALUE_DOUBLE:
      g_string_append (text, strata_number_format (value, number));
      break;
    case STRATA_VALUE_STRING:
      write_string (text, strata_value_get_string (value));
      break;
    case STRATA_VALUE_ARRAY:
    case STRATA_VALUE_OBJECT:
    default:
      begin_container (text, levels, value);
      break;
    }
}

/* The next element or member of the innermost level, or its end. */
static void
write_next (GString *text,
            GArray  *levels)
{
  Level *level = &g_array_index (levels, Level, levels->len - 1);
  StrataValue *container = level->value;
  guint index = level->next++;

  if (index == strata_value_get_length (container))
    {
      g_array_set_size (levels, levels->len - 1);
      write_line_break (text, levels->len);
      g_string_append_c (text, is_object (container) ? '}' : ']');
      return;
    }
  if (index > 0)
    g_string_append_c (text, ',');
  write_line_break (text, levels->len);
  if (is_object (container))
    {
      write_string (text, strata_value_get_name (container, index));
      g_string_append (text, ": ");
    }
  begin_value (text, levels, strata_value_get_element (container, index));
}

/**
 * strata_json_writer_to_bytes:
 * @value: a value
 *
 * Writes a value in the one form that it has: two spaces of indent, an
 * element or member a line, keys in their order, the shortest text of each
 * number, only the escapes that must be, a final newline.
 *
 * Returns: (transfer full): UTF-8 text
 */
GBytes *
strata_json_writer_to_bytes (StrataValue *value)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));
  GString *text;

  g_return_val_if_fail (value != NULL, NULL);

  text = g_string_new (NULL);
  begin_value (text, levels, value);
  while (levels->len > 0)
    write_next (text, levels);
  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (text);
}
