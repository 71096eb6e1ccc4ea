/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the records of a journal lead to.
 */

#pragma once

#include "document/strata-history.h"
#include "storage/strata-journal-record.h"

G_BEGIN_DECLS

/**
 * StrataReplayMark:
 * @plan: a plan
 * @uri: (nullable): the file that holds it
 * @hash: (nullable): what [func@Strata.disk_hash] says of that file
 * @n_edits: how many edits there were until then
 *
 * A plan that was saved, or that may have been.
 */
typedef struct
{
  StrataPlan *plan;
  char       *uri;
  char       *hash;
  guint       n_edits;
} StrataReplayMark;

/**
 * StrataReplay:
 * @plan: the plan as it is now
 * @history: the steps that led to it
 * @marks: (element-type StrataReplayMark): what is saved, then what was begun
 *   to be saved since; the first is always there
 * @n_edits: how many edits, undos and redos there were
 * @time: of the last record, in microseconds since 1970
 * @chain: what the next line depends on
 * @size: how many bytes the lines take
 *
 * The state of a document as its journal knows it. Whoever writes a journal and
 * whoever reads it get here by the same steps.
 */
typedef struct
{
  StrataPlan         *plan;
  StrataHistory      *history;
  GPtrArray          *marks;
  guint               n_edits;
  gint64              time;
  StrataJournalChain  chain;
  gsize               size;
} StrataReplay;

StrataReplay     *strata_replay_new       (void) G_GNUC_WARN_UNUSED_RESULT;
StrataReplay     *strata_replay_read      (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
void              strata_replay_free      (StrataReplay *replay);

gboolean          strata_replay_step      (StrataReplay              *replay,
                                           const StrataJournalRecord *record,
                                           StrataPlan                *outcome);
StrataReplayMark *strata_replay_get_saved (StrataReplay *replay);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataReplay, strata_replay_free)

G_END_DECLS
