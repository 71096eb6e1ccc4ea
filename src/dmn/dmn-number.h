/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FEEL numbers: exact decimals of 34 digits, small ones without allocation.
 */

#pragma once

#include <glib.h>
#include <mpdecimal.h>

G_BEGIN_DECLS

/* A small number is held as a count of ten-thousandths: thresholds, counts
 * and money compare as plain integers. */
#define DMN_NUMBER_SCALE G_GINT64_CONSTANT (10000)

/**
 * DmnNumber:
 *
 * A decimal, by value. Either `big` is %NULL and the number is
 * `fixed` / 10 000, or `big` is owned and holds it. Every number that can be
 * small is small, so two numbers of different forms are never equal.
 */
typedef struct
{
  gint64  fixed;
  mpd_t  *big;
} DmnNumber;

#define DMN_NUMBER_ZERO { 0, NULL }

DmnNumber  dmn_number_from_integer (gint64 integer);
gboolean   dmn_number_parse        (const char *text,
                                    DmnNumber  *number);
void       dmn_number_clear        (DmnNumber *number);
char      *dmn_number_to_string    (const DmnNumber *number) G_GNUC_WARN_UNUSED_RESULT;
int        dmn_number_compare      (const DmnNumber *a,
                                    const DmnNumber *b);
/* FALSE unless the number is whole and fits. */
gboolean   dmn_number_get_integer  (const DmnNumber *number,
                                    gint64          *integer);
gboolean   dmn_number_is_integer   (const DmnNumber *number);

typedef enum
{
  DMN_ARITHMETIC_ADD,
  DMN_ARITHMETIC_SUBTRACT,
  DMN_ARITHMETIC_MULTIPLY,
  DMN_ARITHMETIC_DIVIDE,
  DMN_ARITHMETIC_POWER,
} DmnArithmetic;

/* FALSE where the result is not a finite decimal: x/0, 0**-1, overflow. */
gboolean   dmn_number_arithmetic   (DmnArithmetic    operation,
                                    const DmnNumber *a,
                                    const DmnNumber *b,
                                    DmnNumber       *result);

typedef enum
{
  DMN_FUNCTION_NEGATE,
  DMN_FUNCTION_ABS,
  DMN_FUNCTION_SQRT,
  DMN_FUNCTION_EXP,
  DMN_FUNCTION_LOG,
} DmnNumberFunction;

gboolean   dmn_number_apply        (DmnNumberFunction  function,
                                    const DmnNumber   *a,
                                    DmnNumber         *result);

typedef enum
{
  DMN_ROUND_UP,        /* away from zero */
  DMN_ROUND_DOWN,      /* towards zero */
  DMN_ROUND_HALF_UP,
  DMN_ROUND_HALF_DOWN,
  DMN_ROUND_HALF_EVEN,
  DMN_ROUND_FLOOR,
  DMN_ROUND_CEILING,
} DmnRounding;

/* To that many digits behind the point, which may be negative. */
gboolean   dmn_number_round        (const DmnNumber *a,
                                    gint64           scale,
                                    DmnRounding      rounding,
                                    DmnNumber       *result);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DmnNumber, dmn_number_clear)

G_END_DECLS
