/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What changed from one plan to another, as a list for people and programs.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-diff.h"

#include "strata-compare-private.h"

/* Two states of one array whose elements can be told apart. */
typedef struct
{
  const char  *path;
  StrataMatch  match;
  StrataValue *a;
  StrataValue *b;
  GPtrArray   *a_keys;
  GPtrArray   *b_keys;
  GHashTable  *a_index;
  GHashTable  *b_index;
} Arrays;

static void compare (GPtrArray   *changes,
                     const char  *path,
                     const char  *name,
                     StrataValue *a,
                     StrataValue *b);

static void
change_free (StrataChange *change)
{
  g_clear_pointer (&change->from, strata_value_unref);
  g_clear_pointer (&change->to, strata_value_unref);
  g_free (change->path);
  g_free (change);
}

static void
add_change (GPtrArray   *changes,
            const char  *path,
            StrataValue *from,
            StrataValue *to)
{
  StrataChange *change = g_new0 (StrataChange, 1);

  change->path = g_strdup (path);
  change->from = from != NULL ? strata_value_ref (from) : NULL;
  change->to = to != NULL ? strata_value_ref (to) : NULL;
  g_ptr_array_add (changes, change);
}

static void
compare_members (GPtrArray   *changes,
                 const char  *path,
                 StrataValue *a,
                 StrataValue *b)
{
  for (guint i = 0; i < strata_value_get_length (a); i++)
    {
      const char *name = strata_value_get_name (a, i);
      g_autofree char *child = strata_compare_join_path (path, name);

      compare (changes, child, name, strata_value_get_element (a, i), strata_value_get_member (b, name));
    }

  for (guint i = 0; i < strata_value_get_length (b); i++)
    {
      const char *name = strata_value_get_name (b, i);
      g_autofree char *child = strata_compare_join_path (path, name);

      if (!strata_value_find_member (a, name, NULL))
        add_change (changes, child, NULL, strata_value_get_element (b, i));
    }
}

static StrataValue *
find_key (StrataValue *array,
          GHashTable  *index,
          const char  *key)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (index, key));

  return position > 0 ? strata_value_get_element (array, position - 1) : NULL;
}

static char *
make_element_path (const Arrays *arrays,
                   GPtrArray    *keys,
                   guint         position)
{
  g_autofree char *number = g_strdup_printf ("%u", position);

  return strata_compare_join_path (arrays->path,
                                   arrays->match == STRATA_MATCH_IDS ? g_ptr_array_index (keys, position) : number);
}

/* Those of @keys that the other state has as well. */
static StrataValue *
list_common (GPtrArray  *keys,
             GHashTable *other)
{
  g_autoptr (GPtrArray) common = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);

      if (g_hash_table_contains (other, key))
        g_ptr_array_add (common, strata_value_new_string (key));
    }

  return strata_value_new_array (common);
}

/* Flows and the like are a set: only where ids are is an order meant. */
static void
compare_order (GPtrArray    *changes,
               const Arrays *arrays)
{
  g_autoptr (StrataValue) from = list_common (arrays->a_keys, arrays->b_index);
  g_autoptr (StrataValue) to = list_common (arrays->b_keys, arrays->a_index);

  if (arrays->match == STRATA_MATCH_IDS && !strata_value_equal (from, to))
    add_change (changes, arrays->path, from, to);
}

static void
compare_elements (GPtrArray    *changes,
                  const Arrays *arrays)
{
  for (guint i = 0; i < arrays->a_keys->len; i++)
    {
      g_autofree char *path = make_element_path (arrays, arrays->a_keys, i);

      compare (changes, path, NULL, strata_value_get_element (arrays->a, i),
               find_key (arrays->b, arrays->b_index, g_ptr_array_index (arrays->a_keys, i)));
    }

  for (guint i = 0; i < arrays->b_keys->len; i++)
    {
      g_autofree char *path = make_element_path (arrays, arrays->b_keys, i);

      if (!g_hash_table_contains (arrays->a_index, g_ptr_array_index (arrays->b_keys, i)))
        add_change (changes, path, NULL, strata_value_get_element (arrays->b, i));
    }

  compare_order (changes, arrays);
}

static void
compare_arrays (GPtrArray   *changes,
                const char  *path,
                const char  *name,
                StrataValue *a,
                StrataValue *b)
{
  StrataValue *both[] = { a, b };
  StrataMatch match = strata_compare_match (name, both, G_N_ELEMENTS (both));
  g_autoptr (GPtrArray) a_keys = NULL;
  g_autoptr (GPtrArray) b_keys = NULL;
  g_autoptr (GHashTable) a_index = NULL;
  g_autoptr (GHashTable) b_index = NULL;

  if (match == STRATA_MATCH_WHOLE || match == STRATA_MATCH_STRINGS)
    {
      add_change (changes, path, a, b);
      return;
    }

  a_keys = strata_compare_get_keys (name, match, a);
  b_keys = strata_compare_get_keys (name, match, b);
  a_index = strata_compare_index_keys (a_keys);
  b_index = strata_compare_index_keys (b_keys);
  compare_elements (changes, &(const Arrays) { path, match, a, b, a_keys, b_keys, a_index, b_index });
}

/* A member or element that the second plan may not have. */
static void
compare (GPtrArray   *changes,
         const char  *path,
         const char  *name,
         StrataValue *a,
         StrataValue *b)
{
  if (strata_compare_same (a, b))
    return;

  if (strata_compare_is (a, STRATA_VALUE_OBJECT) && strata_compare_is (b, STRATA_VALUE_OBJECT))
    compare_members (changes, path, a, b);
  else if (strata_compare_is (a, STRATA_VALUE_ARRAY) && strata_compare_is (b, STRATA_VALUE_ARRAY))
    compare_arrays (changes, path, name, a, b);
  else
    add_change (changes, path, a, b);
}

/**
 * strata_diff:
 * @a: a plan
 * @b: what became of it
 *
 * Lists what changed, in the order of @a with what was added after it. Values
 * are compared by what they mean: `4` is `4.0`, and neither the order of an
 * object's members nor that of flows or acceptances counts.
 *
 * Returns: (transfer full) (element-type StrataChange): the changes
 */
GPtrArray *
strata_diff (StrataPlan *a,
             StrataPlan *b)
{
  GPtrArray *changes = NULL;

  g_return_val_if_fail (a != NULL, NULL);
  g_return_val_if_fail (b != NULL, NULL);

  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  compare (changes, NULL, NULL, strata_plan_get_value (a), strata_plan_get_value (b));

  return changes;
}
