/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates, times and durations from their ISO 8601 texts and back.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-temporal.h"

#include <string.h>

#define MAX_YEAR 999999999
#define NANOSECONDS 1000000000

/* Exactly `digits` digits, or at least one when that is 0. */
static gboolean
read_digits (const char **at,
             guint        digits,
             gint64      *number)
{
  guint count = 0;

  *number = 0;
  while (g_ascii_isdigit (**at) && (digits == 0 ? count < 18 : count < digits))
    {
      *number = *number * 10 + (**at - '0');
      (*at)++;
      count++;
    }

  return count > 0 && (digits == 0 ? !g_ascii_isdigit (**at) : count == digits);
}

static gboolean
read_character (const char **at,
                char         character)
{
  if (**at != character)
    return FALSE;

  (*at)++;

  return TRUE;
}

/* Digits behind a point, as nanoseconds; finer ones are dropped. */
static gboolean
read_fraction (const char **at,
               gint32      *nanoseconds)
{
  gint32 unit = NANOSECONDS / 10;

  *nanoseconds = 0;
  if (!read_character (at, '.'))
    return TRUE;
  if (!g_ascii_isdigit (**at))
    return FALSE;

  for (; g_ascii_isdigit (**at); (*at)++)
    {
      *nanoseconds += (**at - '0') * unit;
      unit /= 10;
    }

  return TRUE;
}

/* [-]YYYY-MM-DD; a year has at least four digits and no leading zero beyond. */
static gboolean
read_date (const char **at,
           DmnDate     *date)
{
  gboolean negative = read_character (at, '-');
  const char *start = *at;
  gint64 year, month, day;
  gsize digits;

  if (!read_digits (at, 0, &year))
    return FALSE;
  digits = *at - start;
  if (digits < 4 || (digits > 4 && *start == '0') || year > MAX_YEAR)
    return FALSE;

  if (!read_character (at, '-') || !read_digits (at, 2, &month) ||
      !read_character (at, '-') || !read_digits (at, 2, &day))
    return FALSE;
  if (negative)
    year = -year;
  if (!dmn_date_is_valid (year, month, day))
    return FALSE;

  *date = (DmnDate) { (gint32) year, (guint8) month, (guint8) day };

  return TRUE;
}

/* Z, +hh:mm[:ss] or @Area/Place; nothing at all is local. */
static gboolean
read_zone (const char **at,
           DmnTime     *time)
{
  gint64 hours, minutes, seconds = 0;
  gboolean negative;

  if (**at == '\0')
    return TRUE;

  time->zone = DMN_ZONE_OFFSET;
  if (read_character (at, 'Z') || read_character (at, 'z'))
    return TRUE;

  if (read_character (at, '@'))
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (*at);

      if (zone == NULL || **at == '\0')
        return FALSE;
      time->zone = DMN_ZONE_NAMED;
      time->zone_name = g_ref_string_new (*at);
      *at += strlen (*at);
      return TRUE;
    }

  negative = **at == '-';
  if (!negative && **at != '+')
    return FALSE;
  (*at)++;
  if (!read_digits (at, 2, &hours) || !read_character (at, ':') || !read_digits (at, 2, &minutes))
    return FALSE;
  if (read_character (at, ':') && !read_digits (at, 2, &seconds))
    return FALSE;
  if (hours > 18 || minutes > 59 || seconds > 59)
    return FALSE;
  time->offset = (gint32) ((hours * 60 + minutes) * 60 + seconds) * (negative ? -1 : 1);

  return TRUE;
}

/* hh:mm:ss[.fraction][zone] */
static gboolean
read_time (const char **at,
           DmnTime     *time)
{
  gint64 hours, minutes, seconds;

  *time = (DmnTime) { 0 };
  if (!read_digits (at, 2, &hours) || !read_character (at, ':') ||
      !read_digits (at, 2, &minutes) || !read_character (at, ':') ||
      !read_digits (at, 2, &seconds) || !read_fraction (at, &time->nanosecond))
    return FALSE;
  if (hours > 23 || minutes > 59 || seconds > 59)
    return FALSE;
  time->second = (gint32) ((hours * 60 + minutes) * 60 + seconds);

  return read_zone (at, time);
}

/* 24:00:00 is the midnight that the day ends with. */
static gboolean
read_time_of_day (const char **at,
                  DmnTime     *time,
                  DmnDate     *date)
{
  static const char end[] = "24:00:00";

  if (!g_str_has_prefix (*at, end))
    return read_time (at, time);

  *at += strlen (end);

  return dmn_date_from_days (dmn_date_to_days (date) + 1, date) && read_zone (at, time);
}

static DmnValue *
finish_time (const char *at,
             DmnTime    *time,
             DmnDate    *date)
{
  if (*at != '\0')
    {
      g_clear_pointer (&time->zone_name, g_ref_string_release);
      return NULL;
    }

  return date != NULL ? dmn_value_new_date_time (*date, *time) : dmn_value_new_time (*time);
}

typedef struct
{
  gint64   months;
  __int128 seconds;
  gint32   nanoseconds;
  gboolean has_months;
  gboolean has_seconds;
} DurationParts;

/* One number with its letter; FALSE where the letter is not of this half. */
static gboolean
read_duration_part (const char    **at,
                    gboolean        behind_t,
                    DurationParts  *parts)
{
  gint64 number;
  gint32 nanoseconds;

  if (!read_digits (at, 0, &number) || !read_fraction (at, &nanoseconds))
    return FALSE;
  if (nanoseconds != 0 && **at != 'S')
    return FALSE;

  switch (*(*at)++)
    {
    case 'Y':
      parts->has_months = TRUE;
      return !behind_t && !__builtin_mul_overflow (number, 12, &number) &&
             !__builtin_add_overflow (parts->months, number, &parts->months);
    case 'M':
      if (behind_t)
        {
          parts->has_seconds = TRUE;
          parts->seconds += (__int128) number * 60;
          return TRUE;
        }
      parts->has_months = TRUE;
      return !__builtin_add_overflow (parts->months, number, &parts->months);
    case 'D':
      parts->has_seconds = TRUE;
      parts->seconds += (__int128) number * 86400;
      return !behind_t;
    case 'H':
      parts->has_seconds = TRUE;
      parts->seconds += (__int128) number * 3600;
      return behind_t;
    case 'S':
      parts->has_seconds = TRUE;
      parts->seconds += number;
      parts->nanoseconds = nanoseconds;
      return behind_t;
    default:
      return FALSE;
    }
}

static gboolean
read_duration (const char    *at,
               DurationParts *parts)
{
  gboolean behind_t = FALSE;

  if (!read_character (&at, 'P') || *at == '\0')
    return FALSE;

  while (*at != '\0')
    {
      if (!behind_t && read_character (&at, 'T'))
        {
          behind_t = TRUE;
          if (*at == '\0')
            return FALSE;
        }
      if (!read_duration_part (&at, behind_t, parts))
        return FALSE;
    }

  return parts->seconds <= G_MAXINT64;
}

static void
append_zone (GString       *string,
             const DmnTime *time)
{
  gint32 offset = ABS (time->offset);

  if (time->zone == DMN_ZONE_NAMED)
    g_string_append_printf (string, "@%s", time->zone_name);
  else if (time->zone == DMN_ZONE_OFFSET && offset == 0)
    g_string_append_c (string, 'Z');
  else if (time->zone == DMN_ZONE_OFFSET)
    {
      g_string_append_printf (string, "%c%02d:%02d", time->offset < 0 ? '-' : '+',
                              offset / 3600, offset / 60 % 60);
      if (offset % 60 != 0)
        g_string_append_printf (string, ":%02d", offset % 60);
    }
}

static void
append_fraction (GString *string,
                 gint32   nanoseconds)
{
  if (nanoseconds == 0)
    return;

  g_string_append_printf (string, ".%09d", ABS (nanoseconds));
  while (string->str[string->len - 1] == '0')
    g_string_truncate (string, string->len - 1);
}

static void
append_date (GString       *string,
             const DmnDate *date)
{
  g_string_append_printf (string, "%s%04d-%02d-%02d", date->year < 0 ? "-" : "",
                          ABS (date->year), date->month, date->day);
}

static void
append_time (GString       *string,
             const DmnTime *time)
{
  g_string_append_printf (string, "%02d:%02d:%02d", time->second / 3600,
                          time->second / 60 % 60, time->second % 60);
  append_fraction (string, time->nanosecond);
  append_zone (string, time);
}

static void
append_part (GString *string,
             guint64  number,
             char     letter)
{
  if (number != 0)
    g_string_append_printf (string, "%" G_GUINT64_FORMAT "%c", number, letter);
}

static void
append_months (GString *string,
               gint64   months)
{
  guint64 magnitude = months < 0 ? -(guint64) months : (guint64) months;

  g_string_append (string, months < 0 ? "-P" : "P");
  append_part (string, magnitude / 12, 'Y');
  append_part (string, magnitude % 12, 'M');
  if (months == 0)
    g_string_append (string, "0M");
}

static void
append_duration (GString     *string,
                 DmnDuration  duration)
{
  gboolean negative = duration.seconds < 0 || duration.nanoseconds < 0;
  guint64 seconds = negative ? -(guint64) duration.seconds : (guint64) duration.seconds;
  guint64 in_day = seconds % 86400;

  g_string_append (string, negative ? "-P" : "P");
  append_part (string, seconds / 86400, 'D');
  if (in_day != 0 || duration.nanoseconds != 0)
    {
      g_string_append_c (string, 'T');
      append_part (string, in_day / 3600, 'H');
      append_part (string, in_day / 60 % 60, 'M');
      if (in_day % 60 != 0 || duration.nanoseconds != 0)
        {
          g_string_append_printf (string, "%" G_GUINT64_FORMAT, in_day % 60);
          append_fraction (string, duration.nanoseconds);
          g_string_append_c (string, 'S');
        }
    }
  else if (seconds == 0)
    g_string_append (string, "T0S");
}

/**
 * dmn_temporal_parse_date:
 * @text: `2026-01-31`
 *
 * Returns: (transfer full) (nullable): the date, or %NULL when it is none
 */
DmnValue *
dmn_temporal_parse_date (const char *text)
{
  DmnDate date;

  return read_date (&text, &date) && *text == '\0' ? dmn_value_new_date (date) : NULL;
}

/**
 * dmn_temporal_parse_time:
 * @text: `14:30:00`, with a fraction and a zone where there are any
 *
 * Returns: (transfer full) (nullable): the time, or %NULL when it is none
 */
DmnValue *
dmn_temporal_parse_time (const char *text)
{
  DmnTime time;

  return read_time (&text, &time) ? finish_time (text, &time, NULL) : NULL;
}

/**
 * dmn_temporal_parse_date_time:
 * @text: `2026-01-31T14:30:00`; a date alone means its midnight
 *
 * Returns: (transfer full) (nullable): the date and time, or %NULL when it is
 *   none
 */
DmnValue *
dmn_temporal_parse_date_time (const char *text)
{
  DmnTime time = { 0 };
  DmnDate date;

  if (!read_date (&text, &date))
    return NULL;
  if (*text != '\0' && (!read_character (&text, 'T') || !read_time_of_day (&text, &time, &date)))
    return NULL;

  return finish_time (text, &time, &date);
}

/**
 * dmn_temporal_parse_duration:
 * @text: `P1Y2M`, `-P3DT4H`, `PT0.5S`
 *
 * Years and months do not mix with days and times.
 *
 * Returns: (transfer full) (nullable): the duration, or %NULL when it is none
 */
DmnValue *
dmn_temporal_parse_duration (const char *text)
{
  gboolean negative = *text == '-';
  DurationParts parts = { 0 };
  DmnDuration duration;

  if (!read_duration (text + (negative ? 1 : 0), &parts))
    return NULL;
  if (parts.has_months == parts.has_seconds)
    return NULL;
  if (parts.has_months)
    return dmn_value_new_months (negative ? -parts.months : parts.months);

  duration.seconds = (gint64) parts.seconds * (negative ? -1 : 1);
  duration.nanoseconds = parts.nanoseconds * (negative ? -1 : 1);

  return dmn_value_new_duration (duration);
}

/**
 * dmn_temporal_parse:
 * @text: what stands in `@"…"`
 *
 * Returns: (transfer full) (nullable): a date, a time, both or a duration, by
 *   the form of the text; %NULL when it is none
 */
DmnValue *
dmn_temporal_parse (const char *text)
{
  DmnValue *value = dmn_temporal_parse_date (text);

  if (value == NULL)
    value = dmn_temporal_parse_date_time (text);
  if (value == NULL)
    value = dmn_temporal_parse_time (text);
  if (value == NULL)
    value = dmn_temporal_parse_duration (text);

  return value;
}

/**
 * dmn_temporal_to_string:
 * @value: a date, a time, both or a duration
 *
 * Returns: (transfer full): its ISO 8601 text
 */
char *
dmn_temporal_to_string (const DmnValue *value)
{
  GString *string = g_string_new (NULL);

  switch ((int) dmn_value_get_kind (value))
    {
    case DMN_KIND_DATE:
      append_date (string, dmn_value_get_date (value));
      break;
    case DMN_KIND_TIME:
      append_time (string, dmn_value_get_time (value));
      break;
    case DMN_KIND_DATE_TIME:
      append_date (string, dmn_value_get_date (value));
      g_string_append_c (string, 'T');
      append_time (string, dmn_value_get_time (value));
      break;
    case DMN_KIND_MONTHS_DURATION:
      append_months (string, dmn_value_get_months (value));
      break;
    case DMN_KIND_SECONDS_DURATION:
      append_duration (string, dmn_value_get_duration (value));
      break;
    default:
      g_return_val_if_reached (g_string_free (string, FALSE));
    }

  return g_string_free (string, FALSE);
}
