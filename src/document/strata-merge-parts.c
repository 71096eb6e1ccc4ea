/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of three states of one object or array, matched by their keys.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-merge-private.h"

static GPtrArray *
list_keys (const StrataParts *parts,
           StrataValue *value)
{
  GPtrArray *keys = NULL;

  if (!parts->is_object)
    return strata_compare_get_keys (parts->name, parts->match, value);

  keys = g_ptr_array_new ();
  for (guint i = 0; value != NULL && i < strata_value_get_length (value); i++)
    g_ptr_array_add (keys, (gpointer) strata_value_get_name (value, i));

  return keys;
}

/* Fills in the keys of an object or array whose states are known. */
void
strata_parts_init (StrataParts *parts)
{
  parts->base_keys = list_keys (parts, parts->sides.base);
  parts->ours_keys = list_keys (parts, parts->sides.ours);
  parts->theirs_keys = list_keys (parts, parts->sides.theirs);
  parts->base_index = strata_compare_index_keys (parts->base_keys);
  parts->ours_index = strata_compare_index_keys (parts->ours_keys);
  parts->theirs_index = strata_compare_index_keys (parts->theirs_keys);
}

void
strata_parts_clear (StrataParts *parts)
{
  g_hash_table_unref (parts->base_index);
  g_hash_table_unref (parts->ours_index);
  g_hash_table_unref (parts->theirs_index);
  g_ptr_array_unref (parts->base_keys);
  g_ptr_array_unref (parts->ours_keys);
  g_ptr_array_unref (parts->theirs_keys);
}

/* Finds a part in one of the states, or NULL. */
StrataValue *
strata_parts_find (StrataValue *value,
                   GHashTable  *index,
                   const char  *key)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (index, key));

  return position > 0 ? strata_value_get_element (value, position - 1) : NULL;
}

/* What has no id and no name goes by its position in ours, else in theirs. */
char *
strata_parts_make_path (const StrataParts *parts,
                        const char        *key)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (parts->ours_index, key));
  g_autofree char *number = NULL;

  if (parts->is_object || parts->match == STRATA_MATCH_IDS)
    return strata_compare_join_path (parts->path, key);
  if (position == 0)
    position = GPOINTER_TO_UINT (g_hash_table_lookup (parts->theirs_index, key));
  number = g_strdup_printf ("%u", position - 1);

  return strata_compare_join_path (parts->path, number);
}
