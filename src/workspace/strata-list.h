/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bringing a list of rows up to date with as few changes as it takes.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void        strata_list_update     (GListStore *list,
                                    GPtrArray  *rows);

/* Rows by key, which own both. */
GHashTable *strata_list_make_table (void) G_GNUC_WARN_UNUSED_RESULT;
gpointer    strata_list_keep       (GHashTable *former,
                                    GHashTable *latter,
                                    const char *key);

G_END_DECLS
