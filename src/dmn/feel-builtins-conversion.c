/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The built-in functions of FEEL: conversions (DMN 1.3, section 10.3.4.1).
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/feel-builtins-private.h"

#include "dmn/dmn-temporal.h"

#include <string.h>

typedef DmnValue *(*Parse) (const char *text);

/* A text read as something; null when it is nothing of the kind. */
static DmnValue *
from_text (FeelRun    *run,
           const char *name,
           Parse       parse,
           DmnValue   *argument)
{
  const char *text = feel_argument_get_string (argument);
  DmnValue *value;

  if (text == NULL)
    return feel_builtin_refuse (run, name, "the argument", "a string");

  value = parse (text);

  return value != NULL ? value : feel_run_fail (run, "%s (): “%.60s” is none", name, text);
}

static DmnTime
dup_time (const DmnTime *time)
{
  DmnTime copy = *time;

  if (copy.zone_name != NULL)
    g_ref_string_acquire (copy.zone_name);

  return copy;
}

/* date (year, month, day) */
static DmnValue *
call_date_of_numbers (FeelRun         *run,
                      DmnValue *const *arguments,
                      guint            n_arguments)
{
  gint64 year, month, day;

  if (!feel_argument_get_integer (arguments[0], &year) ||
      !feel_argument_get_integer (arguments[1], &month) ||
      !feel_argument_get_integer (arguments[2], &day))
    return feel_builtin_refuse (run, "date", "an argument", "a whole number");
  if (!dmn_date_is_valid (year, month, day))
    return feel_run_fail (run, "date (): there is no such day");

  return dmn_value_new_date ((DmnDate) { (gint32) year, (guint8) month, (guint8) day });
}

static DmnValue *
call_date (FeelRun         *run,
           DmnValue *const *arguments,
           guint            n_arguments)
{
  if (feel_argument_is (arguments[0], DMN_KIND_DATE) || feel_argument_is (arguments[0], DMN_KIND_DATE_TIME))
    return dmn_value_new_date (*dmn_value_get_date (arguments[0]));

  return from_text (run, "date", dmn_temporal_parse_date, arguments[0]);
}

/* time (hour, minute, second, offset); a second may have a fraction */
static DmnValue *
call_time_of_numbers (FeelRun         *run,
                      DmnValue *const *arguments,
                      guint            n_arguments)
{
  DmnTime time = { 0 };
  gint64 hour, minute, second;

  if (!feel_argument_get_integer (arguments[0], &hour) ||
      !feel_argument_get_integer (arguments[1], &minute) ||
      !feel_argument_get_integer (arguments[2], &second))
    return feel_builtin_refuse (run, "time", "an argument", "a number");
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return feel_run_fail (run, "time (): there is no such time of day");

  time.second = (gint32) ((hour * 60 + minute) * 60 + second);
  if (feel_argument_is (arguments[3], DMN_KIND_SECONDS_DURATION))
    {
      time.zone = DMN_ZONE_OFFSET;
      time.offset = (gint32) dmn_value_get_duration (arguments[3]).seconds;
      if (ABS (time.offset) > 18 * 3600)
        return feel_builtin_refuse (run, "time", "the offset", "at most 18 hours");
    }
  else if (arguments[3] != NULL && !dmn_value_is_null (arguments[3]))
    return feel_builtin_refuse (run, "time", "the offset", "a days and time duration");

  return dmn_value_new_time (time);
}

static DmnValue *
call_time (FeelRun         *run,
           DmnValue *const *arguments,
           guint            n_arguments)
{
  if (feel_argument_is (arguments[0], DMN_KIND_TIME) || feel_argument_is (arguments[0], DMN_KIND_DATE_TIME))
    return dmn_value_new_time (dup_time (dmn_value_get_time (arguments[0])));
  if (feel_argument_is (arguments[0], DMN_KIND_DATE))
    return dmn_value_new_time ((DmnTime) { .zone = DMN_ZONE_OFFSET });

  return from_text (run, "time", dmn_temporal_parse_time, arguments[0]);
}

/* date and time (date, time) */
static DmnValue *
call_date_time_of_parts (FeelRun         *run,
                         DmnValue *const *arguments,
                         guint            n_arguments)
{
  if (!feel_argument_is (arguments[0], DMN_KIND_DATE) && !feel_argument_is (arguments[0], DMN_KIND_DATE_TIME))
    return feel_builtin_refuse (run, "date and time", "the date", "a date");
  if (!feel_argument_is (arguments[1], DMN_KIND_TIME))
    return feel_builtin_refuse (run, "date and time", "the time", "a time");

  return dmn_value_new_date_time (*dmn_value_get_date (arguments[0]),
                                  dup_time (dmn_value_get_time (arguments[1])));
}

static DmnValue *
call_date_time (FeelRun         *run,
                DmnValue *const *arguments,
                guint            n_arguments)
{
  if (feel_argument_is (arguments[0], DMN_KIND_DATE_TIME))
    return dmn_value_ref (arguments[0]);
  if (feel_argument_is (arguments[0], DMN_KIND_DATE))
    return dmn_value_new_date_time (*dmn_value_get_date (arguments[0]),
                                    (DmnTime) { .zone = DMN_ZONE_OFFSET });

  return from_text (run, "date and time", dmn_temporal_parse_date_time, arguments[0]);
}

static DmnValue *
call_duration (FeelRun         *run,
               DmnValue *const *arguments,
               guint            n_arguments)
{
  if (feel_argument_is (arguments[0], DMN_KIND_MONTHS_DURATION) ||
      feel_argument_is (arguments[0], DMN_KIND_SECONDS_DURATION))
    return dmn_value_ref (arguments[0]);

  return from_text (run, "duration", dmn_temporal_parse_duration, arguments[0]);
}

static gboolean
has_date (DmnValue *argument)
{
  return feel_argument_is (argument, DMN_KIND_DATE) || feel_argument_is (argument, DMN_KIND_DATE_TIME);
}

/* years and months duration (from, to) */
static DmnValue *
call_months_between (FeelRun         *run,
                     DmnValue *const *arguments,
                     guint            n_arguments)
{
  if (!has_date (arguments[0]) || !has_date (arguments[1]))
    return feel_builtin_refuse (run, "years and months duration", "an argument", "a date");

  return dmn_value_new_months (dmn_date_months_between (dmn_value_get_date (arguments[0]),
                                                        dmn_value_get_date (arguments[1])));
}

static gboolean
is_separator (DmnValue   *argument,
              const char *allowed,
              char       *separator)
{
  const char *text;

  *separator = '\0';
  if (argument == NULL || dmn_value_is_null (argument))
    return TRUE;
  text = feel_argument_get_string (argument);
  if (text == NULL || strlen (text) != 1 || strchr (allowed, *text) == NULL)
    return FALSE;
  *separator = *text;

  return TRUE;
}

/* number (text, grouping separator, decimal separator) */
static DmnValue *
call_number (FeelRun         *run,
             DmnValue *const *arguments,
             guint            n_arguments)
{
  const char *text = feel_argument_get_string (arguments[0]);
  g_autoptr (GString) plain = g_string_new (NULL);
  char grouping, point;
  DmnNumber number;

  if (feel_argument_is (arguments[0], DMN_KIND_NUMBER) && n_arguments == 1)
    return dmn_value_ref (arguments[0]);
  if (text == NULL)
    return feel_builtin_refuse (run, "number", "the argument", "a string");
  if (!is_separator (arguments[1], " ,.", &grouping) || !is_separator (arguments[2], ",.", &point) ||
      (grouping != '\0' && grouping == point))
    return feel_builtin_refuse (run, "number", "a separator", "a blank, a comma or a point");

  for (; *text != '\0'; text++)
    if (*text != grouping)
      g_string_append_c (plain, point != '\0' && *text == point ? '.' : *text);
  if (!dmn_number_parse (plain->str, &number))
    return feel_run_fail (run, "number (): “%.60s” is none", plain->str);

  return dmn_value_new_number (number);
}

static DmnValue *
call_string (FeelRun         *run,
             DmnValue *const *arguments,
             guint            n_arguments)
{
  g_autofree char *text = NULL;

  if (dmn_value_is_null (arguments[0]))
    return dmn_value_new_null ();

  text = dmn_value_to_string (arguments[0]);

  return dmn_value_new_string (text);
}

static DmnValue *
call_not (FeelRun         *run,
          DmnValue *const *arguments,
          guint            n_arguments)
{
  DmnTruth truth = feel_value_to_truth (arguments[0]);

  if (truth == DMN_TRUTH_NULL)
    return feel_builtin_refuse (run, "not", "the argument", "a boolean");

  return dmn_value_new_boolean (truth == DMN_TRUTH_FALSE);
}

static gboolean
has_same_zone (const DmnValue *a,
               const DmnValue *b)
{
  const DmnTime *one = dmn_value_get_time (a), *other = dmn_value_get_time (b);

  return one->zone == other->zone && one->offset == other->offset && g_strcmp0 (one->zone_name, other->zone_name) == 0;
}

/* Kinds have to agree too: a date is never a date and time, and the same
 * moment in another zone is another value. */
static DmnValue *
call_is (FeelRun         *run,
         DmnValue *const *arguments,
         guint            n_arguments)
{
  DmnValue *a = arguments[0], *b = n_arguments > 1 ? arguments[1] : NULL;
  gboolean same = a != NULL && b != NULL && dmn_value_equal (a, b) == DMN_TRUTH_TRUE;

  if (same && (feel_argument_is (a, DMN_KIND_TIME) || feel_argument_is (a, DMN_KIND_DATE_TIME)))
    same = has_same_zone (a, b);

  return dmn_value_new_boolean (same);
}

const FeelBuiltin feel_builtins_conversion[] = {
  { "date", "year,month,day", 3, call_date_of_numbers },
  { "date", "from", 1, call_date },
  { "time", "hour,minute,second,offset", 3, call_time_of_numbers },
  { "time", "from", 1, call_time },
  { "date and time", "date,time", 2, call_date_time_of_parts },
  { "date and time", "from", 1, call_date_time },
  { "duration", "from", 1, call_duration },
  { "years and months duration", "from,to", 2, call_months_between },
  { "number", "from,grouping separator,decimal separator", 1, call_number },
  { "string", "from", 1, call_string },
  { "not", "negand", 1, call_not },
  { "is", "value1,value2", 0, call_is },
  { NULL },
};
