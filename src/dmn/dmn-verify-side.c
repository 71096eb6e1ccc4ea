/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One input of a table, cut into strips that no row divides.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-verify-private.h"

/* Which rows a strip's values pass. */
typedef struct
{
  DmnSide    *side;
  GHashTable *strips; /* (nullable): GBytes of row bits → strip */
  guint64    *rows;   /* of the class at hand */
  guint64    *last;   /* of the class before */
} Cutter;

static const guint64 *
get_cells (const DmnSide *self,
           guint          class)
{
  const DmnColumn *column = &self->column;

  if (self->has_null && class == self->n_classes - 1)
    return column->of_null;
  if (self->kind == DMN_KIND_BOOLEAN)
    return column->of_boolean[class];

  return column->of_scale[self->kind] + (gsize) class * column->n_words;
}

/* Null is not among what is allowed, and yet every type has it. */
static gboolean
is_allowed (const DmnSide *self,
            guint          class)
{
  const guint64 *cells = get_cells (self, class);

  if (self->has_null && class == self->n_classes - 1)
    return TRUE;

  for (guint i = self->n_columns * self->n_rows; i < self->column.n_rows; i++)
    if (!dmn_rows_has (cells, i))
      return FALSE;

  return TRUE;
}

/* Whether a whole number lies between two others. */
static gboolean
has_whole_between (const DmnNumber *low,
                   const DmnNumber *high)
{
  g_auto (DmnNumber) floor = DMN_NUMBER_ZERO;
  g_auto (DmnNumber) next = DMN_NUMBER_ZERO;
  const DmnNumber one = dmn_number_from_integer (1);

  return !dmn_number_round (low, 0, DMN_ROUND_FLOOR, &floor)
         || !dmn_number_arithmetic (DMN_ARITHMETIC_ADD, &floor, &one, &next)
         || dmn_number_compare (&next, high) < 0;
}

static gboolean
has_whole (const DmnScale *scale,
           guint           position)
{
  guint above = position / 2;

  if (position % 2 == 1)
    return dmn_number_is_integer (dmn_value_get_number (scale->bounds->pdata[above]));

  return above == 0 || above == scale->bounds->len
         || has_whole_between (dmn_value_get_number (scale->bounds->pdata[above - 1]),
                               dmn_value_get_number (scale->bounds->pdata[above]));
}

/* Between one day and the next there is none. */
static gboolean
has_value (const DmnSide *self,
           guint          class)
{
  const DmnScale *scale = &self->column.scales[self->kind];
  g_autoptr (DmnValue) sample = NULL;

  if (self->kind == DMN_KIND_BOOLEAN || (self->has_null && class == self->n_classes - 1))
    return TRUE;
  if (self->whole && self->kind == DMN_KIND_NUMBER)
    return has_whole (scale, class);

  return !dmn_scale_sample (scale, class, &sample) || sample != NULL;
}

static void
find_rows (Cutter *cutter,
           guint   class)
{
  const DmnSide *side = cutter->side;

  memset (cutter->rows, 0, (side->n_rows + 63) / 64 * sizeof (guint64));
  for (guint i = 0; i < side->n_rows; i++)
    if (dmn_side_passes (side, class, i))
      dmn_rows_add (cutter->rows, i);
}

/* Texts have no order to keep: all that pass the same rows are one strip. */
static guint
find_strip (Cutter *cutter)
{
  gsize size = (cutter->side->n_rows + 63) / 64 * sizeof (guint64);
  g_autoptr (GBytes) key = g_bytes_new (cutter->rows, size);
  gpointer strip;

  if (g_hash_table_lookup_extended (cutter->strips, key, NULL, &strip))
    return GPOINTER_TO_UINT (strip);
  g_hash_table_insert (cutter->strips, g_steal_pointer (&key), GUINT_TO_POINTER (cutter->side->n_strips));

  return cutter->side->n_strips++;
}

static guint
next_strip (Cutter *cutter)
{
  DmnSide *side = cutter->side;
  gsize size = (side->n_rows + 63) / 64 * sizeof (guint64);
  guint64 *rows = cutter->rows;

  if (side->kind == DMN_KIND_STRING)
    return find_strip (cutter);
  if (side->n_strips == 0 || memcmp (rows, cutter->last, size) != 0)
    side->n_strips++;
  cutter->rows = cutter->last;
  cutter->last = rows;

  return side->n_strips - 1;
}

static void
cut (DmnSide *self)
{
  g_autoptr (GHashTable) strips = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  guint n_words = MAX (1, (self->n_rows + 63) / 64);
  g_autofree guint64 *words = g_new0 (guint64, 2 * n_words);
  Cutter cutter = { self, strips, words, words + n_words };

  self->strips = g_new (guint, self->n_classes);
  for (guint i = 0; i < self->n_classes; i++)
    {
      self->strips[i] = DMN_STRIP_EMPTY;
      if (has_value (self, i) && !is_allowed (self, i))
        self->strips[i] = DMN_STRIP_FORBIDDEN;
      if (self->strips[i] == DMN_STRIP_FORBIDDEN || !has_value (self, i))
        continue;
      find_rows (&cutter, i);
      self->strips[i] = next_strip (&cutter);
    }
  self->n_words = (self->n_strips + 63) / 64;
}

/* What the declarations say, else what all constants are. */
static gboolean
find_kind (const DmnDomain *domain,
           const DmnCells  *cells,
           DmnKind         *kind)
{
  guint kinds = cells->kinds;

  *kind = domain->kind;
  if (*kind != DMN_KIND_NULL)
    return TRUE;

  /* Only null is spoken of: whatever is not null is one class of any kind. */
  *kind = kinds != 0 ? (DmnKind) g_bit_nth_lsf (kinds, -1) : DMN_KIND_NUMBER;

  return (kinds & (kinds - 1)) == 0;
}

static char *
find_obstacle (const DmnSide   *self,
               const DmnDomain *domain)
{
  if (domain->has_items || self->kind >= DMN_KIND_LIST)
    return g_strdup_printf ("“%s” is made of parts, and only single values are verified", self->name);
  if (self->column.of_scale[DMN_KIND_NUMBER] != NULL && !self->column.any_interpreted)
    return NULL;
  if (self->kind == DMN_KIND_TIME || self->kind == DMN_KIND_DATE_TIME)
    return g_strdup_printf ("“%s” has times in a zone, which have no order among all times", self->name);

  return g_strdup_printf ("the cells of “%s” name more values than can be told apart", self->name);
}

static guint
count_classes (const DmnSide *self)
{
  guint n_values = self->kind == DMN_KIND_BOOLEAN ? 2 : dmn_scale_n_positions (&self->column.scales[self->kind]);

  return n_values + (self->has_null ? 1 : 0);
}

DmnSide *
dmn_side_new (const char       *name,
              const DmnDomain  *domain,
              const DmnCells   *cells,
              guint             n_columns,
              guint             n_rows,
              char            **obstacle)
{
  g_autoptr (DmnSide) self = g_new0 (DmnSide, 1);

  self->name = name;
  self->n_columns = n_columns;
  self->n_rows = n_rows;
  self->has_null = cells->has_null;
  self->whole = domain->whole;
  dmn_column_init (&self->column, (FeelNode *const *) cells->nodes->pdata, cells->nodes->len);

  if (!find_kind (domain, cells, &self->kind))
    *obstacle = g_strdup_printf ("“%s” has cells of several kinds, and no type says which it is", name);
  else
    *obstacle = find_obstacle (self, domain);
  if (*obstacle != NULL)
    return NULL;

  self->n_classes = count_classes (self);
  cut (self);

  return g_steal_pointer (&self);
}

void
dmn_side_free (DmnSide *self)
{
  dmn_column_clear (&self->column);
  g_free (self->strips);
  g_free (self);
}

gboolean
dmn_side_passes (const DmnSide *self,
                 guint          class,
                 guint          row)
{
  const guint64 *cells = get_cells (self, class);

  for (guint i = 0; i < self->n_columns; i++)
    if (!dmn_rows_has (cells, i * self->n_rows + row))
      return FALSE;

  return TRUE;
}
