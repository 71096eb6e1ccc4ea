/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of cutting, copying, pasting and duplicating between plans.
 */

#include "config.h"

#include "fixture.h"
#include "model/strata-fragment.h"

typedef struct
{
  StrataCatalog   *catalog;
  StrataDocument  *document;
  StrataWorkspace *workspace;
} Desk;

static void
open_desk (Desk       *desk,
           const char *text)
{
  g_autoptr (StrataPlan) plan = parse_plan (text);

  desk->catalog = make_catalog ();
  desk->document = strata_document_new (plan);
  desk->workspace = make_workspace (desk->catalog, desk->document);
}

static void
close_desk (Desk *desk)
{
  g_assert_finalize_object (desk->workspace);
  g_assert_finalize_object (desk->document);
  strata_catalog_unref (desk->catalog);
}

static StrataPlan *
copy (Desk       *desk,
      const char *words)
{
  g_auto (GStrv) ids = g_strsplit (words, " ", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) fragment = strata_workspace_copy (desk->workspace, (const char * const *) ids, &error);
  g_autoptr (GBytes) bytes = NULL;
  StrataPlan *read;

  g_assert_no_error (error);
  bytes = strata_plan_file_to_bytes (fragment);
  read = strata_workspace_read_fragment (desk->workspace, bytes, &error);
  g_assert_no_error (error);
  g_assert_true (strata_value_equal (strata_plan_get_value (read), strata_plan_get_value (fragment)));

  return read;
}

/* Returns what the scenario then holds: “p1:segment/D”. */
static char *
describe (Desk *desk)
{
  StrataScenario *scenario = strata_workspace_get_scenario (desk->workspace);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < scenario->n_placements; i++)
    g_string_append_printf (text, "%s%s:%s/%c", i > 0 ? " " : "", scenario->placements[i]->id,
                            scenario->placements[i]->tool, "DAP"[scenario->placements[i]->layer]);

  return g_string_free_and_steal (text);
}

static void
assert_paste (Desk       *desk,
              StrataPlan *fragment,
              int         layer,
              guint       position,
              const char *expected,
              const char *expected_note)
{
  g_autofree char *note = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (strata_workspace_paste (desk->workspace, fragment, layer, position, NULL, &note, &error));
  g_assert_no_error (error);
  found = describe (desk);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (note, ==, expected_note);
}

#define PLAN_OF(tools, placements) \
  "{\"format\": \"strata-plan\", \"version\": 1, \"tools\": {" tools "}, \"scenarios\": [{\"id\": \"s\", \"placements\": [" placements "]}]}"

static void
test_paste (void)
{
  Desk from;
  Desk to;
  g_autoptr (StrataPlan) two = NULL;
  g_autoptr (StrataPlan) one = NULL;
  g_autofree char *names = NULL;

  open_desk (&from, TEST_PLAN);
  open_desk (&to, PLAN_OF ("", "{\"id\": \"p1\", \"tool\": \"n8n\", \"layer\": \"automation\"}"));
  two = copy (&from, "p5 p1");
  one = copy (&from, "p3");
  names = strata_workspace_list_names (from.workspace, two);
  g_assert_cmpstr (names, ==, "Segment\nn8n");

  /* Several layers: each to its own, wherever the focus is. */
  assert_paste (&to, two, STRATA_LAYER_AUTOMATION, 0, "p3:n8n/A p1:n8n/A p2:segment/D", NULL);
  g_assert_cmpuint (strata_workspace_get_scenario (to.workspace)->n_flows, ==, 1);
  g_assert_cmpstr (strata_document_get_undo_name (to.document), ==, "Paste 2 Tools");
  strata_document_undo (to.document);

  /* One layer: to where the focus is, else to its own. */
  assert_paste (&to, one, STRATA_LAYER_PERSONALIZATION, 9, "p1:n8n/A p2:klaviyo/P", NULL);
  g_assert_cmpstr (strata_document_get_undo_name (to.document), ==, "Paste Klaviyo");
  strata_document_undo (to.document);
  assert_paste (&to, one, -1, 0, "p1:n8n/A p2:klaviyo/A", NULL);

  close_desk (&from);
  close_desk (&to);
}

#define LOYALTY "\"house\": {\"name\": \"House loyalty\", \"roles\": [\"recommendation\"]}"
#define OTHER "\"house\": {\"name\": \"Other\", \"roles\": [\"crm\"]}"
#define OVERRIDE "\"n8n\": {\"name\": \"n8n, ours\", \"roles\": [\"orchestrator\"]}"
#define OVERRIDDEN "\"n8n\": {\"name\": \"n8n, theirs\", \"roles\": [\"orchestrator\"]}"
#define HOUSE(id) "{\"id\": \"" id "\", \"tool\": \"house\", \"layer\": \"data\"}"
#define N8N(id) "{\"id\": \"" id "\", \"tool\": \"n8n\", \"layer\": \"data\"}"

/* A definition comes along; what a plan means by an id stays. */
static void
test_definitions (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *after;
    const char *definitions;
    const char *note;
  } rows[] = {
    { PLAN_OF (LOYALTY, HOUSE ("a")), PLAN_OF ("", N8N ("p1")),
      "p1:n8n/D p2:house/D", "house=House loyalty", NULL },
    { PLAN_OF (LOYALTY, HOUSE ("a")), PLAN_OF (LOYALTY, HOUSE ("p1")),
      "p1:house/D p2:house/D", "house=House loyalty", NULL },
    { PLAN_OF (LOYALTY, HOUSE ("a")), PLAN_OF (OTHER, N8N ("p1")),
      "p1:n8n/D p2:house-2/D", "house=Other house-2=House loyalty",
      "This plan defines “House loyalty” otherwise; both are kept." },
    /* An override: nobody here minds, somebody does, somebody has another. */
    { PLAN_OF (OVERRIDE, N8N ("a")), PLAN_OF ("", ""),
      "p1:n8n/D", "n8n=n8n, ours", NULL },
    { PLAN_OF (OVERRIDE, N8N ("a")), PLAN_OF ("", N8N ("p1")),
      "p1:n8n/D p2:n8n-2/D", "n8n-2=n8n, ours",
      "This plan defines “n8n, ours” otherwise; both are kept." },
    { PLAN_OF (OVERRIDE, N8N ("a")), PLAN_OF (OVERRIDDEN, N8N ("p1")),
      "p1:n8n/D p2:n8n-2/D", "n8n=n8n, theirs n8n-2=n8n, ours",
      "This plan defines “n8n, ours” otherwise; both are kept." },
    /* The catalogue's own, where the plan has overridden it. */
    { PLAN_OF ("", N8N ("a")), PLAN_OF (OVERRIDE, ""),
      "p1:n8n-2/D", "n8n=n8n, ours n8n-2=n8n",
      "This plan defines “n8n” otherwise; both are kept." },
    { PLAN_OF (LOYALTY ", " OVERRIDE, HOUSE ("a") ", " N8N ("b")), PLAN_OF (OTHER ", " OVERRIDDEN, ""),
      "p1:house-2/D p2:n8n-2/D", "house=Other n8n=n8n, theirs house-2=House loyalty n8n-2=n8n, ours",
      "This plan defines 2 tools otherwise; both are kept." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Desk from;
      Desk to;
      g_autoptr (StrataPlan) fragment = NULL;
      g_autoptr (GString) definitions = g_string_new (NULL);
      StrataPlan *plan;

      g_test_message ("row %u", i);
      open_desk (&from, rows[i].from);
      open_desk (&to, rows[i].to);
      fragment = copy (&from, strstr (rows[i].from, "\"b\"") != NULL ? "a b" : "a");
      assert_paste (&to, fragment, -1, 0, rows[i].after, rows[i].note);

      plan = strata_workspace_get_plan (to.workspace);
      for (guint j = 0; j < strata_plan_get_n_tools (plan); j++)
        g_string_append_printf (definitions, "%s%s=%s", j > 0 ? " " : "",
                                strata_plan_get_tool (plan, j)->id, strata_plan_get_tool (plan, j)->name);
      g_assert_cmpstr (definitions->str, ==, rows[i].definitions);
      close_desk (&from);
      close_desk (&to);
    }
}

/* What was pasted once is known the second time. */
static void
test_definition_again (void)
{
  Desk from;
  Desk to;
  g_autoptr (StrataPlan) fragment = NULL;

  open_desk (&from, PLAN_OF (LOYALTY, HOUSE ("a")));
  open_desk (&to, PLAN_OF (OTHER, ""));
  fragment = copy (&from, "a");
  assert_paste (&to, fragment, -1, 9, "p1:house-2/D", "This plan defines “House loyalty” otherwise; both are kept.");
  assert_paste (&to, fragment, -1, 9, "p1:house-2/D p2:house-2/D", "This plan defines “House loyalty” otherwise; both are kept.");
  g_assert_cmpuint (strata_plan_get_n_tools (strata_workspace_get_plan (to.workspace)), ==, 2);
  close_desk (&from);
  close_desk (&to);
}

#define IN(currency) \
  "{\"format\": \"strata-plan\", \"version\": 1, " currency "\"scenarios\": [{\"id\": \"s\", \"placements\": [" \
  "{\"id\": \"a\", \"tool\": \"n8n\", \"layer\": \"data\", \"monthly_cost\": 7}]}]}"

static void
test_currency (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    gint64      cents;
    const char *note;
  } rows[] = {
    { IN ("\"currency\": \"EUR\", "), IN ("\"currency\": \"EUR\", "), 700, NULL },
    { IN ("\"currency\": \"USD\", "), IN ("\"currency\": \"EUR\", "), STRATA_MONEY_UNKNOWN, "Costs in USD were left out." },
    { IN ("\"currency\": \"USD\", "), IN (""), 700, NULL },
    { IN (""), IN ("\"currency\": \"EUR\", "), 700, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Desk from;
      Desk to;
      g_autoptr (StrataPlan) fragment = NULL;

      open_desk (&from, rows[i].from);
      open_desk (&to, rows[i].to);
      fragment = copy (&from, "a");
      assert_paste (&to, fragment, -1, 9, "a:n8n/D p1:n8n/D", rows[i].note);
      g_assert_cmpint (strata_workspace_get_scenario (to.workspace)->placements[1]->monthly_cost, ==, rows[i].cents);
      close_desk (&from);
      close_desk (&to);
    }
}

static void
test_cut_and_duplicate (void)
{
  const char *several[] = { "p1", "p5", "p2", NULL };
  Desk desk;
  g_autoptr (StrataPlan) before = NULL;
  g_autofree char *cut = NULL;
  g_autofree char *duplicated = NULL;
  g_auto (GStrv) copies = NULL;
  g_autofree char *ids = NULL;
  g_autoptr (GError) error = NULL;

  open_desk (&desk, TEST_PLAN);
  before = strata_plan_ref (strata_workspace_get_plan (desk.workspace));

  g_assert_true (strata_workspace_cut (desk.workspace, several, &error));
  g_assert_cmpstr (strata_document_get_undo_name (desk.document), ==, "Cut 3 Tools");
  cut = describe (&desk);
  g_assert_cmpstr (cut, ==, "p3:klaviyo/A p6:house/P");
  strata_document_undo (desk.document);

  g_assert_true (strata_workspace_duplicate (desk.workspace, several, &copies, &error));
  g_assert_cmpstr (strata_document_get_undo_name (desk.document), ==, "Duplicate 3 Tools");
  ids = g_strjoinv (" ", copies);
  g_assert_cmpstr (ids, ==, "p4 p7 p8");
  duplicated = describe (&desk);
  g_assert_cmpstr (duplicated, ==, "p1:segment/D p2:hubspot/A p3:klaviyo/A p5:n8n/A p6:house/P p4:segment/D p7:hubspot/A p8:n8n/A");
  g_assert_cmpuint (strata_workspace_get_scenario (desk.workspace)->n_flows, ==, 2);
  strata_document_undo (desk.document);
  g_assert_true (strata_workspace_get_plan (desk.workspace) == before);

  several[0] = "nobody";
  g_assert_false (strata_workspace_duplicate (desk.workspace, several, NULL, &error));
  g_assert_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_EDIT);
  close_desk (&desk);
}

/* Whatever a clipboard may hold under our type, one sentence says why not. */
static void
test_refusals (void)
{
  static const struct
  {
    const char *text;
    int         code;
    const char *message;
  } rows[] = {
    { "", STRATA_PLAN_ERROR_SYNTAX, "clipboard:1" },
    { "Segment\nHubSpot\n", STRATA_PLAN_ERROR_SYNTAX, "clipboard:1" },
    { "[]", STRATA_PLAN_ERROR_INVALID, "clipboard:1" },
    { "{\"format\": \"strata-plan\", \"version\": 2, \"scenarios\": []}", STRATA_PLAN_ERROR_VERSION, "version is 2" },
    { "{\"format\": \"other\", \"version\": 1, \"scenarios\": []}", STRATA_PLAN_ERROR_INVALID, "\"strata-plan\"" },
    { PLAN_OF ("", ""), STRATA_PLAN_ERROR_INVALID, "scenarios[0].placements" },
    { PLAN_OF ("", "\n{\"id\": \"a\", \"tool\": \"n8n\", \"layer\": \"roof\"}"), STRATA_PLAN_ERROR_INVALID, "clipboard:2: scenarios[0].placements[0].layer" },
    { PLAN_OF ("", "\n{\"id\": \"a\", \"tool\": \"nobody\", \"layer\": \"data\"}"), STRATA_PLAN_ERROR_UNKNOWN_TOOL, "clipboard:2: scenarios[0].placements[0].tool" },
    { PLAN_OF ("", N8N ("a") ", " N8N ("a")), STRATA_PLAN_ERROR_INVALID, "placements[1].id" },
    { PLAN_OF ("\"x\": {}", N8N ("a")), STRATA_PLAN_ERROR_INVALID, "tools.x" },
  };
  Desk desk;

  open_desk (&desk, TEST_PLAN);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].text, strlen (rows[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (StrataPlan) fragment = strata_workspace_read_fragment (desk.workspace, bytes, &error);

      g_assert_null (fragment);
      g_test_message ("%s", error->message);
      g_assert_error (error, STRATA_PLAN_ERROR, rows[i].code);
      g_assert_true (g_str_has_prefix (error->message, "The clipboard holds no tools that can be pasted: "));
      g_assert_nonnull (strstr (error->message, rows[i].message));
    }
  close_desk (&desk);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/clipboard/paste", test_paste);
  g_test_add_func ("/workspace/clipboard/definitions", test_definitions);
  g_test_add_func ("/workspace/clipboard/definition-again", test_definition_again);
  g_test_add_func ("/workspace/clipboard/currency", test_currency);
  g_test_add_func ("/workspace/clipboard/cut-and-duplicate", test_cut_and_duplicate);
  g_test_add_func ("/workspace/clipboard/refusals", test_refusals);

  return g_test_run ();
}
