/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FEEL numbers: exact decimals of 34 digits, small ones without allocation.
 *
 * DMN asks for IEEE 754-2008 decimal128: 34 digits, rounding half to even.
 * libmpdec does that; the small form only saves its allocations.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-number.h"

#include <string.h>

#define MAX_LITERAL 512

/* What may go wrong in an operation whose result is still a number. */
#define HARMLESS (MPD_Inexact | MPD_Rounded | MPD_Subnormal | MPD_Underflow | MPD_Clamped)

static const mpd_context_t decimal128 = {
  .prec = 34,
  .emax = 6144,
  .emin = -6143,
  .traps = 0,
  .status = 0,
  .newtrap = 0,
  .round = MPD_ROUND_HALF_EVEN,
  .clamp = 1,
  .allcr = 1,
};

static mpd_t *
new_decimal (void)
{
  mpd_t *decimal = mpd_qnew ();

  if (decimal == NULL)
    g_error ("Out of memory");

  return decimal;
}

static void
set_integer (mpd_t  *decimal,
             gint64  integer)
{
  uint32_t status = 0;

  mpd_qset_i64 (decimal, integer, &decimal128, &status);
}

/* The number as libmpdec has it; *owned is to be freed when it is set. */
static const mpd_t *
as_decimal (const DmnNumber  *number,
            mpd_t           **owned)
{
  *owned = NULL;
  if (number->big != NULL)
    return number->big;

  *owned = new_decimal ();
  set_integer (*owned, number->fixed);
  (*owned)->exp -= 4;

  return *owned;
}

static void
free_owned (mpd_t *owned)
{
  if (owned != NULL)
    mpd_del (owned);
}

/* Takes the decimal, in the smaller of the two forms. */
static DmnNumber
take_decimal (mpd_t *decimal)
{
  DmnNumber number = DMN_NUMBER_ZERO;
  mpd_t *scaled;
  uint32_t status = 0;

  if (mpd_iszero (decimal))
    {
      mpd_del (decimal);
      return number;
    }

  scaled = new_decimal ();
  mpd_qcopy (scaled, decimal, &status);
  scaled->exp += 4;

  if (mpd_adjexp (scaled) < 18 && mpd_isinteger (scaled))
    {
      number.fixed = mpd_qget_i64 (scaled, &status);
      mpd_del (decimal);
    }
  else
    {
      status = 0;
      mpd_qreduce (decimal, decimal, &decimal128, &status);
      number.big = decimal;
    }

  mpd_del (scaled);

  return number;
}

/* Takes the decimal if it is a number at all. */
static gboolean
finish (mpd_t     *decimal,
        uint32_t   status,
        DmnNumber *result)
{
  if ((status & ~(uint32_t) HARMLESS) != 0 || !mpd_isfinite (decimal))
    {
      mpd_del (decimal);
      return FALSE;
    }

  *result = take_decimal (decimal);

  return TRUE;
}

static gboolean
fixed_arithmetic (DmnArithmetic    operation,
                  gint64           a,
                  gint64           b,
                  gint64          *result)
{
  __int128 wide;

  switch (operation)
    {
    case DMN_ARITHMETIC_ADD:
      return !__builtin_add_overflow (a, b, result);

    case DMN_ARITHMETIC_SUBTRACT:
      return !__builtin_sub_overflow (a, b, result);

    case DMN_ARITHMETIC_MULTIPLY:
      wide = (__int128) a * b;
      if (wide % DMN_NUMBER_SCALE != 0)
        return FALSE;
      wide /= DMN_NUMBER_SCALE;
      *result = (gint64) wide;
      return *result == wide;

    case DMN_ARITHMETIC_DIVIDE:
      wide = (__int128) a * DMN_NUMBER_SCALE;
      if (b == 0 || wide % b != 0)
        return FALSE;
      wide /= b;
      *result = (gint64) wide;
      return *result == wide;

    case DMN_ARITHMETIC_POWER:
      return FALSE;

    default:
      g_assert_not_reached ();
    }
}

static void
decimal_arithmetic (DmnArithmetic  operation,
                    mpd_t         *result,
                    const mpd_t   *a,
                    const mpd_t   *b,
                    uint32_t      *status)
{
  switch (operation)
    {
    case DMN_ARITHMETIC_ADD:
      mpd_qadd (result, a, b, &decimal128, status);
      break;
    case DMN_ARITHMETIC_SUBTRACT:
      mpd_qsub (result, a, b, &decimal128, status);
      break;
    case DMN_ARITHMETIC_MULTIPLY:
      mpd_qmul (result, a, b, &decimal128, status);
      break;
    case DMN_ARITHMETIC_DIVIDE:
      mpd_qdiv (result, a, b, &decimal128, status);
      break;
    case DMN_ARITHMETIC_POWER:
      mpd_qpow (result, a, b, &decimal128, status);
      break;
    default:
      g_assert_not_reached ();
    }
}

static int
mpd_rounding (DmnRounding rounding)
{
  static const int modes[] = {
    [DMN_ROUND_UP] = MPD_ROUND_UP,
    [DMN_ROUND_DOWN] = MPD_ROUND_DOWN,
    [DMN_ROUND_HALF_UP] = MPD_ROUND_HALF_UP,
    [DMN_ROUND_HALF_DOWN] = MPD_ROUND_HALF_DOWN,
    [DMN_ROUND_HALF_EVEN] = MPD_ROUND_HALF_EVEN,
    [DMN_ROUND_FLOOR] = MPD_ROUND_FLOOR,
    [DMN_ROUND_CEILING] = MPD_ROUND_CEILING,
  };

  return modes[rounding];
}

/* digits, a point and digits, an exponent: what FEEL and JSON have in common */
static gboolean
is_literal (const char *text)
{
  const char *at = text;
  gboolean digits = FALSE;

  if (*at == '-' || *at == '+')
    at++;
  for (; g_ascii_isdigit (*at); at++)
    digits = TRUE;
  if (*at == '.')
    for (at++; g_ascii_isdigit (*at); at++)
      digits = TRUE;
  if (digits && (*at == 'e' || *at == 'E'))
    {
      at++;
      if (*at == '-' || *at == '+')
        at++;
      if (!g_ascii_isdigit (*at))
        return FALSE;
      while (g_ascii_isdigit (*at))
        at++;
    }

  return digits && *at == '\0' && at - text <= MAX_LITERAL;
}

/**
 * dmn_number_from_integer:
 * @integer: a whole number
 *
 * Returns: the number, to be cleared
 */
DmnNumber
dmn_number_from_integer (gint64 integer)
{
  DmnNumber number = DMN_NUMBER_ZERO;
  mpd_t *decimal;

  if (!__builtin_mul_overflow (integer, DMN_NUMBER_SCALE, &number.fixed) &&
      ABS (number.fixed) < G_GINT64_CONSTANT (1000000000000000000))
    return number;

  decimal = new_decimal ();
  set_integer (decimal, integer);

  return take_decimal (decimal);
}

/**
 * dmn_number_parse:
 * @text: digits with a sign, a point and an exponent where needed
 * @number: (out): the number, to be cleared
 *
 * Reads a number, rounding half to even to 34 digits.
 *
 * Returns: %FALSE when the text is no number or too large for one
 */
gboolean
dmn_number_parse (const char *text,
                  DmnNumber  *number)
{
  mpd_t *decimal;
  uint32_t status = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (number != NULL, FALSE);

  if (!is_literal (text))
    return FALSE;

  decimal = new_decimal ();
  mpd_qset_string (decimal, text, &decimal128, &status);

  return finish (decimal, status, number);
}

/**
 * dmn_number_clear:
 * @number: a number
 *
 * Frees what the number holds; it is zero afterwards.
 */
void
dmn_number_clear (DmnNumber *number)
{
  if (number->big != NULL)
    mpd_del (number->big);

  number->big = NULL;
  number->fixed = 0;
}

/**
 * dmn_number_to_string:
 * @number: a number
 *
 * All digits, none too many: `0.1`, `150000`. Very large and very small
 * numbers have an exponent, as JSON allows.
 *
 * Returns: (transfer full): the text
 */
char *
dmn_number_to_string (const DmnNumber *number)
{
  g_autoptr (GString) string = NULL;
  guint64 magnitude;
  uint32_t status = 0;
  char *text;

  if (number->big != NULL)
    {
      mpd_ssize_t adjusted = mpd_adjexp (number->big);
      char *raw = adjusted > -30 && adjusted < 60 ? mpd_qformat (number->big, "f", &decimal128, &status)
                                                  : mpd_to_sci (number->big, 0);
      text = g_strdup (raw);
      mpd_free (raw);
      return text;
    }

  magnitude = number->fixed < 0 ? -(guint64) number->fixed : (guint64) number->fixed;
  string = g_string_new (number->fixed < 0 ? "-" : "");
  g_string_append_printf (string, "%" G_GUINT64_FORMAT, magnitude / DMN_NUMBER_SCALE);
  if (magnitude % DMN_NUMBER_SCALE != 0)
    {
      g_string_append_printf (string, ".%04" G_GUINT64_FORMAT, magnitude % DMN_NUMBER_SCALE);
      while (string->str[string->len - 1] == '0')
        g_string_truncate (string, string->len - 1);
    }

  return g_string_free (g_steal_pointer (&string), FALSE);
}

/**
 * dmn_number_compare:
 * @a: a number
 * @b: another
 *
 * Returns: less than, equal to or greater than 0, as @a is to @b
 */
int
dmn_number_compare (const DmnNumber *a,
                    const DmnNumber *b)
{
  mpd_t *a_owned, *b_owned;
  const mpd_t *a_decimal, *b_decimal;
  uint32_t status = 0;
  int order;

  if (a->big == NULL && b->big == NULL)
    return (a->fixed > b->fixed) - (a->fixed < b->fixed);

  a_decimal = as_decimal (a, &a_owned);
  b_decimal = as_decimal (b, &b_owned);
  order = mpd_qcmp (a_decimal, b_decimal, &status);
  free_owned (a_owned);
  free_owned (b_owned);

  return order;
}

/**
 * dmn_number_is_integer:
 * @number: a number
 *
 * Returns: whether the number is whole
 */
gboolean
dmn_number_is_integer (const DmnNumber *number)
{
  if (number->big != NULL)
    return mpd_isinteger (number->big);

  return number->fixed % DMN_NUMBER_SCALE == 0;
}

/**
 * dmn_number_get_integer:
 * @number: a number
 * @integer: (out): its value
 *
 * Returns: %FALSE when the number is not whole or larger than 64 bits
 */
gboolean
dmn_number_get_integer (const DmnNumber *number,
                        gint64          *integer)
{
  uint32_t status = 0;

  if (!dmn_number_is_integer (number))
    return FALSE;

  if (number->big == NULL)
    {
      *integer = number->fixed / DMN_NUMBER_SCALE;
      return TRUE;
    }

  *integer = mpd_qget_i64 (number->big, &status);

  return status == 0;
}

/**
 * dmn_number_arithmetic:
 * @operation: what to do
 * @a: the left operand
 * @b: the right operand
 * @result: (out): the result, to be cleared
 *
 * Returns: %FALSE where there is no finite result, as in a division by zero
 */
gboolean
dmn_number_arithmetic (DmnArithmetic    operation,
                       const DmnNumber *a,
                       const DmnNumber *b,
                       DmnNumber       *result)
{
  DmnNumber small = DMN_NUMBER_ZERO;
  mpd_t *a_owned, *b_owned, *decimal;
  const mpd_t *a_decimal, *b_decimal;
  uint32_t status = 0;

  if (a->big == NULL && b->big == NULL &&
      fixed_arithmetic (operation, a->fixed, b->fixed, &small.fixed) &&
      ABS (small.fixed) < G_GINT64_CONSTANT (1000000000000000000))
    {
      *result = small;
      return TRUE;
    }

  a_decimal = as_decimal (a, &a_owned);
  b_decimal = as_decimal (b, &b_owned);
  decimal = new_decimal ();
  decimal_arithmetic (operation, decimal, a_decimal, b_decimal, &status);
  free_owned (a_owned);
  free_owned (b_owned);

  return finish (decimal, status, result);
}

/**
 * dmn_number_apply:
 * @function: what to do
 * @a: the operand
 * @result: (out): the result, to be cleared
 *
 * Returns: %FALSE where there is no finite result, as for the root of −1
 */
gboolean
dmn_number_apply (DmnNumberFunction  function,
                  const DmnNumber   *a,
                  DmnNumber         *result)
{
  mpd_t *owned;
  const mpd_t *operand = as_decimal (a, &owned);
  mpd_t *decimal = new_decimal ();
  uint32_t status = 0;

  switch (function)
    {
    case DMN_FUNCTION_NEGATE:
      mpd_qcopy_negate (decimal, operand, &status);
      break;
    case DMN_FUNCTION_ABS:
      mpd_qcopy_abs (decimal, operand, &status);
      break;
    case DMN_FUNCTION_SQRT:
      mpd_qsqrt (decimal, operand, &decimal128, &status);
      break;
    case DMN_FUNCTION_EXP:
      mpd_qexp (decimal, operand, &decimal128, &status);
      break;
    case DMN_FUNCTION_LOG:
      mpd_qln (decimal, operand, &decimal128, &status);
      break;
    default:
      g_assert_not_reached ();
    }
  free_owned (owned);

  return finish (decimal, status, result);
}

/**
 * dmn_number_round:
 * @a: a number
 * @scale: digits to keep behind the point; negative ones round tens, hundreds …
 * @rounding: which way
 * @result: (out): the result, to be cleared
 *
 * Returns: %FALSE when the scale is out of range (−6111 … 6176)
 */
gboolean
dmn_number_round (const DmnNumber *a,
                  gint64           scale,
                  DmnRounding      rounding,
                  DmnNumber       *result)
{
  mpd_context_t context = decimal128;
  mpd_t *owned, *decimal;
  const mpd_t *operand;
  uint32_t status = 0;

  if (scale < -6111 || scale > 6176)
    return FALSE;

  operand = as_decimal (a, &owned);
  decimal = new_decimal ();
  if (operand->exp >= -scale)
    {
      /* Nothing behind the place that is rounded to. */
      mpd_qcopy (decimal, operand, &status);
    }
  else
    {
      context.round = mpd_rounding (rounding);
      mpd_qrescale (decimal, operand, (mpd_ssize_t) -scale, &context, &status);
    }
  free_owned (owned);

  return finish (decimal, status, result);
}
