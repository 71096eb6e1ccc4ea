/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the rules of a decision table that match come to one answer.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-table-private.h"

#include "dmn/feel-builtins.h"

static DmnValue *const *
results_of (const DmnTableRun *self,
            guint              hit)
{
  guint row = self->hits[hit].row;

  if (dmn_table_run_get_prepared (self, row) != NULL)
    return self->compiled->outputs + (gsize) row * self->compiled->n_outputs;

  return (DmnValue *const *) self->results->pdata + self->hits[hit].first_result;
}

static DmnValue *
answer_hit (const DmnTableRun *self,
            guint              hit)
{
  DmnValue *prepared = dmn_table_run_get_prepared (self, self->hits[hit].row);

  return prepared != NULL ? dmn_value_ref (prepared) : dmn_table_make_answer (self->table, results_of (self, hit));
}

/* How early an output stands among its values; behind them all when it is
 * none of them. */
static guint
rank_of (const DmnTableRun *self,
         guint              output,
         DmnValue          *value)
{
  FeelNode *values = dmn_table_get_output (self->table, output)->values;

  if (values == NULL)
    return 0;

  for (guint i = 0; i < values->n_children; i++)
    if (feel_test (self->run, values->children[i], value, self->scope) == DMN_TRUTH_TRUE)
      return i;

  return values->n_children;
}

/* Column by column, the first that tells decides. */
static int
compare_priority (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  const DmnTableRun *self = data;
  DmnValue *const *left = results_of (self, *(const guint *) a);
  DmnValue *const *right = results_of (self, *(const guint *) b);

  for (guint i = 0; i < self->table->outputs->len; i++)
    {
      guint left_rank = rank_of (self, i, left[i]);
      guint right_rank = rank_of (self, i, right[i]);

      if (left_rank != right_rank)
        return left_rank < right_rank ? -1 : 1;
    }

  return 0;
}

static char *
describe_hits (const DmnTableRun *self)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < self->n_hits && i < 10; i++)
    g_string_append_printf (string, "%s%u", i > 0 ? ", " : "",
                            self->hits[i].row + 1);

  return g_string_free (string, FALSE);
}

static DmnValue *
answer_unique (DmnTableRun *self)
{
  g_autofree char *rows = NULL;

  if (self->n_hits == 1)
    return answer_hit (self, 0);

  rows = describe_hits (self);

  return feel_run_fail (self->run, "“%s”: rows %s match, where one alone may", self->table->decision, rows);
}

static DmnValue *
answer_any (DmnTableRun *self)
{
  g_autoptr (DmnValue) first = answer_hit (self, 0);

  for (guint i = 1; i < self->n_hits; i++)
    {
      g_autoptr (DmnValue) other = answer_hit (self, i);

      if (dmn_value_equal (first, other) != DMN_TRUTH_TRUE)
        {
          g_autofree char *rows = describe_hits (self);

          return feel_run_fail (self->run, "“%s”: rows %s match and disagree, where any has to do",
                                self->table->decision, rows);
        }
    }

  return g_steal_pointer (&first);
}

static DmnValue *
answer_priority (DmnTableRun *self)
{
  guint best = 0;

  for (guint i = 1; i < self->n_hits; i++)
    if (compare_priority (&i, &best, self) < 0)
      best = i;

  return answer_hit (self, best);
}

static DmnValue *
answer_list (const DmnTableRun *self)
{
  GPtrArray *items = g_ptr_array_new_full (self->n_hits, (GDestroyNotify) dmn_value_unref);

  for (guint i = 0; i < self->n_hits; i++)
    g_ptr_array_add (items, answer_hit (self, i));

  return dmn_value_new_list (items);
}

static DmnValue *
answer_ranked (DmnTableRun *self)
{
  GPtrArray *items = g_ptr_array_new_full (self->n_hits, (GDestroyNotify) dmn_value_unref);
  g_autoptr (GArray) order = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->n_hits);

  for (guint i = 0; i < self->n_hits; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_priority, self);
  for (guint i = 0; i < order->len; i++)
    g_ptr_array_add (items, answer_hit (self, g_array_index (order, guint, i)));

  return dmn_value_new_list (items);
}

static DmnValue *
answer_aggregate (DmnTableRun *self)
{
  static const char *const functions[] = {
    [DMN_AGGREGATION_SUM] = "sum",
    [DMN_AGGREGATION_COUNT] = "count",
    [DMN_AGGREGATION_MIN] = "min",
    [DMN_AGGREGATION_MAX] = "max",
  };
  g_autoptr (DmnValue) list = answer_list (self);
  const FeelBuiltin *builtin;

  if (self->table->aggregation == DMN_AGGREGATION_NONE)
    return g_steal_pointer (&list);

  builtin = feel_builtin_find (functions[self->table->aggregation], 1, NULL);

  return feel_builtin_call (self->run, builtin, &list, 1, NULL);
}

static DmnValue *
answer_hits (DmnTableRun *self)
{
  switch (self->table->hit_policy)
    {
    case DMN_HIT_POLICY_UNIQUE:
      return answer_unique (self);
    case DMN_HIT_POLICY_ANY:
      return answer_any (self);
    case DMN_HIT_POLICY_PRIORITY:
      return answer_priority (self);
    case DMN_HIT_POLICY_FIRST:
      return answer_hit (self, 0);
    case DMN_HIT_POLICY_OUTPUT_ORDER:
      return answer_ranked (self);
    case DMN_HIT_POLICY_RULE_ORDER:
      return answer_list (self);
    case DMN_HIT_POLICY_COLLECT:
      return answer_aggregate (self);
    default:
      g_return_val_if_reached (dmn_value_new_null ());
    }
}

static gboolean
has_defaults (DmnTable *table)
{
  for (guint i = 0; i < table->outputs->len; i++)
    if (dmn_table_get_output (table, i)->default_value == NULL)
      return FALSE;

  return TRUE;
}

static DmnValue *
answer_default (DmnTableRun *self)
{
  g_autofree FeelNode **nodes = g_new0 (FeelNode *, self->table->outputs->len);

  for (guint i = 0; i < self->table->outputs->len; i++)
    nodes[i] = dmn_table_get_output (self->table, i)->default_value;
  dmn_table_evaluate_outputs (self->run, self->table, nodes, self->scope, self->results);

  return dmn_table_make_answer (self->table, (DmnValue **) self->results->pdata);
}

/* Nothing matches: the defaults; else nothing collected, or null. */
static DmnValue *
answer_nothing (DmnTableRun *self)
{
  const DmnTable *table = self->table;

  if (has_defaults (self->table))
    return answer_default (self);

  if (table->hit_policy < DMN_HIT_POLICY_RULE_ORDER)
    return feel_run_fail (self->run, "“%s”: no row matches", table->decision);
  if (table->aggregation == DMN_AGGREGATION_NONE)
    return answer_list (self);
  if (table->aggregation == DMN_AGGREGATION_COUNT)
    return dmn_value_new_integer (0);

  return feel_run_fail (self->run, "“%s”: no row matches, so there is nothing to add up or compare",
                        table->decision);
}

void
dmn_table_evaluate_outputs (FeelRun         *run,
                            DmnTable        *table,
                            FeelNode *const *nodes,
                            FeelScope       *scope,
                            GPtrArray       *values)
{
  for (guint i = 0; i < table->outputs->len; i++)
    {
      g_autoptr (DmnValue) raw = feel_evaluate (run, nodes[i], scope);

      g_ptr_array_add (values, dmn_type_convert (dmn_table_get_output (table, i)->type, raw, FALSE, run));
    }
}

DmnValue *
dmn_table_make_answer (DmnTable        *table,
                       DmnValue *const *values)
{
  g_autoptr (GPtrArray) names = NULL, members = NULL;

  if (table->outputs->len == 1)
    return dmn_value_ref (values[0]);

  names = g_ptr_array_new_with_free_func (g_free);
  members = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);
  for (guint i = 0; i < table->outputs->len; i++)
    {
      g_ptr_array_add (names, g_strdup (dmn_table_get_output (table, i)->name));
      g_ptr_array_add (members, dmn_value_ref (values[i]));
    }

  return dmn_value_new_context (g_steal_pointer (&names), g_steal_pointer (&members));
}

DmnValue *
dmn_table_run_answer (DmnTableRun *self)
{
  return self->n_hits > 0 ? answer_hits (self) : answer_nothing (self);
}
