/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of the edits that gestures make.
 */

#include "config.h"

#include "model-helpers.h"
#include "model/strata-gesture.h"

/* Scenarios are written “Da Ab Ac”: the layer's first letter, then the id. */
static StrataPlan *
make_plan (const char *words)
{
  g_auto (GStrv) placements = g_strsplit (words, " ", -1);
  g_autoptr (GString) text = g_string_new ("{\"format\": \"strata-plan\", \"version\": 1, \"scenarios\": "
                                           "[{\"id\": \"s\", \"placements\": [");

  for (guint i = 0; placements[i] != NULL; i++)
    {
      const char *layer = placements[i][0] == 'D' ? "data" : (placements[i][0] == 'A' ? "automation" : "personalization");

      g_string_append_printf (text, "%s{\"id\": \"%s\", \"tool\": \"t\", \"layer\": \"%s\"}",
                              i > 0 ? ", " : "", placements[i] + 1, layer);
    }
  g_string_append (text, "]}]}");

  return plan_from_json (text->str);
}

static StrataTool *
make_tool (const char *id,
           const char *name)
{
  g_autofree char *json = g_strdup_printf ("{'name': '%s', 'roles': ['cdp']}", name);
  g_autoptr (StrataValue) value = value_from_json (json);
  g_autoptr (GError) error = NULL;
  StrataTool *tool = strata_tool_new (id, value, "tool", &error);

  g_assert_no_error (error);

  return tool;
}

static char *
describe (StrataPlan *plan)
{
  StrataScenario *scenario = strata_plan_get_scenario (plan, 0);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < scenario->n_placements; i++)
    g_string_append_printf (text, "%s%c%s", i > 0 ? " " : "",
                            "DAP"[scenario->placements[i]->layer], scenario->placements[i]->id);

  return g_string_free_and_steal (text);
}

static StrataPlan *
apply (StrataPlan *plan,
       StrataEdit *edit)
{
  g_autoptr (GError) error = NULL;
  StrataPlan *result = strata_plan_apply (plan, edit, &error);

  g_assert_no_error (error);

  return result;
}

/* The placements of the words, in the scenario's order. */
static GPtrArray *
find (StrataScenario *scenario,
      const char     *words)
{
  g_auto (GStrv) ids = g_strsplit (words, " ", -1);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < scenario->n_placements; i++)
    if (g_strv_contains ((const char * const *) ids, scenario->placements[i]->id))
      g_ptr_array_add (found, scenario->placements[i]);

  return found;
}

static void
test_move (void)
{
  static const struct
  {
    const char  *before;
    const char  *ids;
    StrataLayer  layer;
    guint        position;
    const char  *after; /* NULL: no edit */
    guint        n_operations;
    const char  *name;
  } rows[] = {
    /* Within a lane. */
    { "Aa Ab Ac", "a", STRATA_LAYER_AUTOMATION, 0, NULL },
    { "Aa Ab Ac", "c", STRATA_LAYER_AUTOMATION, 9, NULL },
    { "Aa Ab Ac", "a", STRATA_LAYER_AUTOMATION, 1, "Ab Aa Ac", 1, "Move Tool" },
    { "Aa Ab Ac", "a", STRATA_LAYER_AUTOMATION, 2, "Ab Ac Aa", 1, "Move Tool" },
    { "Aa Ab Ac", "a", STRATA_LAYER_AUTOMATION, 9, "Ab Ac Aa", 1, "Move Tool" },
    { "Aa Ab Ac", "c", STRATA_LAYER_AUTOMATION, 0, "Ac Aa Ab", 1, "Move Tool" },
    { "Aa Ab Ac", "c", STRATA_LAYER_AUTOMATION, 1, "Aa Ac Ab", 1, "Move Tool" },
    /* Others stand in between. */
    { "Aa Dx Ab Py Ac", "a", STRATA_LAYER_AUTOMATION, 0, NULL },
    { "Aa Dx Ab Py Ac", "a", STRATA_LAYER_AUTOMATION, 1, "Dx Ab Aa Py Ac", 1, "Move Tool" },
    { "Aa Dx Ab Py Ac", "c", STRATA_LAYER_AUTOMATION, 1, "Aa Dx Ac Ab Py", 1, "Move Tool" },
    { "Aa Dx Ab Py Ac", "x", STRATA_LAYER_DATA, 5, NULL },
    /* To another lane; no farther in the file than needed. */
    { "Aa Dx Ab Py Ac", "x", STRATA_LAYER_AUTOMATION, 1, "Aa Ax Ab Py Ac", 1, "Move Tool to Automation" },
    { "Aa Dx Ab Py Ac", "x", STRATA_LAYER_AUTOMATION, 0, "Ax Aa Ab Py Ac", 2, "Move Tool to Automation" },
    { "Aa Dx Ab Py Ac", "x", STRATA_LAYER_AUTOMATION, 2, "Aa Ab Ax Py Ac", 2, "Move Tool to Automation" },
    { "Aa Dx Ab Py Ac", "x", STRATA_LAYER_AUTOMATION, 9, "Aa Ab Py Ac Ax", 2, "Move Tool to Automation" },
    { "Aa Ab", "b", STRATA_LAYER_DATA, 3, "Aa Db", 1, "Move Tool to Data" },
    { "Aa Ab", "a", STRATA_LAYER_PERSONALIZATION, 0, "Pa Ab", 1, "Move Tool to Personalization" },
    /* Several stand side by side, in their order. */
    { "Aa Ab Ac Ad", "a b", STRATA_LAYER_AUTOMATION, 0, NULL },
    { "Aa Ab Ac Ad", "c d", STRATA_LAYER_AUTOMATION, 9, NULL },
    { "Aa Ab Ac Ad", "a b c d", STRATA_LAYER_AUTOMATION, 0, NULL },
    { "Aa Ab Ac Ad", "a c", STRATA_LAYER_AUTOMATION, 0, "Aa Ac Ab Ad", 1, "Move Tool" },
    { "Aa Ab Ac Ad", "a c", STRATA_LAYER_AUTOMATION, 1, "Ab Aa Ac Ad", 1, "Move Tool" },
    { "Aa Ab Ac Ad", "a c", STRATA_LAYER_AUTOMATION, 2, "Ab Ad Aa Ac", 2, "Move Tool" },
    { "Aa Dx Ab Py Ac", "x y", STRATA_LAYER_AUTOMATION, 1, "Aa Ax Ay Ab Ac", 3, "Move Tool to Automation" },
    { "Aa Dx Ab Py Ac", "a x y", STRATA_LAYER_AUTOMATION, 0, "Aa Ax Ay Ab Ac", 3, "Move Tool to Automation" },
    { "Aa Dx Ab Py Ac", "a b c", STRATA_LAYER_DATA, 0, "Da Db Dc Dx Py", 5, "Move Tool to Data" },
    { "Aa Dx Ab Py Ac", "a b c", STRATA_LAYER_PERSONALIZATION, G_MAXUINT, "Dx Py Pa Pb Pc", 5, "Move Tool to Personalization" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataPlan) plan = make_plan (rows[i].before);
      StrataScenario *scenario = strata_plan_get_scenario (plan, 0);
      g_autoptr (GPtrArray) placements = find (scenario, rows[i].ids);
      g_autoptr (StrataEdit) edit = strata_gesture_move (scenario, placements, "Tool", rows[i].layer, rows[i].position);
      g_autoptr (StrataPlan) result = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%s: %s to %u", rows[i].before, rows[i].ids, rows[i].position);
      g_assert_cmpint (edit == NULL, ==, rows[i].after == NULL);
      if (edit == NULL)
        continue;

      result = apply (plan, edit);
      after = describe (result);
      g_assert_cmpstr (after, ==, rows[i].after);
      g_assert_cmpuint (strata_edit_get_n_operations (edit), ==, rows[i].n_operations);
      g_assert_cmpstr (strata_edit_get_name (edit), ==, rows[i].name);
    }
}

static void
test_place (void)
{
  static const struct
  {
    const char  *before;
    StrataLayer  layer;
    guint        position;
    const char  *after;
    const char  *id;
  } rows[] = {
    { "Aa Dx Ab", STRATA_LAYER_AUTOMATION, 0, "Ap1 Aa Dx Ab", "p1" },
    { "Aa Dx Ab", STRATA_LAYER_AUTOMATION, 1, "Aa Dx Ap1 Ab", "p1" },
    { "Aa Dx Ab", STRATA_LAYER_AUTOMATION, 2, "Aa Dx Ab Ap1", "p1" },
    { "Aa Dx Ab", STRATA_LAYER_DATA, G_MAXUINT, "Aa Dx Ab Dp1", "p1" },
    { "Aa Dx Ab", STRATA_LAYER_PERSONALIZATION, 0, "Aa Dx Ab Pp1", "p1" },
    { "Dp1 Dp2 Dp4", STRATA_LAYER_DATA, 9, "Dp1 Dp2 Dp4 Dp3", "p3" },
    { "Dp2 Dp1", STRATA_LAYER_DATA, 0, "Dp3 Dp2 Dp1", "p3" },
  };
  g_autoptr (StrataTool) tool = make_tool ("segment", "Segment");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataPlan) plan = make_plan (rows[i].before);
      g_autofree char *id = NULL;
      g_autoptr (StrataEdit) edit = strata_gesture_place (strata_plan_get_scenario (plan, 0), tool,
                                                          rows[i].layer, rows[i].position, &id);
      g_autoptr (StrataPlan) result = apply (plan, edit);
      g_autofree char *after = describe (result);
      StrataPlacement *placement = strata_scenario_find (strata_plan_get_scenario (result, 0), rows[i].id, NULL);

      g_assert_cmpstr (after, ==, rows[i].after);
      g_assert_cmpstr (id, ==, rows[i].id);
      g_assert_cmpstr (strata_edit_get_name (edit), ==, "Place Segment");
      g_assert_cmpstr (placement->tool, ==, "segment");
      g_assert_cmpint (placement->status, ==, STRATA_STATUS_PLANNED);
    }
}

static void
test_place_first (void)
{
  g_autoptr (StrataPlan) plan = plan_from_json ("{\"format\": \"strata-plan\", \"version\": 1, \"scenarios\": [{\"id\": \"a/b\"}]}");
  g_autoptr (StrataTool) tool = make_tool ("n8n", "n8n");
  g_autoptr (StrataEdit) edit = strata_gesture_place (strata_plan_get_scenario (plan, 0), tool,
                                                      STRATA_LAYER_AUTOMATION, 0, NULL);
  g_autoptr (StrataPlan) result = apply (plan, edit);
  g_autofree char *after = describe (result);

  g_assert_cmpstr (after, ==, "Ap1");
}

#define LINKED \
  "{\"format\": \"strata-plan\", \"version\": 1, \"scenarios\": [{\"id\": \"s\", \"placements\": [" \
  "{\"id\": \"a\", \"tool\": \"t\", \"layer\": \"data\"}," \
  "{\"id\": \"b\", \"tool\": \"t\", \"layer\": \"automation\"}," \
  "{\"id\": \"c\", \"tool\": \"t\", \"layer\": \"automation\"}]," \
  "\"flows\": [{\"from\": \"a\", \"to\": \"b\", \"carries\": \"events\"}," \
  "{\"from\": \"a\", \"to\": \"c\", \"carries\": \"events\"}," \
  "{\"from\": \"b\", \"to\": \"a\", \"carries\": \"results\"}]," \
  "\"owners\": {\"email-send\": \"b\", \"forms\": \"c\", \"push/send\": \"b\"}," \
  "\"accepted\": [{\"code\": \"role/wrong-layer\", \"tools\": [\"b\"], \"reason\": \"so be it\"}]}]}"

static void
test_remove (void)
{
  g_autoptr (StrataPlan) plan = plan_from_json (LINKED);
  StrataScenario *scenario = strata_plan_get_scenario (plan, 0);
  g_autoptr (GPtrArray) placements = find (scenario, "b");
  g_autoptr (StrataEdit) edit = strata_gesture_remove (scenario, placements, "Remove Tool");
  g_autoptr (StrataPlan) result = apply (plan, edit);
  g_autofree char *after = describe (result);

  scenario = strata_plan_get_scenario (result, 0);
  g_assert_cmpstr (after, ==, "Da Ac");
  g_assert_cmpuint (scenario->n_flows, ==, 1);
  g_assert_cmpuint (scenario->flows[0].from, ==, 0);
  g_assert_cmpuint (scenario->flows[0].to, ==, 1);
  g_assert_cmpuint (scenario->n_owners, ==, 1);
  g_assert_cmpstr (scenario->owners[0].capability, ==, "forms");
  g_assert_cmpuint (scenario->n_accepted, ==, 1);
  g_assert_cmpstr (strata_edit_get_name (edit), ==, "Remove Tool");
}

static void
test_remove_all (void)
{
  g_autoptr (StrataPlan) plan = plan_from_json (LINKED);
  StrataScenario *scenario = strata_plan_get_scenario (plan, 0);
  g_autoptr (GPtrArray) placements = find (scenario, "a b c");
  g_autoptr (StrataEdit) edit = strata_gesture_remove (scenario, placements, "Remove 3 Tools");
  g_autoptr (StrataPlan) result = apply (plan, edit);

  scenario = strata_plan_get_scenario (result, 0);
  g_assert_cmpuint (scenario->n_placements, ==, 0);
  g_assert_cmpuint (scenario->n_flows, ==, 0);
  g_assert_cmpuint (scenario->n_owners, ==, 0);
}

static void
test_set_fact (void)
{
  g_autoptr (StrataPlan) plan = plan_from_json ("{\"format\": \"strata-plan\", \"version\": 1, \"scenarios\": [{\"id\": \"s\"}]}");
  const StrataFact *fact = strata_fact_get (STRATA_FACT_EVENT_SCHEMA);
  g_autoptr (StrataValue) value = strata_value_new_string ("partial");
  g_autoptr (StrataEdit) edit = strata_gesture_set_fact (plan, fact, value);
  g_autoptr (StrataEdit) back = NULL;
  g_autoptr (StrataPlan) known = apply (plan, edit);
  g_autoptr (StrataPlan) unknown = NULL;
  int state = -1;

  g_assert_cmpstr (strata_edit_get_name (edit), ==, "Set Event Schema");
  g_assert_true (strata_facts_get_choice (strata_plan_get_facts (known), fact->id, &state));
  g_assert_cmpint (state, ==, STRATA_PREREQUISITE_PARTIAL);
  g_assert_null (strata_gesture_set_fact (plan, fact, NULL));
  g_assert_null (strata_gesture_set_fact (known, fact, value));

  back = strata_gesture_set_fact (known, fact, NULL);
  unknown = apply (known, back);
  g_assert_false (strata_facts_is_known (strata_plan_get_facts (unknown), fact->id));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/gesture/move", test_move);
  g_test_add_func ("/workspace/gesture/place", test_place);
  g_test_add_func ("/workspace/gesture/place-first", test_place_first);
  g_test_add_func ("/workspace/gesture/remove", test_remove);
  g_test_add_func ("/workspace/gesture/remove-all", test_remove_all);
  g_test_add_func ("/workspace/gesture/set-fact", test_set_fact);

  return g_test_run ();
}
