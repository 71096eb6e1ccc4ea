/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was done to a plan since it was saved, in a file of its own.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-journal-private.h"

#include <glib/gi18n-lib.h>

#include "storage/strata-disk-steps.h"

/* Begins with another plan as the one that is saved. */
static void
set_base (StrataJournal *journal,
          StrataPlan    *plan,
          const char    *uri,
          const char    *hash)
{
  StrataJournalRecord base = { .kind = STRATA_JOURNAL_BASE, .uri = (char *) uri, .hash = (char *) hash };

  strata_journal_take_replay (journal, strata_replay_new ());
  strata_replay_step (journal->replay, &base, plan);
}

/* Undo and redo go where the journal's own history goes, unless they go back
 * before the journal began. */
static gboolean
travel (StrataJournal      *journal,
        StrataJournalKind   kind,
        StrataPlan         *way,
        StrataPlan         *outcome,
        GError            **error)
{
  StrataJournalRecord record = { .kind = kind, .time = g_get_real_time () };

  if (way != outcome)
    {
      record.kind = STRATA_JOURNAL_PLAN;
      record.name = _("Changes");
      record.plan = strata_plan_get_value (outcome);
    }
  return strata_journal_append (journal, &record, outcome, error);
}

/**
 * strata_journal_new:
 * @disk: where journals are
 * @folder: (type filename): their folder; made when it is needed
 * @delay: after which time to sync, in microseconds: %STRATA_SYNCER_DELAY; 0:
 *   only with [func@Strata.journal_sync]
 *
 * Returns: (transfer full): a journal that is to be begun
 */
StrataJournal *
strata_journal_new (StrataDisk *disk,
                    const char *folder,
                    GTimeSpan   delay)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (id, STRATA_JOURNAL_SUFFIX, NULL);
  StrataJournal *journal;

  g_return_val_if_fail (STRATA_IS_DISK (disk), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  journal = g_new0 (StrataJournal, 1);
  journal->disk = g_object_ref (disk);
  journal->syncer = strata_syncer_new (disk, delay);
  journal->folder = g_strdup (folder);
  journal->path = g_build_filename (folder, name, NULL);
  journal->handle = -1;

  return journal;
}

/**
 * strata_journal_adopt:
 * @disk: where journals are
 * @path: (type filename): a journal that is there
 * @delay: as with [func@Strata.journal_new]
 * @error: return location for an error: %G_IO_ERROR_BUSY where somebody has it,
 *   %G_IO_ERROR_INVALID_DATA where nothing in it is whole
 *
 * Takes a journal that somebody left behind, to go on with it.
 *
 * Returns: (transfer full): the journal
 */
StrataJournal *
strata_journal_adopt (StrataDisk  *disk,
                      const char  *path,
                      GTimeSpan    delay,
                      GError     **error)
{
  g_autoptr (StrataJournal) journal = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (STRATA_IS_DISK (disk), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  folder = g_path_get_dirname (path);
  journal = strata_journal_new (disk, folder, delay);
  g_set_str (&journal->path, path);
  journal->handle = strata_disk_open (disk, path, STRATA_DISK_OPEN_APPEND, error);
  if (journal->handle < 0 || !strata_journal_lock (journal, journal->handle, error) || !strata_journal_read (journal, error))
    return NULL;
  strata_syncer_watch (journal->syncer, journal->handle, folder);
  return g_steal_pointer (&journal);
}

/**
 * strata_journal_free:
 * @journal: (transfer full): a journal
 *
 * Leaves the file to whoever recovers it.
 */
void
strata_journal_free (StrataJournal *journal)
{
  g_return_if_fail (journal != NULL);

  strata_journal_let_go (journal);
  strata_syncer_unref (journal->syncer);
  g_clear_pointer (&journal->replay, strata_replay_free);
  g_clear_pointer (&journal->plan, strata_plan_unref);
  g_object_unref (journal->disk);
  g_free (journal->folder);
  g_free (journal->path);
  g_free (journal);
}

/**
 * strata_journal_begin:
 * @journal: a journal without a file
 * @plan: the plan before the first record
 * @uri: (nullable): the file that holds it
 * @hash: (nullable): what [func@Strata.disk_hash] says of that file
 *
 * From this plan on.
 */
void
strata_journal_begin (StrataJournal *journal,
                      StrataPlan    *plan,
                      const char    *uri,
                      const char    *hash)
{
  g_return_if_fail (journal != NULL && journal->handle < 0);
  g_return_if_fail (plan != NULL);

  set_base (journal, plan, uri, hash);
  strata_journal_set_plan (journal, plan);
}

/**
 * strata_journal_edit:
 * @journal: a journal that was begun
 * @edit: what was done
 * @joins: whether it is one step with what was done before
 * @outcome: what it led to
 * @error: return location for an error
 *
 * Writes down an edit.
 *
 * Returns: whether a crash of the program would not lose it
 */
gboolean
strata_journal_edit (StrataJournal  *journal,
                     StrataEdit     *edit,
                     gboolean        joins,
                     StrataPlan     *outcome,
                     GError        **error)
{
  StrataJournalRecord record = { .kind = STRATA_JOURNAL_EDIT, .time = g_get_real_time (), .edit = edit, .joins = joins };

  g_return_val_if_fail (journal != NULL && journal->replay != NULL, FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);
  g_return_val_if_fail (outcome != NULL, FALSE);

  record.name = (char *) strata_edit_get_name (edit);
  return strata_journal_append (journal, &record, outcome, error);
}

/**
 * strata_journal_undo:
 * @journal: a journal that was begun
 * @outcome: the plan that undoing led to
 * @error: return location for an error
 *
 * Writes down that a step was undone.
 *
 * Returns: whether a crash of the program would not lose it
 */
gboolean
strata_journal_undo (StrataJournal  *journal,
                     StrataPlan     *outcome,
                     GError        **error)
{
  g_return_val_if_fail (journal != NULL && journal->replay != NULL, FALSE);
  g_return_val_if_fail (outcome != NULL, FALSE);

  return travel (journal, STRATA_JOURNAL_UNDO,
                 strata_history_get_undo_plan (journal->replay->history), outcome, error);
}

/**
 * strata_journal_redo:
 * @journal: a journal that was begun
 * @outcome: the plan that doing again led to
 * @error: return location for an error
 *
 * Writes down that a step was done again.
 *
 * Returns: whether a crash of the program would not lose it
 */
gboolean
strata_journal_redo (StrataJournal  *journal,
                     StrataPlan     *outcome,
                     GError        **error)
{
  g_return_val_if_fail (journal != NULL && journal->replay != NULL, FALSE);
  g_return_val_if_fail (outcome != NULL, FALSE);

  return travel (journal, STRATA_JOURNAL_REDO,
                 strata_history_get_redo_plan (journal->replay->history), outcome, error);
}

/**
 * strata_journal_saving:
 * @journal: a journal that was begun
 * @uri: the file that the plan is about to be written to
 * @hash: what [func@Strata.disk_hash] will say of that file
 * @error: return location for an error
 *
 * Writes down that the plan begins to be saved. Whatever becomes of that, who
 * recovers can tell by the file's hash. As long as nothing was done there is
 * nothing to write down.
 *
 * Returns: whether that could be written down
 */
gboolean
strata_journal_saving (StrataJournal  *journal,
                       const char     *uri,
                       const char     *hash,
                       GError        **error)
{
  StrataJournalRecord record = {
    .kind = STRATA_JOURNAL_SAVING,
    .time = g_get_real_time (),
    .uri = (char *) uri,
    .hash = (char *) hash,
  };

  g_return_val_if_fail (journal != NULL && journal->replay != NULL, FALSE);
  g_return_val_if_fail (uri != NULL && hash != NULL, FALSE);

  if (journal->handle < 0 && !journal->is_behind)
    return TRUE;
  return strata_journal_append (journal, &record, NULL, error);
}

/* Whether the file says already what was saved. */
static gboolean
knows (StrataJournal *journal,
       StrataPlan    *plan,
       const char    *hash)
{
  GPtrArray *marks = journal->replay->marks;
  StrataReplayMark *last = g_ptr_array_index (marks, marks->len - 1);

  return marks->len > 1 && last->plan == plan && g_strcmp0 (last->hash, hash) == 0;
}

/**
 * strata_journal_saved:
 * @journal: a journal that was begun
 * @plan: the plan that was saved
 * @uri: the file that holds it
 * @hash: what [func@Strata.disk_hash] says of that file
 * @error: return location for an error
 *
 * A plan is saved: where nothing was done to it since it began to be saved,
 * the file of the journal goes.
 *
 * Returns: whether a crash of the program would not lose what was done since
 */
gboolean
strata_journal_saved (StrataJournal  *journal,
                      StrataPlan     *plan,
                      const char     *uri,
                      const char     *hash,
                      GError        **error)
{
  StrataJournalRecord record = { .kind = STRATA_JOURNAL_SAVED, .time = g_get_real_time () };

  g_return_val_if_fail (journal != NULL && journal->replay != NULL, FALSE);
  g_return_val_if_fail (plan != NULL && uri != NULL && hash != NULL, FALSE);

  if (journal->plan == plan)
    {
      gboolean success = strata_journal_remove (journal, error);

      set_base (journal, plan, uri, hash);
      return success;
    }
  if (!journal->is_behind && knows (journal, plan, hash))
    return strata_journal_append (journal, &record, NULL, error);
  return strata_journal_rebase (journal, plan, uri, hash, journal->plan, error);
}

/**
 * strata_journal_rebase:
 * @journal: a journal that was begun
 * @base: another plan that is saved
 * @uri: (nullable): the file that holds it
 * @hash: (nullable): what [func@Strata.disk_hash] says of that file
 * @plan: the plan as it is now
 * @error: return location for an error
 *
 * Begins the journal anew, with one step from @base to @plan.
 *
 * Returns: whether a power cut would not lose it
 */
gboolean
strata_journal_rebase (StrataJournal  *journal,
                       StrataPlan     *base,
                       const char     *uri,
                       const char     *hash,
                       StrataPlan     *plan,
                       GError        **error)
{
  g_return_val_if_fail (journal != NULL && journal->replay != NULL, FALSE);
  g_return_val_if_fail (base != NULL && plan != NULL, FALSE);

  set_base (journal, base, uri, hash);
  strata_journal_set_plan (journal, plan);
  return strata_journal_begin_anew (journal, NULL, error);
}

/**
 * strata_journal_sync:
 * @journal: a journal that was begun
 * @error: return location for an error
 *
 * Brings all records to safety at once.
 *
 * Returns: whether a power cut would not lose any
 */
gboolean
strata_journal_sync (StrataJournal  *journal,
                     GError        **error)
{
  g_return_val_if_fail (journal != NULL && journal->replay != NULL, FALSE);

  if (journal->is_behind || strata_syncer_has_failed (journal->syncer))
    return strata_journal_begin_anew (journal, NULL, error);
  return strata_syncer_flush (journal->syncer, error);
}

/**
 * strata_journal_remove:
 * @journal: a journal
 * @error: return location for an error
 *
 * There is nothing to lose any more: the file goes.
 *
 * Returns: whether there is none
 */
gboolean
strata_journal_remove (StrataJournal  *journal,
                       GError        **error)
{
  gboolean success;

  g_return_val_if_fail (journal != NULL, FALSE);

  if (journal->handle < 0)
    {
      journal->is_behind = FALSE;
      return TRUE;
    }
  success = strata_disk_remove (journal->disk, journal->path, error);
  strata_journal_let_go (journal);
  journal->is_behind = !success;
  strata_syncer_watch (journal->syncer, -1, journal->folder);
  strata_syncer_touch (journal->syncer);
  return success;
}

/**
 * strata_journal_get_syncer:
 * @journal: a journal
 *
 * For a thread that wants to bring it to safety.
 *
 * Returns: (transfer none): what syncs its file
 */
StrataSyncer *
strata_journal_get_syncer (StrataJournal *journal)
{
  g_return_val_if_fail (journal != NULL, NULL);

  return journal->syncer;
}

/**
 * strata_journal_get_replay:
 * @journal: a journal that was begun
 *
 * Returns: (transfer none): what its file leads to
 */
StrataReplay *
strata_journal_get_replay (StrataJournal *journal)
{
  g_return_val_if_fail (journal != NULL, NULL);

  return journal->replay;
}
