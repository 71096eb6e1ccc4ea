/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the position of a name in a list of names.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StrataIndex:
 *
 * A hash table over a list of names that it does not hold: the same list, or
 * one with the same texts, is handed in to each call. Where the names are few
 * there is no index, and %NULL serves as one.
 */
typedef struct _StrataIndex StrataIndex;

StrataIndex *strata_index_new   (const char * const *names,
                                 guint               n_names) G_GNUC_WARN_UNUSED_RESULT;
StrataIndex *strata_index_ref   (StrataIndex *index);
void         strata_index_unref (StrataIndex *index);

gboolean     strata_index_find  (StrataIndex        *index,
                                 const char * const *names,
                                 guint               n_names,
                                 const char         *name,
                                 guint              *position);
gboolean     strata_index_find_duplicate (StrataIndex        *index,
                                          const char * const *names,
                                          guint               n_names,
                                          guint              *duplicate);

G_END_DECLS
