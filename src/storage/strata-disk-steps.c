/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a disk can do, step by step.
 *
 * What each step promises stands with #StrataDiskInterface.
 */

#define G_LOG_DOMAIN "strata-storage"

#include "config.h"

#include "strata-disk-steps.h"

G_DEFINE_INTERFACE (StrataDisk, strata_disk, G_TYPE_OBJECT)

static void
strata_disk_default_init (StrataDiskInterface *iface)
{
}

/**
 * strata_disk_resolve:
 * @disk: a disk
 * @path: (type filename): a path
 * @error: return location for an error
 *
 * Returns: (transfer full) (type filename): the path behind all links
 */
char *
strata_disk_resolve (StrataDisk  *disk,
                     const char  *path,
                     GError     **error)
{
  g_return_val_if_fail (STRATA_IS_DISK (disk), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  return STRATA_DISK_GET_IFACE (disk)->resolve (disk, path, error);
}

/**
 * strata_disk_look:
 * @disk: a disk
 * @path: (type filename): a path
 * @info: (out): what is there
 * @error: return location for an error
 *
 * Returns: whether there is anything that could be seen
 */
gboolean
strata_disk_look (StrataDisk      *disk,
                  const char      *path,
                  StrataDiskInfo  *info,
                  GError         **error)
{
  g_return_val_if_fail (STRATA_IS_DISK (disk), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (info != NULL, FALSE);

  return STRATA_DISK_GET_IFACE (disk)->look (disk, path, info, error);
}

/**
 * strata_disk_list:
 * @disk: a disk
 * @path: (type filename): a folder
 * @error: return location for an error
 *
 * Returns: (transfer full): the names in it, in any order
 */
GStrv
strata_disk_list (StrataDisk  *disk,
                  const char  *path,
                  GError     **error)
{
  g_return_val_if_fail (STRATA_IS_DISK (disk), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  return STRATA_DISK_GET_IFACE (disk)->list (disk, path, error);
}

/**
 * strata_disk_make_folder:
 * @disk: a disk
 * @path: (type filename): a folder that is not there yet
 * @error: return location for an error
 *
 * Returns: whether it was made
 */
gboolean
strata_disk_make_folder (StrataDisk  *disk,
                         const char  *path,
                         GError     **error)
{
  g_return_val_if_fail (STRATA_IS_DISK (disk), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return STRATA_DISK_GET_IFACE (disk)->make_folder (disk, path, error);
}

/**
 * strata_disk_open:
 * @disk: a disk
 * @path: (type filename): a file
 * @mode: what for
 * @error: return location for an error
 *
 * Returns: a handle, to be given to [func@Strata.disk_close]; −1 on error
 */
int
strata_disk_open (StrataDisk      *disk,
                  const char      *path,
                  StrataDiskMode   mode,
                  GError         **error)
{
  g_return_val_if_fail (STRATA_IS_DISK (disk), -1);
  g_return_val_if_fail (path != NULL, -1);

  return STRATA_DISK_GET_IFACE (disk)->open (disk, path, mode, error);
}

/**
 * strata_disk_read_some:
 * @disk: a disk
 * @handle: an open file
 * @buffer: where the bytes go
 * @size: how many at most
 * @error: return location for an error
 *
 * Returns: how many were read, 0 at the file's end; −1 on error
 */
gssize
strata_disk_read_some (StrataDisk  *disk,
                       int          handle,
                       void        *buffer,
                       gsize        size,
                       GError     **error)
{
  g_return_val_if_fail (STRATA_IS_DISK (disk), -1);
  g_return_val_if_fail (handle >= 0, -1);
  g_return_val_if_fail (buffer != NULL, -1);

  return STRATA_DISK_GET_IFACE (disk)->read (disk, handle, buffer, size, error);
}

/**
 * strata_disk_write:
 * @disk: a disk
 * @handle: an open file
 * @data: bytes for its end
 * @size: how many
 * @error: return location for an error
 *
 * Returns: whether all were written; if not, some may have been
 */
gboolean
strata_disk_write (StrataDisk  *disk,
                   int          handle,
                   const void  *data,
                   gsize        size,
                   GError     **error)
{
  g_return_val_if_fail (STRATA_IS_DISK (disk), FALSE);
  g_return_val_if_fail (handle >= 0, FALSE);
  g_return_val_if_fail (data != NULL || size == 0, FALSE);

  return STRATA_DISK_GET_IFACE (disk)->write (disk, handle, data, size, error);
}

/**
 * strata_disk_truncate:
 * @disk: a disk
 * @handle: an open file
 * @size: its length from now on, in bytes
 * @error: return location for an error
 *
 * Returns: whether it has that length
 */
gboolean
strata_disk_truncate (StrataDisk  *disk,
                      int          handle,
                      guint64      size,
                      GError     **error)
{
  g_return_val_if_fail (STRATA_IS_DISK (disk), FALSE);
  g_return_val_if_fail (handle >= 0, FALSE);

  return STRATA_DISK_GET_IFACE (disk)->truncate (disk, handle, size, error);
}

/**
 * strata_disk_lock:
 * @disk: a disk
 * @handle: an open file
 * @error: return location for an error: %G_IO_ERROR_BUSY where somebody else
 *   has it, %G_IO_ERROR_NOT_SUPPORTED where nobody can
 *
 * Returns: whether the file belongs to this handle until it is closed
 */
gboolean
strata_disk_lock (StrataDisk  *disk,
                  int          handle,
                  GError     **error)
{
  g_return_val_if_fail (STRATA_IS_DISK (disk), FALSE);
  g_return_val_if_fail (handle >= 0, FALSE);

  return STRATA_DISK_GET_IFACE (disk)->lock (disk, handle, error);
}

/**
 * strata_disk_copy_attributes:
 * @disk: a disk
 * @handle: an open file
 * @from: (type filename): the file that it is to be like
 * @error: return location for an error
 *
 * Returns: whether it opens up to others no further than @from does
 */
gboolean
strata_disk_copy_attributes (StrataDisk  *disk,
                             int          handle,
                             const char  *from,
                             GError     **error)
{
  g_return_val_if_fail (STRATA_IS_DISK (disk), FALSE);
  g_return_val_if_fail (handle >= 0, FALSE);
  g_return_val_if_fail (from != NULL, FALSE);

  return STRATA_DISK_GET_IFACE (disk)->copy_attributes (disk, handle, from, error);
}

/**
 * strata_disk_sync:
 * @disk: a disk
 * @handle: an open file
 * @error: return location for an error
 *
 * Returns: whether all that was written is safe
 */
gboolean
strata_disk_sync (StrataDisk  *disk,
                  int          handle,
                  GError     **error)
{
  g_return_val_if_fail (STRATA_IS_DISK (disk), FALSE);
  g_return_val_if_fail (handle >= 0, FALSE);

  return STRATA_DISK_GET_IFACE (disk)->sync (disk, handle, error);
}

/**
 * strata_disk_close:
 * @disk: a disk
 * @handle: an open file, which is none afterwards
 * @error: return location for an error
 *
 * Returns: whether nothing that was written had got lost
 */
gboolean
strata_disk_close (StrataDisk  *disk,
                   int          handle,
                   GError     **error)
{
  g_return_val_if_fail (STRATA_IS_DISK (disk), FALSE);
  g_return_val_if_fail (handle >= 0, FALSE);

  return STRATA_DISK_GET_IFACE (disk)->close (disk, handle, error);
}

/**
 * strata_disk_rename:
 * @disk: a disk
 * @from: (type filename): a file
 * @to: (type filename): its new path, in the same folder
 * @replace: whether a file that is there gives way
 * @error: return location for an error
 *
 * Returns: whether the file has its new name
 */
gboolean
strata_disk_rename (StrataDisk  *disk,
                    const char  *from,
                    const char  *to,
                    gboolean     replace,
                    GError     **error)
{
  g_return_val_if_fail (STRATA_IS_DISK (disk), FALSE);
  g_return_val_if_fail (from != NULL, FALSE);
  g_return_val_if_fail (to != NULL, FALSE);

  return STRATA_DISK_GET_IFACE (disk)->rename (disk, from, to, replace, error);
}

/**
 * strata_disk_remove:
 * @disk: a disk
 * @path: (type filename): a file
 * @error: return location for an error
 *
 * Returns: whether it was removed
 */
gboolean
strata_disk_remove (StrataDisk  *disk,
                    const char  *path,
                    GError     **error)
{
  g_return_val_if_fail (STRATA_IS_DISK (disk), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return STRATA_DISK_GET_IFACE (disk)->remove (disk, path, error);
}

/**
 * strata_disk_sync_folder:
 * @disk: a disk
 * @path: (type filename): a folder
 * @error: return location for an error
 *
 * Returns: whether the names in it are as safe as the file system makes them
 */
gboolean
strata_disk_sync_folder (StrataDisk  *disk,
                         const char  *path,
                         GError     **error)
{
  g_return_val_if_fail (STRATA_IS_DISK (disk), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return STRATA_DISK_GET_IFACE (disk)->sync_folder (disk, path, error);
}
