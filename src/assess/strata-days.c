/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A set of days: the stretches on which something is true.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "strata-days-private.h"

#include <stdlib.h>

static int
compare_from (gconstpointer a,
              gconstpointer b)
{
  const StrataStretch *one = a;
  const StrataStretch *other = b;

  return (one->from > other->from) - (one->from < other->from);
}

/* Merges stretches that are sorted by their first day, in place. */
static guint
merge_sorted (StrataStretch *stretches,
              guint          n)
{
  guint n_merged = 0;

  for (guint i = 0; i < n; i++)
    {
      StrataStretch next = stretches[i];

      if (next.from >= next.to)
        continue;
      if (n_merged > 0 && next.from <= stretches[n_merged - 1].to)
        stretches[n_merged - 1].to = MAX (stretches[n_merged - 1].to, next.to);
      else
        stretches[n_merged++] = next;
    }
  return n_merged;
}

/**
 * strata_days_from_stretches:
 * @arena: where the set lives
 * @stretches: (array length=n): stretches in any order, overlapping or empty
 * @n: how many
 *
 * Returns: the days in at least one of @stretches
 */
StrataDays
strata_days_from_stretches (StrataArena         *arena,
                            const StrataStretch *stretches,
                            guint                n)
{
  StrataStretch *sorted = strata_arena_copy (arena, stretches, n * sizeof (StrataStretch));

  qsort (sorted, n, sizeof (StrataStretch), compare_from);
  return (StrataDays) { sorted, merge_sorted (sorted, n) };
}

/**
 * strata_days_unite:
 * @arena: where the set lives
 * @a: a set of days
 * @b: another
 *
 * Returns: the days in @a, in @b or in both
 */
StrataDays
strata_days_unite (StrataArena *arena,
                   StrataDays   a,
                   StrataDays   b)
{
  StrataStretch *all = strata_arena_new_array (arena, StrataStretch, a.n + b.n);
  guint n = 0;

  for (guint i = 0; i < a.n; i++)
    all[n++] = a.stretches[i];
  for (guint i = 0; i < b.n; i++)
    all[n++] = b.stretches[i];
  qsort (all, n, sizeof (StrataStretch), compare_from);
  return (StrataDays) { all, merge_sorted (all, n) };
}

/**
 * strata_days_intersect:
 * @arena: where the set lives
 * @a: a set of days
 * @b: another
 *
 * Returns: the days in both
 */
StrataDays
strata_days_intersect (StrataArena *arena,
                       StrataDays   a,
                       StrataDays   b)
{
  StrataStretch *both = strata_arena_new_array (arena, StrataStretch, a.n + b.n);
  guint n = 0;
  guint i = 0;
  guint j = 0;

  while (i < a.n && j < b.n)
    {
      int from = MAX (a.stretches[i].from, b.stretches[j].from);
      int to = MIN (a.stretches[i].to, b.stretches[j].to);

      if (from < to)
        both[n++] = (StrataStretch) { from, to };
      if (a.stretches[i].to < b.stretches[j].to)
        i++;
      else
        j++;
    }
  return (StrataDays) { both, n };
}

/**
 * strata_days_find:
 * @days: a set of days
 * @day: a day, or STRATA_DAY_NEVER
 *
 * Returns: the first day of the set that is not before @day, or
 *   STRATA_DAY_NEVER
 */
int
strata_days_find (StrataDays days,
                  int        day)
{
  guint low = 0;
  guint high = days.n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (days.stretches[middle].to > day)
        high = middle;
      else
        low = middle + 1;
    }
  if (low == days.n)
    return STRATA_DAY_NEVER;
  return MAX (days.stretches[low].from, day);
}
