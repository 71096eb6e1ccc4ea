/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What plans were: dated copies that nobody has to make.
 *
 * All are in one folder. A name says when a copy was made, of which plan, and
 * why: nothing else has to be kept in step with the files.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-snapshots.h"

#include "storage/strata-disk-steps.h"
#include "storage/strata-plan-file.h"

#define SUFFIX     ".strata.json"
#define KEY_LENGTH 16
#define NO_FILE    "0000000000000000"

static const char *const kinds[] = {
  [STRATA_SNAPSHOT_SAVED] = "saved",
  [STRATA_SNAPSHOT_DISCARDED] = "discarded",
};

/* The same for the same file, and fit for a name. */
static char *
make_key (GFile *file)
{
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;
  g_autofree char *hash = uri != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1) : g_strdup (NO_FILE);

  return g_strndup (hash, KEY_LENGTH);
}

static char *
make_name (gint64              time,
           const char         *key,
           StrataSnapshotKind  kind)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "-%s-%s" SUFFIX, time, key, kinds[kind]);
}

/* What a name says; NULL where it is none of ours. */
static StrataSnapshot *
parse_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "-", 3);
  gint64 time = g_ascii_strtoll (name, NULL, 10);

  if (g_strv_length (parts) != 3)
    return NULL;
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      g_autofree char *expected = make_name (time, parts[1], kind);

      if (g_str_equal (name, expected))
        {
          StrataSnapshot *snapshot = g_new0 (StrataSnapshot, 1);

          snapshot->key = g_strdup (parts[1]);
          snapshot->kind = kind;
          snapshot->time = time;
          return snapshot;
        }
    }
  return NULL;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const StrataSnapshot *first = a, *second = b;

  return (first->time < second->time) - (first->time > second->time);
}

/* Those with a key, or with any, the newest first. */
static GPtrArray *
find (StrataDisk *disk,
      const char *folder,
      const char *key)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_snapshot_free);
  g_auto (GStrv) names = strata_disk_list (disk, folder, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (StrataSnapshot) snapshot = parse_name (names[i]);
      StrataDiskInfo info;

      if (snapshot == NULL || (key != NULL && !g_str_equal (snapshot->key, key)))
        continue;
      snapshot->path = g_build_filename (folder, names[i], NULL);
      if (!strata_disk_look (disk, snapshot->path, &info, NULL))
        continue;
      snapshot->size = info.size;
      g_ptr_array_add (found, g_steal_pointer (&snapshot));
    }
  g_ptr_array_sort_values (found, compare_times);
  return found;
}

/* What came after a snapshot, of the same plan. */
typedef struct
{
  guint  n_newer;
  gint64 time; /* of the next */
} Newer;

static gboolean
is_kept (const StrataSnapshot *snapshot,
         const Newer          *newer,
         gint64                now)
{
  gint64 age = now - snapshot->time;

  if (age > STRATA_SNAPSHOTS_DAYS * G_TIME_SPAN_DAY)
    return FALSE;
  if (snapshot->kind == STRATA_SNAPSHOT_DISCARDED || newer->n_newer == 0)
    return TRUE;
  if (age <= G_TIME_SPAN_DAY)
    return newer->n_newer < STRATA_SNAPSHOTS_MOST_A_DAY;
  return newer->time / G_TIME_SPAN_DAY != snapshot->time / G_TIME_SPAN_DAY;
}

/* Keeps to the budget. The newest of all stays, however large. */
static void
prune (StrataDisk *disk,
       const char *folder,
       gint64      now)
{
  g_autoptr (GPtrArray) all = find (disk, folder, NULL);
  g_autoptr (GHashTable) newer = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  guint64 n_bytes = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const StrataSnapshot *snapshot = g_ptr_array_index (all, i);
      Newer *of_plan = g_hash_table_lookup (newer, snapshot->key);

      if (of_plan == NULL)
        {
          of_plan = g_new0 (Newer, 1);
          g_hash_table_insert (newer, snapshot->key, of_plan);
        }
      n_bytes += snapshot->size;
      if (!is_kept (snapshot, of_plan, now) || (i > 0 && n_bytes > STRATA_SNAPSHOTS_BYTES))
        {
          n_bytes -= snapshot->size;
          strata_disk_remove (disk, snapshot->path, NULL);
          continue;
        }
      if (snapshot->kind == STRATA_SNAPSHOT_SAVED)
        *of_plan = (Newer) { of_plan->n_newer + 1, snapshot->time };
    }
}

/**
 * strata_snapshots_add:
 * @disk: where snapshots are
 * @folder: (type filename): their folder; made when it is needed
 * @file: (nullable): the plan's file
 * @kind: why
 * @bytes: the plan's text
 * @time: when, in microseconds since 1970
 * @error: return location for an error
 *
 * Keeps a copy of a plan, and lets go of what is too much.
 *
 * Returns: whether it is kept
 */
gboolean
strata_snapshots_add (StrataDisk          *disk,
                      const char          *folder,
                      GFile               *file,
                      StrataSnapshotKind   kind,
                      GBytes              *bytes,
                      gint64               time,
                      GError             **error)
{
  g_autofree char *key = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) place = NULL;

  g_return_val_if_fail (STRATA_IS_DISK (disk), FALSE);
  g_return_val_if_fail (folder != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  key = make_key (file);
  name = make_name (time, key, kind);
  path = g_build_filename (folder, name, NULL);
  place = g_file_new_for_path (path);
  if (!strata_disk_ensure_folder (disk, folder, error) || !strata_disk_create (disk, place, bytes, NULL, error))
    return FALSE;
  prune (disk, folder, time);
  return TRUE;
}

/**
 * strata_snapshots_list:
 * @disk: where snapshots are
 * @folder: (type filename): their folder
 * @file: (nullable): a plan's file; %NULL: of all that had none
 *
 * Returns: (transfer full) (element-type StrataSnapshot): the plan's copies,
 *   the newest first
 */
GPtrArray *
strata_snapshots_list (StrataDisk *disk,
                       const char *folder,
                       GFile      *file)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (STRATA_IS_DISK (disk), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  key = make_key (file);
  return find (disk, folder, key);
}

/**
 * strata_snapshot_read:
 * @snapshot: a copy
 * @disk: where it is
 * @error: return location for a [error@Strata.PlanError] or [error@Gio.IOErrorEnum]
 *
 * Reads a copy: [func@Strata.diff] compares it with another plan, and the
 * edit of [func@Strata.diff_to_edit] goes back to it, as a step that can be
 * undone.
 *
 * Returns: (transfer full): the plan as it was
 */
StrataPlan *
strata_snapshot_read (const StrataSnapshot  *snapshot,
                      StrataDisk            *disk,
                      GError               **error)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (snapshot != NULL, NULL);
  g_return_val_if_fail (STRATA_IS_DISK (disk), NULL);

  file = g_file_new_for_path (snapshot->path);
  return strata_plan_file_load (disk, file, NULL, error);
}

/**
 * strata_snapshot_free:
 * @snapshot: (transfer full): a copy
 *
 * The file stays.
 */
void
strata_snapshot_free (StrataSnapshot *snapshot)
{
  g_return_if_fail (snapshot != NULL);

  g_free (snapshot->path);
  g_free (snapshot->key);
  g_free (snapshot);
}
