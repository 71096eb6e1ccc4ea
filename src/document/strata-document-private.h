/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the document's files share.
 */

#pragma once

#include "document/strata-document.h"
#include "document/strata-history.h"
#include "document/strata-journal.h"
#include "storage/strata-disk-steps.h"

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
  char          *found_hash;  /* what a check found in it, or NULL */
  StrataDiskInfo info;        /* of the file then, or zero */
  char          *snapshots;   /* the folder for copies, or NULL */
  char          *undo_name;   /* as last notified */
  char          *redo_name;
  char          *journal_problem;  /* or NULL */
  char          *autosave_problem; /* or NULL */
  GTask         *queued;      /* a save that waits for autosave to end, or NULL */

  gint64       (*clock) (void);
  gboolean       modified;    /* as last notified */
  gboolean       canonical;
  guint          autosave_delay; /* in milliseconds; 0: never */
  guint          autosave_source;
  gboolean       saving;
  gboolean       autosaving;  /* and that is what is going on */
  gboolean       autosaved;   /* what is saved was never saved by hand */
};

/* Notifies of what is another than before. */
void strata_document_update (StrataDocument *self);

/* The file holds this plan, in canonical form or not, and this is its hash. */
void strata_document_settle (StrataDocument *self,
                             GFile          *file,
                             StrataPlan     *plan,
                             const char     *hash,
                             gboolean        canonical);

/* The file holds the saved plan, with this hash; what is shown is the other. */
void strata_document_go_on_from (StrataDocument *self,
                                 StrataPlan     *saved,
                                 const char     *hash,
                                 StrataPlan     *plan);

/* By hand or by itself. */
void strata_document_start_saving (StrataDocument      *self,
                                   GFile               *file,
                                   gboolean             is_auto,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);

/* Something was done: in a moment it will be saved, where that is wanted. */
void strata_document_schedule_autosave (StrataDocument *self);

/* Write down what was done, where there is a journal. */
void strata_document_write_edit   (StrataDocument  *self,
                                   StrataEdit      *edit,
                                   gboolean         joins,
                                   StrataPlan      *outcome);
void strata_document_write_travel (StrataDocument  *self,
                                   gboolean       (*write) (StrataJournal *, StrataPlan *, GError **),
                                   StrataPlan      *outcome);

/* Why something could not be written down, which is taken, or NULL: it was. */
void strata_document_note_journal (StrataDocument *self,
                                   GError         *error);

G_END_DECLS
