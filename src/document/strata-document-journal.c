/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What keeps a document from being lost: its journal and its snapshots.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-document-private.h"

#include "storage/strata-plan-file.h"
#include "strata-snapshots.h"

void
strata_document_note_journal (StrataDocument *self,
                              GError         *error)
{
  g_autoptr (GError) problem = error;

  if (g_set_str (&self->journal_problem, problem != NULL ? problem->message : NULL))
    g_object_notify (G_OBJECT (self), "journal-problem");
}

void
strata_document_write_edit (StrataDocument *self,
                            StrataEdit     *edit,
                            gboolean        joins,
                            StrataPlan     *outcome)
{
  GError *error = NULL;

  if (self->journal == NULL)
    return;
  strata_journal_edit (self->journal, edit, joins, outcome, &error);
  strata_document_note_journal (self, error);
}

void
strata_document_write_travel (StrataDocument  *self,
                              gboolean       (*write) (StrataJournal *, StrataPlan *, GError **),
                              StrataPlan      *outcome)
{
  GError *error = NULL;

  if (self->journal == NULL)
    return;
  write (self->journal, outcome, &error);
  strata_document_note_journal (self, error);
}

/**
 * strata_document_set_journal:
 * @self: a document that has none yet
 * @journal: (transfer full): a journal that was not begun
 *
 * From now on everything that is done is written down, so that neither a crash
 * nor a power cut loses it; see #StrataJournal.
 */
void
strata_document_set_journal (StrataDocument *self,
                             StrataJournal  *journal)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (STRATA_IS_DOCUMENT (self) && self->journal == NULL);
  g_return_if_fail (journal != NULL);

  uri = self->file != NULL ? g_file_get_uri (self->file) : NULL;
  self->journal = journal;
  strata_journal_begin (journal, self->saved_plan, uri, self->hash);
  if (self->plan != self->saved_plan)
    {
      GError *error = NULL;

      strata_journal_rebase (journal, self->saved_plan, uri, self->hash, self->plan, &error);
      strata_document_note_journal (self, error);
    }
}

/**
 * strata_document_set_snapshots:
 * @self: a document
 * @folder: (nullable) (type filename): a folder for copies
 *
 * From now on each save by hand leaves a copy there; see #StrataSnapshot.
 */
void
strata_document_set_snapshots (StrataDocument *self,
                               const char     *folder)
{
  g_return_if_fail (STRATA_IS_DOCUMENT (self));

  g_set_str (&self->snapshots, folder);
}

/**
 * strata_document_get_journal_problem:
 * @self: a document
 *
 * Returns: (nullable): why a crash would lose what was done last, in a
 *   sentence, or %NULL as long as it would not
 */
const char *
strata_document_get_journal_problem (StrataDocument *self)
{
  g_return_val_if_fail (STRATA_IS_DOCUMENT (self), NULL);

  return self->journal_problem;
}

/**
 * strata_document_sync_journal:
 * @self: a document
 * @error: return location for an error
 *
 * Brings what was done to safety at once, not in a fifth of a second.
 *
 * Returns: whether a power cut would lose nothing that is in a journal
 */
gboolean
strata_document_sync_journal (StrataDocument  *self,
                              GError         **error)
{
  g_return_val_if_fail (STRATA_IS_DOCUMENT (self), FALSE);

  return self->journal == NULL || strata_journal_sync (self->journal, error);
}

/**
 * strata_document_close:
 * @self: a document
 *
 * The person is done with the plan, saved or not: there is nothing to recover
 * any more. Of what was not saved a snapshot stays. A document that
 * goes without having been closed leaves its journal behind.
 */
void
strata_document_close (StrataDocument *self)
{
  g_return_if_fail (STRATA_IS_DOCUMENT (self));

  strata_document_set_autosave (self, 0);
  if (self->snapshots != NULL && strata_document_get_modified (self))
    {
      g_autoptr (GBytes) bytes = strata_plan_file_to_bytes (self->plan);

      if (!strata_snapshots_add (self->disk, self->snapshots, self->file, STRATA_SNAPSHOT_DISCARDED,
                                 bytes, g_get_real_time (), NULL))
        return;
    }
  if (self->journal != NULL)
    strata_journal_remove (self->journal, NULL);
  g_clear_pointer (&self->journal, strata_journal_free);
}
