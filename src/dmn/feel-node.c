/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A parsed FEEL expression: a tree that is never changed.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/feel-node.h"

/**
 * feel_node_new:
 * @kind: what it is
 *
 * Returns: (transfer full): a node without children, for the parser to fill
 */
FeelNode *
feel_node_new (FeelNodeKind kind)
{
  FeelNode *node = g_new0 (FeelNode, 1);

  g_atomic_ref_count_init (&node->ref_count);
  node->kind = kind;

  return node;
}

/**
 * feel_node_ref:
 * @node: a node
 *
 * Returns: (transfer full): the node
 */
FeelNode *
feel_node_ref (FeelNode *node)
{
  g_atomic_ref_count_inc (&node->ref_count);

  return node;
}

/**
 * feel_node_unref:
 * @node: (transfer full): a node
 *
 * Gives back a reference. The parser limits how deep a tree gets.
 */
void
feel_node_unref (FeelNode *node)
{
  if (!g_atomic_ref_count_dec (&node->ref_count))
    return;

  for (guint i = 0; i < node->n_children; i++)
    feel_node_unref (node->children[i]);

  g_free (node->children);
  g_clear_pointer (&node->value, dmn_value_unref);
  g_clear_pointer (&node->name, g_ref_string_release);
  g_strfreev (node->names);
  g_free (node);
}

/**
 * feel_node_append:
 * @node: a node that only the parser knows yet
 * @child: (transfer full): its next child
 *
 * Adds a child.
 */
void
feel_node_append (FeelNode *node,
                  FeelNode *child)
{
  /* Room grows at the powers of two. */
  if ((node->n_children & (node->n_children - 1)) == 0)
    node->children = g_renew (FeelNode *, node->children, MAX (1, node->n_children * 2));

  node->children[node->n_children++] = child;
  node->uses_input |= child->uses_input;
}
