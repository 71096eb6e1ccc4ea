/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What cells of house rules may speak of (decision model, section 8).
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "assess/strata-house-private.h"

#include "dmn/feel-builtins.h"

static const char *const input_names[] = {
  [STRATA_HOUSE_DATA_PATTERN] = "data_pattern",
  [STRATA_HOUSE_HUB_PATTERN] = "hub_pattern",
  [STRATA_HOUSE_ROLES] = "roles",
  [STRATA_HOUSE_CAPABILITIES] = "capabilities",
};

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

/* A name in a cell: of the stack it is noted, of nothing it is most often a
 * text without its quotes. */
static gboolean
check_name (StrataHouse *self,
            FeelNode    *cell,
            const char  *name,
            gboolean    *asks_stack)
{
  StrataHouseInput input;
  StrataSight sight;

  if (g_str_equal (name, "?") || binds (cell, name) || strata_sight_lookup (name, &sight))
    return TRUE;
  if (!strata_house_input_lookup (name, &input))
    return feel_builtin_exists (name);

  *asks_stack = TRUE;
  self->uses[input] = TRUE;
  return TRUE;
}

static const char *
find_stray (StrataHouse *self,
            FeelNode    *cell,
            FeelNode    *node,
            gboolean    *asks_stack)
{
  if (node->kind == FEEL_NODE_NAME && !check_name (self, cell, node->name, asks_stack))
    return node->name;

  for (guint i = 0; i < node->n_children; i++)
    {
      const char *name = find_stray (self, cell, node->children[i], asks_stack);

      if (name != NULL)
        return name;
    }

  return NULL;
}

const char *
strata_house_input_get_name (StrataHouseInput input)
{
  return input_names[input];
}

gboolean
strata_house_input_lookup (const char       *name,
                           StrataHouseInput *input)
{
  for (guint i = 0; i < STRATA_N_HOUSE_INPUTS; i++)
    if (g_str_equal (input_names[i], name))
      {
        *input = i;
        return TRUE;
      }

  return FALSE;
}

const char *
strata_house_find_stray (StrataHouse *self,
                         FeelNode    *cell,
                         gboolean    *asks_stack)
{
  return find_stray (self, cell, cell, asks_stack);
}
