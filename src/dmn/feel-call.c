/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Functions as values, and calls of them.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/feel-evaluate-private.h"

#include "dmn/feel-builtins.h"

#include <string.h>

/* One of three: built in, written in FEEL, or somebody's callback. */
typedef struct
{
  char           *builtin;
  FeelNode       *lambda;
  FeelScope      *scope;      /* (nullable): where the lambda was made */
  GStrv           parameters; /* of the callback */
  FeelCallback    callback;
  gpointer        data;
  GDestroyNotify  destroy;
} FeelFunction;

/* The arguments of one call, on the stack where there are few. */
typedef struct
{
  DmnValue *values[FEEL_MAX_ARGUMENTS];
  guint     n_values;
} Arguments;

static void
function_free (gpointer data)
{
  FeelFunction *function = data;

  g_free (function->builtin);
  g_clear_pointer (&function->lambda, feel_node_unref);
  g_clear_pointer (&function->scope, feel_scope_unref);
  g_strfreev (function->parameters);
  if (function->destroy != NULL)
    function->destroy (function->data);
  g_free (function);
}

static void
arguments_clear (Arguments *arguments)
{
  for (guint i = 0; i < arguments->n_values; i++)
    if (arguments->values[i] != NULL)
      dmn_value_unref (arguments->values[i]);
}

static void
evaluate_arguments (FeelRun   *run,
                    FeelNode  *node,
                    FeelScope *scope,
                    Arguments *arguments)
{
  arguments->n_values = 0;
  for (guint i = 1; i < node->n_children && i <= FEEL_MAX_ARGUMENTS; i++)
    arguments->values[arguments->n_values++] = feel_evaluate (run, node->children[i], scope);
}

static const char *const *
parameters_of (const FeelFunction *function)
{
  return (const char *const *) (function->lambda != NULL ? function->lambda->names
                                                         : function->parameters);
}

/* Puts named arguments into the order of the parameters; FALSE where a name
 * is of none. */
static gboolean
order_arguments (const char *const *parameters,
                 GStrv              names,
                 Arguments         *arguments)
{
  Arguments ordered = { .n_values = g_strv_length ((GStrv) parameters) };

  if (names == NULL)
    return arguments->n_values == ordered.n_values;
  if (ordered.n_values != arguments->n_values || ordered.n_values > FEEL_MAX_ARGUMENTS)
    return FALSE;

  for (guint i = 0; i < ordered.n_values; i++)
    {
      guint at = 0;

      while (names[at] != NULL && strcmp (names[at], parameters[i]) != 0)
        at++;
      if (names[at] == NULL)
        return FALSE;
      ordered.values[i] = arguments->values[at];
    }
  *arguments = ordered;

  return TRUE;
}

static DmnValue *
call_lambda (FeelRun            *run,
             const FeelFunction *function,
             DmnValue *const    *arguments)
{
  g_autoptr (FeelScope) scope = function->scope != NULL ? feel_scope_ref (function->scope) : NULL;
  const FeelNode *types = function->lambda->children[1];

  for (guint i = 0; function->lambda->names[i] != NULL; i++)
    {
      if (types->children[i]->kind == FEEL_NODE_TYPE && !dmn_value_is_null (arguments[i]) &&
          !feel_is_instance (run, types->children[i], arguments[i]))
        return feel_run_fail (run, "the argument “%s” is no %s", function->lambda->names[i], types->children[i]->name);
      feel_scope_extend (&scope, function->lambda->names[i], arguments[i]);
    }

  return feel_evaluate (run, function->lambda->children[0], scope);
}

static DmnValue *
call_function (FeelRun            *run,
               const FeelFunction *function,
               GStrv               names,
               Arguments          *arguments)
{
  const FeelBuiltin *builtin;

  if (function->builtin != NULL)
    {
      builtin = feel_builtin_find (function->builtin, arguments->n_values, (const char *const *) names);
      if (builtin == NULL)
        return feel_run_fail (run, "“%s” does not take these arguments", function->builtin);
      return feel_builtin_call (run, builtin, arguments->values, arguments->n_values,
                                (const char *const *) names);
    }

  if (!order_arguments (parameters_of (function), names, arguments))
    return feel_run_fail (run, "the function does not take these arguments");

  if (function->lambda != NULL)
    return call_lambda (run, function, arguments->values);

  return function->callback (run, arguments->values, arguments->n_values, function->data);
}

DmnValue *
feel_evaluate_call (FeelRun   *run,
                    FeelNode  *node,
                    FeelScope *scope)
{
  g_autoptr (DmnValue) function = feel_evaluate (run, node->children[0], scope);
  Arguments arguments;
  DmnValue *value;

  if (dmn_value_get_kind (function) != DMN_KIND_FUNCTION)
    return feel_run_fail (run, "a %s cannot be called", dmn_kind_get_name (dmn_value_get_kind (function)));
  if (node->n_children - 1 > FEEL_MAX_ARGUMENTS)
    return feel_run_fail (run, "a call has at most %d arguments", FEEL_MAX_ARGUMENTS);

  evaluate_arguments (run, node, scope, &arguments);
  value = call_function (run, dmn_value_get_function (function), node->names, &arguments);
  arguments_clear (&arguments);

  return value;
}

DmnValue *
feel_function_new_lambda (FeelNode  *node,
                          FeelScope *scope)
{
  FeelFunction *function = g_new0 (FeelFunction, 1);

  function->lambda = feel_node_ref (node);
  function->scope = scope != NULL ? feel_scope_ref (scope) : NULL;

  return dmn_value_new_function (function, function_free);
}

DmnValue *
feel_function_new_builtin (const char *name)
{
  FeelFunction *function = g_new0 (FeelFunction, 1);

  function->builtin = g_strdup (name);

  return dmn_value_new_function (function, function_free);
}

/**
 * feel_function_new:
 * @parameters: the names of its parameters
 * @callback: what is called, always with an argument for each
 * @data: handed to @callback
 * @destroy: (nullable): frees @data with the function
 *
 * Returns: (transfer full): a function value that FEEL can call
 */
DmnValue *
feel_function_new (const char *const *parameters,
                   FeelCallback       callback,
                   gpointer           data,
                   GDestroyNotify     destroy)
{
  FeelFunction *function = g_new0 (FeelFunction, 1);

  function->parameters = g_strdupv ((GStrv) parameters);
  function->callback = callback;
  function->data = data;
  function->destroy = destroy;

  return dmn_value_new_function (function, function_free);
}

/**
 * feel_call:
 * @run: the evaluation
 * @function: a function value
 * @arguments: (array length=n_arguments): one for each of its parameters
 * @n_arguments: how many
 *
 * Returns: (transfer full): what the function gives
 */
DmnValue *
feel_call (FeelRun         *run,
           DmnValue        *function,
           DmnValue *const *arguments,
           guint            n_arguments)
{
  Arguments copy = { .n_values = n_arguments };
  DmnValue *value;

  g_return_val_if_fail (n_arguments <= FEEL_MAX_ARGUMENTS, dmn_value_new_null ());

  if (dmn_value_get_kind (function) != DMN_KIND_FUNCTION)
    return feel_run_fail (run, "a %s cannot be called", dmn_kind_get_name (dmn_value_get_kind (function)));

  for (guint i = 0; i < n_arguments; i++)
    copy.values[i] = dmn_value_ref (arguments[i]);
  value = call_function (run, dmn_value_get_function (function), NULL, &copy);
  arguments_clear (&copy);

  return value;
}
