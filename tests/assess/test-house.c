/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of house rules: each kind of input with a rule that fires and one that
 * nearly does, and tables that are refused.
 */

#include "config.h"

#include "changed-model.h"
#include "dmn/dmn-error.h"
#include "stack.h"

/* One rule with one cell. */
typedef struct
{
  const char *input;
  const char *cell;
  const char *facts;
  const char *placements;
  gboolean    fires;
} Row;

#define STACK "c cdp data; m map automation"

static const Row rows[] = {
  { "mau", "< 1000", "'mau': 999", "", TRUE },
  { "mau", "< 1000", "'mau': 1000", "", FALSE },
  { "mau", "< 1000", "", "", FALSE },
  { "mau", "-", "", "", TRUE },
  { "mau", "null", "", "", TRUE },
  { "mau", "null", "'mau': 0", "", FALSE },
  { "mau_growth", "[-1.5..0)", "'mau_growth': -1.5", "", TRUE },
  { "mau_growth", "[-1.5..0)", "'mau_growth': 0", "", FALSE },
  { "engineers", "0.5", "'engineers': 0.5", "", TRUE },
  { "engineers", "0.5", "'engineers': 1", "", FALSE },
  { "regulated", "true", "'regulated': true", "", TRUE },
  { "regulated", "true", "'regulated': false", "", FALSE },
  { "regulated", "false", "", "", FALSE },
  { "stage", "\"scaling\",\"enterprise\"", "'stage': 'enterprise'", "", TRUE },
  { "stage", "\"scaling\",\"enterprise\"", "'stage': 'pre-pmf'", "", FALSE },
  { "stage", "not(\"enterprise\")", "'stage': 'pre-pmf'", "", TRUE },
  { "stage", "not(\"enterprise\")", "'stage': 'enterprise'", "", FALSE },
  { "stage", "not(\"enterprise\")", "", "", TRUE },
  { "variant_pipeline", "\"in-place\"", "'variants_per_week': 6", "", TRUE },
  { "variant_pipeline", "\"in-place\"", "'variants_per_week': 5", "", FALSE },
  { "channels", "list contains(?, \"sms\")", "'channels': ['email', 'sms']", "", TRUE },
  { "channels", "list contains(?, \"sms\")", "'channels': ['email']", "", FALSE },
  { "channels", "list contains(?, \"sms\")", "", "", FALSE },
  { "surfaces", "count(?) > 1", "'surfaces': ['push', 'homepage']", "", TRUE },
  { "surfaces", "count(?) > 1", "'surfaces': ['push']", "", FALSE },
  { "external_systems", "[]", "'external_systems': []", "", TRUE },
  { "messaging_count", "2", "'channels': ['web', 'email', 'sms']", "", TRUE },
  { "messaging_count", "2", "'channels': ['web', 'email']", "", FALSE },
  { "only_messaging_channel", "\"sms\"", "'channels': ['web', 'sms']", "", TRUE },
  { "only_messaging_channel", "\"sms\"", "'channels': ['email', 'sms']", "", FALSE },
  { "has_email", "false", "'channels': ['sms']", "", TRUE },
  { "has_email", "false", "", "", FALSE },
  { "has_external_systems", "true", "'external_systems': ['erp']", "", TRUE },
  { "has_external_systems", "true", "'external_systems': []", "", FALSE },
  { "surface_kind", "\"message\"", "'surfaces': ['push']", "", TRUE },
  { "surface_kind", "\"message\"", "'surfaces': ['homepage']", "", FALSE },
  { "data_pattern", "\"cdp\"", "", STACK, TRUE },
  { "data_pattern", "\"cdp\"", "", STACK "; w wh data", FALSE },
  { "data_pattern", "\"none\"", "", "c cdp data retiring", TRUE },
  { "hub_pattern", "\"map\"", "", STACK, TRUE },
  { "hub_pattern", "\"map\"", "", STACK "; o orch automation", FALSE },
  { "roles", "list contains(?, \"cdp\")", "", STACK, TRUE },
  { "roles", "list contains(?, \"cdp\")", "", "c cdp data retiring; m map automation", FALSE },
  { "roles", "not(list contains(?, \"warehouse\"))", "", STACK, TRUE },
  { "roles", "not(list contains(?, \"warehouse\"))", "", STACK "; w wh data", FALSE },
  { "roles", "list contains(roles, \"cdp\")", "", STACK, TRUE },
  { "roles", "some role in ? satisfies role = \"map\"", "", STACK, TRUE },
  { "roles", "count(?[item = \"map\"]) = 1", "", STACK, TRUE },
  { "capabilities", "list contains(?, \"audience-building\")", "", "c cdp data modules=['engage']", TRUE },
  { "capabilities", "list contains(?, \"audience-building\")", "", STACK, FALSE },
  { "capabilities", "list contains(?, \"profile-store\")", "", "c cdp data retire=900", FALSE },
  { "mau", "list contains(roles, \"cdp\")", "'mau': 1", STACK, TRUE },
  { "mau", "list contains(roles, \"cdp\")", "'mau': 1", "m map automation", FALSE },
  { "roles", "mau < 10", "'mau': 9", "", TRUE },
  { "roles", "mau < 10", "'mau': 10", "", FALSE },
};

/* The shipped model with one more decision. */
static DmnModel *
make_model (const char *decision)
{
  g_autofree char *closing = g_strconcat (decision, "</definitions>", NULL);
  g_autoptr (GError) error = NULL;
  DmnModel *model = load_changed ("</definitions>", closing, &error);

  g_assert_no_error (error);

  return model;
}

#define RULE(description, cell, code, severity) \
  "<rule><description>" description "</description><inputEntry><text>" cell "</text></inputEntry>" \
  "<outputEntry><text>" code "</text></outputEntry><outputEntry><text>" severity "</text></outputEntry></rule>"
#define TABLE(attributes, input, rules) \
  "<decision id=\"h\" name=\"house_rules\"><decisionTable " attributes ">" \
  "<input><inputExpression><text>" input "</text></inputExpression></input>" \
  "<output name=\"code\"/><output name=\"severity\"/>" rules "</decisionTable></decision>"
#define COLLECT "hitPolicy=\"COLLECT\""

/* The house rules found, by severity, code and message. */
static char *
describe (StrataAssessment *assessment)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < strata_assessment_get_n_findings (assessment); i++)
    {
      const StrataFinding *finding = strata_assessment_get_finding (assessment, i);

      if (!g_str_has_prefix (finding->code, "house/"))
        continue;
      g_assert_cmpuint (finding->n_tools, ==, 0);
      g_assert_null (finding->facts);
      g_assert_null (finding->capabilities);
      g_string_append_printf (text, "%s %s: %s%s\n", strata_severity_get_id (finding->severity), finding->code,
                              finding->message, finding->accepted ? " (accepted)" : "");
    }

  return g_string_free (text, FALSE);
}

static void
test_inputs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *cell = g_markup_escape_text (rows[i].cell, -1);
      g_autofree char *decision = g_strdup_printf (TABLE (COLLECT, "%s", RULE ("So it is.", "%s", "\"x\"", "\"advice\"")),
                                                   rows[i].input, cell);
      g_autoptr (DmnModel) model = make_model (decision);
      g_autoptr (StrataAssessment) assessment = assess_stack (rows[i].facts, rows[i].placements, NULL, model);
      g_autofree char *found = describe (assessment);

      g_test_message ("%s: %s", rows[i].input, rows[i].cell);
      g_assert_cmpstr (found, ==, rows[i].fires ? "advice house/x: So it is.\n" : "");
    }
}

/* Every row that matches is a finding, and like any other: sorted, counted,
 * accepted by its code. */
static void
test_several (void)
{
  g_autoptr (DmnModel) model =
    make_model (TABLE (COLLECT, "roles",
                       RULE ("Nothing is wrong.", "list contains(?, \"crm\")", "\"crm\"", "\"error\"")
                       RULE ("Take care.", "-", "\"b\"", "\"warning\"")
                       RULE ("A second time.", "-", "\"b\"", "\"warning\"")
                       RULE ("  Stop\n   here. ", "list contains(?, \"cdp\")", "\"c\"", "\"error\"")
                       RULE ("Fine by us.", "-", "\"a\"", "\"warning\"")));
  g_autoptr (StrataAssessment) assessment =
    assess_stack ("", STACK, "'accepted': [{'code': 'house/a', 'tools': []}, {'code': 'house/crm', 'tools': []}]", model);
  g_autofree char *found = describe (assessment);

  g_assert_cmpstr (found, ==,
                   "error house/c: Stop here.\n"
                   "warning house/a: Fine by us. (accepted)\n"
                   "warning house/b: Take care.\n"
                   "warning house/b: A second time.\n");
  g_assert_cmpuint (strata_assessment_count (assessment, STRATA_SEVERITY_ERROR), ==, 1);
  g_assert_cmpuint (strata_assessment_count_accepted (assessment), ==, 1);
  g_assert_cmpuint (strata_assessment_get_n_stale (assessment), ==, 1);
}

static void
test_no_rows (void)
{
  g_autoptr (DmnModel) model = make_model (TABLE (COLLECT, "roles", ""));
  g_autoptr (StrataAssessment) assessment = assess_stack ("", STACK, NULL, model);
  g_autofree char *found = describe (assessment);

  g_assert_cmpstr (found, ==, "");
}

/* Whatever the facts are: these have nothing to do with it. */
static void
test_refused (void)
{
  static const struct { const char *decision, *says; } tables[] = {
    { "<decision name=\"house_rules\"><literalExpression><text>1</text></literalExpression></decision>", "a decision table" },
    { TABLE ("", "mau", ""), "COLLECT" },
    { TABLE ("hitPolicy=\"FIRST\"", "mau", ""), "COLLECT" },
    { TABLE (COLLECT " aggregation=\"COUNT\"", "mau", ""), "without an aggregation" },
    { TABLE (COLLECT, "maus", ""), "the column “maus” is neither a fact" },
    { TABLE (COLLECT, "data_layer", ""), "the column “data_layer” is neither a fact" },
    { "<decision name=\"house_rules\"><decisionTable " COLLECT "><output name=\"code\"/></decisionTable></decision>", "“code” and “severity”" },
    { "<decision name=\"house_rules\"><decisionTable " COLLECT "><output name=\"code\"/><output name=\"level\"/></decisionTable></decision>",
      "“code” and “severity”" },
    { "<decision name=\"house_rules\"><decisionTable " COLLECT "><output name=\"code\"/><output name=\"severity\">"
      "<defaultOutputEntry><text>\"error\"</text></defaultOutputEntry></output></decisionTable></decision>", "default" },
    { TABLE (COLLECT, "mau", RULE ("No.", "-", "\"a\"", "\"error\"") RULE ("No.", "&lt; 0", "\"a\"", "\"fatal\"")), "row 2, “severity”: one of “error”" },
    { TABLE (COLLECT, "mau", RULE ("No.", "-", "\"a\"", "error")), "row 1, “severity”" },
    { TABLE (COLLECT, "mau", RULE ("No.", "-", "\"a\"", "")), "row 1, “severity”" },
    { TABLE (COLLECT, "mau", RULE ("No.", "-", "", "\"error\"")), "row 1, “code”: a text" },
    { TABLE (COLLECT, "mau", RULE ("No.", "-", "\"\"", "\"error\"")), "row 1, “code”" },
    { TABLE (COLLECT, "mau", RULE ("No.", "-", "12", "\"error\"")), "row 1, “code”" },
    { TABLE (COLLECT, "mau", RULE ("No.", "-", "\"a b\"", "\"error\"")), "row 1, “code”" },
    { TABLE (COLLECT, "mau", RULE (" ", "-", "\"a\"", "\"error\"")), "row 1, “description”: a sentence" },
    { TABLE (COLLECT, "roles", RULE ("No.", "list contains(?, cdp)", "\"a\"", "\"error\"")), "row 1, “roles”: nothing is called “cdp”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DmnModel) model = make_model (tables[i].decision);
      g_autoptr (StrataPlan) plan = make_plan ("", "", NULL);
      g_autoptr (StrataDecisions) decisions = strata_decide (strata_plan_get_facts (plan), model, model, &error);

      g_assert_null (decisions);
      g_assert_error (error, DMN_ERROR, DMN_ERROR_MODEL);
      g_assert_true (g_str_has_prefix (error->message, "changed.dmn:"));
      if (strstr (error->message, "“house_rules”: ") == NULL || strstr (error->message, tables[i].says) == NULL)
        g_error ("“%s” does not say “%s”", error->message, tables[i].says);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/house/inputs", test_inputs);
  g_test_add_func ("/house/several", test_several);
  g_test_add_func ("/house/no-rows", test_no_rows);
  g_test_add_func ("/house/refused", test_refused);

  return g_test_run ();
}
