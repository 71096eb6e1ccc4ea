/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of decisions and answers in the words of the room.
 */

#include "config.h"

#include "fixture.h"
#include "workspace/strata-decision-text.h"
#include "workspace/strata-fact-text.h"

#define PLAN(facts) "{\"format\": \"strata-plan\", \"version\": 1, \"facts\": {" facts "}, \"scenarios\": [{\"id\": \"one\"}]}"

static char *
join_notes (const char       *text,
            StrataDecisionId  id)
{
  g_autoptr (StrataPlan) plan = parse_plan (text);
  g_autoptr (DmnModel) model = strata_decision_model_load (NULL);
  g_autoptr (StrataDecisions) decisions = strata_decide (strata_plan_get_facts (plan), model, model, NULL);
  g_auto (GStrv) notes = strata_decision_text_list_notes (decisions, id);

  return g_strjoinv ("|", notes);
}

static void
test_notes (void)
{
  static const struct
  {
    StrataDecisionId  id;
    const char       *plan;
    const char       *notes;
  } rows[] = {
    { STRATA_DECISION_DATA_LAYER,
      PLAN ("\"mau\": 60000, \"channels\": [\"email\", \"sms\"], \"destinations\": 2, \"engineers\": 1, \"regulated\": false,"
            "\"multi_region\": false, \"stage\": \"scaling\", \"specialty_channels\": false, \"real_time_activation\": false"),
      "Row 4 is near and says CDP, but asks for this: Destinations: 3 – 5 (here: 2)." },
    { STRATA_DECISION_AUTOMATION_HUB,
      PLAN ("\"channels\": [\"sms\"], \"ai_branching\": false, \"external_systems\": [], \"marketers\": 3"),
      "Row 2 is near and says orchestrator, but asks for this: Channels: messaging channels ≥ 3 (here: SMS) or "
      "AI branching: yes (here: no) or External systems: any at all: yes (here: none).|"
      "Row 3 is near and says marketing automation, but asks for this: Marketers: ≤ 2 (here: 3)." },
    { STRATA_DECISION_DATA_LAYER,
      PLAN ("\"mau\": 20000, \"channels\": [\"email\"], \"engineers\": 0, \"regulated\": false"),
      "The matrix comes first, but what speaks beside it leans to another outcome, CDP: "
      "A warehouse that nobody looks after breaks; a CDP costs more, but runs without an engineer." },
    { STRATA_DECISION_AUTOMATION_HUB,
      PLAN ("\"channels\": [\"email\"], \"ai_branching\": true, \"marketers\": 2"),
      "The first row wins, but row 3 holds as well and says marketing automation: "
      "One channel and a small team: one platform is all that they can look after." },
    { STRATA_DECISION_PROFILE, PLAN ("\"stage\": \"scaling\""), "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *notes = join_notes (rows[i].plan, rows[i].id);

      g_assert_cmpstr (notes, ==, rows[i].notes);
    }
}

static void
test_cells (void)
{
  static const struct
  {
    StrataFactId  fact;
    const char   *cell;
    const char   *text;
  } rows[] = {
    { STRATA_FACT_MAU, "< 50000", "< 50,000" },
    { STRATA_FACT_MAU, "[50000..150000)", "50,000 – < 150,000" },
    { STRATA_FACT_DESTINATIONS, "[3..5]", "3 – 5" },
    { STRATA_FACT_ENGINEERS, ">= 0.5", "≥ 0.5" },
    { STRATA_FACT_REGULATED, "true", "yes" },
    { STRATA_FACT_CUSTOM_CODE, "false", "no" },
    { STRATA_FACT_CHANNELS, "\"email\",\"sms\"", "Email, SMS" },
    { STRATA_FACT_STAGE, "\"enterprise\", \"exit\"", "Enterprise, exit" },
    { STRATA_FACT_STAGE, "\"enterprise", "Enterprise" },
    { STRATA_FACT_EVENT_SCHEMA, "not(\"in-place\")", "not(In place)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = strata_fact_text_dup_cell (rows[i].fact, rows[i].cell);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_answers (void)
{
  g_autoptr (StrataPlan) plan =
    parse_plan (PLAN ("\"mau\": 30000, \"channels\": [\"email\", \"web\"], \"external_systems\": [], \"regulated\": true,"
                      "\"stage\": \"pre-pmf\", \"variants_per_week\": 5, \"engineers\": 0.5"));
  g_autoptr (DmnModel) model = strata_decision_model_load (NULL);
  g_autoptr (StrataDecisions) decisions = strata_decide (strata_plan_get_facts (plan), model, model, NULL);
  const StrataFactSet all = STRATA_FACT_BIT (STRATA_FACT_MAU) | STRATA_FACT_BIT (STRATA_FACT_CHANNELS)
                            | STRATA_FACT_BIT (STRATA_FACT_ENGINEERS) | STRATA_FACT_BIT (STRATA_FACT_MARKETERS)
                            | STRATA_FACT_BIT (STRATA_FACT_REGULATED) | STRATA_FACT_BIT (STRATA_FACT_EXTERNAL_SYSTEMS)
                            | STRATA_FACT_BIT (STRATA_FACT_STAGE) | STRATA_FACT_BIT (STRATA_FACT_VARIANT_PIPELINE);
  g_auto (GStrv) lines = strata_fact_text_list (decisions, all);
  g_autofree char *text = g_strjoinv ("|", lines);

  g_assert_cmpstr (text, ==, "Monthly active users: 30,000|Channels: Email, Web|Data engineers: 0.5|Marketers: unknown|Regulated: yes|"
                             "External systems: none|Stage: Before product–market fit|Variant pipeline: Partial");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decision-text/notes", test_notes);
  g_test_add_func ("/decision-text/cells", test_cells);
  g_test_add_func ("/decision-text/answers", test_answers);

  return g_test_run ();
}
