/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The language that a program speaks.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void strata_translations_set_up (void);

G_END_DECLS
