/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FEEL texts to trees: operators and unary tests.
 *
 * From the loosest to the tightest: or, and, comparison, + -, * /, **, unary
 * minus, then filters, paths and calls (DMN 1.3, section 10.3.1.2).
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/feel-parser.h"

#include "dmn/dmn-error.h"
#include "dmn/feel-parser-private.h"

#include <string.h>

/* Nobody nests deeper by hand; a hostile text must not reach the stack's end. */
#define MAX_DEPTH 200

typedef FeelNode *(*FeelParse) (FeelParser *parser);

typedef struct
{
  const char *symbol;
  int         operation;
} FeelOperator;

static const FeelOperator comparisons[] = {
  { "=", FEEL_COMPARISON_EQUAL },
  { "!=", FEEL_COMPARISON_NOT_EQUAL },
  { "<", FEEL_COMPARISON_LESS },
  { "<=", FEEL_COMPARISON_LESS_OR_EQUAL },
  { ">", FEEL_COMPARISON_GREATER },
  { ">=", FEEL_COMPARISON_GREATER_OR_EQUAL },
  { NULL },
};

static const FeelOperator additions[] = {
  { "+", DMN_ARITHMETIC_ADD },
  { "-", DMN_ARITHMETIC_SUBTRACT },
  { NULL },
};

static const FeelOperator multiplications[] = {
  { "*", DMN_ARITHMETIC_MULTIPLY },
  { "/", DMN_ARITHMETIC_DIVIDE },
  { NULL },
};

static const FeelOperator powers[] = {
  { "**", DMN_ARITHMETIC_POWER },
  { NULL },
};

static const FeelOperator conjunctions[] = { { "and", 0 }, { NULL } };
static const FeelOperator disjunctions[] = { { "or", 0 }, { NULL } };

static const FeelOperator *
accept_operator (FeelParser         *parser,
                 const FeelOperator *operators)
{
  for (; operators->symbol != NULL; operators++)
    if (feel_parser_accept (parser, operators->symbol))
      return operators;

  return NULL;
}

/* left-associative: operand {operator operand} */
static FeelNode *
parse_chain (FeelParser         *parser,
             const FeelOperator *operators,
             FeelNodeKind        kind,
             FeelParse           parse_operand)
{
  g_autoptr (FeelNode) left = parse_operand (parser);
  const FeelOperator *operator;

  while (left != NULL && (operator = accept_operator (parser, operators)) != NULL)
    {
      g_autoptr (FeelNode) node = feel_node_new (kind);
      FeelNode *right = parse_operand (parser);

      if (right == NULL)
        return NULL;

      node->operation = operator->operation;
      feel_node_append (node, g_steal_pointer (&left));
      feel_node_append (node, right);
      left = g_steal_pointer (&node);
    }

  return g_steal_pointer (&left);
}

static FeelNode *
parse_unary (FeelParser *parser)
{
  g_autoptr (FeelNode) node = NULL;
  FeelNode *operand;

  if (!feel_parser_accept (parser, "-"))
    return feel_parser_primary (parser);

  if (++parser->depth > MAX_DEPTH)
    return feel_parser_fail (parser, "something less deep");
  operand = parse_unary (parser);
  parser->depth--;
  if (operand == NULL)
    return NULL;

  node = feel_node_new (FEEL_NODE_NEGATE);
  feel_node_append (node, operand);

  return g_steal_pointer (&node);
}

static FeelNode *
parse_power (FeelParser *parser)
{
  return parse_chain (parser, powers, FEEL_NODE_ARITHMETIC, parse_unary);
}

static FeelNode *
parse_product (FeelParser *parser)
{
  return parse_chain (parser, multiplications, FEEL_NODE_ARITHMETIC, parse_power);
}

FeelNode *
feel_parser_additive (FeelParser *parser)
{
  return parse_chain (parser, additions, FEEL_NODE_ARITHMETIC, parse_product);
}

/* value between low and high */
static FeelNode *
parse_between (FeelParser *parser,
               FeelNode   *value)
{
  g_autoptr (FeelNode) node = feel_node_new (FEEL_NODE_BETWEEN);
  FeelNode *end;

  feel_node_append (node, value);
  if ((end = feel_parser_additive (parser)) == NULL)
    return NULL;
  feel_node_append (node, end);

  if (!feel_parser_expect (parser, "and") || (end = feel_parser_additive (parser)) == NULL)
    return NULL;
  feel_node_append (node, end);

  return g_steal_pointer (&node);
}

/* Tests in commas up to the one that no comma follows. */
static FeelNode *
parse_tests (FeelParser *parser)
{
  g_autoptr (FeelNode) tests = feel_node_new (FEEL_NODE_TESTS);

  do
    {
      FeelNode *test = feel_parser_test (parser);

      if (test == NULL)
        return NULL;
      feel_node_append (tests, test);
    }
  while (feel_parser_accept (parser, ","));

  return g_steal_pointer (&tests);
}

/* ( test, test ): unless it turns out to be an expression in brackets */
static FeelNode *
parse_bracketed_tests (FeelParser *parser)
{
  const char *start = parser->lexer.start;
  g_autoptr (FeelNode) tests = NULL;

  feel_lexer_advance (&parser->lexer);
  tests = parse_tests (parser);
  if (tests != NULL && feel_lexer_is (&parser->lexer, ")"))
    {
      feel_lexer_advance (&parser->lexer);
      return g_steal_pointer (&tests);
    }

  /* (1..5) and the like */
  g_clear_error (&parser->error);
  feel_lexer_rewind (&parser->lexer, start);

  return feel_parser_test (parser);
}

/* value in test, value in (test, test) */
static FeelNode *
parse_in (FeelParser *parser,
          FeelNode   *value)
{
  g_autoptr (FeelNode) node = feel_node_new (FEEL_NODE_IN);
  FeelNode *tests;

  feel_node_append (node, value);
  if (feel_lexer_is (&parser->lexer, "("))
    tests = parse_bracketed_tests (parser);
  else
    tests = feel_parser_test (parser);
  if (tests == NULL)
    return NULL;
  feel_node_append (node, tests);

  return g_steal_pointer (&node);
}

static FeelNode *
parse_instance_of (FeelParser *parser,
                   FeelNode   *value)
{
  g_autoptr (FeelNode) node = feel_node_new (FEEL_NODE_INSTANCE_OF);
  FeelNode *type;

  feel_node_append (node, value);
  if (g_strcmp0 (parser->lexer.token, "of") != 0)
    return feel_parser_fail (parser, "“of”");
  feel_lexer_advance (&parser->lexer);
  if ((type = feel_parser_type (parser)) == NULL)
    return NULL;
  feel_node_append (node, type);

  return g_steal_pointer (&node);
}

static FeelNode *
parse_comparison (FeelParser *parser)
{
  g_autoptr (FeelNode) left = feel_parser_additive (parser);
  g_autoptr (FeelNode) node = NULL;
  const FeelOperator *operator;
  FeelNode *right;

  if (left == NULL)
    return NULL;
  if (feel_parser_accept (parser, "between"))
    return parse_between (parser, g_steal_pointer (&left));
  if (feel_parser_accept (parser, "in"))
    return parse_in (parser, g_steal_pointer (&left));
  if (feel_parser_accept (parser, "instance"))
    return parse_instance_of (parser, g_steal_pointer (&left));
  if ((operator = accept_operator (parser, comparisons)) == NULL)
    return g_steal_pointer (&left);

  if ((right = feel_parser_additive (parser)) == NULL)
    return NULL;
  node = feel_node_new (FEEL_NODE_COMPARE);
  node->operation = operator->operation;
  feel_node_append (node, g_steal_pointer (&left));
  feel_node_append (node, right);

  return g_steal_pointer (&node);
}

static FeelNode *
parse_conjunction (FeelParser *parser)
{
  return parse_chain (parser, conjunctions, FEEL_NODE_AND, parse_comparison);
}

FeelNode *
feel_parser_expression (FeelParser *parser)
{
  FeelNode *node;

  if (++parser->depth > MAX_DEPTH)
    return feel_parser_fail (parser, "something less deep");

  node = parse_chain (parser, disjunctions, FEEL_NODE_OR, parse_conjunction);
  parser->depth--;

  return node;
}

/* < 5, or an expression: a range, a value, something with a ? */
FeelNode *
feel_parser_test (FeelParser *parser)
{
  const FeelOperator *operator = accept_operator (parser, comparisons);
  g_autoptr (FeelNode) node = NULL;
  FeelNode *operand;

  if (operator == NULL)
    return feel_parser_expression (parser);

  if (++parser->depth > MAX_DEPTH)
    return feel_parser_fail (parser, "something less deep");
  operand = feel_parser_additive (parser);
  parser->depth--;
  if (operand == NULL)
    return NULL;
  node = feel_node_new (FEEL_NODE_TEST);
  node->operation = operator->operation;
  feel_node_append (node, operand);

  return g_steal_pointer (&node);
}

/* not ( tests ); the parser stands behind `not` */
static FeelNode *
parse_negated (FeelParser *parser)
{
  g_autoptr (FeelNode) tests = NULL;

  if (!feel_parser_expect (parser, "(") || (tests = parse_tests (parser)) == NULL ||
      !feel_parser_expect (parser, ")"))
    return NULL;
  tests->operation = TRUE;

  return g_steal_pointer (&tests);
}

static FeelNode *
parse_cell (FeelParser *parser)
{
  const char *start = parser->lexer.start;

  if (parser->lexer.kind == FEEL_TOKEN_END)
    return feel_node_new (FEEL_NODE_ANY);

  if (feel_parser_accept (parser, "-"))
    {
      if (parser->lexer.kind == FEEL_TOKEN_END)
        return feel_node_new (FEEL_NODE_ANY);
      feel_lexer_rewind (&parser->lexer, start);
    }

  if (g_strcmp0 (parser->lexer.token, "not") == 0 && parser->lexer.kind == FEEL_TOKEN_NAME)
    {
      feel_lexer_advance (&parser->lexer);
      return parse_negated (parser);
    }

  return parse_tests (parser);
}

static FeelNode *
parse (const char  *text,
       FeelNames   *names,
       gboolean     input,
       FeelParse    parse_whole,
       GError     **error)
{
  FeelParser parser = { .names = names, .input = input };
  g_autoptr (FeelNode) node = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, DMN_ERROR, DMN_ERROR_EXPRESSION, "the text is not UTF-8");
      return NULL;
    }

  feel_lexer_init (&parser.lexer, names, text);
  node = parse_whole (&parser);
  if (node != NULL && parser.lexer.kind != FEEL_TOKEN_END)
    {
      g_clear_pointer (&node, feel_node_unref);
      feel_parser_fail (&parser, "the end of the text");
    }
  feel_lexer_clear (&parser.lexer);

  if (node == NULL)
    g_propagate_error (error, parser.error);

  return g_steal_pointer (&node);
}

FeelNode *
feel_parser_fail (FeelParser *parser,
                  const char *expected)
{
  FeelLexer *lexer = &parser->lexer;
  glong column = g_utf8_strlen (lexer->text, lexer->start - lexer->text) + 1;

  if (parser->error != NULL)
    return NULL;

  if (lexer->kind == FEEL_TOKEN_ERROR)
    g_set_error (&parser->error, DMN_ERROR, DMN_ERROR_EXPRESSION,
                 "%s stands at character %ld", lexer->token, column);
  else if (lexer->kind == FEEL_TOKEN_END)
    g_set_error (&parser->error, DMN_ERROR, DMN_ERROR_EXPRESSION,
                 "the text ends where %s is expected", expected);
  else
    g_set_error (&parser->error, DMN_ERROR, DMN_ERROR_EXPRESSION,
                 "“%.*s” stands at character %ld, where %s is expected",
                 (int) MIN (lexer->at - lexer->start, 60), lexer->start, column, expected);

  return NULL;
}

gboolean
feel_parser_accept (FeelParser *parser,
                    const char *symbol)
{
  if (parser->error != NULL || !feel_lexer_is (&parser->lexer, symbol))
    return FALSE;

  feel_lexer_advance (&parser->lexer);

  return TRUE;
}

gboolean
feel_parser_expect (FeelParser *parser,
                    const char *symbol)
{
  g_autofree char *quoted = NULL;

  if (feel_parser_accept (parser, symbol))
    return TRUE;

  quoted = g_strdup_printf ("“%s”", symbol);
  feel_parser_fail (parser, quoted);

  return FALSE;
}

char *
feel_parser_take_name (FeelParser *parser)
{
  char *name;

  if (parser->lexer.kind != FEEL_TOKEN_NAME)
    {
      feel_parser_fail (parser, "a name");
      return NULL;
    }

  name = g_steal_pointer (&parser->lexer.token);
  feel_lexer_advance (&parser->lexer);

  return name;
}

/**
 * feel_parse_expression:
 * @text: a FEEL expression
 * @names: the names in scope; gets those that the text itself introduces
 * @error: return location for an error
 *
 * Returns: (transfer full): the tree, or %NULL with %DMN_ERROR_EXPRESSION
 */
FeelNode *
feel_parse_expression (const char  *text,
                       FeelNames   *names,
                       GError     **error)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (names != NULL, NULL);

  return parse (text, names, FALSE, feel_parser_expression, error);
}

/**
 * feel_parse_unary_tests:
 * @text: what stands in an input cell of a decision table
 * @names: the names in scope; gets those that the text itself introduces
 * @error: return location for an error
 *
 * An empty cell and `-` pass everything (DMN 1.3, section 8.3.3).
 *
 * Returns: (transfer full): the tree, or %NULL with %DMN_ERROR_EXPRESSION
 */
FeelNode *
feel_parse_unary_tests (const char  *text,
                        FeelNames   *names,
                        GError     **error)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (names != NULL, NULL);

  return parse (text, names, TRUE, parse_cell, error);
}
