/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A FEEL value: immutable and ref-counted.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-value-private.h"

G_DEFINE_BOXED_TYPE (DmnValue, dmn_value, dmn_value_ref, dmn_value_unref)

static DmnValue *
new_value (DmnKind kind)
{
  DmnValue *value = g_new0 (DmnValue, 1);

  g_atomic_ref_count_init (&value->ref_count);
  value->kind = kind;

  return value;
}

static void
clear_time (DmnTime *time)
{
  g_clear_pointer (&time->zone_name, g_ref_string_release);
}

static void
free_value (DmnValue *value)
{
  switch (value->kind)
    {
    case DMN_KIND_NUMBER:
      dmn_number_clear (&value->number);
      break;

    case DMN_KIND_STRING:
      g_free (value->string);
      break;

    case DMN_KIND_TIME:
    case DMN_KIND_DATE_TIME:
      clear_time (&value->moment.time);
      break;

    case DMN_KIND_LIST:
    case DMN_KIND_CONTEXT:
      g_clear_pointer (&value->items.names, g_ptr_array_unref);
      g_ptr_array_unref (value->items.items);
      break;

    case DMN_KIND_RANGE:
      g_clear_pointer (&value->ends.low, dmn_value_unref);
      g_clear_pointer (&value->ends.high, dmn_value_unref);
      break;

    case DMN_KIND_FUNCTION:
      if (value->callable.destroy != NULL)
        value->callable.destroy (value->callable.function);
      break;

    case DMN_KIND_NULL:
    case DMN_KIND_BOOLEAN:
    case DMN_KIND_DATE:
    case DMN_KIND_MONTHS_DURATION:
    case DMN_KIND_SECONDS_DURATION:
    default:
      break;
    }

  g_free (value);
}

/**
 * dmn_value_new_null:
 *
 * Returns: (transfer full): the one null
 */
DmnValue *
dmn_value_new_null (void)
{
  static DmnValue null = { .kind = DMN_KIND_NULL };

  /* Shared by everyone: references to it are not counted. */
  return &null;
}

/**
 * dmn_value_new_boolean:
 * @boolean: a boolean
 *
 * Returns: (transfer full): the value
 */
DmnValue *
dmn_value_new_boolean (gboolean boolean)
{
  static DmnValue values[] = {
    { .kind = DMN_KIND_BOOLEAN, .boolean = FALSE },
    { .kind = DMN_KIND_BOOLEAN, .boolean = TRUE },
  };

  return &values[boolean ? 1 : 0];
}

/**
 * dmn_value_new_integer:
 * @integer: a whole number
 *
 * Returns: (transfer full): the number as a value
 */
DmnValue *
dmn_value_new_integer (gint64 integer)
{
  return dmn_value_new_number (dmn_number_from_integer (integer));
}

/**
 * dmn_value_new_number:
 * @number: (transfer full): a number
 *
 * Returns: (transfer full): the number as a value
 */
DmnValue *
dmn_value_new_number (DmnNumber number)
{
  DmnValue *value = new_value (DMN_KIND_NUMBER);

  value->number = number;

  return value;
}

/**
 * dmn_value_new_string:
 * @string: UTF-8
 *
 * Returns: (transfer full): the string as a value
 */
DmnValue *
dmn_value_new_string (const char *string)
{
  DmnValue *value = new_value (DMN_KIND_STRING);

  value->string = g_strdup (string);

  return value;
}

/**
 * dmn_value_new_date:
 * @date: a valid day
 *
 * Returns: (transfer full): the day as a value
 */
DmnValue *
dmn_value_new_date (DmnDate date)
{
  DmnValue *value = new_value (DMN_KIND_DATE);

  value->moment.date = date;

  return value;
}

/**
 * dmn_value_new_time:
 * @time: (transfer full): a valid time of day
 *
 * Returns: (transfer full): the time as a value
 */
DmnValue *
dmn_value_new_time (DmnTime time)
{
  DmnValue *value = new_value (DMN_KIND_TIME);

  value->moment.time = time;

  return value;
}

/**
 * dmn_value_new_date_time:
 * @date: a valid day
 * @time: (transfer full): a valid time on it
 *
 * Returns: (transfer full): both as one value
 */
DmnValue *
dmn_value_new_date_time (DmnDate date,
                         DmnTime time)
{
  DmnValue *value = new_value (DMN_KIND_DATE_TIME);

  value->moment.date = date;
  value->moment.time = time;

  return value;
}

/**
 * dmn_value_new_months:
 * @months: how many; negative goes back
 *
 * Returns: (transfer full): a years and months duration
 */
DmnValue *
dmn_value_new_months (gint64 months)
{
  DmnValue *value = new_value (DMN_KIND_MONTHS_DURATION);

  value->months = months;

  return value;
}

/**
 * dmn_value_new_duration:
 * @duration: how long
 *
 * Returns: (transfer full): a days and time duration
 */
DmnValue *
dmn_value_new_duration (DmnDuration duration)
{
  DmnValue *value = new_value (DMN_KIND_SECONDS_DURATION);

  value->duration = duration;

  return value;
}

/**
 * dmn_value_new_list:
 * @items: (transfer full) (element-type DmnValue): an array that owns values
 *
 * Returns: (transfer full): the list
 */
DmnValue *
dmn_value_new_list (GPtrArray *items)
{
  DmnValue *value = new_value (DMN_KIND_LIST);

  value->items.items = items;

  return value;
}

/**
 * dmn_value_new_context:
 * @names: (transfer full) (element-type utf8): an array that owns names
 * @members: (transfer full) (element-type DmnValue): as many values
 *
 * Returns: (transfer full): the context
 */
DmnValue *
dmn_value_new_context (GPtrArray *names,
                       GPtrArray *members)
{
  DmnValue *value;

  g_return_val_if_fail (names->len == members->len, NULL);

  value = new_value (DMN_KIND_CONTEXT);
  value->items.names = names;
  value->items.items = members;

  return value;
}

/**
 * dmn_value_new_range:
 * @low: (transfer full) (nullable): where it begins
 * @low_included: whether that belongs to it
 * @high: (transfer full) (nullable): where it ends
 * @high_included: whether that belongs to it
 *
 * Returns: (transfer full): the range
 */
DmnValue *
dmn_value_new_range (DmnValue *low,
                     gboolean  low_included,
                     DmnValue *high,
                     gboolean  high_included)
{
  DmnValue *value = new_value (DMN_KIND_RANGE);

  value->ends.low = low;
  value->ends.high = high;
  value->ends.low_included = low_included;
  value->ends.high_included = high_included;

  return value;
}

/**
 * dmn_value_new_function:
 * @function: (transfer full): what is called
 * @destroy: (nullable): frees it
 *
 * Returns: (transfer full): the function as a value
 */
DmnValue *
dmn_value_new_function (gpointer       function,
                        GDestroyNotify destroy)
{
  DmnValue *value = new_value (DMN_KIND_FUNCTION);

  value->callable.function = function;
  value->callable.destroy = destroy;

  return value;
}

/**
 * dmn_value_ref:
 * @value: a value
 *
 * Returns: (transfer full): the value
 */
DmnValue *
dmn_value_ref (DmnValue *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  if (value->kind > DMN_KIND_BOOLEAN)
    g_atomic_ref_count_inc (&value->ref_count);

  return value;
}

/**
 * dmn_value_unref:
 * @value: (transfer full): a value
 *
 * Gives back a reference.
 */
void
dmn_value_unref (DmnValue *value)
{
  g_return_if_fail (value != NULL);

  if (value->kind > DMN_KIND_BOOLEAN && g_atomic_ref_count_dec (&value->ref_count))
    free_value (value);
}
