/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The values of one kind that cells name, and where others lie among them.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-scale-private.h"

#include "dmn/dmn-temporal.h"
#include "dmn/dmn-value-private.h"

static int
compare_values (const DmnValue *a,
                const DmnValue *b)
{
  int order = 0;

  if (!dmn_value_compare (a, b, &order))
    g_assert_not_reached ();

  return order;
}

static int
compare_bounds (gconstpointer a,
                gconstpointer b)
{
  return compare_values (*(DmnValue *const *) a, *(DmnValue *const *) b);
}

/* An integer that stands among others as the value does among its kind. */
static gboolean
get_key (const DmnValue *value,
         gint64         *key)
{
  switch ((int) value->kind)
    {
    case DMN_KIND_NUMBER:
      *key = value->number.fixed;
      return value->number.big == NULL;
    case DMN_KIND_DATE:
      *key = dmn_date_to_days (&value->moment.date);
      return TRUE;
    case DMN_KIND_MONTHS_DURATION:
      *key = value->months;
      return TRUE;
    default:
      return FALSE;
    }
}

static DmnValue *
bound_at (const DmnScale *self,
          guint           index)
{
  return g_ptr_array_index (self->bounds, index);
}

static void
sort_bounds (DmnScale *self)
{
  g_ptr_array_sort (self->bounds, compare_bounds);
  for (guint i = self->bounds->len; i > 1; i--)
    if (compare_values (bound_at (self, i - 2), bound_at (self, i - 1)) == 0)
      g_ptr_array_remove_index (self->bounds, i - 1);
}

static void
make_keys (DmnScale *self)
{
  g_autofree gint64 *keys = g_new (gint64, self->bounds->len);

  for (guint i = 0; i < self->bounds->len; i++)
    if (!get_key (bound_at (self, i), &keys[i]))
      return;

  self->keys = g_steal_pointer (&keys);
}

/* Without branches that depend on the values: what comes next cannot be
 * guessed. */
static guint
find_key (const DmnScale *self,
          gint64          key)
{
  const gint64 *low = self->keys;
  guint n = self->bounds->len, index;

  if (n == 0)
    return 0;

  while (n > 1)
    {
      guint half = n / 2;

      low += low[half - 1] < key ? half : 0;
      n -= half;
    }
  index = (guint) (low - self->keys) + (*low < key);

  return 2 * index + (*low == key);
}

static guint
find_value (const DmnScale *self,
            const DmnValue *value)
{
  guint low = 0, high = self->bounds->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = compare_values (bound_at (self, middle), value);

      if (order == 0)
        return 2 * middle + 1;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return 2 * low;
}

/* Any value of the kind. */
static DmnValue *
sample_anywhere (DmnKind kind)
{
  switch ((int) kind)
    {
    case DMN_KIND_NUMBER:
      return dmn_value_new_integer (0);
    case DMN_KIND_STRING:
      return dmn_value_new_string ("");
    case DMN_KIND_DATE:
      return dmn_value_new_date ((DmnDate) { 2000, 1, 1 });
    case DMN_KIND_TIME:
      return dmn_value_new_time ((DmnTime) { 0 });
    case DMN_KIND_DATE_TIME:
      return dmn_value_new_date_time ((DmnDate) { 2000, 1, 1 }, (DmnTime) { 0 });
    case DMN_KIND_MONTHS_DURATION:
      return dmn_value_new_months (0);
    default:
      return dmn_value_new_duration ((DmnDuration) { 0, 0 });
    }
}

/* The number next to, or halfway between: there always is one. */
static DmnValue *
sample_number (const DmnValue *low,
               const DmnValue *high)
{
  g_auto (DmnNumber) sum = DMN_NUMBER_ZERO;
  const DmnNumber one = dmn_number_from_integer (1);
  const DmnNumber two = dmn_number_from_integer (2);
  DmnNumber sample = DMN_NUMBER_ZERO;
  gboolean found;

  if (low == NULL)
    found = dmn_number_arithmetic (DMN_ARITHMETIC_SUBTRACT, dmn_value_get_number (high), &one, &sample);
  else if (high == NULL)
    found = dmn_number_arithmetic (DMN_ARITHMETIC_ADD, dmn_value_get_number (low), &one, &sample);
  else
    found = dmn_number_arithmetic (DMN_ARITHMETIC_ADD, dmn_value_get_number (low), dmn_value_get_number (high), &sum)
            && dmn_number_arithmetic (DMN_ARITHMETIC_DIVIDE, &sum, &two, &sample);

  return found ? dmn_value_new_number (sample) : NULL;
}

/* The first text behind another has the lowest character more; nothing comes
 * before the empty one. */
static DmnValue *
sample_string (const DmnValue *low)
{
  g_autofree char *text = low != NULL ? g_strconcat (dmn_value_get_string (low), "\001", NULL) : NULL;

  return dmn_value_new_string (text != NULL ? text : "");
}

/* The next of a kind that has one. */
static DmnValue *
sample_next (const DmnValue *low,
             const DmnValue *high)
{
  const DmnValue *from = low != NULL ? low : high;
  DmnArithmetic operation = low != NULL ? DMN_ARITHMETIC_ADD : DMN_ARITHMETIC_SUBTRACT;
  g_autoptr (DmnValue) step = NULL;

  if (dmn_value_get_kind (from) == DMN_KIND_MONTHS_DURATION)
    step = dmn_value_new_months (1);
  else if (dmn_value_get_kind (from) == DMN_KIND_DATE)
    step = dmn_value_new_duration ((DmnDuration) { 86400, 0 });
  else
    step = dmn_value_new_duration ((DmnDuration) { 0, 1 });

  return dmn_temporal_arithmetic (operation, from, step);
}

static gboolean
is_between (const DmnValue *value,
            const DmnValue *low,
            const DmnValue *high)
{
  return (low == NULL || compare_values (low, value) < 0) && (high == NULL || compare_values (value, high) < 0);
}

/* Between any two numbers lies another: one that rounding took away leaves
 * the gap untold. Of the other kinds, what is no sample shows that there is
 * none. */
static gboolean
sample_gap (const DmnScale  *self,
            const DmnValue  *low,
            const DmnValue  *high,
            DmnValue       **sample)
{
  if (low == NULL && high == NULL)
    *sample = sample_anywhere (self->kind);
  else if (self->kind == DMN_KIND_NUMBER)
    *sample = sample_number (low, high);
  else if (self->kind == DMN_KIND_STRING)
    *sample = sample_string (low);
  else
    *sample = sample_next (low, high);

  if (*sample == NULL || dmn_value_get_kind (*sample) != self->kind)
    return FALSE;
  if (is_between (*sample, low, high))
    return TRUE;
  g_clear_pointer (sample, dmn_value_unref);

  return self->kind != DMN_KIND_NUMBER;
}

gboolean
dmn_kind_has_scale (DmnKind kind)
{
  return kind != DMN_KIND_NULL && kind != DMN_KIND_BOOLEAN && kind < DMN_KIND_LIST;
}

gboolean
dmn_value_has_scale (const DmnValue *value)
{
  if (value->kind == DMN_KIND_TIME || value->kind == DMN_KIND_DATE_TIME)
    return value->moment.time.zone == DMN_ZONE_LOCAL;

  return dmn_kind_has_scale (value->kind);
}

void
dmn_scale_init (DmnScale  *self,
                DmnKind    kind,
                GPtrArray *values)
{
  self->kind = kind;
  self->keys = NULL;
  self->bounds = g_ptr_array_new_with_free_func ((GDestroyNotify) dmn_value_unref);
  for (guint i = 0; i < values->len; i++)
    if (dmn_value_get_kind (values->pdata[i]) == kind)
      g_ptr_array_add (self->bounds, dmn_value_ref (values->pdata[i]));
  sort_bounds (self);
  make_keys (self);
}

void
dmn_scale_clear (DmnScale *self)
{
  g_clear_pointer (&self->bounds, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_free);
}

guint
dmn_scale_n_positions (const DmnScale *self)
{
  return 2 * self->bounds->len + 1;
}

guint
dmn_scale_find (const DmnScale *self,
                const DmnValue *value)
{
  gint64 key;

  if (self->keys != NULL && get_key (value, &key))
    return find_key (self, key);

  return find_value (self, value);
}

gboolean
dmn_scale_sample (const DmnScale  *self,
                  guint            position,
                  DmnValue       **sample)
{
  guint above = position / 2;

  if (position % 2 == 1)
    {
      *sample = dmn_value_ref (bound_at (self, above));
      return TRUE;
    }

  return sample_gap (self, above > 0 ? bound_at (self, above - 1) : NULL,
                     above < self->bounds->len ? bound_at (self, above) : NULL, sample);
}
