/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The disk that is really there.
 */

#define G_LOG_DOMAIN "strata-storage"

/* For renameat2(), which alone renames without ever replacing. */
#define _GNU_SOURCE

#include "config.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "strata-disk-steps.h"
#include "strata-local-disk.h"

#define MODE_BITS  07777
#define GROUP_BITS 00070
#define OTHER_BITS 00007

#define FOLDER_MODE 0700

struct _StrataLocalDisk
{
  GObject parent_instance;
};

static void disk_iface_init (StrataDiskInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StrataLocalDisk, strata_local_disk, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (STRATA_TYPE_DISK, disk_iface_init))

/* What errno says, as an error; success as it is. */
static gboolean
check (gboolean   success,
       GError   **error)
{
  int number = errno;
  int code;

  if (success)
    return TRUE;
  code = number == EDQUOT ? G_IO_ERROR_NO_SPACE : (int) g_io_error_from_errno (number);
  g_set_error_literal (error, G_IO_ERROR, code, g_strerror (number));
  return FALSE;
}

static gint64
get_nanoseconds (const struct timespec *time)
{
  return (gint64) time->tv_sec * G_GINT64_CONSTANT (1000000000) + time->tv_nsec;
}

/* Owner or group may be such that this person cannot give the file to them:
 * then it is theirs, and what the former group might do another may not. */
static mode_t
copy_owner (int                handle,
            const struct stat *former)
{
  mode_t mode = former->st_mode & MODE_BITS;

  if (fchown (handle, former->st_uid, former->st_gid) == 0
      || fchown (handle, -1, former->st_gid) == 0)
    return mode;
  g_debug ("The owner of a saved file could not be kept: %s", g_strerror (errno));
  return (mode & ~GROUP_BITS) | ((mode & OTHER_BITS) << 3);
}

/* Access lists are among them. Many a file system, and the document portal,
 * keeps some of them or none: that is no error. */
static void
copy_extended_attribute (int         handle,
                         const char *from,
                         const char *name)
{
  gssize size = getxattr (from, name, NULL, 0);
  g_autofree char *value = NULL;

  if (size < 0)
    return;
  value = g_malloc (size + 1);
  size = getxattr (from, name, value, size);
  if (size >= 0 && fsetxattr (handle, name, value, size, 0) != 0)
    g_debug ("Attribute %s of a saved file could not be kept: %s", name, g_strerror (errno));
}

static void
copy_extended_attributes (int         handle,
                          const char *from)
{
  gssize size = listxattr (from, NULL, 0);
  g_autofree char *names = NULL;

  if (size <= 0)
    return;
  names = g_malloc (size);
  size = listxattr (from, names, size);
  for (const char *name = names; name < names + size; name += strlen (name) + 1)
    copy_extended_attribute (handle, from, name);
}

/* Where the file system cannot rename without replacing: a second name may
 * do; where it knows no second names, a look before. */
static gboolean
rename_by_hand (const char *from,
                const char *to)
{
  struct stat info;

  if (link (from, to) == 0)
    return g_unlink (from) == 0;
  if (errno == EEXIST)
    return FALSE;
  if (lstat (to, &info) != 0)
    return g_rename (from, to) == 0;
  errno = EEXIST;
  return FALSE;
}

static char *
strata_local_disk_resolve (StrataDisk  *disk,
                           const char  *path,
                           GError     **error)
{
  char *resolved = realpath (path, NULL);
  struct stat info;

  if (resolved != NULL)
    return resolved;
  if (errno == ENOENT && lstat (path, &info) != 0)
    return g_strdup (path);
  check (FALSE, error);
  return NULL;
}

static gboolean
strata_local_disk_look (StrataDisk      *disk,
                        const char      *path,
                        StrataDiskInfo  *info,
                        GError         **error)
{
  struct stat found;

  if (!check (stat (path, &found) == 0, error))
    return FALSE;
  info->kind = S_ISREG (found.st_mode)   ? STRATA_DISK_KIND_FILE
               : S_ISDIR (found.st_mode) ? STRATA_DISK_KIND_FOLDER
                                         : STRATA_DISK_KIND_OTHER;
  info->writable = access (path, W_OK) == 0;
  info->size = found.st_size;
  info->time = get_nanoseconds (&found.st_mtim);
  info->id = found.st_ino;
  return TRUE;
}

static GStrv
strata_local_disk_list (StrataDisk  *disk,
                        const char  *path,
                        GError     **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  DIR *folder = opendir (path);
  const struct dirent *entry;

  if (!check (folder != NULL, error))
    return NULL;
  while ((entry = readdir (folder)) != NULL)
    if (!g_str_equal (entry->d_name, ".") && !g_str_equal (entry->d_name, ".."))
      g_strv_builder_add (names, entry->d_name);
  closedir (folder);
  return g_strv_builder_end (names);
}

static gboolean
strata_local_disk_make_folder (StrataDisk  *disk,
                               const char  *path,
                               GError     **error)
{
  return check (g_mkdir (path, FOLDER_MODE) == 0, error);
}

static int
strata_local_disk_open (StrataDisk      *disk,
                        const char      *path,
                        StrataDiskMode   mode,
                        GError         **error)
{
  static const struct
  {
    int    flags;
    mode_t permissions;
  } modes[] = {
    [STRATA_DISK_OPEN_READ] = { O_RDONLY, 0 },
    [STRATA_DISK_OPEN_APPEND] = { O_RDWR | O_APPEND, 0 },
    [STRATA_DISK_OPEN_NEW] = { O_RDWR | O_APPEND | O_CREAT | O_EXCL, 0666 },
    [STRATA_DISK_OPEN_PRIVATE] = { O_RDWR | O_APPEND | O_CREAT | O_EXCL, 0600 },
  };
  int handle = g_open (path, modes[mode].flags | O_CLOEXEC, modes[mode].permissions);

  check (handle >= 0, error);
  return handle;
}

static gssize
strata_local_disk_read (StrataDisk  *disk,
                        int          handle,
                        void        *buffer,
                        gsize        size,
                        GError     **error)
{
  gssize n_read;

  do
    n_read = read (handle, buffer, size);
  while (n_read < 0 && errno == EINTR);
  check (n_read >= 0, error);
  return n_read;
}

static gboolean
strata_local_disk_write (StrataDisk  *disk,
                         int          handle,
                         const void  *data,
                         gsize        size,
                         GError     **error)
{
  const guint8 *next = data;

  while (size > 0)
    {
      gssize written = write (handle, next, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (!check (written >= 0, error))
        return FALSE;
      next += written;
      size -= written;
    }
  return TRUE;
}

static gboolean
strata_local_disk_truncate (StrataDisk  *disk,
                            int          handle,
                            guint64      size,
                            GError     **error)
{
  return check (ftruncate (handle, size) == 0, error);
}

static gboolean
strata_local_disk_lock (StrataDisk  *disk,
                        int          handle,
                        GError     **error)
{
  int code;

  if (flock (handle, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  code = errno == EWOULDBLOCK ? G_IO_ERROR_BUSY : G_IO_ERROR_NOT_SUPPORTED;
  g_set_error_literal (error, G_IO_ERROR, code, g_strerror (errno));
  return FALSE;
}

/* Where the mode can't be set, the file stays as private as it was made. */
static gboolean
strata_local_disk_copy_attributes (StrataDisk  *disk,
                                   int          handle,
                                   const char  *from,
                                   GError     **error)
{
  struct stat former;

  if (!check (stat (from, &former) == 0, error))
    return FALSE;
  if (fchmod (handle, copy_owner (handle, &former)) != 0)
    g_debug ("The mode of a saved file could not be kept: %s", g_strerror (errno));
  copy_extended_attributes (handle, from);
  return TRUE;
}

static gboolean
strata_local_disk_sync (StrataDisk  *disk,
                        int          handle,
                        GError     **error)
{
  return check (fsync (handle) == 0, error);
}

static gboolean
strata_local_disk_close (StrataDisk  *disk,
                         int          handle,
                         GError     **error)
{
  return check (close (handle) == 0 || errno == EINTR, error);
}

static gboolean
strata_local_disk_rename (StrataDisk  *disk,
                          const char  *from,
                          const char  *to,
                          gboolean     replace,
                          GError     **error)
{
  if (replace)
    return check (g_rename (from, to) == 0, error);
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  return check ((errno == EINVAL || errno == ENOSYS) && rename_by_hand (from, to), error);
}

static gboolean
strata_local_disk_remove (StrataDisk  *disk,
                          const char  *path,
                          GError     **error)
{
  return check (g_unlink (path) == 0, error);
}

/* A folder may be such that it can't be opened, or not be synced, the
 * document portal's among them: nothing can be done about that. */
static gboolean
strata_local_disk_sync_folder (StrataDisk  *disk,
                               const char  *path,
                               GError     **error)
{
  int folder = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean success;
  int number;

  if (folder < 0)
    return TRUE;
  success = fsync (folder) == 0 || (errno != EIO && errno != ENOSPC && errno != EDQUOT);
  number = errno;
  close (folder);
  errno = number;
  return check (success, error);
}

static void
disk_iface_init (StrataDiskInterface *iface)
{
  iface->resolve = strata_local_disk_resolve;
  iface->look = strata_local_disk_look;
  iface->list = strata_local_disk_list;
  iface->make_folder = strata_local_disk_make_folder;
  iface->open = strata_local_disk_open;
  iface->read = strata_local_disk_read;
  iface->write = strata_local_disk_write;
  iface->truncate = strata_local_disk_truncate;
  iface->lock = strata_local_disk_lock;
  iface->copy_attributes = strata_local_disk_copy_attributes;
  iface->sync = strata_local_disk_sync;
  iface->close = strata_local_disk_close;
  iface->rename = strata_local_disk_rename;
  iface->remove = strata_local_disk_remove;
  iface->sync_folder = strata_local_disk_sync_folder;
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
