/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A parsed FEEL expression: a tree that is never changed.
 */

#pragma once

#include "dmn/feel-scope.h"

G_BEGIN_DECLS

/* What a node is; in brackets, its children in order. */
typedef enum
{
  FEEL_NODE_LITERAL,     /* [] value */
  FEEL_NODE_NAME,        /* [] name */
  FEEL_NODE_PATH,        /* [of] name */
  FEEL_NODE_NEGATE,      /* [operand] */
  FEEL_NODE_ARITHMETIC,  /* [left, right] operation: DmnArithmetic */
  FEEL_NODE_COMPARE,     /* [left, right] operation: FeelComparison */
  FEEL_NODE_AND,         /* [left, right] */
  FEEL_NODE_OR,          /* [left, right] */
  FEEL_NODE_BETWEEN,     /* [value, low, high] */
  FEEL_NODE_IN,          /* [value, tests] */
  FEEL_NODE_INSTANCE_OF, /* [value, type] */
  FEEL_NODE_TYPE,        /* [type …] name, names: of a context's members */
  FEEL_NODE_IF,          /* [condition, then, else] */
  FEEL_NODE_FOR,         /* [domain …, body] names: one a domain */
  FEEL_NODE_SOME,        /* [domain …, condition] names */
  FEEL_NODE_EVERY,       /* [domain …, condition] names */
  FEEL_NODE_FILTER,      /* [list, condition] */
  FEEL_NODE_CALL,        /* [function, argument …] names: of named arguments, or NULL */
  FEEL_NODE_LIST,        /* [item …] */
  FEEL_NODE_CONTEXT,     /* [member …] names */
  FEEL_NODE_RANGE,       /* [low, high] operation: FEEL_RANGE_… flags */
  FEEL_NODE_HALF_RANGE,  /* [end] operation: FeelComparison */
  FEEL_NODE_FUNCTION,    /* [body, list of a type or any …] names: parameters */
  FEEL_NODE_TEST,        /* [operand] operation: FeelComparison against the input */
  FEEL_NODE_TESTS,       /* [test …] operation: TRUE for not (…) */
  FEEL_NODE_ANY,         /* [] the test that everything passes */
  FEEL_NODE_NOTHING,     /* [] name: why it comes to null */
  FEEL_NODE_BOXED,       /* [] box: what is no FEEL text */
} FeelNodeKind;

typedef enum
{
  FEEL_COMPARISON_EQUAL,
  FEEL_COMPARISON_NOT_EQUAL,
  FEEL_COMPARISON_LESS,
  FEEL_COMPARISON_LESS_OR_EQUAL,
  FEEL_COMPARISON_GREATER,
  FEEL_COMPARISON_GREATER_OR_EQUAL,
} FeelComparison;

enum
{
  FEEL_RANGE_LOW_INCLUDED = 1 << 0,
  FEEL_RANGE_HIGH_INCLUDED = 1 << 1,
  FEEL_RANGE_ITERATES = 1 << 2, /* the a..b of a for: a list of whole numbers */
};

typedef struct _FeelRun FeelRun;

/**
 * FeelBoxed:
 *
 * What evaluates a box with the names that have a value around it.
 */
typedef DmnValue *(*FeelBoxed) (FeelRun   *run,
                                gpointer   box,
                                FeelScope *scope);

/**
 * FeelNode:
 *
 * Ref-counted, so that a function value can outlive the expression it stands
 * in. Fields are read, never written.
 */
typedef struct _FeelNode FeelNode;

struct _FeelNode
{
  gatomicrefcount  ref_count;
  FeelNodeKind     kind;
  int              operation;
  DmnValue        *value;    /* (nullable) */
  GRefString      *name;     /* (nullable) */
  FeelNode       **children;
  guint            n_children;
  GStrv            names;    /* (nullable) */
  gboolean         uses_input; /* a `?` stands in it */
  FeelBoxed        boxed;    /* (nullable): evaluates the box */
  gpointer         box;      /* (nullable): borrowed */
};

FeelNode *feel_node_new     (FeelNodeKind  kind) G_GNUC_WARN_UNUSED_RESULT;
FeelNode *feel_node_ref     (FeelNode     *node);
void      feel_node_unref   (FeelNode     *node);
/* Takes the child. */
void      feel_node_append  (FeelNode     *node,
                             FeelNode     *child);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeelNode, feel_node_unref)

G_END_DECLS
