/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a disk can do, step by step.
 *
 * For those who put steps together, and for those who are a disk. Whoever
 * reads or writes whole files uses strata-disk.h.
 */

#pragma once

#include "storage/strata-disk.h"

G_BEGIN_DECLS

typedef enum
{
  STRATA_DISK_OPEN_READ,    /* what is there */
  STRATA_DISK_OPEN_APPEND,  /* what is there, to read it and write at its end */
  STRATA_DISK_OPEN_NEW,     /* something that is not there yet, for whom the umask says */
  STRATA_DISK_OPEN_PRIVATE, /* something that is not there yet, for this person alone */
} StrataDiskMode;

typedef enum
{
  STRATA_DISK_KIND_FILE,
  STRATA_DISK_KIND_FOLDER,
  STRATA_DISK_KIND_OTHER,
} StrataDiskKind;

/**
 * StrataDiskInfo:
 * @kind: what it is
 * @writable: whether this person may write it
 * @size: in bytes
 * @time: when its contents were changed last, in nanoseconds since 1970
 * @id: changes where another file takes its place
 */
typedef struct
{
  StrataDiskKind kind;
  gboolean       writable;
  guint64        size;
  gint64         time;
  guint64        id;
} StrataDiskInfo;

/**
 * StrataDiskInterface:
 * @resolve: the path behind all symbolic links; a path itself where there is
 *   nothing, %G_IO_ERROR_NOT_FOUND where a link leads nowhere
 * @look: says what is at a path
 * @list: the names in a folder, in any order
 * @make_folder: makes one folder, for this person alone
 * @open: opens a file; the handle is not negative, and is to be closed
 * @read: reads up to so many bytes from where the last read ended; 0 at the end
 * @write: writes all of the bytes at the file's end
 * @truncate: cuts a file to a length
 * @lock: takes a file for this handle alone, until it is closed, without
 *   waiting: %G_IO_ERROR_BUSY where another handle has it
 * @copy_attributes: gives an open file the mode, the owner and, where the file
 *   system lets us, the extended attributes of another
 * @sync: returns when what was written is safe from a power cut
 * @close: closes a handle, in any case
 * @rename: gives a file another name; where something has it, that is replaced
 *   in one step or refused with %G_IO_ERROR_EXISTS
 * @remove: removes a file
 * @sync_folder: returns when the names in a folder are safe from a power cut,
 *   or at once where the file system can't say
 *
 * The steps that a disk has to know. Until a file is synced any part of what
 * was written to it may be lost, until a folder is synced any of its changes
 * of names. Steps may be called from any thread, those of one handle by one
 * thread at a time, but for @sync.
 */
struct _StrataDiskInterface
{
  GTypeInterface parent;

  char     *(*resolve)         (StrataDisk      *disk,
                                const char      *path,
                                GError         **error);
  gboolean  (*look)            (StrataDisk      *disk,
                                const char      *path,
                                StrataDiskInfo  *info,
                                GError         **error);
  GStrv     (*list)            (StrataDisk      *disk,
                                const char      *path,
                                GError         **error);
  gboolean  (*make_folder)     (StrataDisk      *disk,
                                const char      *path,
                                GError         **error);
  int       (*open)            (StrataDisk      *disk,
                                const char      *path,
                                StrataDiskMode   mode,
                                GError         **error);
  gssize    (*read)            (StrataDisk      *disk,
                                int              handle,
                                void            *buffer,
                                gsize            size,
                                GError         **error);
  gboolean  (*write)           (StrataDisk      *disk,
                                int              handle,
                                const void      *data,
                                gsize            size,
                                GError         **error);
  gboolean  (*truncate)        (StrataDisk      *disk,
                                int              handle,
                                guint64          size,
                                GError         **error);
  gboolean  (*lock)            (StrataDisk      *disk,
                                int              handle,
                                GError         **error);
  gboolean  (*copy_attributes) (StrataDisk      *disk,
                                int              handle,
                                const char      *from,
                                GError         **error);
  gboolean  (*sync)            (StrataDisk      *disk,
                                int              handle,
                                GError         **error);
  gboolean  (*close)           (StrataDisk      *disk,
                                int              handle,
                                GError         **error);
  gboolean  (*rename)          (StrataDisk      *disk,
                                const char      *from,
                                const char      *to,
                                gboolean         replace,
                                GError         **error);
  gboolean  (*remove)          (StrataDisk      *disk,
                                const char      *path,
                                GError         **error);
  gboolean  (*sync_folder)     (StrataDisk      *disk,
                                const char      *path,
                                GError         **error);
};

char     *strata_disk_resolve         (StrataDisk      *disk,
                                       const char      *path,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  strata_disk_look            (StrataDisk      *disk,
                                       const char      *path,
                                       StrataDiskInfo  *info,
                                       GError         **error);
GStrv     strata_disk_list            (StrataDisk      *disk,
                                       const char      *path,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  strata_disk_make_folder     (StrataDisk      *disk,
                                       const char      *path,
                                       GError         **error);
int       strata_disk_open            (StrataDisk      *disk,
                                       const char      *path,
                                       StrataDiskMode   mode,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gssize    strata_disk_read_some       (StrataDisk      *disk,
                                       int              handle,
                                       void            *buffer,
                                       gsize            size,
                                       GError         **error);
gboolean  strata_disk_write           (StrataDisk      *disk,
                                       int              handle,
                                       const void      *data,
                                       gsize            size,
                                       GError         **error);
gboolean  strata_disk_truncate        (StrataDisk      *disk,
                                       int              handle,
                                       guint64          size,
                                       GError         **error);
gboolean  strata_disk_lock            (StrataDisk      *disk,
                                       int              handle,
                                       GError         **error);
gboolean  strata_disk_copy_attributes (StrataDisk      *disk,
                                       int              handle,
                                       const char      *from,
                                       GError         **error);
gboolean  strata_disk_sync            (StrataDisk      *disk,
                                       int              handle,
                                       GError         **error);
gboolean  strata_disk_close           (StrataDisk      *disk,
                                       int              handle,
                                       GError         **error);
gboolean  strata_disk_rename          (StrataDisk      *disk,
                                       const char      *from,
                                       const char      *to,
                                       gboolean         replace,
                                       GError         **error);
gboolean  strata_disk_remove          (StrataDisk      *disk,
                                       const char      *path,
                                       GError         **error);
gboolean  strata_disk_sync_folder     (StrataDisk      *disk,
                                       const char      *path,
                                       GError         **error);

G_END_DECLS
