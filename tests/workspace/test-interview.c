/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of asking the client one question at a time.
 */

#include "config.h"

#include "fixture.h"
#include "workspace/strata-interview.h"

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

static const char *
get_key (StrataInterview *interview)
{
  StrataFactRow *row = strata_interview_get_fact (interview);

  return row != NULL ? strata_fact_row_get_fact (row)->key : NULL;
}

static StrataValue *
make_answer (const StrataFact *fact)
{
  const char *none[] = { NULL };

  switch (fact->type)
    {
    case STRATA_FACT_BOOLEAN:
      return strata_value_new_boolean (TRUE);
    case STRATA_FACT_CHOICE:
      return strata_value_new_string (fact->members->words[0].id);
    case STRATA_FACT_SET:
      return strata_value_new_strv (none);
    case STRATA_FACT_INTEGER:
    case STRATA_FACT_NUMBER:
    default:
      return strata_value_new_integer (100000);
    }
}

/* Answering whatever is asked settles every decision. */
static void
test_answers (void)
{
  g_autoptr (StrataWorkspace) workspace = look_at ("");
  g_autoptr (StrataInterview) interview = strata_interview_new (workspace);
  StrataDecisions *decisions = NULL;
  guint n_asked = 0;

  while (strata_interview_get_fact (interview) != NULL)
    {
      StrataFactRow *row = strata_interview_get_fact (interview);
      g_autofree char *reason = strata_interview_dup_reason (interview);
      g_autoptr (StrataValue) value = make_answer (strata_fact_row_get_fact (row));
      g_autoptr (GError) error = NULL;

      g_assert_null (strata_fact_row_get_value (row));
      g_assert_nonnull (reason);
      strata_workspace_set_fact (workspace, strata_fact_row_get_fact (row)->key, value, &error);
      g_assert_no_error (error);
      strata_interview_go_on (interview);
      g_assert_cmpuint (++n_asked, <=, STRATA_N_FACTS);
      g_assert_cmpuint (strata_interview_get_n_asked (interview), ==, n_asked);
    }
  decisions = strata_assessment_get_decisions (strata_workspace_get_assessment (workspace));
  for (guint i = 0; i < STRATA_N_DECISIONS; i++)
    g_assert_nonnull (strata_decisions_get (decisions, (StrataDecisionId) i)->outcome);
  g_assert_cmpuint (n_asked, <, STRATA_N_FACTS);
}

/* What nobody knows is asked once, each, and then it ends. */
static void
test_skips (void)
{
  g_autoptr (StrataWorkspace) workspace = look_at ("");
  g_autoptr (StrataInterview) interview = strata_interview_new (workspace);
  g_autoptr (GHashTable) asked = g_hash_table_new (g_str_hash, g_str_equal);

  while (strata_interview_get_fact (interview) != NULL)
    {
      g_assert_true (g_hash_table_add (asked, (gpointer) get_key (interview)));
      strata_interview_go_on (interview);
    }
  g_assert_cmpuint (g_hash_table_size (asked), >, 10);
  strata_interview_go_on (interview);
  g_assert_null (strata_interview_get_fact (interview));
}

static void
test_back (void)
{
  g_autoptr (StrataWorkspace) workspace = look_at ("");
  g_autoptr (StrataInterview) interview = strata_interview_new (workspace);
  const char *first = get_key (interview);
  const char *second = NULL;
  g_autoptr (StrataValue) value = make_answer (strata_fact_row_get_fact (strata_interview_get_fact (interview)));

  strata_interview_go_back (interview);
  g_assert_cmpstr (get_key (interview), ==, first);
  g_assert_true (strata_workspace_set_fact (workspace, first, value, NULL));
  strata_interview_go_on (interview);
  second = get_key (interview);
  g_assert_cmpstr (second, !=, first);
  strata_interview_go_back (interview);
  g_assert_cmpstr (get_key (interview), ==, first);
  g_assert_nonnull (strata_fact_row_get_value (strata_interview_get_fact (interview)));
  strata_interview_go_on (interview);
  g_assert_cmpstr (get_key (interview), ==, second);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/interview/answers", test_answers);
  g_test_add_func ("/interview/skips", test_skips);
  g_test_add_func ("/interview/back", test_back);

  return g_test_run ();
}
