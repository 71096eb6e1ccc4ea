/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tools that are there to place, filtered by a search.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-workspace-private.h"

#include "workspace/strata-list.h"

/* Tool rows are kept for good: a search that hides one brings it back. */
static void
add_tool_row (StrataWorkspace *self,
              GPtrArray       *rows,
              StrataTool      *tool)
{
  StrataToolRow *row = g_hash_table_lookup (self->tool_rows, tool->id);

  if (row == NULL)
    {
      row = strata_tool_row_new (tool->id);
      g_hash_table_insert (self->tool_rows, g_strdup (tool->id), row);
    }
  if (strata_tool_row_get_tool (row) != tool)
    strata_tool_row_update (row, self->catalog, tool);

  g_ptr_array_add (rows, row);
}

static gboolean
matches (StrataTool *tool,
         const char *words)
{
  g_autofree char *text = g_strjoin (" ", tool->name, tool->id, tool->vendor != NULL ? tool->vendor : "", NULL);

  return *words == '\0' || g_str_match_string (words, text, TRUE);
}

/* What only this plan defines comes first. */
static void
add_plan_tools (StrataWorkspace *self,
                GPtrArray       *rows)
{
  StrataPlan *plan = strata_workspace_get_plan (self);

  for (guint i = 0; i < strata_plan_get_n_tools (plan); i++)
    {
      StrataTool *tool = strata_plan_get_tool (plan, i);

      if (strata_catalog_find_tool (self->catalog, NULL, tool->id) == NULL && matches (tool, self->search))
        add_tool_row (self, rows, tool);
    }
}

static int
compare_sections (gconstpointer a,
                  gconstpointer b)
{
  StrataTool *former = strata_tool_row_get_tool (*(StrataToolRow **) a);
  StrataTool *latter = strata_tool_row_get_tool (*(StrataToolRow **) b);

  return (former->main_role > latter->main_role) - (former->main_role < latter->main_role);
}

void
strata_workspace_update_tools (StrataWorkspace *self)
{
  StrataPlan *plan = strata_workspace_get_plan (self);
  g_autoptr (GPtrArray) found = strata_catalog_search (self->catalog, self->search);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  add_plan_tools (self, rows);
  for (guint i = 0; i < found->len; i++)
    {
      StrataTool *tool = g_ptr_array_index (found, i);

      add_tool_row (self, rows, strata_catalog_find_tool (self->catalog, plan, tool->id));
    }

  /* A search ranks; without one the list reads by section. */
  if (*self->search == '\0')
    g_ptr_array_sort (rows, compare_sections);

  strata_list_update (self->tools, rows);
}

/**
 * strata_workspace_list_tools:
 * @self: a workspace
 *
 * Returns: (transfer none): the [class@Strata.ToolRow]s that the search finds,
 *   best first; without a search all of them, by main role
 */
GListModel *
strata_workspace_list_tools (StrataWorkspace *self)
{
  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);

  return G_LIST_MODEL (self->tools);
}

/**
 * strata_workspace_set_search:
 * @self: a workspace
 * @words: (nullable): what to look for; nothing finds everything
 */
void
strata_workspace_set_search (StrataWorkspace *self,
                             const char      *words)
{
  g_return_if_fail (STRATA_IS_WORKSPACE (self));

  if (!g_set_str (&self->search, words != NULL ? words : ""))
    return;

  strata_workspace_update_tools (self);
  g_object_notify (G_OBJECT (self), "search");
}

/**
 * strata_workspace_get_search:
 * @self: a workspace
 *
 * Returns: what is looked for; an empty string for nothing
 */
const char *
strata_workspace_get_search (StrataWorkspace *self)
{
  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);

  return self->search;
}
