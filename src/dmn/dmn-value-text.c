/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FEEL values: how one is written.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-value-private.h"

#include "dmn/dmn-temporal.h"

static void
append_quoted (GString    *string,
               const char *text)
{
  g_string_append_c (string, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_c (string, '\\');
      g_string_append_c (string, *at);
    }
  g_string_append_c (string, '"');
}

static void append_value (GString        *string,
                          const DmnValue *value,
                          gboolean        quoted);

static void
append_items (GString        *string,
              const DmnItems *items)
{
  g_string_append_c (string, items->names != NULL ? '{' : '[');
  for (guint i = 0; i < items->items->len; i++)
    {
      if (i > 0)
        g_string_append (string, ", ");
      if (items->names != NULL)
        g_string_append_printf (string, "%s: ", (char *) items->names->pdata[i]);
      append_value (string, items->items->pdata[i], TRUE);
    }
  g_string_append_c (string, items->names != NULL ? '}' : ']');
}

static void
append_range (GString       *string,
              const DmnEnds *ends)
{
  g_string_append_c (string, ends->low_included ? '[' : '(');
  if (ends->low != NULL)
    append_value (string, ends->low, TRUE);
  g_string_append (string, "..");
  if (ends->high != NULL)
    append_value (string, ends->high, TRUE);
  g_string_append_c (string, ends->high_included ? ']' : ')');
}

static void
append_value (GString        *string,
              const DmnValue *value,
              gboolean        quoted)
{
  g_autofree char *text = NULL;

  switch (value->kind)
    {
    case DMN_KIND_NULL:
      g_string_append (string, "null");
      return;

    case DMN_KIND_BOOLEAN:
      g_string_append (string, value->boolean ? "true" : "false");
      return;

    case DMN_KIND_NUMBER:
      text = dmn_number_to_string (&value->number);
      break;

    case DMN_KIND_STRING:
      if (quoted)
        append_quoted (string, value->string);
      else
        g_string_append (string, value->string);
      return;

    case DMN_KIND_LIST:
    case DMN_KIND_CONTEXT:
      append_items (string, &value->items);
      return;

    case DMN_KIND_RANGE:
      append_range (string, &value->ends);
      return;

    case DMN_KIND_FUNCTION:
      g_string_append (string, "function");
      return;

    case DMN_KIND_DATE:
    case DMN_KIND_TIME:
    case DMN_KIND_DATE_TIME:
    case DMN_KIND_MONTHS_DURATION:
    case DMN_KIND_SECONDS_DURATION:
    default:
      text = dmn_temporal_to_string (value);
      break;
    }

  g_string_append (string, text);
}

static const char *
constructor_of (DmnKind kind)
{
  switch ((int) kind)
    {
    case DMN_KIND_DATE:
      return "date";
    case DMN_KIND_TIME:
      return "time";
    case DMN_KIND_DATE_TIME:
      return "date and time";
    case DMN_KIND_MONTHS_DURATION:
    case DMN_KIND_SECONDS_DURATION:
      return "duration";
    default:
      return NULL;
    }
}

/**
 * dmn_value_to_string:
 * @value: a value
 *
 * Returns: (transfer full): what FEEL's `string ()` gives; strings inside of
 *   lists and contexts stand in quotes
 */
char *
dmn_value_to_string (const DmnValue *value)
{
  GString *string = g_string_new (NULL);

  append_value (string, value, FALSE);

  return g_string_free (string, FALSE);
}

/**
 * dmn_value_to_feel:
 * @value: null, a boolean, a number, a string, a date, a time or a duration
 *
 * Returns: (transfer full): how FEEL writes the constant
 */
char *
dmn_value_to_feel (const DmnValue *value)
{
  const char *constructor = constructor_of (dmn_value_get_kind (value));
  GString *string = g_string_new (NULL);

  if (constructor != NULL)
    g_string_append_printf (string, "%s(\"", constructor);
  append_value (string, value, TRUE);
  if (constructor != NULL)
    g_string_append (string, "\")");

  return g_string_free (string, FALSE);
}
