/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which rows of a table put out the same, and which are preferred.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-table-private.h"
#include "dmn/dmn-verify-private.h"

/* The rank of what has to be calculated first. */
#define RANK_UNKNOWN G_MAXUINT

struct _DmnOutputs
{
  DmnTable  *table;  /* borrowed */
  GPtrArray *values; /* of DmnValue, row by row; NULL where one is no constant */
  GArray    *ranks;  /* of guint, row by row: how early among the output's values */
};

static void
free_value (gpointer data)
{
  if (data != NULL)
    dmn_value_unref (data);
}

static gboolean
nodes_are_alike (const FeelNode *a,
                 const FeelNode *b)
{
  if (a->kind != b->kind || a->operation != b->operation || a->n_children != b->n_children
      || g_strcmp0 (a->name, b->name) != 0)
    return FALSE;
  if ((a->value == NULL) != (b->value == NULL)
      || (a->value != NULL && dmn_value_equal (a->value, b->value) != DMN_TRUTH_TRUE))
    return FALSE;
  if ((a->names == NULL) != (b->names == NULL)
      || (a->names != NULL && !g_strv_equal ((const char *const *) a->names, (const char *const *) b->names)))
    return FALSE;

  for (guint i = 0; i < a->n_children; i++)
    if (!nodes_are_alike (a->children[i], b->children[i]))
      return FALSE;

  return TRUE;
}

static void
add_output (DmnOutputs            *self,
            FeelRun               *run,
            const DmnOutputClause *clause,
            FeelNode              *node)
{
  guint calls = 0, rank = 0;
  DmnValue *value = NULL;

  if (feel_node_is_constant (node, &calls))
    {
      g_autoptr (DmnValue) raw = feel_evaluate (run, node, NULL);

      value = dmn_type_convert (clause->type, raw, FALSE, run);
    }

  if (clause->values != NULL && value == NULL)
    rank = RANK_UNKNOWN;
  else if (clause->values != NULL)
    while (rank < clause->values->n_children
           && feel_test (run, clause->values->children[rank], value, NULL) != DMN_TRUTH_TRUE)
      rank++;
  g_ptr_array_add (self->values, value);
  g_array_append_val (self->ranks, rank);
}

/* What is calculated is the same where it is written the same. */
static gboolean
is_alike (const DmnOutputs *self,
          guint             output,
          guint             a,
          guint             b)
{
  guint n_outputs = self->table->outputs->len;
  DmnValue *left = self->values->pdata[a * n_outputs + output];
  DmnValue *right = self->values->pdata[b * n_outputs + output];

  if (left != NULL && right != NULL)
    return dmn_value_equal (left, right) == DMN_TRUTH_TRUE;

  return nodes_are_alike (dmn_table_get_rule (self->table, a)->results[output], dmn_table_get_rule (self->table, b)->results[output]);
}

DmnOutputs *
dmn_outputs_new (DmnTable *table)
{
  DmnOutputs *self = g_new0 (DmnOutputs, 1);
  FeelRun run = { NULL };

  self->table = table;
  self->values = g_ptr_array_new_with_free_func (free_value);
  self->ranks = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < table->rules->len; i++)
    for (guint j = 0; j < table->outputs->len; j++)
      add_output (self, &run, dmn_table_get_output (table, j), dmn_table_get_rule (table, i)->results[j]);

  return self;
}

void
dmn_outputs_free (DmnOutputs *self)
{
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->ranks, g_array_unref);
  g_free (self);
}

gboolean
dmn_outputs_are_alike (const DmnOutputs *self,
                       guint             a,
                       guint             b)
{
  for (guint i = 0; i < self->table->outputs->len; i++)
    if (!is_alike (self, i, a, b))
      return FALSE;

  return TRUE;
}

/* Of equals the engine takes the first; of what is calculated nobody knows
 * before. */
gboolean
dmn_outputs_precede (const DmnOutputs *self,
                     guint             a,
                     guint             b)
{
  guint n_outputs = self->table->outputs->len;

  for (guint i = 0; i < n_outputs; i++)
    {
      guint left = g_array_index (self->ranks, guint, a * n_outputs + i);
      guint right = g_array_index (self->ranks, guint, b * n_outputs + i);

      if (left == RANK_UNKNOWN || right == RANK_UNKNOWN)
        return FALSE;
      if (left != right)
        return left < right;
    }

  return a < b;
}
