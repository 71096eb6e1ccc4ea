/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FEEL values: which are equal, which comes first.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-value-private.h"

#include "dmn/dmn-temporal.h"

#include <string.h>

static DmnTruth
truth_of (gboolean boolean)
{
  return boolean ? DMN_TRUTH_TRUE : DMN_TRUTH_FALSE;
}

/* False as soon as one item differs, null when none does but one cannot be told. */
static DmnTruth
items_equal (const DmnItems *a,
             const DmnItems *b)
{
  DmnTruth truth = DMN_TRUTH_TRUE;

  if (a->items->len != b->items->len)
    return DMN_TRUTH_FALSE;

  for (guint i = 0; i < a->items->len; i++)
    {
      DmnTruth one = dmn_value_equal (a->items->pdata[i], b->items->pdata[i]);

      if (one == DMN_TRUTH_FALSE)
        return one;
      if (one == DMN_TRUTH_NULL)
        truth = one;
    }

  return truth;
}

static DmnTruth
contexts_equal (const DmnValue *a,
                const DmnValue *b)
{
  const DmnItems *members = &a->items;
  DmnTruth truth = DMN_TRUTH_TRUE;

  if (members->items->len != b->items.items->len)
    return DMN_TRUTH_FALSE;

  for (guint i = 0; i < members->items->len; i++)
    {
      DmnValue *other = dmn_value_get_member (b, members->names->pdata[i]);
      DmnTruth one = other != NULL ? dmn_value_equal (members->items->pdata[i], other)
                                   : DMN_TRUTH_FALSE;

      if (one == DMN_TRUTH_FALSE)
        return one;
      if (one == DMN_TRUTH_NULL)
        truth = one;
    }

  return truth;
}

static gboolean
ends_equal (const DmnValue *a,
            const DmnValue *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return dmn_value_equal (a, b) == DMN_TRUTH_TRUE;
}

static gboolean
ranges_equal (const DmnEnds *a,
              const DmnEnds *b)
{
  return a->low_included == b->low_included && a->high_included == b->high_included &&
         ends_equal (a->low, b->low) && ends_equal (a->high, b->high);
}

static gboolean
is_ordered (DmnKind kind)
{
  return kind != DMN_KIND_NULL && kind != DMN_KIND_BOOLEAN && kind < DMN_KIND_LIST;
}

static int
compare_integers (gint64 a,
                  gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_durations (const DmnDuration *a,
                   const DmnDuration *b)
{
  if (a->seconds != b->seconds)
    return compare_integers (a->seconds, b->seconds);

  return compare_integers (a->nanoseconds, b->nanoseconds);
}

/* Whether `order` of a value against an end lies on the inner side of it. */
static gboolean
is_inside (int      order,
           gboolean included)
{
  return order > 0 || (order == 0 && included);
}

/**
 * dmn_value_equal:
 * @a: a value
 * @b: another
 *
 * FEEL's `=` (DMN 1.3, table 53): null equals null alone, values of different
 * kinds cannot be told.
 *
 * Returns: whether they are equal
 */
DmnTruth
dmn_value_equal (const DmnValue *a,
                 const DmnValue *b)
{
  int order;

  if (a->kind == DMN_KIND_NULL || b->kind == DMN_KIND_NULL)
    return truth_of (a->kind == b->kind);

  if (a->kind != b->kind)
    return DMN_TRUTH_NULL;

  switch (a->kind)
    {
    case DMN_KIND_BOOLEAN:
      return truth_of (a->boolean == b->boolean);

    case DMN_KIND_LIST:
      return items_equal (&a->items, &b->items);

    case DMN_KIND_CONTEXT:
      return contexts_equal (a, b);

    case DMN_KIND_RANGE:
      return truth_of (ranges_equal (&a->ends, &b->ends));

    case DMN_KIND_FUNCTION:
      return truth_of (a == b);

    case DMN_KIND_TIME:
    case DMN_KIND_DATE_TIME:
      return truth_of (dmn_temporal_equal (a, b));

    case DMN_KIND_NULL:
    case DMN_KIND_NUMBER:
    case DMN_KIND_STRING:
    case DMN_KIND_DATE:
    case DMN_KIND_MONTHS_DURATION:
    case DMN_KIND_SECONDS_DURATION:
    default:
      return dmn_value_compare (a, b, &order) ? truth_of (order == 0) : DMN_TRUTH_NULL;
    }
}

/**
 * dmn_value_compare:
 * @a: a value
 * @b: another
 * @order: (out): less than, equal to or greater than 0, as @a is to @b
 *
 * FEEL's `<` and `>` (DMN 1.3, table 54).
 *
 * Returns: %FALSE when the two cannot be put in an order
 */
gboolean
dmn_value_compare (const DmnValue *a,
                   const DmnValue *b,
                   int            *order)
{
  if (a->kind != b->kind || !is_ordered (a->kind))
    return FALSE;

  switch ((int) a->kind)
    {
    case DMN_KIND_NUMBER:
      *order = dmn_number_compare (&a->number, &b->number);
      return TRUE;

    case DMN_KIND_STRING:
      /* UTF-8 keeps the order of code points. */
      *order = strcmp (a->string, b->string);
      return TRUE;

    case DMN_KIND_MONTHS_DURATION:
      *order = compare_integers (a->months, b->months);
      return TRUE;

    case DMN_KIND_SECONDS_DURATION:
      *order = compare_durations (&a->duration, &b->duration);
      return TRUE;

    default:
      return dmn_temporal_compare (a, b, order);
    }
}

/**
 * dmn_value_in_range:
 * @value: a value
 * @range: a range
 *
 * Returns: whether the range has the value
 */
DmnTruth
dmn_value_in_range (const DmnValue *value,
                    const DmnValue *range)
{
  const DmnEnds *ends = &range->ends;
  int order;

  g_return_val_if_fail (range->kind == DMN_KIND_RANGE, DMN_TRUTH_NULL);

  if (ends->low != NULL)
    {
      if (!dmn_value_compare (value, ends->low, &order))
        return DMN_TRUTH_NULL;
      if (!is_inside (order, ends->low_included))
        return DMN_TRUTH_FALSE;
    }

  if (ends->high != NULL)
    {
      if (!dmn_value_compare (value, ends->high, &order))
        return DMN_TRUTH_NULL;
      if (!is_inside (-order, ends->high_included))
        return DMN_TRUTH_FALSE;
    }

  return DMN_TRUTH_TRUE;
}
