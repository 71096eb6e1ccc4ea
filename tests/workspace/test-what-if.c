/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of what a what-if tells of an edit, and of what it marks.
 */

#include "config.h"

#include "fixture.h"
#include "model/strata-gesture.h"

#define SEGMENT   "{\"id\": \"segment\", \"tool\": \"segment\", \"layer\": \"data\", \"status\": \"existing\"}"
#define HUBSPOT   "{\"id\": \"hubspot\", \"tool\": \"hubspot\", \"layer\": \"automation\", \"status\": \"existing\"}"
#define KLAVIYO   "{\"id\": \"klaviyo\", \"tool\": \"klaviyo\", \"layer\": \"automation\"}"
#define KLAVIYO_2 "{\"id\": \"second\", \"tool\": \"klaviyo\", \"layer\": \"automation\"}"
#define N8N       "{\"id\": \"n8n\", \"tool\": \"n8n\", \"layer\": \"automation\"}"
#define YIELD     "{\"id\": \"yield\", \"tool\": \"dynamic-yield\", \"layer\": \"personalization\"}"
#define SNOWFLAKE "{\"id\": \"snowflake\", \"tool\": \"snowflake\", \"layer\": \"data\", \"status\": \"existing\"}"
#define FACTS     "\"regulated\": false, \"custom_code\": true, \"mau\": 100000, \"engineers\": 2"

static StrataPlan *
make_plan (const char *placements)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"strata-plan\", \"version\": 1, \"currency\": \"EUR\", "
                                           "\"facts\": {" FACTS "}, \"scenarios\": [{\"id\": \"s\", \"placements\": [%s]}]}",
                                           placements);

  return parse_plan (text);
}

/* What a hand might do: place a tool, move a card, or remove one (to no layer). */
typedef struct
{
  const char *placements;
  const char *tool;
  const char *placement;
  int         layer;
} Act;

static StrataEdit *
make_edit (StrataPlan    *plan,
           StrataCatalog *catalog,
           const Act     *act)
{
  StrataScenario *scenario = strata_plan_get_scenario (plan, 0);
  g_autoptr (GPtrArray) placements = g_ptr_array_new ();

  if (act->tool != NULL)
    return strata_gesture_place (scenario, strata_catalog_find_tool (catalog, plan, act->tool), act->layer, 0, NULL);

  g_ptr_array_add (placements, strata_scenario_find (scenario, act->placement, NULL));
  if (act->layer < 0)
    return strata_gesture_remove (scenario, placements, "Remove");

  return strata_gesture_move (scenario, placements, "it", act->layer, 0);
}

static StrataWhatIf *
ask (const Act *act)
{
  g_autoptr (StrataCatalog) catalog = make_catalog ();
  g_autoptr (StrataPlan) plan = make_plan (act->placements);
  g_autoptr (StrataEdit) edit = make_edit (plan, catalog, act);
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) edited = edit != NULL ? strata_plan_apply (plan, edit, &error) : strata_plan_ref (plan);
  g_autoptr (StrataAssessment) before = assess_plan (plan, catalog);
  g_autoptr (StrataAssessment) after = NULL;

  g_assert_no_error (error);
  after = assess_plan (edited, catalog);

  return strata_what_if_new (before, after, catalog);
}

static void
test_tells (void)
{
  static const struct
  {
    Act         act;
    const char *text;
  } rows[] = {
    { { HUBSPOT, "klaviyo", NULL, STRATA_LAYER_AUTOMATION }, "1 ordering violation; 1 overlap with HubSpot: email; 1 possible cut: HubSpot" },
    { { HUBSPOT "," KLAVIYO, "klaviyo", NULL, STRATA_LAYER_AUTOMATION }, "1 ordering violation; 1 overlap with HubSpot and Klaviyo (klaviyo): email; 1 possible cut: HubSpot" },
    { { HUBSPOT "," KLAVIYO, NULL, "klaviyo", -1 }, "Solves 1 ordering violation; Solves 1 overlap with HubSpot: email; Solves 1 possible cut" },
    { { HUBSPOT "," KLAVIYO "," KLAVIYO_2, NULL, "second", -1 }, "Solves 1 overlap with HubSpot and Klaviyo (klaviyo): email; Solves 1 ordering violation; Solves 1 possible cut" },
    { { HUBSPOT "," KLAVIYO, NULL, "klaviyo", STRATA_LAYER_DATA }, "1 tool in the wrong place; Solves 1 ordering violation" },
    { { HUBSPOT, "segment", NULL, STRATA_LAYER_DATA }, "1 missing prerequisite; Solves 1 ordering violation: HubSpot" },
    { { HUBSPOT "," SEGMENT, "segment", NULL, STRATA_LAYER_DATA }, "1 overlap with Segment (segment): profiles; 1 overlap with Segment (segment): events; 1 possible cut: Segment (segment); and 1 more" },
    { { HUBSPOT "," SEGMENT, "dynamic-yield", NULL, STRATA_LAYER_PERSONALIZATION }, "4 missing prerequisites" },
    { { HUBSPOT, "dynamic-yield", NULL, STRATA_LAYER_PERSONALIZATION }, "1 ordering violation; 4 missing prerequisites" },
    { { HUBSPOT, "snowflake", NULL, STRATA_LAYER_DATA }, "4 missing prerequisites" },
    { { HUBSPOT, "n8n", NULL, STRATA_LAYER_AUTOMATION }, "1 ordering violation" },
    { { KLAVIYO "," YIELD, NULL, "klaviyo", STRATA_LAYER_PERSONALIZATION }, "1 tool in the wrong place; Solves 1 ordering violation" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataWhatIf) what_if = ask (&rows[i].act);
      g_autofree char *text = strata_what_if_dup_text (what_if);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_tells_of_nothing (void)
{
  static const Act act = { HUBSPOT "," N8N, NULL, "n8n", STRATA_LAYER_AUTOMATION };
  g_autoptr (StrataWhatIf) what_if = ask (&act);
  g_autofree char *text = strata_what_if_dup_text (what_if);

  g_assert_cmpstr (text, ==, "Nothing changes");
  g_assert_cmpuint (strata_what_if_get_n_lines (what_if), ==, 0);
  g_assert_null (strata_what_if_get_more (what_if));
  g_assert_null (strata_what_if_find_mark (what_if, "hubspot"));
}

static void
test_lines (void)
{
  static const Act act = { KLAVIYO, NULL, "klaviyo", STRATA_LAYER_DATA };
  g_autoptr (StrataWhatIf) what_if = ask (&act);

  g_assert_cmpuint (strata_what_if_get_n_lines (what_if), ==, 2);
  g_assert_cmpint (strata_what_if_get_line (what_if, 0)->severity, ==, STRATA_SEVERITY_WARNING);
  g_assert_cmpint (strata_what_if_get_line (what_if, 1)->severity, ==, STRATA_WHAT_IF_SOLVED);
}

static void
test_marks (void)
{
  static const struct
  {
    Act         act;
    const char *placement;
    int         severity;
    int         n_findings;
  } rows[] = {
    { { HUBSPOT, "klaviyo", NULL, STRATA_LAYER_AUTOMATION }, "hubspot", STRATA_SEVERITY_WARNING, 2 },
    { { HUBSPOT "," KLAVIYO, NULL, "klaviyo", -1 }, "hubspot", STRATA_WHAT_IF_SOLVED, -1 },
    { { HUBSPOT "," KLAVIYO "," KLAVIYO_2, NULL, "second", -1 }, "hubspot", STRATA_WHAT_IF_SOLVED, 0 },
    { { HUBSPOT, "segment", NULL, STRATA_LAYER_DATA }, "hubspot", STRATA_WHAT_IF_SOLVED, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataWhatIf) what_if = ask (&rows[i].act);
      const StrataWhatIfMark *mark = strata_what_if_find_mark (what_if, rows[i].placement);

      g_test_message ("row %u", i);
      g_assert_nonnull (mark);
      g_assert_cmpint (mark->severity, ==, rows[i].severity);
      g_assert_cmpint (mark->n_findings, ==, rows[i].n_findings);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/what-if/tells", test_tells);
  g_test_add_func ("/workspace/what-if/tells-of-nothing", test_tells_of_nothing);
  g_test_add_func ("/workspace/what-if/lines", test_lines);
  g_test_add_func ("/workspace/what-if/marks", test_marks);

  return g_test_run ();
}
