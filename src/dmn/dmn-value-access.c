/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FEEL values: what is in one.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-value-private.h"

#include <string.h>

/**
 * dmn_value_get_kind:
 * @value: a value
 *
 * Returns: its kind
 */
DmnKind
dmn_value_get_kind (const DmnValue *value)
{
  return value->kind;
}

/**
 * dmn_value_is_null:
 * @value: a value
 *
 * Returns: whether it is FEEL's null
 */
gboolean
dmn_value_is_null (const DmnValue *value)
{
  return value->kind == DMN_KIND_NULL;
}

/**
 * dmn_value_get_boolean:
 * @value: a boolean
 *
 * Returns: what it is
 */
gboolean
dmn_value_get_boolean (const DmnValue *value)
{
  g_return_val_if_fail (value->kind == DMN_KIND_BOOLEAN, FALSE);

  return value->boolean;
}

/**
 * dmn_value_get_number:
 * @value: a number
 *
 * Returns: (transfer none): the number
 */
const DmnNumber *
dmn_value_get_number (const DmnValue *value)
{
  g_return_val_if_fail (value->kind == DMN_KIND_NUMBER, NULL);

  return &value->number;
}

/**
 * dmn_value_get_string:
 * @value: a string
 *
 * Returns: (transfer none): the text
 */
const char *
dmn_value_get_string (const DmnValue *value)
{
  g_return_val_if_fail (value->kind == DMN_KIND_STRING, NULL);

  return value->string;
}

/**
 * dmn_value_get_date:
 * @value: a date, or a date and time
 *
 * Returns: (transfer none): the day
 */
const DmnDate *
dmn_value_get_date (const DmnValue *value)
{
  g_return_val_if_fail (value->kind == DMN_KIND_DATE || value->kind == DMN_KIND_DATE_TIME, NULL);

  return &value->moment.date;
}

/**
 * dmn_value_get_time:
 * @value: a time, or a date and time
 *
 * Returns: (transfer none): the time of day
 */
const DmnTime *
dmn_value_get_time (const DmnValue *value)
{
  g_return_val_if_fail (value->kind == DMN_KIND_TIME || value->kind == DMN_KIND_DATE_TIME, NULL);

  return &value->moment.time;
}

/**
 * dmn_value_get_months:
 * @value: a years and months duration
 *
 * Returns: its months
 */
gint64
dmn_value_get_months (const DmnValue *value)
{
  g_return_val_if_fail (value->kind == DMN_KIND_MONTHS_DURATION, 0);

  return value->months;
}

/**
 * dmn_value_get_duration:
 * @value: a days and time duration
 *
 * Returns: how long it is
 */
DmnDuration
dmn_value_get_duration (const DmnValue *value)
{
  g_return_val_if_fail (value->kind == DMN_KIND_SECONDS_DURATION, (DmnDuration) { 0 });

  return value->duration;
}

/**
 * dmn_value_get_length:
 * @value: a list or a context
 *
 * Returns: how many items or members it has
 */
guint
dmn_value_get_length (const DmnValue *value)
{
  g_return_val_if_fail (value->kind == DMN_KIND_LIST || value->kind == DMN_KIND_CONTEXT, 0);

  return value->items.items->len;
}

/**
 * dmn_value_get_item:
 * @value: a list or a context
 * @index: a place in it, from 0
 *
 * Returns: (transfer none): the item or member there
 */
DmnValue *
dmn_value_get_item (const DmnValue *value,
                    guint           index)
{
  g_return_val_if_fail (index < dmn_value_get_length (value), NULL);

  return value->items.items->pdata[index];
}

/**
 * dmn_value_get_name:
 * @value: a context
 * @index: a place in it, from 0
 *
 * Returns: (transfer none): the name of the member there
 */
const char *
dmn_value_get_name (const DmnValue *value,
                    guint           index)
{
  g_return_val_if_fail (value->kind == DMN_KIND_CONTEXT, NULL);
  g_return_val_if_fail (index < value->items.names->len, NULL);

  return value->items.names->pdata[index];
}

/**
 * dmn_value_get_member:
 * @value: a context
 * @name: a member's name
 *
 * Returns: (transfer none) (nullable): the member, or %NULL when there is none
 */
DmnValue *
dmn_value_get_member (const DmnValue *value,
                      const char     *name)
{
  g_return_val_if_fail (value->kind == DMN_KIND_CONTEXT, NULL);

  for (guint i = 0; i < value->items.names->len; i++)
    if (strcmp (value->items.names->pdata[i], name) == 0)
      return value->items.items->pdata[i];

  return NULL;
}

/**
 * dmn_value_get_low:
 * @value: a range
 *
 * Returns: (transfer none) (nullable): its lower end
 */
DmnValue *
dmn_value_get_low (const DmnValue *value)
{
  g_return_val_if_fail (value->kind == DMN_KIND_RANGE, NULL);

  return value->ends.low;
}

/**
 * dmn_value_get_high:
 * @value: a range
 *
 * Returns: (transfer none) (nullable): its upper end
 */
DmnValue *
dmn_value_get_high (const DmnValue *value)
{
  g_return_val_if_fail (value->kind == DMN_KIND_RANGE, NULL);

  return value->ends.high;
}

/**
 * dmn_value_includes_low:
 * @value: a range
 *
 * Returns: whether the lower end belongs to it
 */
gboolean
dmn_value_includes_low (const DmnValue *value)
{
  g_return_val_if_fail (value->kind == DMN_KIND_RANGE, FALSE);

  return value->ends.low_included;
}

/**
 * dmn_value_includes_high:
 * @value: a range
 *
 * Returns: whether the upper end belongs to it
 */
gboolean
dmn_value_includes_high (const DmnValue *value)
{
  g_return_val_if_fail (value->kind == DMN_KIND_RANGE, FALSE);

  return value->ends.high_included;
}

/**
 * dmn_value_get_function:
 * @value: a function
 *
 * Returns: (transfer none): what is called
 */
gpointer
dmn_value_get_function (const DmnValue *value)
{
  g_return_val_if_fail (value->kind == DMN_KIND_FUNCTION, NULL);

  return value->callable.function;
}

/**
 * dmn_kind_get_name:
 * @kind: a kind of value
 *
 * Returns: what FEEL calls it
 */
const char *
dmn_kind_get_name (DmnKind kind)
{
  static const char *const names[] = {
    [DMN_KIND_NULL] = "null",
    [DMN_KIND_BOOLEAN] = "boolean",
    [DMN_KIND_NUMBER] = "number",
    [DMN_KIND_STRING] = "string",
    [DMN_KIND_DATE] = "date",
    [DMN_KIND_TIME] = "time",
    [DMN_KIND_DATE_TIME] = "date and time",
    [DMN_KIND_MONTHS_DURATION] = "years and months duration",
    [DMN_KIND_SECONDS_DURATION] = "days and time duration",
    [DMN_KIND_LIST] = "list",
    [DMN_KIND_CONTEXT] = "context",
    [DMN_KIND_RANGE] = "range",
    [DMN_KIND_FUNCTION] = "function",
  };

  return names[kind];
}
