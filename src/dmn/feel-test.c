/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Unary tests: whether what stands in a cell passes for an input.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/feel-evaluate-private.h"

static DmnTruth
truth_of (gboolean boolean)
{
  return boolean ? DMN_TRUTH_TRUE : DMN_TRUTH_FALSE;
}

/* A list passes for what is in it, or in a range in it. */
static DmnTruth
test_list (const DmnValue *list,
           const DmnValue *input)
{
  if (dmn_value_get_kind (input) == DMN_KIND_LIST &&
      dmn_value_equal (list, input) == DMN_TRUTH_TRUE)
    return DMN_TRUTH_TRUE;

  for (guint i = 0; i < dmn_value_get_length (list); i++)
    {
      DmnValue *item = dmn_value_get_item (list, i);
      DmnTruth one = dmn_value_get_kind (item) == DMN_KIND_RANGE
                       ? dmn_value_in_range (input, item)
                       : dmn_value_equal (input, item);

      if (one == DMN_TRUTH_TRUE)
        return one;
    }

  return DMN_TRUTH_FALSE;
}

/* What an expression without a `?` came to (DMN 1.3, table 45). */
static DmnTruth
test_value (const FeelNode *node,
            const DmnValue *value,
            const DmnValue *input)
{
  DmnKind kind = dmn_value_get_kind (value);
  DmnTruth equal;

  /* A range with an unknown end has nothing to say. */
  if (kind == DMN_KIND_NULL && node->kind == FEEL_NODE_RANGE)
    return DMN_TRUTH_NULL;
  if (kind == DMN_KIND_RANGE && dmn_value_get_kind (input) != DMN_KIND_RANGE)
    return dmn_value_in_range (input, value);
  if (kind == DMN_KIND_LIST)
    return test_list (value, input);

  equal = dmn_value_equal (input, value);
  if (equal == DMN_TRUTH_NULL && kind == DMN_KIND_BOOLEAN && node->kind != FEEL_NODE_LITERAL)
    return truth_of (dmn_value_get_boolean (value));

  return equal;
}

static DmnTruth
test_expression (FeelRun   *run,
                 FeelNode  *node,
                 DmnValue  *input,
                 FeelScope *scope)
{
  g_autoptr (FeelScope) inner = NULL;
  g_autoptr (DmnValue) value = NULL;

  if (node->kind == FEEL_NODE_LITERAL)
    return test_value (node, node->value, input);

  inner = feel_scope_bind (scope, "?", input);
  value = feel_evaluate (run, node, inner);
  if (node->uses_input)
    return feel_value_to_truth (value);

  return test_value (node, value, input);
}

static DmnTruth
test_comparison (FeelRun   *run,
                 FeelNode  *node,
                 DmnValue  *input,
                 FeelScope *scope)
{
  g_autoptr (FeelScope) inner = feel_scope_bind (scope, "?", input);
  g_autoptr (DmnValue) operand = feel_evaluate (run, node->children[0], inner);

  return feel_compare (node->operation, input, operand);
}

static DmnTruth
negate (DmnTruth truth)
{
  if (truth == DMN_TRUTH_NULL)
    return truth;

  return truth_of (truth == DMN_TRUTH_FALSE);
}

/* One that passes is enough. */
static DmnTruth
test_any_of (FeelRun   *run,
             FeelNode  *node,
             DmnValue  *input,
             FeelScope *scope)
{
  DmnTruth truth = DMN_TRUTH_FALSE;

  for (guint i = 0; i < node->n_children && truth != DMN_TRUTH_TRUE; i++)
    {
      DmnTruth one = feel_test (run, node->children[i], input, scope);

      if (one != DMN_TRUTH_FALSE)
        truth = one;
    }

  return node->operation ? negate (truth) : truth;
}

/**
 * feel_test:
 * @run: the evaluation
 * @tests: what feel_parse_unary_tests () made of a cell, or part of it
 * @input: what is tested
 * @scope: (nullable): the names that have a value
 *
 * Returns: whether the tests pass; neither, when they cannot be told of such
 *   an input
 */
DmnTruth
feel_test (FeelRun   *run,
           FeelNode  *tests,
           DmnValue  *input,
           FeelScope *scope)
{
  switch ((int) tests->kind)
    {
    case FEEL_NODE_ANY:
      return DMN_TRUTH_TRUE;
    case FEEL_NODE_TESTS:
      return test_any_of (run, tests, input, scope);
    case FEEL_NODE_TEST:
      return test_comparison (run, tests, input, scope);
    default:
      return test_expression (run, tests, input, scope);
    }
}
