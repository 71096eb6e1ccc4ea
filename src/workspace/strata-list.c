/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bringing a list of rows up to date with as few changes as it takes.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-list.h"

#define NOWHERE G_MAXUINT

/* Where the list and the rows are alike from the top on: most of them are,
 * after most changes. */
static guint
count_alike (GListModel *list,
             GPtrArray  *rows)
{
  guint n = MIN (g_list_model_get_n_items (list), rows->len);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (list, i);

      if (row != g_ptr_array_index (rows, i))
        return i;
    }

  return n;
}

/* Where each of the rows stands in the list, or NOWHERE. */
static guint *
find_former_places (GListModel *list,
                    GPtrArray  *rows)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  guint *former = g_new (guint, rows->len + 1);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (list, i);

      g_hash_table_insert (places, row, GUINT_TO_POINTER (i + 1));
    }

  /* What is missing gives 0, and one less is NOWHERE. */
  for (guint i = 0; i < rows->len; i++)
    former[i] = GPOINTER_TO_UINT (g_hash_table_lookup (places, g_ptr_array_index (rows, i))) - 1;

  return former;
}

/* The first run that ends on a place beyond `place`. */
static guint
find_run (const guint *former,
          const guint *ends,
          guint        n_runs,
          guint        place)
{
  guint low = 0;

  while (low < n_runs)
    {
      guint middle = low + (n_runs - low) / 2;

      if (former[ends[middle]] < place)
        low = middle + 1;
      else
        n_runs = middle;
    }

  return low;
}

/* The rows that stay where they are: the longest run of rows whose former
 * places ascend, by patience sorting. All others move, which is the least. */
static GHashTable *
find_staying (GPtrArray   *rows,
              const guint *former)
{
  GHashTable *staying = g_hash_table_new (NULL, NULL);
  g_autofree guint *ends = g_new (guint, rows->len + 1);
  g_autofree guint *before = g_new (guint, rows->len + 1);
  guint n_runs = 0;
  guint last;

  for (guint i = 0; i < rows->len; i++)
    {
      guint run;

      if (former[i] == NOWHERE)
        continue;

      run = find_run (former, ends, n_runs, former[i]);
      before[i] = run > 0 ? ends[run - 1] : NOWHERE;
      ends[run] = i;
      n_runs = MAX (n_runs, run + 1);
    }

  last = n_runs > 0 ? ends[n_runs - 1] : NOWHERE;
  for (; last != NOWHERE; last = before[last])
    g_hash_table_add (staying, g_ptr_array_index (rows, last));

  return staying;
}

static guint
count_leaving (GListModel *list,
               guint       position,
               GHashTable *staying)
{
  guint n_leaving = 0;

  for (; position + n_leaving < g_list_model_get_n_items (list); n_leaving++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (list, position + n_leaving);

      if (g_hash_table_contains (staying, row))
        break;
    }

  return n_leaving;
}

static guint
count_coming (GPtrArray  *rows,
              guint       position,
              GHashTable *staying)
{
  guint n_coming = 0;

  while (position + n_coming < rows->len &&
         !g_hash_table_contains (staying, g_ptr_array_index (rows, position + n_coming)))
    n_coming++;

  return n_coming;
}

/**
 * strata_list_update:
 * @list: a list of rows
 * @rows: (element-type GObject): the rows that it has from now on, each once
 *
 * Makes the list hold these rows in this order. A row that was there and keeps
 * its order among the others is not touched, so focus and scroll position stay
 * with it; what comes and goes at one place is one `items-changed`.
 */
void
strata_list_update (GListStore *list,
                    GPtrArray  *rows)
{
  g_autofree guint *former = NULL;
  g_autoptr (GHashTable) staying = NULL;
  guint n_alike;

  g_return_if_fail (G_IS_LIST_STORE (list));
  g_return_if_fail (rows != NULL);

  n_alike = count_alike (G_LIST_MODEL (list), rows);
  if (n_alike == rows->len && n_alike == g_list_model_get_n_items (G_LIST_MODEL (list)))
    return;

  former = find_former_places (G_LIST_MODEL (list), rows);
  staying = find_staying (rows, former);

  for (guint i = 0; i <= rows->len; i++)
    {
      guint n_leaving = count_leaving (G_LIST_MODEL (list), i, staying);
      guint n_coming = count_coming (rows, i, staying);

      if (n_leaving > 0 || n_coming > 0)
        g_list_store_splice (list, i, n_leaving, rows->pdata + i, n_coming);
      i += n_coming;
    }
}

/**
 * strata_list_make_table:
 *
 * Returns: (transfer full) (element-type utf8 GObject): a table of rows by key
 */
GHashTable *
strata_list_make_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * strata_list_keep:
 * @former: (element-type utf8 GObject): the rows that there were, by key
 * @latter: (element-type utf8 GObject): the rows that there are, by key
 * @key: a row's key
 *
 * Carries a row over from one table to the next.
 *
 * Returns: (transfer none) (nullable): the row, or %NULL if there was none
 */
gpointer
strata_list_keep (GHashTable *former,
                  GHashTable *latter,
                  const char *key)
{
  GObject *row;

  g_return_val_if_fail (former != NULL && latter != NULL && key != NULL, NULL);

  row = g_hash_table_lookup (former, key);
  if (row != NULL)
    g_hash_table_insert (latter, g_strdup (key), g_object_ref (row));

  return row;
}
