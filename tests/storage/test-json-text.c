/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text → value → text: kinds of numbers, canonical form, errors.
 */

#define G_LOG_DOMAIN "strata-tests"

#include "config.h"

#include <string.h>

#include "model/strata-plan-error.h"
#include "storage/strata-json-reader.h"
#include "storage/strata-json-writer.h"

static StrataValue *
parse (const char  *text,
       GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return strata_json_reader_parse (bytes, "x.json", error);
}

static void
test_numbers (void)
{
  static const struct
  {
    const char      *text;
    StrataValueKind  kind;
    gint64           integer;
    double           number;
  } rows[] = {
    { "0", STRATA_VALUE_INTEGER, 0, 0 },
    { "-17", STRATA_VALUE_INTEGER, -17, 0 },
    { "9223372036854775807", STRATA_VALUE_INTEGER, G_MAXINT64, 0 },
    { "-9223372036854775808", STRATA_VALUE_INTEGER, G_MININT64, 0 },
    { "999999999999999999", STRATA_VALUE_INTEGER, 999999999999999999, 0 },
    { "9223372036854775808", STRATA_VALUE_DOUBLE, 0, 9223372036854775808.0 },
    { "4.0", STRATA_VALUE_DOUBLE, 0, 4 },
    { "1e2", STRATA_VALUE_DOUBLE, 0, 100 },
    { "0.1", STRATA_VALUE_DOUBLE, 0, 0.1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StrataValue) value = parse (rows[i].text, &error);

      g_assert_no_error (error);
      g_assert_cmpint (strata_value_get_kind (value), ==, rows[i].kind);
      if (rows[i].kind == STRATA_VALUE_INTEGER)
        g_assert_cmpint (strata_value_get_integer (value), ==, rows[i].integer);
      else
        g_assert_cmpfloat (strata_value_get_double (value), ==, rows[i].number);
    }
}

static void
test_structure (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataValue) value = parse ("{\"b\": [null, true, \"\\u00e9\\n\", {}], \"a\": {\"c\": []}}", &error);
  StrataValue *list;

  g_assert_no_error (error);
  g_assert_cmpuint (strata_value_get_length (value), ==, 2);
  g_assert_cmpstr (strata_value_get_name (value, 0), ==, "b");
  g_assert_cmpstr (strata_value_get_name (value, 1), ==, "a");
  list = strata_value_get_member (value, "b");
  g_assert_cmpuint (strata_value_get_length (list), ==, 4);
  g_assert_cmpint (strata_value_get_kind (strata_value_get_element (list, 0)), ==, STRATA_VALUE_NULL);
  g_assert_true (strata_value_get_boolean (strata_value_get_element (list, 1)));
  g_assert_cmpstr (strata_value_get_string (strata_value_get_element (list, 2)), ==, "é\n");
  g_assert_cmpint (strata_value_get_kind (strata_value_get_element (list, 3)), ==, STRATA_VALUE_OBJECT);
}

static void
test_canonical (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } rows[] = {
    { "[ ]", "[]\n" },
    { "{ }", "{}\n" },
    { "1", "1\n" },
    { "[1,[],{},[2]]", "[\n  1,\n  [],\n  {},\n  [\n    2\n  ]\n]\n" },
    { "{\"b\":null,\"a\":{\"c\":true}}", "{\n  \"b\": null,\n  \"a\": {\n    \"c\": true\n  }\n}\n" },
    { "[0.10, 4.0, 1e2, 1.50, 12345678901]", "[\n  0.1,\n  4,\n  100,\n  1.5,\n  12345678901\n]\n" },
    { "\"\\u00e9\\/\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u007f\\u2028\"",
      "\"é/\\\"\\\\\\b\\f\\n\\r\\t\\u0001\x7f\xe2\x80\xa8\"\n" },
    { "{\"\\n\":\"\"}", "{\n  \"\\n\": \"\"\n}\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StrataValue) value = parse (rows[i].text, &error);
      g_autoptr (GBytes) bytes = NULL;

      g_assert_no_error (error);
      bytes = strata_json_writer_to_bytes (value);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       rows[i].expected, strlen (rows[i].expected));
    }
}

static void
test_error (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataValue) value = parse ("{\"a\": [\n  01]}", &error);
  g_autoptr (StrataValue) outermost = NULL;

  g_assert_null (value);
  g_assert_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "x.json:2:4: a[0]: a number may not begin with a needless zero");
  g_assert_cmpstr (strata_plan_error_get_path (error), ==, "a[0]");
  g_assert_cmpuint (strata_plan_error_get_line (error), ==, 2);
  g_assert_cmpuint (strata_plan_error_get_column (error), ==, 4);
  g_clear_error (&error);

  outermost = parse ("{} x", &error);
  g_assert_null (outermost);
  g_assert_cmpstr (error->message, ==, "x.json:1:4: nothing may follow the outermost value");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-text/numbers", test_numbers);
  g_test_add_func ("/json-text/structure", test_structure);
  g_test_add_func ("/json-text/canonical", test_canonical);
  g_test_add_func ("/json-text/error", test_error);
  return g_test_run ();
}
