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

  return g_test_run ();
}
