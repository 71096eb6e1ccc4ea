/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thread that brings what was written to safety.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-syncer.h"

#include "storage/strata-disk-steps.h"

struct _StrataSyncer
{
  gatomicrefcount  ref_count;
  StrataDisk      *disk;
  GThread         *thread; /* NULL: only flushing syncs */
  GTimeSpan        delay;

  GMutex           mutex;
  GCond            changed;
  int              handle; /* −1: none */
  char            *folder; /* whose names are not safe yet, or NULL */
  gint64           due;    /* when to sync, monotonic; 0: nothing to do */
  gboolean         is_busy;
  gboolean         has_failed;
  gboolean         is_over;
};

/* Called with the mutex held, gives it back meanwhile: writing goes on while
 * the disk works. */
static gboolean
sync_now (StrataSyncer  *syncer,
          GError       **error)
{
  g_autofree char *folder = g_steal_pointer (&syncer->folder);
  gboolean success;

  syncer->due = 0;
  syncer->is_busy = TRUE;
  g_mutex_unlock (&syncer->mutex);
  success = (syncer->handle < 0 || strata_disk_sync (syncer->disk, syncer->handle, error))
            && (folder == NULL || strata_disk_sync_folder (syncer->disk, folder, error));
  g_mutex_lock (&syncer->mutex);
  syncer->is_busy = FALSE;
  syncer->has_failed |= !success;
  g_cond_broadcast (&syncer->changed);
  return success;
}

/* Called with the mutex held. */
static void
wait_until_idle (StrataSyncer *syncer)
{
  while (syncer->is_busy)
    g_cond_wait (&syncer->changed, &syncer->mutex);
}

static gpointer
run (gpointer data)
{
  StrataSyncer *syncer = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&syncer->mutex);

  while (!syncer->is_over)
    {
      if (syncer->due == 0 || syncer->is_busy)
        g_cond_wait (&syncer->changed, &syncer->mutex);
      else if (!g_cond_wait_until (&syncer->changed, &syncer->mutex, syncer->due) && syncer->due != 0 && !syncer->is_busy)
        sync_now (syncer, NULL);
    }
  return NULL;
}

/**
 * strata_syncer_new:
 * @disk: where the files are
 * @delay: how long to wait after the first touch, in microseconds; 0: for
 *   [func@Strata.syncer_flush]
 *
 * Returns: (transfer full): a syncer that watches no file yet
 */
StrataSyncer *
strata_syncer_new (StrataDisk *disk,
                   GTimeSpan   delay)
{
  StrataSyncer *syncer;

  g_return_val_if_fail (STRATA_IS_DISK (disk), NULL);

  syncer = g_new0 (StrataSyncer, 1);
  g_atomic_ref_count_init (&syncer->ref_count);
  syncer->disk = g_object_ref (disk);
  syncer->delay = delay;
  syncer->handle = -1;
  g_mutex_init (&syncer->mutex);
  g_cond_init (&syncer->changed);
  return syncer;
}

/**
 * strata_syncer_ref:
 * @syncer: a syncer
 *
 * Returns: (transfer full): @syncer, with one reference more
 */
StrataSyncer *
strata_syncer_ref (StrataSyncer *syncer)
{
  g_return_val_if_fail (syncer != NULL, NULL);

  g_atomic_ref_count_inc (&syncer->ref_count);
  return syncer;
}

/**
 * strata_syncer_unref:
 * @syncer: (transfer full): a syncer
 *
 * With the last reference waits for a sync that is under way; begins none.
 */
void
strata_syncer_unref (StrataSyncer *syncer)
{
  g_return_if_fail (syncer != NULL);

  if (!g_atomic_ref_count_dec (&syncer->ref_count))
    return;
  g_mutex_lock (&syncer->mutex);
  syncer->is_over = TRUE;
  g_cond_broadcast (&syncer->changed);
  g_mutex_unlock (&syncer->mutex);
  g_clear_pointer (&syncer->thread, g_thread_join);

  g_mutex_clear (&syncer->mutex);
  g_cond_clear (&syncer->changed);
  g_free (syncer->folder);
  g_object_unref (syncer->disk);
  g_free (syncer);
}

/**
 * strata_syncer_watch:
 * @syncer: a syncer
 * @handle: the open file to sync from now on; −1: none
 * @folder: (nullable) (type filename): a folder whose names are not safe yet
 *
 * Waits for a sync that is under way: the handle before may be closed then.
 */
void
strata_syncer_watch (StrataSyncer *syncer,
                     int           handle,
                     const char   *folder)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (syncer != NULL);

  locker = g_mutex_locker_new (&syncer->mutex);
  wait_until_idle (syncer);
  syncer->handle = handle;
  syncer->due = 0;
  syncer->has_failed = FALSE;
  g_set_str (&syncer->folder, folder);
}

/**
 * strata_syncer_touch:
 * @syncer: a syncer
 *
 * Something was written, or a name has changed.
 */
void
strata_syncer_touch (StrataSyncer *syncer)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (syncer != NULL);

  locker = g_mutex_locker_new (&syncer->mutex);
  if (syncer->delay == 0 || syncer->due != 0)
    return;
  syncer->due = g_get_monotonic_time () + syncer->delay;
  if (syncer->thread == NULL)
    syncer->thread = g_thread_new ("strata-syncer", run, syncer);
  g_cond_broadcast (&syncer->changed);
}

/**
 * strata_syncer_flush:
 * @syncer: a syncer
 * @error: return location for an error
 *
 * Syncs at once.
 *
 * Returns: whether all that was written is safe
 */
gboolean
strata_syncer_flush (StrataSyncer  *syncer,
                     GError       **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (syncer != NULL, FALSE);

  locker = g_mutex_locker_new (&syncer->mutex);
  wait_until_idle (syncer);
  return sync_now (syncer, error);
}

/**
 * strata_syncer_has_failed:
 * @syncer: a syncer
 *
 * After a sync has failed the next one may well succeed without having
 * written what the first one should have: only another file helps.
 *
 * Returns: whether what is in the file may not be safe
 */
gboolean
strata_syncer_has_failed (StrataSyncer *syncer)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (syncer != NULL, FALSE);

  locker = g_mutex_locker_new (&syncer->mutex);
  return syncer->has_failed;
}
