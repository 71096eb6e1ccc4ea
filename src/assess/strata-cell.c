/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a cell of a decision table speaks of.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "assess/strata-cell-private.h"

#include "dmn/feel-builtins.h"

/* The names that a cell gives to something itself. */
static gboolean
binds (FeelNode   *node,
       const char *name)
{
  gboolean named_arguments = node->kind == FEEL_NODE_CALL;

  if (!named_arguments && node->names != NULL && g_strv_contains ((const char *const *) node->names, name))
    return TRUE;
  if (node->kind == FEEL_NODE_FILTER && g_str_equal (name, "item"))
    return TRUE;
  if (node->kind == FEEL_NODE_FOR && g_str_equal (name, "partial"))
    return TRUE;

  for (guint i = 0; i < node->n_children; i++)
    if (binds (node->children[i], name))
      return TRUE;

  return FALSE;
}

static gboolean
is_known (FeelNode        *cell,
          const char      *name,
          StrataCellKnows  knows,
          gpointer         data)
{
  return g_str_equal (name, "?") || binds (cell, name) || (knows != NULL && knows (name, data))
         || feel_builtin_exists (name);
}

static const char *
find_stray (FeelNode        *cell,
            FeelNode        *node,
            StrataCellKnows  knows,
            gpointer         data)
{
  if (node->kind == FEEL_NODE_NAME && !is_known (cell, node->name, knows, data))
    return node->name;

  for (guint i = 0; i < node->n_children; i++)
    {
      const char *name = find_stray (cell, node->children[i], knows, data);

      if (name != NULL)
        return name;
    }

  return NULL;
}

const char *
strata_cell_find_stray (FeelNode        *cell,
                        StrataCellKnows  knows,
                        gpointer         data)
{
  return find_stray (cell, cell, knows, data);
}
