/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers that no rule of a decision tells apart (decision model, section 4).
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "assess/strata-logic-private.h"

#include <math.h>
#include <string.h>

/* The columns that see one fact, with their tables. */
typedef struct
{
  GPtrArray *columns;
  GPtrArray *tables;
} View;

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
gather_numbers (FeelNode *node,
                double    sign,
                GArray   *numbers)
{
  if (node->kind == FEEL_NODE_LITERAL && dmn_value_get_kind (node->value) == DMN_KIND_NUMBER)
    {
      g_autofree char *text = dmn_number_to_string (dmn_value_get_number (node->value));
      double number = sign * g_ascii_strtod (text, NULL);

      if (isfinite (number))
        g_array_append_val (numbers, number);
    }

  for (guint i = 0; i < node->n_children; i++)
    gather_numbers (node->children[i], node->kind == FEEL_NODE_NEGATE ? -sign : sign, numbers);
}

/* The numbers in the cells under a fact, sorted. */
static GArray *
list_bounds (const View *view)
{
  GArray *bounds = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < view->columns->len; i++)
    {
      StrataColumn *column = g_ptr_array_index (view->columns, i);
      DmnTable *table = g_ptr_array_index (view->tables, i);

      for (guint j = 0; j < table->rules->len; j++)
        gather_numbers (g_array_index (table->rules, DmnRule, j).tests[column->index], 1, bounds);
    }
  g_array_sort (bounds, compare_numbers);

  return bounds;
}

static void
add_sample (GArray           *samples,
            const StrataFact *fact,
            double            sample)
{
  if (sample >= fact->minimum)
    g_array_append_val (samples, sample);
}

/* A value at each bound and one between it and the next: rules change
 * nowhere else. Whole numbers have nothing between. */
static GArray *
list_samples (const View       *view,
              const StrataFact *fact)
{
  g_autoptr (GArray) bounds = list_bounds (view);
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (double));
  double step = strata_answer_get_step (fact->id);

  if (isfinite (fact->minimum))
    add_sample (samples, fact, fact->minimum);
  else
    add_sample (samples, fact, bounds->len > 0 ? g_array_index (bounds, double, 0) - step : 0);

  for (guint i = 0; i < bounds->len; i++)
    {
      double bound = g_array_index (bounds, double, i);
      double gap = i + 1 < bounds->len ? (g_array_index (bounds, double, i + 1) - bound) / 2 : step;

      add_sample (samples, fact, fact->type == STRATA_FACT_INTEGER ? floor (bound) : bound);
      add_sample (samples, fact, fact->type == STRATA_FACT_INTEGER ? floor (bound) + 1 : bound + MIN (gap, step));
    }
  g_array_sort (samples, compare_numbers);

  return samples;
}

/* Which interval of counts a count is in: how often the rules change on the
 * way up to it. */
static guint64
count_changes (StrataColumn *column,
               DmnTable     *table,
               DmnValue     *count)
{
  gint64 last = 0;
  guint64 changes = 0, before = 0;

  if (!dmn_number_get_integer (dmn_value_get_number (count), &last))
    g_assert_not_reached ();
  for (gint64 i = 0; i <= last; i++)
    {
      g_autoptr (DmnValue) value = dmn_value_new_integer (i);
      guint64 rules = strata_column_test (column, table, value);

      if (i > 0 && rules != before)
        changes++;
      before = rules;
    }

  return changes;
}

/* What the tables make of an answer, a word a column. */
static void
get_signature (const View *view,
               double      answer,
               guint64    *signature)
{
  for (guint i = 0; i < view->columns->len; i++)
    {
      StrataColumn *column = g_ptr_array_index (view->columns, i);
      DmnTable *table = g_ptr_array_index (view->tables, i);
      g_autoptr (DmnValue) value = strata_sight_see (&column->sight, answer);

      if (dmn_value_get_kind (value) == DMN_KIND_NUMBER && !strata_sight_is_fact (&column->sight))
        signature[i] = count_changes (column, table, value);
      else
        signature[i] = strata_column_test (column, table, value);
    }
}

/* One answer a class: of numbers next to each other, else of any. */
static GArray *
pick_classes (const View *view,
              GArray     *samples,
              gboolean    only_neighbours)
{
  GArray *classes = g_array_new (FALSE, FALSE, sizeof (double));
  guint width = MAX (view->columns->len, 1);
  g_autoptr (GArray) signatures = g_array_new (FALSE, TRUE, width * sizeof (guint64));
  g_autofree guint64 *signature = g_new0 (guint64, width);

  for (guint i = 0; i < samples->len; i++)
    {
      double sample = g_array_index (samples, double, i);
      guint same = only_neighbours && classes->len > 0 ? classes->len - 1 : 0;

      get_signature (view, sample, signature);
      while (same < classes->len
             && memcmp (signatures->data + same * width * sizeof (guint64), signature, width * sizeof (guint64)) != 0)
        same++;
      if (same < classes->len)
        continue;
      g_array_append_val (classes, sample);
      g_array_append_vals (signatures, signature, 1);
    }

  return classes;
}

static GArray *
list_all (StrataFactId fact)
{
  GArray *answers = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_answers = strata_answer_count (fact);

  for (guint i = 0; i < n_answers; i++)
    {
      double answer = i;

      g_array_append_val (answers, answer);
    }

  return answers;
}

GArray *
strata_logic_list_classes (StrataLogic  *self,
                           StrataFactId  fact)
{
  const StrataFact *row = strata_fact_get (fact);
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = strata_logic_list_columns (self, fact, tables);
  g_autoptr (GArray) samples = NULL;
  View view = { columns, tables };

  if (row->type == STRATA_FACT_BOOLEAN || row->type == STRATA_FACT_CHOICE)
    return list_all (fact);

  samples = row->type == STRATA_FACT_SET ? list_all (fact) : list_samples (&view, row);

  return pick_classes (&view, samples, row->type != STRATA_FACT_SET);
}

double
strata_answer_get_step (StrataFactId fact)
{
  return fact == STRATA_FACT_ENGINEERS ? 0.5 : 1;
}
