/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan held against the catalogue, with near misses beside each refusal.
 */

#include "config.h"

#include "fixture.h"
#include "model/strata-plan-error.h"

#define CATALOG \
  "'hubspot': {'name': 'HubSpot', 'roles': ['crm', 'map']}, " \
  "'dbt': {'roles': ['transformation']}, " \
  "'old-dbt': {'renamed_to': 'dbt'}"

/* A plan of one scenario with a good placement before the one in question. */
static StrataPlan *
make_plan (const char *tools,
           const char *placement)
{
  g_autofree char *json =
    g_strdup_printf ("{'format': 'strata-plan', 'version': 1, 'tools': {%s}, 'scenarios': [{'id': 's', 'placements': "
                     "[{'id': 'p1', 'tool': 'dbt', 'layer': 'data'}, {'id': 'p2', 'layer': 'data', %s}]}]}",
                     tools, placement);
  g_autoptr (StrataValue) value = parse_value (json);
  g_autoptr (GError) error = NULL;
  StrataPlan *plan = strata_plan_new (value, &error);

  g_assert_no_error (error);
  return plan;
}

static const struct
{
  const char *tools;
  const char *placement;
  int code;            /* -1: all is well */
  const char *path;
  const char *part;    /* of the message */
} cases[] = {
  { "", "'tool': 'hubspot'", -1, NULL, NULL },
  { "", "'tool': 'old-dbt'", -1, NULL, NULL },
  { "", "'tool': 'hubspit'", STRATA_PLAN_ERROR_UNKNOWN_TOOL, "scenarios[0].placements[1].tool", "Perhaps \"hubspot\"" },
  { "", "'tool': 'HubSpot'", STRATA_PLAN_ERROR_UNKNOWN_TOOL, "scenarios[0].placements[1].tool", "Perhaps \"hubspot\"" },
  { "", "'tool': 'pigeons'", STRATA_PLAN_ERROR_UNKNOWN_TOOL, "scenarios[0].placements[1].tool", "\"pigeons\"; no tool" },
  { "'pigeon': {'roles': ['messaging']}", "'tool': 'pigeons'", STRATA_PLAN_ERROR_UNKNOWN_TOOL,
    "scenarios[0].placements[1].tool", "Perhaps \"pigeon\"" },
  { "'pigeons': {'roles': ['messaging']}", "'tool': 'pigeons'", -1, NULL, NULL },

  { "", "'tool': 'hubspot', 'roles': ['map']", -1, NULL, NULL },
  { "", "'tool': 'hubspot', 'roles': ['map', 'crm']", -1, NULL, NULL },
  { "", "'tool': 'hubspot', 'roles': ['map', 'cdp']", STRATA_PLAN_ERROR_INVALID,
    "scenarios[0].placements[1].roles[1]", "allowed are \"map\" and \"crm\"" },
  { "", "'tool': 'old-dbt', 'roles': ['warehouse']", STRATA_PLAN_ERROR_INVALID,
    "scenarios[0].placements[1].roles[0]", "\"transformation\"" },
  /* The plan's own definition counts, whole. */
  { "'hubspot': {'roles': ['cdp']}", "'tool': 'hubspot', 'roles': ['cdp']", -1, NULL, NULL },
};

static void
test_plans (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataCatalog) catalog = make_catalog (parse_layer ("", CATALOG), NULL, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StrataPlan) plan = make_plan (cases[i].tools, cases[i].placement);
      gboolean good = strata_catalog_check_plan (catalog, plan, &error);

      g_test_message ("%s: %s", cases[i].placement, error != NULL ? error->message : "good");
      g_assert_cmpint (good, ==, cases[i].code == -1);
      if (good)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, STRATA_PLAN_ERROR, cases[i].code);
      g_assert_cmpstr (strata_plan_error_get_path (error), ==, cases[i].path);
      g_assert_true (g_str_has_prefix (error->message, cases[i].path));
      g_assert_nonnull (g_strstr_len (error->message, -1, cases[i].part));
      g_clear_error (&error);
    }
}

/* A former id and one that only the plan knows. */
static void
test_find (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataCatalog) catalog = make_catalog (parse_layer ("", CATALOG), NULL, &error);
  g_autoptr (StrataPlan) plan = make_plan ("'own': {'roles': ['map']}, 'hubspot': {'roles': ['cdp']}", "'tool': 'own'");

  g_assert_no_error (error);
  g_assert_cmpstr (strata_catalog_find_tool (catalog, plan, "old-dbt")->id, ==, "dbt");
  g_assert_cmpstr (strata_catalog_find_tool (catalog, plan, "own")->id, ==, "own");
  g_assert_cmpuint (strata_catalog_find_tool (catalog, plan, "hubspot")->roles, ==, STRATA_ROLE_BIT (STRATA_ROLE_CDP));
  g_assert_null (strata_catalog_find_tool (catalog, NULL, "own"));
  g_assert_null (strata_catalog_find_tool (catalog, plan, "pigeon"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/check/plans", test_plans);
  g_test_add_func ("/check/find", test_find);

  return g_test_run ();
}
