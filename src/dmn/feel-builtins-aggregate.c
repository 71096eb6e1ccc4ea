/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The built-in functions of FEEL: one value of many (DMN 1.3, section
 * 10.3.4.4).
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/feel-builtins-private.h"

/* The least, or with a sign of -1 the greatest. */
static DmnValue *
extreme (FeelRun         *run,
         const char      *name,
         int              sign,
         DmnValue *const *arguments,
         guint            n_arguments)
{
  g_autoptr (DmnValue) list = feel_arguments_dup_list (arguments, n_arguments);
  DmnValue *best = NULL;
  int order;

  for (guint i = 0; i < dmn_value_get_length (list); i++)
    {
      DmnValue *item = dmn_value_get_item (list, i);

      if (!dmn_value_compare (item, best != NULL ? best : item, &order))
        return feel_run_fail (run, "%s (): the items cannot be put in an order", name);
      if (best == NULL || order * sign < 0)
        best = item;
    }

  return best != NULL ? dmn_value_ref (best) : feel_run_fail (run, "%s (): the list is empty", name);
}

static DmnValue *
call_min (FeelRun         *run,
          DmnValue *const *arguments,
          guint            n_arguments)
{
  return extreme (run, "min", 1, arguments, n_arguments);
}

static DmnValue *
call_max (FeelRun         *run,
          DmnValue *const *arguments,
          guint            n_arguments)
{
  return extreme (run, "max", -1, arguments, n_arguments);
}

/* The items joined by an operation; FALSE unless all are numbers. */
static gboolean
fold (DmnArithmetic   operation,
      const DmnValue *list,
      gint64          neutral,
      DmnNumber      *result)
{
  *result = dmn_number_from_integer (neutral);

  for (guint i = 0; i < dmn_value_get_length (list); i++)
    {
      DmnValue *item = dmn_value_get_item (list, i);
      DmnNumber next = DMN_NUMBER_ZERO;

      if (!feel_argument_is (item, DMN_KIND_NUMBER) ||
          !dmn_number_arithmetic (operation, result, dmn_value_get_number (item), &next))
        {
          dmn_number_clear (result);
          return FALSE;
        }
      dmn_number_clear (result);
      *result = next;
    }

  return TRUE;
}

static DmnValue *
fold_arguments (FeelRun         *run,
                const char      *name,
                DmnArithmetic    operation,
                gint64           neutral,
                DmnValue *const *arguments,
                guint            n_arguments)
{
  g_autoptr (DmnValue) list = feel_arguments_dup_list (arguments, n_arguments);
  DmnNumber result;

  if (dmn_value_get_length (list) == 0)
    return feel_run_fail (run, "%s (): the list is empty", name);
  if (!fold (operation, list, neutral, &result))
    return feel_builtin_refuse (run, name, "an item", "a number");

  return dmn_value_new_number (result);
}

static DmnValue *
call_sum (FeelRun         *run,
          DmnValue *const *arguments,
          guint            n_arguments)
{
  return fold_arguments (run, "sum", DMN_ARITHMETIC_ADD, 0, arguments, n_arguments);
}

static DmnValue *
call_product (FeelRun         *run,
              DmnValue *const *arguments,
              guint            n_arguments)
{
  return fold_arguments (run, "product", DMN_ARITHMETIC_MULTIPLY, 1, arguments, n_arguments);
}

static gboolean
mean (const DmnValue *list,
      DmnNumber      *result)
{
  g_auto (DmnNumber) sum = DMN_NUMBER_ZERO;
  g_auto (DmnNumber) count = dmn_number_from_integer (dmn_value_get_length (list));

  return fold (DMN_ARITHMETIC_ADD, list, 0, &sum) &&
         dmn_number_arithmetic (DMN_ARITHMETIC_DIVIDE, &sum, &count, result);
}

static DmnValue *
call_mean (FeelRun         *run,
           DmnValue *const *arguments,
           guint            n_arguments)
{
  g_autoptr (DmnValue) list = feel_arguments_dup_list (arguments, n_arguments);
  DmnNumber result;

  if (!mean (list, &result))
    return feel_builtin_refuse (run, "mean", "the list", "one of numbers");

  return dmn_value_new_number (result);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return dmn_number_compare (dmn_value_get_number (*(DmnValue *const *) a),
                             dmn_value_get_number (*(DmnValue *const *) b));
}

/* The numbers in order; NULL unless all are numbers. */
static GPtrArray *
sorted_numbers (const DmnValue *list)
{
  g_autoptr (GPtrArray) items = feel_items_new (dmn_value_get_length (list));

  for (guint i = 0; i < dmn_value_get_length (list); i++)
    {
      if (!feel_argument_is (dmn_value_get_item (list, i), DMN_KIND_NUMBER))
        return NULL;
      g_ptr_array_add (items, dmn_value_ref (dmn_value_get_item (list, i)));
    }
  g_ptr_array_sort (items, compare_numbers);

  return g_steal_pointer (&items);
}

static DmnValue *
call_median (FeelRun         *run,
             DmnValue *const *arguments,
             guint            n_arguments)
{
  g_autoptr (DmnValue) list = feel_arguments_dup_list (arguments, n_arguments);
  g_autoptr (GPtrArray) numbers = sorted_numbers (list);
  guint half;

  if (numbers == NULL || numbers->len == 0)
    return feel_builtin_refuse (run, "median", "the list", "one of numbers");

  half = numbers->len / 2;
  if (numbers->len % 2 == 1)
    return dmn_value_ref (numbers->pdata[half]);

  return call_mean (run, (DmnValue *const *) &numbers->pdata[half - 1], 2);
}

/* Σ (x − mean)² */
static gboolean
sum_of_squares (const DmnValue *list,
                DmnNumber      *result)
{
  g_auto (DmnNumber) average = DMN_NUMBER_ZERO;

  *result = dmn_number_from_integer (0);
  if (!mean (list, &average))
    return FALSE;

  for (guint i = 0; i < dmn_value_get_length (list); i++)
    {
      const DmnNumber *number = dmn_value_get_number (dmn_value_get_item (list, i));
      g_auto (DmnNumber) distance = DMN_NUMBER_ZERO, square = DMN_NUMBER_ZERO;
      DmnNumber next = DMN_NUMBER_ZERO;

      if (!dmn_number_arithmetic (DMN_ARITHMETIC_SUBTRACT, number, &average, &distance) ||
          !dmn_number_arithmetic (DMN_ARITHMETIC_MULTIPLY, &distance, &distance, &square) ||
          !dmn_number_arithmetic (DMN_ARITHMETIC_ADD, result, &square, &next))
        return FALSE;
      dmn_number_clear (result);
      *result = next;
    }

  return TRUE;
}

static DmnValue *
call_stddev (FeelRun         *run,
             DmnValue *const *arguments,
             guint            n_arguments)
{
  g_autoptr (DmnValue) list = feel_arguments_dup_list (arguments, n_arguments);
  g_auto (DmnNumber) squares = DMN_NUMBER_ZERO, variance = DMN_NUMBER_ZERO, others = DMN_NUMBER_ZERO;
  DmnNumber result;

  if (dmn_value_get_length (list) < 2)
    return feel_builtin_refuse (run, "stddev", "the list", "one of two numbers or more");

  others = dmn_number_from_integer (dmn_value_get_length (list) - 1);
  if (!sum_of_squares (list, &squares) ||
      !dmn_number_arithmetic (DMN_ARITHMETIC_DIVIDE, &squares, &others, &variance) ||
      !dmn_number_apply (DMN_FUNCTION_SQRT, &variance, &result))
    return feel_builtin_refuse (run, "stddev", "an item", "a number");

  return dmn_value_new_number (result);
}

static guint
run_length (GPtrArray *numbers,
            guint      start)
{
  guint end = start;

  while (end < numbers->len && compare_numbers (&numbers->pdata[start], &numbers->pdata[end]) == 0)
    end++;

  return end - start;
}

/* All of the most frequent, in order. */
static DmnValue *
call_mode (FeelRun         *run,
           DmnValue *const *arguments,
           guint            n_arguments)
{
  g_autoptr (DmnValue) list = feel_arguments_dup_list (arguments, n_arguments);
  g_autoptr (GPtrArray) numbers = sorted_numbers (list);
  GPtrArray *items;
  guint most = 0;

  if (numbers == NULL)
    return feel_builtin_refuse (run, "mode", "an item", "a number");

  for (guint i = 0; i < numbers->len; i += run_length (numbers, i))
    most = MAX (most, run_length (numbers, i));

  items = feel_items_new (0);
  for (guint i = 0; i < numbers->len; i += run_length (numbers, i))
    if (run_length (numbers, i) == most)
      g_ptr_array_add (items, dmn_value_ref (numbers->pdata[i]));

  return dmn_value_new_list (items);
}

/* One decisive item settles it; else one that is no boolean makes it null. */
static DmnValue *
quantify (FeelRun         *run,
          const char      *name,
          DmnTruth         decisive,
          DmnValue *const *arguments,
          guint            n_arguments)
{
  g_autoptr (DmnValue) list = feel_arguments_dup_list (arguments, n_arguments);
  DmnTruth result = decisive == DMN_TRUTH_TRUE ? DMN_TRUTH_FALSE : DMN_TRUTH_TRUE;

  for (guint i = 0; i < dmn_value_get_length (list); i++)
    {
      DmnTruth truth = feel_value_to_truth (dmn_value_get_item (list, i));

      if (truth == decisive)
        return feel_truth_to_value (decisive);
      if (truth == DMN_TRUTH_NULL)
        result = DMN_TRUTH_NULL;
    }

  if (result == DMN_TRUTH_NULL)
    return feel_builtin_refuse (run, name, "an item", "a boolean");

  return feel_truth_to_value (result);
}

static DmnValue *
call_all (FeelRun         *run,
          DmnValue *const *arguments,
          guint            n_arguments)
{
  return quantify (run, "all", DMN_TRUTH_FALSE, arguments, n_arguments);
}

static DmnValue *
call_any (FeelRun         *run,
          DmnValue *const *arguments,
          guint            n_arguments)
{
  return quantify (run, "any", DMN_TRUTH_TRUE, arguments, n_arguments);
}

const FeelBuiltin feel_builtins_aggregate[] = {
  { "min", "list,…", 1, call_min },
  { "max", "list,…", 1, call_max },
  { "sum", "list,…", 1, call_sum },
  { "product", "list,…", 1, call_product },
  { "mean", "list,…", 1, call_mean },
  { "median", "list,…", 1, call_median },
  { "stddev", "list,…", 1, call_stddev },
  { "mode", "list,…", 1, call_mode },
  { "all", "list,…", 1, call_all },
  { "any", "list,…", 1, call_any },
  { NULL },
};
