/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FEEL trees to values: operators, names and structures.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/feel-evaluate-private.h"

#include "dmn/dmn-temporal.h"
#include "dmn/feel-builtins.h"

#include <string.h>

/* More than any model for people needs; less than the stack holds. */
#define MAX_DEPTH 600

/* A name with points in it that nothing has is a path after all: a parameter
 * may be called `Person.Name` where `Person` is a context elsewhere. */
static DmnValue *
evaluate_dotted_name (const char *name,
                      FeelScope  *scope)
{
  g_auto (GStrv) parts = g_strsplit (name, ".", -1);
  DmnValue *value = feel_scope_lookup (scope, parts[0]);

  for (guint i = 1; value != NULL && parts[i] != NULL; i++)
    value = dmn_value_get_kind (value) == DMN_KIND_CONTEXT ? dmn_value_get_member (value, parts[i]) : NULL;

  return value;
}

static DmnValue *
evaluate_name (FeelRun   *run,
               FeelNode  *node,
               FeelScope *scope)
{
  DmnValue *value = feel_scope_lookup (scope, node->name);

  if (value == NULL && strchr (node->name, '.') != NULL)
    value = evaluate_dotted_name (node->name, scope);
  if (value != NULL)
    return dmn_value_ref (value);

  if (feel_builtin_exists (node->name))
    return feel_function_new_builtin (node->name);

  return feel_run_fail (run, "nothing is called “%s” here", node->name);
}

static DmnValue *
evaluate_negate (FeelRun   *run,
                 FeelNode  *node,
                 FeelScope *scope)
{
  g_autoptr (DmnValue) operand = feel_evaluate (run, node->children[0], scope);
  DmnValue *negated = NULL;
  DmnNumber number;

  if (dmn_value_get_kind (operand) == DMN_KIND_NUMBER)
    {
      dmn_number_apply (DMN_FUNCTION_NEGATE, dmn_value_get_number (operand), &number);
      return dmn_value_new_number (number);
    }

  negated = dmn_temporal_negate (operand);
  if (negated != NULL)
    return negated;

  return feel_run_fail (run, "a %s has no negative", dmn_kind_get_name (dmn_value_get_kind (operand)));
}

static DmnValue *
arithmetic (FeelRun       *run,
            DmnArithmetic  operation,
            DmnValue      *left,
            DmnValue      *right)
{
  static const char *const signs[] = { "+", "-", "*", "/", "**" };
  DmnKind left_kind = dmn_value_get_kind (left);
  DmnKind right_kind = dmn_value_get_kind (right);
  DmnValue *value;
  DmnNumber number;

  if (left_kind == DMN_KIND_NUMBER && right_kind == DMN_KIND_NUMBER)
    {
      if (dmn_number_arithmetic (operation, dmn_value_get_number (left),
                                 dmn_value_get_number (right), &number))
        return dmn_value_new_number (number);
      return feel_run_fail (run, "“%s” has no finite result here", signs[operation]);
    }

  if (left_kind == DMN_KIND_STRING && right_kind == DMN_KIND_STRING && operation == DMN_ARITHMETIC_ADD)
    {
      g_autofree char *joined = g_strconcat (dmn_value_get_string (left),
                                             dmn_value_get_string (right), NULL);
      return dmn_value_new_string (joined);
    }

  value = dmn_temporal_arithmetic (operation, left, right);
  if (value != NULL)
    return value;

  return feel_run_fail (run, "“%s” does not join a %s and a %s", signs[operation],
                        dmn_kind_get_name (left_kind), dmn_kind_get_name (right_kind));
}

static DmnValue *
evaluate_arithmetic (FeelRun   *run,
                     FeelNode  *node,
                     FeelScope *scope)
{
  g_autoptr (DmnValue) left = feel_evaluate (run, node->children[0], scope);
  g_autoptr (DmnValue) right = feel_evaluate (run, node->children[1], scope);

  return arithmetic (run, node->operation, left, right);
}

DmnTruth
feel_compare (FeelComparison  comparison,
              const DmnValue *left,
              const DmnValue *right)
{
  DmnTruth equal;
  int order;

  if (comparison <= FEEL_COMPARISON_NOT_EQUAL)
    {
      equal = dmn_value_equal (left, right);
      if (equal == DMN_TRUTH_NULL || comparison == FEEL_COMPARISON_EQUAL)
        return equal;
      return equal == DMN_TRUTH_TRUE ? DMN_TRUTH_FALSE : DMN_TRUTH_TRUE;
    }

  if (!dmn_value_compare (left, right, &order))
    return DMN_TRUTH_NULL;

  switch ((int) comparison)
    {
    case FEEL_COMPARISON_LESS:
      return order < 0 ? DMN_TRUTH_TRUE : DMN_TRUTH_FALSE;
    case FEEL_COMPARISON_LESS_OR_EQUAL:
      return order <= 0 ? DMN_TRUTH_TRUE : DMN_TRUTH_FALSE;
    case FEEL_COMPARISON_GREATER:
      return order > 0 ? DMN_TRUTH_TRUE : DMN_TRUTH_FALSE;
    default:
      return order >= 0 ? DMN_TRUTH_TRUE : DMN_TRUTH_FALSE;
    }
}

static DmnValue *
compare (FeelRun        *run,
         FeelComparison  comparison,
         const DmnValue *left,
         const DmnValue *right)
{
  DmnTruth truth = feel_compare (comparison, left, right);

  if (truth == DMN_TRUTH_NULL)
    return feel_run_fail (run, "a %s cannot be compared with a %s",
                          dmn_kind_get_name (dmn_value_get_kind (left)),
                          dmn_kind_get_name (dmn_value_get_kind (right)));

  return feel_truth_to_value (truth);
}

static DmnValue *
evaluate_compare (FeelRun   *run,
                  FeelNode  *node,
                  FeelScope *scope)
{
  g_autoptr (DmnValue) left = feel_evaluate (run, node->children[0], scope);
  g_autoptr (DmnValue) right = feel_evaluate (run, node->children[1], scope);

  return compare (run, node->operation, left, right);
}

/* `decisive` settles it, whatever the other side is (DMN 1.3, table 50). */
static DmnValue *
evaluate_logic (FeelRun   *run,
                FeelNode  *node,
                FeelScope *scope,
                DmnTruth   decisive)
{
  DmnTruth truth = decisive == DMN_TRUTH_TRUE ? DMN_TRUTH_FALSE : DMN_TRUTH_TRUE;

  for (guint i = 0; i < node->n_children; i++)
    {
      g_autoptr (DmnValue) value = feel_evaluate (run, node->children[i], scope);
      DmnTruth one = feel_value_to_truth (value);

      if (one == decisive)
        return feel_truth_to_value (decisive);
      if (one == DMN_TRUTH_NULL)
        truth = DMN_TRUTH_NULL;
    }

  return feel_truth_to_value (truth);
}

static DmnValue *
evaluate_between (FeelRun   *run,
                  FeelNode  *node,
                  FeelScope *scope)
{
  g_autoptr (DmnValue) value = feel_evaluate (run, node->children[0], scope);
  g_autoptr (DmnValue) low = feel_evaluate (run, node->children[1], scope);
  g_autoptr (DmnValue) high = feel_evaluate (run, node->children[2], scope);
  g_autoptr (DmnValue) above = compare (run, FEEL_COMPARISON_GREATER_OR_EQUAL, value, low);
  g_autoptr (DmnValue) below = compare (run, FEEL_COMPARISON_LESS_OR_EQUAL, value, high);

  if (dmn_value_is_null (above) || dmn_value_is_null (below))
    return dmn_value_new_null ();

  return dmn_value_new_boolean (dmn_value_get_boolean (above) && dmn_value_get_boolean (below));
}

static DmnValue *
evaluate_in (FeelRun   *run,
             FeelNode  *node,
             FeelScope *scope)
{
  g_autoptr (DmnValue) value = feel_evaluate (run, node->children[0], scope);

  return feel_truth_to_value (feel_test (run, node->children[1], value, scope));
}

static DmnValue *
evaluate_if (FeelRun   *run,
             FeelNode  *node,
             FeelScope *scope)
{
  g_autoptr (DmnValue) condition = feel_evaluate (run, node->children[0], scope);
  gboolean holds = feel_value_to_truth (condition) == DMN_TRUTH_TRUE;

  return feel_evaluate (run, node->children[holds ? 1 : 2], scope);
}

static DmnValue *
evaluate_list (FeelRun   *run,
               FeelNode  *node,
               FeelScope *scope)
{
  GPtrArray *items = g_ptr_array_new_full (node->n_children, (GDestroyNotify) dmn_value_unref);

  for (guint i = 0; i < node->n_children; i++)
    g_ptr_array_add (items, feel_evaluate (run, node->children[i], scope));

  return dmn_value_new_list (items);
}

/* An entry sees those before it. */
static DmnValue *
evaluate_context (FeelRun   *run,
                  FeelNode  *node,
                  FeelScope *scope)
{
  g_autoptr (FeelScope) inner = scope != NULL ? feel_scope_ref (scope) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);

  for (guint i = 0; i < node->n_children; i++)
    {
      DmnValue *member = feel_evaluate (run, node->children[i], inner);

      if (g_ptr_array_find_with_equal_func (names, node->names[i], g_str_equal, NULL))
        {
          dmn_value_unref (member);
          return feel_run_fail (run, "the context has “%s” twice", node->names[i]);
        }
      g_ptr_array_add (names, g_strdup (node->names[i]));
      g_ptr_array_add (members, member);
      feel_scope_extend (&inner, node->names[i], member);
    }

  return dmn_value_new_context (g_steal_pointer (&names), g_steal_pointer (&members));
}

static gboolean
can_bound (const DmnValue *low,
           const DmnValue *high)
{
  int order;

  return dmn_value_compare (low, high, &order) && order <= 0;
}

/* ( < 5 ): a range that is open at one end */
static DmnValue *
evaluate_half_range (FeelRun   *run,
                     FeelNode  *node,
                     FeelScope *scope)
{
  g_autoptr (DmnValue) end = feel_evaluate (run, node->children[0], scope);
  gboolean included = node->operation == FEEL_COMPARISON_LESS_OR_EQUAL ||
                      node->operation == FEEL_COMPARISON_GREATER_OR_EQUAL;

  if (!can_bound (end, end))
    return feel_run_fail (run, "a %s is no end of a range", dmn_kind_get_name (dmn_value_get_kind (end)));

  switch (node->operation)
    {
    case FEEL_COMPARISON_EQUAL:
      return dmn_value_new_range (dmn_value_ref (end), TRUE, dmn_value_ref (end), TRUE);
    case FEEL_COMPARISON_NOT_EQUAL:
      return feel_run_fail (run, "“!=” makes no range");
    case FEEL_COMPARISON_LESS:
    case FEEL_COMPARISON_LESS_OR_EQUAL:
      return dmn_value_new_range (NULL, FALSE, g_steal_pointer (&end), included);
    default:
      return dmn_value_new_range (g_steal_pointer (&end), included, NULL, FALSE);
    }
}

static DmnValue *
evaluate_range (FeelRun   *run,
                FeelNode  *node,
                FeelScope *scope)
{
  g_autoptr (DmnValue) low = feel_evaluate (run, node->children[0], scope);
  g_autoptr (DmnValue) high = feel_evaluate (run, node->children[1], scope);

  if (!can_bound (low, high))
    return feel_run_fail (run, "a range cannot go from a %s to a %s that is not above it",
                          dmn_kind_get_name (dmn_value_get_kind (low)),
                          dmn_kind_get_name (dmn_value_get_kind (high)));

  return dmn_value_new_range (g_steal_pointer (&low), (node->operation & FEEL_RANGE_LOW_INCLUDED) != 0,
                              g_steal_pointer (&high), (node->operation & FEEL_RANGE_HIGH_INCLUDED) != 0);
}

static DmnValue *
evaluate_kind (FeelRun   *run,
               FeelNode  *node,
               FeelScope *scope)
{
  switch (node->kind)
    {
    case FEEL_NODE_LITERAL:
      return dmn_value_ref (node->value);
    case FEEL_NODE_NAME:
      return evaluate_name (run, node, scope);
    case FEEL_NODE_PATH:
      return feel_evaluate_path (run, node, scope);
    case FEEL_NODE_NEGATE:
      return evaluate_negate (run, node, scope);
    case FEEL_NODE_ARITHMETIC:
      return evaluate_arithmetic (run, node, scope);
    case FEEL_NODE_COMPARE:
      return evaluate_compare (run, node, scope);
    case FEEL_NODE_AND:
      return evaluate_logic (run, node, scope, DMN_TRUTH_FALSE);
    case FEEL_NODE_OR:
      return evaluate_logic (run, node, scope, DMN_TRUTH_TRUE);
    case FEEL_NODE_BETWEEN:
      return evaluate_between (run, node, scope);
    case FEEL_NODE_IN:
      return evaluate_in (run, node, scope);
    case FEEL_NODE_INSTANCE_OF:
      return feel_evaluate_instance_of (run, node, scope);
    case FEEL_NODE_IF:
      return evaluate_if (run, node, scope);
    case FEEL_NODE_FOR:
    case FEEL_NODE_SOME:
    case FEEL_NODE_EVERY:
      return feel_evaluate_iteration (run, node, scope);
    case FEEL_NODE_FILTER:
      return feel_evaluate_filter (run, node, scope);
    case FEEL_NODE_CALL:
      return feel_evaluate_call (run, node, scope);
    case FEEL_NODE_LIST:
      return evaluate_list (run, node, scope);
    case FEEL_NODE_CONTEXT:
      return evaluate_context (run, node, scope);
    case FEEL_NODE_RANGE:
      return evaluate_range (run, node, scope);
    case FEEL_NODE_HALF_RANGE:
      return evaluate_half_range (run, node, scope);
    case FEEL_NODE_FUNCTION:
      return feel_function_new_lambda (node, scope);
    case FEEL_NODE_BOXED:
      return node->boxed (run, node->box, scope);
    case FEEL_NODE_NOTHING:
      return feel_run_fail (run, "%s", node->name);
    case FEEL_NODE_TYPE:
    case FEEL_NODE_TEST:
    case FEEL_NODE_TESTS:
    case FEEL_NODE_ANY:
    default:
      return feel_run_fail (run, "a test stands where a value is needed");
    }
}

/**
 * feel_run_init:
 * @run: to be set up
 *
 * Begins an evaluation.
 */
void
feel_run_init (FeelRun *run)
{
  *run = (FeelRun) { .reasons = g_ptr_array_new_with_free_func (g_free) };
}

/**
 * feel_run_clear:
 * @run: an evaluation
 *
 * Ends it.
 */
void
feel_run_clear (FeelRun *run)
{
  g_clear_pointer (&run->reasons, g_ptr_array_unref);
}

/**
 * feel_run_fail:
 * @run: an evaluation
 * @format: why it comes to null here
 * @...: what the format needs
 *
 * Returns: (transfer full): FEEL's null
 */
DmnValue *
feel_run_fail (FeelRun    *run,
               const char *format,
               ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  if (run->reasons == NULL || run->reasons->len > 20)
    return dmn_value_new_null ();

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  if (!g_ptr_array_find_with_equal_func (run->reasons, reason, g_str_equal, NULL))
    g_ptr_array_add (run->reasons, g_steal_pointer (&reason));

  return dmn_value_new_null ();
}

/**
 * feel_evaluate:
 * @run: the evaluation
 * @node: an expression
 * @scope: (nullable): the names that have a value
 *
 * Returns: (transfer full): the expression's value; what has none is null,
 *   and the run says why
 */
DmnValue *
feel_evaluate (FeelRun   *run,
               FeelNode  *node,
               FeelScope *scope)
{
  DmnValue *value;

  if (run->depth >= MAX_DEPTH)
    return feel_run_fail (run, "the expression nests deeper than %d", MAX_DEPTH);
  if (++run->steps > FEEL_MAX_STEPS)
    return feel_run_fail (run, "the expression needs more than %d steps", FEEL_MAX_STEPS);

  run->depth++;
  value = evaluate_kind (run, node, scope);
  run->depth--;

  return value;
}

/**
 * feel_truth_to_value:
 * @truth: true, false or neither
 *
 * Returns: (transfer full): as a value
 */
DmnValue *
feel_truth_to_value (DmnTruth truth)
{
  return truth == DMN_TRUTH_NULL ? dmn_value_new_null ()
                                 : dmn_value_new_boolean (truth == DMN_TRUTH_TRUE);
}

/**
 * feel_value_to_truth:
 * @value: any value
 *
 * Returns: true or false for a boolean, neither for anything else
 */
DmnTruth
feel_value_to_truth (const DmnValue *value)
{
  if (dmn_value_get_kind (value) != DMN_KIND_BOOLEAN)
    return DMN_TRUTH_NULL;

  return dmn_value_get_boolean (value) ? DMN_TRUTH_TRUE : DMN_TRUTH_FALSE;
}
