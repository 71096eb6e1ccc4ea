/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where no row of the matrix fires: the rows that fail in the fewest cells,
 * and what keeps each of them from firing (decision model, section 4.7).
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "assess/strata-view-private.h"

static void
add_obstacle (StrataFactId  fact,
              const char   *input,
              const char   *asks,
              guint         cell,
              GArray       *obstacles)
{
  StrataObstacle obstacle = { fact, input, asks, cell };

  for (guint i = 0; i < obstacles->len; i++)
    {
      const StrataObstacle *other = &g_array_index (obstacles, StrataObstacle, i);

      if (other->fact == fact && other->cell == cell && g_str_equal (other->asks, asks))
        return;
    }
  g_array_append_val (obstacles, obstacle);
}

static void add_row (const StrataView *view,
                     guint             row,
                     gboolean          is_root,
                     guint             cell,
                     GArray           *obstacles);

/* A cell that asks for another decision: what keeps the nearest of that one's
 * rows that would do. */
static void
add_turning (const StrataView *view,
             guint             row,
             guint             index,
             guint             cell,
             GArray           *obstacles)
{
  const StrataColumn *column = strata_view_get_column (view, index);
  const StrataLogicNode *node = strata_view_get_node (view, column->node);
  StrataView other = { view->one, view->hits, &node->tables[0] };
  guint fewest = G_MAXUINT;

  for (guint i = 0; i < other.table->table->rules->len; i++)
    if (strata_view_has_bit (column->rules, i, row))
      fewest = MIN (fewest, strata_view_count_failing (&other, i));
  for (guint i = 0; fewest > 0 && i < other.table->table->rules->len; i++)
    if (strata_view_has_bit (column->rules, i, row) && strata_view_count_failing (&other, i) == fewest)
      add_row (&other, i, FALSE, cell, obstacles);
}

/* A row that would do and fails nowhere comes too late: those before it fire,
 * for what they ask. */
static void
add_decision (const StrataView *view,
              guint             row,
              guint             index,
              guint             cell,
              GArray           *obstacles)
{
  const StrataColumn *column = strata_view_get_column (view, index);
  const StrataLogicNode *node = strata_view_get_node (view, column->node);
  const char *asks = strata_view_get_rule (view, row)->cells[index];
  StrataFactSet facts = strata_view_gather_node (view, column->node);
  guint before = obstacles->len;

  add_turning (view, row, index, cell, obstacles);
  for (guint i = 0; obstacles->len == before && i < STRATA_N_FACTS; i++)
    if (facts & STRATA_FACT_BIT (i))
      add_obstacle (i, node->tables[0].table->decision, asks, cell, obstacles);
}

static void
add_row (const StrataView *view,
         guint             row,
         gboolean          is_root,
         guint             cell,
         GArray           *obstacles)
{
  for (guint i = 0; i < view->table->columns->len; i++)
    {
      const StrataColumn *column = strata_view_get_column (view, i);

      if (strata_view_cell_passes (view, row, i))
        continue;
      if (column->of_fact)
        add_obstacle (column->sight.fact, column->sight.name, strata_view_get_rule (view, row)->cells[i],
                      cell, obstacles);
      else
        add_decision (view, row, i, cell, obstacles);
      cell += is_root;
    }
}

/* Whether an earlier row fails in the same cells, and for the same: then that
 * one would fire, never this. */
static gboolean
is_behind (const StrataView *view,
           guint             row)
{
  char **cells = strata_view_get_rule (view, row)->cells;

  for (guint i = 0; i < row; i++)
    {
      char **others = strata_view_get_rule (view, i)->cells;
      gboolean same = TRUE;

      for (guint j = 0; same && j < view->table->columns->len; j++)
        same = strata_view_cell_passes (view, i, j)
               || (!strata_view_cell_passes (view, row, j) && g_str_equal (others[j], cells[j]));
      if (same)
        return TRUE;
    }

  return FALSE;
}

GArray *
strata_view_list_nearest (const StrataView *view)
{
  GArray *nearest = g_array_new (FALSE, FALSE, sizeof (StrataMatrixRow));
  guint n_rows = view->table->table->rules->len;
  guint fewest = G_MAXUINT;

  for (guint i = 0; i < n_rows; i++)
    fewest = MIN (fewest, strata_view_count_failing (view, i));
  for (guint i = 0; i < n_rows; i++)
    {
      GArray *obstacles;
      StrataMatrixRow row;

      if (strata_view_count_failing (view, i) != fewest || is_behind (view, i))
        continue;
      obstacles = g_array_new (FALSE, FALSE, sizeof (StrataObstacle));
      add_row (view, i, TRUE, 0, obstacles);
      row = strata_view_describe_row (view, i);
      row.n_obstacles = obstacles->len;
      row.obstacles = (const StrataObstacle *) (gpointer) g_array_free (obstacles, FALSE);
      g_array_append_val (nearest, row);
    }

  return nearest;
}
