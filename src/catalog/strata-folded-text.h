/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text as a search sees it: words without case and accents.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     **strata_folded_text_split       (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char      *strata_folded_text_join        (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean   strata_folded_text_is_one_slip (const char *typed,
                                           const char *word);
guint      strata_folded_text_distance    (const char *a,
                                           const char *b);

G_END_DECLS
