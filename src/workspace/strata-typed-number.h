/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers as a person types them.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean strata_typed_number_parse (const char *text,
                                    double     *number);
gboolean strata_typed_number_parse_money (const char *text,
                                          gint64     *cents);
gboolean strata_typed_number_parse_day   (const char *text,
                                          int        *day);

G_END_DECLS
