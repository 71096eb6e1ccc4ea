/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of what is said of a fix before it is pressed.
 */

#include "config.h"

#include "fixture.h"
#include "workspace/strata-fix-text.h"

typedef struct
{
  guint       n_solved;
  guint       n_worse;
  int         added[3]; /* severities of what comes; −1: no more */
  const char *text; /* the message comes where that ends in a colon */
} Row;

#define NONE { -1, -1, -1 }

static const Row rows[] = {
  { 1, 0, NONE, "Solves 1" },
  { 2, 0, NONE, "Solves 2" },
  { 2, 1, NONE, "Solves 2 · makes 1 graver" },
  { 2, 0, { STRATA_SEVERITY_ADVICE, -1, -1 }, "Solves 2 · adds 1 advice: " },
  { 1, 2, { STRATA_SEVERITY_WARNING, -1, -1 }, "Solves 1 · makes 2 graver · adds 1 warning: " },
  { 1, 0, { STRATA_SEVERITY_ERROR, -1, -1 }, "Solves 1 · adds 1 error: " },
  { 1, 0, { STRATA_SEVERITY_ADVICE, STRATA_SEVERITY_ADVICE, -1 }, "Solves 1 · adds 2 advice" },
  { 1, 0, { STRATA_SEVERITY_WARNING, STRATA_SEVERITY_WARNING, STRATA_SEVERITY_ADVICE }, "Solves 1 · adds 2 warnings, 1 advice" },
};

/* Has findings of all three severities. */
#define GRAVE_PLAN \
  "{\"format\": \"strata-plan\", \"version\": 1, \"facts\": {\"event_schema\": \"missing\", \"segmentation\": \"partial\"}," \
  " \"scenarios\": [{\"id\": \"s\", \"placements\": [" \
  "  {\"id\": \"p1\", \"tool\": \"dynamic-yield\", \"layer\": \"personalization\"}]}]}"

static guint
find_finding (StrataAssessment *assessment,
              int               severity)
{
  for (guint i = 0; i < strata_assessment_get_n_findings (assessment); i++)
    {
      if ((int) strata_assessment_get_finding (assessment, i)->severity == severity)
        return i;
    }
  g_assert_not_reached ();
}

static const char *
get_message (StrataFix *fix)
{
  return strata_assessment_get_finding (fix->after, g_array_index (fix->diff->added, guint, 0))->message;
}

static void
test_describe (void)
{
  g_autoptr (StrataCatalog) catalog = make_catalog ();
  g_autoptr (StrataPlan) plan = parse_plan (GRAVE_PLAN);
  g_autoptr (StrataAssessment) assessment = assess_plan (plan, catalog);
  g_autoptr (StrataEdit) edit = strata_edit_new ("Test");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataFix) fix = strata_fix_new (edit, "Test", assessment, assessment);
      g_autofree char *expected = NULL;
      g_autofree char *text = NULL;

      g_array_set_size (fix->diff->solved, rows[i].n_solved);
      g_array_set_size (fix->diff->worse, rows[i].n_worse);
      for (guint j = 0; j < G_N_ELEMENTS (rows[i].added) && rows[i].added[j] >= 0; j++)
        {
          guint index = find_finding (assessment, rows[i].added[j]);

          g_array_append_val (fix->diff->added, index);
        }
      text = strata_fix_text_describe (fix);
      expected = g_strconcat (rows[i].text, g_str_has_suffix (rows[i].text, ": ") ? get_message (fix) : "", NULL);
      g_assert_cmpstr (text, ==, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/fix-text/describe", test_describe);

  return g_test_run ();
}
