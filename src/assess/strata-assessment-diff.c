/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a change of the plan solves and what it adds.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "strata-assessment-diff.h"

#include "strata-finding-identity.h"

/* The open findings by what makes them the same: key → GArray of indexes,
 * since two flows between the same tools are flagged alike. */
static GHashTable *
index_findings (StrataAssessment *assessment)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < strata_assessment_get_n_findings (assessment); i++)
    {
      const StrataFinding *finding = strata_assessment_get_finding (assessment, i);
      g_autofree char *key = NULL;
      GArray *same = NULL;

      if (finding->accepted)
        continue;
      key = strata_finding_dup_identity (assessment, finding);
      same = g_hash_table_lookup (index, key);
      if (same == NULL)
        {
          same = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (index, g_steal_pointer (&key), same);
        }
      g_array_append_val (same, i);
    }

  return index;
}

static int
compare_indexes (gconstpointer a,
                 gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

/* Those of `these` that have no partner in `those`, in their order. */
static GArray *
list_unmatched (GHashTable *these,
                GHashTable *those)
{
  GArray *unmatched = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer key = NULL;
  gpointer value = NULL;

  g_hash_table_iter_init (&iter, these);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      GArray *same = value;
      GArray *partners = g_hash_table_lookup (those, key);
      guint n_partners = partners != NULL ? partners->len : 0;

      if (same->len > n_partners)
        g_array_append_vals (unmatched, &g_array_index (same, guint, n_partners), same->len - n_partners);
    }
  g_array_sort (unmatched, compare_indexes);

  return unmatched;
}

static GArray *
list_worse (StrataAssessment *before,
            GHashTable       *former,
            StrataAssessment *after,
            GHashTable       *latter)
{
  GArray *worse = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer key = NULL;
  gpointer value = NULL;

  g_hash_table_iter_init (&iter, latter);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      GArray *now = value;
      GArray *then = g_hash_table_lookup (former, key);

      for (guint i = 0; then != NULL && i < MIN (now->len, then->len); i++)
        {
          guint index = g_array_index (now, guint, i);
          guint partner = g_array_index (then, guint, i);

          if (strata_assessment_get_finding (after, index)->severity <
              strata_assessment_get_finding (before, partner)->severity)
            g_array_append_val (worse, index);
        }
    }
  g_array_sort (worse, compare_indexes);

  return worse;
}

/**
 * strata_assessment_diff:
 * @before: an assessment
 * @after: the assessment of the same scenario after a change
 *
 * Compares what is open. Indexes ascend, so that each list is in the order of
 * the assessment that it counts in.
 *
 * Returns: (transfer full): what is solved, added and worse
 */
StrataAssessmentDiff *
strata_assessment_diff (StrataAssessment *before,
                        StrataAssessment *after)
{
  g_autoptr (GHashTable) former = NULL;
  g_autoptr (GHashTable) latter = NULL;
  StrataAssessmentDiff *diff = NULL;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  former = index_findings (before);
  latter = index_findings (after);
  diff = g_new0 (StrataAssessmentDiff, 1);
  diff->solved = list_unmatched (former, latter);
  diff->added = list_unmatched (latter, former);
  diff->worse = list_worse (before, former, after, latter);

  return diff;
}

/**
 * strata_assessment_diff_free:
 * @diff: (transfer full): a difference
 *
 * Frees it.
 */
void
strata_assessment_diff_free (StrataAssessmentDiff *diff)
{
  g_return_if_fail (diff != NULL);

  g_array_unref (diff->solved);
  g_array_unref (diff->added);
  g_array_unref (diff->worse);
  g_free (diff);
}
