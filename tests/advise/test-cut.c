/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of what can be cut: rule by rule, and against every choice there is
 * for small stacks drawn at random.
 */

#include "config.h"

#include "../assess/rules.h"
#include "advise/strata-cut.h"
#include "document/strata-document.h"

typedef struct
{
  const char *facts;
  const char *placements; /* "ID TOOL LAYER WORD…", parted by semicolons */
  const char *rest;       /* more members of the scenario, or NULL */
  const char *pins;       /* "PLACEMENT", "PLACEMENT/MODULE" or "!CAPABILITY", by spaces */
  const char *found;      /* "KEPT | CUT | MODULES | SAVING | UNKNOWN" */
} Case;

/* Map does email-send and bi; text sms-send and audience-building; cdp
 * profile-store and journeys, audience-building with engage; wh storage-query
 * and profile-store. */
static const Case cases[] = {
  /* Equal tools: the cheapest stays, of equals the earlier. */
  { "", "a map automation monthly_cost=10; b map automation monthly_cost=9", NULL, "", "b | a |  | 1000 | " },
  { "", "a map automation monthly_cost=9; b map automation monthly_cost=9", NULL, "", "a | b |  | 900 | " },
  { "", "a map automation monthly_cost=0.29; b map automation monthly_cost=0.3", NULL, "", "a | b |  | 30 | " },
  { "", "a map automation; b text automation", NULL, "", "a b |  |  | 0 | a b" },
  { "", "", NULL, "", " |  |  | 0 | " },
  /* Costs that nobody knows count nothing, and are named whether cut or not. */
  { "", "a map automation monthly_cost=5; b map automation; c text data", NULL, "", "b c | a |  | 500 | b c" },
  /* A shared capability has to be used still, too. */
  { "", "a map automation uses=['email-send'] monthly_cost=1; b map automation monthly_cost=5 uses=['bi']", NULL, "", "a b |  |  | 0 | " },
  { "", "a map automation uses=['email-send'] monthly_cost=1; b map automation monthly_cost=5", NULL, "", "b | a |  | 100 | " },
  /* What is used for nothing goes. */
  { "", "a map automation uses=[] monthly_cost=7; b text data", NULL, "", "b | a |  | 700 | b" },
  /* What an owner uses nobody else does. */
  { "", "a map automation monthly_cost=10; b map automation monthly_cost=9", "'owners': {'bi': 'a'}", "", "a | b |  | 900 | " },
  { "", "a map automation monthly_cost=10; b map automation monthly_cost=9", "'owners': {'bi': 'a', 'email-send': 'b'}", "", "a b |  |  | 0 | " },
  /* An owner that does not last, or has it not: nobody has to use it. */
  { "", "a map automation uses=['bi']; c map automation retiring", "'owners': {'bi': 'c'}", "", " | a |  | 0 | a" },
  /* What retires neither stays nor goes, and stands in for nobody. */
  { "", "a map automation monthly_cost=10; b map automation retiring monthly_cost=9", NULL, "", "a |  |  | 0 | " },
  /* Fewer placements, then fewer modules, then the earlier ones. */
  { "", "a map automation uses=['bi']; b map automation uses=['email-send']; c map automation", NULL, "", "c | a b |  | 0 | a b c" },
  { "", "c cdp data modules=['engage']; d cdp data; t text data uses=['sms-send']; u text data", NULL, "",
    "c u | d t | c/engage | 0 | c d t u" },
  { "", "a map automation uses=['bi']; b map automation uses=['email-send']; c map automation uses=['email-send']", NULL, "",
    "a b | c |  | 0 | a b c" },
  /* A module that brings nothing, or nothing used, or what another does. */
  { "", "c cdp data monthly_cost=9 modules=['engage','odd'] module_costs={'engage':2,'odd':3}", NULL, "", "c |  | c/odd | 300 | " },
  { "", "c cdp data monthly_cost=9 modules=['engage'] module_costs={'engage':2} uses=['journeys']", NULL, "", "c |  | c/engage | 200 | " },
  { "", "c cdp data monthly_cost=9 modules=['engage'] module_costs={'engage':2}; t text data monthly_cost=5", NULL, "", "c t |  | c/engage | 200 | " },
  { "", "c cdp data monthly_cost=9 modules=['engage']; t text data monthly_cost=5", NULL, "", "c t |  | c/engage | 0 | " },
  { "", "c cdp data monthly_cost=9 modules=['engage'] module_costs={'engage':2}; t text data monthly_cost=1 uses=['audience-building']", NULL, "",
    "c t |  | c/engage | 200 | " },
  { "", "c cdp data monthly_cost=9 modules=['engage'] module_costs={'engage':2}; t text data monthly_cost=3 uses=['audience-building']", NULL, "",
    "c | t |  | 300 | " },
  /* A module of what is cut saves nothing more. */
  { "", "c cdp data monthly_cost=9 modules=['engage'] module_costs={'engage':2} uses=['journeys']; d cdp data monthly_cost=1", NULL, "",
    "d | c |  | 900 | " },
  /* Bought twice is dropped once. */
  { "", "c cdp data monthly_cost=9 modules=['odd','odd'] module_costs={'odd':3}", NULL, "", "c |  | c/odd | 300 | " },
  /* The last one of a role that is asked for. */
  { HUB, "a map automation uses=[] monthly_cost=7; b text data", NULL, "", "a b |  |  | 0 | b" },
  { HUB, "a map automation uses=[] monthly_cost=7; b map automation uses=[] monthly_cost=6", NULL, "", "b | a |  | 700 | " },
  { "", "a map automation uses=[] monthly_cost=7", NULL, "", " | a |  | 700 | " },
  { "'ai_branching': true, 'channels': ['email']", "a map automation uses=[]; o orch automation uses=[]; p orch data uses=[]", NULL, "", "a o | p |  | 0 | a o p" },
  { "'mau': 10, 'channels': ['email'], 'regulated': false, 'multi_region': false", "c cdp data uses=[]; w wh data uses=[]", NULL, "", "w | c |  | 0 | c w" },
  /* A hybrid keeps both its stores, and the module that makes one a store. */
  { HYBRID, "c cdp data uses=[]; w wh data uses=[]", NULL, "", "c w |  |  | 0 | c w" },
  { HYBRID, "c sold data modules=['store','odd'] module_costs={'store':4,'odd':1}; w wh data", NULL, "", "c w |  | c/odd | 100 | c w" },
  { "", "c sold data modules=['store'] module_costs={'store':4}; w wh data", NULL, "", "c w |  | c/store | 400 | c w" },
  { HYBRID, "c sold data modules=['store'] module_costs={'store':4} monthly_cost=9; d cdp data uses=['journeys']; w wh data", NULL, "",
    "c d w |  | c/store | 400 | d w" },
  { HYBRID, "c sold data modules=['store'] module_costs={'store':4} monthly_cost=9; d sold data uses=[] monthly_cost=1; w wh data", NULL, "",
    "c w | d |  | 100 | w" },
  { HYBRID, "c sold data uses=[]; d cdp data uses=[] monthly_cost=1; w wh data", NULL, "", "c w | d |  | 100 | c w" },
  { HYBRID, "c sold data modules=['store'] module_costs={'store':1} monthly_cost=2 uses=[]; d sold data modules=['store']; w wh data", NULL, "",
    "d w | c |  | 200 | d w" },
  { HYBRID, "c sold data modules=['store'] uses=[]; d sold data modules=['store'] module_costs={'store':1}; w wh data", NULL, "",
    "c d w |  | d/store | 100 | c d w" },
  /* Pins. */
  { "", "a map automation monthly_cost=10; b map automation monthly_cost=9", NULL, "a", "a | b |  | 900 | " },
  { "", "a map automation monthly_cost=10; b map automation monthly_cost=9", NULL, "a b", "a b |  |  | 0 | " },
  { "", "c cdp data modules=['odd'] module_costs={'odd':3}", NULL, "c/odd", "c |  |  | 0 | c" },
  { "", "c cdp data uses=[] modules=['odd'] module_costs={'odd':3}", NULL, "c/odd", "c |  |  | 0 | c" },
  { "", "a map automation uses=[]; t text data", NULL, "!bi", "a t |  |  | 0 | a t" },
  { "", "a map automation uses=[]; t text data", NULL, "!journeys", "t | a |  | 0 | a t" },
  { "", "c cdp data modules=['engage'] module_costs={'engage':2} uses=['journeys']", NULL, "!audience-building", "c |  |  | 0 | c" },
  { "", "a map automation retiring; t text data", NULL, "a", "t |  |  | 0 | t" },
};

/* A CDP whose profile store is sold apart. */
static const char sold[] =
  "'sold': {'roles': ['cdp'], 'capabilities': ['computed-traits'],"
  " 'offers': [{'capability': 'profile-store', 'module': 'store'}]}, ";

typedef struct
{
  StrataCatalog    *catalog;
  StrataAssessment *assessment;
} Judged;

static void
judge (Judged     *judged,
       StrataPlan *plan)
{
  g_autoptr (StrataPlan) owned = plan;
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = strata_decision_model_load (&error);
  g_autoptr (StrataDecisions) decisions = NULL;

  g_assert_no_error (error);
  judged->catalog = strata_catalog_load (&error);
  g_assert_no_error (error);
  decisions = strata_decide (strata_plan_get_facts (plan), model, model, &error);
  g_assert_no_error (error);
  judged->assessment = strata_assess (plan, strata_plan_get_scenario (plan, 0), judged->catalog, decisions);
}

static void
clear (Judged *judged)
{
  strata_assessment_unref (judged->assessment);
  strata_catalog_unref (judged->catalog);
}

static StrataPlan *
parse_text (char *text)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  StrataPlan *plan;

  g_strdelimit (text, "'", '"');
  bytes = g_bytes_new (text, strlen (text));
  plan = strata_plan_file_parse (bytes, "cut", &error);
  g_assert_no_error (error);

  return plan;
}

static StrataPlan *
make_case (const Case *row)
{
  g_autofree char *placements = write_placements (row->placements);
  g_autofree char *text = g_strdup_printf ("{'format': 'strata-plan', 'version': 1, 'facts': {%s}, 'tools': {%s%s,"
                                           " 'scenarios': [{'id': 's', 'placements': [%s]%s%s}]}",
                                           row->facts, sold, stack_tools + 1, placements, row->rest != NULL ? ", " : "",
                                           row->rest != NULL ? row->rest : "");

  return parse_text (text);
}

static GArray *
make_pins (StrataScenario *scenario,
           char          **texts)
{
  GArray *pins = g_array_new (FALSE, FALSE, sizeof (StrataCutPin));

  for (guint i = 0; texts[i] != NULL; i++)
    {
      StrataCutPin pin = { 0 };
      char *slash = strchr (texts[i], '/');

      if (texts[i][0] == '!')
        pin.capability = texts[i] + 1;
      if (slash != NULL)
        {
          *slash = '\0';
          pin.module = slash + 1;
        }
      if (pin.capability == NULL)
        g_assert_nonnull (strata_scenario_find (scenario, texts[i], &pin.placement));
      g_array_append_val (pins, pin);
    }

  return pins;
}

static StrataCut *
find_cut (Judged     *judged,
          const char *pins)
{
  g_auto (GStrv) texts = *pins != '\0' ? g_strsplit (pins, " ", -1) : g_new0 (char *, 1);
  g_autoptr (GArray) made = make_pins (strata_assessment_get_scenario (judged->assessment), texts);
  g_autoptr (GError) error = NULL;
  StrataCut *cut = strata_cut_new (judged->assessment, judged->catalog, (StrataCutPin *) made->data, made->len,
                                   NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return cut;
}

static const char *
get_id (const StrataCut *cut,
        guint            placement)
{
  return strata_assessment_get_scenario (cut->now)->placements[placement]->id;
}

static void
describe_parts (GString         *text,
                const StrataCut *cut,
                gboolean         modules)
{
  const char *space = "";

  for (guint i = 0; i < cut->n_parts; i++)
    {
      const StrataCutPart *part = &cut->parts[i];

      if ((part->module != NULL) != modules)
        continue;
      g_string_append_printf (text, "%s%s", space, get_id (cut, part->placement));
      if (modules)
        g_string_append_printf (text, "/%s", part->module);
      space = " ";
    }
}

static char *
describe (const StrataCut *cut)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cut->n_stays; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", get_id (cut, cut->stays[i].placement));
  g_string_append (text, " | ");
  describe_parts (text, cut, FALSE);
  g_string_append (text, " | ");
  describe_parts (text, cut, TRUE);
  g_string_append_printf (text, " | %" G_GINT64_FORMAT " | ", cut->saving);
  for (guint i = 0; i < cut->n_unknown; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", get_id (cut, cut->unknown[i]));

  return g_string_free_and_steal (text);
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StrataCut) cut = NULL;
      g_autofree char *found = NULL;
      Judged judged;

      judge (&judged, make_case (&cases[i]));
      cut = find_cut (&judged, cases[i].pins);
      found = describe (cut);
      if (!g_str_equal (found, cases[i].found))
        g_test_message ("%s %s", cases[i].facts, cases[i].placements);
      g_assert_cmpstr (found, ==, cases[i].found);
      clear (&judged);
    }
}

/* What is said of each cut, and of what stays. */
static void
test_reasons (void)
{
  const Case row = { HUB, "a map automation uses=['email-send'] monthly_cost=9; b map automation; t text data;"
                          " c cdp data modules=['engage'] uses=['journeys']", NULL, "", "" };
  g_autoptr (StrataCut) cut = NULL;
  Judged judged;

  judge (&judged, make_case (&row));
  cut = find_cut (&judged, "t");
  g_assert_cmpuint (cut->n_parts, ==, 2);
  g_assert_cmpstr (get_id (cut, cut->parts[0].placement), ==, "a");
  g_assert_cmpint (cut->parts[0].saving, ==, 900);
  g_assert_cmpuint (cut->parts[0].n_heirs, ==, 1);
  g_assert_cmpstr (get_id (cut, cut->parts[0].heirs[0]), ==, "b");
  g_assert_null (cut->parts[0].lost[0]);
  g_assert_cmpstr (cut->parts[1].module, ==, "engage");
  g_assert_cmpint (cut->parts[1].saving, ==, STRATA_MONEY_UNKNOWN);
  g_assert_cmpuint (cut->parts[1].n_heirs, ==, 0);
  g_assert_null (cut->parts[1].lost[0]);
  g_assert_cmpuint (cut->n_stays, ==, 3);
  g_assert_cmpstr (cut->stays[0].alone[0], ==, "bi");
  g_assert_cmpstr (cut->stays[0].alone[1], ==, "email-send");
  g_assert_cmphex (cut->stays[0].roles, ==, STRATA_ROLE_BIT (STRATA_ROLE_MAP));
  g_assert_false (cut->stays[0].pinned);
  g_assert_true (cut->stays[1].pinned);
  g_assert_cmphex (cut->stays[2].roles, ==, 0);
  clear (&judged);
}

static void
test_lost (void)
{
  const Case row = { "", "a map automation uses=[]; c cdp data modules=['engage'] uses=['journeys']", NULL, "", "" };
  g_autoptr (StrataCut) cut = NULL;
  Judged judged;

  judge (&judged, make_case (&row));
  cut = find_cut (&judged, "");
  g_assert_cmpuint (cut->n_parts, ==, 2);
  g_assert_cmpstr (cut->parts[0].lost[0], ==, "bi");
  g_assert_cmpstr (cut->parts[0].lost[1], ==, "email-send");
  g_assert_null (cut->parts[0].lost[2]);
  g_assert_cmpstr (cut->parts[1].lost[0], ==, "audience-building");
  clear (&judged);
}

static void
test_proposal (void)
{
  const Case row = { "", "c cdp data monthly_cost=9 modules=['engage'] module_costs={'engage':2}; t text data; a map data; b map data",
                     "'flows': [{'from': 'b', 'to': 'c', 'carries': 'events'}]", "", "" };
  g_autoptr (StrataCut) cut = NULL;
  g_autoptr (StrataCut) again = NULL;
  g_autoptr (StrataFix) fix = NULL;
  g_autoptr (StrataDocument) document = NULL;
  g_autoptr (StrataPlan) before = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  Judged judged;

  judge (&judged, make_case (&row));
  cut = find_cut (&judged, "");
  fix = strata_cut_propose (cut, judged.catalog);
  g_assert_cmpint (strata_assessment_get_monthly (fix->after), ==, 700);
  before = strata_plan_ref (strata_assessment_get_plan (judged.assessment));
  document = strata_document_new (before);
  g_assert_true (strata_document_apply (document, fix->edit, NULL, &error));
  g_assert_no_error (error);
  clear (&judged);
  judge (&judged, strata_plan_ref (strata_document_get_plan (document)));
  again = find_cut (&judged, "");
  found = describe (again);
  g_assert_cmpstr (found, ==, "c t a |  |  | 0 | t a");
  g_assert_null (strata_cut_propose (again, judged.catalog));
  strata_document_undo (document);
  g_assert_true (strata_value_equal (strata_plan_get_value (strata_document_get_plan (document)), strata_plan_get_value (before)));
  clear (&judged);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cut/table", test_table);
  g_test_add_func ("/cut/reasons", test_reasons);
  g_test_add_func ("/cut/lost", test_lost);
  g_test_add_func ("/cut/proposal", test_proposal);

  return g_test_run ();
}
