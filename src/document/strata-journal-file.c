/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file of a journal: how it begins, grows, and begins anew.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-journal-private.h"

#include <glib/gi18n-lib.h>

#include "storage/strata-disk-steps.h"

/* A journal larger than this begins anew with the plan as it is. */
#define LIMIT ((gsize) 16 * 1024 * 1024)

/* One that is read is larger only if it is none of ours. */
#define READ_LIMIT (16 * LIMIT)

void
strata_journal_let_go (StrataJournal *journal)
{
  int handle = journal->handle;

  if (handle < 0)
    return;
  strata_syncer_watch (journal->syncer, -1, NULL);
  strata_disk_close (journal->disk, handle, NULL);
  journal->handle = -1;
}

void
strata_journal_set_plan (StrataJournal *journal,
                         StrataPlan    *plan)
{
  strata_plan_ref (plan);
  g_clear_pointer (&journal->plan, strata_plan_unref);
  journal->plan = plan;
}

void
strata_journal_take_replay (StrataJournal *journal,
                            StrataReplay  *replay)
{
  g_clear_pointer (&journal->replay, strata_replay_free);
  journal->replay = replay;
}

/* Where files cannot be locked, a journal is better than none. */
gboolean
strata_journal_lock (StrataJournal  *journal,
                     int             handle,
                     GError        **error)
{
  g_autoptr (GError) problem = NULL;

  if (strata_disk_lock (journal->disk, handle, &problem)
      || g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* Writes a record, and goes on to what it leads to. */
static gboolean
write_record (StrataJournal              *journal,
              StrataReplay               *replay,
              int                         handle,
              const StrataJournalRecord  *record,
              StrataPlan                 *outcome,
              GError                    **error)
{
  g_autoptr (GString) line = g_string_new (NULL);
  StrataJournalChain chain = replay->chain;
  gboolean success;

  strata_journal_record_append (record, &chain, line);
  if (!strata_disk_write (journal->disk, handle, line->str, line->len, error))
    return FALSE;
  replay->chain = chain;
  replay->size += line->len;
  success = strata_replay_step (replay, record, outcome);
  g_assert (success);
  return TRUE;
}

static gboolean
write_base (StrataJournal  *journal,
            StrataReplay   *replay,
            int             handle,
            GError        **error)
{
  StrataReplayMark *saved = strata_replay_get_saved (journal->replay);
  StrataJournalRecord base = {
    .kind = STRATA_JOURNAL_BASE,
    .time = g_get_real_time (),
    .plan = strata_plan_get_value (saved->plan),
    .uri = saved->uri,
    .hash = saved->hash,
  };

  return write_record (journal, replay, handle, &base, saved->plan, error);
}

static gboolean
write_plan (StrataJournal  *journal,
            StrataReplay   *replay,
            int             handle,
            const char     *name,
            GError        **error)
{
  StrataJournalRecord record = {
    .kind = STRATA_JOURNAL_PLAN,
    .time = g_get_real_time (),
    .name = (char *) name,
    .plan = strata_plan_get_value (journal->plan),
  };

  return journal->plan == replay->plan
         || write_record (journal, replay, handle, &record, journal->plan, error);
}

/* From now on records go to this file. */
static void
take_file (StrataJournal *journal,
           int            handle,
           StrataReplay  *replay)
{
  strata_journal_let_go (journal);
  journal->handle = handle;
  journal->fresh_size = replay->size;
  strata_journal_take_replay (journal, replay);
  strata_syncer_watch (journal->syncer, handle, journal->folder);
}

/* Makes the file with its first record. */
static gboolean
start (StrataJournal  *journal,
       GError        **error)
{
  g_autoptr (StrataReplay) replay = strata_replay_new ();
  int handle;

  if (!strata_disk_ensure_folder (journal->disk, journal->folder, error))
    return FALSE;
  handle = strata_disk_open (journal->disk, journal->path, STRATA_DISK_OPEN_PRIVATE, error);
  if (handle < 0)
    return FALSE;
  if (!strata_journal_lock (journal, handle, error) || !write_base (journal, replay, handle, error))
    {
      strata_disk_close (journal->disk, handle, NULL);
      strata_disk_remove (journal->disk, journal->path, NULL);
      return FALSE;
    }
  take_file (journal, handle, g_steal_pointer (&replay));
  return TRUE;
}

/* A whole journal that leads from what is saved to the plan in one step. */
static int
write_fresh (StrataJournal  *journal,
             const char     *path,
             StrataReplay   *replay,
             const char     *name,
             GError        **error)
{
  int handle;

  strata_disk_remove (journal->disk, path, NULL);
  handle = strata_disk_open (journal->disk, path, STRATA_DISK_OPEN_PRIVATE, error);
  if (handle < 0)
    return -1;
  if (strata_journal_lock (journal, handle, error)
      && write_base (journal, replay, handle, error)
      && write_plan (journal, replay, handle, name, error)
      && strata_disk_sync (journal->disk, handle, error)
      && strata_disk_rename (journal->disk, path, journal->path, TRUE, error))
    return handle;
  strata_disk_close (journal->disk, handle, NULL);
  strata_disk_remove (journal->disk, path, NULL);
  return -1;
}

gboolean
strata_journal_begin_anew (StrataJournal  *journal,
                           const char     *name,
                           GError        **error)
{
  g_autofree char *path = g_strconcat (journal->path, STRATA_JOURNAL_FRESH_SUFFIX, NULL);
  g_autoptr (StrataReplay) replay = strata_replay_new ();
  int handle;

  journal->is_behind = TRUE;
  if (!strata_disk_ensure_folder (journal->disk, journal->folder, error))
    return FALSE;
  handle = write_fresh (journal, path, replay, name != NULL ? name : _("Changes"), error);
  if (handle < 0)
    return FALSE;
  take_file (journal, handle, g_steal_pointer (&replay));
  journal->is_behind = !strata_syncer_flush (journal->syncer, error);
  return !journal->is_behind;
}

static gboolean
is_too_large (StrataJournal *journal)
{
  return journal->replay->size > LIMIT + 2 * journal->fresh_size;
}

/* A torn record at the end would hide those behind it. */
static gboolean
write_or_cut (StrataJournal              *journal,
              const StrataJournalRecord  *record,
              StrataPlan                 *outcome,
              GError                    **error)
{
  gsize size = journal->replay->size;

  if (write_record (journal, journal->replay, journal->handle, record, outcome, error))
    {
      strata_syncer_touch (journal->syncer);
      return TRUE;
    }
  journal->is_behind = TRUE;
  strata_disk_truncate (journal->disk, journal->handle, size, NULL);
  return FALSE;
}

gboolean
strata_journal_append (StrataJournal              *journal,
                       const StrataJournalRecord  *record,
                       StrataPlan                 *outcome,
                       GError                    **error)
{
  if (outcome != NULL)
    strata_journal_set_plan (journal, outcome);
  if (strata_syncer_has_failed (journal->syncer) || is_too_large (journal))
    journal->is_behind = TRUE;
  if (!journal->is_behind && journal->handle < 0)
    journal->is_behind = !start (journal, NULL);
  if (!journal->is_behind && write_or_cut (journal, record, outcome, NULL))
    return TRUE;
  if (!strata_journal_begin_anew (journal, record->name, error))
    return FALSE;
  return outcome != NULL || write_or_cut (journal, record, NULL, error);
}

/* Reads the journal that is open, and cuts off what is torn. */
gboolean
strata_journal_read (StrataJournal  *journal,
                     GError        **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (journal->path);
  g_autoptr (GBytes) bytes = strata_disk_read (journal->disk, file, READ_LIMIT, NULL, error);
  StrataReplay *replay = bytes != NULL ? strata_replay_read (bytes) : NULL;

  if (replay != NULL)
    {
      strata_journal_take_replay (journal, replay);
      strata_journal_set_plan (journal, replay->plan);
      return replay->size == g_bytes_get_size (bytes)
             || strata_disk_truncate (journal->disk, journal->handle, replay->size, error);
    }
  if (bytes != NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("“%s” holds nothing that could be recovered"), journal->path);
  return FALSE;
}
