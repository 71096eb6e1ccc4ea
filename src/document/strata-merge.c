/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One plan of two that were made from a third.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-merge.h"

#include "strata-merge-private.h"

static void
conflict_free (StrataConflict *conflict)
{
  g_clear_pointer (&conflict->base, strata_value_unref);
  g_clear_pointer (&conflict->ours, strata_value_unref);
  g_clear_pointer (&conflict->theirs, strata_value_unref);
  g_free (conflict->path);
  g_free (conflict->reason);
  g_free (conflict);
}

static void
rename_free (StrataRename *rename)
{
  g_free (rename->path);
  g_free (rename->id);
  g_free (rename);
}

/* Merges until the result keeps every rule. A plan of which ours is taken
 * whole needs no check: whoever reads it has made that already.
 */
static StrataPlan *
merge_until_valid (StrataMerger     *merger,
                   StrataMergeCheck  check,
                   gpointer          user_data)
{
  for (;;)
    {
      g_autoptr (StrataValue) value = strata_merger_run (merger);
      g_autoptr (GError) error = NULL;
      g_autoptr (StrataPlan) plan = strata_plan_new (value, &error);

      if (plan != NULL
          && (check == NULL || g_hash_table_contains (merger->pins, "") || check (plan, user_data, &error)))
        return g_steal_pointer (&plan);

      g_assert (!g_hash_table_contains (merger->pins, ""));
      strata_merger_pin (merger, value, error);
    }
}

/**
 * strata_merge:
 * @base: (nullable): the plan that both sides began with; %NULL when each
 *   began with none
 * @ours: one side
 * @theirs: the other side
 * @check: (nullable): more rules that the merged plan has to keep
 * @user_data: for @check
 *
 * Makes the plan that has the changes of both sides, by placement, by fact and
 * by field. The same change on both sides is one; lists of words, flows and
 * acceptances merge as sets.
 *
 * Where the sides contradict each other, the plan has what ours has, and a
 * conflict names both. Whatever one side changed or began to refer to while
 * the other removed it is kept, as a conflict. If both together break a rule
 * of the format, the least part that helps is that of ours. So the plan is
 * always one that can be read.
 *
 * Where both added something else with the same id, both are kept, and that of
 * theirs gets a new id.
 *
 * Returns: (transfer full): the plan, the conflicts and the new ids
 */
StrataMerge *
strata_merge (StrataPlan       *base,
              StrataPlan       *ours,
              StrataPlan       *theirs,
              StrataMergeCheck  check,
              gpointer          user_data)
{
  StrataMerge *merge = NULL;
  g_autoptr (StrataPlan) renamed = NULL;
  g_autoptr (GHashTable) pins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  StrataMerger merger = { .pins = pins };

  g_return_val_if_fail (ours != NULL, NULL);
  g_return_val_if_fail (theirs != NULL, NULL);

  merge = g_new0 (StrataMerge, 1);
  merge->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) conflict_free);
  merge->renames = g_ptr_array_new_with_free_func ((GDestroyNotify) rename_free);
  renamed = strata_merge_rename (base, ours, theirs, merge->renames);
  merger.conflicts = merge->conflicts;
  merger.plan.base = base != NULL ? strata_plan_get_value (base) : NULL;
  merger.plan.ours = strata_plan_get_value (ours);
  merger.plan.theirs = strata_plan_get_value (renamed);
  merge->plan = merge_until_valid (&merger, check, user_data);

  return merge;
}

/**
 * strata_merge_free:
 * @merge: (transfer full): what came of a merge
 */
void
strata_merge_free (StrataMerge *merge)
{
  g_return_if_fail (merge != NULL);

  strata_plan_unref (merge->plan);
  g_ptr_array_unref (merge->conflicts);
  g_ptr_array_unref (merge->renames);
  g_free (merge);
}
