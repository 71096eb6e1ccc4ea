/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of what changed between two plans: lists, and edits that do the same.
 */

#include "config.h"

#include "document/strata-diff.h"
#include "plans.h"

#define P1 "{'id':'p1','tool':'own','layer':'data'}"

/* A change of PLAN, and how it is told. */
static const struct
{
  const char *name;
  const char *lines;
  const char *changes;
} rows[] = {
  { "nothing", "", "" },
  { "field", "= scenarios/today/placements/p2/layer 'data'",
    "scenarios/today/placements/p2/layer 'automation' 'data'\n" },
  { "field-added", "= scenarios/today/placements/p2/note 'n'",
    "scenarios/today/placements/p2/note - 'n'\n" },
  { "field-removed", "- scenarios/today/placements/p2/start_day",
    "scenarios/today/placements/p2/start_day 5 -\n" },
  { "fact", "= facts/mau 6", "facts/mau 5 6\n" },
  { "number-by-value", "= facts/mau 5\n= facts/mau_growth 4.0\n= facts/mau_growth 4", "facts/mau_growth - 4\n" },
  { "same-number", "= tools/own/x-tool 1.0", "" },
  { "another-number", "= tools/own/x-tool 1.5", "tools/own/x-tool 1 1.5\n" },
  { "order-of-members", "= scenarios/target/placements/p1 {'layer':'data','tool':'own','id':'p1'}", "" },
  { "set", "= facts/channels ['email','sms']",
    "facts/channels ['email','push'] ['email','sms']\n" },
  { "order-of-a-set", "= facts/channels ['push','email']",
    "facts/channels ['email','push'] ['push','email']\n" },
  { "note", "= facts/notes/a~1b~0c 'n'", "facts/notes/a~1b~0c - 'n'\n" },
  { "placement-added", "+ scenarios/target/placements@0 {'id':'p2','tool':'own','layer':'data'}",
    "scenarios/target/placements/p2 - {'id':'p2','tool':'own','layer':'data'}\n" },
  { "first-placement", "- scenarios/target/placements/p1", "scenarios/target/placements/p1 " P1 " -\n" },
  { "placement-moved", "> scenarios/today/placements/p1@1",
    "scenarios/today/placements ['p1','p2','p3'] ['p2','p1','p3']\n" },
  { "inserted-is-no-move", "+ scenarios/today/placements@1 {'id':'p4','tool':'own','layer':'data'}",
    "scenarios/today/placements/p4 - {'id':'p4','tool':'own','layer':'data'}\n" },
  { "scenario-added", "+ scenarios@0 {'id':'later'}", "scenarios/later - {'id':'later'}\n" },
  { "scenario-moved", "> scenarios/target@0", "scenarios ['today','target'] ['target','today']\n" },
  { "flow-added", "+ scenarios/today/flows@0 {'from':'p3','to':'p1','carries':'events'}",
    "scenarios/today/flows/0 - {'from':'p3','to':'p1','carries':'events'}\n" },
  { "flow-removed", "- scenarios/today/flows/0",
    "scenarios/today/flows/0 {'from':'p1','to':'p2','carries':'events','x-flow':null} -\n" },
  { "flow-is-its-ends", "= scenarios/today/flows/1/carries 'content'",
    "scenarios/today/flows/1 {'from':'p2','to':'p3','carries':'results'} -\n"
    "scenarios/today/flows/1 - {'from':'p2','to':'p3','carries':'content'}\n" },
  { "flow-changed", "= scenarios/today/flows/0/x-flow 1", "scenarios/today/flows/0/x-flow null 1\n" },
  { "flow-moved", "> scenarios/today/flows/0@1", "" },
  { "flow-twice", "+ scenarios/today/flows@0 {'from':'p2','to':'p3','carries':'results'}",
    "scenarios/today/flows/2 - {'from':'p2','to':'p3','carries':'results'}\n" },
  { "reason", "= scenarios/today/accepted/0/reason 'because'",
    "scenarios/today/accepted/0/reason 'why' 'because'\n" },
  { "owner", "= scenarios/today/owners/email-send 'p3'", "scenarios/today/owners/email-send 'p2' 'p3'\n" },
  { "unknown-list", "= scenarios/today/x-list [2,1]", "scenarios/today/x-list [1,2] [2,1]\n" },
  { "unknown-object", "= scenarios/today/placements/p1/x-key/b 2",
    "scenarios/today/placements/p1/x-key/b - 2\n" },
  { "offer", "+ tools/other/offers@0 {'capability':'c'}", "tools/other/offers/0 - {'capability':'c'}\n" },
  { "in-order-of-the-plan", "= title 'T'\n= scenarios/target/title 'T'\n= facts/mau 6\n= client 'C'",
    "title 'Corpus' 'T'\nfacts/mau 5 6\nscenarios/target/title - 'T'\nclient - 'C'\n" },
};

static char *
changes_to_text (GPtrArray *changes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const StrataChange *change = g_ptr_array_index (changes, i);
      g_autofree char *from = value_to_line (change->from);
      g_autofree char *to = value_to_line (change->to);

      g_string_append_printf (text, "%s %s %s\n", change->path, from, to);
    }

  return g_string_free (text, FALSE);
}

static void
assert_edit_leads (StrataPlan *a,
                   StrataPlan *b)
{
  g_autoptr (StrataEdit) edit = strata_diff_to_edit (a, b, "Edit");
  g_autoptr (StrataPlan) reached = plan_with (a, edit);
  g_autofree char *expected = plan_to_text (b);
  g_autofree char *text = plan_to_text (reached);

  g_assert_cmpstr (strata_edit_get_name (edit), ==, "Edit");
  g_assert_cmpstr (text, ==, expected);
}

static void
test_changes (void)
{
  g_autoptr (StrataPlan) a = plan_from_json (PLAN);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataPlan) b = plan_with_lines (a, rows[i].lines);
      g_autoptr (GPtrArray) changes = strata_diff (a, b);
      g_autofree char *text = changes_to_text (changes);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (text, ==, rows[i].changes);
      assert_edit_leads (a, b);
      assert_edit_leads (b, a);
    }
}

/* A changed field is one operation, not a new plan. */
static void
test_small_edit (void)
{
  g_autoptr (StrataPlan) a = plan_from_json (PLAN);
  g_autoptr (StrataPlan) b = plan_with_lines (a, "= scenarios/today/placements/p2/note 'n'\n"
                                                 "- scenarios/target/placements/p1");
  g_autoptr (StrataEdit) edit = strata_diff_to_edit (a, b, "Edit");

  g_assert_cmpuint (strata_edit_get_n_operations (edit), ==, 2);
  g_assert_cmpstr (strata_edit_get_operation (edit, 0)->path, ==, "scenarios/today/placements/p2/note");
  g_assert_cmpint (strata_edit_get_operation (edit, 1)->kind, ==, STRATA_EDIT_UNSET);
}

/* A key that is empty has no path of its own, ids may repeat where nobody knows
 * what they are, and a double does not hold every whole number. */
static void
test_odd_keys (void)
{
  static const char * const odd[] = {
    "{'format':'strata-plan','version':1,'scenarios':[{'id':'a'}]}",
    "{'format':'strata-plan','version':1,'x':9007199254740993,'scenarios':[{'id':'a'}]}",
    "{'format':'strata-plan','version':1,'x':9007199254740992.0,'scenarios':[{'id':'a'}]}",
    "{'format':'strata-plan','version':1,'':1,'scenarios':[{'id':'a'}]}",
    "{'':{'':2},'format':'strata-plan','version':1,'scenarios':[{'id':'a'}]}",
    "{'version':1,'format':'strata-plan','':{'':3},'scenarios':[{'id':'a'}]}",
    "{'format':'strata-plan','version':1,'x':[{'id':'a'},{'id':'a'}],'scenarios':[{'id':'a','':1}]}",
    "{'format':'strata-plan','version':1,'x':[{'id':'a'},{'id':''}],'scenarios':[{'id':'a','':[]}]}",
    "{'format':'strata-plan','version':1,'x':[{'id':''},{'id':'0'}],'scenarios':[{'id':'/'}]}",
    "{'format':'strata-plan','version':1,'x':[{'id':'0'},{'id':'','b':1}],'scenarios':[{'id':'~'}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (odd); j++)
        {
          g_autoptr (StrataPlan) a = plan_from_json (odd[i]);
          g_autoptr (StrataPlan) b = plan_from_json (odd[j]);
          g_autoptr (GPtrArray) changes = strata_diff (a, b);

          g_assert_cmpint (changes->len == 0, ==, i == j);
          assert_edit_leads (a, b);
        }
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261124);
  g_autoptr (StrataPlan) start = plan_from_json (PLAN);

  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr (StrataPlan) a = change_at_random (start, rand, (guint) g_rand_int_range (rand, 0, 9));
      g_autoptr (StrataPlan) b = change_at_random (a, rand, (guint) g_rand_int_range (rand, 0, 9));
      g_autoptr (GPtrArray) there = strata_diff (a, b);
      g_autoptr (GPtrArray) back = strata_diff (b, a);

      g_assert_cmpuint (there->len, ==, back->len);
      assert_edit_leads (a, b);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/diff/changes", test_changes);
  g_test_add_func ("/document/diff/small-edit", test_small_edit);
  g_test_add_func ("/document/diff/odd-keys", test_odd_keys);
  g_test_add_func ("/document/diff/random", test_random);

  return g_test_run ();
}
