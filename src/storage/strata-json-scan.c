/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The smallest pieces of JSON text: strings, numbers, words (RFC 8259).
 *
 * A scan that fails because the text ends leaves no problem behind: whoever
 * knows why the text ends there says so.
 */

#define G_LOG_DOMAIN "strata-storage"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "strata-json-scan.h"

/* Whole numbers of fewer characters than this fit 64 bits, sign and all. */
#define NARROW 19

/* No double has more digits before the point. */
#define LONGEST_WHOLE 310

/* How much of a number a message shows. */
#define SHOWN 40

static gboolean
fail (char       **problem,
      const char  *sentence)
{
  *problem = g_strdup (sentence);
  return FALSE;
}

static gboolean
at_end (const StrataJsonCursor *cursor)
{
  return cursor->at >= cursor->end;
}

static gboolean
at_digit (const StrataJsonCursor *cursor)
{
  return !at_end (cursor) && g_ascii_isdigit (*cursor->at);
}

static gboolean
skip_one_of (StrataJsonCursor *cursor,
             const char       *characters)
{
  if (at_end (cursor) || *cursor->at == '\0' || strchr (characters, *cursor->at) == NULL)
    return FALSE;
  cursor->at++;
  return TRUE;
}

/* Four hexadecimal digits. */
static gboolean
scan_unit (StrataJsonCursor  *cursor,
           gunichar          *unit,
           char             **problem)
{
  *unit = 0;
  for (int i = 0; i < 4; i++)
    {
      if (at_end (cursor))
        return FALSE;
      if (!g_ascii_isxdigit (*cursor->at))
        return fail (problem, _("“\\u” must be followed by four hexadecimal digits"));
      *unit = *unit * 16 + g_ascii_xdigit_value (*cursor->at++);
    }
  return TRUE;
}

/* The second half of a surrogate pair, whose first half is in character. */
static gboolean
scan_low_surrogate (StrataJsonCursor  *cursor,
                    gunichar          *character,
                    char             **problem)
{
  gunichar low;

  if (at_end (cursor))
    return FALSE;
  if (!skip_one_of (cursor, "\\"))
    return fail (problem, _("half of a surrogate pair stands alone"));
  if (at_end (cursor))
    return FALSE;
  if (!skip_one_of (cursor, "u"))
    return fail (problem, _("half of a surrogate pair stands alone"));
  if (!scan_unit (cursor, &low, problem))
    return FALSE;
  if (low < 0xdc00 || low > 0xdfff)
    return fail (problem, _("half of a surrogate pair stands alone"));
  *character = 0x10000 + ((*character - 0xd800) << 10) + (low - 0xdc00);
  return TRUE;
}

static gboolean
scan_unicode_escape (StrataJsonCursor  *cursor,
                     gunichar          *character,
                     char             **problem)
{
  const char *start = cursor->at - 2;
  gboolean success;

  if (!scan_unit (cursor, character, problem))
    return FALSE;
  if (*character == 0)
    success = fail (problem, _("“\\u0000” is not allowed in a string"));
  else if (*character >= 0xdc00 && *character <= 0xdfff)
    success = fail (problem, _("half of a surrogate pair stands alone"));
  else if (*character >= 0xd800 && *character <= 0xdbff)
    success = scan_low_surrogate (cursor, character, problem);
  else
    success = TRUE;
  if (!success && *problem != NULL)
    cursor->at = start;
  return success;
}

/* What follows a backslash. */
static gboolean
scan_escape (StrataJsonCursor  *cursor,
             gunichar          *character,
             char             **problem)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;

  if (at_end (cursor))
    return FALSE;
  if (skip_one_of (cursor, "u"))
    return scan_unicode_escape (cursor, character, problem);
  letter = *cursor->at == '\0' ? NULL : strchr (letters, *cursor->at);
  if (letter == NULL)
    return fail (problem, _("this escape is unknown; allowed are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four digits"));
  cursor->at++;
  *character = meanings[letter - letters];
  return TRUE;
}

/* The characters up to a quote, a backslash or something not allowed. */
static void
scan_plain (StrataJsonCursor *cursor,
            GString          *decoded)
{
  const char *start = cursor->at;

  while (!at_end (cursor) && *cursor->at != '"' && *cursor->at != '\\' && (guchar) *cursor->at >= ' ')
    cursor->at++;
  if (decoded != NULL)
    g_string_append_len (decoded, start, cursor->at - start);
}

/**
 * strata_json_scan_string:
 * @cursor: stands at the opening quote
 * @decoded: (nullable): where the string itself is appended
 * @problem: (out): a translated sentence, or %NULL where the text ends
 *
 * Goes past a string.
 *
 * Returns: whether it is one
 */
gboolean
strata_json_scan_string (StrataJsonCursor  *cursor,
                         GString           *decoded,
                         char             **problem)
{
  gunichar character;

  g_return_val_if_fail (!at_end (cursor) && *cursor->at == '"', FALSE);

  cursor->at++;
  for (;;)
    {
      scan_plain (cursor, decoded);
      if (at_end (cursor))
        return FALSE;
      if (skip_one_of (cursor, "\""))
        return TRUE;
      if (!skip_one_of (cursor, "\\"))
        return fail (problem, _("a control character must be written as an escape such as \\n"));
      if (!scan_escape (cursor, &character, problem))
        return FALSE;
      if (decoded != NULL)
        g_string_append_unichar (decoded, character);
    }
}

/* One digit or more. */
static gboolean
scan_digits (StrataJsonCursor  *cursor,
             char             **problem)
{
  if (at_end (cursor))
    return FALSE;
  if (!at_digit (cursor))
    return fail (problem, _("a digit is missing in this number"));
  while (at_digit (cursor))
    cursor->at++;
  return TRUE;
}

static gboolean
scan_whole_part (StrataJsonCursor  *cursor,
                 char             **problem)
{
  skip_one_of (cursor, "-");
  if (!skip_one_of (cursor, "0"))
    return scan_digits (cursor, problem);
  if (at_digit (cursor))
    return fail (problem, _("a number may not begin with a needless zero"));
  return TRUE;
}

static gboolean
scan_fraction_and_exponent (StrataJsonCursor  *cursor,
                            char             **problem)
{
  if (skip_one_of (cursor, ".") && !scan_digits (cursor, problem))
    return FALSE;
  if (!skip_one_of (cursor, "eE"))
    return TRUE;
  skip_one_of (cursor, "+-");
  return scan_digits (cursor, problem);
}

/* Whether a digit before the exponent is not zero. */
static gboolean
has_value (const char *literal)
{
  return g_ascii_isdigit (literal[strcspn (literal, "123456789eE")]);
}

/* As much of a number as a message shows. */
static char *
shorten (const char *literal)
{
  g_autofree char *shown = g_strndup (literal, SHOWN);

  return g_strconcat (shown, strlen (literal) > SHOWN ? "…" : "", NULL);
}

/* A number with a point or an exponent: a double must hold it. */
static gboolean
convert_fractional (const char        *literal,
                    StrataJsonNumber  *number,
                    char             **problem)
{
  g_autofree char *shown = shorten (literal);

  number->is_integer = FALSE;
  number->number = g_ascii_strtod (literal, NULL);
  if (isinf (number->number))
    *problem = g_strdup_printf (_("the number %s is not finite; it must be less than 1.8e308"), shown);
  else if (number->number == 0 && has_value (literal))
    *problem = g_strdup_printf (_("the number %s is too small to be told from zero"), shown);
  return *problem == NULL;
}

/* A double holds the whole number exactly when it prints as the same digits. */
static gboolean
is_exact (double      number,
          const char *literal)
{
  char digits[LONGEST_WHOLE + 2];

  g_snprintf (digits, sizeof digits, "%.0f", number);
  return g_str_equal (digits, literal);
}

/* A whole number: 64 bits must hold it, or a double exactly. */
static gboolean
convert_whole (const char        *literal,
               StrataJsonNumber  *number,
               char             **problem)
{
  g_autofree char *shown = NULL;

  errno = 0;
  number->integer = g_ascii_strtoll (literal, NULL, 10);
  number->is_integer = errno == 0;
  if (number->is_integer)
    return TRUE;
  if (strlen (literal) <= LONGEST_WHOLE)
    {
      number->number = g_ascii_strtod (literal, NULL);
      if (!isinf (number->number) && is_exact (number->number, literal))
        return TRUE;
    }
  shown = shorten (literal);
  *problem = g_strdup_printf (_("the number %s fits neither a 64-bit integer nor, exactly, a double"), shown);
  return FALSE;
}

/* The same for one that is too short not to fit. */
static void
convert_narrow (const char        *start,
                const char        *end,
                StrataJsonNumber  *number)
{
  gboolean negative = *start == '-';

  number->is_integer = TRUE;
  number->integer = 0;
  for (const char *at = start + negative; at < end; at++)
    number->integer = number->integer * 10 + g_ascii_digit_value (*at);
  if (negative)
    number->integer = -number->integer;
}

/**
 * strata_json_scan_number:
 * @cursor: stands at a minus sign or a digit
 * @number: (out): the number
 * @problem: (out): a translated sentence, or %NULL where the text ends
 *
 * Goes past a number, and refuses one that would not come back as written: a
 * whole one that neither 64 bits nor a double hold exactly, another that is
 * not finite or turns into zero.
 *
 * Returns: whether it is one
 */
gboolean
strata_json_scan_number (StrataJsonCursor  *cursor,
                         StrataJsonNumber  *number,
                         char             **problem)
{
  const char *start = cursor->at;
  g_autofree char *literal = NULL;
  const char *whole_end;
  gboolean success;

  if (!scan_whole_part (cursor, problem))
    return FALSE;
  whole_end = cursor->at;
  if (!scan_fraction_and_exponent (cursor, problem))
    return FALSE;

  if (cursor->at == whole_end && cursor->at - start < NARROW)
    {
      convert_narrow (start, whole_end, number);
      return TRUE;
    }
  literal = g_strndup (start, cursor->at - start);
  if (cursor->at == whole_end)
    success = convert_whole (literal, number, problem);
  else
    success = convert_fractional (literal, number, problem);
  if (!success)
    cursor->at = start;
  return success;
}

/**
 * strata_json_scan_word:
 * @cursor: stands where a value should begin
 * @problem: (out): a translated sentence, or %NULL where the text ends
 *
 * Goes past `true`, `false` or `null`.
 *
 * Returns: whether it is one of them
 */
gboolean
strata_json_scan_word (StrataJsonCursor  *cursor,
                       char             **problem)
{
  static const char * const words[] = { "true", "false", "null" };
  gsize left = cursor->end - cursor->at;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if (strncmp (cursor->at, words[i], MIN (length, left)) != 0)
        continue;
      cursor->at += MIN (length, left);
      return length <= left;
    }
  return fail (problem, _("a value is expected here: an object, an array, a string in double quotes, a number, true, false or null"));
}
