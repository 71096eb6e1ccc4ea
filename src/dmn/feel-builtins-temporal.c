/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The built-in functions of FEEL: calendars and clocks (DMN 1.3, section
 * 10.3.4.9).
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/feel-builtins-private.h"

#include "dmn/dmn-temporal.h"

static const char *const days_of_week[] = {
  "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
};

static const char *const months_of_year[] = {
  "January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December",
};

static const DmnDate *
get_date (FeelRun    *run,
          const char *name,
          DmnValue   *argument)
{
  if (feel_argument_is (argument, DMN_KIND_DATE) || feel_argument_is (argument, DMN_KIND_DATE_TIME))
    return dmn_value_get_date (argument);

  feel_builtin_refuse (run, name, "the argument", "a date");

  return NULL;
}

/* 0 for Monday */
static gint64
weekday_of (gint64 days)
{
  gint64 weekday = (days + 3) % 7;

  return weekday < 0 ? weekday + 7 : weekday;
}

static gint64
first_of_year (gint32 year)
{
  return dmn_date_to_days (&(DmnDate) { year, 1, 1 });
}

/* The Monday on which ISO 8601's first week of a year begins. */
static gint64
first_week_of (gint32 year)
{
  gint64 fourth = first_of_year (year) + 3;

  return fourth - weekday_of (fourth);
}

static DmnValue *
call_day_of_year (FeelRun         *run,
                  DmnValue *const *arguments,
                  guint            n_arguments)
{
  const DmnDate *date = get_date (run, "day of year", arguments[0]);

  if (date == NULL)
    return dmn_value_new_null ();

  return dmn_value_new_integer (dmn_date_to_days (date) - first_of_year (date->year) + 1);
}

static DmnValue *
call_day_of_week (FeelRun         *run,
                  DmnValue *const *arguments,
                  guint            n_arguments)
{
  const DmnDate *date = get_date (run, "day of week", arguments[0]);

  if (date == NULL)
    return dmn_value_new_null ();

  return dmn_value_new_string (days_of_week[weekday_of (dmn_date_to_days (date))]);
}

static DmnValue *
call_month_of_year (FeelRun         *run,
                    DmnValue *const *arguments,
                    guint            n_arguments)
{
  const DmnDate *date = get_date (run, "month of year", arguments[0]);

  if (date == NULL)
    return dmn_value_new_null ();

  return dmn_value_new_string (months_of_year[date->month - 1]);
}

static DmnValue *
call_week_of_year (FeelRun         *run,
                   DmnValue *const *arguments,
                   guint            n_arguments)
{
  const DmnDate *date = get_date (run, "week of year", arguments[0]);
  gint64 days, start;

  if (date == NULL)
    return dmn_value_new_null ();

  days = dmn_date_to_days (date);
  start = first_week_of (date->year);
  if (days < start)
    start = first_week_of (date->year - 1);
  else if (days >= first_week_of (date->year + 1))
    start = first_week_of (date->year + 1);

  return dmn_value_new_integer ((days - start) / 7 + 1);
}

static DmnValue *
call_last_day_of_month (FeelRun         *run,
                        DmnValue *const *arguments,
                        guint            n_arguments)
{
  const DmnDate *date = get_date (run, "last day of month", arguments[0]);
  guint8 day = 31;

  if (date == NULL)
    return dmn_value_new_null ();

  while (!dmn_date_is_valid (date->year, date->month, day))
    day--;

  return dmn_value_new_integer (day);
}

static DmnTime
current_time (GDateTime *now)
{
  return (DmnTime) {
    .second = (g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now)) * 60 + g_date_time_get_second (now),
    .nanosecond = g_date_time_get_microsecond (now) * 1000,
    .zone = DMN_ZONE_OFFSET,
    .offset = (gint32) (g_date_time_get_utc_offset (now) / G_USEC_PER_SEC),
  };
}

static DmnDate
current_date (GDateTime *now)
{
  return (DmnDate) {
    g_date_time_get_year (now),
    (guint8) g_date_time_get_month (now),
    (guint8) g_date_time_get_day_of_month (now),
  };
}

static DmnValue *
call_now (FeelRun         *run,
          DmnValue *const *arguments,
          guint            n_arguments)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return dmn_value_new_date_time (current_date (now), current_time (now));
}

static DmnValue *
call_today (FeelRun         *run,
            DmnValue *const *arguments,
            guint            n_arguments)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return dmn_value_new_date (current_date (now));
}

const FeelBuiltin feel_builtins_temporal[] = {
  { "day of year", "date", 1, call_day_of_year },
  { "day of week", "date", 1, call_day_of_week },
  { "month of year", "date", 1, call_month_of_year },
  { "week of year", "date", 1, call_week_of_year },
  { "last day of month", "date", 1, call_last_day_of_month },
  { "now", "", 0, call_now },
  { "today", "", 0, call_today },
  { NULL },
};
