/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of the checks: for each code what fires it, and what nearly does.
 */

#include "config.h"

#include "stack.h"

typedef struct
{
  const char *code;
  const char *facts;      /* members of the object */
  const char *placements; /* "ID TOOL LAYER WORD…", parted by semicolons */
  const char *rest;       /* more members of the scenario, or NULL */
  const char *found;      /* "SEVERITY TOOLS [CAPABILITIES] [DAYS]", likewise */
} Row;

#define UP "c cdp data existing; "
#define READY UP "m map automation existing; "
#define IN_PLACE "'event_schema': 'in-place', 'segmentation': 'in-place', 'variant_pipeline': 'in-place', 'measurement': 'in-place'"

#define HYBRID "'regulated': true, 'multi_region': true"
#define LEANS_HYBRID "'mau': 60000, 'destinations': 1, 'engineers': 1, 'regulated': true, 'multi_region': false, 'stage': 'scaling'"
#define HUB "'ai_branching': false, 'channels': ['email'], 'external_systems': []"
#define DURABLE "'ai_branching': true, 'channels': ['email'], 'custom_code': true, 'stateful_volume': true"

static const Row rows[] = {
  /* Readiness shows in what starts before it. */
  { "order/automation-before-data", "", "m map automation", NULL, "warning m" },
  { "order/automation-before-data", "", "m map automation existing", NULL, "warning m" },
  { "order/automation-before-data", "", UP "m map automation start=-1", NULL, "warning m" },
  { "order/automation-before-data", "", UP "m map automation start=0", NULL, "" },
  { "order/automation-before-data", "", UP "m map automation existing start=-1", NULL, "" },
  { "order/automation-before-data", "", "m map data", NULL, "" },
  { "order/automation-before-data", "", "t text automation", NULL, "" },
  { "order/automation-before-data", "", "c cdp data; m map automation start=44", NULL, "warning m" },
  { "order/automation-before-data", "", "c cdp data; m map automation start=45", NULL, "" },
  { "order/automation-before-data", "", "w wh data existing; m map automation", NULL, "warning m" },
  { "order/automation-before-data", "", "w wh data existing; s sync data; m map automation start=44", NULL, "warning m" },
  { "order/automation-before-data", "", "w wh data existing; s sync data; m map automation start=45", NULL, "" },
  { "order/automation-before-data", "", "w wh data existing retire=40; s sync data start=40 live=40; m map automation", NULL, "warning m" },
  { "order/automation-before-data", "", "c cdp data retiring start=90; m map automation", NULL, "warning m" },
  { "order/personalization-before-data", "", "e eng personalization", NULL, "error e" },
  { "order/personalization-before-data", "", "e eng personalization existing", NULL, "warning e" },
  { "order/personalization-before-data", "", "c cdp data; e eng personalization existing start=44", NULL, "warning e" },
  { "order/personalization-before-data", "", "c cdp data; e eng personalization start=45", NULL, "" },
  { "order/personalization-before-data", "", "f flag personalization", NULL, "" },
  { "order/personalization-before-data", "", "e eng personalization roles=['feature-flags']", NULL, "" },
  { "order/personalization-before-data", "", "e eng data", NULL, "" },
  { "order/personalization-before-automation", "", UP "e eng personalization", NULL, "error e" },
  { "order/personalization-before-automation", "", UP "e eng personalization existing", NULL, "warning e" },
  { "order/personalization-before-automation", "", READY "e eng personalization", NULL, "" },
  { "order/personalization-before-automation", "", UP "m map automation; e eng personalization start=74", NULL, "error e" },
  { "order/personalization-before-automation", "", UP "m map automation; e eng personalization start=75", NULL, "" },
  { "order/personalization-before-automation", "", "e eng personalization", NULL, "" },

  { "order/data-goes-dark", "", "c cdp data retiring", NULL, "error c 90-" },
  { "order/data-goes-dark", "", "c cdp data existing retire=50; d cdp data existing start=60", NULL, "error c 50-60" },
  { "order/data-goes-dark", "", "c cdp data existing retire=50; d cdp data existing start=50", NULL, "" },
  { "order/data-goes-dark", "", "w wh data existing; s sync data retiring; x sync data retiring retire=80", NULL, "error s 90-" },
  { "order/data-goes-dark", "", "c cdp data existing retire=0", NULL, "" },
  { "order/hub-goes-dark", "", "m map automation retiring; o orch automation retiring retire=80", NULL, "error m 90-" },
  { "order/hub-goes-dark", "", "m map automation retiring; o orch automation start=45 live=90", NULL, "" },
  { "order/hub-goes-dark", "", "m map automation retiring; o orch automation start=45 live=91", NULL, "error m 90-91" },

  { "order/leaves-gap", "", "t text automation retiring; u text automation start=90", NULL, "" },
  { "order/leaves-gap", "", "t text automation retiring; u text automation start=100", NULL, "warning t audience-building,sms-send 90-100" },
  { "order/leaves-gap", "", "t text automation retiring; u text automation uses=['sms-send']", NULL, "warning t audience-building 90-" },
  { "order/leaves-gap", "", "t text automation retiring uses=[]", NULL, "" },
  { "order/leaves-gap", "", "t text automation retiring; u text automation start=100", "'owners': {'sms-send': 't'}", "warning t audience-building,sms-send 90-" },
  { "order/leaves-gap", "", "m map automation retiring", NULL, "" },
  { "order/leaves-gap", "", "m map automation retiring; o orch automation existing", NULL, "warning m email-send 90-" },
  { "order/leaves-gap", "", "r route data retiring; s sync data; x route data uses=['event-collection']", NULL, "" },
  { "order/leaves-gap", "", "s sync data retiring; r route data", NULL, "warning s reverse-sync 90-" },
  { "order/leaves-gap", "'regulated': true", "a cmp data retiring", NULL, "error a consent-record 90-" },
  { "order/leaves-gap", "'regulated': false", "a cmp data retiring", NULL, "warning a consent-record 90-" },
  { "order/leaves-gap", "'regulated': true", "a cmp data retiring start=100 retire=100", NULL, "error a consent-record 100-" },

  { "order/data-swapped", "", "c cdp data retiring; e eng personalization start=89; f eng personalization start=90", NULL, "warning c,e" },
  { "order/data-swapped", "", "c cdp data retiring; e eng personalization start=90", NULL, "" },
  { "order/data-swapped", "", "e eng personalization retire=200; c cdp data retiring retire=150", NULL, "" },
  { "order/data-swapped", "", "e eng personalization; w wh data retiring retire=150; f eng personalization", NULL, "warning e,w,f" },
  { "order/outside-phase", "", "m map automation start=44", NULL, "advice m" },
  { "order/outside-phase", "", "m map automation start=45; c cdp data; e eng personalization", NULL, "" },
  { "order/outside-phase", "", "m map automation existing start=44", NULL, "" },
  { "order/outside-phase", "", "c cdp data start=-1; e eng personalization start=74", NULL, "advice c; advice e" },

  { "order/flow-bypasses-data", "", "m map automation; e eng personalization", "'flows': [{'from': 'm', 'to': 'e', 'carries': 'audiences'}]", "warning m,e" },
  { "order/flow-bypasses-data", "", "m map automation; e eng personalization", "'flows': [{'from': 'm', 'to': 'e', 'carries': 'content'}]", "" },
  { "order/flow-bypasses-data", "", "m map automation; e flag personalization", "'flows': [{'from': 'm', 'to': 'e', 'carries': 'events'}]", "" },
  { "order/flow-bypasses-data", "", "m map data; e eng personalization", "'flows': [{'from': 'm', 'to': 'e', 'carries': 'events'}]", "" },
  { "order/flow-runs-down", "", "m map automation; e flag personalization", "'flows': [{'from': 'e', 'to': 'm', 'carries': 'events'}, {'from': 'e', 'to': 'm', 'carries': 'results'}]", "warning m,e" },
  { "order/flow-runs-down", "", "m map data; e eng personalization", "'flows': [{'from': 'e', 'to': 'm', 'carries': 'events'}]", "" },
  { "order/flow-cycle", "", "m map automation; t text automation; u text automation",
    "'flows': [{'from': 'm', 'to': 'u', 'carries': 'events'}, {'from': 'u', 'to': 'm', 'carries': 'content'}, {'from': 'u', 'to': 't', 'carries': 'events'}]", "error m,u" },
  { "order/flow-cycle", "", "m map automation; u text automation",
    "'flows': [{'from': 'm', 'to': 'u', 'carries': 'events'}, {'from': 'u', 'to': 'm', 'carries': 'results'}]", "" },
  { "order/flow-cycle", "", "m map automation; u text data",
    "'flows': [{'from': 'm', 'to': 'u', 'carries': 'events'}, {'from': 'u', 'to': 'm', 'carries': 'events'}]", "" },

  { "role/cdp-as-hub", "", "c cdp automation", NULL, "error c" },
  { "role/cdp-as-hub", "", "c mix automation roles=['cdp']", NULL, "" },
  { "role/cdp-as-hub", "", UP, NULL, "warning c" },
  { "role/cdp-as-hub", "", "c cdp data uses=['journeys']", NULL, "error c" },
  { "role/cdp-as-hub", "", "c cdp data uses=['profile-store']", NULL, "" },
  { "role/cdp-as-hub", "", UP "m map automation retiring", NULL, "" },
  { "role/cdp-as-hub", "", UP "m mix automation roles=['cdp']", NULL, "warning c" },
  { "role/wrong-layer", "", "m map data", NULL, "warning m" },
  { "role/wrong-layer", "", "m mix data roles=['map']; n map automation", NULL, "" },
  { "role/wrong-layer", "", "c cdp automation", NULL, "" },
  { "role/wrong-layer", "", "c cdp personalization", NULL, "" },
  { "role/wrong-layer", "", "c cdp personalization; m map automation", NULL, "warning c" },

  { "overlap/capability", "", "a map automation; b map automation", NULL, "warning a,b email-send" },
  { "overlap/capability", "", "c cdp data; w wh data", NULL, "error c,w profile-store" },
  { "overlap/capability", "", "c cdp data; w cdp data", NULL, "error c,w profile-store; warning c,w journeys" },
  { "overlap/capability", "", "a map automation; b map automation uses=['bi']", NULL, "" },
  { "overlap/capability", "", "a map automation; b map automation", "'owners': {'email-send': 'b'}", "" },
  { "overlap/capability", "", "a map automation existing; b map automation retiring start=10", NULL, "advice a,b email-send 10-90" },
  { "overlap/capability", "", "a map automation start=90; b map automation retiring", NULL, "" },
  { "overlap/capability", "", "a map automation start=89; b map automation retiring", NULL, "advice a,b email-send 89-90" },
  { "overlap/capability", "", "a map automation retiring retire=20; b map automation retiring start=10 retire=40; c map automation retiring start=30", NULL, "advice a,b,c email-send 10-40" },
  { "overlap/capability", "", "a map automation retiring retire=20; b map automation; c map automation", NULL, "warning b,c email-send" },
  { "overlap/capability", "", "a map automation existing start=100 retire=100; b map automation existing", NULL, "" },
  { "overlap/capability", "", "c cdp data modules=['engage'] uses=[]; t text automation", NULL, "advice c,t audience-building" },
  { "overlap/capability", "", "c cdp data uses=[]; t text automation", NULL, "" },
  { "overlap/capability", "", "c cdp data modules=['engage'] uses=[]; t text automation uses=['sms-send']", NULL, "" },
  { "overlap/capability", "", "c cdp data modules=['engage'] uses=[] retire=45; t text automation", NULL, "" },
  { "overlap/capability", "", "c cdp data modules=['engage'] uses=['audience-building']; t text automation", NULL, "warning c,t audience-building" },

  { "prereq/event-schema", "'event_schema': 'missing'", "e eng personalization; f eng personalization retiring", NULL, "error e" },
  { "prereq/event-schema", "'event_schema': 'partial'", "e eng personalization", NULL, "warning e" },
  { "prereq/event-schema", "", "e eng personalization", NULL, "advice e" },
  { "prereq/event-schema", IN_PLACE, "e eng personalization", NULL, "" },
  { "prereq/event-schema", "'event_schema': 'missing'", "e eng personalization retire=200; f flag personalization", NULL, "" },
  { "prereq/segmentation", "'segmentation': 'partial'", "e eng personalization", NULL, "warning e" },
  { "prereq/segmentation", IN_PLACE, "e eng personalization", NULL, "" },
  { "prereq/measurement", "'measurement': 'missing'", "e eng personalization", NULL, "error e" },
  { "prereq/measurement", IN_PLACE, "e eng personalization", NULL, "" },
  { "prereq/variant-pipeline", "'variants_per_week': 0", "e eng personalization", NULL, "error e" },
  { "prereq/variant-pipeline", "'variants_per_week': 5", "e eng personalization", NULL, "warning e" },
  { "prereq/variant-pipeline", "'variants_per_week': 6", "e eng personalization", NULL, "" },
  { "prereq/variant-pipeline", "'variants_per_week': 6, 'variant_pipeline': 'missing'", "e eng personalization", NULL, "error e" },

  { "prereq/capability", "", "n need automation", NULL, "error n profile-store,push-send" },
  { "prereq/capability", "", "n need automation; o need automation; c cdp data", NULL, "" },
  { "prereq/capability", "", "n need automation live=50; o need automation live=51; c cdp data", NULL, "error n push-send" },
  { "prereq/capability", "", "n need automation; o need automation; c cdp data retire=900", NULL, "error n profile-store; error o profile-store" },
  { "prereq/capability", "", "n need automation retire=900", NULL, "" },
  { "prereq/capability", "", "n need automation existing; o need automation existing; c cdp data existing uses=[]", NULL, "" },

  { "prereq/collection", "", "c cdp data; w wh data", NULL, "warning c,w" },
  { "prereq/collection", "", "c cdp data; r route data uses=[]", NULL, "" },
  { "prereq/collection", "", "c cdp data; r route data retire=900", NULL, "warning c" },
  { "prereq/collection", "", "c cdp data; m map automation", "'flows': [{'from': 'm', 'to': 'c', 'carries': 'results'}]", "" },
  { "prereq/collection", "", "c cdp data; m map automation", "'flows': [{'from': 'c', 'to': 'm', 'carries': 'events'}]", "warning c" },
  { "prereq/collection", "", "c cdp data retire=900", NULL, "" },
  { "prereq/transformation", "", "w wh data", NULL, "warning w" },
  { "prereq/transformation", "", "w wh data; d dbt data", NULL, "" },
  { "prereq/transformation", "", "c cdp data", NULL, "" },
  { "prereq/activation", "", "w wh data", NULL, "warning w" },
  { "prereq/activation", "", "w wh data; c cdp data", NULL, "" },
  { "prereq/activation", "", "w wh data; c cdp data retire=900", NULL, "warning w" },
  { "prereq/activation", "", "w wh data; s sync data", NULL, "" },
  { "prereq/identity", "", "w wh data", NULL, "warning w" },
  { "prereq/identity", "", "w wh data; i who data", NULL, "" },
  { "prereq/engineering", "'engineers': 0.5, 'mau': 50000", "w wh data", NULL, "error w" },
  { "prereq/engineering", "'engineers': 0.5, 'mau': 49999", "w wh data", NULL, "warning w" },
  { "prereq/engineering", "'engineers': 0.5", "w wh data", NULL, "error w" },
  { "prereq/engineering", "'engineers': 1", "w wh data", NULL, "" },
  { "prereq/engineering", "", "w wh data", NULL, "" },
  { "prereq/custom-code", "'custom_code': false", "o orch automation; p orch automation retiring", NULL, "error o" },
  { "prereq/custom-code", "", "o orch automation", NULL, "" },
  { "prereq/custom-code", "'custom_code': false", "m map automation", NULL, "" },
  { "prereq/consent", "'regulated': true", "m map automation", NULL, "error -" },
  { "prereq/consent", "", "m map automation", NULL, "" },
  { "prereq/consent", "'regulated': true", "m map automation retiring", NULL, "" },
  { "prereq/consent", "'regulated': true", UP "a cmp data start=1 live=1; b cmp data retiring start=2", NULL, "warning a,b" },
  { "prereq/consent", "'regulated': true", UP "a cmp data start=0 live=0", NULL, "" },
  { "prereq/consent", "'regulated': true", "m map automation; a cmp data retiring start=200 retire=200", NULL, "" },
  { "prereq/channel", "'channels': ['email', 'sms', 'whatsapp', 'web']", "m map automation", NULL, "warning - sms-send,whatsapp-send" },
  { "prereq/channel", "'channels': ['email', 'web']", "m map automation", NULL, "" },
  { "prereq/channel", "'channels': ['sms']", "m map automation retiring; c cdp data", NULL, "" },
  { "prereq/channel", "", "m map automation", NULL, "" },

  /* What the decisions call for. */
  { "order/automation-before-data", "'mau': 49999, 'stage': 'pre-pmf', 'regulated': false", "m map automation", NULL, "advice m" },
  { "order/automation-before-data", "'mau': 50000, 'stage': 'pre-pmf', 'regulated': false", "m map automation", NULL, "warning m" },
  { "overlap/hybrid-sync", HYBRID, "c cdp data; w wh data", NULL, "advice c,w profile-store" },
  { "overlap/hybrid-sync", HYBRID, "c cdp data; w wh data retire=900", NULL, "" },
  { "overlap/hybrid-sync", HYBRID, "c cdp data; w cdp data", NULL, "" },
  { "overlap/hybrid-sync", "", "c cdp data; w wh data", NULL, "" },
  { "overlap/capability", HYBRID, "c cdp data; w wh data", NULL, "" },
  { "overlap/redundant-tool", "", "a map automation monthly_cost=10; b map automation monthly_cost=20", NULL, "warning b" },
  { "overlap/redundant-tool", "", "a map automation; b map automation", NULL, "warning b" },
  { "overlap/redundant-tool", "", "a map automation monthly_cost=10; b map automation retire=900 monthly_cost=20", NULL, "" },
  { "overlap/redundant-tool", "", "a map automation monthly_cost=10; b map automation monthly_cost=20 uses=['bi']", NULL, "" },
  { "overlap/redundant-tool", "", "a text automation; b map automation", NULL, "" },
  { "overlap/redundant-tool", HUB, "a map automation roles=['map']; x mix automation roles=['cdp']; c cdp data", NULL, "warning x" },
  { "overlap/redundant-tool", HUB, "x mix automation roles=['map']; c cdp data uses=['journeys','profile-store']", NULL, "" },
  { "overlap/redundant-module", "", "c cdp data modules=['engage']; t text automation", NULL, "warning c" },
  { "overlap/redundant-module", "", "c cdp data modules=['engage']; t text automation uses=['sms-send']", NULL, "" },
  { "overlap/redundant-module", "", "c cdp data modules=['engage'] uses=['profile-store']", NULL, "warning c" },
  { "overlap/redundant-module", "", "c cdp data modules=['other']", NULL, "" },

  { "fit/cdp-too-early", "'mau': 49999, 'channels': ['email'], 'engineers': 1", "c cdp data", NULL, "warning c" },
  { "fit/cdp-too-early", "'mau': 50000, 'channels': ['email'], 'engineers': 1", "c cdp data", NULL, "" },
  { "fit/cdp-too-early", "'mau': 49999, 'channels': ['email'], 'engineers': 1, " HYBRID, "c cdp data", NULL, "" },
  { "fit/cdp-too-early", "'mau': 49999, 'channels': ['email'], 'engineers': 1", "w wh data", NULL, "" },
  { "fit/spreadsheets-at-scale", "'mau': 50000", "s sheet data existing", NULL, "warning s" },
  { "fit/spreadsheets-at-scale", "'mau': 49999", "s sheet data existing", NULL, "" },
  { "fit/spreadsheets-at-scale", "'mau': 199999", "s sheet data existing", NULL, "warning s" },
  { "fit/spreadsheets-at-scale", "'mau': 200000", "s sheet data existing", NULL, "error s" },
  { "fit/spreadsheets-at-scale", "'mau': 200000", UP "s sheet data existing", NULL, "" },
  { "fit/data-layer", HYBRID, "c cdp data", NULL, "warning c" },
  { "fit/data-layer", HYBRID, "c cdp data; w wh data", NULL, "" },
  { "fit/data-layer", LEANS_HYBRID, "c cdp data", NULL, "advice c" },
  { "fit/data-layer", "", "c cdp data", NULL, "" },
  { "fit/real-time", "'real_time_activation': true", "w wh data", NULL, "advice w" },
  { "fit/real-time", "'real_time_activation': true", "w wh data; c cdp data", NULL, "" },
  { "fit/real-time", "", "w wh data", NULL, "" },
  { "fit/hub-too-small", "'ai_branching': true, 'channels': ['email']", "m map automation", NULL, "warning m" },
  { "fit/hub-too-small", "'ai_branching': true, 'channels': ['email']", "m map automation; o orch automation", NULL, "" },
  { "fit/hub-too-small", "'ai_branching': true, 'channels': ['email']", "c cdp data", NULL, "" },
  { "fit/hub-too-big", HUB, "o orch automation", NULL, "advice o" },
  { "fit/hub-too-big", "'ai_branching': true, 'channels': ['email']", "o orch automation", NULL, "" },
  { "fit/not-durable", DURABLE, "o orch automation", NULL, "advice o" },
  { "fit/not-durable", DURABLE, "o orch automation; l lasts automation", NULL, "" },
  { "fit/not-durable", "'ai_branching': true, 'channels': ['email']", "o orch automation", NULL, "" },
  { "fit/personalization-too-early", "'mau': 30000, 'marketers': 2, " IN_PLACE, "e eng personalization", NULL, "warning e" },
  { "fit/personalization-too-early", "'mau': 30000, 'marketers': 3, " IN_PLACE, "e eng personalization", NULL, "" },
  { "fit/personalization-too-early", "'mau': 29999, 'marketers': 3, " IN_PLACE, "e eng personalization", NULL, "warning e" },
  { "fit/personalization-too-early", "'mau': 29999, 'marketers': 3, " IN_PLACE, "f flag personalization", NULL, "" },
  { "fit/client-side", "'surfaces': ['homepage']", "e eng personalization rendering='client'", NULL, "warning e" },
  { "fit/client-side", "'surfaces': ['other-web'], 'stage': 'scaling'", "e eng personalization rendering='client'", NULL, "advice e" },
  { "fit/client-side", "'surfaces': ['email-body'], 'stage': 'scaling'", "e eng personalization rendering='client'", NULL, "" },
  { "fit/client-side", "'surfaces': ['homepage']", "e eng personalization rendering='server'", NULL, "" },
  { "facts/unknown", "", "", NULL, "advice -" },
  { "facts/unknown", HYBRID ", " HUB ", 'mau': 1", "", NULL, "" },
};

static void
describe_finding (GString             *text,
                  StrataScenario      *scenario,
                  const StrataFinding *finding)
{
  g_string_append_printf (text, "%s%s ", text->len > 0 ? "; " : "", strata_severity_get_id (finding->severity));
  for (guint i = 0; i < finding->n_tools; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", scenario->placements[finding->tools[i]]->id);
  if (finding->n_tools == 0)
    g_string_append_c (text, '-');
  for (guint i = 0; finding->capabilities != NULL && finding->capabilities[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : " ", finding->capabilities[i]);
  if (!finding->has_days)
    return;
  g_string_append_printf (text, " %d-", finding->from_day);
  if (finding->to_day != STRATA_DAY_NEVER)
    g_string_append_printf (text, "%d", finding->to_day);
}

/* Numbers stand in the decision model, where they may be changed. */
static void
check_why (const StrataFinding *finding)
{
  g_assert_nonnull (finding->why);
  g_assert_true (g_str_has_suffix (finding->why, "."));
  g_assert_cmpuint (strcspn (finding->why, "0123456789"), ==, strlen (finding->why));
  for (guint i = 0; finding->facts != NULL && finding->facts[i] != NULL; i++)
    g_assert_true (finding->grounds & STRATA_FACT_BIT (strata_fact_lookup (finding->facts[i])->id));
}

static char *
describe (StrataAssessment *assessment,
          const char       *code)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < strata_assessment_get_n_findings (assessment); i++)
    {
      const StrataFinding *finding = strata_assessment_get_finding (assessment, i);

      g_assert_nonnull (finding->message);
      g_assert_true (g_str_has_suffix (finding->message, "."));
      check_why (finding);
      if (g_str_equal (finding->code, code))
        describe_finding (text, strata_assessment_get_scenario (assessment), finding);
    }
  return g_string_free (text, FALSE);
}

static StrataAssessment *
assess (const Row *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = strata_decision_model_load (&error);

  g_assert_no_error (error);

  return assess_stack (row->facts, row->placements, row->rest, model);
}

static void
test_table (gconstpointer data)
{
  const char *family = data;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataAssessment) assessment = NULL;
      g_autofree char *found = NULL;

      if (!g_str_has_prefix (rows[i].code, family))
        continue;
      assessment = assess (&rows[i]);
      found = describe (assessment, rows[i].code);
      if (!g_str_equal (found, rows[i].found))
        g_test_message ("%s: %s", rows[i].code, rows[i].placements);
      g_assert_cmpstr (found, ==, rows[i].found);
    }
}

/* How a placement is called when its tool stands there more than once. */
static void
test_names (void)
{
  const Row row = { "role/wrong-layer", "", "a map data; b map personalization; c map data; d text data; e map automation", NULL, NULL };
  static const char * const messages[] = {
    "map (a) stands in the data layer, but nothing that it is for belongs there.",
    "map (Personalization) stands in the personalization layer, but nothing that it is for belongs there.",
    "map (c) stands in the data layer, but nothing that it is for belongs there.",
    "text stands in the data layer, but nothing that it is for belongs there.",
  };
  g_autoptr (StrataAssessment) assessment = assess (&row);
  guint n = 0;

  for (guint i = 0; i < strata_assessment_get_n_findings (assessment); i++)
    {
      const StrataFinding *finding = strata_assessment_get_finding (assessment, i);

      if (!g_str_equal (finding->code, row.code))
        continue;
      g_assert_cmpuint (n, <, G_N_ELEMENTS (messages));
      g_assert_cmpstr (finding->message, ==, messages[n++]);
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (messages));
}

static void
test_long_lists (void)
{
  static const struct
  {
    const char *placements;
    const char *message;
  } lists[] = {
    { "a text data; b text personalization", "text (Data) and text (Personalization) both handle audience building and SMS, which is paid for twice." },
    { "a text data; b text data; c text data; d text data; e text data; f text data",
      "text (a), text (b), text (c), text (d), text (e) and text (f) all handle audience building and SMS, which is paid for more than once." },
    { "a text data; b text data; c text data; d text data; e text data; f text data; g text data",
      "text (a), text (b), text (c), text (d), text (e) and 2 more all handle audience building and SMS, which is paid for more than once." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const Row row = { "overlap/capability", "", lists[i].placements, NULL, NULL };
      g_autoptr (StrataAssessment) assessment = assess (&row);

      g_assert_cmpstr (strata_assessment_get_finding (assessment, 0)->code, ==, row.code);
      g_assert_cmpstr (strata_assessment_get_finding (assessment, 0)->message, ==, lists[i].message);
    }
}

/* Where the matrix and the article's text pull in two directions, the finding
 * says so, and how to get out of it. */
static void
test_conflict (void)
{
  static const struct
  {
    const char    *facts;
    const char    *says;
    StrataFactSet  grounds;
  } clients[] = {
    { "'mau': 20000, 'channels': ['email'], 'engineers': 0, 'regulated': false", "find one engineer first",
      STRATA_FACT_BIT (STRATA_FACT_MAU) | STRATA_FACT_BIT (STRATA_FACT_CHANNELS) | STRATA_FACT_BIT (STRATA_FACT_ENGINEERS) },
    { "'mau': 20000, 'channels': ['push'], 'engineers': 0", "there is not even one",
      STRATA_FACT_BIT (STRATA_FACT_MAU) | STRATA_FACT_BIT (STRATA_FACT_ENGINEERS) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (clients); i++)
    {
      const Row row = { "prereq/engineering", clients[i].facts, "w wh data", NULL, NULL };
      g_autoptr (StrataAssessment) assessment = assess (&row);
      const StrataFinding *finding = NULL;

      for (guint j = 0; finding == NULL || !g_str_equal (finding->code, row.code); j++)
        finding = strata_assessment_get_finding (assessment, j);
      g_assert_nonnull (strstr (finding->message, clients[i].says));
      g_assert_cmphex (finding->grounds, ==, clients[i].grounds);
    }
}

/* What the window asks of a single placement and of a layer. */
static void
test_totals (void)
{
  const Row row = { "", "", "m map automation monthly_cost=10.5; c cdp automation existing monthly_cost=5;"
                            "r route data existing; s sync data retiring monthly_cost=7; t text data start=91 monthly_cost=9",
                    "'accepted': [{'code': 'role/cdp-as-hub', 'tools': ['c']}]", NULL };
  g_autoptr (StrataAssessment) assessment = assess (&row);
  StrataSeverity worst = STRATA_SEVERITY_ADVICE;
  const guint *unknown;
  guint n_unknown;

  g_assert_cmpint (strata_assessment_get_monthly (assessment), ==, 1550);
  g_assert_cmpint (strata_assessment_get_layer_monthly (assessment, STRATA_LAYER_AUTOMATION), ==, 1550);
  g_assert_cmpint (strata_assessment_get_layer_monthly (assessment, STRATA_LAYER_DATA), ==, 0);
  unknown = strata_assessment_get_unknown_costs (assessment, &n_unknown);
  g_assert_cmpuint (n_unknown, ==, 1);
  g_assert_cmpuint (unknown[0], ==, 2);
  g_assert_cmpuint (strata_assessment_count_accepted (assessment), ==, 1);
  g_assert_cmpuint (strata_assessment_count_placement (assessment, 4, &worst), ==, 1);
  g_assert_cmpint (worst, ==, STRATA_SEVERITY_WARNING);
  g_assert_cmpuint (strata_assessment_count_placement (assessment, 2, NULL), ==, 0);
  g_assert_cmpint (strata_assessment_get_span (assessment, 0)->live, ==, 75);
  g_assert_cmpint (strata_assessment_get_span (assessment, 3)->retire, ==, 90);
  g_assert_cmpint (strata_assessment_get_phases (assessment)->begin[STRATA_LAYER_PERSONALIZATION], ==, 75);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/rules/facts", "facts/", test_table);
  g_test_add_data_func ("/rules/fit", "fit/", test_table);
  g_test_add_data_func ("/rules/order", "order/", test_table);
  g_test_add_data_func ("/rules/overlap", "overlap/", test_table);
  g_test_add_data_func ("/rules/prereq", "prereq/", test_table);
  g_test_add_data_func ("/rules/role", "role/", test_table);
  g_test_add_func ("/rules/names", test_names);
  g_test_add_func ("/rules/long-lists", test_long_lists);
  g_test_add_func ("/rules/conflict", test_conflict);
  g_test_add_func ("/rules/totals", test_totals);

  return g_test_run ();
}
