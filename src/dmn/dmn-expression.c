/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A boxed expression: what a decision or a function body is made of.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-expression.h"

/* A boxed function and where it was made. */
typedef struct
{
  DmnExpression *expression; /* borrowed: the model outlives its values */
  FeelScope     *scope;      /* (nullable) */
} Closure;

static GPtrArray *
new_values (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);
}

static DmnExpression *
child_at (const DmnExpression *expression,
          guint                index)
{
  return expression->children->pdata[index];
}

/* An entry sees those before it. */
static DmnValue *
evaluate_context (FeelRun       *run,
                  DmnExpression *expression,
                  FeelScope     *scope)
{
  g_autoptr (FeelScope) inner = scope != NULL ? feel_scope_ref (scope) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) members = new_values ();

  for (guint i = 0; i < expression->children->len; i++)
    {
      const char *name = expression->names->pdata[i];
      g_autoptr (DmnValue) raw = dmn_expression_evaluate (run, child_at (expression, i), inner);
      g_autoptr (DmnValue) value = dmn_type_convert (expression->types->pdata[i], raw, FALSE, run);

      if (name == NULL)
        return g_steal_pointer (&value);

      feel_scope_extend (&inner, name, value);
      g_ptr_array_add (names, g_strdup (name));
      g_ptr_array_add (members, g_steal_pointer (&value));
    }

  return dmn_value_new_context (g_steal_pointer (&names), g_steal_pointer (&members));
}

/* Hands the arguments over by name, as a FEEL call would. */
static DmnValue *
evaluate_invocation (FeelRun       *run,
                     DmnExpression *expression,
                     FeelScope     *scope)
{
  g_autoptr (FeelScope) inner = scope != NULL ? feel_scope_ref (scope) : NULL;
  g_autoptr (DmnValue) called = dmn_expression_evaluate (run, child_at (expression, 0), scope);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (FeelNode) call = feel_node_new (FEEL_NODE_CALL);
  FeelNode *node = feel_node_new (FEEL_NODE_LITERAL);

  node->value = g_steal_pointer (&called);
  feel_node_append (call, node);
  for (guint i = 1; i < expression->children->len; i++)
    {
      node = feel_node_new (FEEL_NODE_LITERAL);
      node->value = dmn_expression_evaluate (run, child_at (expression, i), inner);
      feel_node_append (call, node);
      g_strv_builder_add (names, expression->names->pdata[i]);
    }
  if (expression->children->len > 1)
    call->names = g_strv_builder_end (names);

  return feel_evaluate (run, call, scope);
}

static DmnValue *
evaluate_list (FeelRun       *run,
               DmnExpression *expression,
               FeelScope     *scope)
{
  GPtrArray *items = new_values ();

  for (guint i = 0; i < expression->children->len; i++)
    g_ptr_array_add (items, dmn_expression_evaluate (run, child_at (expression, i), scope));

  return dmn_value_new_list (items);
}

static DmnValue *
evaluate_row (FeelRun       *run,
              DmnExpression *expression,
              guint          first,
              FeelScope     *scope)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *members = new_values ();

  for (guint i = 0; i < expression->names->len; i++)
    {
      g_ptr_array_add (names, g_strdup (expression->names->pdata[i]));
      g_ptr_array_add (members, dmn_expression_evaluate (run, child_at (expression, first + i), scope));
    }

  return dmn_value_new_context (names, members);
}

static DmnValue *
evaluate_relation (FeelRun       *run,
                   DmnExpression *expression,
                   FeelScope     *scope)
{
  GPtrArray *items = new_values ();

  for (guint i = 0; i < expression->children->len; i += expression->names->len)
    g_ptr_array_add (items, evaluate_row (run, expression, i, scope));

  return dmn_value_new_list (items);
}

static void
closure_free (gpointer data)
{
  Closure *closure = data;

  g_clear_pointer (&closure->scope, feel_scope_unref);
  g_free (closure);
}

static DmnValue *
call_closure_cb (FeelRun         *run,
                 DmnValue *const *arguments,
                 guint            n_arguments,
                 gpointer         data)
{
  const Closure *closure = data;
  DmnExpression *function = closure->expression;
  g_autoptr (FeelScope) scope = closure->scope != NULL ? feel_scope_ref (closure->scope) : NULL;

  for (guint i = 0; i < n_arguments; i++)
    {
      g_autoptr (DmnValue) argument = dmn_type_convert (function->types->pdata[i], arguments[i], FALSE, run);

      if (dmn_value_is_null (argument) && !dmn_value_is_null (arguments[i]))
        return dmn_value_new_null ();
      feel_scope_extend (&scope, function->names->pdata[i], argument);
    }

  return dmn_expression_evaluate (run, child_at (function, 0), scope);
}

static DmnValue *
evaluate_function (DmnExpression *expression,
                   FeelScope     *scope)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) parameters = NULL;
  Closure *closure = g_new0 (Closure, 1);

  for (guint i = 0; i < expression->names->len; i++)
    g_strv_builder_add (names, expression->names->pdata[i]);
  parameters = g_strv_builder_end (names);
  closure->expression = expression;
  closure->scope = scope != NULL ? feel_scope_ref (scope) : NULL;

  return feel_function_new ((const char *const *) parameters, call_closure_cb, closure, closure_free);
}

static DmnValue *
evaluate_conditional (FeelRun       *run,
                      DmnExpression *expression,
                      FeelScope     *scope)
{
  g_autoptr (DmnValue) condition = dmn_expression_evaluate (run, child_at (expression, 0), scope);
  gboolean holds = feel_value_to_truth (condition) == DMN_TRUTH_TRUE;

  if (!dmn_value_is_null (condition) && dmn_value_get_kind (condition) != DMN_KIND_BOOLEAN)
    return feel_run_fail (run, "a condition is a %s, not a boolean",
                          dmn_kind_get_name (dmn_value_get_kind (condition)));

  return dmn_expression_evaluate (run, child_at (expression, holds ? 1 : 2), scope);
}

static DmnValue *
evaluate_kind (FeelRun       *run,
               DmnExpression *expression,
               FeelScope     *scope)
{
  switch (expression->kind)
    {
    case DMN_EXPRESSION_LITERAL:
    case DMN_EXPRESSION_ITERATION:
      return feel_evaluate (run, expression->node, scope);
    case DMN_EXPRESSION_TABLE:
      return dmn_table_evaluate (run, expression->table, scope);
    case DMN_EXPRESSION_CONTEXT:
      return evaluate_context (run, expression, scope);
    case DMN_EXPRESSION_INVOCATION:
      return evaluate_invocation (run, expression, scope);
    case DMN_EXPRESSION_LIST:
      return evaluate_list (run, expression, scope);
    case DMN_EXPRESSION_RELATION:
      return evaluate_relation (run, expression, scope);
    case DMN_EXPRESSION_FUNCTION:
      return evaluate_function (expression, scope);
    case DMN_EXPRESSION_CONDITIONAL:
      return evaluate_conditional (run, expression, scope);
    default:
      g_return_val_if_reached (dmn_value_new_null ());
    }
}

static DmnValue *
evaluate_box_cb (FeelRun   *run,
                 gpointer   box,
                 FeelScope *scope)
{
  return dmn_expression_evaluate (run, box, scope);
}

/* FEEL's own iteration goes through boxes: a text is its tree, anything else
 * is a node that evaluates the box. */
static FeelNode *
node_of (DmnExpression *expression)
{
  FeelNode *node;

  if (expression->kind == DMN_EXPRESSION_LITERAL)
    return feel_node_ref (expression->node);

  node = feel_node_new (FEEL_NODE_BOXED);
  node->boxed = evaluate_box_cb;
  node->box = expression;

  return node;
}

/**
 * dmn_expression_new:
 * @kind: what it is
 *
 * Returns: (transfer full): an expression without children, for the reader to
 *   fill
 */
DmnExpression *
dmn_expression_new (DmnExpressionKind kind)
{
  DmnExpression *expression = g_new0 (DmnExpression, 1);

  expression->kind = kind;
  expression->children = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_expression_free);
  expression->names = g_ptr_array_new_with_free_func (g_free);
  expression->types = g_ptr_array_new ();

  return expression;
}

/**
 * dmn_expression_new_iteration:
 * @kind: %FEEL_NODE_FOR, %FEEL_NODE_SOME, %FEEL_NODE_EVERY or %FEEL_NODE_FILTER
 * @variable: (nullable): the name of each item; %NULL for a filter
 * @domain: (transfer full): what is gone through
 * @body: (transfer full): what is made of each item, or asked of it
 *
 * Returns: (transfer full): a boxed iterator or filter (DMN 1.4, section 7.3)
 */
DmnExpression *
dmn_expression_new_iteration (FeelNodeKind   kind,
                              const char    *variable,
                              DmnExpression *domain,
                              DmnExpression *body)
{
  DmnExpression *iteration = dmn_expression_new (DMN_EXPRESSION_ITERATION);

  iteration->node = feel_node_new (kind);
  feel_node_append (iteration->node, node_of (domain));
  feel_node_append (iteration->node, node_of (body));
  if (variable != NULL)
    iteration->node->names = g_strdupv ((char *[]) { (char *) variable, NULL });
  g_ptr_array_add (iteration->children, domain);
  g_ptr_array_add (iteration->children, body);

  return iteration;
}

/**
 * dmn_expression_free:
 * @expression: (transfer full): an expression
 *
 * Frees the expression and its children.
 */
void
dmn_expression_free (DmnExpression *expression)
{
  g_clear_pointer (&expression->node, feel_node_unref);
  g_clear_pointer (&expression->table, dmn_table_free);
  g_ptr_array_unref (expression->children);
  g_ptr_array_unref (expression->names);
  g_ptr_array_unref (expression->types);
  g_free (expression);
}

/**
 * dmn_expression_evaluate:
 * @run: the evaluation
 * @expression: an expression
 * @scope: (nullable): the names that have a value
 *
 * Returns: (transfer full): its value; functions among it are good for as
 *   long as the model is there
 */
DmnValue *
dmn_expression_evaluate (FeelRun       *run,
                         DmnExpression *expression,
                         FeelScope     *scope)
{
  g_autoptr (DmnValue) value = evaluate_kind (run, expression, scope);

  return expression->type != NULL ? dmn_type_convert (expression->type, value, FALSE, run) : g_steal_pointer (&value);
}
