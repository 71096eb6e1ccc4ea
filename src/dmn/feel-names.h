/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names that an expression may use, spaces and signs inside included.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FeelNames:
 *
 * FEEL names may hold spaces, signs and keywords (`Pre-bureau risk category`,
 * `date and time`), so a text can only be split into names by who knows them:
 * the longest known name wins (DMN 1.3, section 10.3.1.3).
 */
typedef struct _FeelNames FeelNames;

/* Knows the names of the built-in functions from the start. */
FeelNames  *feel_names_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void        feel_names_free  (FeelNames  *names);
void        feel_names_add   (FeelNames  *names,
                              const char *name);
/* The length of the longest known name that the text begins with, or 0. */
gsize       feel_names_match (FeelNames  *names,
                              const char *text,
                              char      **name);
/* White space folded: how names are compared. */
char       *feel_name_normalize (const char *name,
                                 gssize      length) G_GNUC_WARN_UNUSED_RESULT;
gboolean    feel_is_name_start  (gunichar character);
gboolean    feel_is_name_part   (gunichar character);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeelNames, feel_names_free)

G_END_DECLS
