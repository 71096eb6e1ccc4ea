/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans: what is refused and how it is said, what is not, what is read.
 */

#include "model-helpers.h"

/* Where %s goes in each of these is what a row is about. */
#define IN_PLAN "{'format':'strata-plan','version':1,%s'scenarios':[{'id':'s'}]}"
#define IN_FACTS "{'format':'strata-plan','version':1,'facts':{%s},'scenarios':[{'id':'s'}]}"
#define IN_TOOL "{'format':'strata-plan','version':1,'tools':{'own':{%s}},'scenarios':[{'id':'s'}]}"
#define IN_SCENARIO "{'format':'strata-plan','version':1,'scenarios':[{'id':'s','placements':[" \
  "{'id':'p1','tool':'a','layer':'data'},{'id':'p2','tool':'b','layer':'data'}]%s}]}"
#define IN_PLACEMENT "{'format':'strata-plan','version':1,'scenarios':[{'id':'s'},{'id':'t','placements':[" \
  "{'id':'p0','tool':'b','layer':'data'},{%s}]}]}"
#define AS_PLACEMENT(more) "'id':'p1','tool':'a','layer':'automation'," more

typedef struct
{
  const char *frame;
  const char *part;
  const char *path;    /* NULL: this plan is right */
  const char *message; /* a part of it */
} Row;

static const Row rows[] = {
  { "%s", "[]", "", "the plan is an empty array; allowed is an object" },
  { "%s", "'x'", "", "the plan is \"x\"" },
  { "%s", "{}", "format", "format is missing" },
  { "%s", "{'format':null,'version':1}", "format", "format is missing" },
  { "%s", "{'format':'other','version':1}", "format", "\"other\"; allowed is \"strata-plan\"" },
  { "%s", "{'format':1,'version':1}", "format", "format is 1; allowed is a string" },
  { "%s", "{'format':'strata-plan'}", "version", "version is missing" },
  { "%s", "{'format':'strata-plan','version':'1'}", "version", "\"1\"" },
  { "%s", "{'format':'strata-plan','version':1.0}", "version", "version is 1.0; allowed is a whole number" },
  { "%s", "{'format':'strata-plan','version':0}", "version", "at least 1" },
  { "%s", "{'format':'strata-plan','version':1}", "scenarios", "scenarios is missing" },
  { "%s", "{'format':'strata-plan','version':1,'scenarios':[]}", "scenarios", "at least one scenario" },
  { "%s", "{'format':'strata-plan','version':1,'scenarios':{}}", "scenarios", "an object; allowed is an array" },
  { "%s", "{'format':'strata-plan','version':1,'scenarios':[null]}", "scenarios[0]", "null; allowed is an object" },
  { "%s", "{'format':'strata-plan','version':1,'scenarios':[{}]}", "scenarios[0].id", "missing" },
  { "%s", "{'format':'strata-plan','version':1,'scenarios':[{'id':''}]}", "scenarios[0].id", "not empty" },
  { "%s", "{'format':'strata-plan','version':1,'scenarios':[{'id':'a'},{'id':'b'},{'id':'a'}]}", "scenarios[2].id", "\"a\"; another scenario has this id" },
  { "%s", "{'format':'strata-plan','version':1,'scenarios':[{'id':'a','title':3}]}", "scenarios[0].title", "3; allowed is a string" },

  { IN_PLAN, "", NULL, NULL },
  { IN_PLAN, "'title':null,'client':null,'currency':null,'start_date':null,'facts':null,'tools':null,'model':null,", NULL, NULL },
  { IN_PLAN, "'x-unknown':{'layer':'dta'},", NULL, NULL },
  { IN_PLAN, "'title':1,", "title", "1; allowed is a string" },
  { IN_PLAN, "'client':true,", "client", "true" },
  { IN_PLAN, "'model':{},", "model", "an object" },
  { IN_PLAN, "'currency':'EUR',", NULL, NULL },
  { IN_PLAN, "'currency':'eur',", "currency", "three capital letters" },
  { IN_PLAN, "'currency':'EURO',", "currency", "three capital letters" },
  { IN_PLAN, "'currency':'€€€',", "currency", "three capital letters" },
  { IN_PLAN, "'currency':'',", "currency", "three capital letters" },
  { IN_PLAN, "'start_date':'2028-02-29',", NULL, NULL },
  { IN_PLAN, "'start_date':'2027-02-29',", "start_date", "allowed is a date" },
  { IN_PLAN, "'start_date':'2027-13-01',", "start_date", "allowed is a date" },
  { IN_PLAN, "'start_date':'2027-1-1',", "start_date", "allowed is a date" },
  { IN_PLAN, "'start_date':'20270101',", "start_date", "allowed is a date" },
  { IN_PLAN, "'start_date':'2027-01-01T00:00',", "start_date", "allowed is a date" },
  { IN_PLAN, "'start_date':'0000-01-01',", "start_date", "allowed is a date" },
  { IN_PLAN, "'start_date':20270101,", "start_date", "20270101; allowed is a string" },
  { IN_PLAN, "'facts':[],", "facts", "an empty array; allowed is an object" },
  { IN_PLAN, "'tools':[],", "tools", "allowed is an object" },

  { IN_FACTS, "'mau':0", NULL, NULL },
  { IN_FACTS, "'mau':-1", "facts.mau", "-1; allowed is a whole number of at least 0" },
  { IN_FACTS, "'mau':4.0", "facts.mau", "4.0; allowed is a whole number" },
  { IN_FACTS, "'mau':1e3", "facts.mau", "1000.0; allowed is a whole number" },
  { IN_FACTS, "'mau':'many'", "facts.mau", "\"many\"" },
  { IN_FACTS, "'mau_growth':-12.5", NULL, NULL },
  { IN_FACTS, "'mau_growth':'4'", "facts.mau_growth", "allowed is a number" },
  { IN_FACTS, "'engineers':0.5", NULL, NULL },
  { IN_FACTS, "'engineers':-0.5", "facts.engineers", "-0.5; allowed is a number of at least 0" },
  { IN_FACTS, "'marketers':2.5", "facts.marketers", "2.5" },
  { IN_FACTS, "'channels':['email','direct-mail']", NULL, NULL },
  { IN_FACTS, "'channels':[]", NULL, NULL },
  { IN_FACTS, "'channels':['email','fax']", "facts.channels[1]", "\"fax\"; allowed are \"email\", \"sms\"" },
  { IN_FACTS, "'channels':['email',null]", "facts.channels[1]", "null" },
  { IN_FACTS, "'channels':'email'", "facts.channels", "allowed is an array" },
  { IN_FACTS, "'regulated':'yes'", "facts.regulated", "allowed are true and false" },
  { IN_FACTS, "'regulated':0", "facts.regulated", "allowed are true and false" },
  { IN_FACTS, "'stage':'Enterprise'", "facts.stage", "allowed are \"pre-pmf\", \"scaling\" and \"enterprise\"" },
  { IN_FACTS, "'event_schema':'none'", "facts.event_schema", "\"missing\", \"partial\" and \"in-place\"" },
  { IN_FACTS, "'surfaces':['email']", "facts.surfaces[0]", "\"email-body\"" },
  { IN_FACTS, "'notes':{'anything at all':'text','gone':null}", NULL, NULL },
  { IN_FACTS, "'notes':{'odd key':1}", "facts.notes[\"odd key\"]", "allowed is a string" },
  { IN_FACTS, "'notes':[]", "facts.notes", "allowed is an object" },
  { IN_FACTS, "'x-fact':-1", NULL, NULL },

  { IN_TOOL, "'roles':['cdp']", NULL, NULL },
  { IN_TOOL, "'name':'Own'", "tools.own.roles", "missing" },
  { IN_TOOL, "'roles':null", "tools.own.roles", "missing" },
  { IN_TOOL, "'roles':[]", "tools.own.roles", "an empty array; a tool has at least one role" },
  { IN_TOOL, "'roles':['cdp','boss']", "tools.own.roles[1]", "\"boss\"; allowed are \"event-collection\"" },
  { IN_TOOL, "'roles':'cdp'", "tools.own.roles", "allowed is an array" },
  { IN_TOOL, "'roles':['cdp'],'name':1", "tools.own.name", "allowed is a string" },
  { IN_TOOL, "'roles':['cdp'],'capabilities':[1]", "tools.own.capabilities[0]", "allowed is a string" },
  { IN_TOOL, "'roles':['cdp'],'capabilities':['one of our own']", NULL, NULL },
  { IN_TOOL, "'roles':['cdp'],'offers':[{'module':'m'}]", "tools.own.offers[0].capability", "missing" },
  { IN_TOOL, "'roles':['cdp'],'offers':['x']", "tools.own.offers[0]", "allowed is an object" },
  { IN_TOOL, "'roles':['cdp'],'offers':[{'capability':'x','module':2}]", "tools.own.offers[0].module", "allowed is a string" },
  { IN_TOOL, "'roles':['cdp'],'requires':'x'", "tools.own.requires", "allowed is an array" },
  { IN_TOOL, "'roles':['cdp'],'needs_code':1", "tools.own.needs_code", "allowed are true and false" },
  { IN_PLAN, "'tools':{'gone':null},", NULL, NULL },
  { IN_PLAN, "'tools':{'':{'roles':['cdp']}},", "tools[\"\"]", "a tool without an id" },
  { IN_PLAN, "'tools':{'house-own':3},", "tools[\"house-own\"]", "3; allowed is an object" },

  { IN_SCENARIO, "", NULL, NULL },
  { IN_SCENARIO, ",'flows':[{'from':'p1','to':'p2','carries':'events'}]", NULL, NULL },
  { IN_SCENARIO, ",'flows':[{'from':'p1','to':'p2'}]", "scenarios[0].flows[0].carries", "missing" },
  { IN_SCENARIO, ",'flows':[{'to':'p2','carries':'events'}]", "scenarios[0].flows[0].from", "missing" },
  { IN_SCENARIO, ",'flows':[{'from':'p1','carries':'events'}]", "scenarios[0].flows[0].to", "missing" },
  { IN_SCENARIO, ",'flows':[{'from':'p1','to':'p2','carries':'money'}]", "scenarios[0].flows[0].carries", "allowed are \"events\"" },
  { IN_SCENARIO, ",'flows':[{'from':'p1','to':'p9','carries':'events'}]", "scenarios[0].flows[0].to", "\"p9\"; allowed is the id of a placement" },
  { IN_SCENARIO, ",'flows':[{'from':'P1','to':'p2','carries':'events'}]", "scenarios[0].flows[0].from", "\"P1\"" },
  { IN_SCENARIO, ",'flows':[{'from':'p1','to':'p1','carries':'events'}]", "scenarios[0].flows[0].to", "another placement" },
  { IN_SCENARIO, ",'flows':[{'from':1,'to':'p1','carries':'events'}]", "scenarios[0].flows[0].from", "allowed is a string" },
  { IN_SCENARIO, ",'flows':[null]", "scenarios[0].flows[0]", "allowed is an object" },
  { IN_SCENARIO, ",'owners':{'email-send':'p2','gone':null}", NULL, NULL },
  { IN_SCENARIO, ",'owners':{'email-send':'p9'}", "scenarios[0].owners[\"email-send\"]", "\"p9\"" },
  { IN_SCENARIO, ",'owners':{'journeys':['p1']}", "scenarios[0].owners.journeys", "allowed is a string" },
  { IN_SCENARIO, ",'owners':[]", "scenarios[0].owners", "allowed is an object" },
  { IN_SCENARIO, ",'accepted':[{'code':'a/b','tools':['gone'],'on':'2026-11-23'},{}]", NULL, NULL },
  { IN_SCENARIO, ",'accepted':[{'on':'2026-11-31'}]", "scenarios[0].accepted[0].on", "allowed is a date" },
  { IN_SCENARIO, ",'accepted':[{'tools':[4]}]", "scenarios[0].accepted[0].tools[0]", "allowed is a string" },
  { IN_SCENARIO, ",'accepted':[{'reason':4}]", "scenarios[0].accepted[0].reason", "allowed is a string" },

  { IN_PLACEMENT, "'tool':'a','layer':'data'", "scenarios[1].placements[1].id", "missing" },
  { IN_PLACEMENT, "'id':'p1','layer':'data'", "scenarios[1].placements[1].tool", "missing" },
  { IN_PLACEMENT, "'id':'p1','tool':'a'", "scenarios[1].placements[1].layer", "missing" },
  { IN_PLACEMENT, "'id':'','tool':'a','layer':'data'", "scenarios[1].placements[1].id", "not empty" },
  { IN_PLACEMENT, "'id':'p1','tool':'','layer':'data'", "scenarios[1].placements[1].tool", "not empty" },
  { IN_PLACEMENT, "'id':'p0','tool':'a','layer':'data'", "scenarios[1].placements[1].id", "\"p0\"; another placement" },
  { IN_PLACEMENT, "'id':'p1','tool':'a','layer':'dta'", "scenarios[1].placements[1].layer",
    "scenarios[1].placements[1].layer is \"dta\"; allowed are \"data\", \"automation\" and \"personalization\"" },
  { IN_PLACEMENT, AS_PLACEMENT ("'roles':[]"), "scenarios[1].placements[1].roles", "leave it out" },
  { IN_PLACEMENT, AS_PLACEMENT ("'roles':['boss']"), "scenarios[1].placements[1].roles[0]", "allowed are" },
  { IN_PLACEMENT, AS_PLACEMENT ("'roles':null"), NULL, NULL },
  { IN_PLACEMENT, AS_PLACEMENT ("'status':'gone'"), "scenarios[1].placements[1].status", "\"existing\", \"planned\" and \"retiring\"" },
  { IN_PLACEMENT, AS_PLACEMENT ("'rendering':'edge'"), "scenarios[1].placements[1].rendering", "allowed are \"server\" and \"client\"" },
  { IN_PLACEMENT, AS_PLACEMENT ("'start_day':-3650,'live_day':3650"), NULL, NULL },
  { IN_PLACEMENT, AS_PLACEMENT ("'start_day':-3651"), "scenarios[1].placements[1].start_day", "from -3650 to 3650" },
  { IN_PLACEMENT, AS_PLACEMENT ("'live_day':3651"), "scenarios[1].placements[1].live_day", "from -3650 to 3650" },
  { IN_PLACEMENT, AS_PLACEMENT ("'start_day':1.5"), "scenarios[1].placements[1].start_day", "1.5; allowed is a whole number" },
  { IN_PLACEMENT, AS_PLACEMENT ("'start_day':4.0"), "scenarios[1].placements[1].start_day", "4.0; allowed is a whole number" },
  { IN_PLACEMENT, AS_PLACEMENT ("'start_day':50,'live_day':50"), NULL, NULL },
  { IN_PLACEMENT, AS_PLACEMENT ("'start_day':50,'live_day':49"), "scenarios[1].placements[1].live_day", "49; allowed is no day before start_day, 50" },
  { IN_PLACEMENT, AS_PLACEMENT ("'live_day':45"), NULL, NULL },
  { IN_PLACEMENT, AS_PLACEMENT ("'live_day':44"), "scenarios[1].placements[1].live_day", "before start_day, 45" },
  { IN_PLACEMENT, AS_PLACEMENT ("'status':'existing','live_day':0"), NULL, NULL },
  { IN_PLACEMENT, AS_PLACEMENT ("'status':'existing','live_day':-1"), "scenarios[1].placements[1].live_day", "before start_day, 0" },
  { IN_PLACEMENT, AS_PLACEMENT ("'start_day':200"), NULL, NULL },
  { IN_PLACEMENT, AS_PLACEMENT ("'retire_day':45"), NULL, NULL },
  { IN_PLACEMENT, AS_PLACEMENT ("'retire_day':44"), "scenarios[1].placements[1].retire_day", "44; allowed is no day before start_day, 45" },
  { IN_PLACEMENT, AS_PLACEMENT ("'status':'retiring','start_day':90"), NULL, NULL },
  { IN_PLACEMENT, AS_PLACEMENT ("'status':'retiring','start_day':91"), "scenarios[1].placements[1].retire_day", "not given, and then 90; allowed is no day before start_day, 91" },
  { IN_PLACEMENT, AS_PLACEMENT ("'status':'retiring','start_day':91,'retire_day':91"), NULL, NULL },
  { IN_PLACEMENT, AS_PLACEMENT ("'monthly_cost':0"), NULL, NULL },
  { IN_PLACEMENT, AS_PLACEMENT ("'monthly_cost':1200.50"), NULL, NULL },
  { IN_PLACEMENT, AS_PLACEMENT ("'monthly_cost':1000000000000"), NULL, NULL },
  { IN_PLACEMENT, AS_PLACEMENT ("'monthly_cost':1000000000000.01"), "scenarios[1].placements[1].monthly_cost", "from 0 to 1000000000000" },
  { IN_PLACEMENT, AS_PLACEMENT ("'monthly_cost':-1"), "scenarios[1].placements[1].monthly_cost", "-1; allowed is an amount of money from 0" },
  { IN_PLACEMENT, AS_PLACEMENT ("'monthly_cost':9.999"), "scenarios[1].placements[1].monthly_cost", "9.999; allowed is an amount of money with at most two decimals" },
  { IN_PLACEMENT, AS_PLACEMENT ("'monthly_cost':'9'"), "scenarios[1].placements[1].monthly_cost", "allowed is a number" },
  { IN_PLACEMENT, AS_PLACEMENT ("'modules':['m'],'module_costs':{'m':5,'never bought':7,'gone':null}"), NULL, NULL },
  { IN_PLACEMENT, AS_PLACEMENT ("'modules':'m'"), "scenarios[1].placements[1].modules", "allowed is an array" },
  { IN_PLACEMENT, AS_PLACEMENT ("'module_costs':{'never bought':-7}"), "scenarios[1].placements[1].module_costs[\"never bought\"]", "from 0" },
  { IN_PLACEMENT, AS_PLACEMENT ("'module_costs':[]"), "scenarios[1].placements[1].module_costs", "allowed is an object" },
  { IN_PLACEMENT, AS_PLACEMENT ("'uses':{}"), "scenarios[1].placements[1].uses", "allowed is an array" },
  { IN_PLACEMENT, AS_PLACEMENT ("'note':4"), "scenarios[1].placements[1].note", "allowed is a string" },

  { IN_PLACEMENT, AS_PLACEMENT ("'price':{'unit':'mtu','fact':'mau','tiers':[{'from':0,'monthly':120},{'from':10000,'monthly':120,'per_1000':9.5}]}"), NULL, NULL },
  { IN_PLACEMENT, AS_PLACEMENT ("'price':3"), "scenarios[1].placements[1].price", "allowed is an object" },
  { IN_PLACEMENT, AS_PLACEMENT ("'price':{'tiers':[{'from':0,'monthly':1}]}"), "scenarios[1].placements[1].price.fact", "missing" },
  { IN_PLACEMENT, AS_PLACEMENT ("'price':{'fact':'mau'}"), "scenarios[1].placements[1].price.tiers", "missing" },
  { IN_PLACEMENT, AS_PLACEMENT ("'price':{'fact':'mau','tiers':[]}"), "scenarios[1].placements[1].price.tiers", "at least one tier" },
  { IN_PLACEMENT, AS_PLACEMENT ("'price':{'unit':1,'fact':'mau','tiers':[]}"), "scenarios[1].placements[1].price.unit", "allowed is a string" },
  { IN_PLACEMENT, AS_PLACEMENT ("'price':{'fact':'stage','tiers':[{'from':0,'monthly':1}]}"), "scenarios[1].placements[1].price.fact",
    "\"stage\"; allowed are \"mau\", \"mau_growth\", \"destinations\", \"engineers\", \"marketers\" and \"variants_per_week\"" },
  { IN_PLACEMENT, AS_PLACEMENT ("'price':{'fact':'mau','tiers':[{'monthly':1}]}"), "scenarios[1].placements[1].price.tiers[0].from", "missing" },
  { IN_PLACEMENT, AS_PLACEMENT ("'price':{'fact':'mau','tiers':[{'from':-1,'monthly':1}]}"), "scenarios[1].placements[1].price.tiers[0].from", "at least 0" },
  { IN_PLACEMENT, AS_PLACEMENT ("'price':{'fact':'mau','tiers':[{'from':5,'monthly':1},{'from':5,'monthly':1}]}"), "scenarios[1].placements[1].price.tiers[1].from", "above that of the tier before" },
  { IN_PLACEMENT, AS_PLACEMENT ("'price':{'fact':'mau','tiers':[{'from':0}]}"), "scenarios[1].placements[1].price.tiers[0].monthly", "missing" },
  { IN_PLACEMENT, AS_PLACEMENT ("'price':{'fact':'mau','tiers':[{'from':0,'monthly':0.001}]}"), "scenarios[1].placements[1].price.tiers[0].monthly", "two decimals" },
  { IN_PLACEMENT, AS_PLACEMENT ("'price':{'fact':'mau','tiers':[{'from':0,'monthly':1,'per_1000':-1}]}"), "scenarios[1].placements[1].price.tiers[0].per_1000", "at least 0" },
};

/* Puts a part into a frame; printf would want the frame to be a literal. */
static char *
fill_in (const char *frame,
         const char *part)
{
  g_auto (GStrv) halves = g_strsplit (frame, "%s", 2);

  return g_strconcat (halves[0], part, halves[1], NULL);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *json = fill_in (row->frame, row->part);
  g_autoptr (StrataValue) value = value_from_json (json);
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) plan = strata_plan_new (value, &error);

  g_test_message ("%s", json);
  if (row->path == NULL)
    {
      g_assert_no_error (error);
      g_assert_nonnull (plan);
      return;
    }

  g_assert_null (plan);
  g_assert_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_INVALID);
  g_assert_cmpstr (strata_plan_error_get_path (error), ==, row->path);
  g_assert_nonnull (strstr (error->message, row->message));
  g_assert_true (g_str_has_prefix (error->message, *row->path != '\0' ? row->path : "the plan"));
}

static void
test_later_version (void)
{
  g_autoptr (StrataValue) value = value_from_json ("{'format':'strata-plan','version':7,'stacks':[]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) plan = strata_plan_new (value, &error);

  g_assert_null (plan);
  g_assert_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_VERSION);
  g_assert_cmpstr (strata_plan_error_get_path (error), ==, "version");
  g_assert_nonnull (strstr (error->message, "a Strata that reads version 7"));
}

/* A text may be megabytes, or made to look like something else. */
static void
test_hostile_text (void)
{
  g_autofree char *long_text = g_strnfill (100000, 'x');
  g_autofree char *part = g_strdup_printf ("'currency':'\\u001b[2J\\n\\u202e%s',", long_text);
  g_autofree char *json = fill_in (IN_PLAN, part);
  g_autoptr (StrataValue) value = value_from_json (json);
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) plan = strata_plan_new (value, &error);

  g_assert_null (plan);
  g_assert_cmpuint (strlen (error->message), <, 300);
  g_assert_nonnull (strstr (error->message, "\\u001b[2J\\u000a\\u202ex"));
  g_assert_nonnull (strstr (error->message, "…"));
}

static void
test_records (void)
{
  g_autoptr (StrataPlan) plan = plan_from_json (
    "{'format':'strata-plan','version':1,'title':'T','client':'C','currency':'EUR','start_date':'2027-01-11',"
    "'tools':{'own':{'vendor':'V','roles':['map','cdp'],'capabilities':['a'],"
    "'offers':[{'capability':'b','module':'m'}],'requires':['c'],'needs_code':true}},"
    "'scenarios':[{'id':'s','placements':["
    "{'id':'p1','tool':'own','layer':'data','roles':['cdp'],'status':'existing','start_day':1,'live_day':2,"
    "'retire_day':3,'monthly_cost':12.5,'modules':['m','n'],'module_costs':{'n':0.29},'uses':[],"
    "'rendering':'client','note':'N'},"
    "{'id':'p2','tool':'own','layer':'automation'}],"
    "'flows':[{'from':'p2','to':'p1','carries':'results'}],'owners':{'x':null,'a':'p2'},"
    "'accepted':[{'code':'c','tools':['p1'],'reason':'R','on':'2026-11-23'}]}]}");
  StrataTool *tool = strata_plan_find_tool (plan, "own");
  StrataScenario *scenario = strata_plan_find_scenario (plan, "s", NULL);
  const StrataPlacement *first = scenario->placements[0];
  const StrataPlacement *second = scenario->placements[1];

  g_assert_cmpstr (strata_plan_get_title (plan), ==, "T");
  g_assert_cmpstr (strata_plan_get_client (plan), ==, "C");
  g_assert_cmpstr (strata_plan_get_currency (plan), ==, "EUR");
  g_assert_cmpstr (strata_plan_get_start_date (plan), ==, "2027-01-11");
  g_assert_null (strata_plan_get_model (plan));
  g_assert_null (strata_plan_find_tool (plan, "segment"));
  g_assert_null (strata_plan_find_scenario (plan, "S", NULL));

  g_assert_cmpstr (tool->name, ==, "own");
  g_assert_cmpint (tool->main_role, ==, STRATA_ROLE_MAP);
  g_assert_cmpint (strata_tool_get_home (tool), ==, STRATA_LAYER_AUTOMATION);
  g_assert_true (strata_tool_is_at_home (tool, STRATA_LAYER_DATA));
  g_assert_false (strata_tool_is_at_home (tool, STRATA_LAYER_PERSONALIZATION));
  g_assert_cmpuint (tool->n_offers, ==, 2);
  g_assert_null (tool->offers[0].module);
  g_assert_cmpstr (tool->offers[1].module, ==, "m");
  g_assert_true (tool->needs_code);
  g_assert_null (tool->aliases[0]);

  g_assert_cmpstr (scenario->title, ==, "s");
  g_assert_cmpuint (first->roles, ==, STRATA_ROLE_BIT (STRATA_ROLE_CDP));
  g_assert_cmpint (first->start_day, ==, 1);
  g_assert_cmpint (first->live_day, ==, 2);
  g_assert_cmpint (first->retire_day, ==, 3);
  g_assert_cmpint (first->monthly_cost, ==, 1250);
  g_assert_cmpint (first->module_costs[0], ==, STRATA_MONEY_UNKNOWN);
  g_assert_cmpint (first->module_costs[1], ==, 29);
  g_assert_nonnull (first->uses);
  g_assert_null (first->uses[0]);
  g_assert_cmpint (first->rendering, ==, STRATA_RENDERING_CLIENT);
  g_assert_cmpstr (first->note, ==, "N");

  g_assert_cmpint (second->status, ==, STRATA_STATUS_PLANNED);
  g_assert_cmpint (second->start_day, ==, STRATA_DAY_UNSET);
  g_assert_cmpint (second->monthly_cost, ==, STRATA_MONEY_UNKNOWN);
  g_assert_null (second->modules[0]);
  g_assert_null (second->uses);
  g_assert_cmpuint (strata_placement_get_roles (scenario->placements[1], tool), ==, STRATA_ROLE_BIT (STRATA_ROLE_MAP));

  g_assert_cmpuint (scenario->flows[0].from, ==, 1);
  g_assert_cmpuint (scenario->flows[0].to, ==, 0);
  g_assert_cmpint (scenario->flows[0].carries, ==, STRATA_CARRIES_RESULTS);
  g_assert_cmpuint (scenario->n_owners, ==, 1);
  g_assert_cmpstr (scenario->owners[0].capability, ==, "a");
  g_assert_cmpuint (scenario->owners[0].placement, ==, 1);
  g_assert_cmpstr (scenario->accepted[0].tools[0], ==, "p1");
  g_assert_null (scenario->accepted[0].capabilities[0]);
}

static void
test_empty (void)
{
  g_autoptr (StrataPlan) plan = strata_plan_new_empty ("New");

  assert_value (strata_plan_get_value (plan),
                "{'format':'strata-plan','version':1,'title':'New',"
                "'scenarios':[{'id':'today','title':'Today','placements':[]}]}");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/plan/%s/%u", rows[i].path != NULL ? "wrong" : "right", i);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/model/plan/later-version", test_later_version);
  g_test_add_func ("/model/plan/hostile-text", test_hostile_text);
  g_test_add_func ("/model/plan/records", test_records);
  g_test_add_func ("/model/plan/empty", test_empty);

  return g_test_run ();
}
