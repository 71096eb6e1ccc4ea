/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates, times and durations: their order and arithmetic.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-temporal.h"

#include <string.h>

#define DAY 86400
#define NANOSECONDS 1000000000
#define MAX_YEAR 999999999

/* A stretch of time fine enough for all of FEEL's arithmetic. */
typedef __int128 Nanoseconds;

static gboolean
is_leap_year (gint64 year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static guint
days_in_month (gint64 year,
               gint64 month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return days[month - 1] + (month == 2 && is_leap_year (year) ? 1 : 0);
}

/* Rounded down, so that what remains is never negative. */
static gint64
floor_divide (gint64 a,
              gint64 b)
{
  return a / b - (a % b < 0 ? 1 : 0);
}

static Nanoseconds
duration_to_nanoseconds (DmnDuration duration)
{
  return (Nanoseconds) duration.seconds * NANOSECONDS + duration.nanoseconds;
}

static DmnValue *
new_duration (Nanoseconds nanoseconds)
{
  Nanoseconds seconds = nanoseconds / NANOSECONDS;
  DmnDuration duration = { (gint64) seconds, (gint32) (nanoseconds % NANOSECONDS) };

  return duration.seconds == seconds ? dmn_value_new_duration (duration) : NULL;
}

/* A moment on one line: seconds since 1970 in nanoseconds, a date being its
 * midnight in UTC. */
static Nanoseconds
moment_to_nanoseconds (const DmnValue *value)
{
  if (dmn_value_get_kind (value) == DMN_KIND_DATE)
    return (Nanoseconds) dmn_date_to_days (dmn_value_get_date (value)) * DAY * NANOSECONDS;

  return (Nanoseconds) dmn_date_time_to_seconds (value) * NANOSECONDS +
         dmn_value_get_time (value)->nanosecond;
}

static Nanoseconds
time_to_nanoseconds (const DmnTime *time)
{
  return (Nanoseconds) (time->second - dmn_time_get_offset (time, NULL)) * NANOSECONDS +
         time->nanosecond;
}

static int
compare_nanoseconds (Nanoseconds a,
                     Nanoseconds b)
{
  return (a > b) - (a < b);
}

static DmnTime
copy_time (const DmnTime *time)
{
  DmnTime copy = *time;

  if (copy.zone_name != NULL)
    g_ref_string_acquire (copy.zone_name);

  return copy;
}

static gboolean
add_months (const DmnDate *date,
            gint64         months,
            DmnDate       *result)
{
  gint64 sum, year, month;

  if (__builtin_add_overflow ((gint64) date->year * 12 + date->month - 1, months, &sum))
    return FALSE;

  year = floor_divide (sum, 12);
  month = sum - year * 12 + 1;
  if (ABS (year) > MAX_YEAR)
    return FALSE;
  *result = (DmnDate) { (gint32) year, (guint8) month,
                        (guint8) MIN (date->day, days_in_month (year, month)) };

  return TRUE;
}

/* A date, time or both, moved by nanoseconds. */
static DmnValue *
add_nanoseconds (const DmnValue *value,
                 Nanoseconds     delta)
{
  DmnKind kind = dmn_value_get_kind (value);
  const DmnTime *time = kind == DMN_KIND_DATE ? NULL : dmn_value_get_time (value);
  Nanoseconds day = (Nanoseconds) DAY * NANOSECONDS;
  Nanoseconds sum = delta, days;
  DmnTime moved = { 0 };
  DmnDate date;

  if (time != NULL)
    sum += (Nanoseconds) time->second * NANOSECONDS + time->nanosecond;
  days = sum / day - (sum % day < 0 ? 1 : 0);
  sum -= days * day;

  if (kind != DMN_KIND_TIME &&
      (days > G_MAXINT32 * (gint64) 400 || days < G_MININT32 * (gint64) 400 ||
       !dmn_date_from_days (dmn_date_to_days (dmn_value_get_date (value)) + (gint64) days, &date)))
    return NULL;
  if (kind == DMN_KIND_DATE)
    return dmn_value_new_date (date);

  moved = copy_time (time);
  moved.second = (gint32) (sum / NANOSECONDS);
  moved.nanosecond = (gint32) (sum % NANOSECONDS);

  return kind == DMN_KIND_TIME ? dmn_value_new_time (moved) : dmn_value_new_date_time (date, moved);
}

static DmnValue *
move_by_months (const DmnValue *value,
                gint64          months)
{
  DmnDate date;

  if (dmn_value_get_kind (value) == DMN_KIND_TIME ||
      !add_months (dmn_value_get_date (value), months, &date))
    return NULL;

  if (dmn_value_get_kind (value) == DMN_KIND_DATE)
    return dmn_value_new_date (date);

  return dmn_value_new_date_time (date, copy_time (dmn_value_get_time (value)));
}

/* moment ± duration */
static DmnValue *
move (const DmnValue *moment,
      const DmnValue *duration,
      int             sign)
{
  if (dmn_value_get_kind (duration) == DMN_KIND_MONTHS_DURATION)
    return move_by_months (moment, dmn_value_get_months (duration) * sign);

  return add_nanoseconds (moment, duration_to_nanoseconds (dmn_value_get_duration (duration)) * sign);
}

static DmnValue *
add_durations (const DmnValue *a,
               const DmnValue *b,
               int             sign)
{
  gint64 months;

  if (dmn_value_get_kind (a) != dmn_value_get_kind (b))
    return NULL;

  if (dmn_value_get_kind (a) == DMN_KIND_SECONDS_DURATION)
    return new_duration (duration_to_nanoseconds (dmn_value_get_duration (a)) +
                         duration_to_nanoseconds (dmn_value_get_duration (b)) * sign);

  if (__builtin_add_overflow (dmn_value_get_months (a), dmn_value_get_months (b) * sign, &months))
    return NULL;

  return dmn_value_new_months (months);
}

static gboolean
is_duration (const DmnValue *value)
{
  return dmn_value_get_kind (value) == DMN_KIND_MONTHS_DURATION ||
         dmn_value_get_kind (value) == DMN_KIND_SECONDS_DURATION;
}

static gboolean
is_moment (const DmnValue *value)
{
  return dmn_value_get_kind (value) >= DMN_KIND_DATE &&
         dmn_value_get_kind (value) <= DMN_KIND_DATE_TIME;
}

/* A date is the midnight of UTC that it begins with. */
static gboolean
has_zone (const DmnValue *moment)
{
  return dmn_value_get_kind (moment) != DMN_KIND_DATE_TIME || dmn_value_get_time (moment)->zone != DMN_ZONE_LOCAL;
}

/* Moments can be told apart where both or neither have a zone. */
static DmnValue *
subtract_moments (const DmnValue *a,
                  const DmnValue *b)
{
  gboolean a_is_time = dmn_value_get_kind (a) == DMN_KIND_TIME;

  if (a_is_time != (dmn_value_get_kind (b) == DMN_KIND_TIME))
    return NULL;

  if (a_is_time)
    return new_duration (time_to_nanoseconds (dmn_value_get_time (a)) -
                         time_to_nanoseconds (dmn_value_get_time (b)));

  if (has_zone (a) != has_zone (b))
    return NULL;

  return new_duration (moment_to_nanoseconds (a) - moment_to_nanoseconds (b));
}

/* A duration as a number: months, or seconds with their fraction. */
static DmnNumber
duration_to_number (const DmnValue *duration)
{
  g_auto (DmnNumber) seconds = DMN_NUMBER_ZERO, fraction = DMN_NUMBER_ZERO;
  g_auto (DmnNumber) nanoseconds = DMN_NUMBER_ZERO, billion = DMN_NUMBER_ZERO;
  DmnNumber number = DMN_NUMBER_ZERO;
  DmnDuration length;

  if (dmn_value_get_kind (duration) == DMN_KIND_MONTHS_DURATION)
    return dmn_number_from_integer (dmn_value_get_months (duration));

  length = dmn_value_get_duration (duration);
  seconds = dmn_number_from_integer (length.seconds);
  nanoseconds = dmn_number_from_integer (length.nanoseconds);
  billion = dmn_number_from_integer (NANOSECONDS);
  dmn_number_arithmetic (DMN_ARITHMETIC_DIVIDE, &nanoseconds, &billion, &fraction);
  dmn_number_arithmetic (DMN_ARITHMETIC_ADD, &seconds, &fraction, &number);

  return number;
}

/* Back again, towards zero. */
static DmnValue *
duration_from_number (DmnKind          kind,
                      const DmnNumber *number)
{
  g_auto (DmnNumber) billion = dmn_number_from_integer (NANOSECONDS);
  g_auto (DmnNumber) whole = DMN_NUMBER_ZERO, rest = DMN_NUMBER_ZERO;
  g_auto (DmnNumber) nanoseconds = DMN_NUMBER_ZERO, cut = DMN_NUMBER_ZERO;
  DmnDuration duration;
  gint64 fine;

  if (!dmn_number_round (number, 0, DMN_ROUND_DOWN, &whole) ||
      !dmn_number_get_integer (&whole, &duration.seconds))
    return NULL;
  if (kind == DMN_KIND_MONTHS_DURATION)
    return dmn_value_new_months (duration.seconds);

  if (!dmn_number_arithmetic (DMN_ARITHMETIC_SUBTRACT, number, &whole, &rest) ||
      !dmn_number_arithmetic (DMN_ARITHMETIC_MULTIPLY, &rest, &billion, &nanoseconds) ||
      !dmn_number_round (&nanoseconds, 0, DMN_ROUND_DOWN, &cut) ||
      !dmn_number_get_integer (&cut, &fine))
    return NULL;
  duration.nanoseconds = (gint32) fine;

  return dmn_value_new_duration (duration);
}

/* duration * number, duration / number */
static DmnValue *
scale_duration (DmnArithmetic    operation,
                const DmnValue  *duration,
                const DmnNumber *factor)
{
  g_auto (DmnNumber) number = duration_to_number (duration);
  g_auto (DmnNumber) scaled = DMN_NUMBER_ZERO;

  if (!dmn_number_arithmetic (operation, &number, factor, &scaled))
    return NULL;

  return duration_from_number (dmn_value_get_kind (duration), &scaled);
}

/* duration / duration */
static DmnValue *
divide_durations (const DmnValue *a,
                  const DmnValue *b)
{
  g_auto (DmnNumber) dividend = duration_to_number (a);
  g_auto (DmnNumber) divisor = duration_to_number (b);
  DmnNumber quotient;

  if (dmn_value_get_kind (a) != dmn_value_get_kind (b) ||
      !dmn_number_arithmetic (DMN_ARITHMETIC_DIVIDE, &dividend, &divisor, &quotient))
    return NULL;

  return dmn_value_new_number (quotient);
}

static gboolean
is_number (const DmnValue *value)
{
  return dmn_value_get_kind (value) == DMN_KIND_NUMBER;
}

/**
 * dmn_date_is_valid:
 * @year: −999 999 999 … 999 999 999
 * @month: 1 … 12
 * @day: 1 … the month's days
 *
 * Returns: whether there is such a day
 */
gboolean
dmn_date_is_valid (gint64 year,
                   gint64 month,
                   gint64 day)
{
  return ABS (year) <= MAX_YEAR && month >= 1 && month <= 12 && day >= 1 &&
         day <= days_in_month (year, month);
}

/**
 * dmn_date_to_days:
 * @date: a valid day
 *
 * Returns: the days since 1970-01-01
 */
gint64
dmn_date_to_days (const DmnDate *date)
{
  /* Years that begin in March put the leap day at their end. */
  gint64 year = date->year - (date->month <= 2 ? 1 : 0);
  gint64 era = floor_divide (year, 400);
  gint64 year_of_era = year - era * 400;
  gint64 month = (date->month + 9) % 12;
  gint64 day_of_year = (153 * month + 2) / 5 + date->day - 1;

  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

/**
 * dmn_date_from_days:
 * @days: days since 1970-01-01
 * @date: (out): the day
 *
 * Returns: %FALSE when the year is out of range
 */
gboolean
dmn_date_from_days (gint64   days,
                    DmnDate *date)
{
  gint64 shifted = days + 719468;
  gint64 era = floor_divide (shifted, 146097);
  gint64 day_of_era = shifted - era * 146097;
  gint64 year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 month = (5 * day_of_year + 2) / 153;
  gint64 year = year_of_era + era * 400 + (month >= 10 ? 1 : 0);

  if (ABS (year) > MAX_YEAR)
    return FALSE;

  *date = (DmnDate) { (gint32) year, (guint8) (month < 10 ? month + 3 : month - 9),
                      (guint8) (day_of_year - (153 * month + 2) / 5 + 1) };

  return TRUE;
}

/**
 * dmn_time_get_offset:
 * @time: a time of day
 * @date: (nullable): the day, for zones whose offset changes; %NULL for 1970-01-01
 *
 * Returns: seconds east of UTC, 0 where no zone is said
 */
gint32
dmn_time_get_offset (const DmnTime *time,
                     const DmnDate *date)
{
  g_autoptr (GTimeZone) zone = NULL;
  gint64 local = time->second + (date != NULL ? dmn_date_to_days (date) * DAY : 0);
  gint interval;

  if (time->zone != DMN_ZONE_NAMED)
    return time->offset;

  zone = g_time_zone_new_identifier (time->zone_name);
  if (zone == NULL)
    return 0;

  interval = g_time_zone_adjust_time (zone, G_TIME_TYPE_STANDARD, &local);

  return g_time_zone_get_offset (zone, interval);
}

/**
 * dmn_date_time_to_seconds:
 * @value: a date and time
 *
 * Returns: the seconds since 1970-01-01T00:00:00, of UTC where it has a zone
 */
gint64
dmn_date_time_to_seconds (const DmnValue *value)
{
  const DmnDate *date = dmn_value_get_date (value);
  const DmnTime *time = dmn_value_get_time (value);

  return dmn_date_to_days (date) * DAY + time->second - dmn_time_get_offset (time, date);
}

/**
 * dmn_temporal_equal:
 * @a: a time or a date and time
 * @b: another of the same kind
 *
 * Returns: whether they are the same moment; one with a zone is never one
 *   without
 */
gboolean
dmn_temporal_equal (const DmnValue *a,
                    const DmnValue *b)
{
  int order;

  if ((dmn_value_get_time (a)->zone == DMN_ZONE_LOCAL) != (dmn_value_get_time (b)->zone == DMN_ZONE_LOCAL))
    return FALSE;

  return dmn_temporal_compare (a, b, &order) && order == 0;
}

/**
 * dmn_temporal_compare:
 * @a: a date, a time, or both
 * @b: another of the same kind
 * @order: (out): less than, equal to or greater than 0, as @a is to @b
 *
 * Returns: %FALSE when only one of them has a zone
 */
gboolean
dmn_temporal_compare (const DmnValue *a,
                      const DmnValue *b,
                      int            *order)
{
  if (dmn_value_get_kind (a) == DMN_KIND_DATE)
    {
      *order = compare_nanoseconds (moment_to_nanoseconds (a), moment_to_nanoseconds (b));
      return TRUE;
    }

  if ((dmn_value_get_time (a)->zone == DMN_ZONE_LOCAL) != (dmn_value_get_time (b)->zone == DMN_ZONE_LOCAL))
    return FALSE;

  if (dmn_value_get_kind (a) == DMN_KIND_TIME)
    *order = compare_nanoseconds (time_to_nanoseconds (dmn_value_get_time (a)),
                                  time_to_nanoseconds (dmn_value_get_time (b)));
  else
    *order = compare_nanoseconds (moment_to_nanoseconds (a), moment_to_nanoseconds (b));

  return TRUE;
}

/**
 * dmn_temporal_arithmetic:
 * @operation: what to do
 * @a: the left operand
 * @b: the right operand
 *
 * Returns: (transfer full) (nullable): the result, or %NULL where FEEL
 *   defines none (DMN 1.3, table 57)
 */
DmnValue *
dmn_temporal_arithmetic (DmnArithmetic   operation,
                         const DmnValue *a,
                         const DmnValue *b)
{
  int sign = operation == DMN_ARITHMETIC_SUBTRACT ? -1 : 1;
  gboolean sum = operation == DMN_ARITHMETIC_ADD || operation == DMN_ARITHMETIC_SUBTRACT;

  if (sum && is_moment (a) && is_duration (b))
    return move (a, b, sign);
  if (operation == DMN_ARITHMETIC_ADD && is_duration (a) && is_moment (b))
    return move (b, a, 1);
  if (sum && is_duration (a) && is_duration (b))
    return add_durations (a, b, sign);
  if (operation == DMN_ARITHMETIC_SUBTRACT && is_moment (a) && is_moment (b))
    return subtract_moments (a, b);
  if (operation == DMN_ARITHMETIC_MULTIPLY && is_number (a) && is_duration (b))
    return scale_duration (operation, b, dmn_value_get_number (a));
  if ((operation == DMN_ARITHMETIC_MULTIPLY || operation == DMN_ARITHMETIC_DIVIDE) &&
      is_duration (a) && is_number (b))
    return scale_duration (operation, a, dmn_value_get_number (b));
  if (operation == DMN_ARITHMETIC_DIVIDE && is_duration (a) && is_duration (b))
    return divide_durations (a, b);

  return NULL;
}

/**
 * dmn_temporal_negate:
 * @value: a duration
 *
 * Returns: (transfer full) (nullable): the duration backwards, or %NULL when
 *   the value is none
 */
DmnValue *
dmn_temporal_negate (const DmnValue *value)
{
  DmnDuration duration;

  if (dmn_value_get_kind (value) == DMN_KIND_MONTHS_DURATION)
    return dmn_value_new_months (-dmn_value_get_months (value));
  if (dmn_value_get_kind (value) != DMN_KIND_SECONDS_DURATION)
    return NULL;

  duration = dmn_value_get_duration (value);

  return dmn_value_new_duration ((DmnDuration) { -duration.seconds, -duration.nanoseconds });
}

/**
 * dmn_date_months_between:
 * @from: a day
 * @to: another
 *
 * Returns: how many whole months pass, negative when @to comes first
 */
gint64
dmn_date_months_between (const DmnDate *from,
                         const DmnDate *to)
{
  gint64 months = ((gint64) to->year - from->year) * 12 + to->month - from->month;

  if (months > 0 && to->day < from->day)
    months--;
  else if (months < 0 && to->day > from->day)
    months++;

  return months;
}
