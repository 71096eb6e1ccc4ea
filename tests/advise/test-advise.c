/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of the fixes: each is tried on every plan that fires its code.
 */

#include "config.h"

#include "../assess/rules.h"
#include "advise/strata-advise.h"
#include "document/strata-document.h"

typedef struct
{
  StrataCatalog    *catalog;
  DmnModel         *model;
  StrataPlan       *plan;
  StrataDecisions  *decisions;
  StrataAssessment *assessment;
} Judged;

static StrataAssessment *
assess_plan (Judged     *judged,
             StrataPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataDecisions) decisions = strata_decide (strata_plan_get_facts (plan), judged->model, judged->model, &error);

  g_assert_no_error (error);

  return strata_assess (plan, strata_plan_get_scenario (plan, 0), judged->catalog, decisions);
}

static void
judge (Judged     *judged,
       StrataPlan *plan)
{
  g_autoptr (GError) error = NULL;

  judged->catalog = strata_catalog_load (&error);
  g_assert_no_error (error);
  judged->model = strata_decision_model_load (&error);
  g_assert_no_error (error);
  judged->plan = plan;
  judged->decisions = strata_decide (strata_plan_get_facts (plan), judged->model, judged->model, &error);
  g_assert_no_error (error);
  judged->assessment = assess_plan (judged, plan);
}

static void
clear (Judged *judged)
{
  strata_assessment_unref (judged->assessment);
  strata_decisions_unref (judged->decisions);
  strata_plan_unref (judged->plan);
  dmn_model_unref (judged->model);
  strata_catalog_unref (judged->catalog);
}

static GPtrArray *
advise (Judged              *judged,
        const StrataFinding *finding)
{
  return strata_advise (judged->assessment, finding, judged->catalog, judged->decisions);
}

static gboolean
has_finding (StrataAssessment    *assessment,
             StrataAssessment    *former,
             const StrataFinding *finding)
{
  g_autoptr (StrataAssessmentDiff) diff = strata_assessment_diff (former, assessment);

  for (guint i = 0; i < diff->solved->len; i++)
    {
      if (strata_assessment_get_finding (former, g_array_index (diff->solved, guint, i)) == finding)
        return FALSE;
    }

  return TRUE;
}

static char *
write_plan (StrataPlan *plan)
{
  g_autoptr (GBytes) bytes = strata_plan_file_to_bytes (plan);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* As a person would: pressed, looked at, undone. */
static void
try_fix (Judged              *judged,
         const StrataFinding *finding,
         StrataFix           *fix)
{
  g_autoptr (StrataDocument) document = strata_document_new (judged->plan);
  g_autofree char *before = write_plan (judged->plan);
  g_autofree char *undone = NULL;
  g_autoptr (StrataAssessment) after = NULL;
  g_autoptr (GError) error = NULL;

  g_test_message ("%s: %s", finding->code, fix->label);
  g_assert_true (strata_document_apply (document, fix->edit, NULL, &error));
  g_assert_no_error (error);
  after = assess_plan (judged, strata_document_get_plan (document));
  g_assert_true (strata_value_equal (strata_plan_get_value (strata_document_get_plan (document)),
                                     strata_plan_get_value (strata_assessment_get_plan (fix->after))));
  g_assert_false (has_finding (after, judged->assessment, finding));
  g_assert_cmpuint (strata_assessment_count (after, STRATA_SEVERITY_ERROR), <=,
                    strata_assessment_count (judged->assessment, STRATA_SEVERITY_ERROR));
  strata_document_undo (document);
  undone = write_plan (strata_document_get_plan (document));
  g_assert_cmpstr (undone, ==, before);
}

static void
try_fixes (Judged     *judged,
           const char *code)
{
  for (guint i = 0; i < strata_assessment_get_n_findings (judged->assessment); i++)
    {
      const StrataFinding *finding = strata_assessment_get_finding (judged->assessment, i);
      g_autoptr (GPtrArray) fixes = NULL;

      if (!g_str_equal (finding->code, code))
        continue;
      fixes = advise (judged, finding);
      g_assert_cmpuint (fixes->len, >, 0);
      g_assert_cmpuint (fixes->len, <=, 7);
      for (guint j = 0; j < fixes->len; j++)
        try_fix (judged, finding, g_ptr_array_index (fixes, j));
    }
}

static void
test_every_code (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      Judged judged;

      g_test_message ("%s: %s", rules[i].code, rules[i].placements);
      judge (&judged, make_plan (rules[i].facts, rules[i].placements, rules[i].rest));
      try_fixes (&judged, rules[i].code);
      clear (&judged);
    }
}

typedef struct
{
  Rule        rule;
  const char *labels; /* of the fixes of its first finding, parted by "; " */
} Expectation;

#define EARLY "'mau': 20000, 'channels': ['email'], 'engineers': 1"

static const Expectation expectations[] = {
  { { "order/automation-before-data", "", "c cdp data existing start=10; m map automation start=5" }, "Start on Day 10" },
  { { "order/automation-before-data", "", "m map automation" }, "Add the Data Layer" },
  { { "order/personalization-before-data", "", "c cdp data; m map automation; e eng personalization start=10" }, "Start on Day 75" },
  { { "order/personalization-before-data", "", "e eng personalization" }, "Add the Layers Below" },
  { { "order/flow-bypasses-data", "", "c cdp data; m map automation; e eng personalization",
      "'flows': [{'from': 'm', 'to': 'e', 'carries': 'events'}]" }, "Route through cdp; Remove the Flow" },
  { { "order/flow-cycle", "", "m map automation; t text automation; u text automation",
      "'flows': [{'from': 'm', 'to': 'u', 'carries': 'events'}, {'from': 'u', 'to': 'm', 'carries': 'content'},"
      " {'from': 'u', 'to': 't', 'carries': 'events'}, {'from': 't', 'to': 'u', 'carries': 'events'}]" },
    "Remove the Flows That Run Back" },
  { { "overlap/capability", "", "c cdp data modules=['engage']; t text automation" }, "cdp Owns It; text Owns It; Cut cdp; Cut text" },
  { { "overlap/capability", "", "c cdp data modules=['engage'] uses=[]; t text automation" }, "cdp Owns It; text Owns It; Cut cdp; Cut text" },
  { { "overlap/redundant-tool", "", "a map automation monthly_cost=10; b map automation monthly_cost=20" }, "Cut map (b)" },
  { { "overlap/capability", "", "a text data; b text personalization" },
    "text (Data) Owns It; text (Personalization) Owns It; Cut text (Data); Cut text (Personalization)" },
  { { "role/cdp-as-hub", "", "c cdp automation" }, "Move to Data" },
  { { "role/cdp-as-hub", "", "c cdp data existing" }, "Don’t Use Its Journeys; Add Marketing Automation" },
  { { "role/wrong-layer", "", "m map data" }, "Move to Automation" },
  { { "fit/cdp-too-early", EARLY, "c cdp data" }, "Use a Warehouse Instead" },
  { { "fit/real-time", "'real_time_activation': true", "w wh data" }, "Live with Batches" },
  { { "prereq/custom-code", "'custom_code': false", "o orch automation" }, "Remove; Allow Custom Code" },
  { { "prereq/consent", "'regulated': true", "c cdp data existing; a cmp data" }, "Have cmp Live on Day 0" },
  { { "facts/unknown", "'mau': 10, " HUB, "" }, "Regulated: Yes; Regulated: No" },
};

static char *
list_labels (Judged     *judged,
             const char *code)
{
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < strata_assessment_get_n_findings (judged->assessment) && labels->len == 0; i++)
    {
      const StrataFinding *finding = strata_assessment_get_finding (judged->assessment, i);
      g_autoptr (GPtrArray) fixes = NULL;

      if (!g_str_equal (finding->code, code))
        continue;
      fixes = advise (judged, finding);
      for (guint j = 0; j < fixes->len; j++)
        g_string_append_printf (labels, "%s%s", j > 0 ? "; " : "", ((StrataFix *) g_ptr_array_index (fixes, j))->label);
    }

  return g_string_free_and_steal (labels);
}

static void
test_labels (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expectations); i++)
    {
      const Rule *rule = &expectations[i].rule;
      g_autofree char *labels = NULL;
      Judged judged;

      judge (&judged, make_plan (rule->facts, rule->placements, rule->rest));
      labels = list_labels (&judged, rule->code);
      g_test_message ("%s: %s", rule->code, rule->placements);
      g_assert_cmpstr (labels, ==, expectations[i].labels);
      clear (&judged);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/advise/every-code", test_every_code);
  g_test_add_func ("/advise/labels", test_labels);

  return g_test_run ();
}
