/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of merging two plans that were made from a third.
 */

#include "config.h"

#include "document/strata-diff.h"
#include "document/strata-merge.h"
#include "plans.h"

#define TODAY "scenarios/today/"
#define P3 "{'id':'p3','tool':'other','layer':'automation','monthly_cost':10}"
#define P4 "{'id':'p4','tool':'own','layer':'data'}"
#define P4_OTHER "{'id':'p4','tool':'other','layer':'automation'}"

/* Two changes of PLAN, the change that both come to, and what is named. */
static const struct
{
  const char *name;
  const char *ours;
  const char *theirs;
  const char *merged;
  const char *named;
} rows[] = {
  { "two-facts", "= facts/mau 6", "= facts/engineers 2", "= facts/mau 6\n= facts/engineers 2", "" },
  { "two-fields", "= " TODAY "placements/p1/note 'n'", "= " TODAY "placements/p1/layer 'automation'",
    "= " TODAY "placements/p1/note 'n'\n= " TODAY "placements/p1/layer 'automation'", "" },
  { "same-field", "= facts/mau 6", "= facts/mau 7", "= facts/mau 6", "facts/mau 5 6 7\n" },
  { "same-change", "= facts/mau_growth 6", "= facts/mau_growth 6.0", "= facts/mau_growth 6", "" },
  { "only-written-otherwise", "= facts/mau 5\n= tools/own/x-tool 1.0", "= tools/own/x-tool 2", "= tools/own/x-tool 2", "" },
  { "both-added-a-field", "= client 'A'", "= client 'B'", "= client 'A'", "client - 'A' 'B'\n" },
  { "removed-and-changed", "- facts/mau", "= facts/mau 7", "= facts/mau 7", "facts/mau 5 - 7\n" },
  { "changed-and-removed", "= facts/mau 7", "- facts/mau", "= facts/mau 7", "facts/mau 5 7 -\n" },
  { "both-removed", "- facts/mau", "- facts/mau", "- facts/mau", "" },
  { "sets", "= facts/channels ['email','sms','push']", "= facts/channels ['push','web']",
    "= facts/channels ['sms','push','web']", "" },
  { "sets-added", "= " TODAY "placements/p2/modules ['a','b']", "= " TODAY "placements/p2/modules ['b','c']",
    "= " TODAY "placements/p2/modules ['a','b','c']", "" },
  { "notes-added", "- facts/notes\n= facts/notes/x '1'", "= facts/notes/y '2'", "= facts/notes {'x':'1','y':'2'}", "" },
  { "unknown-list", "= " TODAY "x-list [1]", "= " TODAY "x-list [2]", "= " TODAY "x-list [1]",
    TODAY "x-list [1,2] [1] [2]\n" },
  { "unknown-object", "= " TODAY "placements/p1/x-key/b 1", "= " TODAY "placements/p1/x-key/c 2",
    "= " TODAY "placements/p1/x-key {'a':1,'b':1,'c':2}", "" },
  { "both-placed-one-tool", "+ " TODAY "placements@3 " P4, "+ " TODAY "placements@0 " P4, "+ " TODAY "placements@3 " P4, "" },
  { "both-placed-at-the-end", "+ " TODAY "placements@3 " P4, "+ " TODAY "placements@3 {'id':'p5','tool':'own','layer':'data'}",
    "+ " TODAY "placements@3 " P4 "\n+ " TODAY "placements@4 {'id':'p5','tool':'own','layer':'data'}", "" },
  { "beside-its-neighbour", "> " TODAY "placements/p1@2", "+ " TODAY "placements@1 " P4,
    "> " TODAY "placements/p1@2\n+ " TODAY "placements@3 " P4, "" },
  { "only-theirs-moved", "+ " TODAY "placements@1 " P4, "> " TODAY "placements/p1@2",
    "> " TODAY "placements/p1@2\n+ " TODAY "placements@3 " P4, "" },
  { "both-moved", "> " TODAY "placements/p1@2", "> " TODAY "placements/p3@0", "> " TODAY "placements/p1@2",
    TODAY "placements ['p1','p2','p3'] ['p2','p3','p1'] ['p3','p1','p2']\n" },
  { "other-tool-same-id",
    "+ " TODAY "placements@3 " P4,
    "+ " TODAY "placements@3 " P4_OTHER "\n+ " TODAY "flows@0 {'from':'p4','to':'p1','carries':'events','x':'p4'}\n"
    "= " TODAY "owners/sms 'p4'\n= " TODAY "owners/push 'p1'\n+ " TODAY "accepted@1 {'code':'c','tools':['p1','p4']}",
    "+ " TODAY "placements@3 " P4 "\n+ " TODAY "placements@4 {'id':'p5','tool':'other','layer':'automation'}\n"
    "+ " TODAY "flows@0 {'from':'p5','to':'p1','carries':'events','x':'p4'}\n"
    "= " TODAY "owners/sms 'p5'\n= " TODAY "owners/push 'p1'\n+ " TODAY "accepted@1 {'code':'c','tools':['p1','p5']}",
    TODAY "placements/p4 is p5\n" },
  { "one-tool-filled-in-otherwise",
    "+ " TODAY "placements@3 {'id':'p4','tool':'own','layer':'data','start_day':1}",
    "+ " TODAY "placements@3 {'id':'p4','tool':'own','layer':'automation','note':'n'}",
    "+ " TODAY "placements@3 {'id':'p4','tool':'own','layer':'data','start_day':1,'note':'n'}",
    TODAY "placements/p4/layer - 'data' 'automation'\n" },
  { "both-added-one-scenario", "+ scenarios@2 {'id':'s','title':'A'}", "+ scenarios@2 {'id':'s','title':'B','placements':[]}",
    "+ scenarios@2 {'id':'s','title':'A'}\n+ scenarios@3 {'id':'s-2','title':'B','placements':[]}", "scenarios/s is s-2\n" },
  { "scenario-removed-and-changed", "- scenarios/target", "= scenarios/target/title 'T'", "= scenarios/target/title 'T'",
    "scenarios/target {'id':'target','placements':[{'id':'p1','tool':'own','layer':'data'}]}"
    " - {'id':'target','title':'T','placements':[{'id':'p1','tool':'own','layer':'data'}]}\n" },
  { "all-scenarios-removed", "- scenarios/target", "- scenarios/today", "- scenarios/target",
    "scenarios because scenarios is an empty array; a plan has at least one scenario\n" },
  { "flow-to-what-is-removed",
    "+ " TODAY "flows@2 {'from':'p1','to':'p3','carries':'events'}",
    "- " TODAY "flows/1\n- " TODAY "placements/p3",
    "- " TODAY "flows/1\n+ " TODAY "flows@1 {'from':'p1','to':'p3','carries':'events'}",
    TODAY "placements/p3 " P3 " " P3 " -\n" },
  { "flow-from-what-is-removed",
    "- " TODAY "flows/1\n- " TODAY "placements/p3",
    "+ " TODAY "flows@2 {'from':'p3','to':'p1','carries':'events'}",
    "- " TODAY "flows/1\n+ " TODAY "flows@1 {'from':'p3','to':'p1','carries':'events'}",
    TODAY "placements/p3 " P3 " - " P3 "\n" },
  { "old-flow-to-what-is-removed", "= title 'T'", "- " TODAY "flows/1\n- " TODAY "placements/p3",
    "= title 'T'\n- " TODAY "flows/1\n- " TODAY "placements/p3", "" },
  { "owner-is-removed", "= " TODAY "owners/sms 'p3'", "- " TODAY "flows/1\n- " TODAY "placements/p3",
    "= " TODAY "owners/sms 'p3'\n- " TODAY "flows/1", TODAY "placements/p3 " P3 " " P3 " -\n" },
  { "day-before-its-start", "= " TODAY "placements/p2/start_day 20\n= title 'T'", "= " TODAY "placements/p2/live_day 10\n= client 'C'",
    "= " TODAY "placements/p2/start_day 20\n= title 'T'\n= client 'C'",
    TODAY "placements/p2 because scenarios[0].placements[1].live_day is 10; allowed is no day before start_day, 20\n" },
  { "two-flows", "+ " TODAY "flows@2 {'from':'p1','to':'p3','carries':'events'}",
    "+ " TODAY "flows@2 {'from':'p3','to':'p1','carries':'events'}",
    "+ " TODAY "flows@2 {'from':'p1','to':'p3','carries':'events'}\n+ " TODAY "flows@3 {'from':'p3','to':'p1','carries':'events'}", "" },
  { "one-flow-twice", "+ " TODAY "flows@2 {'from':'p1','to':'p3','carries':'events'}",
    "+ " TODAY "flows@0 {'from':'p1','to':'p3','carries':'events'}",
    "+ " TODAY "flows@2 {'from':'p1','to':'p3','carries':'events'}", "" },
  { "one-removed-all-flows", "- " TODAY "flows", "+ " TODAY "flows@2 {'from':'p3','to':'p1','carries':'events'}",
    "= " TODAY "flows [{'from':'p3','to':'p1','carries':'events'}]", "" },
  { "one-emptied-a-list", "- scenarios/target/placements", "- scenarios/target/placements/p1",
    "- scenarios/target/placements/p1", "" },
  { "unknown-key-named-as-a-list", "= " TODAY "placements/p1/placements 1", "= " TODAY "placements/p1/placements 2",
    "= " TODAY "placements/p1/placements 1", TODAY "placements/p1/placements - 1 2\n" },
  { "reasons", "= " TODAY "accepted/0/reason 'a'", "= " TODAY "accepted/0/reason 'b'", "= " TODAY "accepted/0/reason 'a'",
    TODAY "accepted/0/reason 'why' 'a' 'b'\n" },
};

typedef struct
{
  StrataPlan *base;
  StrataPlan *a;
  StrataPlan *b;
} Sides;

static void
sides_clear (Sides *sides)
{
  strata_plan_unref (sides->base);
  strata_plan_unref (sides->a);
  strata_plan_unref (sides->b);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sides, sides_clear)

static char *
name_all (StrataMerge *merge)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < merge->conflicts->len; i++)
    {
      const StrataConflict *conflict = g_ptr_array_index (merge->conflicts, i);
      g_autofree char *base = value_to_line (conflict->base);
      g_autofree char *ours = value_to_line (conflict->ours);
      g_autofree char *theirs = value_to_line (conflict->theirs);

      if (conflict->reason != NULL)
        g_string_append_printf (text, "%s because %s\n", conflict->path, conflict->reason);
      else
        g_string_append_printf (text, "%s %s %s %s\n", conflict->path, base, ours, theirs);
    }

  for (guint i = 0; i < merge->renames->len; i++)
    {
      const StrataRename *rename = g_ptr_array_index (merge->renames, i);

      g_string_append_printf (text, "%s is %s\n", rename->path, rename->id);
    }

  return g_string_free (text, FALSE);
}

static void
assert_same_text (StrataPlan *a,
                  StrataPlan *b)
{
  g_autofree char *text = plan_to_text (a);
  g_autofree char *expected = plan_to_text (b);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_merges_to (StrataPlan *base,
                  StrataPlan *ours,
                  StrataPlan *theirs,
                  StrataPlan *expected)
{
  g_autoptr (StrataMerge) merge = strata_merge (base, ours, theirs, NULL, NULL);

  g_assert_cmpuint (merge->conflicts->len, ==, 0);
  g_assert_cmpuint (merge->renames->len, ==, 0);
  assert_same_text (merge->plan, expected);
}

static void
test_rows (void)
{
  g_autoptr (StrataPlan) base = plan_from_json (PLAN);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataPlan) ours = plan_with_lines (base, rows[i].ours);
      g_autoptr (StrataPlan) theirs = plan_with_lines (base, rows[i].theirs);
      g_autoptr (StrataPlan) expected = plan_with_lines (base, rows[i].merged);
      g_autoptr (StrataMerge) merge = strata_merge (base, ours, theirs, NULL, NULL);
      g_autofree char *named = name_all (merge);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (named, ==, rows[i].named);
      assert_same_text (merge->plan, expected);
    }
}

/* Each began with a plan of its own. */
static void
test_no_base (void)
{
  g_autoptr (StrataPlan) ours = plan_from_json ("{'format':'strata-plan','version':1,'title':'T','facts':{'mau':1},"
                                                "'scenarios':[{'id':'a'},{'id':'b','title':'B'}]}");
  g_autoptr (StrataPlan) theirs = plan_from_json ("{'format':'strata-plan','version':1,'title':'U','scenarios':"
                                                  "[{'id':'a','title':'A'},{'id':'c'}]}");
  g_autoptr (StrataPlan) expected = plan_from_json ("{'format':'strata-plan','version':1,'title':'T','facts':{'mau':1},"
                                                    "'scenarios':[{'id':'a','title':'A'},{'id':'b','title':'B'},{'id':'c'}]}");
  g_autoptr (StrataMerge) merge = strata_merge (NULL, ours, theirs, NULL, NULL);
  g_autofree char *named = name_all (merge);

  g_assert_cmpstr (named, ==, "title - 'T' 'U'\n");
  assert_same_text (merge->plan, expected);
}

/* Refuses a tool that the plan does not define, and a role that it has not. */
static gboolean
check_tools (StrataPlan  *plan,
             gpointer     user_data,
             GError     **error)
{
  for (guint i = 0; i < strata_plan_get_n_scenarios (plan); i++)
    {
      StrataScenario *scenario = strata_plan_get_scenario (plan, i);

      for (guint j = 0; j < scenario->n_placements; j++)
        {
          StrataTool *tool = strata_plan_find_tool (plan, scenario->placements[j]->tool);
          StrataRoles roles = scenario->placements[j]->roles;
          g_autofree char *path = g_strdup_printf ("scenarios[%u].placements[%u]", i, j);

          if (tool != NULL && (roles & ~tool->roles) == 0)
            continue;
          g_propagate_error (error, strata_plan_error_new (STRATA_PLAN_ERROR_UNKNOWN_TOOL, path, "refused"));
          return FALSE;
        }
    }

  return TRUE;
}

/* What only somebody else's rules refuse: first the placement is tried as ours
 * has it, then its tool. */
static void
test_check (void)
{
  static const struct
  {
    const char *ours;
    const char *theirs;
    const char *merged;
    const char *named;
  } checks[] = {
    { "= " TODAY "placements/p1/roles ['map']", "= tools/own/roles ['cdp']\n= title 'T'",
      "= " TODAY "placements/p1/roles ['map']\n= title 'T'", "tools/own because refused\n" },
    { "= tools/own/roles ['cdp']", "= " TODAY "placements/p1/roles ['map']\n= title 'T'",
      "= tools/own/roles ['cdp']\n= title 'T'", TODAY "placements/p1 because refused\n" },
    { "= x 1", "= tools/own/roles ['cdp']", "= x 1\n= tools/own/roles ['cdp']", "" },
  };
  g_autoptr (StrataPlan) base = plan_from_json (PLAN);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (StrataPlan) ours = plan_with_lines (base, checks[i].ours);
      g_autoptr (StrataPlan) theirs = plan_with_lines (base, checks[i].theirs);
      g_autoptr (StrataPlan) expected = plan_with_lines (base, checks[i].merged);
      g_autoptr (StrataMerge) merge = strata_merge (base, ours, theirs, check_tools, NULL);
      g_autofree char *named = name_all (merge);

      g_assert_cmpstr (named, ==, checks[i].named);
      assert_same_text (merge->plan, expected);
    }
}

/* A definition goes only while nobody has come to need it. */
static void
test_tools (void)
{
  g_autoptr (StrataPlan) start = plan_from_json (PLAN);
  g_autoptr (StrataPlan) base = plan_with_lines (start, "= tools/third {'roles':['cdp']}");
  g_autoptr (StrataPlan) ours = plan_with_lines (base, "- tools/third");
  g_autoptr (StrataPlan) placed = plan_with_lines (base, "+ " TODAY "placements@0 {'id':'p9','tool':'third','layer':'data'}");
  g_autoptr (StrataPlan) titled = plan_with_lines (base, "= title 'T'");
  g_autoptr (StrataPlan) expected = plan_with_lines (ours, "= title 'T'");
  g_autoptr (StrataMerge) merge = strata_merge (base, ours, placed, check_tools, NULL);
  g_autofree char *named = name_all (merge);

  g_assert_cmpstr (named, ==, "tools/third {'roles':['cdp']} - {'roles':['cdp']}\n");
  assert_same_text (merge->plan, placed);
  assert_merges_to (base, ours, titled, expected);
  assert_merges_to (base, titled, ours, expected);
}

static Sides
draw_sides (GRand      *rand,
            StrataPlan *start,
            guint       n_changes)
{
  Sides sides = { NULL };

  sides.base = change_at_random (start, rand, (guint) g_rand_int_range (rand, 0, 5));
  sides.a = change_at_random (sides.base, rand, (guint) g_rand_int_range (rand, 0, (int) n_changes));
  sides.b = change_at_random (sides.base, rand, (guint) g_rand_int_range (rand, 0, (int) n_changes));

  return sides;
}

static void
test_identities (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (StrataPlan) start = plan_from_json (PLAN);

  for (guint i = 0; i < 500; i++)
    {
      g_auto (Sides) sides = draw_sides (rand, start, 8);

      assert_merges_to (sides.base, sides.a, sides.base, sides.a);
      assert_merges_to (sides.base, sides.base, sides.b, sides.b);
      assert_merges_to (sides.base, sides.a, sides.a, sides.a);
      assert_merges_to (NULL, sides.a, sides.a, sides.a);
    }
}

/* What each conflict is between, whichever side is which. */
static char *
list_contradictions (StrataMerge *merge)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_null_terminated (8, g_free, TRUE);

  for (guint i = 0; i < merge->conflicts->len; i++)
    {
      const StrataConflict *conflict = g_ptr_array_index (merge->conflicts, i);
      g_autofree char *base = value_to_line (conflict->base);
      g_autofree char *ours = value_to_line (conflict->ours);
      g_autofree char *theirs = value_to_line (conflict->theirs);
      gboolean is_first = strcmp (ours, theirs) < 0;

      g_ptr_array_add (lines, g_strjoin ("|", base, is_first ? ours : theirs, is_first ? theirs : ours, NULL));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) strcmp);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static gboolean
has_reasons (StrataMerge *merge)
{
  for (guint i = 0; i < merge->conflicts->len; i++)
    {
      if (((const StrataConflict *) g_ptr_array_index (merge->conflicts, i))->reason != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Whatever is merged can be read back, and is a conflict from both sides or
 * from none. */
static void
test_symmetry (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autoptr (StrataPlan) start = plan_from_json (PLAN);
  guint n_compared = 0;

  for (guint i = 0; i < 1500; i++)
    {
      g_auto (Sides) sides = draw_sides (rand, start, 8);
      g_autoptr (StrataMerge) there = strata_merge (sides.base, sides.a, sides.b, NULL, NULL);
      g_autoptr (StrataMerge) back = strata_merge (sides.base, sides.b, sides.a, NULL, NULL);
      g_autoptr (GBytes) bytes = strata_plan_file_to_bytes (there->plan);
      g_autoptr (GError) error = NULL;
      g_autoptr (StrataPlan) read = strata_plan_file_parse (bytes, "merged", &error);
      g_autofree char *ours = list_contradictions (there);
      g_autofree char *theirs = list_contradictions (back);

      g_assert_no_error (error);
      g_assert_cmpuint (there->renames->len, ==, back->renames->len);
      g_assert_cmpint (there->conflicts->len == 0, ==, back->conflicts->len == 0);
      if (there->renames->len > 0 || has_reasons (there) || has_reasons (back))
        continue;
      n_compared++;
      g_assert_cmpstr (ours, ==, theirs);
    }

  g_assert_cmpuint (n_compared, >, 1000);
}

/* Two edits that lead to the same plan in either order merge into that. */
static void
test_independent (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (StrataPlan) start = plan_from_json (PLAN);
  guint n_merged = 0;

  for (guint i = 0; i < 6000; i++)
    {
      g_autoptr (StrataEdit) one = draw_edit (rand);
      g_autoptr (StrataEdit) other = draw_edit (rand);
      g_autoptr (StrataPlan) a = strata_plan_apply (start, one, NULL);
      g_autoptr (StrataPlan) b = strata_plan_apply (start, other, NULL);
      g_autoptr (StrataPlan) ab = a != NULL ? strata_plan_apply (a, other, NULL) : NULL;
      g_autoptr (StrataPlan) ba = b != NULL ? strata_plan_apply (b, one, NULL) : NULL;

      if (ab == NULL || ba == NULL || !strata_value_equal (strata_plan_get_value (ab), strata_plan_get_value (ba)))
        continue;
      if (strata_value_equal (strata_plan_get_value (a), strata_plan_get_value (b)))
        continue;
      n_merged++;
      g_test_message ("%s, %s", strata_edit_get_operation (one, 0)->path, strata_edit_get_operation (other, 0)->path);
      assert_merges_to (start, a, b, ab);
    }

  g_assert_cmpuint (n_merged, >, 500);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/merge/rows", test_rows);
  g_test_add_func ("/document/merge/no-base", test_no_base);
  g_test_add_func ("/document/merge/check", test_check);
  g_test_add_func ("/document/merge/tools", test_tools);
  g_test_add_func ("/document/merge/identities", test_identities);
  g_test_add_func ("/document/merge/symmetry", test_symmetry);
  g_test_add_func ("/document/merge/independent", test_independent);

  return g_test_run ();
}
