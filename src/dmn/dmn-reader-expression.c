/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a model: boxed expressions.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-model-private.h"

#include <string.h>

typedef DmnExpression *(*Read) (DmnReader *reader,
                                xmlNode   *node);

/* One row an element that is an expression. */
typedef struct
{
  const char *element;
  Read        read;
} Box;

/* One row an element that goes through a list. */
typedef struct
{
  const char   *element;
  const char   *body;
  FeelNodeKind  kind;
} Iterator;

static const Iterator iterators[] = {
  { "for", "return", FEEL_NODE_FOR },
  { "some", "satisfies", FEEL_NODE_SOME },
  { "every", "satisfies", FEEL_NODE_EVERY },
  { "filter", "match", FEEL_NODE_FILTER },
};

static void
append (DmnExpression *expression,
        char          *name,
        DmnType       *type,
        DmnExpression *child)
{
  g_ptr_array_add (expression->names, name);
  g_ptr_array_add (expression->types, type);
  if (child != NULL)
    g_ptr_array_add (expression->children, child);
}

/* The name and type that a <variable>, <parameter> or <column> says. */
static char *
dup_name (DmnReader *reader,
          xmlNode   *node)
{
  g_autofree char *name = dmn_xml_dup_attribute (node, "name");

  if (name == NULL || *name == '\0')
    {
      dmn_reader_fail (reader, node, "<%s> has no name", (const char *) node->name);
      return NULL;
    }

  return feel_name_normalize (name, -1);
}

static DmnExpression *
read_literal (DmnReader *reader,
              xmlNode   *node)
{
  g_autoptr (DmnExpression) expression = dmn_expression_new (DMN_EXPRESSION_LITERAL);
  g_autofree char *language = dmn_xml_dup_attribute (node, "expressionLanguage");
  g_autofree char *text = dmn_xml_dup_child_text (node, "text");

  if (language != NULL && *language != '\0' && strcasestr (language, "feel") == NULL)
    {
      dmn_reader_fail (reader, node, "the expression is in “%s”, but only FEEL is read", language);
      return NULL;
    }

  /* An empty box says nothing. */
  if (text == NULL || *g_strstrip (text) == '\0')
    expression->node = dmn_reader_parse (reader, node, "null", FALSE, "expression");
  else
    expression->node = dmn_reader_parse (reader, node, text, FALSE, "expression");

  return expression->node != NULL ? g_steal_pointer (&expression) : NULL;
}

static DmnExpression *
read_table (DmnReader *reader,
            xmlNode   *node)
{
  g_autoptr (DmnExpression) expression = dmn_expression_new (DMN_EXPRESSION_TABLE);

  expression->table = dmn_reader_table (reader, node);

  return expression->table != NULL ? g_steal_pointer (&expression) : NULL;
}

static gboolean
read_entry (DmnReader     *reader,
            DmnExpression *context,
            xmlNode       *entry)
{
  xmlNode *variable = dmn_xml_find (entry, "variable");
  char *name = variable != NULL ? dup_name (reader, variable) : NULL;
  DmnType *type = variable != NULL ? dmn_reader_get_type (reader, variable, "typeRef") : NULL;
  DmnExpression *child = dmn_reader_expression (reader, entry);

  append (context, name, type, child);
  if (child == NULL)
    dmn_reader_fail (reader, entry, "a context entry has no expression");

  return reader->error == NULL;
}

static DmnExpression *
read_context (DmnReader *reader,
              xmlNode   *node)
{
  g_autoptr (DmnExpression) context = dmn_expression_new (DMN_EXPRESSION_CONTEXT);

  for (xmlNode *child = dmn_xml_first (node); child != NULL; child = dmn_xml_next (child))
    if (dmn_xml_is (child, "contextEntry") && !read_entry (reader, context, child))
      return NULL;

  return g_steal_pointer (&context);
}

static DmnExpression *
read_invocation (DmnReader *reader,
                 xmlNode   *node)
{
  g_autoptr (DmnExpression) invocation = dmn_expression_new (DMN_EXPRESSION_INVOCATION);
  DmnExpression *called = dmn_reader_expression (reader, node);

  if (called == NULL)
    {
      dmn_reader_fail (reader, node, "an invocation does not say what it calls");
      return NULL;
    }
  append (invocation, NULL, NULL, called);

  for (xmlNode *child = dmn_xml_first (node); child != NULL && reader->error == NULL; child = dmn_xml_next (child))
    {
      xmlNode *parameter = dmn_xml_is (child, "binding") ? dmn_xml_find (child, "parameter") : NULL;
      DmnExpression *argument;

      if (parameter == NULL)
        continue;
      argument = dmn_reader_expression (reader, child);
      if (argument == NULL)
        dmn_reader_fail (reader, child, "a binding has no expression");
      append (invocation, dup_name (reader, parameter), NULL, argument);
    }

  return reader->error == NULL ? g_steal_pointer (&invocation) : NULL;
}

static gboolean
append_expressions (DmnReader     *reader,
                    DmnExpression *expression,
                    xmlNode       *parent)
{
  for (xmlNode *child = dmn_xml_first (parent); child != NULL; child = dmn_xml_next (child))
    if (dmn_is_expression (child))
      {
        DmnExpression *item = dmn_reader_boxed (reader, child);

        if (item == NULL)
          return FALSE;
        g_ptr_array_add (expression->children, item);
      }

  return TRUE;
}

static DmnExpression *
read_list (DmnReader *reader,
           xmlNode   *node)
{
  g_autoptr (DmnExpression) list = dmn_expression_new (DMN_EXPRESSION_LIST);

  return append_expressions (reader, list, node) ? g_steal_pointer (&list) : NULL;
}

static DmnExpression *
read_relation (DmnReader *reader,
               xmlNode   *node)
{
  g_autoptr (DmnExpression) relation = dmn_expression_new (DMN_EXPRESSION_RELATION);

  for (xmlNode *child = dmn_xml_first (node); child != NULL; child = dmn_xml_next (child))
    {
      guint before = relation->children->len;

      if (dmn_xml_is (child, "column"))
        append (relation, dup_name (reader, child), NULL, NULL);
      if (!dmn_xml_is (child, "row"))
        continue;
      if (!append_expressions (reader, relation, child))
        return NULL;
      if (relation->children->len - before != relation->names->len || relation->names->len == 0)
        dmn_reader_fail (reader, child, "a row has %u cells, but the relation has %u columns",
                         relation->children->len - before, relation->names->len);
    }

  return reader->error == NULL ? g_steal_pointer (&relation) : NULL;
}

static gboolean
is_foreign (const char *kind)
{
  return kind != NULL && *kind != '\0' && strcmp (kind, "FEEL") != 0;
}

/* Java and PMML are not run here: a call of such a function is null and says
 * so, while the rest of the model can be decided. */
static DmnExpression *
foreign_body (const char *kind)
{
  DmnExpression *body = dmn_expression_new (DMN_EXPRESSION_LITERAL);
  g_autofree char *why = g_strdup_printf ("the function is in %s; only FEEL is run here", kind);

  body->node = feel_node_new (FEEL_NODE_NOTHING);
  body->node->name = g_ref_string_new (why);

  return body;
}

static DmnExpression *
read_function (DmnReader *reader,
               xmlNode   *node)
{
  g_autoptr (DmnExpression) function = dmn_expression_new (DMN_EXPRESSION_FUNCTION);
  g_autofree char *kind = dmn_xml_dup_attribute (node, "kind");
  DmnExpression *body;

  for (xmlNode *child = dmn_xml_first (node); child != NULL; child = dmn_xml_next (child))
    if (dmn_xml_is (child, "formalParameter"))
      append (function, dup_name (reader, child), dmn_reader_get_type (reader, child, "typeRef"), NULL);

  body = is_foreign (kind) ? foreign_body (kind) : dmn_reader_expression (reader, node);
  if (body == NULL)
    {
      dmn_reader_fail (reader, node, "a function has no body");
      return NULL;
    }
  g_ptr_array_add (function->children, body);

  return reader->error == NULL ? g_steal_pointer (&function) : NULL;
}

/* The box in a part of that name: <then>, <in> and the like. */
static DmnExpression *
read_part (DmnReader  *reader,
           xmlNode    *node,
           const char *name)
{
  xmlNode *part = dmn_xml_find (node, name);
  DmnExpression *child = part != NULL ? dmn_reader_expression (reader, part) : NULL;

  if (child == NULL)
    dmn_reader_fail (reader, node, "<%s> has no <%s> with an expression in it", (const char *) node->name, name);

  return child;
}

static DmnExpression *
read_conditional (DmnReader *reader,
                  xmlNode   *node)
{
  static const char *const parts[] = { "if", "then", "else" };
  g_autoptr (DmnExpression) conditional = dmn_expression_new (DMN_EXPRESSION_CONDITIONAL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      DmnExpression *child = read_part (reader, node, parts[i]);

      if (child == NULL)
        return NULL;
      g_ptr_array_add (conditional->children, child);
    }

  return g_steal_pointer (&conditional);
}

static DmnExpression *
read_iteration (DmnReader *reader,
                xmlNode   *node)
{
  const Iterator *iterator = iterators;
  g_autoptr (DmnExpression) domain = NULL, body = NULL;
  g_autofree char *variable = NULL, *name = NULL;

  while (!dmn_xml_is (node, iterator->element))
    iterator++;

  if (iterator->kind != FEEL_NODE_FILTER)
    {
      variable = dmn_xml_dup_attribute (node, "iteratorVariable");
      if (variable == NULL || *variable == '\0')
        {
          dmn_reader_fail (reader, node, "<%s> has no iteratorVariable", iterator->element);
          return NULL;
        }
      name = feel_name_normalize (variable, -1);
    }

  domain = read_part (reader, node, "in");
  body = domain != NULL ? read_part (reader, node, iterator->body) : NULL;
  if (body == NULL)
    return NULL;

  return dmn_expression_new_iteration (iterator->kind, name, g_steal_pointer (&domain), g_steal_pointer (&body));
}

static const Box boxes[] = {
  { "literalExpression", read_literal },
  { "decisionTable", read_table },
  { "context", read_context },
  { "invocation", read_invocation },
  { "list", read_list },
  { "relation", read_relation },
  { "functionDefinition", read_function },
  { "encapsulatedLogic", read_function },
  { "conditional", read_conditional },
  { "for", read_iteration },
  { "some", read_iteration },
  { "every", read_iteration },
  { "filter", read_iteration },
};

gboolean
dmn_is_expression (xmlNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    if (dmn_xml_is (node, boxes[i].element))
      return TRUE;

  return FALSE;
}

DmnExpression *
dmn_reader_boxed (DmnReader *reader,
                  xmlNode   *node)
{
  g_autoptr (DmnExpression) expression = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    if (dmn_xml_is (node, boxes[i].element))
      {
        expression = boxes[i].read (reader, node);
        break;
      }

  /* What a function says is the type of what it returns. */
  if (expression != NULL && expression->kind != DMN_EXPRESSION_FUNCTION)
    expression->type = dmn_reader_get_type (reader, node, "typeRef");

  return reader->error == NULL ? g_steal_pointer (&expression) : NULL;
}

DmnExpression *
dmn_reader_expression (DmnReader *reader,
                       xmlNode   *parent)
{
  xmlNode *box = NULL;

  for (xmlNode *child = dmn_xml_first (parent); child != NULL; child = dmn_xml_next (child))
    if (dmn_is_expression (child) && box != NULL)
      {
        dmn_reader_fail (reader, child, "<%s> has a second expression, <%s>; it may have one", (const char *) parent->name,
                         (const char *) child->name);
        return NULL;
      }
    else if (dmn_is_expression (child))
      box = child;

  return box != NULL ? dmn_reader_boxed (reader, box) : NULL;
}
