/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of what a lane's heading says.
 */

#include "config.h"

#include "fixture.h"

#define GATE_OPEN "\"event_schema\": \"in-place\", \"segmentation\": \"in-place\", " \
                  "\"variant_pipeline\": \"in-place\", \"measurement\": \"in-place\""
#define CDP "{\"id\": \"a\", \"tool\": \"segment\", \"layer\": \"data\", \"monthly_cost\": 1500}"
#define WAREHOUSE "{\"id\": \"b\", \"tool\": \"snowflake\", \"layer\": \"data\"}"
#define MAP "{\"id\": \"c\", \"tool\": \"klaviyo\", \"layer\": \"automation\", \"monthly_cost\": 600}"
#define CRM "{\"id\": \"d\", \"tool\": \"hubspot\", \"layer\": \"automation\", \"roles\": [\"crm\"]}"
#define ENGINE "{\"id\": \"e\", \"tool\": \"dynamic-yield\", \"layer\": \"personalization\", \"monthly_cost\": 4000}"
#define BRIEF_ENGINE "{\"id\": \"e\", \"tool\": \"dynamic-yield\", \"layer\": \"personalization\", " \
                     "\"start_day\": 0, \"live_day\": 0, \"retire_day\": 10}"

static StrataAssessment *
assess (StrataCatalog *catalog,
        const char    *facts,
        const char    *placements)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"strata-plan\", \"version\": 1, \"currency\": \"EUR\", "
                                           "\"facts\": {%s}, \"scenarios\": [{\"id\": \"s\", \"placements\": [%s]}]}",
                                           facts, placements);
  g_autoptr (StrataPlan) plan = parse_plan (text);

  return assess_plan (plan, catalog);
}

static void
test_ready_text (void)
{
  static const struct
  {
    StrataLayer  layer;
    const char  *facts;
    const char  *placements;
    const char  *text;
  } rows[] = {
    { STRATA_LAYER_DATA, "", CDP, "Ready on day 45" },
    { STRATA_LAYER_DATA, "", "", "Never ready: no CDP, and no warehouse with reverse ETL" },
    { STRATA_LAYER_DATA, "", MAP, "Never ready: no CDP, and no warehouse with reverse ETL" },
    { STRATA_LAYER_DATA, "", WAREHOUSE, "Never ready: no reverse ETL is live beside the warehouse" },
    { STRATA_LAYER_AUTOMATION, "", CDP "," MAP, "Ready on day 75" },
    { STRATA_LAYER_AUTOMATION, "", MAP, "Never ready: the data layer is never ready" },
    { STRATA_LAYER_AUTOMATION, "", CDP "," CRM, "Never ready: no marketing automation or orchestrator" },
    { STRATA_LAYER_AUTOMATION, "", CDP "," MAP "," CRM, "Ready on day 75" },
    { STRATA_LAYER_PERSONALIZATION, GATE_OPEN, CDP "," MAP "," ENGINE, "Ready on day 90" },
    { STRATA_LAYER_PERSONALIZATION, GATE_OPEN, CDP "," MAP, "Never ready: nothing personalizes" },
    { STRATA_LAYER_PERSONALIZATION, "", CDP "," MAP "," ENGINE, "Never ready: the gate is shut" },
    { STRATA_LAYER_PERSONALIZATION, "", ENGINE, "Never ready: the gate is shut" },
    { STRATA_LAYER_PERSONALIZATION, GATE_OPEN, CDP "," ENGINE, "Never ready: the automation layer is never ready" },
    { STRATA_LAYER_PERSONALIZATION, GATE_OPEN, CDP "," MAP "," BRIEF_ENGINE,
      "Never ready: nothing personalizes once the automation layer is ready" },
  };
  g_autoptr (StrataCatalog) catalog = make_catalog ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataAssessment) assessment = assess (catalog, rows[i].facts, rows[i].placements);
      g_autoptr (StrataLane) lane = strata_lane_new (rows[i].layer);

      strata_lane_update (lane, catalog, assessment, FALSE);
      g_assert_cmpstr (strata_lane_get_ready_text (lane), ==, rows[i].text);
      g_assert_cmpint (strata_lane_get_ready (lane), ==, g_str_has_prefix (rows[i].text, "Ready"));
    }
}

static void
test_cost_text (void)
{
  static const struct
  {
    const char *placements;
    const char *text;
  } rows[] = {
    { "", NULL },
    { MAP, NULL },
    { CDP, "€\u202f1,500" },
    { WAREHOUSE, "Cost unknown" },
    { CDP "," WAREHOUSE, "€\u202f1,500 and 1 unknown" },
  };
  g_autoptr (StrataCatalog) catalog = make_catalog ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataAssessment) assessment = assess (catalog, "", rows[i].placements);
      g_autoptr (StrataLane) lane = strata_lane_new (STRATA_LAYER_DATA);

      strata_lane_update (lane, catalog, assessment, FALSE);
      g_assert_cmpstr (strata_lane_get_cost_text (lane), ==, rows[i].text);
    }
}

static void
test_heading (void)
{
  static const struct
  {
    const char *title;
    const char *phase;
    guint       n_placements;
  } rows[STRATA_N_LAYERS] = {
    { "Data", "Days 0 – 45", 2 },
    { "Automation", "Days 45 – 75", 1 },
    { "Personalization", "Days 75 – 90", 0 },
  };
  g_autoptr (StrataCatalog) catalog = make_catalog ();
  g_autoptr (StrataAssessment) assessment = assess (catalog, "", CDP "," WAREHOUSE "," MAP);

  for (guint i = 0; i < STRATA_N_LAYERS; i++)
    {
      g_autoptr (StrataLane) lane = strata_lane_new ((StrataLayer) i);

      strata_lane_update (lane, catalog, assessment, FALSE);
      g_assert_cmpint (strata_lane_get_layer (lane), ==, i);
      g_assert_cmpstr (strata_lane_get_title (lane), ==, rows[i].title);
      g_assert_cmpstr (strata_lane_get_phase_text (lane), ==, rows[i].phase);
      g_assert_cmpuint (strata_lane_get_n_placements (lane), ==, rows[i].n_placements);
    }
}

static void
test_finalize (void)
{
  g_assert_finalize_object (strata_lane_new (STRATA_LAYER_DATA));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/lane/ready-text", test_ready_text);
  g_test_add_func ("/workspace/lane/cost-text", test_cost_text);
  g_test_add_func ("/workspace/lane/heading", test_heading);
  g_test_add_func ("/workspace/lane/finalize", test_finalize);

  return g_test_run ();
}
