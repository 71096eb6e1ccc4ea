/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A decision table as boxes in a grid of its inputs.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-table-private.h"
#include "dmn/dmn-verify-private.h"

#include <string.h>

/* 64 megabytes of boxes: some thousands of rows with eight inputs. */
#define MAX_WORDS (8 << 20)

/* Well under a second. */
#define MAX_STEPS 100000000

static gboolean
add_column (DmnCells  *cells,
            DmnTable  *table,
            guint      column,
            char     **obstacle)
{
  for (guint i = 0; i < table->rules->len; i++)
    {
      const DmnRule *rule = dmn_table_get_rule (table, i);

      if (dmn_cells_add (cells, rule->tests[column]))
        continue;
      *obstacle = g_strdup_printf ("row %u, “%s”: “%.60s” is not made of constants alone", i + 1,
                                   dmn_table_get_input (table, column)->text, rule->cells[column]);
      return FALSE;
    }

  return TRUE;
}

static gboolean
add_allowed (DmnCells         *cells,
             const DmnDomain  *domain,
             const char       *input,
             char            **obstacle)
{
  for (guint i = 0; i < domain->allowed->len; i++)
    {
      if (dmn_cells_add (cells, domain->allowed->pdata[i]))
        continue;
      *obstacle = g_strdup_printf ("the values allowed for “%s” are not made of constants alone", input);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_first_of_its_text (DmnTable *table,
                      guint           column)
{
  for (guint i = 0; i < column; i++)
    if (strcmp (dmn_table_get_input (table, i)->text, dmn_table_get_input (table, column)->text) == 0)
      return FALSE;

  return TRUE;
}

/* FALSE with an obstacle; an input that every row leaves open is no side. */
static gboolean
add_side (DmnGrid              *self,
          DmnModel             *model,
          const DmnExpression  *function,
          guint                 column,
          char                **obstacle)
{
  DmnTable *table = self->table;
  const char *text = dmn_table_get_input (table, column)->text;
  g_auto (DmnDomain) domain = { .kind = DMN_KIND_NULL };
  g_auto (DmnCells) cells = { NULL };
  guint n_columns = 0;
  DmnSide *side;

  dmn_domain_init (&domain);
  dmn_cells_init (&cells);
  for (guint i = column; i < table->inputs->len; i++)
    {
      if (strcmp (dmn_table_get_input (table, i)->text, text) != 0)
        continue;
      if (!add_column (&cells, table, i, obstacle))
        return FALSE;
      dmn_domain_narrow (&domain, model, function, dmn_table_get_input (table, i));
      n_columns++;
    }
  if (!cells.has_test)
    return TRUE;

  if (!add_allowed (&cells, &domain, text, obstacle))
    return FALSE;
  side = dmn_side_new (text, &domain, &cells, n_columns, self->n_rows, obstacle);
  if (side != NULL)
    g_ptr_array_add (self->sides, side);

  return side != NULL;
}

static gboolean
add_sides (DmnGrid              *self,
           DmnModel             *model,
           const DmnExpression  *function,
           char                **obstacle)
{
  for (guint i = 0; i < self->table->inputs->len; i++)
    if (is_first_of_its_text (self->table, i) && !add_side (self, model, function, i, obstacle))
      return FALSE;

  for (guint i = 0; i < self->sides->len; i++)
    {
      DmnSide *side = self->sides->pdata[i];

      side->offset = self->n_words;
      self->n_words += side->n_words;
    }

  return TRUE;
}

static void
fill_side (DmnGrid       *self,
           const DmnSide *side)
{
  for (guint i = 0; i < side->n_classes; i++)
    {
      guint strip = side->strips[i];

      if (strip == DMN_STRIP_EMPTY || strip == DMN_STRIP_FORBIDDEN
          || dmn_rows_has (self->whole + side->offset, strip))
        continue;
      dmn_rows_add (self->whole + side->offset, strip);
      for (guint j = 0; j < self->n_rows; j++)
        if (dmn_side_passes (side, i, j))
          dmn_rows_add (dmn_grid_get_row (self, j) + side->offset, strip);
    }
}

DmnGrid *
dmn_grid_new (DmnModel             *model,
              const DmnExpression  *function,
              DmnTable             *table,
              char                **obstacle)
{
  g_autoptr (DmnGrid) self = g_new0 (DmnGrid, 1);

  self->table = table;
  self->n_rows = table->rules->len;
  self->sides = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_side_free);
  if (!add_sides (self, model, function, obstacle))
    return NULL;
  if ((guint64) self->n_words * self->n_rows > MAX_WORDS)
    {
      *obstacle = g_strdup_printf ("%u rows tell too many inputs apart", self->n_rows);
      return NULL;
    }

  self->whole = g_new0 (guint64, self->n_words);
  self->rows = g_new0 (guint64, (gsize) self->n_words * self->n_rows);
  for (guint i = 0; i < self->sides->len; i++)
    fill_side (self, self->sides->pdata[i]);

  return g_steal_pointer (&self);
}

void
dmn_grid_free (DmnGrid *self)
{
  g_clear_pointer (&self->sides, g_ptr_array_unref);
  g_free (self->rows);
  g_free (self->whole);
  g_free (self);
}

guint64 *
dmn_grid_get_row (const DmnGrid *self,
                  guint          row)
{
  return self->rows + (gsize) row * self->n_words;
}

/* A box is empty where one of its sides is; which, too. */
gboolean
dmn_grid_is_empty (const DmnGrid  *self,
                   const guint64  *box,
                   const DmnSide **side)
{
  for (guint i = 0; i < self->sides->len; i++)
    {
      guint64 any = 0;

      *side = self->sides->pdata[i];
      for (guint j = 0; j < (*side)->n_words; j++)
        any |= box[(*side)->offset + j];
      if (any == 0)
        return TRUE;
    }
  *side = NULL;

  return FALSE;
}

gboolean
dmn_grid_step (DmnGrid *self,
               guint64  n_words)
{
  self->steps += n_words;

  return self->steps <= MAX_STEPS;
}
