/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading the house rules: all that can be wrong with them is found here, all
 * that the facts decide is decided (decision model, section 8).
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "assess/strata-house-private.h"

#define DECISION "house_rules"

/* Each is asked of every stack: what a person could not read is refused. */
#define MAX_ROWS 1000

static const char *const output_names[] = { "code", "severity" };

typedef enum
{
  OUTPUT_CODE,
  OUTPUT_SEVERITY,
} Output;

static void
rule_clear (gpointer data)
{
  StrataHouseRule *rule = data;

  g_free (rule->code);
  g_free (rule->message);
  g_clear_pointer (&rule->columns, g_array_unref);
}

static DmnRule *
rule_at (DmnTable *table,
         guint     row)
{
  return &g_array_index (table->rules, DmnRule, row);
}

static const char *
column_at (DmnTable *table,
           guint     column)
{
  return g_array_index (table->inputs, DmnInputClause, column).text;
}

static gboolean
fail (StrataHouse  *self,
      GError      **error,
      const char   *format,
      ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (StrataHouse  *self,
      GError      **error,
      const char   *format,
      ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return strata_logic_fail (self->model, DECISION, 0, what, error);
}

static gboolean
fail_cell (StrataHouse  *self,
           guint         row,
           const char   *column,
           const char   *says,
           GError      **error)
{
  g_autofree char *what = g_strdup_printf ("row %u, “%s”: %s", row + 1, column, says);

  return strata_logic_fail (self->model, DECISION, rule_at (self->table, row)->line, what, error);
}

static gboolean
find_output (DmnTable *table,
             Output    output,
             guint    *index)
{
  for (*index = 0; *index < table->outputs->len; (*index)++)
    if (g_strcmp0 (g_array_index (table->outputs, DmnOutputClause, *index).name, output_names[output]) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_defaults (DmnTable *table)
{
  for (guint i = 0; i < table->outputs->len; i++)
    if (g_array_index (table->outputs, DmnOutputClause, i).default_value != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
check_table (StrataHouse  *self,
             GError      **error)
{
  DmnTable *table = self->table;
  guint index;

  if (table == NULL)
    return fail (self, error, "a decision table is needed here");
  if (table->hit_policy != DMN_HIT_POLICY_COLLECT || table->aggregation != DMN_AGGREGATION_NONE)
    return fail (self, error, "the table’s hit policy has to be COLLECT, without an aggregation");
  if (table->outputs->len != 2 || !find_output (table, OUTPUT_CODE, &index)
      || !find_output (table, OUTPUT_SEVERITY, &index))
    return fail (self, error, "the table has to have two outputs, “code” and “severity”");
  if (has_defaults (table))
    return fail (self, error, "an output has a default, but only a row can say what is wrong");
  if (table->rules->len > MAX_ROWS)
    return fail (self, error, "the table has more than %d rows", MAX_ROWS);

  return TRUE;
}

/* The fact that a case knows the answer to, as tables see it. */
static DmnValue *
see (StrataCase        *one,
     const StrataSight *sight)
{
  double answer = 0;

  if (!strata_case_get_answer (one, sight->fact, &answer))
    return dmn_value_new_null ();

  return strata_sight_see (sight, answer);
}

static void
bind_facts (StrataHouse *self,
            StrataCase  *one)
{
  StrataSight sight;

  for (guint i = 0; strata_sight_get (i, &sight); i++)
    {
      g_autoptr (DmnValue) value = see (one, &sight);

      feel_scope_extend (&self->facts, sight.name, value);
    }
}

static gboolean
read_columns (StrataHouse  *self,
              StrataCase   *one,
              GError      **error)
{
  for (guint i = 0; i < self->table->inputs->len; i++)
    {
      g_autofree char *name = g_strstrip (g_strdup (column_at (self->table, i)));
      StrataHouseInput input = STRATA_HOUSE_DATA_PATTERN;
      gboolean of_stack = strata_house_input_lookup (name, &input);
      StrataSight sight;

      if (!of_stack && !strata_sight_lookup (name, &sight))
        return fail (self, error, "the column “%.60s” is neither a fact nor “data_pattern”, “hub_pattern”, “roles” or “capabilities”",
                     name);
      if (of_stack)
        self->uses[input] = TRUE;
      g_ptr_array_add (self->values, of_stack ? NULL : see (one, &sight));
      g_array_append_val (self->inputs, input);
    }

  return TRUE;
}

static gboolean
passes (StrataHouse *self,
        FeelNode    *cell,
        DmnValue    *value)
{
  FeelRun run;
  DmnTruth truth;

  feel_run_init (&run);
  truth = feel_test (&run, cell, value, self->facts);
  feel_run_clear (&run);

  return truth == DMN_TRUTH_TRUE;
}

/* Notes the cells that wait for a stack. */
static gboolean
read_cells (StrataHouse      *self,
            guint             row,
            StrataHouseRule  *rule,
            gboolean         *is_ruled_out,
            GError          **error)
{
  for (guint i = 0; i < self->table->inputs->len; i++)
    {
      FeelNode *cell = rule->rule->tests[i];
      DmnValue *value = g_ptr_array_index (self->values, i);
      gboolean asks_stack = value == NULL;
      const char *stray = strata_house_find_stray (self, cell, &asks_stack);

      if (stray != NULL)
        {
          g_autofree char *says = g_strdup_printf ("nothing is called “%.60s”; a text stands in quotes", stray);

          return fail_cell (self, row, column_at (self->table, i), says, error);
        }
      if (!asks_stack && !passes (self, cell, value))
        *is_ruled_out = TRUE;
      else if (asks_stack && cell->kind != FEEL_NODE_ANY)
        g_array_append_val (rule->columns, i);
    }

  return TRUE;
}

/* What an output says, the same for every client; NULL when it is no text. */
static char *
dup_output (StrataHouse *self,
            DmnRule     *rule,
            Output       output)
{
  g_autoptr (DmnValue) value = NULL;
  FeelRun run;
  guint index = 0;

  find_output (self->table, output, &index);
  feel_run_init (&run);
  value = feel_evaluate (&run, rule->results[index], NULL);
  feel_run_clear (&run);

  return dmn_value_get_kind (value) == DMN_KIND_STRING ? g_strdup (dmn_value_get_string (value)) : NULL;
}

static gboolean
is_code (const char *text)
{
  if (*text == '\0')
    return FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isgraph (g_utf8_get_char (text)))
      return FALSE;

  return TRUE;
}

static gboolean
read_code (StrataHouse      *self,
           guint             row,
           StrataHouseRule  *rule,
           GError          **error)
{
  g_autofree char *code = dup_output (self, rule->rule, OUTPUT_CODE);

  if (code == NULL || !is_code (code))
    return fail_cell (self, row, "code", "a text without spaces is needed here, in quotes", error);

  rule->code = g_strconcat ("house/", code, NULL);
  return TRUE;
}

static gboolean
read_severity (StrataHouse      *self,
               guint             row,
               StrataHouseRule  *rule,
               GError          **error)
{
  g_autofree char *id = dup_output (self, rule->rule, OUTPUT_SEVERITY);

  for (guint i = 0; id != NULL && i < STRATA_N_SEVERITIES; i++)
    if (g_str_equal (strata_severity_get_id (i), id))
      {
        rule->severity = i;
        return TRUE;
      }

  return fail_cell (self, row, "severity", "one of “error”, “warning” and “advice” is needed here, in quotes", error);
}

static gboolean
read_rule (StrataHouse      *self,
           guint             row,
           StrataHouseRule  *rule,
           gboolean         *is_ruled_out,
           GError          **error)
{
  rule->rule = rule_at (self->table, row);
  rule->message = strata_description_dup_translated (rule->rule->description);
  rule->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  if (rule->message == NULL)
    return fail_cell (self, row, "description", "a sentence is needed here, which the finding says", error);

  return read_code (self, row, rule, error) && read_severity (self, row, rule, error)
         && read_cells (self, row, rule, is_ruled_out, error);
}

static gboolean
read_rules (StrataHouse  *self,
            GError      **error)
{
  for (guint i = 0; i < self->table->rules->len; i++)
    {
      StrataHouseRule rule = { 0 };
      gboolean is_ruled_out = FALSE;
      gboolean is_read = read_rule (self, i, &rule, &is_ruled_out, error);

      if (is_read && !is_ruled_out)
        g_array_append_val (self->rules, rule);
      else
        rule_clear (&rule);
      if (!is_read)
        return FALSE;
    }

  return TRUE;
}

static void
clear_value (gpointer data)
{
  if (data != NULL)
    dmn_value_unref (data);
}

StrataHouse *
strata_house_read (StrataCase  *one,
                   DmnModel    *model,
                   GError     **error)
{
  g_autoptr (StrataHouse) self = NULL;
  guint decision = 0;

  if (!dmn_model_find_decision (model, DECISION, &decision))
    return NULL;

  self = g_new0 (StrataHouse, 1);
  self->model = dmn_model_ref (model);
  self->table = dmn_model_get_table (model, decision);
  self->values = g_ptr_array_new_with_free_func (clear_value);
  self->inputs = g_array_new (FALSE, FALSE, sizeof (StrataHouseInput));
  self->rules = g_array_new (FALSE, FALSE, sizeof (StrataHouseRule));
  g_array_set_clear_func (self->rules, rule_clear);
  bind_facts (self, one);
  if (!check_table (self, error) || !read_columns (self, one, error) || !read_rules (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
strata_house_free (StrataHouse *self)
{
  g_array_unref (self->rules);
  g_array_unref (self->inputs);
  g_ptr_array_unref (self->values);
  feel_scope_unref (self->facts);
  dmn_model_unref (self->model);
  g_free (self);
}
