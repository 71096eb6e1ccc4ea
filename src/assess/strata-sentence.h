/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How lists and labels read inside a sentence.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StrataSentencePart:
 * @index: which member of the list
 * @user_data: what came with the function
 *
 * Returns: (transfer none): what the member is called
 */
typedef const char *(*StrataSentencePart) (guint    index,
                                           gpointer user_data);

char *strata_sentence_dup_list  (guint              n_parts,
                                 StrataSentencePart get_part,
                                 gpointer           user_data) G_GNUC_WARN_UNUSED_RESULT;
char *strata_sentence_dup_label (const char *label) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
