/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of what a card says.
 */

#include "config.h"

#include "fixture.h"

static StrataPlacementRow *
show (const char  *placement,
      const guint *counts)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"strata-plan\", \"version\": 1, \"currency\": \"EUR\", "
                                           "\"scenarios\": [{\"id\": \"s\", \"placements\": [%s]}]}",
                                           placement);
  g_autoptr (StrataPlan) plan = parse_plan (text);
  g_autoptr (StrataCatalog) catalog = make_catalog ();
  g_autoptr (StrataAssessment) assessment = assess_plan (plan, catalog);
  StrataPlacementView view = { catalog, assessment, 0, 1, 4, counts, FALSE };
  StrataPlacementRow *row = strata_placement_row_new ("a");

  strata_placement_row_update (row, &view);

  return row;
}

static void
assert_text (StrataPlacementRow *row,
             const char         *property,
             const char         *expected)
{
  g_autofree char *text = NULL;

  g_object_get (row, property, &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

#define SEGMENT "{\"id\": \"a\", \"tool\": \"segment\", \"layer\": \"data\""
#define HUBSPOT "{\"id\": \"a\", \"tool\": \"hubspot\", \"layer\": \"automation\""

static void
test_texts (void)
{
  static const struct
  {
    const char *placement;
    const char *property;
    const char *text;
  } rows[] = {
    { SEGMENT "}", "id", "a" },
    { SEGMENT "}", "tool", "segment" },
    { SEGMENT "}", "name", "Segment" },
    { SEGMENT "}", "initials", "Sg" },
    { SEGMENT "}", "role", "CDP" },
    { SEGMENT ", \"modules\": [\"engage\"]}", "role", "CDP · Engage" },
    { SEGMENT ", \"modules\": [\"profiles-sync\"]}", "role", "CDP · Unify Plus" },
    { SEGMENT ", \"modules\": [\"nameless\"]}", "role", "CDP · Nameless" },
    { SEGMENT ", \"modules\": [\"data-hub\", \"b\", \"c\", \"d\"]}", "role", "CDP · Data hub · B · +2" },
    { SEGMENT ", \"roles\": [\"event-collection\"]}", "role", "Event collection" },
    { HUBSPOT "}", "role", "Marketing automation" },
    { HUBSPOT ", \"roles\": [\"crm\"]}", "role", "CRM" },
    { SEGMENT "}", "status-label", "Planned" },
    { SEGMENT ", \"status\": \"retiring\"}", "status-label", "Retiring" },
    { SEGMENT "}", "cost", "Cost unknown" },
    { SEGMENT ", \"monthly_cost\": 0}", "cost", "€\u202f0" },
    { SEGMENT ", \"monthly_cost\": 1200.5}", "cost", "€\u202f1,200.50" },
    { SEGMENT "}", "days", "Days 0 – 45" },
    { SEGMENT ", \"start_day\": 60, \"live_day\": 60}", "days", "Day 60" },
    { SEGMENT ", \"status\": \"existing\"}", "days", NULL },
    { SEGMENT ", \"status\": \"existing\", \"retire_day\": 30}", "days", "Until day 30" },
    { SEGMENT ", \"status\": \"retiring\"}", "days", "Until day 90" },
  };
  static const guint counts[STRATA_N_SEVERITIES] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataPlacementRow) row = show (rows[i].placement, counts);

      g_test_message ("%s: %s", rows[i].property, rows[i].placement);
      assert_text (row, rows[i].property, rows[i].text);
    }
}

static void
test_findings (void)
{
  static const struct
  {
    guint       counts[STRATA_N_SEVERITIES];
    int         severity;
    guint       n_findings;
    const char *description;
  } rows[] = {
    { { 0, 0, 0 }, -1, 0, "Segment, data layer, 2 of 4, existing" },
    { { 1, 0, 0 }, STRATA_SEVERITY_ERROR, 1, "Segment, data layer, 2 of 4, existing, 1 error" },
    { { 0, 2, 1 }, STRATA_SEVERITY_WARNING, 3, "Segment, data layer, 2 of 4, existing, 2 warnings, 1 piece of advice" },
    { { 2, 1, 2 }, STRATA_SEVERITY_ERROR, 5,
      "Segment, data layer, 2 of 4, existing, 2 errors, 1 warning, 2 pieces of advice" },
    { { 0, 0, 3 }, STRATA_SEVERITY_ADVICE, 3, "Segment, data layer, 2 of 4, existing, 3 pieces of advice" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataPlacementRow) row = show (SEGMENT ", \"status\": \"existing\"}", rows[i].counts);

      g_assert_cmpint (strata_placement_row_get_severity (row), ==, rows[i].severity);
      g_assert_cmpuint (strata_placement_row_get_n_findings (row), ==, rows[i].n_findings);
      g_assert_cmpstr (strata_placement_row_get_description (row), ==, rows[i].description);
    }
}

static void
test_default (void)
{
  g_autoptr (StrataPlacementRow) row = strata_placement_row_new ("a");

  g_assert_cmpstr (strata_placement_row_get_id (row), ==, "a");
  g_assert_cmpint (strata_placement_row_get_severity (row), ==, -1);
  g_assert_null (strata_placement_row_get_name (row));
  g_assert_false (strata_placement_row_get_selected (row));
  g_assert_false (strata_placement_row_get_related (row));
  g_assert_false (strata_placement_row_get_faded (row));
  g_assert_finalize_object (g_steal_pointer (&row));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/placement-row/default", test_default);
  g_test_add_func ("/workspace/placement-row/texts", test_texts);
  g_test_add_func ("/workspace/placement-row/findings", test_findings);

  return g_test_run ();
}
