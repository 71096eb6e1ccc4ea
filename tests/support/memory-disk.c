/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A disk in memory that fails when told to and knows what a power cut may
 * leave of it.
 */

#define G_LOG_DOMAIN "strata-tests"

#include "config.h"

#include "memory-disk-private.h"

#include <string.h>

static void disk_iface_init (StrataDiskInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MemoryDisk, memory_disk, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (STRATA_TYPE_DISK, disk_iface_init))

static gboolean
set_error (GError **error,
           int      code)
{
  g_set_error (error, G_IO_ERROR, code, "The disk in memory says %d", code);
  return FALSE;
}

/* Counts a call, and says whether it is one that fails. */
static gboolean
begin (MemoryDisk  *self,
       GError     **error)
{
  guint call = self->n_calls++;

  if (call < self->first_failure || call - self->first_failure >= self->n_failures)
    return TRUE;
  return set_error (error, self->failure);
}

static MemoryFile *
find (MemoryDisk  *self,
      const char  *path,
      GError     **error)
{
  MemoryFile *file = g_hash_table_lookup (self->names, path);

  if (file == NULL)
    set_error (error, G_IO_ERROR_NOT_FOUND);
  return file;
}

static gboolean
is_place (MemoryDisk  *self,
          const char  *path,
          GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  MemoryFile *above = find (self, folder, error);

  return above != NULL && (above->is_folder || set_error (error, G_IO_ERROR_NOT_DIRECTORY));
}

static MemoryHandle *
get_handle (MemoryDisk *self,
            int         handle)
{
  MemoryHandle *found = &g_array_index (self->handles, MemoryHandle, handle);

  g_assert (handle >= 0 && (guint) handle < self->handles->len);
  g_assert (found->file != NULL);
  return found;
}

static int
add_handle (MemoryDisk     *self,
            MemoryFile     *file,
            StrataDiskMode  mode)
{
  MemoryHandle handle = { memory_file_ref (file), 0, mode != STRATA_DISK_OPEN_READ };

  g_array_append_val (self->handles, handle);
  return (int) self->handles->len - 1;
}

static void
log_step (MemoryDisk *self,
          StepKind    kind,
          const char *path,
          const char *to,
          MemoryFile *file)
{
  MemoryStep step = { kind, g_strdup (path), g_strdup (to), file != NULL ? memory_file_ref (file) : NULL };

  g_array_append_val (self->log, step);
}

static void
log_write (MemoryDisk *self,
           MemoryFile *file,
           gsize       offset,
           GBytes     *bytes)
{
  MemoryStep step = { STEP_WRITE, NULL, NULL, memory_file_ref (file), offset, g_bytes_ref (bytes) };

  g_array_append_val (self->log, step);
}

static char *
memory_disk_resolve (StrataDisk  *disk,
                     const char  *path,
                     GError     **error)
{
  MemoryDisk *self = MEMORY_DISK (disk);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return begin (self, error) ? g_strdup (path) : NULL;
}

static gboolean
memory_disk_look (StrataDisk      *disk,
                  const char      *path,
                  StrataDiskInfo  *info,
                  GError         **error)
{
  MemoryDisk *self = MEMORY_DISK (disk);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  MemoryFile *file = begin (self, error) ? find (self, path, error) : NULL;

  if (file == NULL)
    return FALSE;
  info->kind = file->is_folder ? STRATA_DISK_KIND_FOLDER : STRATA_DISK_KIND_FILE;
  info->writable = TRUE;
  info->size = file->data->len;
  info->time = file->time;
  info->id = file->id;
  return TRUE;
}

static GStrv
memory_disk_list (StrataDisk  *disk,
                  const char  *path,
                  GError     **error)
{
  MemoryDisk *self = MEMORY_DISK (disk);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GHashTableIter iter;
  const char *name;

  if (!begin (self, error) || find (self, path, error) == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, NULL))
    {
      g_autofree char *folder = g_path_get_dirname (name);

      if (g_str_equal (folder, path) && !g_str_equal (name, path))
        g_strv_builder_take (builder, g_path_get_basename (name));
    }
  return g_strv_builder_end (builder);
}

static gboolean
memory_disk_make_folder (StrataDisk  *disk,
                         const char  *path,
                         GError     **error)
{
  MemoryDisk *self = MEMORY_DISK (disk);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr (MemoryFile) folder = NULL;

  if (!begin (self, error) || !is_place (self, path, error))
    return FALSE;
  if (g_hash_table_contains (self->names, path))
    return set_error (error, G_IO_ERROR_EXISTS);
  folder = memory_file_new (++self->time, TRUE);
  log_step (self, STEP_NAME, path, NULL, folder);
  g_hash_table_insert (self->names, g_strdup (path), g_steal_pointer (&folder));
  return TRUE;
}

static int
memory_disk_open (StrataDisk      *disk,
                  const char      *path,
                  StrataDiskMode   mode,
                  GError         **error)
{
  MemoryDisk *self = MEMORY_DISK (disk);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  gboolean is_new = mode == STRATA_DISK_OPEN_NEW || mode == STRATA_DISK_OPEN_PRIVATE;
  MemoryFile *file = g_hash_table_lookup (self->names, path);

  if (!begin (self, error) || !is_place (self, path, error))
    return -1;
  if ((file != NULL) == is_new)
    {
      set_error (error, is_new ? G_IO_ERROR_EXISTS : G_IO_ERROR_NOT_FOUND);
      return -1;
    }
  if (is_new)
    {
      file = memory_file_new (++self->time, FALSE);
      log_step (self, STEP_NAME, path, NULL, file);
      g_hash_table_insert (self->names, g_strdup (path), file);
    }
  return add_handle (self, file, mode);
}

static gssize
memory_disk_read (StrataDisk  *disk,
                  int          number,
                  void        *buffer,
                  gsize        size,
                  GError     **error)
{
  MemoryDisk *self = MEMORY_DISK (disk);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  MemoryHandle *handle = get_handle (self, number);
  const GByteArray *data = handle->file->data;
  gsize n_read;

  if (!begin (self, error))
    return -1;
  n_read = MIN (size, data->len - MIN (data->len, handle->offset));
  if (n_read > 0)
    memcpy (buffer, data->data + handle->offset, n_read);
  handle->offset += n_read;
  return n_read;
}

static gboolean
memory_disk_write (StrataDisk  *disk,
                   int          number,
                   const void  *data,
                   gsize        size,
                   GError     **error)
{
  MemoryDisk *self = MEMORY_DISK (disk);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  MemoryHandle *handle = get_handle (self, number);
  gboolean success = begin (self, error);
  g_autoptr (GBytes) bytes = g_bytes_new (data, success ? size : size / 2);

  g_assert (handle->writes);
  log_write (self, handle->file, handle->file->data->len, bytes);
  memory_file_write (handle->file, handle->file->data->len, bytes);
  handle->file->time = ++self->time;
  return success;
}

static gboolean
memory_disk_truncate (StrataDisk  *disk,
                      int          number,
                      guint64      size,
                      GError     **error)
{
  MemoryDisk *self = MEMORY_DISK (disk);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  MemoryHandle *handle = get_handle (self, number);
  MemoryStep step = { STEP_TRUNCATE, NULL, NULL, NULL, size };

  if (!begin (self, error))
    return FALSE;
  g_assert (handle->writes);
  step.file = memory_file_ref (handle->file);
  g_array_append_val (self->log, step);
  memory_file_truncate (handle->file, size);
  handle->file->time = ++self->time;
  return TRUE;
}

static gboolean
memory_disk_lock (StrataDisk  *disk,
                  int          number,
                  GError     **error)
{
  MemoryDisk *self = MEMORY_DISK (disk);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  MemoryHandle *handle = get_handle (self, number);

  if (!begin (self, error))
    return FALSE;
  if (handle->file->is_locked && !handle->has_lock)
    return set_error (error, G_IO_ERROR_BUSY);
  handle->file->is_locked = TRUE;
  handle->has_lock = TRUE;
  return TRUE;
}

static gboolean
memory_disk_copy_attributes (StrataDisk  *disk,
                             int          number,
                             const char  *from,
                             GError     **error)
{
  MemoryDisk *self = MEMORY_DISK (disk);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  get_handle (self, number);
  return begin (self, error) && find (self, from, error) != NULL;
}

/* A sync that fails may have lost what it was asked for, and the next one
 * will not say so: that is how Linux does it. */
static gboolean
memory_disk_sync (StrataDisk  *disk,
                  int          number,
                  GError     **error)
{
  MemoryDisk *self = MEMORY_DISK (disk);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  MemoryHandle *handle = get_handle (self, number);
  gboolean success = begin (self, error);

  log_step (self, success ? STEP_SYNC : STEP_SYNC_FAILED, NULL, NULL, handle->file);
  return success;
}

static gboolean
memory_disk_close (StrataDisk  *disk,
                   int          number,
                   GError     **error)
{
  MemoryDisk *self = MEMORY_DISK (disk);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  MemoryHandle *handle = get_handle (self, number);

  if (handle->has_lock)
    handle->file->is_locked = FALSE;
  g_clear_pointer (&handle->file, memory_file_unref);
  return begin (self, error);
}

static gboolean
memory_disk_rename (StrataDisk  *disk,
                    const char  *from,
                    const char  *to,
                    gboolean     replace,
                    GError     **error)
{
  MemoryDisk *self = MEMORY_DISK (disk);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  MemoryFile *file = begin (self, error) ? find (self, from, error) : NULL;

  if (file == NULL || !is_place (self, to, error))
    return FALSE;
  if (!replace && g_hash_table_contains (self->names, to))
    return set_error (error, G_IO_ERROR_EXISTS);
  log_step (self, STEP_NAME, to, from, file);
  g_hash_table_insert (self->names, g_strdup (to), memory_file_ref (file));
  g_hash_table_remove (self->names, from);
  return TRUE;
}

static gboolean
memory_disk_remove (StrataDisk  *disk,
                    const char  *path,
                    GError     **error)
{
  MemoryDisk *self = MEMORY_DISK (disk);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (!begin (self, error) || find (self, path, error) == NULL)
    return FALSE;
  log_step (self, STEP_NAME, NULL, path, NULL);
  g_hash_table_remove (self->names, path);
  return TRUE;
}

static gboolean
memory_disk_sync_folder (StrataDisk  *disk,
                         const char  *path,
                         GError     **error)
{
  MemoryDisk *self = MEMORY_DISK (disk);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (!begin (self, error))
    return FALSE;
  log_step (self, STEP_SYNC_FOLDER, path, NULL, NULL);
  return TRUE;
}

static void
disk_iface_init (StrataDiskInterface *iface)
{
  iface->resolve = memory_disk_resolve;
  iface->look = memory_disk_look;
  iface->list = memory_disk_list;
  iface->make_folder = memory_disk_make_folder;
  iface->open = memory_disk_open;
  iface->read = memory_disk_read;
  iface->write = memory_disk_write;
  iface->truncate = memory_disk_truncate;
  iface->lock = memory_disk_lock;
  iface->copy_attributes = memory_disk_copy_attributes;
  iface->sync = memory_disk_sync;
  iface->close = memory_disk_close;
  iface->rename = memory_disk_rename;
  iface->remove = memory_disk_remove;
  iface->sync_folder = memory_disk_sync_folder;
}

static void
clear_handle (gpointer data)
{
  MemoryHandle *handle = data;

  g_clear_pointer (&handle->file, memory_file_unref);
}

static void
memory_disk_finalize (GObject *object)
{
  MemoryDisk *self = MEMORY_DISK (object);

  g_hash_table_unref (self->names);
  g_hash_table_unref (self->safe_names);
  g_array_unref (self->handles);
  g_array_unref (self->log);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (memory_disk_parent_class)->finalize (object);
}

static void
memory_disk_class_init (MemoryDiskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = memory_disk_finalize;
}

static void
memory_disk_init (MemoryDisk *self)
{
  g_mutex_init (&self->mutex);
  self->names = memory_names_new ();
  self->safe_names = memory_names_new ();
  self->handles = g_array_new (FALSE, FALSE, sizeof (MemoryHandle));
  self->log = g_array_new (FALSE, FALSE, sizeof (MemoryStep));
  g_array_set_clear_func (self->handles, clear_handle);
  g_array_set_clear_func (self->log, memory_step_clear);
}

MemoryDisk *
memory_disk_new (void)
{
  MemoryDisk *self = g_object_new (MEMORY_TYPE_DISK, NULL);

  g_hash_table_insert (self->names, g_strdup ("/"), memory_file_new (0, TRUE));
  memory_disk_settle (self);
  return self;
}

void
memory_disk_settle (MemoryDisk *self)
{
  GHashTableIter iter;
  char *name;
  MemoryFile *file;

  g_array_set_size (self->log, 0);
  g_hash_table_remove_all (self->safe_names);
  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, (gpointer *) &file))
    {
      memory_file_settle (file);
      g_hash_table_insert (self->safe_names, g_strdup (name), memory_file_ref (file));
    }
}

guint
memory_disk_get_n_steps (MemoryDisk *self)
{
  return self->log->len;
}

guint
memory_disk_get_n_calls (MemoryDisk *self)
{
  return self->n_calls;
}

void
memory_disk_fail (MemoryDisk   *self,
                  guint         n_calls,
                  guint         n_failures,
                  GIOErrorEnum  code)
{
  self->first_failure = self->n_calls + n_calls;
  self->n_failures = n_failures;
  self->failure = code;
}

GBytes *
memory_disk_dup (MemoryDisk *self,
                 const char *path)
{
  MemoryFile *file = g_hash_table_lookup (self->names, path);

  return file != NULL ? g_bytes_new (file->data->data, file->data->len) : NULL;
}

void
memory_disk_put (MemoryDisk *self,
                 const char *path,
                 GBytes     *bytes)
{
  MemoryFile *file = memory_file_new (++self->time, FALSE);
  g_autofree char *folder = g_path_get_dirname (path);

  if (!g_hash_table_contains (self->names, folder))
    {
      g_hash_table_insert (self->names, g_strdup (folder), memory_file_new (++self->time, TRUE));
      g_hash_table_insert (self->safe_names, g_strdup (folder), memory_file_new (self->time, TRUE));
    }
  memory_file_write (file, 0, bytes);
  memory_file_settle (file);
  g_hash_table_insert (self->names, g_strdup (path), file);
  g_hash_table_insert (self->safe_names, g_strdup (path), memory_file_ref (file));
}

char *
memory_disk_find (MemoryDisk *self,
                  const char *suffix)
{
  GHashTableIter iter;
  const char *name, *found = NULL;

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, NULL))
    if (g_str_has_suffix (name, suffix))
      {
        g_assert_null (found);
        found = name;
      }
  return g_strdup (found);
}

guint
memory_disk_get_n_files (MemoryDisk *self)
{
  GHashTableIter iter;
  MemoryFile *file;
  guint n_files = 0;

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &file))
    n_files += !file->is_folder;
  return n_files;
}
