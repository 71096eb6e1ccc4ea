/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was done to a plan since it was saved, in a file of its own.
 */

#pragma once

#include "document/strata-replay.h"
#include "document/strata-syncer.h"
#include "storage/strata-disk.h"

G_BEGIN_DECLS

/* What the names of journals end with. */
#define STRATA_JOURNAL_SUFFIX ".journal"

/**
 * StrataJournal:
 *
 * One file in a folder of journals, taken for as long as the plan is open. Each
 * record is in the file when the call returns, which a crash of the program
 * survives, and synced a fifth of a second later, which a power cut does. There
 * is no file as long as there is nothing to lose.
 *
 * A record that could not be written is no loss yet: the next one that can
 * begins the journal anew.
 */
typedef struct _StrataJournal StrataJournal;

StrataJournal *strata_journal_new      (StrataDisk     *disk,
                                        const char     *folder,
                                        GTimeSpan       delay) G_GNUC_WARN_UNUSED_RESULT;
StrataJournal *strata_journal_adopt    (StrataDisk     *disk,
                                        const char     *path,
                                        GTimeSpan       delay,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void           strata_journal_free     (StrataJournal  *journal);

void           strata_journal_begin    (StrataJournal  *journal,
                                        StrataPlan     *plan,
                                        const char     *uri,
                                        const char     *hash);
gboolean       strata_journal_edit     (StrataJournal  *journal,
                                        StrataEdit     *edit,
                                        gboolean        joins,
                                        StrataPlan     *outcome,
                                        GError        **error);
gboolean       strata_journal_undo     (StrataJournal  *journal,
                                        StrataPlan     *outcome,
                                        GError        **error);
gboolean       strata_journal_redo     (StrataJournal  *journal,
                                        StrataPlan     *outcome,
                                        GError        **error);
gboolean       strata_journal_saving   (StrataJournal  *journal,
                                        const char     *uri,
                                        const char     *hash,
                                        GError        **error);
gboolean       strata_journal_saved    (StrataJournal  *journal,
                                        StrataPlan     *plan,
                                        const char     *uri,
                                        const char     *hash,
                                        GError        **error);
gboolean       strata_journal_rebase   (StrataJournal  *journal,
                                        StrataPlan     *base,
                                        const char     *uri,
                                        const char     *hash,
                                        StrataPlan     *plan,
                                        GError        **error);
gboolean       strata_journal_sync     (StrataJournal  *journal,
                                        GError        **error);
gboolean       strata_journal_remove   (StrataJournal  *journal,
                                        GError        **error);

StrataSyncer  *strata_journal_get_syncer (StrataJournal *journal);
StrataReplay  *strata_journal_get_replay (StrataJournal *journal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataJournal, strata_journal_free)

G_END_DECLS
