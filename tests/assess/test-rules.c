/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of the checks: for each code what fires it, and what nearly does.
 */

#include "config.h"

#include "changed-model.h"
#include "rules.h"

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
assess (const Rule *rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = strata_decision_model_load (&error);

  g_assert_no_error (error);

  return assess_stack (rule->facts, rule->placements, rule->rest, model);
}

static void
test_table (gconstpointer data)
{
  const char *family = data;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (StrataAssessment) assessment = NULL;
      g_autofree char *found = NULL;

      if (!g_str_has_prefix (rules[i].code, family))
        continue;
      assessment = assess (&rules[i]);
      found = describe (assessment, rules[i].code);
      if (!g_str_equal (found, rules[i].found))
        g_test_message ("%s: %s", rules[i].code, rules[i].placements);
      g_assert_cmpstr (found, ==, rules[i].found);
    }
}

/* Each code has plans that fire it, and plans that nearly do. */
static void
test_both_ways (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      gboolean fires = FALSE, is_quiet = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (rules); j++)
        if (g_str_equal (rules[i].code, rules[j].code))
          {
            fires |= *rules[j].found != '\0';
            is_quiet |= *rules[j].found == '\0';
          }
      if (!fires || !is_quiet)
        g_error ("%s", rules[i].code);
    }
}

/* A model may begin a phase when what is placed in it is long gone. */
static void
test_late_phase (void)
{
  static const struct { const char *placement; StrataSpan span; } placements[] = {
    { "m map automation", { 500, 600, STRATA_DAY_NEVER } },
    { "m map automation retire=60", { 60, 600, 60 } },
    { "m map automation live=70", { 70, 70, STRATA_DAY_NEVER } },
    { "m map automation live=70 retire=60", { 60, 70, 60 } },
    { "m map automation start=50", { 50, 600, STRATA_DAY_NEVER } },
    { "m map automation retiring", { 0, 0, 600 } },
    { "m map automation retiring start=700 retire=700", { 700, 700, 700 } },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *late = change_model ("<text>45</text>", "<text>500</text>");
  g_autoptr (GString) text = g_string_new (late);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DmnModel) model = NULL;

  g_string_replace (text, "<text>75</text>", "<text>600</text>", 0);
  g_string_replace (text, "<text>90</text>", "<text>600</text>", 0);
  bytes = g_bytes_new (text->str, text->len);
  model = dmn_model_new (bytes, "late.dmn", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (placements); i++)
    {
      g_autoptr (StrataAssessment) assessment = assess_stack ("", placements[i].placement, NULL, model);
      const StrataSpan *span = strata_assessment_get_span (assessment, 0);

      g_test_message ("%s", placements[i].placement);
      g_assert_cmpint (span->start, ==, placements[i].span.start);
      g_assert_cmpint (span->live, ==, placements[i].span.live);
      g_assert_cmpint (span->retire, ==, placements[i].span.retire);
    }
}

/* How a placement is called when its tool stands there more than once. */
static void
test_names (void)
{
  const Rule rule = { "role/wrong-layer", "", "a map data; b map personalization; c map data; d text data; e map automation", NULL, NULL };
  static const char * const messages[] = {
    "map (a) stands in the data layer, but nothing that it is for belongs there.",
    "map (Personalization) stands in the personalization layer, but nothing that it is for belongs there.",
    "map (c) stands in the data layer, but nothing that it is for belongs there.",
    "text stands in the data layer, but nothing that it is for belongs there.",
  };
  g_autoptr (StrataAssessment) assessment = assess (&rule);
  guint n = 0;

  for (guint i = 0; i < strata_assessment_get_n_findings (assessment); i++)
    {
      const StrataFinding *finding = strata_assessment_get_finding (assessment, i);

      if (!g_str_equal (finding->code, rule.code))
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
      const Rule rule = { "overlap/capability", "", lists[i].placements, NULL, NULL };
      g_autoptr (StrataAssessment) assessment = assess (&rule);

      g_assert_cmpstr (strata_assessment_get_finding (assessment, 0)->code, ==, rule.code);
      g_assert_cmpstr (strata_assessment_get_finding (assessment, 0)->message, ==, lists[i].message);
    }
}

/* The first one of a code, which is there. */
static const StrataFinding *
find_finding (StrataAssessment *assessment,
              const char       *code)
{
  guint i = 0;

  while (!g_str_equal (strata_assessment_get_finding (assessment, i)->code, code))
    i++;

  return strata_assessment_get_finding (assessment, i);
}

/* One code, and a reason for each way to overlap. */
static void
test_overlap_reasons (void)
{
  static const struct
  {
    const char *placements;
    const char *says;
  } overlaps[] = {
    { "a map automation; b map automation", "billed twice" },
    { "a map automation existing; b map automation retiring start=10", "side by side only for a while" },
    { "c cdp data modules=['engage'] uses=[]; t text automation", "whether they are used or not" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (overlaps); i++)
    {
      const Rule rule = { "overlap/capability", "", overlaps[i].placements, NULL, NULL };
      g_autoptr (StrataAssessment) assessment = assess (&rule);
      const StrataFinding *finding = find_finding (assessment, rule.code);

      g_assert_nonnull (strstr (finding->why, overlaps[i].says));
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
    { "'mau': 20000, 'channels': ['push'], 'engineers': 0", "there are too few",
      STRATA_FACT_BIT (STRATA_FACT_MAU) | STRATA_FACT_BIT (STRATA_FACT_ENGINEERS) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (clients); i++)
    {
      const Rule rule = { "prereq/engineering", clients[i].facts, "w wh data", NULL, NULL };
      g_autoptr (StrataAssessment) assessment = assess (&rule);
      const StrataFinding *finding = find_finding (assessment, rule.code);

      g_assert_nonnull (strstr (finding->message, clients[i].says));
      g_assert_cmphex (finding->grounds, ==, clients[i].grounds);
    }
}

/* What the window asks of a single placement and of a layer. */
static void
test_totals (void)
{
  const Rule rule = { "", "", "m map automation monthly_cost=10.5; c cdp automation existing monthly_cost=5;"
                            "r route data existing; s sync data retiring monthly_cost=7; t text data start=91 monthly_cost=9",
                    "'accepted': [{'code': 'role/cdp-as-hub', 'tools': ['c']}]", NULL };
  g_autoptr (StrataAssessment) assessment = assess (&rule);
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
  g_test_add_func ("/rules/both-ways", test_both_ways);
  g_test_add_func ("/rules/late-phase", test_late_phase);
  g_test_add_func ("/rules/names", test_names);
  g_test_add_func ("/rules/long-lists", test_long_lists);
  g_test_add_func ("/rules/overlap-reasons", test_overlap_reasons);
  g_test_add_func ("/rules/conflict", test_conflict);
  g_test_add_func ("/rules/totals", test_totals);

  return g_test_run ();
}
