/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of parts of a scenario that go elsewhere, and of pasting them.
 */

#include "config.h"

#include "model/strata-fragment.h"
#include "model/strata-gesture.h"
#include "model-helpers.h"

#define SOURCE \
  "{'format': 'strata-plan', 'version': 1, 'title': 'Secret', 'client': 'Secret', 'currency': 'EUR'," \
  " 'facts': {'mau': 1}, 'tools': {'own': {'roles': ['cdp']}, 'unused': {'roles': ['crm']}}," \
  " 'scenarios': [{'id': 's', 'title': 'Secret', 'placements': [" \
  "  {'id': 'a', 'tool': 'own', 'layer': 'data', 'monthly_cost': 5, 'price': {'unit': 'mtu', 'fact': 'mau', 'tiers': [{'from': 0, 'monthly': 1}]}, 'mine': true}," \
  "  {'id': 'b', 'tool': 't', 'layer': 'automation', 'modules': ['m'], 'module_costs': {'m': 2}}," \
  "  {'id': 'c', 'tool': 'own', 'layer': 'data'}]," \
  " 'flows': [{'from': 'a', 'to': 'b', 'carries': 'events', 'mine': 1}, {'from': 'b', 'to': 'c', 'carries': 'results'}]," \
  " 'owners': {'email-send': 'b'}, 'accepted': [{'code': 'x', 'tools': ['a']}]}]}"

#define TARGET \
  "{'format': 'strata-plan', 'version': 1, 'scenarios': [{'id': 's', 'placements': [" \
  "  {'id': 'p1', 'tool': 't', 'layer': 'data'}, {'id': 'p3', 'tool': 't', 'layer': 'data'}]," \
  " 'accepted': [{'code': 'x', 'tools': ['p4']}]}]}"

static StrataPlan *
copy (StrataPlan *plan,
      const char *words)
{
  g_auto (GStrv) ids = g_strsplit (words, " ", -1);
  g_autoptr (GPtrArray) placements = g_ptr_array_new ();
  StrataScenario *scenario = strata_plan_get_scenario (plan, 0);

  for (guint i = 0; i < scenario->n_placements; i++)
    if (g_strv_contains ((const char * const *) ids, scenario->placements[i]->id))
      g_ptr_array_add (placements, scenario->placements[i]);

  return strata_fragment_new (plan, scenario, placements);
}

static void
assert_json (StrataValue *value,
             const char  *json)
{
  g_autoptr (StrataValue) expected = value_from_json (json);

  g_assert_true (strata_value_equal (value, expected));
}

static StrataPlan *
paste (StrataPlan        *plan,
       const StrataPaste *what,
       const char        *expected_ids)
{
  g_auto (GStrv) ids = NULL;
  g_autoptr (StrataEdit) edit = strata_gesture_paste (strata_plan_get_scenario (plan, 0), what, "Paste", &ids);
  g_autofree char *words = g_strjoinv (" ", ids);
  g_autoptr (GError) error = NULL;
  StrataPlan *result = strata_plan_apply (plan, edit, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (words, ==, expected_ids);
  g_assert_cmpstr (strata_edit_get_name (edit), ==, "Paste");

  return result;
}

static void
assert_order (StrataPlan *plan,
              const char *expected)
{
  StrataScenario *scenario = strata_plan_get_scenario (plan, 0);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < scenario->n_placements; i++)
    g_string_append_printf (text, "%s%c%s", i > 0 ? " " : "",
                            "DAP"[scenario->placements[i]->layer], scenario->placements[i]->id);
  g_assert_cmpstr (text->str, ==, expected);
}

/* What was decided about placements stays, and so does the client. */
static void
test_copy (void)
{
  g_autoptr (StrataPlan) plan = plan_from_json (SOURCE);
  g_autoptr (StrataPlan) both = copy (plan, "a b");
  g_autoptr (StrataPlan) one = copy (plan, "b");

  assert_json (strata_plan_get_value (both),
               "{'format': 'strata-plan', 'version': 1, 'currency': 'EUR', 'tools': {'own': {'roles': ['cdp']}},"
               " 'scenarios': [{'id': 's', 'placements': ["
               "  {'id': 'a', 'tool': 'own', 'layer': 'data', 'monthly_cost': 5, 'price': {'unit': 'mtu', 'fact': 'mau', 'tiers': [{'from': 0, 'monthly': 1}]}, 'mine': true},"
               "  {'id': 'b', 'tool': 't', 'layer': 'automation', 'modules': ['m'], 'module_costs': {'m': 2}}],"
               " 'flows': [{'from': 'a', 'to': 'b', 'carries': 'events', 'mine': 1}]}]}");
  assert_json (strata_plan_get_value (one),
               "{'format': 'strata-plan', 'version': 1, 'currency': 'EUR', 'tools': {},"
               " 'scenarios': [{'id': 's', 'placements': ["
               "  {'id': 'b', 'tool': 't', 'layer': 'automation', 'modules': ['m'], 'module_costs': {'m': 2}}],"
               " 'flows': []}]}");
}

static void
test_check (void)
{
  static const struct
  {
    const char *scenarios;
    const char *path; /* NULL: a fragment */
  } rows[] = {
    { "[{'id': 's', 'placements': [{'id': 'a', 'tool': 't', 'layer': 'data'}]}]", NULL },
    { "[{'id': 's', 'placements': []}]", "scenarios[0].placements" },
    { "[{'id': 's'}]", "scenarios[0].placements" },
    { "[{'id': 's', 'placements': [{'id': 'a', 'tool': 't', 'layer': 'data'}]}, {'id': 'r'}]", "scenarios[1]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *json = g_strdup_printf ("{'format': 'strata-plan', 'version': 1, 'scenarios': %s}", rows[i].scenarios);
      g_autoptr (StrataPlan) plan = plan_from_json (json);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (strata_fragment_check (plan, &error), ==, rows[i].path == NULL);
      if (rows[i].path == NULL)
        continue;
      g_assert_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_INVALID);
      g_assert_cmpstr (strata_plan_error_get_path (error), ==, rows[i].path);
    }
}

/* Ids that are there, or that an acceptance names, are not taken again. */
static void
test_paste (void)
{
  static const struct
  {
    const char *ids;
    int         layer;
    guint       data;
    guint       automation;
    const char *pasted;
    const char *order;
    guint       n_flows;
  } rows[] = {
    { "a b c", -1, 1, 0, "p2 p5 p6", "Dp1 Dp2 Dp6 Dp3 Ap5", 2 },
    { "a b c", -1, G_MAXUINT, G_MAXUINT, "p2 p5 p6", "Dp1 Dp3 Dp2 Ap5 Dp6", 2 },
    { "a c", -1, 0, 0, "p2 p5", "Dp2 Dp5 Dp1 Dp3", 0 },
    { "a c", STRATA_LAYER_AUTOMATION, 0, 0, "p2 p5", "Dp1 Dp3 Ap2 Ap5", 0 },
    { "b", STRATA_LAYER_DATA, 1, 0, "p2", "Dp1 Dp2 Dp3", 0 },
  };
  g_autoptr (StrataPlan) source = plan_from_json (SOURCE);
  g_autoptr (StrataPlan) target = plan_from_json (TARGET);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataPlan) fragment = copy (source, rows[i].ids);
      StrataPaste what = {
        .fragment = strata_fragment_get_scenario (fragment),
        .layer = rows[i].layer,
        .positions = { rows[i].data, rows[i].automation, 0 },
      };
      g_autoptr (StrataPlan) result = paste (target, &what, rows[i].pasted);

      assert_order (result, rows[i].order);
      g_assert_cmpuint (strata_plan_get_scenario (result, 0)->n_flows, ==, rows[i].n_flows);
      g_assert_cmpuint (strata_plan_get_scenario (result, 0)->n_owners, ==, 0);
      g_assert_cmpuint (strata_plan_get_scenario (result, 0)->n_accepted, ==, 1);
    }
}

/* Whatever else a placement and a flow have comes along, known or not. */
static void
test_paste_whole (void)
{
  g_autoptr (StrataPlan) source = plan_from_json (SOURCE);
  g_autoptr (StrataPlan) target = plan_from_json ("{'format': 'strata-plan', 'version': 1, 'scenarios': [{'id': 's'}]}");
  g_autoptr (StrataPlan) fragment = copy (source, "a b");
  g_autoptr (GHashTable) tools = g_hash_table_new (g_str_hash, g_str_equal);
  StrataPaste what = { .fragment = strata_fragment_get_scenario (fragment), .layer = -1, .tools = tools };
  g_autoptr (StrataPlan) result = NULL;
  g_autoptr (StrataPlan) costless = NULL;

  g_hash_table_insert (tools, (gpointer) "own", (gpointer) "own-2");
  result = paste (target, &what, "p1 p2");
  assert_json (strata_scenario_get_value (strata_plan_get_scenario (result, 0)),
               "{'id': 's', 'placements': ["
               "  {'id': 'p1', 'tool': 'own-2', 'layer': 'data', 'monthly_cost': 5, 'price': {'unit': 'mtu', 'fact': 'mau', 'tiers': [{'from': 0, 'monthly': 1}]}, 'mine': true},"
               "  {'id': 'p2', 'tool': 't', 'layer': 'automation', 'modules': ['m'], 'module_costs': {'m': 2}}],"
               " 'flows': [{'from': 'p1', 'to': 'p2', 'carries': 'events', 'mine': 1}]}");

  what.without_costs = TRUE;
  costless = paste (target, &what, "p1 p2");
  assert_json (strata_scenario_get_value (strata_plan_get_scenario (costless, 0)),
               "{'id': 's', 'placements': ["
               "  {'id': 'p1', 'tool': 'own-2', 'layer': 'data', 'mine': true},"
               "  {'id': 'p2', 'tool': 't', 'layer': 'automation', 'modules': ['m']}],"
               " 'flows': [{'from': 'p1', 'to': 'p2', 'carries': 'events', 'mine': 1}]}");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/fragment/copy", test_copy);
  g_test_add_func ("/model/fragment/check", test_check);
  g_test_add_func ("/model/fragment/paste", test_paste);
  g_test_add_func ("/model/fragment/paste-whole", test_paste_whole);

  return g_test_run ();
}
