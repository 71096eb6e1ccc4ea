/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing whole files so that nothing is lost, whatever happens.
 *
 * A file is written beside its place, synced, and renamed into it; then the
 * folder is synced. That is atomic, keeps the mode, and works through the
 * document portal, where replacing in place does neither.
 */

#define G_LOG_DOMAIN "strata-storage"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "strata-disk-steps.h"

/* What the names of temporary files begin with; eight digits follow. */
#define TEMPORARY_PREFIX ".strata-"

/* So many random names can't all be taken. */
#define N_ATTEMPTS 32

/* What is written where. */
typedef struct
{
  StrataDisk   *disk;
  GFile        *file;
  GBytes       *bytes;
  const char   *former_hash; /* NULL: whatever was there may go */
  GCancellable *cancellable;

  char         *path;      /* behind all links */
  char         *temporary; /* beside it; or NULL */
  gboolean      exists;    /* something is there to be replaced */
} Job;

static void
job_clear (Job *job)
{
  g_free (job->path);
  g_free (job->temporary);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

/* What a cause means to somebody who wants to keep a plan. */
static char *
explain (const GError *problem,
         const char   *name)
{
  switch (problem->code)
    {
    case G_IO_ERROR_NO_SPACE:
      return g_strdup_printf (_("“%s” could not be written: the disk is full. Make room there, or save in another place."), name);
    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
      return g_strdup_printf (_("“%s” may not be written there. Save in another place."), name);
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
      return g_strdup_printf (_("“%s” could not be written: its folder is not there. Save in another place."), name);
    case G_IO_ERROR_EXISTS:
      return g_strdup_printf (_("“%s” exists already. Choose another name."), name);
    case G_IO_ERROR_NOT_REGULAR_FILE:
      return g_strdup_printf (_("“%s” is not a plain file. Save in another place."), name);
    case G_IO_ERROR_NOT_SUPPORTED:
      return g_strdup_printf (_("“%s” is not on a disk of this computer. Save in another place."), name);
    case G_IO_ERROR_WRONG_ETAG:
      return g_strdup_printf (_("“%s” was changed by another program meanwhile. Save in another place, or open it again."), name);
    default:
      return g_strdup_printf (_("“%s” could not be written: %s. Save in another place."), name, problem->message);
    }
}

static gboolean
fail (const Job  *job,
      GError     *problem,
      GError    **error)
{
  g_autofree char *name = g_file_get_parse_name (job->file);
  g_autofree char *message = NULL;

  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  message = explain (problem, name);
  g_set_error_literal (error, G_IO_ERROR, problem->code, message);
  g_error_free (problem);
  return FALSE;
}

/* Where the file really is, and whether it is one that may be replaced. What
 * a rename would silently turn into a plain file of ours is refused. */
static gboolean
find_place (Job      *job,
            gboolean  replace,
            GError  **error)
{
  g_autoptr (GError) problem = NULL;
  StrataDiskInfo info;

  if (g_file_peek_path (job->file) == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "");
      return FALSE;
    }
  job->path = strata_disk_resolve (job->disk, g_file_peek_path (job->file), error);
  if (job->path == NULL || !replace)
    return job->path != NULL;
  job->exists = strata_disk_look (job->disk, job->path, &info, &problem);
  if (!job->exists && g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  if (!job->exists)
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (info.kind != STRATA_DISK_KIND_FILE)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "");
  else if (!info.writable)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "");
  else
    return TRUE;
  return FALSE;
}

/* A fresh file beside the place. In place of an old file it opens up to others
 * only as that one had; a new file is as the person's umask says. */
static int
open_temporary (Job     *job,
                GError **error)
{
  g_autofree char *folder = g_path_get_dirname (job->path);
  StrataDiskMode mode = job->exists ? STRATA_DISK_OPEN_PRIVATE : STRATA_DISK_OPEN_NEW;
  int handle = -1;

  for (guint i = 0; handle < 0 && i < N_ATTEMPTS; i++)
    {
      g_autoptr (GError) problem = NULL;
      g_autofree char *name = g_strdup_printf (TEMPORARY_PREFIX "%08x", g_random_int ());

      g_free (job->temporary);
      job->temporary = g_build_filename (folder, name, NULL);
      handle = strata_disk_open (job->disk, job->temporary, mode, &problem);
      if (handle < 0 && (i == N_ATTEMPTS - 1 || !g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_EXISTS)))
        {
          g_clear_pointer (&job->temporary, g_free);
          g_propagate_error (error, g_steal_pointer (&problem));
          return -1;
        }
    }
  return handle;
}

static gboolean
fill_temporary (Job     *job,
                int      handle,
                GError **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (job->bytes, &size);

  return (!job->exists || strata_disk_copy_attributes (job->disk, handle, job->path, error))
         && strata_disk_write (job->disk, handle, data, size, error)
         && strata_disk_sync (job->disk, handle, error);
}

/* Looks at what is there for the last time. Where a file is gone, or holds
 * already what is being written, nothing is taken away from anybody. */
static gboolean
is_as_expected (Job     *job,
                GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (job->path);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *hash = NULL;

  if (!job->exists || job->former_hash == NULL)
    return TRUE;
  bytes = strata_disk_read (job->disk, file, STRATA_DISK_READ_LIMIT, job->cancellable, &problem);
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  hash = strata_disk_hash (bytes);
  if (g_str_equal (hash, job->former_hash) || g_bytes_equal (bytes, job->bytes))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, "");
  return FALSE;
}

/* The temporary file stays open, and locked, until it has its name: whoever
 * tidies up can tell by that that somebody is at work. */
static gboolean
write_beside (Job      *job,
              gboolean  replace,
              GError  **error)
{
  g_autofree char *folder = g_path_get_dirname (job->path);
  int handle = open_temporary (job, error);
  gboolean success;

  if (handle < 0)
    return FALSE;
  strata_disk_lock (job->disk, handle, NULL);
  success = fill_temporary (job, handle, error)
            && !g_cancellable_set_error_if_cancelled (job->cancellable, error)
            && is_as_expected (job, error)
            && strata_disk_rename (job->disk, job->temporary, job->path, replace, error);
  if (!success)
    strata_disk_remove (job->disk, job->temporary, NULL);
  return strata_disk_close (job->disk, handle, success ? error : NULL)
         && success
         && strata_disk_sync_folder (job->disk, folder, error);
}

static gboolean
run (Job      *job,
     gboolean  replace,
     GError  **error)
{
  GError *problem = NULL;

  if (find_place (job, replace, &problem) && write_beside (job, replace, &problem))
    return TRUE;
  return fail (job, problem, error);
}

/**
 * strata_disk_replace:
 * @disk: a disk
 * @file: the file to write
 * @bytes: its new contents
 * @former_hash: (nullable): what [func@Strata.disk_hash] said of the contents
 *   that may go
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Puts @bytes in place of a file's contents, or makes the file. Whatever
 * happens, the file has the old contents or the new ones. Its mode stays, and
 * so do owner, access list and other attributes where the file system lets us;
 * of a symbolic link the target is written.
 *
 * Where a file holds something else than what @former_hash was made of,
 * somebody else wrote it: that is refused with %G_IO_ERROR_WRONG_ETAG. One
 * that is gone is made again.
 *
 * Returns: whether the new contents are in place, safe from a power cut
 */
gboolean
strata_disk_replace (StrataDisk    *disk,
                     GFile         *file,
                     GBytes        *bytes,
                     const char    *former_hash,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_auto (Job) job = { disk, file, bytes, former_hash, cancellable };

  g_return_val_if_fail (STRATA_IS_DISK (disk), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  return run (&job, TRUE, error);
}

/**
 * strata_disk_create:
 * @disk: a disk
 * @file: the file to make
 * @bytes: its contents
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Makes a file that is not there yet, whole or not at all; one that is there
 * is refused with %G_IO_ERROR_EXISTS and left alone.
 *
 * Returns: whether the file was made
 */
gboolean
strata_disk_create (StrataDisk    *disk,
                    GFile         *file,
                    GBytes        *bytes,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_auto (Job) job = { disk, file, bytes, NULL, cancellable };

  g_return_val_if_fail (STRATA_IS_DISK (disk), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  return run (&job, FALSE, error);
}

static gboolean
is_temporary (const char *name)
{
  return g_str_has_prefix (name, TEMPORARY_PREFIX)
         && strlen (name) == strlen (TEMPORARY_PREFIX) + 8
         && strspn (name + strlen (TEMPORARY_PREFIX), "0123456789abcdef") == 8;
}

/**
 * strata_disk_tidy:
 * @disk: a disk
 * @file: a file that may have been being written when the program or the
 *   power was gone
 *
 * Removes what that has left beside the file. What somebody is writing just
 * now stays, and so does everything where that can't be told.
 */
void
strata_disk_tidy (StrataDisk *disk,
                  GFile      *file)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_auto (GStrv) names = NULL;

  g_return_if_fail (STRATA_IS_DISK (disk));
  g_return_if_fail (G_IS_FILE (file));

  if (g_file_peek_path (file) != NULL)
    path = strata_disk_resolve (disk, g_file_peek_path (file), NULL);
  folder = path != NULL ? g_path_get_dirname (path) : NULL;
  names = folder != NULL ? strata_disk_list (disk, folder, NULL) : NULL;
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *temporary = g_build_filename (folder, names[i], NULL);

      if (is_temporary (names[i]))
        strata_disk_remove_unused (disk, temporary);
    }
}

/**
 * strata_disk_remove_unused:
 * @disk: a disk
 * @path: (type filename): a file
 *
 * Removes a file unless somebody has locked it, or nobody can.
 */
void
strata_disk_remove_unused (StrataDisk *disk,
                           const char *path)
{
  int handle;

  g_return_if_fail (STRATA_IS_DISK (disk));
  g_return_if_fail (path != NULL);

  handle = strata_disk_open (disk, path, STRATA_DISK_OPEN_APPEND, NULL);
  if (handle < 0)
    return;
  if (strata_disk_lock (disk, handle, NULL))
    strata_disk_remove (disk, path, NULL);
  strata_disk_close (disk, handle, NULL);
}
