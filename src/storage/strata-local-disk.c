/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The disk that is really there.
 *
 * A file is written beside its place and renamed into it: that is atomic,
 * keeps the mode, and works through the document portal, where replacing in
 * place does neither.
 */

#define G_LOG_DOMAIN "strata-storage"

/* For renameat2(), which alone renames without ever replacing. */
#define _GNU_SOURCE

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "strata-local-disk.h"

#define MODE_BITS 07777

struct _StrataLocalDisk
{
  GObject parent_instance;
};

static void disk_iface_init (StrataDiskInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StrataLocalDisk, strata_local_disk, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (STRATA_TYPE_DISK, disk_iface_init))

static void
set_system_error (GError     **error,
                  int          number,
                  const char  *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number),
               _("“%s” could not be written: %s"), name, g_strerror (number));
}

/* The path behind all symbolic links; the path itself where there is nothing
 * yet. A link that leads nowhere is refused: it is no place for a plan. */
static char *
resolve_path (GFile   *file,
              GError **error)
{
  const char *path = g_file_peek_path (file);
  char *resolved;
  struct stat info;

  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _("“%s” is not on a disk of this computer"), uri);
      return NULL;
    }
  resolved = realpath (path, NULL);
  if (resolved != NULL)
    return resolved;
  if (errno == ENOENT && lstat (path, &info) != 0)
    return g_strdup (path);
  set_system_error (error, errno, path);
  return NULL;
}

/* Whether there is something at path already. What a rename would silently
 * turn into a plain file of ours is refused. */
static gboolean
inspect (const char   *path,
         struct stat  *info,
         gboolean     *exists,
         GError      **error)
{
  *exists = stat (path, info) == 0;
  if (!*exists)
    return TRUE;
  if (!S_ISREG (info->st_mode))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("“%s” is not a plain file"), name);
      return FALSE;
    }
  if (access (path, W_OK) == 0)
    return TRUE;
  set_system_error (error, errno, path);
  return FALSE;
}

/* A fresh file beside path. In place of an old file it opens up to others
 * only as that one had; a new file is as the person's umask says. */
static int
open_temporary (const char         *path,
                const struct stat  *former,
                char              **temporary,
                GError            **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  *temporary = g_build_filename (folder, ".strata-XXXXXX", NULL);
  fd = g_mkstemp_full (*temporary, O_RDWR | O_CLOEXEC, former != NULL ? 0600 : 0666);
  if (fd < 0)
    {
      set_system_error (error, errno, path);
      g_clear_pointer (temporary, g_free);
    }
  return fd;
}

/* Owner or group may be such that this person cannot give the file to them:
 * then it is theirs. */
static gboolean
copy_mode (int                fd,
           const struct stat *former)
{
  if (former == NULL)
    return TRUE;
  if (fchown (fd, former->st_uid, former->st_gid) != 0 && fchown (fd, -1, former->st_gid) != 0)
    g_debug ("The owner of a saved file could not be kept: %s", g_strerror (errno));
  return fchmod (fd, former->st_mode & MODE_BITS) == 0;
}

static gboolean
write_all (int     fd,
           GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      gssize written = write (fd, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      data += written;
      size -= written;
    }
  return TRUE;
}

/* Makes sure that the rename is on the disk too. Some places, the document
 * portal among them, cannot say, and nothing can be done about that. */
static void
flush_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* Writes the temporary file to the end, closes it in any case. */
static gboolean
fill_temporary (int                 fd,
                const struct stat  *former,
                GBytes             *bytes,
                const char         *path,
                GError            **error)
{
  gboolean success = copy_mode (fd, former) && write_all (fd, bytes) && fsync (fd) == 0;
  int number = errno;

  if (close (fd) != 0 && success)
    {
      success = FALSE;
      number = errno;
    }
  if (!success)
    set_system_error (error, number, path);
  return success;
}

static gboolean
put_in_place (const char *temporary,
              const char *path,
              gboolean    replace)
{
  if (replace)
    return g_rename (temporary, path) == 0;
  return renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0;
}

static gboolean
write_beside (const char          *path,
              const struct stat   *former,
              gboolean             replace,
              GBytes              *bytes,
              GCancellable        *cancellable,
              GError             **error)
{
  g_autofree char *temporary = NULL;
  gboolean success = FALSE;
  int fd = open_temporary (path, former, &temporary, error);

  if (fd < 0)
    return FALSE;
  if (fill_temporary (fd, former, bytes, path, error)
      && !g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      success = put_in_place (temporary, path, replace);
      if (!success)
        set_system_error (error, errno, path);
    }
  if (success)
    flush_folder (path);
  else
    g_unlink (temporary);
  return success;
}

static GBytes *
strata_local_disk_read (StrataDisk    *disk,
                        GFile         *file,
                        gsize          limit,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree char *name = NULL;
  GBytes *bytes;

  if (stream == NULL)
    return NULL;
  bytes = strata_disk_read_stream (G_INPUT_STREAM (stream), limit, cancellable, error);
  if (bytes == NULL)
    {
      name = strata_disk_describe (file);
      g_prefix_error (error, "%s: ", name);
    }
  return bytes;
}

static gboolean
strata_local_disk_replace (StrataDisk    *disk,
                           GFile         *file,
                           GBytes        *bytes,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autofree char *path = resolve_path (file, error);
  struct stat former;
  gboolean exists;

  if (path == NULL || !inspect (path, &former, &exists, error))
    return FALSE;
  return write_beside (path, exists ? &former : NULL, TRUE, bytes, cancellable, error);
}

static gboolean
strata_local_disk_create (StrataDisk    *disk,
                          GFile         *file,
                          GBytes        *bytes,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autofree char *path = resolve_path (file, error);

  return path != NULL && write_beside (path, NULL, FALSE, bytes, cancellable, error);
}

static void
disk_iface_init (StrataDiskInterface *iface)
{
  iface->read = strata_local_disk_read;
  iface->replace = strata_local_disk_replace;
  iface->create = strata_local_disk_create;
}

static void
strata_local_disk_class_init (StrataLocalDiskClass *klass)
{
}

static void
strata_local_disk_init (StrataLocalDisk *self)
{
}

/**
 * strata_local_disk_new:
 *
 * Returns: (transfer full): the disk of this computer
 */
StrataDisk *
strata_local_disk_new (void)
{
  return g_object_new (STRATA_TYPE_LOCAL_DISK, NULL);
}
