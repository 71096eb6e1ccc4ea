/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A decision table: rules, and how those that match come to one answer.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-table.h"

#include "dmn/feel-builtins.h"

#include <string.h>

static const char *const hit_policies[] = {
  [DMN_HIT_POLICY_UNIQUE] = "UNIQUE",
  [DMN_HIT_POLICY_ANY] = "ANY",
  [DMN_HIT_POLICY_PRIORITY] = "PRIORITY",
  [DMN_HIT_POLICY_FIRST] = "FIRST",
  [DMN_HIT_POLICY_RULE_ORDER] = "RULE ORDER",
  [DMN_HIT_POLICY_OUTPUT_ORDER] = "OUTPUT ORDER",
  [DMN_HIT_POLICY_COLLECT] = "COLLECT",
};

static const char *const aggregations[] = {
  [DMN_AGGREGATION_NONE] = "",
  [DMN_AGGREGATION_SUM] = "SUM",
  [DMN_AGGREGATION_COUNT] = "COUNT",
  [DMN_AGGREGATION_MIN] = "MIN",
  [DMN_AGGREGATION_MAX] = "MAX",
};

/* One table at work: the inputs' values and the rules that match. */
typedef struct
{
  FeelRun   *run;
  DmnTable  *table;
  FeelScope *scope;
  GPtrArray *inputs;  /* of DmnValue */
  GArray    *hits;    /* of guint: rules, in their order */
  GPtrArray *results; /* of GPtrArray of DmnValue: a hit's outputs */
} Work;

static void
clear_input (gpointer data)
{
  DmnInputClause *input = data;

  g_free (input->text);
  g_clear_pointer (&input->expression, feel_node_unref);
  g_clear_pointer (&input->allowed, feel_node_unref);
}

static void
clear_output (gpointer data)
{
  DmnOutputClause *output = data;

  g_free (output->name);
  g_clear_pointer (&output->values, feel_node_unref);
  g_clear_pointer (&output->default_value, feel_node_unref);
}

static void
free_nodes (FeelNode **nodes)
{
  for (guint i = 0; nodes != NULL && nodes[i] != NULL; i++)
    feel_node_unref (nodes[i]);

  g_free (nodes);
}

static void
clear_rule (gpointer data)
{
  DmnRule *rule = data;

  free_nodes (rule->tests);
  free_nodes (rule->results);
  g_strfreev (rule->cells);
  g_free (rule->description);
  g_free (rule->id);
}

static DmnInputClause *
input_at (const Work *work,
          guint       index)
{
  return &g_array_index (work->table->inputs, DmnInputClause, index);
}

static DmnOutputClause *
output_at (const Work *work,
           guint       index)
{
  return &g_array_index (work->table->outputs, DmnOutputClause, index);
}

static DmnRule *
rule_at (const Work *work,
         guint       index)
{
  return &g_array_index (work->table->rules, DmnRule, index);
}

/* FALSE where an input is none of its allowed values. */
static gboolean
evaluate_inputs (Work *work)
{
  for (guint i = 0; i < work->table->inputs->len; i++)
    {
      DmnInputClause *input = input_at (work, i);
      g_autoptr (DmnValue) raw = feel_evaluate (work->run, input->expression, work->scope);
      DmnValue *value = dmn_type_convert (input->type, raw, TRUE, work->run);

      g_ptr_array_add (work->inputs, value);
      if (input->allowed != NULL && !dmn_value_is_null (value) &&
          feel_test (work->run, input->allowed, value, work->scope) != DMN_TRUTH_TRUE)
        {
          g_autofree char *text = dmn_value_to_string (value);

          feel_run_fail (work->run, "“%s”: “%.60s” is not among the values allowed for “%s”",
                         work->table->decision, text, input->text);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
rule_matches (const Work    *work,
              const DmnRule *rule)
{
  for (guint i = 0; i < work->inputs->len; i++)
    if (feel_test (work->run, rule->tests[i], work->inputs->pdata[i], work->scope) != DMN_TRUTH_TRUE)
      return FALSE;

  return TRUE;
}

static void
find_hits (Work *work)
{
  gboolean only_first = work->table->hit_policy == DMN_HIT_POLICY_FIRST;

  for (guint i = 0; i < work->table->rules->len; i++)
    if (rule_matches (work, rule_at (work, i)))
      {
        g_array_append_val (work->hits, i);
        if (only_first)
          return;
      }
}

static GPtrArray *
evaluate_outputs (const Work *work,
                  FeelNode  **nodes)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);

  for (guint i = 0; i < work->table->outputs->len; i++)
    {
      g_autoptr (DmnValue) raw = feel_evaluate (work->run, nodes[i], work->scope);

      g_ptr_array_add (values, dmn_type_convert (output_at (work, i)->type, raw, FALSE, work->run));
    }

  return values;
}

/* One output is its value, several are a context. */
static DmnValue *
answer_from (const Work *work,
             GPtrArray  *values)
{
  g_autoptr (GPtrArray) names = NULL, members = NULL;

  if (values->len == 1)
    return dmn_value_ref (values->pdata[0]);

  names = g_ptr_array_new_with_free_func (g_free);
  members = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);
  for (guint i = 0; i < values->len; i++)
    {
      g_ptr_array_add (names, g_strdup (output_at (work, i)->name));
      g_ptr_array_add (members, dmn_value_ref (values->pdata[i]));
    }

  return dmn_value_new_context (g_steal_pointer (&names), g_steal_pointer (&members));
}

/* How early an output stands among its values; behind them all when it is
 * none of them. */
static guint
rank_of (const Work *work,
         guint       output,
         DmnValue   *value)
{
  FeelNode *values = output_at (work, output)->values;

  if (values == NULL)
    return 0;

  for (guint i = 0; i < values->n_children; i++)
    if (feel_test (work->run, values->children[i], value, work->scope) == DMN_TRUTH_TRUE)
      return i;

  return values->n_children;
}

/* Column by column, the first that tells decides. */
static int
compare_priority (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  const Work *work = data;
  GPtrArray *left = *(GPtrArray *const *) a;
  GPtrArray *right = *(GPtrArray *const *) b;

  for (guint i = 0; i < left->len; i++)
    {
      guint left_rank = rank_of (work, i, left->pdata[i]);
      guint right_rank = rank_of (work, i, right->pdata[i]);

      if (left_rank != right_rank)
        return left_rank < right_rank ? -1 : 1;
    }

  return 0;
}

static char *
describe_hits (const Work *work)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < work->hits->len && i < 10; i++)
    g_string_append_printf (string, "%s%u", i > 0 ? ", " : "",
                            g_array_index (work->hits, guint, i) + 1);

  return g_string_free (string, FALSE);
}

static DmnValue *
answer_any (Work *work)
{
  g_autoptr (DmnValue) first = answer_from (work, work->results->pdata[0]);

  for (guint i = 1; i < work->results->len; i++)
    {
      g_autoptr (DmnValue) other = answer_from (work, work->results->pdata[i]);

      if (dmn_value_equal (first, other) != DMN_TRUTH_TRUE)
        {
          g_autofree char *rows = describe_hits (work);

          return feel_run_fail (work->run, "“%s”: rows %s match and disagree, where any has to do",
                                work->table->decision, rows);
        }
    }

  return g_steal_pointer (&first);
}

static DmnValue *
answer_list (Work *work)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);

  for (guint i = 0; i < work->results->len; i++)
    g_ptr_array_add (items, answer_from (work, work->results->pdata[i]));

  return dmn_value_new_list (items);
}

static DmnValue *
answer_aggregate (Work *work)
{
  static const char *const functions[] = {
    [DMN_AGGREGATION_SUM] = "sum",
    [DMN_AGGREGATION_COUNT] = "count",
    [DMN_AGGREGATION_MIN] = "min",
    [DMN_AGGREGATION_MAX] = "max",
  };
  g_autoptr (DmnValue) list = answer_list (work);
  const FeelBuiltin *builtin;

  if (work->table->aggregation == DMN_AGGREGATION_NONE)
    return g_steal_pointer (&list);

  builtin = feel_builtin_find (functions[work->table->aggregation], 1, NULL);

  return feel_builtin_call (work->run, builtin, &list, 1, NULL);
}

static DmnValue *
answer_hits (Work *work)
{
  switch (work->table->hit_policy)
    {
    case DMN_HIT_POLICY_UNIQUE:
      if (work->hits->len > 1)
        {
          g_autofree char *rows = describe_hits (work);

          return feel_run_fail (work->run, "“%s”: rows %s match, where one alone may",
                                work->table->decision, rows);
        }
      return answer_from (work, work->results->pdata[0]);

    case DMN_HIT_POLICY_ANY:
      return answer_any (work);

    case DMN_HIT_POLICY_PRIORITY:
      g_ptr_array_sort_with_data (work->results, compare_priority, work);
      return answer_from (work, work->results->pdata[0]);

    case DMN_HIT_POLICY_FIRST:
      return answer_from (work, work->results->pdata[0]);

    case DMN_HIT_POLICY_OUTPUT_ORDER:
      g_ptr_array_sort_with_data (work->results, compare_priority, work);
      return answer_list (work);

    case DMN_HIT_POLICY_RULE_ORDER:
      return answer_list (work);

    case DMN_HIT_POLICY_COLLECT:
      return answer_aggregate (work);

    default:
      g_return_val_if_reached (dmn_value_new_null ());
    }
}

static gboolean
has_defaults (const Work *work)
{
  for (guint i = 0; i < work->table->outputs->len; i++)
    if (output_at (work, i)->default_value == NULL)
      return FALSE;

  return TRUE;
}

static DmnValue *
answer_default (Work *work)
{
  g_autofree FeelNode **nodes = g_new0 (FeelNode *, work->table->outputs->len);
  g_autoptr (GPtrArray) values = NULL;

  for (guint i = 0; i < work->table->outputs->len; i++)
    nodes[i] = output_at (work, i)->default_value;
  values = evaluate_outputs (work, nodes);

  return answer_from (work, values);
}

/* Nothing matches: the defaults; else nothing collected, or null. */
static DmnValue *
answer_nothing (Work *work)
{
  if (has_defaults (work))
    return answer_default (work);

  if (work->table->hit_policy < DMN_HIT_POLICY_RULE_ORDER)
    return feel_run_fail (work->run, "“%s”: no row matches", work->table->decision);
  if (work->table->aggregation == DMN_AGGREGATION_NONE)
    return dmn_value_new_list (g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref));
  if (work->table->aggregation == DMN_AGGREGATION_COUNT)
    return dmn_value_new_integer (0);

  return feel_run_fail (work->run, "“%s”: no row matches, so there is nothing to add up or compare",
                        work->table->decision);
}

static int
lookup (const char *const *names,
        guint              n_names,
        const char        *name)
{
  for (guint i = 0; i < n_names; i++)
    if (strcmp (names[i], name) == 0)
      return (int) i;

  return -1;
}

/**
 * dmn_table_new:
 * @decision: whose table it is, for messages
 *
 * Returns: (transfer full): a table without anything, for the reader to fill
 */
DmnTable *
dmn_table_new (const char *decision)
{
  DmnTable *table = g_new0 (DmnTable, 1);

  table->decision = g_strdup (decision);
  table->inputs = g_array_new (FALSE, TRUE, sizeof (DmnInputClause));
  table->outputs = g_array_new (FALSE, TRUE, sizeof (DmnOutputClause));
  table->rules = g_array_new (FALSE, TRUE, sizeof (DmnRule));
  g_array_set_clear_func (table->inputs, clear_input);
  g_array_set_clear_func (table->outputs, clear_output);
  g_array_set_clear_func (table->rules, clear_rule);

  return table;
}

/**
 * dmn_table_free:
 * @table: (transfer full): a table
 *
 * Frees the table.
 */
void
dmn_table_free (DmnTable *table)
{
  g_free (table->decision);
  g_array_unref (table->inputs);
  g_array_unref (table->outputs);
  g_array_unref (table->rules);
  g_free (table);
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
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (guint));
  Work work = { run, table, scope, inputs, hits, results };

  if (!evaluate_inputs (&work))
    return dmn_value_new_null ();

  find_hits (&work);
  if (hits->len == 0)
    return answer_nothing (&work);

  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (results, evaluate_outputs (&work, rule_at (&work, g_array_index (hits, guint, i))->results));

  return answer_hits (&work);
}

/**
 * dmn_hit_policy_lookup:
 * @name: what a model says
 * @policy: (out): the policy
 *
 * Returns: %FALSE when there is no such policy
 */
gboolean
dmn_hit_policy_lookup (const char   *name,
                       DmnHitPolicy *policy)
{
  int found = lookup (hit_policies, G_N_ELEMENTS (hit_policies), name);

  *policy = MAX (found, 0);

  return found >= 0;
}

/**
 * dmn_aggregation_lookup:
 * @name: what a model says
 * @aggregation: (out): the aggregation
 *
 * Returns: %FALSE when there is no such aggregation
 */
gboolean
dmn_aggregation_lookup (const char     *name,
                        DmnAggregation *aggregation)
{
  int found = lookup (aggregations, G_N_ELEMENTS (aggregations), name);

  *aggregation = MAX (found, 0);

  return found >= 0;
}
