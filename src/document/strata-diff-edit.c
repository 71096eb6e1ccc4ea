/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What changed from one plan to another, as an edit that makes the change.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-diff.h"

#include "strata-compare-private.h"

static void change_value (StrataEdit  *edit,
                          const char  *path,
                          StrataValue *a,
                          StrataValue *b);

/* A key of the plan itself that is empty has no path of its own. */
static gboolean
has_path (const char *path)
{
  return *path != '\0';
}

static void
change_members (StrataEdit  *edit,
                const char  *path,
                StrataValue *a,
                StrataValue *b)
{
  for (guint i = 0; i < strata_value_get_length (a); i++)
    {
      const char *name = strata_value_get_name (a, i);
      g_autofree char *child = strata_compare_join_path (path, name);

      if (has_path (child) && !strata_value_find_member (b, name, NULL))
        strata_edit_unset (edit, child);
    }

  for (guint i = 0; i < strata_value_get_length (b); i++)
    {
      const char *name = strata_value_get_name (b, i);
      StrataValue *member = strata_value_get_member (a, name);
      g_autofree char *child = strata_compare_join_path (path, name);

      if (has_path (child) && member == NULL)
        strata_edit_set (edit, child, strata_value_get_element (b, i));
      else if (has_path (child))
        change_value (edit, child, member, strata_value_get_element (b, i));
    }
}

/* Removes what is gone, and returns the keys that stay. */
static GPtrArray *
remove_elements (StrataEdit *edit,
                 const char *path,
                 GPtrArray  *keys,
                 GHashTable *b_index)
{
  GPtrArray *left = g_ptr_array_new ();

  for (guint i = 0; i < keys->len; i++)
    {
      char *key = g_ptr_array_index (keys, i);
      g_autofree char *child = strata_compare_join_path (path, key);

      if (g_hash_table_contains (b_index, key))
        g_ptr_array_add (left, key);
      else
        strata_edit_unset (edit, child);
    }

  return left;
}

/* Brings the elements into the order of @b, one place after the other. */
static void
arrange_elements (StrataEdit  *edit,
                  const char  *path,
                  GPtrArray   *present,
                  GPtrArray   *b_keys,
                  StrataValue *b)
{
  for (guint i = 0; i < b_keys->len; i++)
    {
      char *key = g_ptr_array_index (b_keys, i);
      g_autofree char *child = strata_compare_join_path (path, key);
      guint position = 0;

      if (i < present->len && g_str_equal (g_ptr_array_index (present, i), key))
        continue;

      if (g_ptr_array_find_with_equal_func (present, key, g_str_equal, &position))
        {
          strata_edit_move (edit, child, i);
          g_ptr_array_remove_index (present, position);
        }
      else
        {
          strata_edit_insert (edit, path, i, strata_value_get_element (b, i));
        }
      g_ptr_array_insert (present, (int) i, key);
    }
}

static void
change_elements (StrataEdit  *edit,
                 const char  *path,
                 StrataValue *a,
                 StrataValue *b)
{
  g_autoptr (GPtrArray) a_keys = strata_compare_get_keys (NULL, STRATA_MATCH_IDS, a);
  g_autoptr (GPtrArray) b_keys = strata_compare_get_keys (NULL, STRATA_MATCH_IDS, b);
  g_autoptr (GHashTable) a_index = strata_compare_index_keys (a_keys);
  g_autoptr (GHashTable) b_index = strata_compare_index_keys (b_keys);
  g_autoptr (GPtrArray) present = remove_elements (edit, path, a_keys, b_index);

  arrange_elements (edit, path, present, b_keys, b);

  for (guint i = 0; i < b_keys->len; i++)
    {
      char *key = g_ptr_array_index (b_keys, i);
      guint position = GPOINTER_TO_UINT (g_hash_table_lookup (a_index, key));
      g_autofree char *child = strata_compare_join_path (path, key);

      if (position > 0)
        change_value (edit, child, strata_value_get_element (a, position - 1), strata_value_get_element (b, i));
    }
}

static gboolean
have_ids (StrataValue *a,
          StrataValue *b)
{
  StrataValue *both[] = { a, b };

  return strata_compare_match (NULL, both, G_N_ELEMENTS (both)) == STRATA_MATCH_IDS;
}

static gboolean
are_both (StrataValue     *a,
          StrataValue     *b,
          StrataValueKind  kind)
{
  return strata_compare_is (a, kind) && strata_compare_is (b, kind);
}

static void
change_value (StrataEdit  *edit,
              const char  *path,
              StrataValue *a,
              StrataValue *b)
{
  if (strata_value_equal (a, b))
    return;

  if (are_both (a, b, STRATA_VALUE_OBJECT))
    change_members (edit, path, a, b);
  else if (are_both (a, b, STRATA_VALUE_ARRAY) && have_ids (a, b))
    change_elements (edit, path, a, b);
  else
    strata_edit_set (edit, path, b);
}

static gboolean
have_same_names (StrataValue *a,
                 StrataValue *b)
{
  if (strata_value_get_length (a) != strata_value_get_length (b))
    return FALSE;

  for (guint i = 0; i < strata_value_get_length (a); i++)
    {
      if (!g_str_equal (strata_value_get_name (a, i), strata_value_get_name (b, i)))
        return FALSE;
    }

  return TRUE;
}

/* The segment that names a member or an element; elements come in the order
 * of @value already. */
static const char *
get_segment (StrataValue *value,
             GPtrArray   *keys,
             guint        position)
{
  return keys != NULL ? g_ptr_array_index (keys, position) : strata_value_get_name (value, position);
}

/* Where a new member went to another place than it has in @b, or where the
 * order of members is all that differs, the object is put there whole.
 */
static void
put_in_order (StrataEdit  *edit,
              const char  *path,
              StrataValue *a,
              StrataValue *b)
{
  g_autoptr (GPtrArray) keys = NULL;
  gboolean is_same_below = FALSE;

  if (strata_value_equal (a, b))
    return;

  if (are_both (a, b, STRATA_VALUE_ARRAY) && have_ids (a, b))
    keys = strata_compare_get_keys (NULL, STRATA_MATCH_IDS, b);
  is_same_below = keys != NULL || (are_both (a, b, STRATA_VALUE_OBJECT) && have_same_names (a, b));

  for (guint i = 0; is_same_below && i < strata_value_get_length (b); i++)
    {
      g_autofree char *child = strata_compare_join_path (path, get_segment (b, keys, i));

      if (has_path (child))
        put_in_order (edit, child, strata_value_get_element (a, i), strata_value_get_element (b, i));
      else if (!strata_value_equal (strata_value_get_element (a, i), strata_value_get_element (b, i)))
        is_same_below = FALSE;
    }

  if (!is_same_below)
    strata_edit_set (edit, path != NULL ? path : "", b);
}

/**
 * strata_diff_to_edit:
 * @a: a plan
 * @b: what is to become of it
 * @name: what Undo shows for the edit
 *
 * Makes the edit that leads from one plan to the other, down to the byte:
 * applied to @a it gives a plan with the canonical text of @b. What they have
 * in common stays untouched.
 *
 * Returns: (transfer full): the edit
 */
StrataEdit *
strata_diff_to_edit (StrataPlan *a,
                     StrataPlan *b,
                     const char *name)
{
  StrataEdit *edit = NULL;
  g_autoptr (StrataPlan) reached = NULL;

  g_return_val_if_fail (a != NULL, NULL);
  g_return_val_if_fail (b != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  edit = strata_edit_new (name);
  change_value (edit, NULL, strata_plan_get_value (a), strata_plan_get_value (b));
  reached = strata_plan_apply (a, edit, NULL);
  g_assert (reached != NULL);
  put_in_order (edit, NULL, strata_plan_get_value (reached), strata_plan_get_value (b));

  return edit;
}
