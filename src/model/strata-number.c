/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers as text, and money as cents: exact, whatever the locale.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-number.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Beyond this neither a whole number of cents nor its text is at risk. */
#define MAX_UNITS 1e15

/* Enough for any double to read back the same. */
#define MAX_DIGITS 17

/* Turns the exponents of printf, "e+20" and "e-07", into "e20" and "e-7". */
static void
shorten_exponent (char *text)
{
  char *exponent = strchr (text, 'e');
  char *digits = NULL;

  if (exponent == NULL)
    return;

  digits = exponent + 1;
  if (*digits == '-')
    exponent = digits;
  if (*digits == '-' || *digits == '+')
    digits++;
  while (*digits == '0' && digits[1] != '\0')
    digits++;
  memmove (exponent + 1, digits, strlen (digits) + 1);
}

/**
 * strata_number_format_double:
 * @number: a finite number
 * @text: (out caller-allocates): where to write
 *
 * Writes the shortest text that reads back as the same number: no `.0`, no
 * superfluous sign or zero in the exponent. Negative zero stays `-0.0`, for
 * `-0` would be read as a whole number, and those have one zero only.
 *
 * Returns: @text
 */
const char *
strata_number_format_double (double number,
                             char   text[STRATA_NUMBER_TEXT_SIZE])
{
  int n_digits = fabs (number) < DBL_MIN ? 1 : DBL_DIG;
  char format[8];

  g_return_val_if_fail (text != NULL, NULL);

  if (number == 0 && signbit (number))
    return strcpy (text, "-0.0");

  /* What fifteen digits cannot tell apart, seventeen can; only the numbers
   * nearest to zero have fewer than fifteen that count.
   */
  do
    {
      g_snprintf (format, sizeof format, "%%.%dg", n_digits);
      g_ascii_formatd (text, STRATA_NUMBER_TEXT_SIZE, format, number);
    }
  while (g_ascii_strtod (text, NULL) != number && n_digits++ < MAX_DIGITS);
  shorten_exponent (text);

  return text;
}

/**
 * strata_number_format:
 * @number: a number of either kind
 * @text: (out caller-allocates): where to write
 *
 * Writes the shortest text that reads back as the same number; see
 * [func@Strata.number_format_double].
 *
 * Returns: @text
 */
const char *
strata_number_format (StrataValue *number,
                      char         text[STRATA_NUMBER_TEXT_SIZE])
{
  g_return_val_if_fail (number != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (strata_value_get_kind (number) == STRATA_VALUE_DOUBLE)
    return strata_number_format_double (strata_value_get_double (number), text);

  g_snprintf (text, STRATA_NUMBER_TEXT_SIZE, "%" G_GINT64_FORMAT, strata_value_get_integer (number));

  return text;
}

/**
 * strata_number_get_cents:
 * @number: an amount of money, at least zero
 * @cents: (out): the amount in cents
 *
 * Counts cents by the number's shortest text, so that 0.29 is 29 of them.
 *
 * Returns: %FALSE when @number has more than two decimals or is out of reach
 */
gboolean
strata_number_get_cents (StrataValue *number,
                         gint64      *cents)
{
  char text[STRATA_NUMBER_TEXT_SIZE];
  const char *point = NULL;
  guint n_decimals = 0;

  g_return_val_if_fail (number != NULL, FALSE);
  g_return_val_if_fail (cents != NULL, FALSE);

  if (!(strata_value_get_double (number) >= 0 && strata_value_get_double (number) <= MAX_UNITS))
    return FALSE;
  if (strchr (strata_number_format (number, text), 'e') != NULL)
    return FALSE;

  point = strchr (text, '.');
  n_decimals = point != NULL ? strlen (point + 1) : 0;
  if (n_decimals > 2)
    return FALSE;

  *cents = g_ascii_strtoll (text, NULL, 10) * 100;
  if (n_decimals > 0)
    *cents += g_ascii_digit_value (point[1]) * 10;
  if (n_decimals > 1)
    *cents += g_ascii_digit_value (point[2]);

  return TRUE;
}
