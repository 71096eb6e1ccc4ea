/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the journal's files share.
 */

#pragma once

#include "document/strata-journal.h"

G_BEGIN_DECLS

/* A journal that begins anew is whole before it takes the name of the former. */
#define STRATA_JOURNAL_FRESH_SUFFIX ".new"

struct _StrataJournal
{
  StrataDisk   *disk;
  StrataSyncer *syncer;
  char         *folder;
  char         *path;
  StrataReplay *replay;     /* what the file leads to */
  StrataPlan   *plan;       /* what it should lead to */
  gsize         fresh_size; /* of the file when it began */
  int           handle;     /* −1: there is no file */
  gboolean      is_behind;  /* the file lacks something, and must begin anew */
};

void     strata_journal_take_replay (StrataJournal  *journal,
                                     StrataReplay   *replay);
void     strata_journal_set_plan    (StrataJournal  *journal,
                                     StrataPlan     *plan);
void     strata_journal_let_go      (StrataJournal  *journal);
gboolean strata_journal_lock        (StrataJournal  *journal,
                                     int             handle,
                                     GError        **error);
gboolean strata_journal_read        (StrataJournal  *journal,
                                     GError        **error);
/* Of a record that leads to another plan the outcome is given. */
gboolean strata_journal_append      (StrataJournal              *journal,
                                     const StrataJournalRecord  *record,
                                     StrataPlan                 *outcome,
                                     GError                    **error);
/* Begins the file anew where it lacks something or has become too large. What
 * is saved stays what it was; the steps since then become one. */
gboolean strata_journal_begin_anew  (StrataJournal  *journal,
                                     const char     *name,
                                     GError        **error);

G_END_DECLS
