/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A decision table: inputs, outputs and rules.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-compiled-private.h"

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
  g_free (table->description);
  g_array_unref (table->inputs);
  g_array_unref (table->outputs);
  g_array_unref (table->rules);
  g_clear_pointer (&table->compiled, dmn_compiled_free);
  g_free (table);
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
 * dmn_hit_policy_get_name:
 * @policy: a policy
 *
 * Returns: (transfer none): how a model writes it
 */
const char *
dmn_hit_policy_get_name (DmnHitPolicy policy)
{
  g_return_val_if_fail (policy < G_N_ELEMENTS (hit_policies), NULL);

  return hit_policies[policy];
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
