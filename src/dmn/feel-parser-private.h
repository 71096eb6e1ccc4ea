/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the FEEL parser share.
 */

#pragma once

#include "dmn/feel-lexer.h"
#include "dmn/feel-node.h"

G_BEGIN_DECLS

/**
 * FeelParser:
 *
 * Recursive descent; every function returns NULL once something is wrong.
 */
typedef struct
{
  FeelLexer  lexer;
  FeelNames *names;     /* borrowed */
  guint      depth;     /* of nested expressions */
  guint      type_depth;
  gboolean   in_end;    /* of a range: `[` closes it */
  gboolean   input;     /* `?` has a meaning */
  GError    *error;
} FeelParser;

FeelNode *feel_parser_fail       (FeelParser *parser,
                                  const char *expected);
gboolean  feel_parser_accept     (FeelParser *parser,
                                  const char *symbol);
gboolean  feel_parser_expect     (FeelParser *parser,
                                  const char *symbol);
/* The name that the parser stands before, which it goes past. */
char     *feel_parser_take_name  (FeelParser *parser);

FeelNode *feel_parser_expression (FeelParser *parser);
FeelNode *feel_parser_additive   (FeelParser *parser);
FeelNode *feel_parser_primary    (FeelParser *parser);
/* The tests behind `in`, or of a cell: one, or several in commas. */
FeelNode *feel_parser_test       (FeelParser *parser);
FeelNode *feel_parser_type       (FeelParser *parser);
FeelNode *feel_parser_range_end  (FeelParser *parser,
                                  FeelNode   *low,
                                  gboolean    low_included);

G_END_DECLS
