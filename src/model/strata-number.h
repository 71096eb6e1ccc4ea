/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers as text, and money as cents: exact, whatever the locale.
 */

#pragma once

#include "strata-value.h"

G_BEGIN_DECLS

/* Room for the text of any number, with its final zero byte. */
#define STRATA_NUMBER_TEXT_SIZE 32

const char *strata_number_format        (StrataValue *number,
                                         char         text[STRATA_NUMBER_TEXT_SIZE]);
const char *strata_number_format_double (double       number,
                                         char         text[STRATA_NUMBER_TEXT_SIZE]);
gboolean    strata_number_get_cents     (StrataValue *number,
                                         gint64      *cents);

G_END_DECLS
