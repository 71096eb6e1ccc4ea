/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of the client's facts as the form shows them, and of what to ask next.
 */

#include "config.h"

#include "fixture.h"

static StrataWorkspace *
look_at (const char *facts)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"strata-plan\", \"version\": 1, \"facts\": {%s},"
                                           " \"scenarios\": [{\"id\": \"s\"}]}", facts);
  g_autoptr (StrataPlan) plan = parse_plan (text);
  g_autoptr (StrataDocument) document = strata_document_new (plan);
  g_autoptr (StrataCatalog) catalog = make_catalog ();

  return make_workspace (catalog, document);
}

static StrataFactRow *
get_row (StrataWorkspace *workspace,
         const char      *key)
{
  GListModel *facts = strata_workspace_list_facts (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (StrataFactRow) row = g_list_model_get_item (facts, i);

      if (g_str_equal (strata_fact_row_get_fact (row)->key, key))
        return row;
    }

  g_assert_not_reached ();
}

static void
test_answers (void)
{
  static const struct
  {
    const char *facts;
    const char *key;
    const char *text;
    const char *derived;
  } rows[] = {
    { "", "mau", "unknown", NULL },
    { "\"mau\": 120000", "mau", "120,000", NULL },
    { "\"engineers\": 0.5", "engineers", "0.5", NULL },
    { "\"regulated\": false", "regulated", "no", NULL },
    { "\"channels\": [\"sms\", \"email\"]", "channels", "Email, SMS", NULL },
    { "\"channels\": []", "channels", "none", NULL },
    { "\"stage\": \"scaling\"", "stage", "Scaling", NULL },
    { "\"variants_per_week\": 3", "variant_pipeline", "Partial", "Partial, from the content variants a week" },
    { "\"variants_per_week\": 3, \"variant_pipeline\": \"missing\"", "variant_pipeline", "Missing", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataWorkspace) workspace = look_at (rows[i].facts);
      StrataFactRow *row = get_row (workspace, rows[i].key);

      g_assert_cmpstr (strata_fact_row_get_text (row), ==, rows[i].text);
      g_assert_cmpstr (strata_fact_row_get_derived (row), ==, rows[i].derived);
    }
}

static void
test_groups (void)
{
  g_autoptr (StrataWorkspace) workspace = look_at ("");
  GListModel *facts = strata_workspace_list_facts (workspace);
  StrataFactGroup former = STRATA_FACT_GROUP_CUSTOMERS;

  g_assert_cmpuint (g_list_model_get_n_items (facts), ==, STRATA_N_FACTS);
  for (guint i = 0; i < STRATA_N_FACTS; i++)
    {
      g_autoptr (StrataFactRow) row = g_list_model_get_item (facts, i);

      g_assert_cmpint (strata_fact_row_get_group (row), >=, former);
      former = strata_fact_row_get_group (row);
      g_assert_cmpstr (strata_fact_group_get_label (former), !=, "");
    }
  g_assert_cmpint (former, ==, STRATA_FACT_GROUP_PREREQUISITES);
}

/* The same object shows the next answer. */
static void
test_change (void)
{
  g_autoptr (StrataWorkspace) workspace = look_at ("");
  g_autoptr (StrataValue) value = strata_value_new_boolean (TRUE);
  g_autoptr (GError) error = NULL;
  StrataFactRow *row = get_row (workspace, "regulated");

  g_assert_null (strata_fact_row_get_value (row));
  g_assert_true (strata_workspace_set_fact (workspace, "regulated", value, &error));
  strata_workspace_settle (workspace);
  g_assert_true (get_row (workspace, "regulated") == row);
  g_assert_true (strata_value_get_boolean (strata_fact_row_get_value (row)));
  strata_document_undo (strata_workspace_get_document (workspace));
  strata_workspace_settle (workspace);
  g_assert_null (strata_fact_row_get_value (row));
}

#define ALL_BUT_CODE \
  "\"mau\": 20000, \"channels\": [\"email\"], \"destinations\": 1, \"engineers\": 1, \"marketers\": 5," \
  "\"regulated\": false, \"multi_region\": false, \"real_time_activation\": false, \"ai_branching\": true," \
  "\"external_systems\": [], \"stage\": \"pre-pmf\", \"customer_base\": \"other\", \"surfaces\": [\"push\"]," \
  "\"event_schema\": \"missing\""

static void
test_question (void)
{
  static const struct
  {
    const char *facts;
    const char *key;
    const char *reason;
  } rows[] = {
    { ALL_BUT_CODE ", \"custom_code\": false", NULL, NULL },
    { ALL_BUT_CODE ", \"stateful_volume\": true", "custom_code", "Settles: Kind of orchestrator" },
    { ALL_BUT_CODE, "custom_code", "Needed for: Kind of orchestrator" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataWorkspace) workspace = look_at (rows[i].facts);
      StrataQuestionRow *question = strata_workspace_get_question (workspace);

      g_assert_cmpstr (strata_question_row_get_key (question), ==, rows[i].key);
      g_assert_cmpstr (strata_question_row_get_reason (question), ==, rows[i].reason);
      g_assert_true ((strata_question_row_get_question (question) == NULL) == (rows[i].key == NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fact-row/answers", test_answers);
  g_test_add_func ("/fact-row/groups", test_groups);
  g_test_add_func ("/fact-row/change", test_change);
  g_test_add_func ("/fact-row/question", test_question);

  return g_test_run ();
}
