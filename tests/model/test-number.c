/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers as text and money as cents.
 */

#include <math.h>

#include "model-helpers.h"
#include "model/strata-number.h"

static void
test_doubles (void)
{
  static const struct { double number; const char *text; } rows[] = {
    { 0, "0" },
    { -0.0, "-0.0" },
    { 4, "4" },
    { -4.5, "-4.5" },
    { 0.1, "0.1" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 1.0 / 3, "0.3333333333333333" },
    { 9.5, "9.5" },
    { 100, "100" },
    { 120000, "120000" },
    { 1e14, "100000000000000" },
    { 1e15, "1e15" },
    { 1e20, "1e20" },
    { 1e100, "1e100" },
    { 1.5e-7, "1.5e-7" },
    { 1e-10, "1e-10" },
    { 1e-100, "1e-100" },
    { 5e-324, "5e-324" },
    { 1.7976931348623157e308, "1.7976931348623157e308" },
    { 123456789012345680000.0, "1.2345678901234568e20" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char text[STRATA_NUMBER_TEXT_SIZE];

      g_assert_cmpstr (strata_number_format_double (rows[i].number, text), ==, rows[i].text);
      g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, rows[i].number);
    }
}

static void
test_random_doubles (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      char text[STRATA_NUMBER_TEXT_SIZE];
      union { guint64 bits; double number; } random;

      random.bits = (guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
      if (!isfinite (random.number))
        continue;

      strata_number_format_double (random.number, text);
      g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, random.number);
      g_assert_null (strchr (text, '+'));
    }
}

static void
test_integers (void)
{
  static const gint64 rows[] = { 0, -1, 42, G_MAXINT64, G_MININT64 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char text[STRATA_NUMBER_TEXT_SIZE];
      g_autoptr (StrataValue) value = strata_value_new_integer (rows[i]);

      g_assert_cmpint (g_ascii_strtoll (strata_number_format (value, text), NULL, 10), ==, rows[i]);
    }
}

static void
test_cents (void)
{
  static const struct { const char *json; gint64 cents; } rows[] = {
    { "0", 0 },
    { "0.0", 0 },
    { "-0.0", 0 },
    { "1200", 120000 },
    { "1200.0", 120000 },
    { "0.29", 29 },
    { "0.3", 30 },
    { "0.01", 1 },
    { "19.99", 1999 },
    { "1234567.89", 123456789 },
    { "999999999999.99", G_GINT64_CONSTANT (99999999999999) },
    { "1e3", 100000 },
    { "1e12", G_GINT64_CONSTANT (100000000000000) },
    { "0.001", -1 },
    { "19.999", -1 },
    { "1e-7", -1 },
    { "0.30000000000000004", -1 },
    { "-1", -1 },
    { "-0.01", -1 },
    { "1e300", -1 },
    { "9223372036854775807", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataValue) value = value_from_json (rows[i].json);
      gint64 cents = -1;

      g_test_message ("%s", rows[i].json);
      g_assert_cmpint (strata_number_get_cents (value, &cents), ==, rows[i].cents >= 0);
      g_assert_cmpint (cents, ==, rows[i].cents);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/number/doubles", test_doubles);
  g_test_add_func ("/model/number/random-doubles", test_random_doubles);
  g_test_add_func ("/model/number/integers", test_integers);
  g_test_add_func ("/model/number/cents", test_cents);

  return g_test_run ();
}
