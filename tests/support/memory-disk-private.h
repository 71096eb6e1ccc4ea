/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the disk in memory is made of.
 */

#pragma once

#include "memory-disk.h"

G_BEGIN_DECLS

/* A file or folder: it lives as long as a name, a handle or the log knows it. */
typedef struct
{
  grefcount   ref_count;
  guint64     id;
  gint64      time;
  gboolean    is_folder;
  gboolean    is_locked;
  GByteArray *data; /* what programs see */
  GByteArray *safe; /* what was safe when the log began */
} MemoryFile;

typedef struct
{
  MemoryFile *file; /* NULL: closed */
  gsize       offset;
  gboolean    writes;
  gboolean    has_lock;
} MemoryHandle;

typedef enum
{
  STEP_NAME,        /* path becomes a name of file, or to is none any more, or both */
  STEP_WRITE,
  STEP_TRUNCATE,
  STEP_SYNC,
  STEP_SYNC_FAILED,
  STEP_SYNC_FOLDER,
} StepKind;

typedef struct
{
  StepKind    kind;
  char       *path; /* the new name, or the folder */
  char       *from; /* the name that goes */
  MemoryFile *file;
  gsize       offset; /* of a write; the length to truncate to */
  GBytes     *bytes;
} MemoryStep;

struct _MemoryDisk
{
  GObject     parent_instance;

  GMutex      mutex;
  GHashTable *names;      /* path → MemoryFile, as programs see it */
  GHashTable *safe_names; /* the same as it was safe when the log began */
  GArray     *handles;    /* MemoryHandle */
  GArray     *log;        /* MemoryStep */
  gint64      time;

  guint       n_calls;
  guint       first_failure;
  guint       n_failures;
  int         failure;
};

GHashTable *memory_names_new     (void);
void        memory_step_clear    (gpointer    data);

MemoryFile *memory_file_new      (guint64     id,
                                  gboolean    is_folder);
MemoryFile *memory_file_ref      (MemoryFile *file);
void        memory_file_unref    (MemoryFile *file);
void        memory_file_write    (MemoryFile *file,
                                  gsize       offset,
                                  GBytes     *bytes);
void        memory_file_truncate (MemoryFile *file,
                                  gsize       size);
void        memory_file_settle   (MemoryFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MemoryFile, memory_file_unref)

G_END_DECLS
