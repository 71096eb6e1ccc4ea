/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests that a list of rows changes as little as it can.
 */

#include "config.h"

#include "workspace/strata-list.h"

static GObject *letters[26];

static void
note_cb (GListModel *list,
         guint       position,
         guint       removed,
         guint       added,
         gpointer    user_data)
{
  g_string_append_printf (user_data, "%u-%u+%u ", position, removed, added);
}

static GPtrArray *
make_rows (const char *word)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (; *word != '\0'; word++)
    g_ptr_array_add (rows, letters[*word - 'a']);

  return rows;
}

static void
assert_list (GListStore *list,
             GPtrArray  *rows)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_true (row == g_ptr_array_index (rows, i));
    }
}

static void
test_changes (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *changes;
  } rows[] = {
    { "", "", "" },
    { "abc", "abc", "" },
    { "", "abc", "0-0+3 " },
    { "abc", "", "0-3+0 " },
    { "abc", "abcd", "3-0+1 " },
    { "abc", "dabc", "0-0+1 " },
    { "abc", "abdc", "2-0+1 " },
    { "abc", "ac", "1-1+0 " },
    { "abc", "adc", "1-1+1 " },
    { "abc", "bca", "0-1+0 2-0+1 " },
    { "abc", "cab", "0-0+1 3-1+0 " },
    { "abcdef", "bcdefa", "0-1+0 5-0+1 " },
    { "abcdef", "fabcde", "0-0+1 6-1+0 " },
    { "abcdef", "axcyef", "1-1+1 3-1+1 " },
    { "abc", "xyz", "0-3+3 " },
    { "abcdef", "cdx", "0-2+0 2-2+1 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GListStore) list = g_list_store_new (G_TYPE_OBJECT);
      g_autoptr (GPtrArray) from = make_rows (rows[i].from);
      g_autoptr (GPtrArray) to = make_rows (rows[i].to);
      g_autoptr (GString) changes = g_string_new (NULL);

      strata_list_update (list, from);
      g_signal_connect (list, "items-changed", G_CALLBACK (note_cb), changes);
      strata_list_update (list, to);

      assert_list (list, to);
      g_assert_cmpstr (changes->str, ==, rows[i].changes);
    }
}

/* Whatever the order, the list ends up right, and what need not move does not. */
static void
test_any_order (void)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (GListStore) list = g_list_store_new (G_TYPE_OBJECT);
      g_autoptr (GPtrArray) rows = make_rows ("abcdefghij");

      for (guint n_times = 0; n_times < 2; n_times++)
        {
          for (guint j = rows->len; j > 1; j--)
            {
              guint other = (guint) g_test_rand_int_range (0, (int) j);
              gpointer row = rows->pdata[j - 1];

              rows->pdata[j - 1] = rows->pdata[other];
              rows->pdata[other] = row;
            }
          g_ptr_array_set_size (rows, g_test_rand_int_range (0, (int) rows->len + 1));
          strata_list_update (list, rows);
          assert_list (list, rows);
        }
    }
}

static void
test_keep (void)
{
  g_autoptr (GHashTable) former = strata_list_make_table ();
  g_autoptr (GHashTable) latter = strata_list_make_table ();

  g_hash_table_insert (former, g_strdup ("a"), g_object_ref (letters[0]));

  g_assert_true (strata_list_keep (former, latter, "a") == letters[0]);
  g_assert_true (g_hash_table_lookup (latter, "a") == letters[0]);
  g_assert_null (strata_list_keep (former, latter, "b"));
  g_assert_cmpuint (g_hash_table_size (latter), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    letters[i] = g_object_new (G_TYPE_OBJECT, NULL);

  g_test_add_func ("/workspace/list/changes", test_changes);
  g_test_add_func ("/workspace/list/any-order", test_any_order);
  g_test_add_func ("/workspace/list/keep", test_keep);

  status = g_test_run ();
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    g_object_unref (letters[i]);

  return status;
}
