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

typedef struct
{
  GString  *text;
  GArray   *levels;  /* Level, the innermost last */
  gboolean  is_line; /* all on one line, without space */
} Writer;

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
write_line_break (Writer *writer)
{
  if (writer->is_line)
    return;
  g_string_append_c (writer->text, '\n');
  for (guint i = 0; i < writer->levels->len * INDENT; i++)
    g_string_append_c (writer->text, ' ');
}

static gboolean
is_object (StrataValue *value)
{
  return strata_value_get_kind (value) == STRATA_VALUE_OBJECT;
}

static void
begin_container (Writer      *writer,
                 StrataValue *value)
{
  Level level = { value, 0 };

  if (strata_value_get_length (value) == 0)
    {
      g_string_append (writer->text, is_object (value) ? "{}" : "[]");
      return;
    }
  g_string_append_c (writer->text, is_object (value) ? '{' : '[');
  g_array_append_val (writer->levels, level);
}

/* Writes a whole value, or of an array or object the beginning. */
static void
begin_value (Writer      *writer,
             StrataValue *value)
{
  char number[STRATA_NUMBER_TEXT_SIZE];

  switch (strata_value_get_kind (value))
    {
    case STRATA_VALUE_NULL:
      g_string_append (writer->text, "null");
      break;
    case STRATA_VALUE_BOOLEAN:
      g_string_append (writer->text, strata_value_get_boolean (value) ? "true" : "false");
      break;
    case STRATA_VALUE_INTEGER:
    case STRATA_VALUE_DOUBLE:
      g_string_append (writer->text, strata_number_format (value, number));
      break;
    case STRATA_VALUE_STRING:
      write_string (writer->text, strata_value_get_string (value));
      break;
    case STRATA_VALUE_ARRAY:
    case STRATA_VALUE_OBJECT:
    default:
      begin_container (writer, value);
      break;
    }
}

/* The next element or member of the innermost level, or its end. */
static void
write_next (Writer *writer)
{
  Level *level = &g_array_index (writer->levels, Level, writer->levels->len - 1);
  StrataValue *container = level->value;
  guint index = level->next++;

  if (index == strata_value_get_length (container))
    {
      g_array_set_size (writer->levels, writer->levels->len - 1);
      write_line_break (writer);
      g_string_append_c (writer->text, is_object (container) ? '}' : ']');
      return;
    }
  if (index > 0)
    g_string_append_c (writer->text, ',');
  write_line_break (writer);
  if (is_object (container))
    {
      write_string (writer->text, strata_value_get_name (container, index));
      g_string_append (writer->text, writer->is_line ? ":" : ": ");
    }
  begin_value (writer, strata_value_get_element (container, index));
}

static void
write_value (GString     *text,
             StrataValue *value,
             gboolean     is_line)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));
  Writer writer = { text, levels, is_line };

  begin_value (&writer, value);
  while (levels->len > 0)
    write_next (&writer);
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
  GString *text;

  g_return_val_if_fail (value != NULL, NULL);

  text = g_string_new (NULL);
  write_value (text, value, FALSE);
  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (text);
}

/**
 * strata_json_writer_append_line:
 * @text: what to write to
 * @value: a value
 *
 * Writes the same without any space and line break: no byte below a space is
 * in it.
 */
void
strata_json_writer_append_line (GString     *text,
                                StrataValue *value)
{
  g_return_if_fail (text != NULL);
  g_return_if_fail (value != NULL);

  write_value (text, value, TRUE);
}
