/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names that have a value where an expression is evaluated.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/feel-scope.h"

#include <string.h>

struct _FeelScope
{
  gatomicrefcount  ref_count;
  FeelScope       *parent; /* (nullable) */
  GRefString      *name;   /* NULL: every member of the value, a context */
  DmnValue        *value;
};

static FeelScope *
new_scope (FeelScope  *parent,
           const char *name,
           DmnValue   *value)
{
  FeelScope *scope = g_new (FeelScope, 1);

  g_atomic_ref_count_init (&scope->ref_count);
  scope->parent = parent != NULL ? feel_scope_ref (parent) : NULL;
  scope->name = name != NULL ? g_ref_string_new (name) : NULL;
  scope->value = dmn_value_ref (value);

  return scope;
}

/**
 * feel_scope_bind:
 * @parent: (nullable): what is known already
 * @name: a name
 * @value: what it stands for
 *
 * Returns: (transfer full): a scope that knows one more
 */
FeelScope *
feel_scope_bind (FeelScope  *parent,
                 const char *name,
                 DmnValue   *value)
{
  g_return_val_if_fail (name != NULL, NULL);

  return new_scope (parent, name, value);
}

/**
 * feel_scope_bind_members:
 * @parent: (nullable): what is known already
 * @context: a context
 *
 * Returns: (transfer full): a scope that knows its members too
 */
FeelScope *
feel_scope_bind_members (FeelScope *parent,
                         DmnValue  *context)
{
  g_return_val_if_fail (dmn_value_get_kind (context) == DMN_KIND_CONTEXT, NULL);

  return new_scope (parent, NULL, context);
}

/**
 * feel_scope_ref:
 * @scope: a scope
 *
 * Returns: (transfer full): the scope
 */
FeelScope *
feel_scope_ref (FeelScope *scope)
{
  g_atomic_ref_count_inc (&scope->ref_count);

  return scope;
}

/**
 * feel_scope_unref:
 * @scope: (transfer full): a scope
 *
 * Gives back a reference.
 */
void
feel_scope_unref (FeelScope *scope)
{
  /* A loop: chains grow long. */
  while (scope != NULL && g_atomic_ref_count_dec (&scope->ref_count))
    {
      FeelScope *parent = scope->parent;

      g_clear_pointer (&scope->name, g_ref_string_release);
      dmn_value_unref (scope->value);
      g_free (scope);
      scope = parent;
    }
}

/**
 * feel_scope_lookup:
 * @scope: (nullable): where to look
 * @name: a name
 *
 * Returns: (transfer none) (nullable): the innermost value of the name, or
 *   %NULL when nothing has it
 */
DmnValue *
feel_scope_lookup (FeelScope  *scope,
                   const char *name)
{
  for (; scope != NULL; scope = scope->parent)
    {
      DmnValue *value = NULL;

      if (scope->name == NULL)
        value = dmn_value_get_member (scope->value, name);
      else if (strcmp (scope->name, name) == 0)
        value = scope->value;

      if (value != NULL)
        return value;
    }

  return NULL;
}

/**
 * feel_scope_extend:
 * @scope: (inout): a scope that the caller owns, or %NULL
 * @name: a name
 * @value: what it stands for
 *
 * Binds one more name.
 */
void
feel_scope_extend (FeelScope  **scope,
                   const char  *name,
                   DmnValue    *value)
{
  FeelScope *extended = feel_scope_bind (*scope, name, value);

  if (*scope != NULL)
    feel_scope_unref (*scope);
  *scope = extended;
}
