/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An immutable, ref-counted list of names that finds a name fast.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _StrataNames StrataNames;

StrataNames *strata_names_new      (const char * const *names,
                                    guint               n_names) G_GNUC_WARN_UNUSED_RESULT;
StrataNames *strata_names_ref      (StrataNames *names);
void         strata_names_unref    (StrataNames *names);

const char  *strata_names_get      (StrataNames *names,
                                    guint        index);
gboolean     strata_names_find     (StrataNames *names,
                                    const char  *name,
                                    guint       *index);

/* Changed copies. Each shares the names themselves with the original. */
StrataNames *strata_names_with     (StrataNames *names,
                                    const char  *name,
                                    guint        position) G_GNUC_WARN_UNUSED_RESULT;
StrataNames *strata_names_without  (StrataNames *names,
                                    guint        index) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
