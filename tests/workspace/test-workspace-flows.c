/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of flows made, changed and removed in a workspace.
 */

#include "config.h"

#include "fixture.h"

static const char plan_text[] =
  "{\"format\": \"strata-plan\", \"version\": 1, \"title\": \"Test\", \"currency\": \"EUR\","
  " \"scenarios\": [{\"id\": \"s\", \"placements\": ["
  "  {\"id\": \"p1\", \"tool\": \"segment\", \"layer\": \"data\"},"
  "  {\"id\": \"p2\", \"tool\": \"hubspot\", \"layer\": \"automation\"}]%s}]}";

static const char no_flows[] = "";
static const char one_flow[] = ", \"flows\": [{\"from\": \"p1\", \"to\": \"p2\", \"carries\": \"events\", \"note\": \"kept\"}]";
static const char two_flows[] =
  ", \"flows\": [{\"from\": \"p1\", \"to\": \"p2\", \"carries\": \"events\"},"
  " {\"from\": \"p1\", \"to\": \"p2\", \"carries\": \"profiles\"}]";

typedef enum
{
  ADD,
  REMOVE,
  CARRY,
} Act;

typedef struct
{
  const char    *flows;
  Act            act;
  const char    *from;    /* to add */
  const char    *to;
  guint          index;   /* to remove or change */
  StrataCarries  carries;
  const char    *after;
  const char    *name;    /* NULL: nothing to undo */
  const char    *error;   /* NULL: none */
} Row;

static const Row rows[] = {
  { no_flows, ADD, "p1", "p2", 0, STRATA_CARRIES_EVENTS, "p1>p2 events", "Add Flow", NULL },
  { one_flow, ADD, "p1", "p2", 0, STRATA_CARRIES_RESULTS, "p1>p2 events, p1>p2 results", "Add Flow", NULL },
  { one_flow, ADD, "p2", "p1", 0, STRATA_CARRIES_EVENTS, "p1>p2 events, p2>p1 events", "Add Flow", NULL },
  { one_flow, ADD, "p1", "p2", 0, STRATA_CARRIES_EVENTS, "p1>p2 events", NULL, "Segment already feeds HubSpot: Events." },
  { no_flows, ADD, "p1", "p9", 0, STRATA_CARRIES_EVENTS, "", NULL, "Scenario “s” has no placement “p9”." },
  { one_flow, REMOVE, NULL, NULL, 0, 0, "", "Remove Flow", NULL },
  { two_flows, REMOVE, NULL, NULL, 0, 0, "p1>p2 profiles", "Remove Flow", NULL },
  { one_flow, CARRY, NULL, NULL, 0, STRATA_CARRIES_PROFILES, "p1>p2 profiles", "Carry Profiles", NULL },
  { one_flow, CARRY, NULL, NULL, 0, STRATA_CARRIES_EVENTS, "p1>p2 events", NULL, NULL },
  { two_flows, CARRY, NULL, NULL, 0, STRATA_CARRIES_PROFILES, "p1>p2 events, p1>p2 profiles", NULL,
    "Segment already feeds HubSpot: Profiles." },
};

static char *
describe (StrataScenario *scenario)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < scenario->n_flows; i++)
    {
      const StrataFlow *flow = &scenario->flows[i];

      g_string_append_printf (text, "%s%s>%s %s", i > 0 ? ", " : "",
                              scenario->placements[flow->from]->id, scenario->placements[flow->to]->id,
                              strata_vocabulary_get_id (&strata_carries, (int) flow->carries));
    }

  return g_string_free_and_steal (text);
}

static gboolean
act (StrataWorkspace  *workspace,
     const Row        *row,
     GError          **error)
{
  switch (row->act)
    {
    case ADD:
      return strata_workspace_add_flow (workspace, row->from, row->to, row->carries, error);
    case REMOVE:
      return strata_workspace_remove_flow (workspace, row->index, error);
    case CARRY:
      return strata_workspace_carry (workspace, row->index, row->carries, error);
    default:
      g_assert_not_reached ();
    }
}

static void
check_row (const Row       *row,
           StrataDocument  *document,
           StrataWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  gboolean done = act (workspace, row, &error);
  g_autofree char *after = describe (strata_workspace_get_scenario (workspace));

  g_assert_cmpint (done, ==, row->error == NULL);
  g_assert_cmpstr (error != NULL ? error->message : NULL, ==, row->error);
  g_assert_cmpstr (after, ==, row->after);
  g_assert_cmpstr (strata_document_get_undo_name (document), ==, row->name);
}

static void
test_edits (void)
{
  g_autoptr (StrataCatalog) catalog = make_catalog ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) parts = g_strsplit (plan_text, "%s", 2);
      g_autofree char *text = g_strconcat (parts[0], rows[i].flows, parts[1], NULL);
      g_autoptr (StrataPlan) plan = parse_plan (text);
      g_autoptr (StrataDocument) document = strata_document_new (plan);
      g_autoptr (StrataWorkspace) workspace = make_workspace (catalog, document);

      check_row (&rows[i], document, workspace);
    }
}

static void
test_describe (void)
{
  g_autoptr (StrataCatalog) catalog = make_catalog ();
  g_auto (GStrv) parts = g_strsplit (plan_text, "%s", 2);
  g_autofree char *text = g_strconcat (parts[0], two_flows, parts[1], NULL);
  g_autoptr (StrataPlan) plan = parse_plan (text);
  g_autoptr (StrataDocument) document = strata_document_new (plan);
  g_autoptr (StrataWorkspace) workspace = make_workspace (catalog, document);
  g_autofree char *description = strata_workspace_describe_flow (workspace, 1);

  g_assert_cmpstr (description, ==, "Segment to HubSpot: Profiles");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/flows/edits", test_edits);
  g_test_add_func ("/workspace/flows/describe", test_describe);

  return g_test_run ();
}
