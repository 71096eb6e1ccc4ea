/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of why a decision came out as it did: what it rests on, the rows that
 * are near, and those that say otherwise.
 */

#include "config.h"

#include "decide.h"

typedef struct
{
  StrataDecisionId  decision;
  const char       *facts;  /* members of the object */
  const char       *answer;
} Row;

#define DATA STRATA_DECISION_DATA_LAYER
#define HUB STRATA_DECISION_AUTOMATION_HUB
#define KIND STRATA_DECISION_ORCHESTRATOR_KIND
#define TIME STRATA_DECISION_PERSONALIZATION
#define RENDERING STRATA_DECISION_RENDERING
#define PROFILE STRATA_DECISION_PROFILE

#define PLAIN "'regulated': false, 'multi_region': false, 'specialty_channels': false, 'real_time_activation': false, 'stage': 'scaling', "
#define MANY PLAIN "'channels': ['email', 'sms'], "
#define SIMPLE "'ai_branching': false, 'external_systems': [], "
#define READY "'event_schema': 'in-place', 'segmentation': 'in-place', 'variant_pipeline': 'in-place', 'measurement': 'in-place', "

/* "ROW:OUTCOME FACT ASKS, …; …": cells with a comma between them all fail, of
 * facts with a bar between them one is enough. */
static const Row near_rows[] = {
  { DATA, MANY "'mau': 60000, 'engineers': 1, 'destinations': 2", "4:cdp destinations [3..5]" },
  { DATA, MANY "'mau': 40000, 'engineers': 1, 'destinations': 4",
    "3:warehouse channels \"email\",\"sms\"; 4:cdp mau [50000..150000)" },
  { DATA, MANY "'mau': 150000, 'engineers': 2, 'destinations': 5", "5:warehouse destinations >= 6" },
  { DATA, MANY "'mau': 150000, 'engineers': 1.5, 'destinations': 5", "4:cdp mau [50000..150000)" },
  { DATA, "'regulated': true, 'multi_region': false, 'stage': 'scaling', 'channels': ['push'], 'mau': 200000, 'engineers': 1, 'destinations': 1",
    "1:hybrid multi_region true; 2:hybrid stage \"enterprise\"" },
  { DATA, MANY "'mau': 200000, 'engineers': 1, 'destinations': 2",
    "1:hybrid regulated true, multi_region true; 2:hybrid regulated true, stage \"enterprise\"; "
    "3:warehouse mau < 50000, channels \"email\",\"sms\"; 4:cdp mau [50000..150000), destinations [3..5]; "
    "5:warehouse destinations >= 6, engineers >= 2" },
  /* What nobody knows keeps a row from firing, too. */
  { DATA, "'regulated': false, 'channels': ['push'], 'mau': 200000, 'engineers': 0, 'destinations': 7", "5:warehouse engineers >= 2" },
  { DATA, "'regulated': false, 'channels': ['push'], 'mau': 49999, 'engineers': 1", "3:warehouse channels \"email\",\"sms\"" },
  { DATA, MANY "'mau': 150000, 'engineers': 3", "5:warehouse destinations >= 6" },
  /* Another decision is asked for through what it asks for. */
  { HUB, SIMPLE "'channels': ['sms'], 'marketers': 3",
    "2:orchestrator channels >= 3 | ai_branching true | external_systems true; 3:map marketers <= 2" },
  { HUB, SIMPLE "'channels': ['email', 'sms'], 'marketers': 3",
    "1:map+orchestrator channels >= 3 | ai_branching true | external_systems true" },
  /* Those that decide have none. */
  { DATA, MANY "'mau': 60000, 'engineers': 1, 'destinations': 3", "" },
  { DATA, MANY "'engineers': 1, 'destinations': 3", "" },
};

/* "ROW:OUTCOME …"; "narrative" for a row of it. */
static const Row rival_rows[] = {
  { DATA, PLAIN "'mau': 20000, 'channels': ['email'], 'engineers': 0, 'destinations': 1", "narrative 6:cdp" },
  { DATA, PLAIN "'mau': 20000, 'channels': ['email'], 'engineers': 1, 'destinations': 1", "" },
  { DATA, "'regulated': true, 'multi_region': true, 'mau': 20000, 'channels': ['sms'], 'engineers': 1", "3:warehouse; narrative 4:warehouse" },
  { DATA, "'regulated': true, 'multi_region': true, 'mau': 50000, 'channels': ['sms'], 'engineers': 1, 'destinations': 3", "4:cdp" },
  { DATA, "'regulated': true, 'multi_region': true, 'mau': 150000, 'channels': ['sms'], 'engineers': 2, 'destinations': 6", "5:warehouse" },
  { DATA, "'regulated': true, 'multi_region': true, 'mau': 150000, 'channels': ['sms'], 'engineers': 2, 'destinations': 5", "" },
  { DATA, "'regulated': true, 'multi_region': true, 'mau': 150000, 'engineers': 2", "" },
  { DATA, "'regulated': true, 'multi_region': false, 'stage': 'scaling', 'channels': ['sms'], 'mau': 50000, 'engineers': 1, 'destinations': 3", "narrative 1:hybrid" },
  { HUB, "'ai_branching': true, 'channels': ['email'], 'marketers': 2", "3:map" },
  { HUB, "'ai_branching': true, 'channels': ['email'], 'marketers': 3", "" },
  { KIND, "'ai_branching': true, 'custom_code': false, 'stateful_volume': true", "2:durable" },
  { KIND, "'ai_branching': true, 'custom_code': false, 'stateful_volume': false", "" },
  { TIME, READY "'mau': 29999, 'marketers': 3, 'customer_base': 'high-ltv'", "5:invest" },
  { TIME, READY "'mau': 29999, 'marketers': 3, 'customer_base': 'other'", "" },
  { RENDERING, "'surfaces': ['push'], 'stage': 'enterprise', 'regulated': true", "2:server-by-definition" },
};

static const Row ground_rows[] = {
  { DATA, PLAIN "'mau': 20000, 'channels': ['email'], 'engineers': 0, 'destinations': 1", "mau channels" },
  { DATA, MANY "'mau': 60000, 'engineers': 1, 'destinations': 2", "mau specialty_channels engineers regulated multi_region real_time_activation" },
  { HUB, SIMPLE "'channels': ['email', 'sms'], 'marketers': 3", "channels ai_branching external_systems" },
  { HUB, "'channels': ['email'], 'ai_branching': true", "channels ai_branching" },
  { TIME, "'mau': 29999", "mau" },
  { TIME, "'event_schema': 'missing'", "mau event_schema" },
  { TIME, READY "'mau': 30000, 'marketers': 3, 'customer_base': 'other'", "mau marketers customer_base event_schema segmentation variant_pipeline measurement" },
  { PROFILE, "'stage': 'scaling'", "mau regulated stage" },
  { PROFILE, "'stage': 'enterprise', 'regulated': true", "regulated stage" },
};

static void
append_obstacles (GString               *string,
                  const StrataMatrixRow *row)
{
  for (guint i = 0; i < row->n_obstacles; i++)
    {
      const StrataObstacle *obstacle = &row->obstacles[i];

      if (i > 0)
        g_string_append (string, obstacle->cell == obstacle[-1].cell ? " |" : ",");
      g_string_append_printf (string, " %s %s", strata_fact_get (obstacle->fact)->key, obstacle->asks);
    }
}

static char *
describe_rows (const StrataMatrixRow *rows,
               guint                  n_rows)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < n_rows; i++)
    {
      g_string_append_printf (string, "%s%s%u:%s", i > 0 ? "; " : "", rows[i].is_leaning ? "narrative " : "",
                              rows[i].row, rows[i].outcome);
      append_obstacles (string, &rows[i]);
      g_assert_nonnull (rows[i].description);
    }

  return g_string_free (string, FALSE);
}

static char *
describe_nearest (const StrataDecision *decision)
{
  return describe_rows (decision->nearest, decision->n_nearest);
}

static char *
describe_rivals (const StrataDecision *decision)
{
  return describe_rows (decision->rivals, decision->n_rivals);
}

static char *
describe_grounds (const StrataDecision *decision)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < STRATA_N_FACTS; i++)
    if (decision->grounds & STRATA_FACT_BIT (i))
      g_string_append_printf (string, "%s%s", string->len > 0 ? " " : "", strata_fact_get (i)->key);

  return g_string_free (string, FALSE);
}

static void
check_rows (const Row *table,
            guint      n_rows,
            char    *(*describe_one) (const StrataDecision *decision))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = strata_decision_model_load (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (StrataDecisions) decisions = decide (table[i].facts, model);
      g_autofree char *found = describe_one (strata_decisions_get (decisions, table[i].decision));

      g_test_message ("%s from {%s}", strata_decision_get_key (table[i].decision), table[i].facts);
      g_assert_cmpstr (found, ==, table[i].answer);
    }
}

static void
test_nearest (void)
{
  check_rows (near_rows, G_N_ELEMENTS (near_rows), describe_nearest);
}

static void
test_rivals (void)
{
  check_rows (rival_rows, G_N_ELEMENTS (rival_rows), describe_rivals);
}

static void
test_grounds (void)
{
  check_rows (ground_rows, G_N_ELEMENTS (ground_rows), describe_grounds);
}

/* The article's grid (decision model, section 4.7): who has no row hears of
 * near ones, who has two that disagree hears of the other. */
static void
test_grid (void)
{
  static const char * const users[] = { "20000", "100000", "200000" };
  static const char * const channels[] = { "'email'", "'email', 'sms'" };
  static const char * const bounds[] = { "false", "true" };
  g_autoptr (DmnModel) model = strata_decision_model_load (NULL);
  guint n_leanings = 0, n_disagreements = 0;

  for (guint i = 0; i < 3 * 2 * 3 * 3 * 2; i++)
    {
      const char *bound = bounds[i / 54];
      g_autofree char *facts =
        g_strdup_printf ("'mau': %s, 'channels': [%s], 'destinations': %u, 'engineers': %u, 'regulated': %s, 'multi_region': %s, "
                         "'stage': 'scaling', 'specialty_channels': false, 'real_time_activation': false",
                         users[i % 3], channels[i / 3 % 2], i / 6 % 3 * 3 + 1, i / 18 % 3, bound, bound);
      g_autoptr (StrataDecisions) decisions = decide (facts, model);
      const StrataDecision *decision = strata_decisions_get (decisions, DATA);

      g_assert_cmpint (decision->n_nearest > 0, ==, decision->basis == STRATA_BASIS_LEANING);
      n_leanings += decision->n_nearest > 0;
      n_disagreements += decision->n_rivals > 0 && !decision->rivals[0].is_leaning;
    }
  g_assert_cmpuint (n_leanings, ==, 39);
  g_assert_cmpuint (n_disagreements, ==, 15);
}

static void
test_reason (void)
{
  g_autoptr (DmnModel) model = strata_decision_model_load (NULL);
  g_autoptr (StrataDecisions) one = decide ("'mau': 29999, 'event_schema': 'in-place', 'marketers': 3", model);
  g_autoptr (StrataDecisions) several = decide ("'event_schema': 'missing'", model);

  g_assert_cmpstr (strata_decisions_get (one, TIME)->reason, ==, "Too few users for a result that means anything.");
  g_assert_null (strata_decisions_get (several, TIME)->reason);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/explain/nearest", test_nearest);
  g_test_add_func ("/explain/rivals", test_rivals);
  g_test_add_func ("/explain/grounds", test_grounds);
  g_test_add_func ("/explain/grid", test_grid);
  g_test_add_func ("/explain/reason", test_reason);

  return g_test_run ();
}
