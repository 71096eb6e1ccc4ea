/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of what a list says of a finding, and of what makes it the same.
 */

#include "config.h"

#include "fixture.h"

#include "assess/strata-finding-identity.h"

/* The findings are made by hand: what is tested is not who finds them. */
static const guint p2_and_p3[] = { 1, 2 };
static const guint p1[] = { 0 };
static const char * const email[] = { "email-send", NULL };
static const char * const facts[] = { "mau", NULL };

static const StrataFinding plain = {
  .code = "overlap/capability",
  .severity = STRATA_SEVERITY_WARNING,
  .tools = p2_and_p3,
  .n_tools = 2,
  .capabilities = email,
  .saving = STRATA_SAVING_NONE,
};

typedef struct
{
  StrataCatalog    *catalog;
  StrataAssessment *assessment;
  StrataToolNames  *names;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (StrataPlan) plan = parse_plan (TEST_PLAN);

  fixture->catalog = make_catalog ();
  fixture->assessment = assess_plan (plan, fixture->catalog);
  fixture->names = strata_tool_names_look_up (plan, strata_plan_get_scenario (plan, 0), fixture->catalog);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  strata_tool_names_free (fixture->names);
  strata_assessment_unref (fixture->assessment);
  strata_catalog_unref (fixture->catalog);
}

static void
note_cb (GObject    *object,
         GParamSpec *pspec,
         gpointer    user_data)
{
  guint *n_notes = user_data;

  (*n_notes)++;
}

static void
test_change_and_notify (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (StrataFindingRow) row = strata_finding_row_new ("identity");
  g_autofree char *reason = NULL;
  const char *tools[] = { "p2", "p3", NULL };
  const char *names[] = { "HubSpot", "Klaviyo", NULL };
  StrataFinding accepted = plain;
  guint n_notes = 0;

  accepted.message = (char *) "Both send email.";
  accepted.accepted = TRUE;
  accepted.reason = "parallel run";
  g_assert_cmpstr (strata_finding_row_get_identity (row), ==, "identity");

  strata_finding_row_update (row, fixture->names, fixture->assessment, &plain);
  g_assert_cmpstr (strata_finding_row_get_code (row), ==, "overlap/capability");
  g_assert_cmpstrv (strata_finding_row_get_tools (row), tools);
  g_assert_cmpstrv (strata_finding_row_get_names (row), names);
  g_assert_false (strata_finding_row_get_accepted (row));

  g_signal_connect (row, "notify", G_CALLBACK (note_cb), &n_notes);
  strata_finding_row_update (row, fixture->names, fixture->assessment, &plain);
  g_assert_cmpuint (n_notes, ==, 0);

  strata_finding_row_update (row, fixture->names, fixture->assessment, &accepted);
  g_object_get (row, "reason", &reason, NULL);
  g_assert_cmpuint (n_notes, ==, 3);
  g_assert_cmpstr (strata_finding_row_get_message (row), ==, "Both send email.");
  g_assert_cmpstr (reason, ==, "parallel run");
  g_assert_true (strata_finding_row_get_accepted (row));
  g_assert_finalize_object (g_steal_pointer (&row));
}

static void
test_why (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (StrataFindingRow) row = strata_finding_row_new ("identity");
  StrataFinding finding = plain;
  g_autofree char *nothing = NULL;
  g_autofree char *grounds = NULL;
  g_autofree char *none = NULL;
  g_autofree char *decided = NULL;
  g_autofree char *why = NULL;

  strata_finding_row_update (row, fixture->names, fixture->assessment, &plain);
  nothing = strata_finding_row_dup_grounds (row);
  g_assert_cmpstr (nothing, ==, "");
  none = strata_finding_row_dup_decisions (row);
  g_assert_cmpstr (none, ==, "");

  finding.why = "Because.";
  finding.grounds = STRATA_FACT_BIT (STRATA_FACT_EVENT_SCHEMA) | STRATA_FACT_BIT (STRATA_FACT_MAU);
  finding.decisions = STRATA_DECISION_BIT (STRATA_DECISION_PERSONALIZATION);
  strata_finding_row_update (row, fixture->names, fixture->assessment, &finding);
  g_object_get (row, "why", &why, NULL);
  g_assert_cmpstr (why, ==, "Because.");
  grounds = strata_finding_row_dup_grounds (row);
  g_assert_cmpstr (grounds, ==, "Monthly active users: unknown\nEvent schema: Partial");
  decided = strata_finding_row_dup_decisions (row);
  g_assert_cmpstr (decided, ==, "Personalization: wait.");
}

static void
assert_same (Fixture             *fixture,
             const StrataFinding *other,
             gboolean             is_same)
{
  g_autofree char *identity = strata_finding_dup_identity (fixture->assessment, &plain);
  g_autofree char *other_identity = strata_finding_dup_identity (fixture->assessment, other);

  g_assert_cmpint (g_str_equal (identity, other_identity), ==, is_same);
}

static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  StrataFinding other = plain;

  other.message = (char *) "In other words.";
  other.severity = STRATA_SEVERITY_ERROR;
  other.accepted = TRUE;
  other.saving = 100;
  assert_same (fixture, &other, TRUE);
}

static void
test_other (Fixture       *fixture,
            gconstpointer  data)
{
  StrataFinding others[6] = { plain, plain, plain, plain, plain, plain };

  others[0].code = "overlap/redundant-tool";
  others[1].tools = p1;
  others[1].n_tools = 1;
  others[2].capabilities = NULL;
  others[3].module = "engage";
  others[4].facts = facts;
  others[5].has_days = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    assert_same (fixture, &others[i], FALSE);
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/workspace/finding-row/change-and-notify", test_change_and_notify);
  add ("/workspace/finding-row/why", test_why);
  add ("/workspace/finding-row/same", test_same);
  add ("/workspace/finding-row/other", test_other);

  return g_test_run ();
}
