/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits: paths, order of new keys, sharing, refusals.
 */

#include "model-helpers.h"

#define PLAN                                                                          \
  "{'format':'strata-plan','version':1,'x-top':[1],'facts':{'mau':5,'x-fact':{}},"    \
  "'tools':{'own':{'name':'Own','roles':['cdp'],'x-tool':1}},"                        \
  "'scenarios':[{'id':'today','x-scenario':true,'placements':["                       \
  "{'id':'p1','tool':'segment','layer':'data','x-placement':'kept'},"                 \
  "{'id':'p2','tool':'hubspot','layer':'automation'}],"                               \
  "'flows':[{'from':'p1','to':'p2','carries':'events','x-flow':null}],"               \
  "'owners':{'email-send':'p2'},"                                                     \
  "'accepted':[{'code':'a/b','x-accepted':2}]},"                                      \
  "{'id':'target','placements':[]}]}"

typedef struct
{
  const char     *name;
  StrataEditKind  kind;
  const char     *path;
  const char     *value;
  guint           position;
  const char     *shown;    /* whose value is compared */
  const char     *expected;
} Change;

static const Change changes[] = {
  { "set-existing", STRATA_EDIT_SET, "scenarios/today/placements/p2/layer", "'data'", 0,
    "scenarios/0/placements/1", "{'id':'p2','tool':'hubspot','layer':'data'}" },
  { "set-in-order", STRATA_EDIT_SET, "scenarios/today/placements/p1/roles", "['cdp']", 0,
    "scenarios/0/placements/0", "{'id':'p1','tool':'segment','layer':'data','roles':['cdp'],'x-placement':'kept'}" },
  { "set-last-in-order", STRATA_EDIT_SET, "scenarios/today/placements/p1/note", "'n'", 0,
    "scenarios/0/placements/0", "{'id':'p1','tool':'segment','layer':'data','note':'n','x-placement':'kept'}" },
  { "set-before-first", STRATA_EDIT_SET, "tools/own/vendor", "'v'", 0,
    "tools/own", "{'name':'Own','vendor':'v','roles':['cdp'],'x-tool':1}" },
  { "set-fact", STRATA_EDIT_SET, "facts/channels", "['email']", 0,
    "facts", "{'mau':5,'channels':['email'],'x-fact':{}}" },
  { "set-model", STRATA_EDIT_SET, "model", "'<x/>'", 0,
    "model", "'<x/>'" },
  { "set-in-acceptance", STRATA_EDIT_SET, "scenarios/today/accepted/0/reason", "'r'", 0,
    "scenarios/0/accepted/0", "{'code':'a/b','reason':'r','x-accepted':2}" },
  { "set-over-null", STRATA_EDIT_SET, "scenarios/today/flows/0/x-flow/deep", "1", 0,
    "scenarios/0/flows/0/x-flow", "{'deep':1}" },
  { "set-makes-objects", STRATA_EDIT_SET, "facts/notes/mau", "'n'", 0,
    "facts", "{'mau':5,'notes':{'mau':'n'},'x-fact':{}}" },
  { "set-unknown", STRATA_EDIT_SET, "scenarios/target/x-new", "1", 0,
    "scenarios/1", "{'id':'target','placements':[],'x-new':1}" },
  { "set-escaped", STRATA_EDIT_SET, "facts/notes/a~1b~0c", "'n'", 0,
    "facts/notes", "{'a/b~c':'n'}" },
  { "set-by-position", STRATA_EDIT_SET, "scenarios/today/flows/0/carries", "'profiles'", 0,
    "scenarios/0/flows/0", "{'from':'p1','to':'p2','carries':'profiles','x-flow':null}" },
  { "unset-member", STRATA_EDIT_UNSET, "facts/mau", NULL, 0,
    "facts", "{'x-fact':{}}" },
  { "unset-element", STRATA_EDIT_UNSET, "scenarios/today/accepted/0", NULL, 0,
    "scenarios/0/accepted", "[]" },
  { "insert-first", STRATA_EDIT_INSERT, "scenarios/today/accepted", "{'code':'c/d'}", 0,
    "scenarios/0/accepted", "[{'code':'c/d'},{'code':'a/b','x-accepted':2}]" },
  { "insert-last", STRATA_EDIT_INSERT, "scenarios/today/accepted", "{'code':'c/d'}", G_MAXUINT,
    "scenarios/0/accepted", "[{'code':'a/b','x-accepted':2},{'code':'c/d'}]" },
  { "insert-makes-array", STRATA_EDIT_INSERT, "scenarios/target/accepted", "{'code':'c/d'}", 0,
    "scenarios/1", "{'id':'target','placements':[],'accepted':[{'code':'c/d'}]}" },
  { "move", STRATA_EDIT_MOVE, "scenarios/target", NULL, 0,
    "scenarios/0", "{'id':'target','placements':[]}" },
};

/* Follows member names and positions, ids not: what the tests write. */
static StrataValue *
get_at (StrataPlan *plan,
        const char *path)
{
  g_auto (GStrv) segments = g_strsplit (path, "/", -1);
  StrataValue *value = strata_plan_get_value (plan);

  for (guint i = 0; segments[i] != NULL; i++)
    {
      if (strata_value_get_kind (value) == STRATA_VALUE_ARRAY)
        value = strata_value_get_element (value, g_ascii_strtoull (segments[i], NULL, 10));
      else
        value = strata_value_get_member (value, segments[i]);
    }

  return value;
}

static void
add_step (StrataEdit     *edit,
          StrataEditKind  kind,
          const char     *path,
          const char     *json,
          guint           position)
{
  g_autoptr (StrataValue) value = json != NULL ? value_from_json (json) : NULL;

  switch (kind)
    {
    case STRATA_EDIT_SET:
      strata_edit_set (edit, path, value);
      break;
    case STRATA_EDIT_UNSET:
      strata_edit_unset (edit, path);
      break;
    case STRATA_EDIT_INSERT:
      strata_edit_insert (edit, path, position, value);
      break;
    case STRATA_EDIT_MOVE:
      strata_edit_move (edit, path, position);
      break;
    default:
      g_assert_not_reached ();
    }
}

static StrataPlan *
apply (StrataPlan     *plan,
       StrataEditKind  kind,
       const char     *path,
       const char     *json,
       guint           position)
{
  g_autoptr (StrataEdit) edit = strata_edit_new ("Edit");
  g_autoptr (GError) error = NULL;
  StrataPlan *changed = NULL;

  add_step (edit, kind, path, json, position);
  changed = strata_plan_apply (plan, edit, &error);
  g_assert_no_error (error);

  return changed;
}

static void
test_change (gconstpointer data)
{
  const Change *row = data;
  g_autoptr (StrataPlan) plan = plan_from_json (PLAN);
  g_autofree char *before = value_to_text (strata_plan_get_value (plan));
  g_autoptr (StrataPlan) changed = apply (plan, row->kind, row->path, row->value, row->position);

  assert_value (get_at (changed, row->shown), row->expected);
  assert_value (strata_plan_get_value (plan), before);
}

typedef struct
{
  const char     *name;
  StrataEditKind  kind;
  const char     *path;
  const char     *value;
  guint           position;
  StrataPlanError code;
  const char     *message;
} Refusal;

static const Refusal refusals[] = {
  { "unset-missing", STRATA_EDIT_UNSET, "client", NULL, 0, STRATA_PLAN_ERROR_EDIT, "\"client\" cannot be changed: the plan has no such place" },
  { "unset-below-missing", STRATA_EDIT_UNSET, "facts/notes/mau", NULL, 0, STRATA_PLAN_ERROR_EDIT, "no such place" },
  { "unset-root", STRATA_EDIT_UNSET, "", NULL, 0, STRATA_PLAN_ERROR_EDIT, "the whole plan" },
  { "set-no-element", STRATA_EDIT_SET, "scenarios/today/placements/p9/layer", "'data'", 0, STRATA_PLAN_ERROR_EDIT, "no such place" },
  { "set-new-element", STRATA_EDIT_SET, "scenarios/today/placements/p9", "{}", 0, STRATA_PLAN_ERROR_EDIT, "no such place" },
  { "position-of-an-id", STRATA_EDIT_UNSET, "scenarios/today/placements/0", NULL, 0, STRATA_PLAN_ERROR_EDIT, "no such place" },
  { "position-too-large", STRATA_EDIT_UNSET, "scenarios/today/flows/1", NULL, 0, STRATA_PLAN_ERROR_EDIT, "no such place" },
  { "position-padded", STRATA_EDIT_UNSET, "scenarios/today/flows/00", NULL, 0, STRATA_PLAN_ERROR_EDIT, "no such place" },
  { "position-signed", STRATA_EDIT_UNSET, "scenarios/today/flows/+0", NULL, 0, STRATA_PLAN_ERROR_EDIT, "no such place" },
  { "position-huge", STRATA_EDIT_UNSET, "scenarios/today/flows/18446744073709551616", NULL, 0, STRATA_PLAN_ERROR_EDIT, "no such place" },
  { "below-scalar", STRATA_EDIT_SET, "version/x", "1", 0, STRATA_PLAN_ERROR_EDIT, "no such place" },
  { "bad-escape", STRATA_EDIT_SET, "facts/notes/a~2", "'n'", 0, STRATA_PLAN_ERROR_EDIT, "~0" },
  { "insert-no-array", STRATA_EDIT_INSERT, "facts", "1", 0, STRATA_PLAN_ERROR_EDIT, "no array" },
  { "insert-too-far", STRATA_EDIT_INSERT, "scenarios/today/accepted", "{}", 2, STRATA_PLAN_ERROR_EDIT, "too short" },
  { "move-too-far", STRATA_EDIT_MOVE, "scenarios/today", NULL, 2, STRATA_PLAN_ERROR_EDIT, "too short" },
  { "move-no-element", STRATA_EDIT_MOVE, "scenarios/gone", NULL, 0, STRATA_PLAN_ERROR_EDIT, "no such place" },
  { "move-member", STRATA_EDIT_MOVE, "facts/mau", NULL, 0, STRATA_PLAN_ERROR_EDIT, "order" },
  { "invalid-after", STRATA_EDIT_SET, "scenarios/today/placements/p2/layer", "'dta'", 0, STRATA_PLAN_ERROR_INVALID, "scenarios[0].placements[1].layer is \"dta\"" },
  { "dangling-after", STRATA_EDIT_UNSET, "scenarios/today/placements/p2", NULL, 0, STRATA_PLAN_ERROR_INVALID, "scenarios[0].flows[0].to is \"p2\"" },
  { "duplicate-after", STRATA_EDIT_SET, "scenarios/today/placements/p2/id", "'p1'", 0, STRATA_PLAN_ERROR_INVALID, "scenarios[0].placements[1].id" },
  { "nothing-left", STRATA_EDIT_SET, "scenarios", "[]", 0, STRATA_PLAN_ERROR_INVALID, "at least one scenario" },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *row = data;
  g_autoptr (StrataPlan) plan = plan_from_json (PLAN);
  g_autoptr (StrataEdit) edit = strata_edit_new ("Edit");
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) changed = NULL;

  /* All or none: the first step is fine. */
  add_step (edit, STRATA_EDIT_SET, "title", "'New'", 0);
  add_step (edit, row->kind, row->path, row->value, row->position);
  changed = strata_plan_apply (plan, edit, &error);

  g_assert_null (changed);
  g_assert_error (error, STRATA_PLAN_ERROR, (int) row->code);
  g_assert_nonnull (strstr (error->message, row->message));
  g_assert_cmpstr (strata_plan_get_title (plan), ==, "");
}

/* An edit that changes nothing leads to the same plan. */
static void
test_no_change (void)
{
  static const Change rows[] = {
    { "set", STRATA_EDIT_SET, "scenarios/today/placements/p1/layer", "'data'", 0, NULL, NULL },
    { "set-object", STRATA_EDIT_SET, "tools/own", "{'name':'Own','roles':['cdp'],'x-tool':1}", 0, NULL, NULL },
    { "set-element", STRATA_EDIT_SET, "scenarios/target", "{'id':'target','placements':[]}", 0, NULL, NULL },
    { "move", STRATA_EDIT_MOVE, "scenarios/today/placements/p1", NULL, 0, NULL, NULL },
    { "move-last", STRATA_EDIT_MOVE, "scenarios/target", NULL, G_MAXUINT, NULL, NULL },
  };
  g_autoptr (StrataPlan) plan = plan_from_json (PLAN);
  g_autoptr (StrataValue) value = value_from_json (PLAN);
  g_autoptr (StrataEdit) root = strata_edit_new ("Edit");
  g_autoptr (StrataPlan) same = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataPlan) changed = apply (plan, rows[i].kind, rows[i].path, rows[i].value, rows[i].position);

      g_assert_true (changed == plan);
    }

  strata_edit_set (root, "", value);
  same = strata_plan_apply (plan, root, NULL);
  g_assert_true (same == plan);
}

/* Keys that somebody wrote in an order of their own keep it. */
static void
test_order (void)
{
  static const struct { const char *key; const char *expected; } rows[] = {
    { "roles", "{'x-a':1,'note':'n','layer':'data','roles':['cdp'],'x-b':2,'tool':'t','id':'p'}" },
    { "uses", "{'x-a':1,'note':'n','layer':'data','uses':['cdp'],'x-b':2,'tool':'t','id':'p'}" },
    { "x-c", "{'x-a':1,'note':'n','layer':'data','x-b':2,'tool':'t','id':'p','x-c':['cdp']}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataPlan) plan = plan_from_json (
        "{'scenarios':[{'placements':[{'x-a':1,'note':'n','layer':'data','x-b':2,'tool':'t','id':'p'}],'id':'s'}],"
        "'version':1,'format':'strata-plan'}");
      g_autoptr (StrataEdit) edit = strata_edit_new ("Edit");
      g_autofree char *path = strata_path_build ("scenarios", "s", "placements", "p", rows[i].key, NULL);
      g_autoptr (StrataPlan) changed = NULL;

      add_step (edit, STRATA_EDIT_SET, path, "['cdp']", 0);
      changed = strata_plan_apply (plan, edit, NULL);
      assert_value (get_at (changed, "scenarios/0/placements/0"), rows[i].expected);
    }
}

static void
test_sharing (void)
{
  g_autoptr (StrataPlan) plan = plan_from_json (PLAN);
  g_autoptr (StrataPlan) changed = apply (plan, STRATA_EDIT_SET, "scenarios/today/placements/p1/note", "'n'", 0);
  g_autoptr (StrataPlan) inserted =
    apply (changed, STRATA_EDIT_INSERT, "scenarios/today/placements", "{'id':'p0','tool':'x','layer':'data'}", 0);
  g_autoptr (StrataPlan) moved = apply (inserted, STRATA_EDIT_MOVE, "scenarios/today/placements/p2", NULL, 0);
  StrataScenario *before = strata_plan_get_scenario (plan, 0);
  StrataScenario *after = strata_plan_get_scenario (changed, 0);
  StrataScenario *longer = strata_plan_get_scenario (inserted, 0);
  StrataScenario *mixed = strata_plan_get_scenario (moved, 0);

  g_assert_true (strata_plan_get_facts (changed) == strata_plan_get_facts (plan));
  g_assert_true (strata_plan_get_tool (changed, 0) == strata_plan_get_tool (plan, 0));
  g_assert_true (strata_plan_get_scenario (changed, 1) == strata_plan_get_scenario (plan, 1));
  g_assert_true (after != before);
  g_assert_true (after->placements[0] != before->placements[0]);
  g_assert_true (after->placements[1] == before->placements[1]);
  g_assert_true (after->flows == before->flows);
  g_assert_true (after->owners == before->owners);
  g_assert_true (after->accepted == before->accepted);

  g_assert_true (longer->placements[1] == after->placements[0]);
  g_assert_true (longer->placements[2] == after->placements[1]);
  g_assert_cmpuint (longer->flows[0].from, ==, 1);
  g_assert_cmpuint (longer->flows[0].to, ==, 2);
  g_assert_cmpuint (longer->owners[0].placement, ==, 2);

  g_assert_true (mixed->placements[0] == longer->placements[2]);
  g_assert_cmpuint (mixed->flows[0].from, ==, 2);
  g_assert_cmpuint (mixed->flows[0].to, ==, 0);
  g_assert_cmpuint (mixed->owners[0].placement, ==, 0);
}

/* A placement that takes over another one's id is another placement. */
static void
test_swapped_ids (void)
{
  g_autoptr (StrataPlan) plan = plan_from_json (PLAN);
  g_autoptr (StrataEdit) edit = strata_edit_new ("Edit");
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) changed = NULL;
  StrataScenario *scenario = NULL;

  add_step (edit, STRATA_EDIT_SET, "scenarios/today/placements/p1/id", "'p3'", 0);
  add_step (edit, STRATA_EDIT_SET, "scenarios/today/placements/p2/id", "'p1'", 0);
  add_step (edit, STRATA_EDIT_SET, "scenarios/today/placements/p3/id", "'p2'", 0);
  changed = strata_plan_apply (plan, edit, &error);
  g_assert_no_error (error);

  scenario = strata_plan_get_scenario (changed, 0);
  g_assert_cmpstr (scenario->placements[0]->id, ==, "p2");
  g_assert_cmpuint (scenario->flows[0].from, ==, 1);
  g_assert_cmpuint (scenario->flows[0].to, ==, 0);
  g_assert_cmpuint (scenario->owners[0].placement, ==, 0);
}

/* A file may have 64 levels, so an edit makes no more. */
static void
test_depth (void)
{
  for (guint n_arrays = 60; n_arrays < 66; n_arrays++)
    {
      g_autoptr (StrataPlan) plan = plan_from_json (PLAN);
      g_autoptr (StrataEdit) edit = strata_edit_new ("Edit");
      g_autofree char *open = g_strnfill (n_arrays, '[');
      g_autofree char *close = g_strnfill (n_arrays, ']');
      g_autofree char *json = g_strconcat (open, close, NULL);
      g_autoptr (StrataValue) value = value_from_json (json);
      g_autoptr (GError) error = NULL;
      g_autoptr (StrataPlan) changed = NULL;

      strata_edit_set (edit, "facts/x-deep", value);
      changed = strata_plan_apply (plan, edit, &error);
      g_assert_cmpint (changed != NULL, ==, n_arrays + 2 <= STRATA_VALUE_MAX_DEPTH);
    }
}

/* A path of a hundred thousand segments is refused, not walked. */
static void
test_long_path (void)
{
  g_autoptr (StrataPlan) plan = plan_from_json (PLAN);
  g_autoptr (StrataEdit) edit = strata_edit_new ("Edit");
  g_autoptr (StrataValue) value = strata_value_new_integer (1);
  g_autofree char *path = g_strnfill (100000, '/');
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) changed = NULL;

  strata_edit_set (edit, path, value);
  changed = strata_plan_apply (plan, edit, &error);
  g_assert_null (changed);
  g_assert_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_EDIT);
  g_assert_cmpuint (strlen (error->message), <, 200);
}

static void
test_path_build (void)
{
  g_autofree char *path = strata_path_build ("tools", "a/b~c", "name", NULL);
  g_autofree char *single = strata_path_build ("", NULL);

  g_assert_cmpstr (path, ==, "tools/a~1b~0c/name");
  g_assert_cmpstr (single, ==, "");
}

static guint
count_unknown (StrataValue *value)
{
  guint n_unknown = 0;

  if (strata_value_get_kind (value) < STRATA_VALUE_ARRAY)
    return 0;

  for (guint i = 0; i < strata_value_get_length (value); i++)
    {
      if (strata_value_get_kind (value) == STRATA_VALUE_OBJECT)
        n_unknown += g_str_has_prefix (strata_value_get_name (value, i), "x-");
      n_unknown += count_unknown (strata_value_get_element (value, i));
    }

  return n_unknown;
}

/* Checks that a plan made by edits is the one that its text makes. */
static void
assert_sound (StrataPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) fresh = strata_plan_new (strata_plan_get_value (plan), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strata_plan_get_n_scenarios (plan), ==, strata_plan_get_n_scenarios (fresh));
  for (guint i = 0; i < strata_plan_get_n_scenarios (plan); i++)
    {
      StrataScenario *a = strata_plan_get_scenario (plan, i);
      StrataScenario *b = strata_plan_get_scenario (fresh, i);

      g_assert_cmpuint (a->n_placements, ==, b->n_placements);
      for (guint j = 0; j < a->n_placements; j++)
        g_assert_true (strata_placement_get_value (a->placements[j]) == strata_placement_get_value (b->placements[j]));
      g_assert_cmpmem (a->flows, a->n_flows * sizeof (StrataFlow), b->flows, b->n_flows * sizeof (StrataFlow));
      g_assert_cmpuint (a->n_owners, ==, b->n_owners);
      for (guint j = 0; j < a->n_owners; j++)
        g_assert_cmpuint (a->owners[j].placement, ==, b->owners[j].placement);
    }
}

static StrataPlan *
apply_random (StrataPlan *plan)
{
  StrataScenario *scenario = strata_plan_get_scenario (plan, 0);
  guint position = g_test_rand_int_range (0, scenario->n_placements + 1);
  const char *id = position < scenario->n_placements ? scenario->placements[position]->id : "p1";
  g_autofree char *path = strata_path_build ("scenarios", "today", "placements", id, NULL);
  g_autofree char *cost = g_strconcat (path, "/monthly_cost", NULL);
  g_autofree char *number = g_strdup_printf ("%d", g_test_rand_int_range (0, 5));
  g_autofree char *added = g_strdup_printf ("{'id':'q%u','tool':'x','layer':'data'}", (guint) g_test_rand_int ());

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      return apply (plan, STRATA_EDIT_SET, cost, number, 0);
    case 1:
      return apply (plan, STRATA_EDIT_MOVE, path, NULL, g_test_rand_int_range (0, scenario->n_placements));
    case 2:
      return apply (plan, STRATA_EDIT_INSERT, "scenarios/today/placements", added, position);
    case 3:
      return *id == 'q' ? apply (plan, STRATA_EDIT_UNSET, path, NULL, 0) : strata_plan_ref (plan);
    default:
      return apply (plan, STRATA_EDIT_SET, "facts/mau", number, 0);
    }
}

/* Undo is holding on to the old value: it never changes under one's hands,
 * and no operation loses a key that the format does not know.
 */
static void
test_random (void)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_plan_unref);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint n_unknown = 0;

  g_ptr_array_add (plans, plan_from_json (PLAN));
  n_unknown = count_unknown (strata_plan_get_value (plans->pdata[0]));
  g_assert_cmpuint (n_unknown, ==, 7);

  for (guint i = 0; i < 400; i++)
    {
      StrataPlan *plan = apply_random (plans->pdata[i]);

      assert_sound (plan);
      g_assert_cmpuint (count_unknown (strata_plan_get_value (plan)), ==, n_unknown);
      g_ptr_array_add (plans, plan);
      g_ptr_array_add (texts, value_to_text (strata_plan_get_value (plan)));
    }

  while (plans->len > 1)
    {
      assert_value (strata_plan_get_value (plans->pdata[plans->len - 1]), texts->pdata[texts->len - 1]);
      g_ptr_array_set_size (plans, plans->len - 1);
      g_ptr_array_set_size (texts, texts->len - 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strconcat ("/model/edit/", changes[i].name, NULL);

      g_test_add_data_func (path, &changes[i], test_change);
    }

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/model/edit/refused/", refusals[i].name, NULL);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
  g_test_add_func ("/model/edit/no-change", test_no_change);
  g_test_add_func ("/model/edit/order", test_order);
  g_test_add_func ("/model/edit/sharing", test_sharing);
  g_test_add_func ("/model/edit/swapped-ids", test_swapped_ids);
  g_test_add_func ("/model/edit/depth", test_depth);
  g_test_add_func ("/model/edit/long-path", test_long_path);
  g_test_add_func ("/model/edit/path-build", test_path_build);
  g_test_add_func ("/model/edit/random", test_random);

  return g_test_run ();
}
