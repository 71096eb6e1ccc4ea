/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An open plan: its current value, its undo history, its file.
 */

#pragma once

#include <gio/gio.h>

#include "document/strata-journal.h"
#include "document/strata-merge.h"
#include "model/strata-plan.h"
#include "storage/strata-disk.h"

G_BEGIN_DECLS

/* How long after the last edit a plan is saved by itself, in milliseconds. */
#define STRATA_DOCUMENT_AUTOSAVE_DELAY 2000

typedef enum
{
  STRATA_UNDERNEATH_UNCHANGED,
  STRATA_UNDERNEATH_CHANGED,  /* and nothing here would be lost by taking it */
  STRATA_UNDERNEATH_CONFLICT, /* and something here is not saved */
  STRATA_UNDERNEATH_VANISHED, /* there is no file any more */
} StrataUnderneath;

#define STRATA_TYPE_DOCUMENT (strata_document_get_type ())

/**
 * StrataDocument:
 *
 * The one gateway through which a plan changes. Properties, all with
 * notification and read-only from outside: `plan`, `file`, `modified`,
 * `canonical`, `undo-name`, `redo-name`, `journal-problem`,
 * `autosave-problem`.
 */
G_DECLARE_FINAL_TYPE (StrataDocument, strata_document, STRATA, DOCUMENT, GObject)

StrataDocument *strata_document_new           (StrataPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/* Both read a plan; the catalogue's checks are the caller's. */
StrataDocument *strata_document_load          (StrataDisk           *disk,
                                               GFile                *file,
                                               GCancellable         *cancellable,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void            strata_document_open_async    (GFile                *file,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
StrataDocument *strata_document_open_finish   (GAsyncResult         *result,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void            strata_document_save_async    (StrataDocument       *self,
                                               GFile                *file,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean        strata_document_save_finish   (StrataDocument       *self,
                                               GAsyncResult         *result,
                                               GError              **error);

/* Whether somebody else changed the file, and what to do about it. */
void            strata_document_check_underneath_async
                                              (StrataDocument       *self,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean        strata_document_check_underneath_finish
                                              (StrataDocument       *self,
                                               GAsyncResult         *result,
                                               StrataUnderneath     *state,
                                               GError              **error);
void            strata_document_take_underneath_async
                                              (StrataDocument       *self,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean        strata_document_take_underneath_finish
                                              (StrataDocument       *self,
                                               GAsyncResult         *result,
                                               StrataMerge         **merge,
                                               GError              **error);
void            strata_document_overrule_underneath
                                              (StrataDocument       *self);

StrataPlan     *strata_document_get_plan      (StrataDocument *self);
GFile          *strata_document_get_file      (StrataDocument *self);
gboolean        strata_document_get_modified  (StrataDocument *self);
/* Whether the file holds the text that Strata would write. A file formatted by
 * hand does not, until it is first saved. */
gboolean        strata_document_get_canonical (StrataDocument *self);
/* Where saving goes; the local disk unless said otherwise. */
void            strata_document_set_disk      (StrataDocument *self,
                                               StrataDisk     *disk);
void            strata_document_set_journal   (StrataDocument *self,
                                               StrataJournal  *journal);
void            strata_document_set_snapshots (StrataDocument *self,
                                               const char     *folder);
void            strata_document_set_autosave  (StrataDocument *self,
                                               guint           delay);
const char     *strata_document_get_autosave_problem
                                              (StrataDocument *self);
const char     *strata_document_get_journal_problem
                                              (StrataDocument *self);
gboolean        strata_document_sync_journal  (StrataDocument  *self,
                                               GError         **error);
void            strata_document_close         (StrataDocument *self);
/* What tells edits in one go from later ones: a monotonic time in
 * microseconds, g_get_monotonic_time unless said otherwise. */
void            strata_document_set_clock     (StrataDocument *self,
                                               gint64        (*clock) (void));

/* One gesture, one undo step. On error nothing has changed. Edits with the
 * same non-NULL coalesce key that follow each other within half a second are
 * one step. */
gboolean        strata_document_apply         (StrataDocument  *self,
                                               StrataEdit      *edit,
                                               const char      *coalesce,
                                               GError         **error);
gboolean        strata_document_can_undo      (StrataDocument *self);
gboolean        strata_document_can_redo      (StrataDocument *self);
/* The name of what would be undone or redone, or NULL. */
const char     *strata_document_get_undo_name (StrataDocument *self);
const char     *strata_document_get_redo_name (StrataDocument *self);
void            strata_document_undo          (StrataDocument *self);
void            strata_document_redo          (StrataDocument *self);

G_END_DECLS
