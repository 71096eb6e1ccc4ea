/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The smallest pieces of JSON text: strings, numbers, words.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StrataJsonCursor:
 *
 * A place in a text. `end` is where the text stops being valid UTF-8, or its
 * end. After a failed scan `at` is where it went wrong.
 */
typedef struct
{
  const char *at;
  const char *end;
} StrataJsonCursor;

/**
 * StrataJsonNumber:
 *
 * A number, whole where it is written without a point and an exponent and
 * fits 64 bits.
 */
typedef struct
{
  gboolean is_integer;
  gint64   integer;
  double   number;
} StrataJsonNumber;

gboolean strata_json_scan_string (StrataJsonCursor  *cursor,
                                  GString           *decoded,
                                  char             **problem);
gboolean strata_json_scan_number (StrataJsonCursor  *cursor,
                                  StrataJsonNumber  *number,
                                  char             **problem);
gboolean strata_json_scan_word   (StrataJsonCursor  *cursor,
                                  char             **problem);

G_END_DECLS
