/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FEEL texts to trees: what operators stand between.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/feel-parser-private.h"

#include "dmn/dmn-temporal.h"

#include <string.h>

static FeelNode *
literal (DmnValue *value)
{
  FeelNode *node = feel_node_new (FEEL_NODE_LITERAL);

  node->value = value;

  return node;
}

static FeelNode *
parse_number (FeelParser *parser)
{
  DmnNumber number;

  if (!dmn_number_parse (parser->lexer.token, &number))
    return feel_parser_fail (parser, "a number of at most 34 digits");

  feel_lexer_advance (&parser->lexer);

  return literal (dmn_value_new_number (number));
}

static FeelNode *
parse_string (FeelParser *parser)
{
  FeelNode *node = literal (dmn_value_new_string (parser->lexer.token));

  feel_lexer_advance (&parser->lexer);

  return node;
}

static FeelNode *
nothing (const char *why)
{
  FeelNode *node = feel_node_new (FEEL_NODE_NOTHING);

  node->name = g_ref_string_new (why);

  return node;
}

/* @"2026-01-31". A day that no calendar has is null, as date () would say; in
 * a cell it could only be a mistake. */
static FeelNode *
parse_temporal (FeelParser *parser)
{
  DmnValue *value = dmn_temporal_parse (parser->lexer.token);
  g_autofree char *why = NULL;

  if (value == NULL && parser->input)
    return feel_parser_fail (parser, "a date, a time or a duration");

  why = g_strdup_printf ("“%.60s” is no date, time or duration", parser->lexer.token);
  feel_lexer_advance (&parser->lexer);

  return value != NULL ? literal (value) : nothing (why);
}

static FeelNode *
parse_name (FeelParser *parser)
{
  FeelNode *node = feel_node_new (FEEL_NODE_NAME);
  g_autofree char *name = feel_parser_take_name (parser);

  node->name = g_ref_string_new (name);
  node->uses_input = strcmp (name, "?") == 0;

  return node;
}

/* Behind “..”: the upper end and the bracket that closes the range. */
FeelNode *
feel_parser_range_end (FeelParser *parser,
                       FeelNode   *low,
                       gboolean    low_included)
{
  g_autoptr (FeelNode) node = feel_node_new (FEEL_NODE_RANGE);
  gboolean outer = parser->in_end;
  FeelNode *high;

  feel_node_append (node, low);
  parser->in_end = TRUE;
  high = feel_parser_additive (parser);
  parser->in_end = outer;
  if (high == NULL)
    return NULL;
  feel_node_append (node, high);

  node->operation = low_included ? FEEL_RANGE_LOW_INCLUDED : 0;
  if (feel_parser_accept (parser, "]"))
    node->operation |= FEEL_RANGE_HIGH_INCLUDED;
  else if (!feel_parser_accept (parser, "[") && !feel_parser_expect (parser, ")"))
    return NULL;

  return g_steal_pointer (&node);
}

/* ( expression ), ( low .. high ) or, since DMN 1.5, ( < high ) */
static FeelNode *
parse_bracketed (FeelParser *parser)
{
  g_autoptr (FeelNode) node = NULL;
  gboolean outer = parser->in_end;

  parser->in_end = FALSE;
  node = feel_parser_test (parser);
  parser->in_end = outer;
  if (node == NULL)
    return NULL;

  if (node->kind == FEEL_NODE_TEST)
    node->kind = FEEL_NODE_HALF_RANGE;

  if (feel_parser_accept (parser, ".."))
    return feel_parser_range_end (parser, g_steal_pointer (&node), FALSE);

  return feel_parser_expect (parser, ")") ? g_steal_pointer (&node) : NULL;
}

static FeelNode *
parse_items (FeelParser *parser,
             FeelNode   *first)
{
  g_autoptr (FeelNode) list = feel_node_new (FEEL_NODE_LIST);

  feel_node_append (list, first);
  while (feel_parser_accept (parser, ","))
    {
      FeelNode *item = feel_parser_expression (parser);

      if (item == NULL)
        return NULL;
      feel_node_append (list, item);
    }

  return feel_parser_expect (parser, "]") ? g_steal_pointer (&list) : NULL;
}

/* [ item, … ] or [ low .. high ] */
static FeelNode *
parse_square (FeelParser *parser)
{
  g_autoptr (FeelNode) first = NULL;
  FeelNode *node;
  gboolean outer = parser->in_end;

  if (feel_parser_accept (parser, "]"))
    return feel_node_new (FEEL_NODE_LIST);

  parser->in_end = FALSE;
  first = feel_parser_expression (parser);
  if (first == NULL)
    node = NULL;
  else if (feel_parser_accept (parser, ".."))
    node = feel_parser_range_end (parser, g_steal_pointer (&first), TRUE);
  else
    node = parse_items (parser, g_steal_pointer (&first));
  parser->in_end = outer;

  return node;
}

/* ] low .. high [ */
static FeelNode *
parse_open_range (FeelParser *parser)
{
  g_autoptr (FeelNode) low = feel_parser_additive (parser);

  if (low == NULL || !feel_parser_expect (parser, ".."))
    return NULL;

  return feel_parser_range_end (parser, g_steal_pointer (&low), FALSE);
}

/* The key of a context entry: a string, or any text before the colon. */
static char *
parse_key (FeelParser *parser)
{
  const char *start = parser->lexer.start;
  gboolean quoted = parser->lexer.kind == FEEL_TOKEN_STRING;
  char *key;

  if (quoted)
    {
      key = g_strdup (parser->lexer.token);
      feel_lexer_advance (&parser->lexer);
    }
  else
    {
      while (!feel_lexer_is (&parser->lexer, ":") && !feel_lexer_is (&parser->lexer, "}") &&
             !feel_lexer_is (&parser->lexer, ",") && parser->lexer.kind != FEEL_TOKEN_END)
        feel_lexer_advance (&parser->lexer);
      key = feel_name_normalize (start, parser->lexer.start - start);
    }

  if ((*key == '\0' && !quoted) || !feel_parser_expect (parser, ":"))
    g_clear_pointer (&key, g_free);

  return key;
}

/* { key: expression, … } */
static FeelNode *
parse_context (FeelParser *parser)
{
  g_autoptr (FeelNode) node = feel_node_new (FEEL_NODE_CONTEXT);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  if (!feel_parser_accept (parser, "}"))
    {
      do
        {
          g_autofree char *key = parse_key (parser);
          FeelNode *member;

          if (key == NULL)
            return feel_parser_fail (parser, "a key and a colon");
          feel_names_add (parser->names, key);
          if ((member = feel_parser_expression (parser)) == NULL)
            return NULL;
          feel_node_append (node, member);
          g_strv_builder_add (names, key);
        }
      while (feel_parser_accept (parser, ","));
      if (!feel_parser_expect (parser, "}"))
        return NULL;
    }
  node->names = g_strv_builder_end (names);

  return g_steal_pointer (&node);
}

/* if condition then expression else expression; stands behind `if` */
static FeelNode *
parse_if (FeelParser *parser)
{
  static const char *const words[] = { NULL, "then", "else" };
  g_autoptr (FeelNode) node = feel_node_new (FEEL_NODE_IF);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      FeelNode *part;

      if (words[i] != NULL && !feel_parser_expect (parser, words[i]))
        return NULL;
      if ((part = feel_parser_expression (parser)) == NULL)
        return NULL;
      feel_node_append (node, part);
    }

  return g_steal_pointer (&node);
}

/* What a name runs through: a list, or the whole numbers of low .. high. */
static FeelNode *
parse_domain (FeelParser *parser)
{
  g_autoptr (FeelNode) low = feel_parser_expression (parser);
  g_autoptr (FeelNode) node = NULL;
  FeelNode *high;

  if (low == NULL || !feel_parser_accept (parser, ".."))
    return g_steal_pointer (&low);

  if ((high = feel_parser_expression (parser)) == NULL)
    return NULL;
  node = feel_node_new (FEEL_NODE_RANGE);
  node->operation = FEEL_RANGE_ITERATES;
  feel_node_append (node, g_steal_pointer (&low));
  feel_node_append (node, high);

  return g_steal_pointer (&node);
}

/* name in domain, … word body */
static FeelNode *
parse_iteration (FeelParser   *parser,
                 FeelNodeKind  kind,
                 const char   *word)
{
  g_autoptr (FeelNode) node = feel_node_new (kind);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  FeelNode *body;

  do
    {
      g_autofree char *name = feel_parser_take_name (parser);
      FeelNode *domain;

      if (name == NULL || !feel_parser_expect (parser, "in"))
        return NULL;
      if ((domain = parse_domain (parser)) == NULL)
        return NULL;
      feel_node_append (node, domain);
      g_strv_builder_add (names, name);
    }
  while (feel_parser_accept (parser, ","));

  if (kind == FEEL_NODE_FOR)
    feel_names_add (parser->names, "partial");
  if (!feel_parser_expect (parser, word) || (body = feel_parser_expression (parser)) == NULL)
    return NULL;
  feel_node_append (node, body);
  node->names = g_strv_builder_end (names);

  return g_steal_pointer (&node);
}

/* external { … }: code in another language, which nothing here runs */
static FeelNode *
parse_body (FeelParser *parser)
{
  g_autoptr (FeelNode) ignored = NULL;

  if (parser->lexer.kind != FEEL_TOKEN_NAME || strcmp (parser->lexer.token, "external") != 0)
    return feel_parser_expression (parser);

  feel_lexer_advance (&parser->lexer);
  ignored = feel_parser_expression (parser);

  return ignored != NULL ? nothing ("the function is in another language; only FEEL is run here") : NULL;
}

static gboolean
append_parameter_type (FeelParser *parser,
                       FeelNode   *types)
{
  FeelNode *type = feel_parser_type (parser);

  if (type != NULL)
    feel_node_append (types, type);

  return type != NULL;
}

/* function (name: type, …) body; stands behind `function` */
static FeelNode *
parse_function (FeelParser *parser)
{
  g_autoptr (FeelNode) node = feel_node_new (FEEL_NODE_FUNCTION);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (FeelNode) types = feel_node_new (FEEL_NODE_LIST);
  guint n_parameters = 0;
  FeelNode *body;

  if (!feel_parser_expect (parser, "("))
    return NULL;
  while (!feel_parser_accept (parser, ")"))
    {
      g_autofree char *name = feel_parser_take_name (parser);

      if (name == NULL)
        return NULL;
      g_strv_builder_add (names, name);
      if (feel_parser_accept (parser, ":") && !append_parameter_type (parser, types))
        return NULL;
      if (types->n_children < ++n_parameters)
        feel_node_append (types, feel_node_new (FEEL_NODE_ANY));
      if (!feel_parser_accept (parser, ",") && !feel_lexer_is (&parser->lexer, ")"))
        return feel_parser_fail (parser, "“)”");
    }
  if ((body = parse_body (parser)) == NULL)
    return NULL;
  feel_node_append (node, body);
  feel_node_append (node, g_steal_pointer (&types));
  node->names = g_strv_builder_end (names);

  return g_steal_pointer (&node);
}

static FeelNode *
parse_constant (FeelParser *parser)
{
  if (feel_parser_accept (parser, "true"))
    return literal (dmn_value_new_boolean (TRUE));
  if (feel_parser_accept (parser, "false"))
    return literal (dmn_value_new_boolean (FALSE));
  if (feel_parser_accept (parser, "null"))
    return literal (dmn_value_new_null ());

  return NULL;
}

static FeelNode *
parse_symbol (FeelParser *parser)
{
  FeelNode *node = parse_constant (parser);

  if (node != NULL)
    return node;
  if (feel_parser_accept (parser, "("))
    return parse_bracketed (parser);
  if (feel_parser_accept (parser, "["))
    return parse_square (parser);
  if (feel_parser_accept (parser, "]"))
    return parse_open_range (parser);
  if (feel_parser_accept (parser, "{"))
    return parse_context (parser);
  if (feel_parser_accept (parser, "if"))
    return parse_if (parser);
  if (feel_parser_accept (parser, "for"))
    return parse_iteration (parser, FEEL_NODE_FOR, "return");
  if (feel_parser_accept (parser, "some"))
    return parse_iteration (parser, FEEL_NODE_SOME, "satisfies");
  if (feel_parser_accept (parser, "every"))
    return parse_iteration (parser, FEEL_NODE_EVERY, "satisfies");
  if (feel_parser_accept (parser, "function"))
    return parse_function (parser);

  return feel_parser_fail (parser, "an expression");
}

static FeelNode *
parse_atom (FeelParser *parser)
{
  switch (parser->lexer.kind)
    {
    case FEEL_TOKEN_NUMBER:
      return parse_number (parser);
    case FEEL_TOKEN_STRING:
      return parse_string (parser);
    case FEEL_TOKEN_TEMPORAL:
      return parse_temporal (parser);
    case FEEL_TOKEN_NAME:
      return parse_name (parser);
    case FEEL_TOKEN_SYMBOL:
      return parse_symbol (parser);
    case FEEL_TOKEN_END:
    case FEEL_TOKEN_ERROR:
    default:
      return feel_parser_fail (parser, "an expression");
    }
}

/* Whether the next argument is written name: value. */
static char *
parse_argument_name (FeelParser *parser)
{
  const char *start = parser->lexer.start;
  g_autofree char *name = NULL;

  if (parser->lexer.kind != FEEL_TOKEN_NAME)
    return NULL;

  while (parser->lexer.kind == FEEL_TOKEN_NAME)
    feel_lexer_advance (&parser->lexer);
  name = feel_name_normalize (start, parser->lexer.start - start);
  if (feel_parser_accept (parser, ":"))
    return g_steal_pointer (&name);

  feel_lexer_rewind (&parser->lexer, start);

  return NULL;
}

/* function ( argument, … ); stands behind the bracket */
static FeelNode *
parse_call (FeelParser *parser,
            FeelNode   *function)
{
  g_autoptr (FeelNode) node = feel_node_new (FEEL_NODE_CALL);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint n_named = 0;

  feel_node_append (node, function);
  while (!feel_parser_accept (parser, ")"))
    {
      g_autofree char *name = parse_argument_name (parser);
      FeelNode *argument = feel_parser_expression (parser);

      if (argument == NULL)
        return NULL;
      feel_node_append (node, argument);
      if (name != NULL)
        {
          g_strv_builder_add (names, name);
          n_named++;
        }
      if (!feel_parser_accept (parser, ",") && !feel_lexer_is (&parser->lexer, ")"))
        return feel_parser_fail (parser, "“)”");
    }

  if (n_named > 0 && n_named != node->n_children - 1)
    return feel_parser_fail (parser, "a name for every argument or for none");
  if (n_named > 0)
    node->names = g_strv_builder_end (names);

  return g_steal_pointer (&node);
}

static FeelNode *
parse_path (FeelParser *parser,
            FeelNode   *of)
{
  g_autoptr (FeelNode) node = feel_node_new (FEEL_NODE_PATH);
  g_autofree char *name = NULL;

  feel_node_append (node, of);
  if ((name = feel_parser_take_name (parser)) == NULL)
    return NULL;
  node->name = g_ref_string_new (name);

  return g_steal_pointer (&node);
}

static FeelNode *
parse_filter (FeelParser *parser,
              FeelNode   *list)
{
  g_autoptr (FeelNode) node = feel_node_new (FEEL_NODE_FILTER);
  FeelNode *condition;

  feel_node_append (node, list);
  feel_names_add (parser->names, "item");
  if ((condition = feel_parser_expression (parser)) == NULL)
    return NULL;
  feel_node_append (node, condition);

  return feel_parser_expect (parser, "]") ? g_steal_pointer (&node) : NULL;
}

FeelNode *
feel_parser_primary (FeelParser *parser)
{
  FeelNode *node = parse_atom (parser);

  while (node != NULL)
    {
      if (feel_parser_accept (parser, "."))
        node = parse_path (parser, node);
      else if (feel_parser_accept (parser, "("))
        node = parse_call (parser, node);
      else if (!parser->in_end && feel_parser_accept (parser, "["))
        node = parse_filter (parser, node);
      else
        return node;
    }

  return NULL;
}
