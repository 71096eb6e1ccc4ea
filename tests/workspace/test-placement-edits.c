/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of what a person says of placements, and how a form says it.
 */

#include "config.h"

#include <string.h>

#include "fixture.h"
#include "workspace/strata-placement-day.h"
#include "workspace/strata-usage.h"

typedef struct
{
  StrataCatalog   *catalog;
  StrataPlan      *plan;
  StrataDocument  *document;
  StrataWorkspace *workspace;
} Fixture;

static gint64 now;

static gint64
tell_time (void)
{
  return now;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->catalog = make_catalog ();
  fixture->plan = parse_plan (TEST_PLAN);
  fixture->document = strata_document_new (fixture->plan);
  strata_document_set_clock (fixture->document, tell_time);
  fixture->workspace = make_workspace (fixture->catalog, fixture->document);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->document);
  strata_plan_unref (fixture->plan);
  strata_catalog_unref (fixture->catalog);
}

static char *
write_plan (Fixture *fixture)
{
  g_autoptr (GBytes) bytes = strata_plan_file_to_bytes (strata_workspace_get_plan (fixture->workspace));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static StrataValue *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *object = g_strdup_printf ("{\"value\": %s}", json);
  g_autoptr (GBytes) bytes = g_bytes_new (object, strlen (object));
  g_autoptr (StrataValue) value = strata_json_reader_parse (bytes, "test", &error);

  g_assert_no_error (error);

  return strata_value_ref (strata_value_get_member (value, "value"));
}

static gboolean
set (Fixture     *fixture,
     const char  *placement,
     const char  *member,
     const char  *json,
     GError     **error)
{
  const char * const placements[] = { placement, NULL };
  g_autoptr (StrataValue) value = json != NULL ? parse (json) : NULL;

  return strata_workspace_set_member (fixture->workspace, placements, member, value, error);
}

static void
assert_saved (Fixture    *fixture,
              const char *placement,
              const char *member,
              const char *json)
{
  StrataPlacement *placed = strata_scenario_find (strata_workspace_get_scenario (fixture->workspace), placement, NULL);
  StrataValue *found = strata_value_get_member (strata_placement_get_value (placed), member);
  g_autoptr (StrataValue) expected = json != NULL ? parse (json) : NULL;

  g_assert_true (found == expected || (found != NULL && expected != NULL && strata_value_equal (found, expected)));
}

static void
assert_undone (Fixture    *fixture,
               const char *before)
{
  g_autofree char *text = NULL;

  strata_document_undo (fixture->document);
  text = write_plan (fixture);
  g_assert_cmpstr (text, ==, before);
}

static const struct
{
  const char *placement;
  const char *member;
  const char *value;
  const char *name; /* what Undo shows */
} members[] = {
  { "p1", "status", "\"retiring\"", "Set Status of Segment" },
  { "p3", "start_day", "50", "Set Start Day of Klaviyo" },
  { "p3", "live_day", "45", "Set Live Day of Klaviyo" },
  { "p3", "retire_day", "45", "Set Retire Day of Klaviyo" },
  { "p1", "roles", "[\"cdp\"]", "Set Roles of Segment" },
  { "p3", "monthly_cost", "12.5", "Set Cost of Klaviyo" },
  { "p1", "uses", "[]", "Set Use of Segment" },
  { "p6", "rendering", "\"client\"", "Set Rendering of House loyalty" },
  { "p2", "note", "\"ends in May\\nor June\"", "Set Note on HubSpot" },
};

static void
test_members (Fixture       *fixture,
              gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *before = write_plan (fixture);
      g_autofree char *after = NULL;

      g_test_message ("%s", members[i].member);
      g_assert_true (set (fixture, members[i].placement, members[i].member, members[i].value, NULL));
      assert_saved (fixture, members[i].placement, members[i].member, members[i].value);
      g_assert_cmpstr (strata_document_get_undo_name (fixture->document), ==, members[i].name);
      assert_undone (fixture, before);

      /* Set and unset again, it is what it was where it was not there. */
      strata_document_redo (fixture->document);
      now += G_TIME_SPAN_MINUTE;
      g_assert_true (set (fixture, members[i].placement, members[i].member, NULL, NULL));
      assert_saved (fixture, members[i].placement, members[i].member, NULL);
      after = write_plan (fixture);
      if (!g_str_equal (members[i].member, "status"))
        g_assert_cmpstr (after, ==, before);
      strata_document_undo (fixture->document);
      assert_undone (fixture, before);
    }
}

static const struct
{
  const char *placement;
  const char *member;
  const char *value;
  const char *message; /* NULL: any */
} refused[] = {
  { "p3", "live_day", "44", "Klaviyo can’t be live on day 44: it starts on day 45." },
  { "p3", "retire_day", "44", "Klaviyo can’t be retired on day 44: it starts on day 45." },
  { "p1", "live_day", "-1", "Segment can’t be live on day -1: it starts on day 0." },
  { "p1", "monthly_cost", "12.345", NULL },
  { "p1", "monthly_cost", "-1", NULL },
  { "p1", "start_day", "3651", NULL },
  { "p1", "roles", "[]", NULL },
  { "p1", "rendering", "\"paper\"", NULL },
};

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *before = write_plan (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%s %s", refused[i].member, refused[i].value);
      g_assert_false (set (fixture, refused[i].placement, refused[i].member, refused[i].value, &error));
      g_assert_nonnull (error);
      if (refused[i].message != NULL)
        g_assert_cmpstr (error->message, ==, refused[i].message);
      after = write_plan (fixture);
      g_assert_cmpstr (after, ==, before);
    }
  g_assert_false (strata_document_can_undo (fixture->document));
}

/* Other members are checked against days that are there. */
static void
test_refused_by_days (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (set (fixture, "p1", "live_day", "20", NULL));
  g_assert_false (set (fixture, "p1", "start_day", "21", &error));
  g_assert_cmpstr (error->message, ==, "Segment can’t be live on day 20: it starts on day 21.");
  g_clear_error (&error);

  g_assert_true (set (fixture, "p3", "start_day", "91", NULL));
  g_assert_false (set (fixture, "p3", "status", "\"retiring\"", &error));
  g_assert_cmpstr (error->message, ==, "Klaviyo can’t be retired on day 90: it starts on day 91.");
}

static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (set (fixture, "p1", "status", "\"existing\"", NULL));
  g_assert_true (set (fixture, "p1", "note", NULL, NULL));
  g_assert_true (strata_workspace_buy_module (fixture->workspace, "p1", "engage", TRUE, NULL));
  g_assert_true (strata_workspace_set_module_cost (fixture->workspace, "p1", "engage", STRATA_MONEY_UNKNOWN, NULL));
  g_assert_false (strata_document_can_undo (fixture->document));
}

static void
test_several (Fixture       *fixture,
              gconstpointer  data)
{
  const char * const both[] = { "p1", "p3", NULL };
  const char * const unknown[] = { "p1", "nobody", NULL };
  g_autoptr (StrataValue) retiring = strata_value_new_string ("retiring");
  g_autofree char *before = write_plan (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (strata_workspace_set_member (fixture->workspace, both, "status", retiring, NULL));
  assert_saved (fixture, "p1", "status", "\"retiring\"");
  assert_saved (fixture, "p3", "status", "\"retiring\"");
  g_assert_cmpstr (strata_document_get_undo_name (fixture->document), ==, "Set Status of 2 Tools");
  assert_undone (fixture, before);
  g_assert_false (strata_workspace_set_member (fixture->workspace, unknown, "status", retiring, &error));
  g_assert_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_EDIT);
}

/* A note is one step while it is being typed, and another one later. */
static void
test_coalesced (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *before = write_plan (fixture);

  g_assert_true (set (fixture, "p1", "note", "\"e\"", NULL));
  g_assert_true (set (fixture, "p1", "note", "\"en\"", NULL));
  now += G_TIME_SPAN_SECOND;
  g_assert_true (set (fixture, "p1", "note", "\"end\"", NULL));
  strata_document_undo (fixture->document);
  assert_saved (fixture, "p1", "note", "\"en\"");
  assert_undone (fixture, before);
}

static void
test_modules (Fixture       *fixture,
              gconstpointer  data)
{
  StrataWorkspace *workspace = fixture->workspace;
  g_autofree char *before = write_plan (fixture);

  g_assert_true (strata_workspace_set_module_cost (workspace, "p1", "engage", 50050, NULL));
  assert_saved (fixture, "p1", "module_costs", "{\"engage\": 500.5}");
  g_assert_cmpstr (strata_document_get_undo_name (fixture->document), ==, "Set Cost of Engage");

  /* What is no longer bought is no longer paid. */
  g_assert_true (strata_workspace_buy_module (workspace, "p1", "engage", FALSE, NULL));
  g_assert_cmpstr (strata_document_get_undo_name (fixture->document), ==, "Drop Engage");
  assert_saved (fixture, "p1", "modules", NULL);
  assert_saved (fixture, "p1", "module_costs", NULL);
  assert_saved (fixture, "p1", "monthly_cost", "699.5");

  g_assert_true (strata_workspace_buy_module (workspace, "p1", "labs", TRUE, NULL));
  g_assert_cmpstr (strata_document_get_undo_name (fixture->document), ==, "Buy Labs");
  assert_saved (fixture, "p1", "modules", "[\"labs\"]");
  strata_document_undo (fixture->document);
  strata_document_undo (fixture->document);
  assert_undone (fixture, before);

  g_assert_true (strata_workspace_set_module_cost (workspace, "p1", "engage", 100, NULL));
  g_assert_true (strata_workspace_set_module_cost (workspace, "p1", "engage", STRATA_MONEY_UNKNOWN, NULL));
  assert_saved (fixture, "p1", "module_costs", NULL);
}

static char *
describe_day (Fixture            *fixture,
              guint               placement,
              StrataPlacementDay  day)
{
  strata_workspace_settle (fixture->workspace);

  return strata_placement_day_describe (strata_workspace_get_assessment (fixture->workspace), placement, day);
}

static void
assert_day (Fixture            *fixture,
            guint               placement,
            StrataPlacementDay  day,
            const char         *expected)
{
  g_autofree char *text = describe_day (fixture, placement, day);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (StrataEdit) edit = strata_edit_new ("Date");
  g_autoptr (StrataValue) date = strata_value_new_string ("2027-01-11");

  assert_day (fixture, 2, STRATA_PLACEMENT_DAY_START, "Day 45, when the phase begins");
  assert_day (fixture, 2, STRATA_PLACEMENT_DAY_LIVE, "Day 75, when the phase ends");
  assert_day (fixture, 2, STRATA_PLACEMENT_DAY_RETIRE, "Never");
  assert_day (fixture, 0, STRATA_PLACEMENT_DAY_START, "Day 0, there already");
  assert_day (fixture, 0, STRATA_PLACEMENT_DAY_LIVE, "Day 0, as it starts");
  g_assert_true (set (fixture, "p3", "start_day", "80", NULL));
  assert_day (fixture, 2, STRATA_PLACEMENT_DAY_START, "");
  assert_day (fixture, 2, STRATA_PLACEMENT_DAY_LIVE, "Day 80, as it starts");
  g_assert_true (set (fixture, "p1", "status", "\"retiring\"", NULL));
  assert_day (fixture, 0, STRATA_PLACEMENT_DAY_RETIRE, "Day 90, when the sequence ends");

  strata_edit_set (edit, "start_date", date);
  g_assert_true (strata_document_apply (fixture->document, edit, NULL, NULL));
  assert_day (fixture, 2, STRATA_PLACEMENT_DAY_START, "1 Apr 2027");
  assert_day (fixture, 0, STRATA_PLACEMENT_DAY_START, "Day 0, there already · 11 Jan 2027");
  assert_day (fixture, 2, STRATA_PLACEMENT_DAY_RETIRE, "Never");
}

static GPtrArray *
list_usages (Fixture *fixture,
             guint    placement)
{
  strata_workspace_settle (fixture->workspace);

  return strata_usage_list (fixture->catalog, strata_workspace_get_assessment (fixture->workspace), placement);
}

static void
test_usages (Fixture       *fixture,
             gconstpointer  data)
{
  StrataPlacement *segment = strata_workspace_get_scenario (fixture->workspace)->placements[0];
  g_autoptr (GPtrArray) usages = list_usages (fixture, 0);
  g_autoptr (GPtrArray) email = list_usages (fixture, 1);
  g_autoptr (StrataValue) fewer = NULL;
  g_autoptr (StrataValue) all = NULL;
  StrataUsage *usage;

  g_assert_cmpuint (usages->len, ==, 3);
  usage = usages->pdata[0];
  g_assert_cmpstr (usage->label, ==, "Profiles");
  g_assert_true (usage->used && !usage->billed_twice);
  g_assert_null (usage->note);

  usage = email->pdata[0];
  g_assert_true (usage->billed_twice);
  g_assert_cmpstr (usage->note, ==, "Billed twice: Klaviyo too");

  fewer = strata_usage_with (usages, segment, "event-collection", FALSE);
  g_assert_cmpuint (strata_value_get_length (fewer), ==, 2);
  all = strata_usage_with (usages, segment, "event-collection", TRUE);
  g_assert_null (all);
}

/* What is listed and not had now stays listed; without its module it is not
 * there to be used. */
static void
test_usages_kept (Fixture       *fixture,
                  gconstpointer  data)
{
  StrataPlacement *segment;
  g_autoptr (GPtrArray) usages = NULL;
  g_autoptr (StrataValue) value = NULL;

  g_assert_true (set (fixture, "p1", "uses", "[\"audience-building\", \"profile-store\"]", NULL));
  g_assert_true (strata_workspace_buy_module (fixture->workspace, "p1", "engage", FALSE, NULL));
  usages = list_usages (fixture, 0);
  g_assert_cmpuint (usages->len, ==, 2);
  segment = strata_workspace_get_scenario (fixture->workspace)->placements[0];
  value = strata_usage_with (usages, segment, "profile-store", FALSE);
  g_assert_cmpuint (strata_value_get_length (value), ==, 1);
  g_assert_cmpstr (strata_value_get_string (strata_value_get_element (value, 0)), ==, "audience-building");
}

int
main (int   argc,
      char *argv[])
{
  const struct
  {
    const char *path;
    void      (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/placement-edits/members", test_members },
    { "/placement-edits/refused", test_refused },
    { "/placement-edits/refused-by-days", test_refused_by_days },
    { "/placement-edits/same", test_same },
    { "/placement-edits/several", test_several },
    { "/placement-edits/coalesced", test_coalesced },
    { "/placement-edits/modules", test_modules },
    { "/placement-edits/days", test_days },
    { "/placement-edits/usages", test_usages },
    { "/placement-edits/usages-kept", test_usages_kept },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
