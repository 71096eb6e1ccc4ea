/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a box no row covers.
 *
 * The box is cut in two, and each part again, until a part meets no row, which
 * is a gap, or lies in one. A cut goes along the edge of a row, where it
 * divides the fewest others: so a table that was made by dividing is taken
 * apart in the same way, and inputs that nobody looks at are never cut.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-verify-private.h"

#include <string.h>

/* Each part stands on the stack of the one that it is part of. */
#define MAX_DEPTH 2000

typedef struct
{
  DmnGrid   *grid;
  guint64   *box;       /* the part at hand */
  GArray    *rows;      /* of guint: those that meet it, behind those that meet what it is part of */
  guint      depth;
  guint      max_boxes;
  GPtrArray *boxes;
  GArray    *begins;    /* of guint, a strip: rows that begin there */
  GArray    *ends;      /* of guint, a strip: rows that end there */
} Search;

typedef struct
{
  const DmnSide *side; /* NULL: none was found yet */
  guint          strip; /* the first behind the cut */
  guint          cost;
} Cut;

static gboolean
meets (const DmnGrid *grid,
       const guint64 *a,
       const guint64 *b)
{
  for (guint i = 0; i < grid->sides->len; i++)
    {
      const DmnSide *side = grid->sides->pdata[i];
      guint64 both = 0;

      for (guint j = side->offset; j < side->offset + side->n_words; j++)
        both |= a[j] & b[j];
      if (both == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
covers (const DmnGrid *grid,
        const guint64 *row,
        const guint64 *box)
{
  for (guint i = 0; i < grid->n_words; i++)
    if ((box[i] & ~row[i]) != 0)
      return FALSE;

  return TRUE;
}

/* The first and the last strip of a row in the box. */
static void
find_ends (const DmnSide *side,
           const guint64 *box,
           const guint64 *row,
           guint         *first,
           guint         *last)
{
  *first = G_MAXUINT;
  *last = 0;
  for (guint i = 0; i < side->n_words; i++)
    {
      guint64 both = box[side->offset + i] & row[side->offset + i];

      if (both == 0)
        continue;
      if (*first == G_MAXUINT)
        *first = 64 * i + (guint) __builtin_ctzll (both);
      *last = 64 * i + 63 - (guint) __builtin_clzll (both);
    }
}

/* What is divided has to be looked at twice; and the halves better be halves. */
static guint
cost_of (guint n_rows,
         guint n_before,
         guint n_behind)
{
  guint n_divided = n_rows - n_before - n_behind;

  return 3 * n_divided + MAX (n_before, n_behind);
}

static void
try_side (Search        *self,
          const DmnSide *side,
          guint          first_row,
          Cut           *best)
{
  guint first, last, n_before = 0, n_behind = self->rows->len - first_row;
  guint n_rows = n_behind;
  guint *begins = &g_array_index (self->begins, guint, 0);
  guint *ends = &g_array_index (self->ends, guint, 0);

  find_ends (side, self->box, self->box, &first, &last);
  memset (begins + first, 0, (last - first + 1) * sizeof (guint));
  memset (ends + first, 0, (last - first + 1) * sizeof (guint));
  for (guint i = first_row; i < self->rows->len; i++)
    {
      guint begin, end;

      find_ends (side, self->box, dmn_grid_get_row (self->grid, g_array_index (self->rows, guint, i)), &begin, &end);
      begins[begin]++;
      ends[end]++;
    }

  for (guint i = first + 1; i <= last; i++)
    {
      n_before += ends[i - 1];
      n_behind -= begins[i - 1];
      if ((ends[i - 1] > 0 || begins[i] > 0) && cost_of (n_rows, n_before, n_behind) < best->cost)
        *best = (Cut) { side, i, cost_of (n_rows, n_before, n_behind) };
    }
}

/* Where every row reaches from end to end and leaves holes between: a cut
 * that separates two strips which some row tells apart. */
static void
cut_at_hole (Search *self,
             guint   first_row,
             Cut    *best)
{
  const guint64 *row = dmn_grid_get_row (self->grid, g_array_index (self->rows, guint, first_row));

  for (guint i = 0; i < self->grid->sides->len; i++)
    {
      const DmnSide *side = self->grid->sides->pdata[i];
      gboolean found = FALSE, passes = FALSE;

      for (guint j = 0; j < side->n_strips; j++)
        {
          gboolean passes_next = dmn_rows_has (row + side->offset, j);

          if (!dmn_rows_has (self->box + side->offset, j))
            continue;
          if (found && passes_next != passes)
            {
              *best = (Cut) { side, j, 0 };
              return;
            }
          found = TRUE;
          passes = passes_next;
        }
    }
  g_assert_not_reached ();
}

static Cut
choose_cut (Search *self,
            guint   first_row)
{
  Cut best = { NULL, 0, G_MAXUINT };

  for (guint i = 0; i < self->grid->sides->len; i++)
    try_side (self, self->grid->sides->pdata[i], first_row, &best);
  if (best.side == NULL)
    cut_at_hole (self, first_row, &best);

  return best;
}

/* Keeps the strips before the cut, or those behind it. */
static void
clip (guint64   *words,
      const Cut *cut,
      gboolean   before)
{
  for (guint i = 0; i < cut->side->n_words; i++)
    {
      guint64 low = cut->strip >= 64 * (i + 1) ? G_MAXUINT64
                    : cut->strip <= 64 * i     ? 0
                                               : (G_GUINT64_CONSTANT (1) << (cut->strip - 64 * i)) - 1;

      words[i] &= before ? low : ~low;
    }
}

static gboolean search (Search *self,
                        guint   first_row);

static gboolean
search_half (Search    *self,
             const Cut *cut,
             gboolean   before,
             guint      first_row)
{
  guint64 *words = self->box + cut->side->offset;
  g_autofree guint64 *saved = g_memdup2 (words, cut->side->n_words * sizeof (guint64));
  guint n_rows = self->rows->len;
  gboolean complete;

  clip (words, cut, before);
  complete = search (self, first_row);
  memcpy (words, saved, cut->side->n_words * sizeof (guint64));
  g_array_set_size (self->rows, n_rows);

  return complete;
}

/* Puts those of the rows that meet the box behind them. TRUE where one
 * covers it. */
static gboolean
gather_rows (Search *self,
             guint   first_row)
{
  guint end = self->rows->len;

  for (guint i = first_row; i < end; i++)
    {
      guint row = g_array_index (self->rows, guint, i);
      const guint64 *words = dmn_grid_get_row (self->grid, row);

      /* How much was done is asked when the next part begins. */
      dmn_grid_step (self->grid, self->grid->n_words + 1);
      if (!meets (self->grid, words, self->box))
        continue;
      if (covers (self->grid, words, self->box))
        return TRUE;
      g_array_append_val (self->rows, row);
    }

  return FALSE;
}

/* Of the rows from first_row on; FALSE where the search ends early. */
static gboolean
search (Search *self,
        guint   first_row)
{
  guint end = self->rows->len;
  gboolean complete;
  Cut cut;

  if (!dmn_grid_step (self->grid, self->grid->n_words + 1))
    return FALSE;
  if (gather_rows (self, first_row))
    return TRUE;
  if (self->rows->len == end)
    {
      if (self->boxes->len == self->max_boxes)
        return FALSE;
      g_ptr_array_add (self->boxes, g_memdup2 (self->box, self->grid->n_words * sizeof (guint64)));
      return TRUE;
    }

  if (self->depth == MAX_DEPTH)
    return FALSE;
  self->depth++;
  cut = choose_cut (self, end);
  complete = search_half (self, &cut, TRUE, end) && search_half (self, &cut, FALSE, end);
  self->depth--;

  return complete;
}

static guint
count_strips (const DmnGrid *grid)
{
  guint n_strips = 0;

  for (guint i = 0; i < grid->sides->len; i++)
    n_strips = MAX (n_strips, ((DmnSide *) grid->sides->pdata[i])->n_strips);

  return n_strips;
}

gboolean
dmn_grid_uncover (DmnGrid       *self,
                  const guint64 *box,
                  GArray        *rows,
                  guint          max_boxes,
                  GPtrArray     *boxes)
{
  g_autofree guint64 *part = g_memdup2 (box, self->n_words * sizeof (guint64));
  g_autoptr (GArray) begins = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  Search search_state = { self, part, rows, 0, max_boxes, boxes, begins, ends };
  const DmnSide *side;

  if (dmn_grid_is_empty (self, box, &side))
    return TRUE;
  g_array_set_size (begins, count_strips (self));
  g_array_set_size (ends, count_strips (self));

  return search (&search_state, 0);
}
