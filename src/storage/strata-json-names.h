/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sets of keys that nobody can make slow.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GHashTable *strata_json_names_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
