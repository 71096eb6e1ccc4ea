/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One decision made ready to be decided for many clients at once.
 *
 * Whether an answer passes a cell is asked of the engine once. A row of cells
 * is then a word of bits, and a table the lowest bit that all its columns
 * have in common.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "assess/strata-cell-private.h"
#include "assess/strata-logic-private.h"

#include "dmn/dmn-error.h"

#include <string.h>

/* How far decisions may require one another. */
#define MAX_NODES 64

static gboolean build_node (StrataLogic  *self,
                            const char   *name,
                            guint         depth,
                            guint        *node,
                            GError      **error);

static void
column_clear (gpointer data)
{
  StrataColumn *column = data;

  g_array_unref (column->rules);
}

static void
node_free (gpointer data)
{
  StrataLogicNode *node = data;

  for (guint i = 0; i < node->n_tables; i++)
    g_array_unref (node->tables[i].columns);
  g_ptr_array_unref (node->outputs);
  g_free (node->name);
  g_free (node);
}

static StrataLogicNode *
node_at (StrataLogic *self,
         guint        index)
{
  return g_ptr_array_index (self->nodes, index);
}

static StrataColumn *
column_at (const StrataLogicTable *table,
           guint                   index)
{
  return &g_array_index (table->columns, StrataColumn, index);
}

static DmnRule *
rule_at (DmnTable *table,
         guint     index)
{
  return &g_array_index (table->rules, DmnRule, index);
}

static gboolean
fail (StrataLogic  *self,
      const char   *decision,
      const char   *what,
      GError      **error)
{
  return strata_logic_fail (self->model, decision, 0, what, error);
}

static gboolean
check_table (StrataLogic  *self,
             DmnTable     *table,
             const char   *name,
             GError      **error)
{
  if (table == NULL)
    return fail (self, name, "a decision table is needed here", error);
  if (table->hit_policy != DMN_HIT_POLICY_FIRST)
    return fail (self, name, "the table’s hit policy has to be FIRST", error);
  if (table->outputs->len != 1)
    return fail (self, name, "the table has to have one output", error);
  if (table->rules->len > STRATA_LOGIC_MAX_RULES)
    return fail (self, name, "the table has more than 64 rows", error);

  return TRUE;
}

/* What a cell says may depend on its own column alone: that is what makes
 * classes of answers exact. */
static gboolean
check_cell (StrataLogic    *self,
            DmnTable       *table,
            guint           row,
            DmnInputClause *column,
            FeelNode       *cell,
            GError        **error)
{
  const char *stray = strata_cell_find_stray (cell, NULL, NULL);
  g_autofree char *what = NULL;
  gboolean is_input;
  StrataSight sight;

  if (stray == NULL)
    return TRUE;

  is_input = strata_sight_lookup (stray, &sight) || dmn_model_find_decision (self->model, stray, NULL);
  what = g_strdup_printf (is_input ? "row %u, “%.60s”: the cell names “%.60s”; that needs a column of its own"
                                   : "row %u, “%.60s”: nothing is called “%.60s”; a text stands in quotes",
                          row + 1, column->text, stray);

  return strata_logic_fail (self->model, table->decision, rule_at (table, row)->line, what, error);
}

static gboolean
build_column (StrataLogic  *self,
              const char   *name,
              DmnTable     *table,
              StrataColumn *column,
              guint         depth,
              GError      **error)
{
  DmnInputClause *input = &g_array_index (table->inputs, DmnInputClause, column->index);
  g_autofree char *text = g_strstrip (g_strdup (input->text));
  g_autofree char *what = NULL;

  for (guint i = 0; i < table->rules->len; i++)
    if (!check_cell (self, table, i, input, rule_at (table, i)->tests[column->index], error))
      return FALSE;

  column->of_fact = strata_sight_lookup (text, &column->sight);
  if (column->of_fact)
    {
      if (self->slots[column->sight.fact].answers == NULL)
        self->slots[column->sight.fact].answers = g_array_new (FALSE, FALSE, sizeof (double));
      return TRUE;
    }
  if (dmn_model_find_decision (self->model, text, NULL))
    return build_node (self, text, depth + 1, &column->node, error);

  what = g_strdup_printf ("the column “%.60s” is neither a fact nor a decision", text);
  return fail (self, name, what, error);
}

static gboolean
build_outputs (StrataLogic      *self,
               StrataLogicNode  *node,
               DmnTable         *table,
               GError          **error)
{
  FeelRun run;

  for (guint i = 0; i < table->rules->len; i++)
    {
      DmnValue *value;

      feel_run_init (&run);
      value = feel_evaluate (&run, rule_at (table, i)->results[0], NULL);
      feel_run_clear (&run);
      g_ptr_array_add (node->outputs, value);
      if (dmn_value_is_null (value))
        {
          g_autofree char *what = g_strdup_printf ("row %u comes to nothing", i + 1);

          return strata_logic_fail (self->model, node->name, rule_at (table, i)->line, what, error);
        }
    }

  return TRUE;
}

static gboolean
build_table (StrataLogic      *self,
             StrataLogicNode  *node,
             const char       *name,
             guint             depth,
             GError          **error)
{
  StrataLogicTable *table = &node->tables[node->n_tables];
  guint decision = 0;

  if (!dmn_model_find_decision (self->model, name, &decision))
    return fail (self, name, "there is no such decision", error);
  table->table = dmn_model_get_table (self->model, decision);
  if (!check_table (self, table->table, name, error))
    return FALSE;

  table->columns = g_array_new (FALSE, TRUE, sizeof (StrataColumn));
  g_array_set_clear_func (table->columns, column_clear);
  table->first_rule = node->outputs->len;
  node->n_tables++;
  for (guint i = 0; i < table->table->inputs->len; i++)
    {
      StrataColumn column = { .index = i };

      column.rules = g_array_new (FALSE, FALSE, sizeof (guint64));
      g_array_append_val (table->columns, column);
      if (!build_column (self, name, table->table, column_at (table, i), depth, error))
        return FALSE;
    }

  return build_outputs (self, node, table->table, error);
}

/* A column of another decision: its rules are tested once and for all. */
static void
test_outputs (StrataLogic            *self,
              const StrataLogicTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      StrataColumn *column = column_at (table, i);
      GPtrArray *outputs = column->of_fact ? NULL : node_at (self, column->node)->outputs;

      for (guint j = 0; outputs != NULL && j < outputs->len; j++)
        {
          guint64 rules = strata_column_test (column, table->table, g_ptr_array_index (outputs, j));

          g_array_append_val (column->rules, rules);
        }
    }
}

static gboolean
find_node (StrataLogic *self,
           const char  *name,
           guint       *node)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (g_str_equal (node_at (self, i)->name, name))
      {
        *node = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
build_tables (StrataLogic      *self,
              StrataLogicNode  *node,
              guint             depth,
              GError          **error)
{
  g_autofree char *leaning = g_strconcat (node->name, "_leaning", NULL);

  if (!build_table (self, node, node->name, depth, error))
    return FALSE;
  if (dmn_model_find_decision (self->model, leaning, NULL)
      && !build_table (self, node, leaning, depth, error))
    return FALSE;

  g_ptr_array_add (node->outputs, dmn_value_new_null ());
  for (guint i = 0; i < node->n_tables; i++)
    test_outputs (self, &node->tables[i]);

  return TRUE;
}

static gboolean
build_node (StrataLogic  *self,
            const char   *name,
            guint         depth,
            guint        *index,
            GError      **error)
{
  StrataLogicNode *node;

  if (find_node (self, name, index))
    return TRUE;
  if (depth > MAX_NODES || self->nodes->len > MAX_NODES)
    return fail (self, name, "it requires too many decisions, or itself", error);

  node = g_new0 (StrataLogicNode, 1);
  node->name = g_strdup (name);
  node->outputs = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);
  if (!build_tables (self, node, depth, error))
    {
      node_free (node);
      return FALSE;
    }

  *index = self->nodes->len;
  g_ptr_array_add (self->nodes, node);

  return TRUE;
}

static void
run_node (StrataLogic     *self,
          StrataLogicNode *node)
{
  for (guint i = 0; i < node->n_tables; i++)
    {
      const StrataLogicTable *table = &node->tables[i];
      guint n_rules = table->table->rules->len;
      guint64 rules = n_rules == STRATA_LOGIC_MAX_RULES ? G_MAXUINT64 : (G_GUINT64_CONSTANT (1) << n_rules) - 1;

      for (guint j = 0; j < table->columns->len; j++)
        {
          StrataColumn *column = column_at (table, j);
          guint answer = column->of_fact ? self->slots[column->sight.fact].current
                                         : node_at (self, column->node)->rule;

          rules &= g_array_index (column->rules, guint64, answer);
        }
      if (rules != 0)
        {
          node->rule = table->first_rule + (guint) __builtin_ctzll (rules);
          return;
        }
    }

  node->rule = node->outputs->len - 1;
}

/* Without a line, that of the decision, if there is such a one. */
gboolean
strata_logic_fail (DmnModel    *model,
                   const char  *decision,
                   int          line,
                   const char  *what,
                   GError     **error)
{
  g_autofree char *place = NULL;
  guint index = 0;

  if (line == 0 && dmn_model_find_decision (model, decision, &index))
    line = (int) dmn_model_get_decision_line (model, index);
  place = line > 0 ? g_strdup_printf (":%d", line) : g_strdup ("");
  g_set_error (error, DMN_ERROR, DMN_ERROR_MODEL, "%s%s: “%s”: %s",
               dmn_model_get_name (model), place, decision, what);

  return FALSE;
}

StrataLogic *
strata_logic_new (DmnModel    *model,
                  const char  *decision,
                  GError     **error)
{
  g_autoptr (StrataLogic) self = g_new0 (StrataLogic, 1);
  guint root = 0;

  self->model = dmn_model_ref (model);
  self->nodes = g_ptr_array_new_with_free_func (node_free);
  if (!build_node (self, decision, 0, &root, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
strata_logic_free (StrataLogic *self)
{
  for (guint i = 0; i < STRATA_N_FACTS; i++)
    g_clear_pointer (&self->slots[i].answers, g_array_unref);
  g_ptr_array_unref (self->nodes);
  dmn_model_unref (self->model);
  g_free (self);
}

StrataLogicNode *
strata_logic_get_root (StrataLogic *self)
{
  return node_at (self, self->nodes->len - 1);
}

gboolean
strata_logic_uses (StrataLogic  *self,
                   StrataFactId  fact)
{
  return self->slots[fact].answers != NULL;
}

GPtrArray *
strata_logic_list_columns (StrataLogic  *self,
                           StrataFactId  fact,
                           GPtrArray    *tables)
{
  GPtrArray *columns = g_ptr_array_new ();

  for (guint i = 0; i < self->nodes->len; i++)
    for (guint j = 0; j < node_at (self, i)->n_tables; j++)
      {
        const StrataLogicTable *table = &node_at (self, i)->tables[j];

        for (guint k = 0; k < table->columns->len; k++)
          if (column_at (table, k)->of_fact && column_at (table, k)->sight.fact == fact)
            {
              g_ptr_array_add (columns, column_at (table, k));
              g_ptr_array_add (tables, table->table);
            }
      }

  return columns;
}

guint64
strata_column_test (StrataColumn *column,
                    DmnTable     *table,
                    DmnValue     *value)
{
  guint64 rules = 0;

  dmn_table_test_input (table, column->index, value, &rules);

  return rules;
}

void
strata_logic_set_answers (StrataLogic  *self,
                          StrataFactId  fact,
                          const double *answers,
                          guint         n_answers)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = strata_logic_list_columns (self, fact, tables);
  StrataLogicSlot *slot = &self->slots[fact];

  g_assert (slot->answers != NULL);

  g_array_set_size (slot->answers, 0);
  g_array_append_vals (slot->answers, answers, n_answers);
  slot->current = 0;
  for (guint i = 0; i < columns->len; i++)
    {
      StrataColumn *column = g_ptr_array_index (columns, i);

      g_array_set_size (column->rules, 0);
      for (guint j = 0; j < n_answers; j++)
        {
          g_autoptr (DmnValue) value = strata_sight_see (&column->sight, answers[j]);
          guint64 rules = strata_column_test (column, g_ptr_array_index (tables, i), value);

          g_array_append_val (column->rules, rules);
        }
    }
}

guint64
strata_logic_count (StrataLogic *self)
{
  guint64 count = 1;

  for (guint i = 0; i < STRATA_N_FACTS; i++)
    if (self->slots[i].answers != NULL && !g_uint64_checked_mul (&count, count, self->slots[i].answers->len))
      return G_MAXUINT64;

  return count;
}

guint
strata_logic_run (StrataLogic *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    run_node (self, node_at (self, i));

  return strata_logic_get_root (self)->rule;
}

gboolean
strata_logic_advance (StrataLogic *self)
{
  for (guint i = 0; i < STRATA_N_FACTS; i++)
    {
      StrataLogicSlot *slot = &self->slots[i];

      if (slot->answers == NULL)
        continue;
      if (++slot->current < slot->answers->len)
        return TRUE;
      slot->current = 0;
    }

  return FALSE;
}
