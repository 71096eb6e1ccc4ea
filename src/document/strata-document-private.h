/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the document's files share.
 */

#pragma once

#include "document/strata-document.h"
#include "document/strata-history.h"
#include "document/strata-journal.h"

G_BEGIN_DECLS

struct _StrataDocument
{
  GObject        parent_instance;

  /* owned */
  StrataPlan    *plan;
  StrataPlan    *saved_plan;  /* what the file holds */
  GFile         *file;        /* or NULL: never saved */
  StrataDisk    *disk;
  char          *hash;        /* what it holds, or NULL */
  StrataHistory *history;
  StrataJournal *journal;     /* or NULL: nothing is written down */
  char          *snapshots;   /* the folder for copies, or NULL */
  char          *undo_name;   /* as last notified */
  char          *redo_name;
  char          *journal_problem; /* or NULL */

  gint64       (*clock) (void);
  gboolean       modified;    /* as last notified */
  gboolean       canonical;
  gboolean       saving;
};

/* Notifies of what is another than before. */
void strata_document_update (StrataDocument *self);

/* The file holds this plan, in canonical form or not, and this is its hash. */
void strata_document_settle (StrataDocument *self,
                             GFile          *file,
                             StrataPlan     *plan,
                             const char     *hash,
                             gboolean        canonical);

/* Why something could not be written down, which is taken, or NULL: it was. */
void strata_document_note_journal (StrataDocument *self,
                                   GError         *error);

G_END_DECLS
