/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words without case and accents, and how far they lie apart.
 */

#include "config.h"

#include <locale.h>

#include "catalog/strata-folded-text.h"

static void
test_split (void)
{
  static const struct
  {
    const char *text;
    const char *words; /* with a bar after each */
  } cases[] = {
    { "", "" },
    { " … ", "" },
    { "Customer.io", "customer|io|" },
    { "google-sheets", "google|sheets|" },
    { "Éclair CRÈME", "eclair|creme|" },
    { "Straße", "strasse|" },
    { "İZMİR ılık", "izmir|ilik|" },
    { "n8n", "n8n|" },
    { "A/B testing", "a|b|testing|" },
    { "数据 平台", "数据|平台|" },
    { "bad \xff byte", "bad|byte|" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = strata_folded_text_split (cases[i].text);
      g_autoptr (GString) found = g_string_new (NULL);

      for (char **word = words; *word != NULL; word++)
        g_string_append_printf (found, "%s|", *word);
      g_assert_cmpstr (found->str, ==, cases[i].words);
    }
}

static void
test_join (void)
{
  g_autofree char *dotted = strata_folded_text_join ("Customer.io");
  g_autofree char *spaced = strata_folded_text_join (" customer IO");

  g_assert_cmpstr (dotted, ==, "customerio");
  g_assert_cmpstr (spaced, ==, dotted);
}

static void
test_slip (void)
{
  static const struct
  {
    const char *typed;
    const char *word;
    gboolean slip;
  } cases[] = {
    { "hubspot", "hubspot", TRUE },
    { "hubspit", "hubspot", TRUE },  /* one wrong */
    { "hubpot", "hubspot", TRUE },   /* one missing */
    { "hubsspot", "hubspot", TRUE }, /* one too many */
    { "hubsopt", "hubspot", TRUE },  /* two swapped */
    { "bhuspot", "hubspot", FALSE },
    { "hbuspto", "hubspot", FALSE },
    { "gubspot", "hubspot", TRUE },
    { "hubspots", "hubspot", TRUE },
    { "hubspotss", "hubspot", FALSE },
    { "salefor", "salesforce", TRUE }, /* not typed to its end */
    { "salfor", "salesforce", FALSE },
    { "klavyo", "klaviyo", TRUE },
    { "klvyo", "klaviyo", FALSE },
    { "", "hubspot", TRUE },
    { "x", "", TRUE },
    { "xy", "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s, %s", cases[i].typed, cases[i].word);
      g_assert_cmpint (strata_folded_text_is_one_slip (cases[i].typed, cases[i].word), ==,
                       cases[i].slip);
    }
}

static void
test_distance (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    guint distance;
  } cases[] = {
    { "", "", 0 },
    { "dbt", "dbt", 0 },
    { "dbt", "", 3 },
    { "dbt", "bdt", 1 },
    { "segmnt", "segment", 1 },
    { "segmetn", "segment", 1 },
    { "snowplow", "snowflake", 4 },
    { "make", "zapier", 4 },
  };
  g_autofree char *endless = g_strnfill (1000, 'a');

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpuint (strata_folded_text_distance (cases[i].a, cases[i].b), ==, cases[i].distance);
      g_assert_cmpuint (strata_folded_text_distance (cases[i].b, cases[i].a), ==, cases[i].distance);
    }
  g_assert_cmpuint (strata_folded_text_distance (endless, "a"), ==, G_MAXUINT);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/folded-text/split", test_split);
  g_test_add_func ("/folded-text/join", test_join);
  g_test_add_func ("/folded-text/slip", test_slip);
  g_test_add_func ("/folded-text/distance", test_distance);

  return g_test_run ();
}
