/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of a merged list: that of one side, with what the other added
 * beside its neighbours.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-merge-private.h"

/* Those of @keys that are in the one table and, if there is one, the other. */
static GPtrArray *
pick (GPtrArray  *keys,
      GHashTable *one,
      GHashTable *other)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < keys->len; i++)
    {
      char *key = g_ptr_array_index (keys, i);

      if (g_hash_table_contains (one, key) && (other == NULL || g_hash_table_contains (other, key)))
        g_ptr_array_add (picked, key);
    }

  return picked;
}

static gboolean
is_same_order (GPtrArray *a,
               GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }

  return TRUE;
}

/* Whether what is in all three stands in another order on two of them. */
static gboolean
differ (GPtrArray *a,
        GPtrArray *b,
        GPtrArray *third)
{
  g_autoptr (GHashTable) a_index = strata_compare_index_keys (a);
  g_autoptr (GHashTable) b_index = strata_compare_index_keys (b);
  g_autoptr (GHashTable) third_index = third != NULL ? strata_compare_index_keys (third) : NULL;
  g_autoptr (GPtrArray) from_a = pick (a, b_index, third_index);
  g_autoptr (GPtrArray) from_b = pick (b, a_index, third_index);

  return !is_same_order (from_a, from_b);
}

/* Lists what is only in @other by the key that it comes after there, which is
 * in @main; what comes first, by the empty pointer.
 */
static GHashTable *
group_additions (GHashTable *main_index,
                 GPtrArray  *other,
                 GHashTable *kept)
{
  GHashTable *groups = g_hash_table_new_full (g_direct_hash, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  GPtrArray *group = g_ptr_array_new ();

  g_hash_table_insert (groups, NULL, group);
  for (guint i = 0; i < other->len; i++)
    {
      char *key = g_ptr_array_index (other, i);
      guint position = GPOINTER_TO_UINT (g_hash_table_lookup (main_index, key));

      if (!g_hash_table_contains (kept, key))
        continue;
      if (position == 0)
        {
          g_ptr_array_add (group, key);
          continue;
        }
      group = g_ptr_array_new ();
      g_hash_table_insert (groups, GUINT_TO_POINTER (position), group);
    }

  return groups;
}

static void
append_all (GPtrArray *order,
            GPtrArray *keys)
{
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    g_ptr_array_add (order, g_ptr_array_index (keys, i));
}

/* Additions of both at one place: first those of the main side. */
static GPtrArray *
weave (GPtrArray  *main_keys,
       GPtrArray  *other,
       GHashTable *kept)
{
  GPtrArray *order = g_ptr_array_new ();
  g_autoptr (GHashTable) main_index = strata_compare_index_keys (main_keys);
  g_autoptr (GHashTable) other_index = strata_compare_index_keys (other);
  g_autoptr (GHashTable) groups = group_additions (main_index, other, kept);
  GPtrArray *pending = g_hash_table_lookup (groups, NULL);

  for (guint i = 0; i < main_keys->len; i++)
    {
      char *key = g_ptr_array_index (main_keys, i);

      if (!g_hash_table_contains (kept, key))
        continue;
      if (g_hash_table_contains (other_index, key))
        {
          append_all (order, pending);
          pending = g_hash_table_lookup (groups, GUINT_TO_POINTER (i + 1));
        }
      g_ptr_array_add (order, key);
    }
  append_all (order, pending);

  return order;
}

/* Puts the keys that are kept in order: that of ours, unless only theirs has
 * another one than base.
 */
GPtrArray *
strata_merge_order (GPtrArray  *base,
                    GPtrArray  *ours,
                    GPtrArray  *theirs,
                    GHashTable *kept)
{
  gboolean is_theirs = !differ (base, ours, NULL) && differ (base, theirs, NULL);

  return is_theirs ? weave (theirs, ours, kept) : weave (ours, theirs, kept);
}

/* Whether both sides gave what was there before another order, and not the
 * same one.
 */
gboolean
strata_merge_order_conflicts (GPtrArray *base,
                              GPtrArray *ours,
                              GPtrArray *theirs)
{
  return differ (base, ours, theirs) && differ (base, theirs, ours) && differ (ours, theirs, base);
}
