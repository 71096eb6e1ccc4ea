/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One decision table at work: which rows match.
 *
 * Each input rules rows out by whole words of bits. What is left is the hits,
 * but for rows with a cell that has to be interpreted: those are walked cell
 * by cell, exactly where and in the order in which an interpreter of the
 * whole table would come to such a cell, so that it gives the same reasons.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-table-private.h"

static DmnTableRun *
new_run (DmnTable          *table,
         const DmnCompiled *prepared)
{
  DmnTableRun *self = g_new0 (DmnTableRun, 1);

  self->table = table;
  self->prepared = prepared;
  self->inputs = g_new0 (DmnValue *, table->inputs->len);
  self->passed = g_new0 (const guint64 *, table->inputs->len);
  self->n_words = (table->rules->len + 63) / 64;
  self->alive = g_new0 (guint64, self->n_words);
  self->reached = g_new0 (guint64, self->n_words);
  self->hits = g_new (DmnHit, table->rules->len);
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);
  self->held = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);

  return self;
}

static gboolean
is_allowed (const DmnTableRun    *self,
            const DmnInputClause *input,
            DmnValue             *value)
{
  const guint64 *passed = NULL;

  if (input->allowed == NULL || dmn_value_is_null (value))
    return TRUE;

  if (self->compiled != NULL && !self->compiled->allowed[self->n_inputs].any_interpreted)
    passed = dmn_column_find (&self->compiled->allowed[self->n_inputs], value);
  if (passed != NULL)
    return dmn_rows_has (passed, 0);

  return feel_test (self->run, input->allowed, value, self->scope) == DMN_TRUTH_TRUE;
}

/* FALSE where it is none of its allowed values. */
static gboolean
take_input (DmnTableRun *self,
            DmnValue    *value)
{
  const DmnInputClause *input = dmn_table_get_input (self->table, self->n_inputs);
  gboolean allowed;

  if (!dmn_type_keeps (input->type, value))
    {
      value = dmn_type_convert (input->type, value, TRUE, self->run);
      g_ptr_array_add (self->held, value);
    }

  allowed = is_allowed (self, input, value);
  self->inputs[self->n_inputs++] = value;
  if (!allowed)
    {
      g_autofree char *text = dmn_value_to_string (value);

      feel_run_fail (self->run, "“%s”: “%.60s” is not among the values allowed for “%s”",
                     self->table->decision, text, input->text);
    }

  return allowed;
}

static void
rule_out (DmnTableRun *self,
          guint        index)
{
  const DmnColumn *column = self->compiled != NULL ? &self->compiled->columns[index] : NULL;
  const guint64 *passed = column != NULL ? dmn_column_find (column, self->inputs[index]) : NULL;

  self->passed[index] = passed;
  if (passed == NULL)
    {
      self->any_reached = TRUE;
      for (guint i = 0; i < self->n_words; i++)
        self->reached[i] |= self->alive[i];
    }
  else if (column->any_interpreted)
    {
      self->any_reached = TRUE;
      for (guint i = 0; i < self->n_words; i++)
        {
          self->reached[i] |= self->alive[i] & column->interpreted[i];
          self->alive[i] &= passed[i] | column->interpreted[i];
        }
    }
  else
    {
      for (guint i = 0; i < self->n_words; i++)
        self->alive[i] &= passed[i];
    }
}

static void
rule_all_out (DmnTableRun *self)
{
  guint n_rules = self->table->rules->len;

  self->any_reached = FALSE;
  for (guint i = 0; i < self->n_words; i++)
    {
      self->alive[i] = G_MAXUINT64;
      self->reached[i] = 0;
    }
  if (n_rules % 64 != 0)
    self->alive[self->n_words - 1] = (G_GUINT64_CONSTANT (1) << (n_rules % 64)) - 1;

  for (guint i = 0; i < self->n_inputs; i++)
    rule_out (self, i);
}

static gboolean
passes_cell (const DmnTableRun *self,
             guint              row,
             guint              index)
{
  const guint64 *passed = self->passed[index];

  if (passed != NULL && !dmn_rows_has (self->compiled->columns[index].interpreted, row))
    return dmn_rows_has (passed, row);

  return feel_test (self->run, dmn_table_get_rule (self->table, row)->tests[index],
                    self->inputs[index], self->scope) == DMN_TRUTH_TRUE;
}

static gboolean
row_matches (const DmnTableRun *self,
             guint              row)
{
  if (!self->any_reached || !dmn_rows_has (self->reached, row))
    return TRUE;

  for (guint i = 0; i < self->n_inputs; i++)
    if (!passes_cell (self, row, i))
      return FALSE;

  return TRUE;
}

static void
find_hits (DmnTableRun *self)
{
  gboolean only_first = self->table->hit_policy == DMN_HIT_POLICY_FIRST;

  rule_all_out (self);
  for (guint i = 0; i < self->n_words; i++)
    for (guint64 rows = self->alive[i] | self->reached[i]; rows != 0; rows &= rows - 1)
      {
        guint row = i * 64 + (guint) __builtin_ctzll (rows);

        if (!row_matches (self, row))
          continue;
        self->hits[self->n_hits++].row = row;
        if (only_first)
          return;
      }
}

static void
find_results (DmnTableRun *self)
{
  for (guint i = 0; i < self->n_hits; i++)
    if (dmn_table_run_get_prepared (self, self->hits[i].row) == NULL)
      {
        self->hits[i].first_result = self->results->len;
        dmn_table_evaluate_outputs (self->run, self->table, dmn_table_get_rule (self->table, self->hits[i].row)->results,
                                    self->scope, self->results);
      }
}

/* Names of the model's may hide what the cells call: then nothing is prepared
 * for that. */
static void
begin (DmnTableRun *self,
       FeelRun     *run,
       FeelScope   *scope)
{
  self->run = run;
  self->scope = scope;
  self->n_inputs = 0;
  self->n_hits = 0;
  if (self->results->len > 0)
    g_ptr_array_set_size (self->results, 0);
  if (self->held->len > 0)
    g_ptr_array_set_size (self->held, 0);
  self->compiled = self->prepared;
  if (self->compiled != NULL && self->compiled->calls != 0 && feel_calls_are_hidden (self->compiled->calls, scope))
    self->compiled = NULL;
}

/* One row that matches alone is the answer of all policies that give one. */
static DmnValue *
finish (DmnTableRun *self)
{
  DmnValue *answer = NULL;

  find_hits (self);
  if (self->n_hits == 1 && self->table->hit_policy < DMN_HIT_POLICY_RULE_ORDER)
    answer = dmn_table_run_get_prepared (self, self->hits[0].row);
  if (answer != NULL)
    return answer;

  find_results (self);
  answer = dmn_table_run_answer (self);
  g_ptr_array_add (self->held, answer);

  return answer;
}

static DmnValue *
evaluate (DmnTableRun *self,
          FeelRun     *run,
          FeelScope   *scope)
{
  begin (self, run, scope);
  for (guint i = 0; i < self->table->inputs->len; i++)
    {
      DmnValue *value = feel_evaluate (run, dmn_table_get_input (self->table, i)->expression, scope);

      g_ptr_array_add (self->held, value);
      if (!take_input (self, value))
        return dmn_value_new_null ();
    }

  return dmn_value_ref (finish (self));
}

DmnValue *
dmn_table_interpret (FeelRun   *run,
                     DmnTable  *table,
                     FeelScope *scope)
{
  g_autoptr (DmnTableRun) self = new_run (table, NULL);

  return evaluate (self, run, scope);
}

/**
 * dmn_table_evaluate:
 * @run: the evaluation
 * @table: a table
 * @scope: (nullable): the names that its cells may use
 *
 * Returns: (transfer full): what the table answers; where its hit policy is
 *   broken or nothing matches, null, and the run says why
 */
DmnValue *
dmn_table_evaluate (FeelRun   *run,
                    DmnTable  *table,
                    FeelScope *scope)
{
  g_autoptr (DmnTableRun) self = dmn_table_run_new (table);

  return evaluate (self, run, scope);
}

/**
 * dmn_table_run_new:
 * @table: a table, which has to outlive this
 *
 * Compiles the table if nobody has done so.
 *
 * Returns: (transfer full): something to decide the table with
 */
DmnTableRun *
dmn_table_run_new (DmnTable *table)
{
  g_return_val_if_fail (table != NULL, NULL);

  return new_run (table, dmn_table_compile (table));
}

/**
 * dmn_table_run_free:
 * @self: (transfer full): a table at work
 *
 * Frees it.
 */
void
dmn_table_run_free (DmnTableRun *self)
{
  g_free (self->inputs);
  g_free (self->passed);
  g_free (self->alive);
  g_free (self->reached);
  g_free (self->hits);
  g_ptr_array_unref (self->results);
  g_ptr_array_unref (self->held);
  g_free (self);
}

/**
 * dmn_table_run_decide:
 * @self: a table at work
 * @run: the evaluation
 * @inputs: a value for each of the table's inputs, in their order, in place
 *   of what their expressions would come to
 * @scope: (nullable): the names that cells may use
 *
 * Returns: (transfer none): what the table answers, as dmn_table_evaluate ()
 *   does; to be used before the next decision
 */
DmnValue *
dmn_table_run_decide (DmnTableRun     *self,
                      FeelRun         *run,
                      DmnValue *const *inputs,
                      FeelScope       *scope)
{
  g_return_val_if_fail (self != NULL, dmn_value_new_null ());
  g_return_val_if_fail (run != NULL, dmn_value_new_null ());

  begin (self, run, scope);
  for (guint i = 0; i < self->table->inputs->len; i++)
    if (!take_input (self, inputs[i]))
      return dmn_value_new_null ();

  return finish (self);
}
