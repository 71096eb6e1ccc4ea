/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of the steps that fixes are made of.
 */

#include "config.h"

#include "../workspace/fixture.h"
#include "advise/strata-draft-private.h"
#include "storage/strata-json-writer.h"

#define SEGMENT "{\"id\":\"p1\",\"tool\":\"segment\",\"layer\":\"data\",\"status\":\"existing\""

static StrataDraft *
make_draft (const char *placement)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"strata-plan\", \"version\": 1, \"scenarios\": [{\"id\": \"s\", \"placements\": [%s}]}]}", placement);
  g_autoptr (StrataPlan) plan = parse_plan (text);
  g_autoptr (StrataCatalog) catalog = make_catalog ();

  return strata_draft_new (plan, strata_plan_get_scenario (plan, 0), catalog, "Draft");
}

static char *
describe_placement (StrataDraft *draft,
                    const char  *id)
{
  StrataValue *value = strata_placement_get_value (strata_draft_find (draft, id));
  g_autoptr (GBytes) bytes = strata_json_writer_to_bytes (value);
  g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (text, "%s ", g_strstrip (lines[i]));

  return g_string_free_and_steal (text);
}

static void
assert_placement (StrataDraft *draft,
                  const char  *expected)
{
  g_autofree char *text = describe_placement (draft, "p1");

  g_assert_nonnull (strstr (text, expected));
}

static void
test_module (void)
{
  const char *module = "engage";
  g_autoptr (StrataDraft) one = make_draft (SEGMENT ",\"monthly_cost\":1200.5,\"modules\":[\"engage\"],\"module_costs\":{\"engage\":500}");
  g_autoptr (StrataDraft) two = make_draft (SEGMENT ",\"monthly_cost\":1200,\"modules\":[\"engage\",\"unify\"],\"module_costs\":{\"engage\":500,\"unify\":1}");
  g_autoptr (StrataDraft) unknown = make_draft (SEGMENT ",\"monthly_cost\":1200,\"modules\":[\"engage\"]");
  g_autoptr (StrataDraft) other = make_draft (SEGMENT ",\"modules\":[\"unify\"]");

  strata_draft_drop_module (one, "p1", module);
  assert_placement (one, "\"status\": \"existing\", \"monthly_cost\": 700.5 }");
  strata_draft_drop_module (two, "p1", module);
  assert_placement (two, "\"monthly_cost\": 700, \"modules\": [ \"unify\" ], \"module_costs\": { \"unify\": 1 } }");
  strata_draft_drop_module (unknown, "p1", module);
  assert_placement (unknown, "\"monthly_cost\": 1200 }");
  strata_draft_drop_module (other, "p1", module);
  g_assert_null (strata_draft_get_edit (other));
}

static void
test_uses (void)
{
  const char *events[] = { "event-collection", NULL };
  g_autoptr (StrataDraft) all = make_draft (SEGMENT);
  g_autoptr (StrataDraft) listed = make_draft (SEGMENT ",\"uses\":[\"event-collection\"]");

  strata_draft_use (all, "p1", events);
  g_assert_null (strata_draft_get_edit (all));
  strata_draft_stop_using (all, "p1", events);
  assert_placement (all, "\"uses\": [ \"profile-store\" ] }");
  strata_draft_use (all, "p1", events);
  assert_placement (all, "\"uses\": [ \"profile-store\", \"event-collection\" ] }");
  strata_draft_stop_using (listed, "p1", events);
  assert_placement (listed, "\"uses\": [] }");
}

static void
test_open_tool (void)
{
  const char *journeys[] = { "journeys", NULL };
  const char *email[] = { "email-send", NULL };
  g_autoptr (StrataDraft) draft = make_draft (SEGMENT);
  g_autofree char *first = strata_draft_add_open_tool (draft, STRATA_ROLE_MAP, journeys);
  g_autofree char *same = strata_draft_add_open_tool (draft, STRATA_ROLE_MAP, journeys);
  g_autofree char *other = strata_draft_add_open_tool (draft, STRATA_ROLE_MAP, email);

  g_assert_cmpstr (strata_draft_find (draft, first)->tool, ==, "open-map");
  g_assert_cmpstr (strata_draft_find (draft, same)->tool, ==, "open-map");
  g_assert_cmpstr (strata_draft_find (draft, other)->tool, ==, "open-map-2");
  g_assert_cmpint (strata_draft_find (draft, first)->layer, ==, STRATA_LAYER_AUTOMATION);
  g_assert_cmpstr (strata_draft_find_tool (draft, first)->name, ==, "Marketing automation (open)");
  g_assert_cmpuint (strata_plan_get_n_tools (strata_draft_get_plan (draft)), ==, 2);
}

/* One edit leads from the plan as it was to the plan of the draft. */
static void
test_edit (void)
{
  g_autoptr (StrataDraft) draft = make_draft (SEGMENT "},{\"id\":\"p2\",\"tool\":\"n8n\",\"layer\":\"data\"");
  g_autoptr (StrataPlan) before = strata_plan_ref (strata_draft_get_plan (draft));
  g_autoptr (StrataPlan) after = NULL;
  g_autoptr (GError) error = NULL;

  strata_draft_set_owner (draft, "email-send", "p2");
  strata_draft_move (draft, "p2", STRATA_LAYER_AUTOMATION);
  strata_draft_set_day (draft, "p2", "start_day", 50);
  strata_draft_remove (draft, "p1");
  strata_draft_set_fact (draft, STRATA_FACT_ENGINEERS, strata_value_new_integer (1));
  after = strata_plan_apply (before, strata_draft_get_edit (draft), &error);
  g_assert_no_error (error);
  g_assert_true (strata_value_equal (strata_plan_get_value (after),
                                     strata_plan_get_value (strata_draft_get_plan (draft))));
  g_assert_cmpstr (strata_edit_get_name (strata_draft_get_edit (draft)), ==, "Draft");
}

/* A step that the format refuses spoils all of it. */
static void
test_spoilt (void)
{
  g_autoptr (StrataDraft) draft = make_draft (SEGMENT ",\"live_day\":10");

  strata_draft_set_word (draft, "p1", "rendering", "server");
  g_assert_nonnull (strata_draft_get_edit (draft));
  strata_draft_set_day (draft, "p1", "start_day", 20);
  g_assert_null (strata_draft_get_edit (draft));
  strata_draft_set_word (draft, "p1", "rendering", "client");
  g_assert_null (strata_draft_get_edit (draft));
  g_assert_cmpint (strata_draft_find (draft, "p1")->rendering, ==, STRATA_RENDERING_SERVER);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft/module", test_module);
  g_test_add_func ("/draft/uses", test_uses);
  g_test_add_func ("/draft/open-tool", test_open_tool);
  g_test_add_func ("/draft/edit", test_edit);
  g_test_add_func ("/draft/spoilt", test_spoilt);

  return g_test_run ();
}
