/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A boxed expression: what a decision or a function body is made of.
 */

#pragma once

#include "dmn/dmn-table.h"

G_BEGIN_DECLS

/* What it is; in brackets, its children. DMN 1.3, section 7.3 and 10.2. */
typedef enum
{
  DMN_EXPRESSION_LITERAL,     /* [] */
  DMN_EXPRESSION_TABLE,       /* [] */
  DMN_EXPRESSION_CONTEXT,     /* [entry …] names; a last one without is the result */
  DMN_EXPRESSION_INVOCATION,  /* [called, argument …] names of the arguments */
  DMN_EXPRESSION_LIST,        /* [item …] */
  DMN_EXPRESSION_RELATION,    /* [cell …] row by row, names of the columns */
  DMN_EXPRESSION_FUNCTION,    /* [body] names of the parameters */
  DMN_EXPRESSION_CONDITIONAL, /* [if, then, else] */
  DMN_EXPRESSION_ITERATION,   /* [in, return or satisfies or match] node: a for, some, every or filter of them */
} DmnExpressionKind;

/**
 * DmnExpression:
 *
 * Owned by what it is an expression of. Fields are read, never written.
 */
typedef struct
{
  DmnExpressionKind  kind;
  FeelNode          *node;     /* of a literal or an iteration */
  DmnTable          *table;    /* of a table */
  GPtrArray         *children; /* of DmnExpression */
  GPtrArray         *names;    /* of char *, NULL for a context's result */
  GPtrArray         *types;    /* of DmnType, borrowed, NULL where none is said */
  DmnType           *type;     /* (nullable): borrowed; what it has to come to */
} DmnExpression;

DmnExpression *dmn_expression_new      (DmnExpressionKind  kind) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the two boxes; kind is that of the FEEL iteration. */
DmnExpression *dmn_expression_new_iteration (FeelNodeKind   kind,
                                             const char    *variable,
                                             DmnExpression *domain,
                                             DmnExpression *body) G_GNUC_WARN_UNUSED_RESULT;
void           dmn_expression_free     (DmnExpression     *expression);
DmnValue      *dmn_expression_evaluate (FeelRun           *run,
                                        DmnExpression     *expression,
                                        FeelScope         *scope) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DmnExpression, dmn_expression_free)

G_END_DECLS
