/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of a journal: values with a checksum, so that a torn one shows.
 */

#pragma once

#include "model/strata-value.h"

G_BEGIN_DECLS

/* The first quarter of a SHA-256, in hexadecimal: it has to tell a torn line
 * from a whole one, not to withstand an attack. */
#define STRATA_JOURNAL_SUM_LENGTH 16

/**
 * StrataJournalChain:
 * @sum: of the line before
 * @n_lines: how many there were
 *
 * What the next line depends on; {0} for the first one.
 */
typedef struct
{
  char  sum[STRATA_JOURNAL_SUM_LENGTH + 1];
  guint n_lines;
} StrataJournalChain;

/* A line has one value or more: each may be as deep as a plan is. */
void       strata_journal_line_append (GString             *text,
                                       StrataJournalChain  *chain,
                                       GPtrArray           *values);
GPtrArray *strata_journal_line_read   (GBytes              *bytes,
                                       gsize               *offset,
                                       StrataJournalChain  *chain) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
