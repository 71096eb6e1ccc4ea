/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of money, numbers, days and initials.
 */

#include "config.h"

#include <locale.h>

#include "assess/strata-finding.h"
#include "workspace/strata-format.h"

static void
test_money (void)
{
  static const struct
  {
    gint64      cents;
    const char *currency;
    const char *text;
  } rows[] = {
    { 0, "EUR", "€\u202f0" },
    { 5, "EUR", "€\u202f0.05" },
    { 60000, "EUR", "€\u202f600" },
    { 99999, "USD", "$\u202f999.99" },
    { 100000, "GBP", "£\u202f1,000" },
    { 615000, "EUR", "€\u202f6,150" },
    { 123456789, "TRY", "₺\u202f1,234,567.89" },
    { 10010, "SEK", "SEK\u202f100.10" },
    { 10000, NULL, "100" },
    { G_MAXINT64, "EUR", "€\u202f92,233,720,368,547,758.07" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = strata_format_money (rows[i].cents, rows[i].currency);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_money_in_german (void)
{
  g_autofree char *text = NULL;
  g_autofree char *former = g_strdup (setlocale (LC_MONETARY, NULL));
  gboolean is_there = setlocale (LC_MONETARY, "de_DE.UTF-8") != NULL;

  text = strata_format_money (615050, "EUR");
  setlocale (LC_MONETARY, former);

  g_assert_cmpstr (text, ==, is_there ? "6.150,50\u202f€" : "€\u202f6,150.50");
}

static void
test_numbers (void)
{
  static const struct
  {
    double      number;
    const char *text;
  } rows[] = {
    { 0, "0" },
    { 0.5, "0.5" },
    { 999, "999" },
    { 50000, "50,000" },
    { 1234567.25, "1,234,567.25" },
    { -12, "−12" },
    { 1e300, "1e+300" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = strata_format_number (rows[i].number);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_days (void)
{
  static const struct
  {
    int         from;
    int         to;
    const char *text;
  } rows[] = {
    { 0, 0, "Day 0" },
    { 0, 45, "Days 0 – 45" },
    { -30, 15, "Days -30 – 15" },
    { 90, STRATA_DAY_NEVER, "From day 90" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = strata_format_days (rows[i].from, rows[i].to);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_times (void)
{
  static const struct
  {
    gint64 time;
    const char *text;
  } rows[] = {
    { 0, "1 Jan 1970, 00:00" },
    { G_GINT64_CONSTANT (1795543559999999), "24 Nov 2026, 18:05" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = strata_format_time (rows[i].time);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_initials (void)
{
  static const struct
  {
    const char *name;
    const char *initials;
  } rows[] = {
    { "Segment", "Sg" },
    { "Dynamic Yield", "DY" },
    { "Google Sheets", "GS" },
    { "n8n", "n8" },
    { "dbt", "db" },
    { "Make", "Mk" },
    { "HubSpot", "Hs" },
    { "BigQuery", "Bq" },
    { "Customer.io", "Cs" },
    { "CDP", "CD" },
    { "Aoi", "Ao" },
    { "X", "X" },
    { "  (beta) tool", "t" "l" },
    { "顧客 基盤", "顧基" },
    { "Ürün", "Ür" },
    { "", "" },
    { "…", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *initials = strata_format_initials (rows[i].name);

      g_assert_cmpstr (initials, ==, rows[i].initials);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/format/money", test_money);
  g_test_add_func ("/workspace/format/money-in-german", test_money_in_german);
  g_test_add_func ("/workspace/format/numbers", test_numbers);
  g_test_add_func ("/workspace/format/days", test_days);
  g_test_add_func ("/workspace/format/times", test_times);
  g_test_add_func ("/workspace/format/initials", test_initials);

  return g_test_run ();
}
