/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells apart what both sides added under one id: ids are counted up, so two
 * people who each place a tool give it the same one.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-merge-private.h"

/* A scenario of theirs and its other states. */
typedef struct
{
  StrataScenario *base;   /* or NULL */
  StrataScenario *ours;
  StrataScenario *theirs;
} Scenarios;

static void
add_rename (GPtrArray  *renames,
            const char *path,
            const char *id)
{
  StrataRename *rename = g_new0 (StrataRename, 1);

  rename->path = g_strdup (path);
  rename->id = g_strdup (id);
  g_ptr_array_add (renames, rename);
}

static gboolean
has_placement (StrataScenario *scenario,
               const char     *id)
{
  return scenario != NULL && strata_scenario_find (scenario, id, NULL) != NULL;
}

static char *
find_free_id (const Scenarios *scenarios,
              GHashTable      *new_ids)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      if (!has_placement (scenarios->base, id) && !has_placement (scenarios->ours, id)
          && !has_placement (scenarios->theirs, id) && !g_hash_table_contains (new_ids, id))
        return g_steal_pointer (&id);
    }
}

/* Makes a table of the ids that theirs has to give up, to the new ones. Two
 * placements of one tool are taken for one, differently filled in.
 */
static GHashTable *
find_new_ids (const Scenarios *scenarios)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GHashTable) new_ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < scenarios->theirs->n_placements; i++)
    {
      StrataPlacement *theirs = scenarios->theirs->placements[i];
      StrataPlacement *ours = strata_scenario_find (scenarios->ours, theirs->id, NULL);
      char *id = NULL;

      if (ours == NULL || g_str_equal (ours->tool, theirs->tool) || has_placement (scenarios->base, theirs->id))
        continue;
      id = find_free_id (scenarios, new_ids);
      g_hash_table_insert (ids, (gpointer) theirs->id, id);
      g_hash_table_add (new_ids, id);
    }

  return ids;
}

/* Puts new ids into a value: wherever one of the old stands as a string. */
static StrataValue *
replace_ids (StrataValue *value,
             GHashTable  *ids)
{
  StrataValueKind kind = strata_value_get_kind (value);
  StrataValue *changed = NULL;

  if (kind == STRATA_VALUE_STRING)
    {
      const char *id = g_hash_table_lookup (ids, strata_value_get_string (value));

      return id != NULL ? strata_value_new_string (id) : strata_value_ref (value);
    }

  changed = strata_value_ref (value);
  for (guint i = 0; kind == STRATA_VALUE_ARRAY && i < strata_value_get_length (value); i++)
    {
      g_autoptr (StrataValue) before = changed;
      g_autoptr (StrataValue) element = replace_ids (strata_value_get_element (value, i), ids);

      changed = strata_value_with_element (before, i, element);
    }

  return changed;
}

/* The same, in those members of an object that hold ids; "*" is all. */
static StrataValue *
replace_in_members (StrataValue        *object,
                    const char * const *names,
                    GHashTable         *ids)
{
  StrataValue *changed = strata_value_ref (object);

  for (guint i = 0; i < strata_value_get_length (object); i++)
    {
      const char *name = strata_value_get_name (object, i);
      g_autoptr (StrataValue) before = NULL;
      g_autoptr (StrataValue) member = NULL;

      if (!g_strv_contains (names, name) && !g_strv_contains (names, "*"))
        continue;
      before = changed;
      member = replace_ids (strata_value_get_element (object, i), ids);
      changed = strata_value_with_member (before, name, member, G_MAXUINT);
    }

  return changed;
}

static StrataValue *
replace_in_elements (StrataValue        *array,
                     const char * const *names,
                     GHashTable         *ids)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);

  for (guint i = 0; i < strata_value_get_length (array); i++)
    g_ptr_array_add (elements, replace_in_members (strata_value_get_element (array, i), names, ids));

  return strata_value_new_array (elements);
}

/* Adds the steps that put new ids into one of a scenario's lists. */
static void
rename_in_list (StrataEdit         *edit,
                StrataScenario     *scenario,
                const char         *list,
                const char * const *names,
                GHashTable         *ids)
{
  StrataValue *value = strata_value_get_member (strata_scenario_get_value (scenario), list);
  g_autofree char *path = strata_path_build ("scenarios", scenario->id, list, NULL);
  g_autoptr (StrataValue) changed = NULL;

  if (strata_compare_is (value, STRATA_VALUE_ARRAY))
    changed = replace_in_elements (value, names, ids);
  else if (strata_compare_is (value, STRATA_VALUE_OBJECT))
    changed = replace_in_members (value, names, ids);
  if (changed != NULL)
    strata_edit_set (edit, path, changed);
}

static void
rename_placements (StrataEdit      *edit,
                   const Scenarios *scenarios,
                   GPtrArray       *renames)
{
  static const char * const id[] = { "id", NULL };
  static const char * const ends[] = { "from", "to", NULL };
  static const char * const tools[] = { "tools", NULL };
  static const char * const all[] = { "*", NULL };
  g_autoptr (GHashTable) ids = find_new_ids (scenarios);
  StrataScenario *scenario = scenarios->theirs;

  if (g_hash_table_size (ids) == 0)
    return;

  for (guint i = 0; i < scenario->n_placements; i++)
    {
      const char *old = scenario->placements[i]->id;
      g_autofree char *path = strata_path_build ("scenarios", scenario->id, "placements", old, NULL);

      if (g_hash_table_contains (ids, old))
        add_rename (renames, path, g_hash_table_lookup (ids, old));
    }
  rename_in_list (edit, scenario, "placements", id, ids);
  rename_in_list (edit, scenario, "flows", ends, ids);
  rename_in_list (edit, scenario, "owners", all, ids);
  rename_in_list (edit, scenario, "accepted", tools, ids);
}

static gboolean
has_scenario (StrataPlan *plan,
              const char *id)
{
  return strata_plan_find_scenario (plan, id, NULL) != NULL;
}

/* Numbers are counted up, as a copy's would be: `later`, `later-2`. */
static void
rename_scenario (StrataEdit *edit,
                 StrataPlan *base,
                 StrataPlan *ours,
                 StrataPlan *theirs,
                 const char *id,
                 GPtrArray  *renames)
{
  g_autofree char *new_id = NULL;
  g_autofree char *path = strata_path_build ("scenarios", id, NULL);
  g_autofree char *id_path = strata_path_build ("scenarios", id, "id", NULL);
  g_autoptr (StrataValue) value = NULL;

  for (guint i = 2; new_id == NULL || has_scenario (base, new_id) || has_scenario (ours, new_id) || has_scenario (theirs, new_id); i++)
    {
      g_free (new_id);
      new_id = g_strdup_printf ("%s-%u", id, i);
    }
  value = strata_value_new_string (new_id);
  strata_edit_set (edit, id_path, value);
  add_rename (renames, path, new_id);
}

/* Gives what theirs added another id, where ours added another thing with the
 * same: a placement of another tool, a scenario with another title.
 */
StrataPlan *
strata_merge_rename (StrataPlan *base,
                     StrataPlan *ours,
                     StrataPlan *theirs,
                     GPtrArray  *renames)
{
  g_autoptr (StrataEdit) edit = strata_edit_new ("Rename");
  StrataPlan *renamed = NULL;

  for (guint i = 0; i < strata_plan_get_n_scenarios (theirs); i++)
    {
      StrataScenario *scenario = strata_plan_get_scenario (theirs, i);
      Scenarios scenarios = {
        base != NULL ? strata_plan_find_scenario (base, scenario->id, NULL) : NULL,
        strata_plan_find_scenario (ours, scenario->id, NULL),
        scenario,
      };

      if (scenarios.ours == NULL)
        continue;
      if (scenarios.base == NULL && base != NULL && !g_str_equal (scenarios.ours->title, scenario->title))
        rename_scenario (edit, base, ours, theirs, scenario->id, renames);
      else
        rename_placements (edit, &scenarios, renames);
    }

  renamed = strata_plan_apply (theirs, edit, NULL);
  g_assert (renamed != NULL);

  return renamed;
}
