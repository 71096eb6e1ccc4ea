/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a line of a journal says.
 */

#pragma once

#include "model/strata-edit.h"
#include "storage/strata-journal-line.h"

G_BEGIN_DECLS

typedef enum
{
  STRATA_JOURNAL_BASE,   /* the first line: from this plan on */
  STRATA_JOURNAL_EDIT,   /* a step, or the last one goes on */
  STRATA_JOURNAL_PLAN,   /* a step to a plan that is told in whole */
  STRATA_JOURNAL_UNDO,
  STRATA_JOURNAL_REDO,
  STRATA_JOURNAL_SAVING, /* the plan as it is now begins to be saved */
  STRATA_JOURNAL_SAVED,  /* what was last begun is done */
} StrataJournalKind;

/**
 * StrataJournalRecord:
 * @kind: what happened
 * @time: when, in microseconds since 1970
 * @name: of an edit or a plan: what Undo calls it
 * @joins: whether an edit is one step with the one before
 * @edit: of an edit: what it does
 * @plan: of a base or a plan: its value
 * @uri: (nullable): of a base or of saving: the file; %NULL where there is none
 * @hash: (nullable): likewise: what [func@Strata.disk_hash] says of the file
 *
 * What a line says. Fields that do not belong to the kind are %NULL.
 */
typedef struct
{
  StrataJournalKind  kind;
  gint64             time;
  char              *name;
  gboolean           joins;
  StrataEdit        *edit;
  StrataValue       *plan;
  char              *uri;
  char              *hash;
} StrataJournalRecord;

void                 strata_journal_record_append (const StrataJournalRecord *record,
                                                   StrataJournalChain        *chain,
                                                   GString                   *text);
StrataJournalRecord *strata_journal_record_read   (GBytes                    *bytes,
                                                   gsize                     *offset,
                                                   StrataJournalChain        *chain) G_GNUC_WARN_UNUSED_RESULT;
void                 strata_journal_record_free   (StrataJournalRecord       *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataJournalRecord, strata_journal_record_free)

G_END_DECLS
