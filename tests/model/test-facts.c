/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The facts table, the vocabularies, and a client's answers.
 */

#include <math.h>

#include "model-helpers.h"

static StrataFacts *
facts_from_json (const char *json)
{
  g_autoptr (StrataValue) value = value_from_json (json);
  g_autoptr (GError) error = NULL;
  StrataFacts *facts = strata_facts_new (value, "facts", &error);

  g_assert_no_error (error);

  return facts;
}

static void
test_table (void)
{
  for (guint i = 0; i < STRATA_N_FACTS; i++)
    {
      const StrataFact *fact = strata_fact_get (i);
      gboolean has_members = fact->type == STRATA_FACT_CHOICE || fact->type == STRATA_FACT_SET;

      g_assert_cmpint (fact->id, ==, i);
      g_assert_true (strata_fact_lookup (fact->key) == fact);
      g_assert_cmpint (fact->members != NULL, ==, has_members);
      g_assert_cmpstr (fact->label, !=, NULL);
      g_assert_true (g_str_has_suffix (fact->question, "?"));
    }

  g_assert_null (strata_fact_lookup ("notes"));
  g_assert_true (isinf (strata_fact_get (STRATA_FACT_MAU_GROWTH)->minimum));
  g_assert_cmpfloat (strata_fact_get (STRATA_FACT_ENGINEERS)->minimum, ==, 0);
}

static void
test_vocabularies (void)
{
  g_autofree char *layers = strata_vocabulary_describe (&strata_layers);
  g_autofree char *renderings = strata_vocabulary_describe (&strata_renderings);
  int value = -1;

  g_assert_cmpstr (layers, ==, "\"data\", \"automation\" and \"personalization\"");
  g_assert_cmpstr (renderings, ==, "\"server\" and \"client\"");
  g_assert_true (strata_vocabulary_lookup (&strata_roles, "reverse-etl", &value));
  g_assert_cmpint (value, ==, STRATA_ROLE_REVERSE_ETL);
  g_assert_false (strata_vocabulary_lookup (&strata_roles, "Reverse-ETL", &value));
  g_assert_cmpstr (strata_vocabulary_get_id (&strata_roles, STRATA_ROLE_MEASUREMENT), ==, "measurement");
  g_assert_null (strata_vocabulary_get_id (&strata_renderings, STRATA_RENDERING_UNKNOWN));
}

static void
test_homes (void)
{
  StrataRoles all = 0;

  g_assert_cmpint (strata_role_get_home (STRATA_ROLE_EVENT_COLLECTION), ==, STRATA_LAYER_DATA);
  g_assert_cmpint (strata_role_get_home (STRATA_ROLE_SPREADSHEET), ==, STRATA_LAYER_DATA);
  g_assert_cmpint (strata_role_get_home (STRATA_ROLE_MAP), ==, STRATA_LAYER_AUTOMATION);
  g_assert_cmpint (strata_role_get_home (STRATA_ROLE_MESSAGING), ==, STRATA_LAYER_AUTOMATION);
  g_assert_cmpint (strata_role_get_home (STRATA_ROLE_PERSONALIZATION_ENGINE), ==, STRATA_LAYER_PERSONALIZATION);
  g_assert_cmpint (strata_role_get_home (STRATA_ROLE_MEASUREMENT), ==, STRATA_LAYER_PERSONALIZATION);

  for (guint layer = 0; layer < STRATA_N_LAYERS; layer++)
    {
      StrataRoles roles = strata_layer_get_roles (layer);

      g_assert_cmpuint (roles & all, ==, 0);
      all |= roles;
      for (guint role = 0; role < STRATA_N_ROLES; role++)
        g_assert_cmpint ((roles & STRATA_ROLE_BIT (role)) != 0, ==, strata_role_get_home (role) == layer);
    }
  g_assert_cmpuint (all, ==, STRATA_ROLE_BIT (STRATA_N_ROLES) - 1);
}

static void
test_answers (void)
{
  g_autoptr (StrataFacts) facts =
    facts_from_json ("{'mau':120000,'mau_growth':-4.5,'channels':['push','email'],'engineers':0.5,"
                     "'regulated':false,'stage':'scaling','surfaces':[],'multi_region':null}");
  double number = 0;
  gboolean boolean = TRUE;
  int choice = -1;
  guint32 members = 9;

  g_assert_true (strata_facts_get_number (facts, STRATA_FACT_MAU, &number));
  g_assert_cmpfloat (number, ==, 120000);
  g_assert_true (strata_facts_get_number (facts, STRATA_FACT_MAU_GROWTH, &number));
  g_assert_cmpfloat (number, ==, -4.5);
  g_assert_true (strata_facts_get_number (facts, STRATA_FACT_ENGINEERS, &number));
  g_assert_cmpfloat (number, ==, 0.5);
  g_assert_false (strata_facts_get_number (facts, STRATA_FACT_MARKETERS, &number));
  g_assert_true (strata_facts_get_boolean (facts, STRATA_FACT_REGULATED, &boolean));
  g_assert_false (boolean);
  g_assert_false (strata_facts_is_known (facts, STRATA_FACT_MULTI_REGION));
  g_assert_true (strata_facts_get_choice (facts, STRATA_FACT_STAGE, &choice));
  g_assert_cmpint (choice, ==, 1);
  g_assert_true (strata_facts_get_set (facts, STRATA_FACT_CHANNELS, &members));
  g_assert_cmpuint (members, ==, 1 << 0 | 1 << 2);
  g_assert_true (strata_facts_get_set (facts, STRATA_FACT_SURFACES, &members));
  g_assert_cmpuint (members, ==, 0);
}

static void
test_no_answers (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataFacts) facts = strata_facts_new (NULL, "facts", &error);

  g_assert_no_error (error);
  g_assert_null (strata_facts_get_value (facts));
  for (guint i = 0; i < STRATA_N_FACTS; i++)
    g_assert_false (strata_facts_is_known (facts, i));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/facts/table", test_table);
  g_test_add_func ("/model/facts/vocabularies", test_vocabularies);
  g_test_add_func ("/model/facts/homes", test_homes);
  g_test_add_func ("/model/facts/answers", test_answers);
  g_test_add_func ("/model/facts/no-answers", test_no_answers);

  return g_test_run ();
}
