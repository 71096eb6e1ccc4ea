/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an input of a table may be, and what its cells say of it.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-model-private.h"
#include "dmn/dmn-verify-private.h"

#include <string.h>

/* Types refer to each other; nobody writes longer chains. */
#define MAX_BASES 32

static DmnType *
find_parameter (const DmnExpression *function,
                const char          *name)
{
  for (guint i = 0; function != NULL && i < function->names->len; i++)
    if (g_strcmp0 (function->names->pdata[i], name) == 0)
      return function->types->pdata[i];

  return NULL;
}

/* The type of an input or of another decision. */
static DmnType *
find_variable (DmnModel   *model,
               const char *name)
{
  for (guint i = 0; i < model->elements->len; i++)
    {
      DmnElement *element = model->elements->pdata[i];

      if ((element->kind == DMN_ELEMENT_INPUT || element->kind == DMN_ELEMENT_DECISION)
          && (strcmp (element->name, name) == 0 || g_strcmp0 (element->id, name) == 0))
        return element->type;
    }

  return NULL;
}

static DmnType *
find_component (DmnType    *type,
                const char *name)
{
  for (guint i = 0; i < MAX_BASES && type != NULL && type->components == NULL; i++)
    type = type->base;

  for (guint i = 0; type != NULL && type->components != NULL && i < type->components->len; i++)
    {
      DmnType *component = type->components->pdata[i];

      if (strcmp (component->name, name) == 0)
        return component;
    }

  return NULL;
}

/* NULL for an expression that no declaration says anything of. */
static DmnType *
find_declared (DmnModel            *model,
               const DmnExpression *function,
               const FeelNode      *expression)
{
  DmnType *type = NULL;

  if (expression->kind == FEEL_NODE_PATH)
    return find_component (find_declared (model, function, expression->children[0]), expression->name);
  if (expression->kind == FEEL_NODE_NAME)
    type = find_parameter (function, expression->name);
  if (expression->kind == FEEL_NODE_NAME && type == NULL)
    type = find_variable (model, expression->name);

  return type;
}

static void
narrow_to_type (DmnDomain     *self,
                const DmnType *type)
{
  for (guint i = 0; i < MAX_BASES && type != NULL; i++, type = type->base)
    {
      if (type->collection || type->components != NULL)
        self->has_items = TRUE;
      if (type->allowed != NULL)
        g_ptr_array_add (self->allowed, type->allowed);
      if (type->has_kind && self->kind == DMN_KIND_NULL)
        self->kind = type->kind;
      if (type->has_kind && (g_str_has_suffix (type->name, "integer") || g_str_has_suffix (type->name, "long")))
        self->whole = TRUE;
    }
}

static void
note_value (DmnCells       *self,
            const DmnValue *value)
{
  DmnKind kind = dmn_value_get_kind (value);

  if (kind == DMN_KIND_NULL)
    self->has_null = TRUE;
  else if (kind < DMN_KIND_LIST)
    self->kinds |= 1u << kind;

  for (guint i = 0; kind == DMN_KIND_LIST && i < dmn_value_get_length (value); i++)
    note_value (self, dmn_value_get_item (value, i));
  if (kind == DMN_KIND_RANGE)
    {
      note_value (self, dmn_value_get_low (value));
      note_value (self, dmn_value_get_high (value));
    }
}

/* The same, but for what comes to null for a reason, `[10..5]`: that is null
 * from the start. */
static FeelNode *
ready_constant (DmnCells *self,
                FeelNode *node)
{
  g_autoptr (DmnValue) value = NULL;
  gboolean complains;
  FeelNode *literal;
  FeelRun run;

  feel_run_init (&run);
  value = feel_evaluate (&run, node, NULL);
  complains = run.reasons->len > 0;
  feel_run_clear (&run);
  if (!complains)
    {
      note_value (self, value);
      return feel_node_ref (node);
    }

  literal = feel_node_new (FEEL_NODE_LITERAL);
  literal->value = dmn_value_new_null ();

  return literal;
}

/* NULL where it is not made of constants alone. */
static FeelNode *
ready_cell (DmnCells *self,
            FeelNode *node)
{
  g_autoptr (FeelNode) ready = NULL;
  guint calls = 0;

  if (node->kind == FEEL_NODE_ANY)
    return feel_node_ref (node);
  self->has_test = TRUE;
  if (node->kind != FEEL_NODE_TESTS && node->kind != FEEL_NODE_TEST)
    return feel_node_is_constant (node, &calls) ? ready_constant (self, node) : NULL;

  ready = feel_node_new (node->kind);
  ready->operation = node->operation;
  for (guint i = 0; i < node->n_children; i++)
    {
      FeelNode *child = ready_cell (self, node->children[i]);

      if (child == NULL)
        return NULL;
      feel_node_append (ready, child);
    }

  return g_steal_pointer (&ready);
}

void
dmn_domain_init (DmnDomain *self)
{
  *self = (DmnDomain) { .kind = DMN_KIND_NULL, .allowed = g_ptr_array_new () };
}

void
dmn_domain_clear (DmnDomain *self)
{
  g_clear_pointer (&self->allowed, g_ptr_array_unref);
}

void
dmn_domain_narrow (DmnDomain            *self,
                   DmnModel             *model,
                   const DmnExpression  *function,
                   const DmnInputClause *input)
{
  narrow_to_type (self, input->type);
  narrow_to_type (self, find_declared (model, function, input->expression));
  if (input->allowed != NULL)
    g_ptr_array_add (self->allowed, input->allowed);
}

void
dmn_cells_init (DmnCells *self)
{
  *self = (DmnCells) { .nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) feel_node_unref) };
}

void
dmn_cells_clear (DmnCells *self)
{
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
}

gboolean
dmn_cells_add (DmnCells *self,
               FeelNode *cell)
{
  FeelNode *ready = ready_cell (self, cell);

  if (ready != NULL)
    g_ptr_array_add (self->nodes, ready);

  return ready != NULL;
}
