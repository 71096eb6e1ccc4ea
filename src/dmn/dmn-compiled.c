/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A decision table made ready to be decided often.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-compiled-private.h"

#include "dmn/dmn-table-private.h"

static void
compile_input (DmnCompiled *self,
               DmnTable    *table,
               guint        index)
{
  DmnInputClause *input = dmn_table_get_input (table, index);
  g_autofree FeelNode **cells = g_new (FeelNode *, self->n_rules);

  for (guint i = 0; i < self->n_rules; i++)
    cells[i] = dmn_table_get_rule (table, i)->tests[index];

  dmn_column_init (&self->columns[index], cells, self->n_rules);
  dmn_column_init (&self->allowed[index], &input->allowed, input->allowed != NULL ? 1 : 0);
  self->calls |= self->columns[index].calls | self->allowed[index].calls;
}

static gboolean
is_constant_rule (const DmnCompiled *self,
                  const DmnRule     *rule,
                  guint             *calls)
{
  for (guint i = 0; i < self->n_outputs; i++)
    if (!feel_node_is_constant (rule->results[i], calls))
      return FALSE;

  return TRUE;
}

/* Outputs that complain have to do so each time: they are not prepared. */
static void
compile_rule (DmnCompiled *self,
              DmnTable    *table,
              guint        index)
{
  const DmnRule *rule = dmn_table_get_rule (table, index);
  g_autoptr (GPtrArray) values = NULL;
  guint calls = 0;
  FeelRun run;

  if (!is_constant_rule (self, rule, &calls))
    return;

  values = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);
  feel_run_init (&run);
  dmn_table_evaluate_outputs (&run, table, rule->results, NULL, values);
  if (run.reasons->len == 0)
    {
      for (guint i = 0; i < self->n_outputs; i++)
        self->outputs[index * self->n_outputs + i] = dmn_value_ref (values->pdata[i]);
      self->answers[index] = dmn_table_make_answer (table, (DmnValue **) values->pdata);
      self->calls |= calls;
    }
  feel_run_clear (&run);
}

static DmnCompiled *
compile (DmnTable *table)
{
  DmnCompiled *self = g_new0 (DmnCompiled, 1);

  self->n_inputs = table->inputs->len;
  self->n_outputs = table->outputs->len;
  self->n_rules = table->rules->len;
  self->columns = g_new0 (DmnColumn, self->n_inputs);
  self->allowed = g_new0 (DmnColumn, self->n_inputs);
  self->outputs = g_new0 (DmnValue *, (gsize) self->n_rules * self->n_outputs);
  self->answers = g_new0 (DmnValue *, self->n_rules);

  for (guint i = 0; i < self->n_inputs; i++)
    compile_input (self, table, i);
  for (guint i = 0; i < self->n_rules; i++)
    compile_rule (self, table, i);

  return self;
}

/* Two threads may both make one; the first one in is kept. */
const DmnCompiled *
dmn_table_compile (DmnTable *table)
{
  DmnCompiled *compiled = g_atomic_pointer_get (&table->compiled);

  if (compiled != NULL)
    return compiled;

  compiled = compile (table);
  if (!g_atomic_pointer_compare_and_exchange (&table->compiled, NULL, compiled))
    dmn_compiled_free (compiled);

  return g_atomic_pointer_get (&table->compiled);
}

void
dmn_compiled_free (DmnCompiled *self)
{
  for (guint i = 0; i < self->n_inputs; i++)
    {
      dmn_column_clear (&self->columns[i]);
      dmn_column_clear (&self->allowed[i]);
    }
  for (guint i = 0; i < self->n_rules; i++)
    g_clear_pointer (&self->answers[i], dmn_value_unref);
  for (guint i = 0; i < self->n_rules * self->n_outputs; i++)
    g_clear_pointer (&self->outputs[i], dmn_value_unref);
  g_free (self->columns);
  g_free (self->allowed);
  g_free (self->outputs);
  g_free (self->answers);
  g_free (self);
}

/**
 * dmn_table_test_input:
 * @table: a table
 * @input: one of its inputs
 * @value: what stands in for the input
 * @rules: (out caller-allocates): a word for each 64 rules that are begun
 *
 * Tests the cells below one input. Names other than `?` mean nothing in them.
 */
void
dmn_table_test_input (DmnTable *table,
                      guint     input,
                      DmnValue *value,
                      guint64  *rules)
{
  const DmnColumn *column;
  const guint64 *passed;
  FeelRun run = { NULL };

  g_return_if_fail (input < table->inputs->len);

  column = &dmn_table_compile (table)->columns[input];
  passed = dmn_column_find (column, value);
  for (guint i = 0; i < column->n_words; i++)
    rules[i] = passed != NULL ? passed[i] & ~column->interpreted[i] : 0;
  if (passed != NULL && !column->any_interpreted)
    return;

  for (guint i = 0; i < table->rules->len; i++)
    if ((passed == NULL || dmn_rows_has (column->interpreted, i))
        && feel_test (&run, dmn_table_get_rule (table, i)->tests[input], value, NULL) == DMN_TRUTH_TRUE)
      dmn_rows_add (rules, i);
}
