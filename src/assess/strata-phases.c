/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The days on which each layer is built.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "assess/strata-decide-private.h"
#include "dmn/dmn-evaluation.h"

/* Days of a plan are whole numbers from minus this to this. */
#define DAY_LIMIT 3650

static gboolean
read_day (DmnValue   *row,
          const char *name,
          int        *day)
{
  DmnValue *value = dmn_value_get_member (row, name);
  gint64 integer = 0;

  if (value == NULL || dmn_value_get_kind (value) != DMN_KIND_NUMBER
      || !dmn_number_get_integer (dmn_value_get_number (value), &integer)
      || integer < -DAY_LIMIT || integer > DAY_LIMIT)
    return FALSE;

  *day = (int) integer;
  return TRUE;
}

/* A row for each layer, by its name. */
static gboolean
read_phase (StrataPhases *phases,
            StrataLayer   layer,
            DmnValue     *rows)
{
  for (guint i = 0; i < dmn_value_get_length (rows); i++)
    {
      DmnValue *row = dmn_value_get_item (rows, i);
      DmnValue *name = dmn_value_get_kind (row) == DMN_KIND_CONTEXT ? dmn_value_get_member (row, "layer") : NULL;

      if (name != NULL && dmn_value_get_kind (name) == DMN_KIND_STRING
          && g_str_equal (dmn_value_get_string (name), strata_vocabulary_get_id (&strata_layers, layer)))
        return read_day (row, "begin", &phases->begin[layer]) && read_day (row, "end", &phases->end[layer])
               && phases->begin[layer] <= phases->end[layer];
    }

  return FALSE;
}

gboolean
strata_phases_read (StrataPhases  *phases,
                    DmnModel      *model,
                    GError       **error)
{
  g_autoptr (DmnValue) inputs = dmn_value_new_context (g_ptr_array_new (), g_ptr_array_new ());
  g_autoptr (DmnEvaluation) evaluation = dmn_evaluation_new (model, inputs);
  DmnValue *rows = NULL;
  guint decision = 0;

  if (dmn_model_find_decision (model, "phases", &decision))
    rows = dmn_evaluation_get (evaluation, decision);

  for (guint i = 0; i < STRATA_N_LAYERS; i++)
    if (rows == NULL || dmn_value_get_kind (rows) != DMN_KIND_LIST || !read_phase (phases, i, rows))
      {
        g_autofree char *what =
          g_strdup_printf ("a row for layer “%s” is needed with days “begin” and “end”, whole numbers from %d to %d in this order",
                           strata_vocabulary_get_id (&strata_layers, i), -DAY_LIMIT, DAY_LIMIT);

        return strata_logic_fail (model, "phases", 0, what, error);
      }

  return TRUE;
}

/**
 * strata_phases_get_end:
 * @phases: the days of each layer
 *
 * Returns: the end of the sequence: the day on which what retires goes, unless
 *   it says so itself, and on which costs are counted (decision model,
 *   sections 5 and 7)
 */
int
strata_phases_get_end (const StrataPhases *phases)
{
  int end = G_MININT;

  g_return_val_if_fail (phases != NULL, 0);

  for (guint i = 0; i < STRATA_N_LAYERS; i++)
    end = MAX (end, phases->end[i]);

  return end;
}
