/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FEEL values as JSON, numbers with all their digits.
 *
 * JSON's values are FEEL's literals, so FEEL reads them, once a JSON parser
 * has agreed that they are JSON: no other reader at hand keeps 34 digits.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-json.h"

#include <json-glib/json-glib.h>

#include "dmn/dmn-error.h"
#include "dmn/feel-evaluate.h"
#include "dmn/feel-parser.h"

static void
append_string (GString    *json,
               const char *text)
{
  g_string_append_c (json, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_printf (json, "\\%c", *at);
      else if ((guchar) *at < 0x20)
        g_string_append_printf (json, "\\u%04x", *at);
      else
        g_string_append_c (json, *at);
    }
  g_string_append_c (json, '"');
}

static void append_value (GString        *json,
                          const DmnValue *value);

static void
append_items (GString        *json,
              const DmnValue *value,
              gboolean        named)
{
  g_string_append_c (json, named ? '{' : '[');
  for (guint i = 0; i < dmn_value_get_length (value); i++)
    {
      if (i > 0)
        g_string_append (json, ", ");
      if (named)
        {
          append_string (json, dmn_value_get_name (value, i));
          g_string_append (json, ": ");
        }
      append_value (json, dmn_value_get_item (value, i));
    }
  g_string_append_c (json, named ? '}' : ']');
}

static void
append_value (GString        *json,
              const DmnValue *value)
{
  g_autofree char *text = NULL;

  switch ((int) dmn_value_get_kind (value))
    {
    case DMN_KIND_LIST:
    case DMN_KIND_CONTEXT:
      append_items (json, value, dmn_value_get_kind (value) == DMN_KIND_CONTEXT);
      break;
    case DMN_KIND_NULL:
    case DMN_KIND_BOOLEAN:
    case DMN_KIND_NUMBER:
      text = dmn_value_to_string (value);
      g_string_append (json, text);
      break;
    default:
      text = dmn_value_to_string (value);
      append_string (json, text);
      break;
    }
}

/**
 * dmn_value_to_json:
 * @value: a value
 *
 * Returns: (transfer full): the value as JSON
 */
char *
dmn_value_to_json (const DmnValue *value)
{
  GString *json = g_string_new (NULL);

  append_value (json, value);

  return g_string_free (json, FALSE);
}

/**
 * dmn_value_from_json:
 * @json: JSON
 * @error: return location for a %DMN_ERROR_INPUT
 *
 * Texts stay texts: what reads them as dates is a model's type.
 *
 * Returns: (transfer full): the value, or %NULL
 */
DmnValue *
dmn_value_from_json (const char  *json,
                     GError     **error)
{
  g_autoptr (JsonNode) parsed = NULL;
  g_autoptr (FeelNames) names = NULL;
  g_autoptr (FeelNode) node = NULL;
  g_autoptr (GError) reason = NULL;
  DmnValue *value;
  FeelRun run;

  parsed = json_from_string (json, &reason);
  if (parsed != NULL)
    {
      names = feel_names_new ();
      node = feel_parse_expression (json, names, &reason);
    }
  if (node == NULL)
    {
      g_set_error (error, DMN_ERROR, DMN_ERROR_INPUT, "not JSON: %s",
                   reason != NULL ? reason->message : "the text is empty");
      return NULL;
    }

  feel_run_init (&run);
  value = feel_evaluate (&run, node, NULL);
  if (run.reasons->len > 0)
    {
      g_set_error_literal (error, DMN_ERROR, DMN_ERROR_INPUT, run.reasons->pdata[0]);
      g_clear_pointer (&value, dmn_value_unref);
    }
  feel_run_clear (&run);

  return value;
}
