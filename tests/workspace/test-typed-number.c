/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of reading numbers as people type them.
 */

#include "config.h"

#include <locale.h>

#include "workspace/strata-typed-number.h"

typedef struct
{
  const char *text;
  double      number; /* −1: not a number */
} Row;

static const Row rows[] = {
  { "0", 0 }, { "120000", 120000 }, { "120 000", 120000 }, { "120\u202f000", 120000 }, { "120'000", 120000 },
  { "120’000", 120000 }, { "1 234 567", 1234567 }, { "120k", 120000 }, { "120 K", 120000 }, { "1.5m", 1500000 },
  { "1,5m", 1500000 }, { "1.5", 1.5 }, { "1,5", 1.5 }, { "0.5", 0.5 }, { ".5", 0.5 }, { "1,234,567", 1234567 },
  { "1.234.567", 1234567 }, { "1,234.5", 1234.5 }, { "1.234,5", 1234.5 }, { " 7 ", 7 }, { "−3", -3 }, { "-3.5", -3.5 },
  { "", -1 }, { " ", -1 }, { "k", -1 }, { "many", -1 }, { "12a", -1 }, { "1.2.3", -1 }, { "1e5", -1 }, { "0x10", -1 },
  { "inf", -1 }, { "--3", -1 }, { "1,23,456", -1 }, { "1234567890123456789012", -1 },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double number = -1;
      gboolean ok = strata_typed_number_parse (rows[i].text, &number);

      g_test_message ("“%s”", rows[i].text);
      g_assert_cmpfloat (number, ==, rows[i].number);
      g_assert_true (ok == (rows[i].number != -1));
    }
}

/* Three digits after one mark: the locale decides. */
static void
test_locales (void)
{
  double number = 0;

  g_assert_true (strata_typed_number_parse ("120,000", &number));
  g_assert_cmpfloat (number, ==, 120000);
  g_assert_true (strata_typed_number_parse ("1.500", &number));
  g_assert_cmpfloat (number, ==, 1.5);

  g_assert_nonnull (setlocale (LC_NUMERIC, "de_DE.UTF-8"));
  g_assert_true (strata_typed_number_parse ("120.000", &number));
  g_assert_cmpfloat (number, ==, 120000);
  g_assert_true (strata_typed_number_parse ("1,500", &number));
  g_assert_cmpfloat (number, ==, 1.5);
  setlocale (LC_NUMERIC, "C");
}

static void
test_money (void)
{
  const struct
  {
    const char *text;
    gint64      cents; /* −1: no amount */
  } amounts[] = {
    { "1200", 120000 }, { "€ 1,200.50", 120050 }, { "0", 0 }, { "1200.5 €", 120050 }, { "1.2k", 120000 }, { "0.29", 29 },
    { "12.345", -1 }, { "-1", -1 }, { "€", -1 }, { "", -1 }, { "free", -1 }, { "9999999999999", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      gint64 cents = -1;
      gboolean ok = strata_typed_number_parse_money (amounts[i].text, &cents);

      g_test_message ("“%s”", amounts[i].text);
      g_assert_cmpint (cents, ==, amounts[i].cents);
      g_assert_true (ok == (amounts[i].cents != -1));
    }
}

static void
test_days (void)
{
  int day = 0;

  g_assert_true (strata_typed_number_parse_day ("3,650", &day));
  g_assert_cmpint (day, ==, 3650);
  g_assert_true (strata_typed_number_parse_day ("−3650", &day));
  g_assert_cmpint (day, ==, -3650);
  g_assert_false (strata_typed_number_parse_day ("3651", &day));
  g_assert_false (strata_typed_number_parse_day ("-3651", &day));
  g_assert_false (strata_typed_number_parse_day ("4.5", &day));
  g_assert_false (strata_typed_number_parse_day ("soon", &day));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typed-number/table", test_table);
  g_test_add_func ("/typed-number/locales", test_locales);
  g_test_add_func ("/typed-number/money", test_money);
  g_test_add_func ("/typed-number/days", test_days);

  return g_test_run ();
}
