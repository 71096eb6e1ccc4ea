/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The built-in functions of FEEL: the shape of lists (DMN 1.3, section
 * 10.3.4.4).
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/feel-builtins-private.h"

static void
append_all (GPtrArray      *items,
            const DmnValue *list)
{
  for (guint i = 0; i < dmn_value_get_length (list); i++)
    g_ptr_array_add (items, dmn_value_ref (dmn_value_get_item (list, i)));
}

static GPtrArray *
items_of (DmnValue *argument)
{
  g_autoptr (DmnValue) list = feel_argument_dup_list (argument);
  GPtrArray *items = feel_items_new (dmn_value_get_length (list));

  append_all (items, list);

  return items;
}

static gboolean
has_item (GPtrArray      *items,
          const DmnValue *value)
{
  for (guint i = 0; i < items->len; i++)
    if (dmn_value_equal (items->pdata[i], value) == DMN_TRUTH_TRUE)
      return TRUE;

  return FALSE;
}

/* A position by FEEL's count, from 0; FALSE where the list has none such. */
static gboolean
get_position (DmnValue *argument,
              guint     length,
              guint    *position)
{
  gint64 number;

  if (!feel_argument_get_integer (argument, &number) || number == 0 || ABS (number) > length)
    return FALSE;

  *position = (guint) (number > 0 ? number - 1 : length + number);

  return TRUE;
}

static DmnValue *
call_list_contains (FeelRun         *run,
                    DmnValue *const *arguments,
                    guint            n_arguments)
{
  g_autoptr (GPtrArray) items = NULL;

  if (dmn_value_is_null (arguments[0]))
    return feel_builtin_refuse (run, "list contains", "the list", "a list");

  items = items_of (arguments[0]);

  return dmn_value_new_boolean (has_item (items, arguments[1]));
}

static DmnValue *
call_count (FeelRun         *run,
            DmnValue *const *arguments,
            guint            n_arguments)
{
  g_autoptr (DmnValue) list = NULL;

  if (n_arguments == 1 && dmn_value_is_null (arguments[0]))
    return feel_builtin_refuse (run, "count", "the list", "a list");

  list = feel_arguments_dup_list (arguments, n_arguments);

  return dmn_value_new_integer (dmn_value_get_length (list));
}

static DmnValue *
call_sublist (FeelRun         *run,
              DmnValue *const *arguments,
              guint            n_arguments)
{
  g_autoptr (DmnValue) list = feel_argument_dup_list (arguments[0]);
  guint length = dmn_value_get_length (list), start;
  gint64 wanted = length;
  GPtrArray *items;

  if (!get_position (arguments[1], length, &start))
    return feel_builtin_refuse (run, "sublist", "the start position", "in the list");
  if (n_arguments > 2 && arguments[2] != NULL &&
      (!feel_argument_get_integer (arguments[2], &wanted) || wanted < 0 || wanted > length - start))
    return feel_builtin_refuse (run, "sublist", "the length", "within the list");

  items = feel_items_new (0);
  for (guint i = start; i < length && i - start < wanted; i++)
    g_ptr_array_add (items, dmn_value_ref (dmn_value_get_item (list, i)));

  return dmn_value_new_list (items);
}

static DmnValue *
call_append (FeelRun         *run,
             DmnValue *const *arguments,
             guint            n_arguments)
{
  GPtrArray *items = items_of (arguments[0]);

  for (guint i = 1; i < n_arguments; i++)
    g_ptr_array_add (items, dmn_value_ref (arguments[i]));

  return dmn_value_new_list (items);
}

static DmnValue *
call_concatenate (FeelRun         *run,
                  DmnValue *const *arguments,
                  guint            n_arguments)
{
  GPtrArray *items = feel_items_new (0);

  for (guint i = 0; i < n_arguments; i++)
    {
      g_autoptr (DmnValue) list = feel_argument_dup_list (arguments[i]);

      append_all (items, list);
    }

  return dmn_value_new_list (items);
}

/* insert before (list, length + 1, …) would append, but is no place. */
static DmnValue *
call_insert_before (FeelRun         *run,
                    DmnValue *const *arguments,
                    guint            n_arguments)
{
  g_autoptr (GPtrArray) items = items_of (arguments[0]);
  guint position;

  if (!get_position (arguments[1], items->len, &position))
    return feel_builtin_refuse (run, "insert before", "the position", "in the list");

  g_ptr_array_insert (items, (int) position, dmn_value_ref (arguments[2]));

  return dmn_value_new_list (g_steal_pointer (&items));
}

static DmnValue *
call_remove (FeelRun         *run,
             DmnValue *const *arguments,
             guint            n_arguments)
{
  g_autoptr (GPtrArray) items = items_of (arguments[0]);
  guint position;

  if (!get_position (arguments[1], items->len, &position))
    return feel_builtin_refuse (run, "remove", "the position", "in the list");

  g_ptr_array_remove_index (items, position);

  return dmn_value_new_list (g_steal_pointer (&items));
}

/* The one at a position, or each that a function of item and new item takes. */
static DmnValue *
call_list_replace (FeelRun         *run,
                   DmnValue *const *arguments,
                   guint            n_arguments)
{
  g_autoptr (GPtrArray) items = items_of (arguments[0]);
  guint position;

  if (dmn_value_is_null (arguments[0]))
    return feel_builtin_refuse (run, "list replace", "the list", "there");
  if (feel_argument_is (arguments[1], DMN_KIND_FUNCTION))
    {
      for (guint i = 0; i < items->len; i++)
        {
          DmnValue *pair[] = { items->pdata[i], arguments[2] };
          g_autoptr (DmnValue) matches = feel_call (run, arguments[1], pair, 2);

          if (feel_value_to_truth (matches) == DMN_TRUTH_NULL)
            return feel_builtin_refuse (run, "list replace", "what the function gives", "a boolean");
          if (dmn_value_get_boolean (matches))
            {
              dmn_value_unref (items->pdata[i]);
              items->pdata[i] = dmn_value_ref (arguments[2]);
            }
        }
      return dmn_value_new_list (g_steal_pointer (&items));
    }

  if (!get_position (arguments[1], items->len, &position))
    return feel_builtin_refuse (run, "list replace", "the position", "in the list");
  dmn_value_unref (items->pdata[position]);
  items->pdata[position] = dmn_value_ref (arguments[2]);

  return dmn_value_new_list (g_steal_pointer (&items));
}

static DmnValue *
call_reverse (FeelRun         *run,
              DmnValue *const *arguments,
              guint            n_arguments)
{
  g_autoptr (DmnValue) list = feel_argument_dup_list (arguments[0]);
  GPtrArray *items = feel_items_new (0);

  for (guint i = dmn_value_get_length (list); i > 0; i--)
    g_ptr_array_add (items, dmn_value_ref (dmn_value_get_item (list, i - 1)));

  return dmn_value_new_list (items);
}

static DmnValue *
call_index_of (FeelRun         *run,
               DmnValue *const *arguments,
               guint            n_arguments)
{
  g_autoptr (DmnValue) list = NULL;
  GPtrArray *items;

  if (dmn_value_is_null (arguments[0]))
    return feel_builtin_refuse (run, "index of", "the list", "a list");

  list = feel_argument_dup_list (arguments[0]);
  items = feel_items_new (0);
  for (guint i = 0; i < dmn_value_get_length (list); i++)
    if (dmn_value_equal (dmn_value_get_item (list, i), arguments[1]) == DMN_TRUTH_TRUE)
      g_ptr_array_add (items, dmn_value_new_integer (i + 1));

  return dmn_value_new_list (items);
}

static DmnValue *
distinct (const DmnValue *list)
{
  GPtrArray *items = feel_items_new (0);

  for (guint i = 0; i < dmn_value_get_length (list); i++)
    if (!has_item (items, dmn_value_get_item (list, i)))
      g_ptr_array_add (items, dmn_value_ref (dmn_value_get_item (list, i)));

  return dmn_value_new_list (items);
}

static DmnValue *
call_distinct_values (FeelRun         *run,
                      DmnValue *const *arguments,
                      guint            n_arguments)
{
  g_autoptr (DmnValue) list = feel_argument_dup_list (arguments[0]);

  return distinct (list);
}

static DmnValue *
call_union (FeelRun         *run,
            DmnValue *const *arguments,
            guint            n_arguments)
{
  g_autoptr (DmnValue) all = call_concatenate (run, arguments, n_arguments);

  return distinct (all);
}

static void
flatten_into (GPtrArray      *items,
              const DmnValue *list)
{
  for (guint i = 0; i < dmn_value_get_length (list); i++)
    {
      DmnValue *item = dmn_value_get_item (list, i);

      if (dmn_value_get_kind (item) == DMN_KIND_LIST)
        flatten_into (items, item);
      else
        g_ptr_array_add (items, dmn_value_ref (item));
    }
}

static DmnValue *
call_flatten (FeelRun         *run,
              DmnValue *const *arguments,
              guint            n_arguments)
{
  g_autoptr (DmnValue) list = feel_argument_dup_list (arguments[0]);
  GPtrArray *items = feel_items_new (0);

  flatten_into (items, list);

  return dmn_value_new_list (items);
}

typedef struct
{
  FeelRun  *run;
  DmnValue *precedes; /* (nullable): the order of values */
  gboolean  failed;
} Sorting;

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  Sorting *sorting = data;
  DmnValue *pair[] = { *(DmnValue *const *) a, *(DmnValue *const *) b };
  g_autoptr (DmnValue) before = NULL;
  int order = 0;

  if (sorting->precedes == NULL)
    {
      sorting->failed |= !dmn_value_compare (pair[0], pair[1], &order);
      return order;
    }

  before = feel_call (sorting->run, sorting->precedes, pair, 2);
  if (feel_value_to_truth (before) == DMN_TRUTH_NULL)
    sorting->failed = TRUE;
  else if (dmn_value_get_boolean (before))
    return -1;
  else
    {
      DmnValue *swapped[] = { pair[1], pair[0] };
      g_autoptr (DmnValue) after = feel_call (sorting->run, sorting->precedes, swapped, 2);

      return feel_value_to_truth (after) == DMN_TRUTH_TRUE ? 1 : 0;
    }

  return 0;
}

static DmnValue *
call_sort (FeelRun         *run,
           DmnValue *const *arguments,
           guint            n_arguments)
{
  Sorting sorting = { .run = run };
  g_autoptr (GPtrArray) items = items_of (arguments[0]);

  if (n_arguments > 1 && arguments[1] != NULL)
    {
      if (!feel_argument_is (arguments[1], DMN_KIND_FUNCTION))
        return feel_builtin_refuse (run, "sort", "precedes", "a function");
      sorting.precedes = arguments[1];
    }

  g_ptr_array_sort_with_data (items, compare_items, &sorting);
  if (sorting.failed)
    return feel_run_fail (run, "sort (): the items cannot be put in an order");

  return dmn_value_new_list (g_steal_pointer (&items));
}

const FeelBuiltin feel_builtins_list[] = {
  { "list contains", "list,element", 2, call_list_contains },
  { "count", "list,…", 1, call_count },
  { "sublist", "list,start position,length", 2, call_sublist },
  { "append", "list,…", 2, call_append },
  { "concatenate", "list,…", 1, call_concatenate },
  { "insert before", "list,position,newItem", 3, call_insert_before },
  { "remove", "list,position", 2, call_remove },
  { "list replace", "list,position,newItem", 3, call_list_replace },
  { "list replace", "list,match,newItem", 3, call_list_replace },
  { "reverse", "list", 1, call_reverse },
  { "index of", "list,match", 2, call_index_of },
  { "distinct values", "list", 1, call_distinct_values },
  { "union", "list,…", 1, call_union },
  { "flatten", "list", 1, call_flatten },
  { "sort", "list,precedes", 1, call_sort },
  { NULL },
};
