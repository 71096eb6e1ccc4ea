/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of which decision model judges what is looked at: a broken one leaves
 * the last good one in force.
 */

#include "config.h"

#include "assess/changed-model.h"
#include "fixture.h"

#define PLAN \
  "{\"format\": \"strata-plan\", \"version\": 1, \"facts\": {\"mau\": 40000, \"stage\": \"pre-pmf\"}, " \
  "\"scenarios\": [{\"id\": \"s\", \"placements\": []}]}"

typedef struct
{
  StrataDocument  *document;
  StrataWorkspace *workspace;
  guint            n_notes;
} Fixture;

static void
note_cb (Fixture *fixture)
{
  fixture->n_notes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (StrataPlan) plan = parse_plan (PLAN);
  g_autoptr (StrataCatalog) catalog = make_catalog ();

  fixture->document = strata_document_new (plan);
  fixture->workspace = make_workspace (catalog, fixture->document);
  g_signal_connect_swapped (fixture->workspace, "notify::model-trouble", G_CALLBACK (note_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->workspace);
  g_assert_finalize_object (fixture->document);
}

static void
set_model (Fixture    *fixture,
           const char *text)
{
  g_autoptr (StrataEdit) edit = strata_edit_new ("Change Model");
  g_autoptr (StrataValue) value = text != NULL ? strata_value_new_string (text) : NULL;

  if (value != NULL)
    strata_edit_set (edit, "model", value);
  else
    strata_edit_unset (edit, "model");
  g_assert_true (strata_document_apply (fixture->document, edit, NULL, NULL));
  strata_workspace_settle (fixture->workspace);
}

/* How the client's kind is judged, and a part of the trouble, NULL for none. */
static void
assert_judged (Fixture    *fixture,
               const char *profile,
               const char *says)
{
  StrataDecisions *decisions = strata_assessment_get_decisions (strata_workspace_get_assessment (fixture->workspace));
  g_autofree char *trouble = NULL;

  g_assert_cmpstr (strata_decisions_get (decisions, STRATA_DECISION_PROFILE)->outcome, ==, profile);
  g_object_get (fixture->workspace, "model-trouble", &trouble, NULL);
  if (says == NULL)
    g_assert_cmpstr (trouble, ==, "");
  else if (strstr (trouble, says) == NULL)
    g_error ("“%s” does not say “%s”", trouble, says);
}

static void
test_last_good (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *moved = change_model ("&lt; 50000", "&lt; 30000");
  g_autofree char *lacking = change_model ("id=\"rendering\" name=\"rendering\"", "id=\"drawing\" name=\"drawing\"");

  assert_judged (fixture, "early", NULL);
  set_model (fixture, moved);
  assert_judged (fixture, "scaling", NULL);
  set_model (fixture, "<definitions");
  assert_judged (fixture, "scaling", "model:");
  set_model (fixture, lacking);
  assert_judged (fixture, "scaling", "“rendering”");
  g_assert_cmpuint (fixture->n_notes, ==, 2);

  set_model (fixture, NULL);
  assert_judged (fixture, "early", NULL);
  strata_document_undo (fixture->document);
  strata_workspace_settle (fixture->workspace);
  assert_judged (fixture, "early", "“rendering”");
}

/* The facts may change meanwhile, and with them what the last good one says. */
static void
test_facts_change (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *moved = change_model ("&lt; 50000", "&lt; 30000");
  g_autoptr (StrataValue) users = strata_value_new_integer (29999);

  set_model (fixture, moved);
  set_model (fixture, "");
  g_assert_true (strata_workspace_set_fact (fixture->workspace, "mau", users, NULL));
  strata_workspace_settle (fixture->workspace);
  assert_judged (fixture, "early", "model");
}

/* What was good for one plan is not for the next. */
static void
test_other_document (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *moved = change_model ("&lt; 50000", "&lt; 30000");
  g_autoptr (StrataPlan) plan = parse_plan (PLAN);
  g_autoptr (StrataEdit) edit = strata_edit_new ("Change Model");
  g_autoptr (StrataValue) value = strata_value_new_string ("<definitions");
  g_autoptr (StrataDocument) document = strata_document_new (plan);

  set_model (fixture, moved);
  strata_edit_set (edit, "model", value);
  g_assert_true (strata_document_apply (document, edit, NULL, NULL));
  strata_workspace_set_document (fixture->workspace, document);
  assert_judged (fixture, "early", "model:");
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/workspace/workspace-model/last-good", test_last_good);
  add ("/workspace/workspace-model/facts-change", test_facts_change);
  add ("/workspace/workspace-model/other-document", test_other_document);

  return g_test_run ();
}
