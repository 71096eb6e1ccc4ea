/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers as a person types them.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-typed-number.h"

#include <locale.h>
#include <math.h>
#include <string.h>

/* Longer than any number that means something here. */
#define MOST_DIGITS 15

/* A plan's limits: days from the workshop, and money that is exact. */
#define MOST_DAYS 3650
#define MOST_MONEY 1e12

/* Whether groups of three digits follow, each after the mark, and no other. */
static gboolean
is_grouped (const char *text,
            char        mark)
{
  const char *at = strchr (text, mark);

  if (at == NULL || at == text || at - text > 3)
    return FALSE;
  while (*at == mark)
    {
      if (strspn (at + 1, "0123456789") != 3)
        return FALSE;
      at += 4;
    }

  return *at == '\0' || *at == '.' || *at == ',';
}

static void
delete_char (char *text,
             char  unwanted)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    {
      if (*from != unwanted)
        *to++ = *from;
    }
  *to = '\0';
}

/* A mark that can only part groups goes, one that parts decimals becomes a
 * point. "1.500" is one and a half where the locale says so, else fifteen
 * hundred. */
static void
settle_marks (char *text)
{
  char local = *localeconv ()->decimal_point == ',' ? ',' : '.';
  char other = local == ',' ? '.' : ',';

  if (is_grouped (text, other))
    delete_char (text, other);
  else if ((strchr (text, other) != NULL || strchr (text, local) != strrchr (text, local)) && is_grouped (text, local))
    delete_char (text, local);
  g_strdelimit (text, ",", '.');
}

/* "50k" and "1.5 m" are said and typed; 1 for none. */
static double
take_multiplier (char *text)
{
  gsize length = strlen (text);
  char last = length > 1 ? g_ascii_tolower (text[length - 1]) : '\0';

  if (last != 'k' && last != 'm')
    return 1;
  text[length - 1] = '\0';

  return last == 'k' ? 1e3 : 1e6;
}

/* Without blanks, apostrophes and a typographic minus. */
static char *
simplify (const char *text)
{
  GString *simple = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);

      if (g_unichar_isspace (letter) || letter == '\'' || letter == 0x2019)
        continue;
      g_string_append_unichar (simple, letter == 0x2212 ? '-' : letter);
    }

  return g_string_free_and_steal (simple);
}

/**
 * strata_typed_number_parse:
 * @text: what somebody typed
 * @number: (out): what it means
 *
 * Reads a number with or without groups of digits, in the way of the locale or
 * of another one where that can't be mistaken: “120000”, “120 000”, “120,000”,
 * “120.000” and “120k” are all the same; “1.5” and “1,5” too.
 *
 * Returns: whether it is a number
 */
gboolean
strata_typed_number_parse (const char *text,
                           double     *number)
{
  g_autofree char *simple = NULL;
  char *end = NULL;
  double multiplier;
  double value;

  g_return_val_if_fail (text != NULL && number != NULL, FALSE);

  simple = simplify (text);
  multiplier = take_multiplier (simple);
  settle_marks (simple);
  if (*simple == '\0' || strspn (simple + (*simple == '-'), "0123456789.") != strlen (simple + (*simple == '-')) ||
      strlen (simple) > MOST_DIGITS + 2)
    return FALSE;
  value = g_ascii_strtod (simple, &end);
  if (end == simple || *end != '\0' || !isfinite (value))
    return FALSE;
  *number = value * multiplier;

  return TRUE;
}

/**
 * strata_typed_number_parse_money:
 * @text: what somebody typed
 * @cents: (out): what it means, in hundredths
 *
 * Reads an amount of money, with or without a currency's sign: “1200”,
 * “€ 1,200.50”. A plan has no negative amounts and no more than two decimals.
 *
 * Returns: whether it is an amount
 */
gboolean
strata_typed_number_parse_money (const char *text,
                                 gint64     *cents)
{
  g_autoptr (GString) bare = NULL;
  double number = 0;

  g_return_val_if_fail (text != NULL && cents != NULL, FALSE);

  bare = g_string_new (NULL);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);

      if (g_unichar_type (letter) != G_UNICODE_CURRENCY_SYMBOL)
        g_string_append_unichar (bare, letter);
    }
  if (!strata_typed_number_parse (bare->str, &number) || number < 0 || number > MOST_MONEY ||
      fabs (number * 100 - round (number * 100)) > 1e-3)
    return FALSE;
  *cents = (gint64) round (number * 100);

  return TRUE;
}

/**
 * strata_typed_number_parse_day:
 * @text: what somebody typed
 * @day: (out): what it means, counted from the workshop
 *
 * Returns: whether it is a day that a plan may name
 */
gboolean
strata_typed_number_parse_day (const char *text,
                               int        *day)
{
  double number = 0;

  g_return_val_if_fail (text != NULL && day != NULL, FALSE);

  if (!strata_typed_number_parse (text, &number) || number != floor (number) || fabs (number) > MOST_DAYS)
    return FALSE;
  *day = (int) number;

  return TRUE;
}
