/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that a power cut may leave of the disk in memory.
 */

#define G_LOG_DOMAIN "strata-tests"

#include "config.h"

#include "memory-disk-private.h"

#include <string.h>

/* More ways than this are a test that should be smaller. */
#define MOST_WAYS 20000

/* What becomes of a step that was not yet synced. */
typedef enum
{
  FATE_LOST,
  FATE_WHOLE,
  FATE_HALF,  /* of a write only, as is the next */
  FATE_ZEROS, /* its place is taken, but nothing is in it */
} Fate;

typedef struct
{
  const MemoryStep *step;
  gboolean          doomed; /* a sync of it failed */
  guint             fate;
} Pending;

/* What is safe after some steps, and what is not. */
typedef struct
{
  GHashTable *names; /* path → MemoryFile of the live disk */
  GHashTable *files; /* MemoryFile of the live disk → MemoryFile as it is safe */
  GArray     *pending;
} State;

GHashTable *
memory_names_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) memory_file_unref);
}

void
memory_step_clear (gpointer data)
{
  MemoryStep *step = data;

  g_free (step->path);
  g_free (step->from);
  g_clear_pointer (&step->file, memory_file_unref);
  g_clear_pointer (&step->bytes, g_bytes_unref);
}

MemoryFile *
memory_file_new (guint64  id,
                 gboolean is_folder)
{
  MemoryFile *file = g_new0 (MemoryFile, 1);

  g_ref_count_init (&file->ref_count);
  file->id = id;
  file->is_folder = is_folder;
  file->data = g_byte_array_new ();
  file->safe = g_byte_array_new ();
  return file;
}

MemoryFile *
memory_file_ref (MemoryFile *file)
{
  g_ref_count_inc (&file->ref_count);
  return file;
}

void
memory_file_unref (MemoryFile *file)
{
  if (!g_ref_count_dec (&file->ref_count))
    return;
  g_byte_array_unref (file->data);
  g_byte_array_unref (file->safe);
  g_free (file);
}

void
memory_file_truncate (MemoryFile *file,
                      gsize       size)
{
  gsize before = file->data->len;

  g_byte_array_set_size (file->data, size);
  if (size > before)
    memset (file->data->data + before, 0, size - before);
}

void
memory_file_write (MemoryFile *file,
                   gsize       offset,
                   GBytes     *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (file->data->len < offset + size)
    memory_file_truncate (file, offset + size);
  if (size > 0)
    memcpy (file->data->data + offset, data, size);
}

void
memory_file_settle (MemoryFile *file)
{
  g_byte_array_set_size (file->safe, 0);
  g_byte_array_append (file->safe, file->data->data, file->data->len);
}

/* The file as it is safe, a copy that belongs to the state. */
static MemoryFile *
get_safe (GHashTable *files,
          MemoryFile *file)
{
  MemoryFile *safe = g_hash_table_lookup (files, file);

  if (safe != NULL)
    return safe;
  safe = memory_file_new (file->id, file->is_folder);
  g_byte_array_append (safe->data, file->safe->data, file->safe->len);
  g_hash_table_insert (files, file, safe);
  return safe;
}

static void
apply_name (GHashTable       *names,
            const MemoryStep *step)
{
  if (step->path != NULL)
    g_hash_table_insert (names, g_strdup (step->path), memory_file_ref (step->file));
  if (step->from != NULL)
    g_hash_table_remove (names, step->from);
}

static void
apply_write (MemoryFile       *file,
             const MemoryStep *step,
             guint             fate)
{
  gsize size = g_bytes_get_size (step->bytes);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (step->bytes, 0, size / 2);

  if (fate == FATE_WHOLE)
    memory_file_write (file, step->offset, step->bytes);
  else if (fate == FATE_HALF)
    memory_file_write (file, step->offset, half);
  else if (fate == FATE_ZEROS && file->data->len < step->offset + size)
    memory_file_truncate (file, step->offset + size);
}

static void
apply (GHashTable    *names,
       GHashTable    *files,
       const Pending *pending,
       guint          fate)
{
  const MemoryStep *step = pending->step;

  if (step->kind == STEP_NAME && fate == FATE_WHOLE)
    apply_name (names, step);
  else if (step->kind == STEP_WRITE)
    apply_write (get_safe (files, step->file), step, fate);
  else if (step->kind == STEP_TRUNCATE && fate == FATE_WHOLE)
    memory_file_truncate (get_safe (files, step->file), step->offset);
}

static gboolean
is_in_folder (const MemoryStep *step,
              const char       *folder)
{
  g_autofree char *own = g_path_get_dirname (step->path != NULL ? step->path : step->from);

  return g_str_equal (own, folder);
}

/* Whether a sync makes a step safe. */
static gboolean
is_synced_by (const Pending    *pending,
              const MemoryStep *sync)
{
  if (pending->step->kind == STEP_NAME)
    return sync->kind == STEP_SYNC_FOLDER && is_in_folder (pending->step, sync->path);
  return sync->kind == STEP_SYNC && pending->step->file == sync->file && !pending->doomed;
}

static void
doom (State            *state,
      const MemoryStep *sync)
{
  for (guint i = 0; i < state->pending->len; i++)
    {
      Pending *pending = &g_array_index (state->pending, Pending, i);

      if (pending->step->kind != STEP_NAME && pending->step->file == sync->file)
        pending->doomed = TRUE;
    }
}

static void
advance (State            *state,
         const MemoryStep *step)
{
  Pending fresh = { step };

  if (step->kind == STEP_NAME || step->kind == STEP_WRITE || step->kind == STEP_TRUNCATE)
    g_array_append_val (state->pending, fresh);
  else if (step->kind == STEP_SYNC_FAILED)
    doom (state, step);
  else
    for (guint i = 0; i < state->pending->len;)
      {
        Pending *pending = &g_array_index (state->pending, Pending, i);

        if (is_synced_by (pending, step))
          {
            apply (state->names, state->files, pending, FATE_WHOLE);
            g_array_remove_index (state->pending, i);
          }
        else
          i++;
      }
}

/* The disk as it is found after the power came back. */
static MemoryDisk *
build (const State *state)
{
  MemoryDisk *left = g_object_new (MEMORY_TYPE_DISK, NULL);
  g_autoptr (GHashTable) names = memory_names_new ();
  g_autoptr (GHashTable) files = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) memory_file_unref);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, state->names);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (names, g_strdup (key), memory_file_ref (value));
  g_hash_table_iter_init (&iter, state->files);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      MemoryFile *copy = get_safe (files, key);
      g_autoptr (GBytes) bytes = g_bytes_new (((MemoryFile *) value)->data->data, ((MemoryFile *) value)->data->len);

      g_byte_array_set_size (copy->data, 0);
      memory_file_write (copy, 0, bytes);
    }
  for (guint i = 0; i < state->pending->len; i++)
    {
      const Pending *pending = &g_array_index (state->pending, Pending, i);

      apply (names, files, pending, pending->fate);
    }
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (left->names, g_strdup (key), memory_file_ref (get_safe (files, value)));
  left->time = G_MAXINT32;
  memory_disk_settle (left);
  return left;
}

/* The next way, as an odometer counts; FALSE after the last. */
static gboolean
next_way (State *state)
{
  for (guint i = 0; i < state->pending->len; i++)
    {
      Pending *pending = &g_array_index (state->pending, Pending, i);
      guint n_fates = pending->step->kind == STEP_WRITE ? FATE_ZEROS + 1 : FATE_WHOLE + 1;

      pending->fate = (pending->fate + 1) % n_fates;
      if (pending->fate != FATE_LOST)
        return TRUE;
    }
  return FALSE;
}

static guint
cut_power (State           *state,
           guint            n_steps,
           MemoryDiskCrash  callback,
           gpointer         data)
{
  guint n_ways = 0;

  do
    {
      g_autoptr (MemoryDisk) left = build (state);

      callback (left, n_steps, data);
      g_assert_cmpuint (++n_ways, <, MOST_WAYS);
    }
  while (next_way (state));
  return n_ways;
}

guint
memory_disk_crash (MemoryDisk      *self,
                   MemoryDiskCrash  callback,
                   gpointer         data)
{
  State state = { memory_names_new (),
                  g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) memory_file_unref),
                  g_array_new (FALSE, FALSE, sizeof (Pending)) };
  GHashTableIter iter;
  gpointer key, value;
  guint n_ways;

  g_hash_table_iter_init (&iter, self->safe_names);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (state.names, g_strdup (key), memory_file_ref (value));
  n_ways = cut_power (&state, 0, callback, data);
  for (guint i = 0; i < self->log->len; i++)
    {
      advance (&state, &g_array_index (self->log, MemoryStep, i));
      n_ways += cut_power (&state, i + 1, callback, data);
    }

  g_hash_table_unref (state.names);
  g_hash_table_unref (state.files);
  g_array_unref (state.pending);
  return n_ways;
}
