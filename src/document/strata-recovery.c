/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans that a crash or a power cut left behind.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-recovery.h"

#include <glib/gi18n-lib.h>

#include "storage/strata-plan-file.h"
#include "strata-document-private.h"
#include "strata-journal-private.h"
#include "strata-snapshots.h"

/* What the plan's file holds, and which of the plans that the journal knows. */
typedef struct
{
  const StrataReplayMark *mark; /* NULL: none of them */
  GFile                  *file; /* NULL: the plan has none */
  GBytes                 *bytes; /* NULL: the file can't be read */
  char                   *hash;
  GError                 *error; /* why not */
} Place;

static void
place_clear (Place *place)
{
  g_clear_object (&place->file);
  g_clear_pointer (&place->bytes, g_bytes_unref);
  g_clear_pointer (&place->hash, g_free);
  g_clear_error (&place->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static void
look_at_file (Place      *place,
              StrataDisk *disk,
              const char *uri)
{
  place_clear (place);
  place->file = g_file_new_for_uri (uri);
  place->bytes = strata_disk_read (disk, place->file, STRATA_DISK_READ_LIMIT, NULL, &place->error);
  if (place->bytes != NULL)
    place->hash = strata_disk_hash (place->bytes);
}

/* Of a save that was under way nobody knows how far it came: the file tells. */
static void
find_place (Place        *place,
            StrataDisk   *disk,
            StrataReplay *replay)
{
  for (guint i = replay->marks->len; i-- > 0 && place->mark == NULL;)
    {
      const StrataReplayMark *mark = g_ptr_array_index (replay->marks, i);

      if (mark->uri == NULL)
        {
          place_clear (place);
          place->mark = mark;
          return;
        }
      look_at_file (place, disk, mark->uri);
      if (g_strcmp0 (place->hash, mark->hash) == 0 && mark->hash != NULL)
        place->mark = mark;
    }
}

/* A save that was cut short may have left something beside the file. */
static void
tidy (StrataDisk   *disk,
      StrataReplay *replay)
{
  for (guint i = 1; i < replay->marks->len; i++)
    {
      const StrataReplayMark *mark = g_ptr_array_index (replay->marks, i);
      g_autoptr (GFile) file = g_file_new_for_uri (mark->uri);

      strata_disk_tidy (disk, file);
    }
}

/* What is in the journal and not in the file; NULL: nothing. */
static StrataRecovery *
describe (StrataJournal *journal,
          StrataDisk    *disk,
          const char    *path)
{
  StrataReplay *replay = strata_journal_get_replay (journal);
  const StrataReplayMark *saved = strata_replay_get_saved (replay);
  g_auto (Place) place = { NULL };
  const char *title = strata_plan_get_title (replay->plan);
  StrataRecovery *recovery;

  find_place (&place, disk, replay);
  if (place.mark != NULL)
    saved = place.mark;
  if (saved->plan == replay->plan)
    return NULL;
  recovery = g_new0 (StrataRecovery, 1);
  recovery->path = g_strdup (path);
  recovery->title = g_strdup (title != NULL ? title : "");
  recovery->file = g_steal_pointer (&place.file);
  recovery->time = replay->time;
  recovery->n_edits = replay->n_edits - saved->n_edits;
  return recovery;
}

/* A journal that nobody has and that has nothing to lose is removed. */
static void
look_at_journal (GPtrArray  *found,
                 StrataDisk *disk,
                 const char *path)
{
  g_autoptr (StrataJournal) journal = strata_journal_adopt (disk, path, 0, NULL);
  StrataRecovery *recovery;

  if (journal == NULL)
    return;
  tidy (disk, strata_journal_get_replay (journal));
  recovery = describe (journal, disk, path);
  if (recovery != NULL)
    g_ptr_array_add (found, recovery);
  else
    strata_journal_remove (journal, NULL);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const StrataRecovery *first = a, *second = b;

  return (first->time < second->time) - (first->time > second->time);
}

static gboolean
is_canonical (StrataPlan *plan,
              GBytes     *bytes)
{
  g_autoptr (GBytes) canonical = strata_plan_file_to_bytes (plan);

  return g_bytes_equal (canonical, bytes);
}

/* A document whose file holds the saved plan, or should. */
static StrataDocument *
make_document (StrataDisk    *disk,
               StrataJournal *journal,
               StrataPlan    *saved,
               const Place   *place,
               StrataPlan    *plan,
               StrataHistory *history)
{
  gboolean canonical = place->bytes == NULL || is_canonical (saved, place->bytes);
  StrataDocument *document = strata_document_new (saved);

  strata_document_set_disk (document, disk);
  g_clear_pointer (&document->history, strata_history_free);
  document->history = strata_history_copy (history);
  strata_plan_unref (document->plan);
  document->plan = strata_plan_ref (plan);
  document->journal = journal;
  if (place->file != NULL)
    strata_document_settle (document, place->file, saved, place->hash, canonical);
  else
    strata_document_update (document);
  return document;
}

/* The file holds what the journal thinks, or what it was about to hold, or is
 * gone, or there is none. */
static StrataDocument *
go_on (StrataDisk    *disk,
       StrataJournal *journal,
       const Place   *place)
{
  StrataReplay *replay = strata_journal_get_replay (journal);
  const StrataReplayMark *mark = place->mark != NULL ? place->mark : strata_replay_get_saved (replay);
  StrataDocument *document = make_document (disk, journal, mark->plan, place, replay->plan, replay->history);

  if (mark != strata_replay_get_saved (replay))
    {
      g_autoptr (StrataPlan) saved = strata_plan_ref (mark->plan);
      g_autofree char *uri = g_strdup (mark->uri);
      g_autofree char *hash = g_strdup (mark->hash);
      GError *problem = NULL;

      strata_journal_saved (journal, saved, uri, hash, &problem);
      strata_document_note_journal (document, problem);
    }
  return document;
}

/* Somebody else changed the file: what was done goes on top of that, as one
 * step. */
static StrataDocument *
merge_with (StrataDisk     *disk,
            StrataJournal  *journal,
            const Place    *place,
            StrataPlan     *theirs,
            StrataMerge   **merge)
{
  StrataReplay *replay = strata_journal_get_replay (journal);
  g_autoptr (StrataMerge) merged = strata_merge (strata_replay_get_saved (replay)->plan, replay->plan, theirs, NULL, NULL);
  g_autoptr (StrataHistory) history = strata_history_new ();
  g_autofree char *uri = g_file_get_uri (place->file);
  GError *problem = NULL;
  StrataDocument *document;

  strata_history_push (history, theirs, merged->plan, _("Recovered Changes"), NULL, 0);
  document = make_document (disk, journal, theirs, place, merged->plan, history);
  strata_journal_rebase (journal, theirs, uri, place->hash, merged->plan, &problem);
  strata_document_note_journal (document, problem);
  if (merge != NULL)
    *merge = g_steal_pointer (&merged);
  return document;
}

static StrataDocument *
recover (StrataDisk     *disk,
         StrataJournal  *journal,
         StrataMerge   **merge)
{
  g_auto (Place) place = { NULL };
  g_autofree char *name = NULL;
  g_autoptr (StrataPlan) theirs = NULL;

  find_place (&place, disk, strata_journal_get_replay (journal));
  if (place.mark != NULL || g_error_matches (place.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return go_on (disk, journal, &place);
  name = strata_disk_describe (place.file);
  if (place.bytes != NULL)
    theirs = strata_plan_file_parse (place.bytes, name, NULL);
  if (theirs != NULL)
    return merge_with (disk, journal, &place, theirs, merge);
  place_clear (&place);
  return go_on (disk, journal, &place);
}

/**
 * strata_recovery_list:
 * @disk: where journals are
 * @folder: (type filename): their folder
 *
 * Finds what could be recovered, what was changed last first. A plan that is
 * open, here or in another program, is none of it. It may be called from any
 * thread; plans on a slow share make it slow.
 *
 * Returns: (transfer full) (element-type StrataRecovery): what there is
 */
GPtrArray *
strata_recovery_list (StrataDisk *disk,
                      const char *folder)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_recovery_free);
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (STRATA_IS_DISK (disk), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  names = strata_disk_list (disk, folder, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      if (g_str_has_suffix (names[i], STRATA_JOURNAL_SUFFIX))
        look_at_journal (found, disk, path);
      else if (g_str_has_suffix (names[i], STRATA_JOURNAL_SUFFIX STRATA_JOURNAL_FRESH_SUFFIX))
        strata_disk_remove_unused (disk, path);
    }
  g_ptr_array_sort_values (found, compare_times);
  return g_steal_pointer (&found);
}

/**
 * strata_recovery_recover:
 * @recovery: what to recover
 * @disk: where its journal and its file are
 * @delay: as with [func@Strata.journal_new]
 * @merge: (out) (optional) (nullable): how it went together with the file,
 *   where somebody else changed that
 * @error: return location for an error: %G_IO_ERROR_BUSY where it is open by
 *   now
 *
 * Opens the plan as it was, modified, with what can be undone, and goes on
 * with its journal. Where the file was changed meanwhile the plan is merged
 * with what it holds, and undoing leads there. Where the file is gone saving
 * makes it again; where it holds no plan any more the document has no file.
 *
 * Returns: (transfer full): the document
 */
StrataDocument *
strata_recovery_recover (const StrataRecovery  *recovery,
                         StrataDisk            *disk,
                         GTimeSpan              delay,
                         StrataMerge          **merge,
                         GError               **error)
{
  StrataJournal *journal;

  g_return_val_if_fail (recovery != NULL, NULL);
  g_return_val_if_fail (STRATA_IS_DISK (disk), NULL);

  if (merge != NULL)
    *merge = NULL;
  journal = strata_journal_adopt (disk, recovery->path, delay, error);
  return journal != NULL ? recover (disk, journal, merge) : NULL;
}

/**
 * strata_recovery_discard:
 * @recovery: what is not wanted
 * @disk: where its journal is
 * @snapshots: (type filename): the folder for copies
 * @error: return location for an error
 *
 * Lets go of a plan; a snapshot of it stays.
 *
 * Returns: whether it will not be offered again
 */
gboolean
strata_recovery_discard (const StrataRecovery  *recovery,
                         StrataDisk            *disk,
                         const char            *snapshots,
                         GError               **error)
{
  g_autoptr (StrataJournal) journal = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (recovery != NULL, FALSE);
  g_return_val_if_fail (STRATA_IS_DISK (disk), FALSE);
  g_return_val_if_fail (snapshots != NULL, FALSE);

  journal = strata_journal_adopt (disk, recovery->path, 0, error);
  if (journal == NULL)
    return FALSE;
  bytes = strata_plan_file_to_bytes (strata_journal_get_replay (journal)->plan);
  return strata_snapshots_add (disk, snapshots, recovery->file, STRATA_SNAPSHOT_DISCARDED, bytes, recovery->time, error)
         && strata_journal_remove (journal, error);
}

/**
 * strata_recovery_free:
 * @recovery: (transfer full): what could be recovered
 */
void
strata_recovery_free (StrataRecovery *recovery)
{
  g_return_if_fail (recovery != NULL);

  g_free (recovery->path);
  g_free (recovery->title);
  g_clear_object (&recovery->file);
  g_free (recovery);
}
