/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values and plans from text, for the tests of this folder.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "model/strata-plan.h"

static inline StrataValue *
value_from_node (JsonNode *node)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);

  if (JSON_NODE_HOLDS_NULL (node))
    return strata_value_new_null ();

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        g_ptr_array_add (members, value_from_node (json_array_get_element (array, i)));

      return strata_value_new_array (members);
    }

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name = NULL;
      JsonNode *member = NULL;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &member))
        {
          g_ptr_array_add (names, (gpointer) name);
          g_ptr_array_add (members, value_from_node (member));
        }

      return strata_value_new_object (names, members);
    }

  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return strata_value_new_boolean (json_node_get_boolean (node));
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return strata_value_new_integer (json_node_get_int (node));
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    return strata_value_new_double (json_node_get_double (node));

  return strata_value_new_string (json_node_get_string (node));
}

/* Reads JSON that may be written with ' in place of ". */
static inline StrataValue *
value_from_json (const char *json)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (text, &error);

  g_assert_no_error (error);

  return value_from_node (node);
}

static inline StrataPlan *
plan_from_json (const char *json)
{
  g_autoptr (StrataValue) value = value_from_json (json);
  g_autoptr (GError) error = NULL;
  StrataPlan *plan = strata_plan_new (value, &error);

  g_assert_no_error (error);

  return plan;
}

/* Writes keys and nesting only as far as a test wants to see them: compact. */
static inline void
append_value (GString     *text,
              StrataValue *value)
{
  StrataValueKind kind = strata_value_get_kind (value);
  gboolean is_object = kind == STRATA_VALUE_OBJECT;

  if (kind == STRATA_VALUE_NULL)
    g_string_append (text, "null");
  else if (kind == STRATA_VALUE_BOOLEAN)
    g_string_append (text, strata_value_get_boolean (value) ? "true" : "false");
  else if (kind == STRATA_VALUE_INTEGER)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, strata_value_get_integer (value));
  else if (kind == STRATA_VALUE_DOUBLE)
    g_string_append_printf (text, "%.17g", strata_value_get_double (value));
  else if (kind == STRATA_VALUE_STRING)
    g_string_append_printf (text, "'%s'", strata_value_get_string (value));

  if (kind < STRATA_VALUE_ARRAY)
    return;

  g_string_append_c (text, is_object ? '{' : '[');
  for (guint i = 0; i < strata_value_get_length (value); i++)
    {
      g_string_append (text, i > 0 ? "," : "");
      if (is_object)
        g_string_append_printf (text, "'%s':", strata_value_get_name (value, i));
      append_value (text, strata_value_get_element (value, i));
    }
  g_string_append_c (text, is_object ? '}' : ']');
}

static inline char *
value_to_text (StrataValue *value)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_value (text, value);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_value(value, expected)                \
  G_STMT_START                                       \
  {                                                  \
    g_autofree char *text_ = value_to_text (value);  \
    g_assert_cmpstr (text_, ==, expected);           \
  }                                                  \
  G_STMT_END
