/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers as a person types them.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean strata_typed_number_parse (const char *text,
                                    double     *number);

G_END_DECLS
