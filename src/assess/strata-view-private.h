/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of a decision, looked at row by row to say why it came out so.
 */

#pragma once

#include "assess/strata-decide-private.h"

G_BEGIN_DECLS

typedef struct
{
  StrataCase             *one;
  GPtrArray              *hits;  /* of gboolean *: by node, the rules that fire
                                  * in any completion */
  const StrataLogicTable *table;
} StrataView;

static inline StrataLogicNode *
strata_view_get_node (const StrataView *view,
                      guint             index)
{
  return g_ptr_array_index (view->one->logic->nodes, index);
}

static inline StrataColumn *
strata_view_get_column (const StrataView *view,
                        guint             index)
{
  return &g_array_index (view->table->columns, StrataColumn, index);
}

static inline DmnRule *
strata_view_get_rule (const StrataView *view,
                      guint             row)
{
  return &g_array_index (view->table->table->rules, DmnRule, row);
}

/* Whether the row is among the rules that one answer passes. */
static inline gboolean
strata_view_has_bit (const GArray *rules,
                     guint         index,
                     guint         row)
{
  return (g_array_index (rules, guint64, index) >> row & 1) != 0;
}

/* Whether the cell passes in every completion. */
gboolean        strata_view_cell_passes   (const StrataView *view,
                                           guint             row,
                                           guint             index);
guint           strata_view_count_failing (const StrataView *view,
                                           guint             row);
/* The facts that those rules of a decision ask for that fire. */
StrataFactSet   strata_view_gather_node   (const StrataView *view,
                                           guint             index);
StrataMatrixRow strata_view_describe_row  (const StrataView *view,
                                           guint             row);
/* Of StrataMatrixRow, in the table's order. */
GArray         *strata_view_list_nearest  (const StrataView *view) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
