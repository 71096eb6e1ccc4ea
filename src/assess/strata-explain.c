/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why a decision came out as it did: what it rests on, which rows are near and
 * which say otherwise (decision model, section 4.7).
 *
 * Nothing here knows a rule: rows, cells and what passes them are the table's.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "assess/strata-view-private.h"

static gboolean
asks_for_something (const StrataView *view,
                    guint             row,
                    guint             column)
{
  return strata_view_get_rule (view, row)->tests[column]->kind != FEEL_NODE_ANY;
}

/* Runs every completion once and notes which rules fire. */
static GPtrArray *
list_hits (StrataCase *self)
{
  GPtrArray *nodes = self->logic->nodes;
  GPtrArray *hits = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (hits, g_new0 (gboolean, ((StrataLogicNode *) g_ptr_array_index (nodes, i))->outputs->len));
  do
    {
      strata_logic_run (self->logic);
      for (guint i = 0; i < nodes->len; i++)
        ((gboolean *) g_ptr_array_index (hits, i))[((StrataLogicNode *) g_ptr_array_index (nodes, i))->rule] = TRUE;
    }
  while (strata_logic_advance (self->logic));

  return hits;
}

/* Whether the cell passes in every completion. */
gboolean
strata_view_cell_passes (const StrataView *view,
                         guint             row,
                         guint             index)
{
  const StrataColumn *column = strata_view_get_column (view, index);
  const gboolean *hits = column->of_fact ? NULL : g_ptr_array_index (view->hits, column->node);

  for (guint i = 0; i < column->rules->len; i++)
    if ((hits == NULL || hits[i]) && !strata_view_has_bit (column->rules, i, row))
      return FALSE;

  return TRUE;
}

guint
strata_view_count_failing (const StrataView *view,
                           guint             row)
{
  guint count = 0;

  for (guint i = 0; i < view->table->columns->len; i++)
    count += !strata_view_cell_passes (view, row, i);

  return count;
}

static StrataFactSet
gather_row (const StrataView *view,
            guint             row)
{
  StrataFactSet facts = 0;

  for (guint i = 0; i < view->table->columns->len; i++)
    {
      const StrataColumn *column = strata_view_get_column (view, i);

      if (asks_for_something (view, row, i))
        facts |= column->of_fact ? STRATA_FACT_BIT (column->sight.fact)
                                 : strata_view_gather_node (view, column->node);
    }

  return facts;
}

static gboolean
asks_for_nothing (const StrataView *view,
                  guint             row)
{
  return gather_row (view, row) == 0;
}

/* A row that asks for nothing fires because none before it did. */
static StrataFactSet
gather_until (const StrataView *view,
              guint             row)
{
  StrataFactSet facts = gather_row (view, row);

  if (facts == 0)
    for (guint i = 0; i < row; i++)
      facts |= gather_row (view, i);

  return facts;
}

/* The facts that the rules of a decision that fire ask for. */
StrataFactSet
strata_view_gather_node (const StrataView *view,
                         guint             index)
{
  const StrataLogicNode *node = strata_view_get_node (view, index);
  const gboolean *hits = g_ptr_array_index (view->hits, index);
  StrataFactSet facts = 0;

  for (guint i = 0; i < node->n_tables; i++)
    {
      StrataView other = { view->one, view->hits, &node->tables[i] };

      for (guint j = 0; j < other.table->table->rules->len; j++)
        if (hits[other.table->first_rule + j])
          facts |= gather_until (&other, j);
    }

  return facts;
}

StrataMatrixRow
strata_view_describe_row (const StrataView *view,
                          guint             row)
{
  guint rule = view->table->first_rule + row;

  return (StrataMatrixRow) {
    .row = row + 1,
    .is_leaning = view->table->first_rule > 0,
    .outcome = strata_decision_list_outcomes (view->one->id)[view->one->outcomes[rule]],
    .description = strata_description_dup_translated (strata_view_get_rule (view, row)->description),
  };
}

/* Whether everything that passes one row's cell passes the other's. */
static gboolean
cell_covers (const StrataView *view,
             guint             index,
             guint             wide,
             guint             narrow)
{
  StrataColumn *column = strata_view_get_column (view, index);
  const GArray *classes = column->of_fact ? strata_case_get_classes (view->one, column->sight.fact) : NULL;
  guint n_values = classes != NULL ? classes->len : column->rules->len;

  for (guint i = 0; i < n_values; i++)
    {
      g_autoptr (DmnValue) value = NULL;
      guint64 rules;

      if (classes != NULL)
        value = strata_sight_see (&column->sight, g_array_index (classes, double, i));
      rules = value != NULL ? strata_column_test (column, view->table->table, value)
                            : g_array_index (column->rules, guint64, i);
      if ((rules >> narrow & 1) != 0 && (rules >> wide & 1) == 0)
        return FALSE;
    }

  return TRUE;
}

/* A row that holds wherever another does is the rule to that one's exception,
 * and no contradiction. */
static gboolean
is_rule_to (const StrataView *view,
            guint             wide,
            guint             narrow)
{
  for (guint i = 0; i < view->table->columns->len; i++)
    if (!cell_covers (view, i, wide, narrow))
      return FALSE;

  return TRUE;
}

static gboolean
is_rule_to_a_hit (const StrataView *view,
                  guint             row)
{
  const gboolean *hits = g_ptr_array_index (view->hits, view->hits->len - 1);

  for (guint i = 0; i < view->table->table->rules->len; i++)
    if (i != row && hits[view->table->first_rule + i] && is_rule_to (view, row, i))
      return TRUE;

  return FALSE;
}

static gboolean
says_otherwise (const StrataView *view,
                guint             row,
                int               outcome)
{
  return view->one->outcomes[view->table->first_rule + row] != outcome && strata_view_count_failing (view, row) == 0;
}

/* Of the narrative, the first row that holds speaks. One that always holds
 * says only what is left, and contradicts nothing. */
static void
add_narrative (const StrataView *view,
               int               outcome,
               GArray           *rivals)
{
  guint first = 0;
  guint n_rows = view->table->table->rules->len;

  while (first < n_rows && strata_view_count_failing (view, first) > 0)
    first++;
  if (first < n_rows && says_otherwise (view, first, outcome) && !asks_for_nothing (view, first))
    {
      StrataMatrixRow row = strata_view_describe_row (view, first);

      g_array_append_val (rivals, row);
    }
}

static GArray *
list_rivals (StrataView *view,
             int         outcome)
{
  GArray *rivals = g_array_new (FALSE, FALSE, sizeof (StrataMatrixRow));
  const StrataLogicNode *root = strata_logic_get_root (view->one->logic);

  for (guint i = 0; i < view->table->table->rules->len; i++)
    if (says_otherwise (view, i, outcome) && !is_rule_to_a_hit (view, i))
      {
        StrataMatrixRow row = strata_view_describe_row (view, i);

        g_array_append_val (rivals, row);
      }
  if (root->n_tables > 1)
    {
      view->table = &root->tables[1];
      add_narrative (view, outcome, rivals);
    }

  return rivals;
}

/* Of the only row that fires. */
static char *
dup_reason (const StrataView *view)
{
  const StrataLogicNode *root = strata_logic_get_root (view->one->logic);
  const gboolean *hits = g_ptr_array_index (view->hits, view->hits->len - 1);
  const char *description = NULL;
  guint n_hits = 0;

  for (guint i = 0; i < root->n_tables; i++)
    for (guint j = 0; j < root->tables[i].table->rules->len; j++)
      if (hits[root->tables[i].first_rule + j])
        {
          description = g_array_index (root->tables[i].table->rules, DmnRule, j).description;
          n_hits++;
        }

  return n_hits == 1 ? strata_description_dup_translated (description) : NULL;
}

static void
take_rows (GArray                 *array,
           const StrataMatrixRow **rows,
           guint                  *n_rows)
{
  *n_rows = array->len;
  *rows = (const StrataMatrixRow *) (gpointer) g_array_free (array, FALSE);
}

static void
clear_rows (const StrataMatrixRow *rows,
            guint                  n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_free ((gpointer) rows[i].obstacles);
      g_free (rows[i].description);
    }
  g_free ((gpointer) rows);
}

void
strata_case_explain (StrataCase     *self,
                     StrataSettled   settled,
                     StrataDecision *decision)
{
  g_autoptr (GPtrArray) hits = list_hits (self);
  StrataView view = { self, hits, &strata_logic_get_root (self->logic)->tables[0] };

  decision->grounds = strata_view_gather_node (&view, hits->len - 1);
  decision->reason = dup_reason (&view);
  if (settled.basis == STRATA_BASIS_LEANING)
    take_rows (strata_view_list_nearest (&view), &decision->nearest, &decision->n_nearest);
  else
    take_rows (list_rivals (&view, settled.outcome), &decision->rivals, &decision->n_rivals);
}

void
strata_decision_clear_rows (StrataDecision *decision)
{
  clear_rows (decision->nearest, decision->n_nearest);
  clear_rows (decision->rivals, decision->n_rivals);
  g_free (decision->reason);
}
