/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fewer and larger boxes in place of many small ones.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-verify-private.h"

#include <string.h>

typedef struct
{
  const DmnGrid *grid;
  const DmnSide *side; /* along which boxes are joined */
} Joiner;

static gsize
size_before (const Joiner *self)
{
  return self->side->offset * sizeof (guint64);
}

static gsize
size_behind (const Joiner *self)
{
  return (self->grid->n_words - self->side->offset - self->side->n_words) * sizeof (guint64);
}

/* Which strips come first tells where a set lies: the lowest bit that only
 * one of two sets has. */
static int
compare_sets (const guint64 *a,
              const guint64 *b,
              guint          n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (a[i] != b[i])
      return (a[i] & ((a[i] ^ b[i]) & -(a[i] ^ b[i]))) != 0 ? -1 : 1;

  return 0;
}

static int
compare_boxes (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const DmnGrid *grid = data;

  return compare_sets (*(guint64 *const *) a, *(guint64 *const *) b, grid->n_words);
}

/* Boxes that differ along the side alone stand together, in its order. */
static int
compare_along (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Joiner *self = data;
  const guint64 *left = *(guint64 *const *) a;
  const guint64 *right = *(guint64 *const *) b;
  guint behind = self->side->offset + self->side->n_words;
  int order = compare_sets (left, right, self->side->offset);

  if (order == 0)
    order = compare_sets (left + behind, right + behind, self->grid->n_words - behind);
  if (order == 0)
    order = compare_sets (left + self->side->offset, right + self->side->offset, self->side->n_words);

  return order;
}

static guint
last_strip (const DmnSide *side,
            const guint64 *box)
{
  for (guint i = side->n_strips; i > 0; i--)
    if (dmn_rows_has (box + side->offset, i - 1))
      return i - 1;

  return 0;
}

/* Texts lie in no order; of the rest one has to begin where the other ends. */
static gboolean
can_join (const Joiner  *self,
          const guint64 *box,
          const guint64 *next)
{
  const DmnSide *side = self->side;
  guint behind = side->offset + side->n_words;
  guint last;

  if (memcmp (box, next, size_before (self)) != 0 || memcmp (box + behind, next + behind, size_behind (self)) != 0)
    return FALSE;
  if (side->kind == DMN_KIND_STRING)
    return TRUE;
  last = last_strip (side, box);

  return last + 1 < side->n_strips && dmn_rows_has (next + side->offset, last + 1);
}

static gboolean
join_along (const DmnGrid *grid,
            const DmnSide *side,
            GPtrArray     *boxes)
{
  Joiner joiner = { grid, side };
  guint n_kept = 0, n_boxes = boxes->len;

  g_ptr_array_sort_with_data (boxes, compare_along, &joiner);
  for (guint i = 0; i < n_boxes; i++)
    {
      guint64 *box = boxes->pdata[i];
      guint64 *kept = n_kept > 0 ? boxes->pdata[n_kept - 1] : NULL;

      if (kept != NULL && can_join (&joiner, kept, box))
        {
          for (guint j = side->offset; j < side->offset + side->n_words; j++)
            kept[j] |= box[j];
          g_free (box);
        }
      else
        boxes->pdata[n_kept++] = box;
    }
  for (guint i = n_kept; i < n_boxes; i++)
    boxes->pdata[i] = NULL;
  g_ptr_array_set_size (boxes, n_kept);

  return n_kept < n_boxes;
}

void
dmn_grid_merge (const DmnGrid *self,
                GPtrArray     *boxes)
{
  gboolean joined = TRUE;

  while (joined)
    {
      joined = FALSE;
      for (guint i = self->sides->len; i > 0; i--)
        joined |= join_along (self, self->sides->pdata[i - 1], boxes);
    }
  g_ptr_array_sort_with_data (boxes, compare_boxes, (gpointer) self);
}
