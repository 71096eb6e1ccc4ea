/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every file operation of Strata goes through this interface.
 */

#define G_LOG_DOMAIN "strata-storage"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "strata-disk-steps.h"

#define CHUNK (256 * 1024)

/* Where bytes come from: an open file, or a stream. */
typedef struct
{
  StrataDisk   *disk;
  int           handle;
  GInputStream *stream; /* in place of the other two, or NULL */
  GCancellable *cancellable;
} Source;

static gssize
read_some (const Source  *source,
           void          *buffer,
           gsize          size,
           GError       **error)
{
  if (g_cancellable_set_error_if_cancelled (source->cancellable, error))
    return -1;
  if (source->stream != NULL)
    return g_input_stream_read (source->stream, buffer, size, source->cancellable, error);
  return strata_disk_read_some (source->disk, source->handle, buffer, size, error);
}

static GBytes *
read_all (const Source  *source,
          gsize          limit,
          GError       **error)
{
  g_autoptr (GByteArray) buffer = g_byte_array_new ();
  g_autofree char *allowed = NULL;
  gssize n_read = 1;

  while (n_read > 0 && buffer->len <= limit)
    {
      guint before = buffer->len;
      gsize wanted = MIN (CHUNK, limit + 1 - before);

      g_byte_array_set_size (buffer, before + wanted);
      n_read = read_some (source, buffer->data + before, wanted, error);
      if (n_read < 0)
        return NULL;
      g_byte_array_set_size (buffer, before + n_read);
    }
  if (buffer->len <= limit)
    return g_byte_array_free_to_bytes (g_steal_pointer (&buffer));
  allowed = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, _("The file is larger than %s"), allowed);
  return NULL;
}

/* The system's reason, in a sentence that says where. */
static void
propagate_read_error (GFile   *file,
                      GError  *problem,
                      GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_set_error (error, G_IO_ERROR, problem->code, _("“%s” could not be read: %s"), name, problem->message);
  g_error_free (problem);
}

/**
 * strata_disk_read:
 * @disk: a disk
 * @file: what to read
 * @limit: the most bytes that it may have
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads a whole file. One that is larger than @limit is refused with
 * %G_IO_ERROR_MESSAGE_TOO_LARGE, without reading all of it.
 *
 * Returns: (transfer full): the contents
 */
GBytes *
strata_disk_read (StrataDisk    *disk,
                  GFile         *file,
                  gsize          limit,
                  GCancellable  *cancellable,
                  GError       **error)
{
  Source source = { .disk = disk, .cancellable = cancellable };
  GError *problem = NULL;
  GBytes *bytes = NULL;

  g_return_val_if_fail (STRATA_IS_DISK (disk), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (g_file_peek_path (file) == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _("“%s” is not on a disk of this computer"), uri);
      return NULL;
    }
  source.handle = strata_disk_open (disk, g_file_peek_path (file), STRATA_DISK_OPEN_READ, &problem);
  if (source.handle >= 0)
    {
      bytes = read_all (&source, limit, &problem);
      strata_disk_close (disk, source.handle, NULL);
    }
  if (bytes == NULL)
    propagate_read_error (file, problem, error);
  return bytes;
}

/**
 * strata_disk_ensure_folder:
 * @disk: a disk
 * @path: (type filename): a folder
 * @error: return location for an error
 *
 * Makes a folder, and those above it that are missing, for this person alone.
 * That they are there is safe from a power cut then.
 *
 * Returns: whether the folder is there
 */
gboolean
strata_disk_ensure_folder (StrataDisk  *disk,
                           const char  *path,
                           GError     **error)
{
  g_autofree char *above = NULL;
  g_autoptr (GError) problem = NULL;
  StrataDiskInfo info;

  g_return_val_if_fail (STRATA_IS_DISK (disk), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (strata_disk_look (disk, path, &info, NULL))
    return TRUE;
  above = g_path_get_dirname (path);
  if (!g_str_equal (above, path) && !strata_disk_ensure_folder (disk, above, error))
    return FALSE;
  if (strata_disk_make_folder (disk, path, &problem))
    return strata_disk_sync_folder (disk, above, error);
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * strata_disk_hash:
 * @bytes: what a file holds
 *
 * Returns: (transfer full): a text that is another for other contents:
 *   their SHA-256, in hexadecimal
 */
char *
strata_disk_hash (GBytes *bytes)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/**
 * strata_disk_describe:
 * @file: a file
 *
 * Returns: (transfer full): the file's name without its folder, for messages
 */
char *
strata_disk_describe (GFile *file)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_basename (file);
  return name != NULL ? g_filename_display_name (name) : g_file_get_uri (file);
}

/**
 * strata_disk_read_stream:
 * @stream: what to read
 * @limit: the most bytes that it may give
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Reads a stream, such as standard input, to its end. One that gives more
 * than @limit bytes is refused with %G_IO_ERROR_MESSAGE_TOO_LARGE as soon as
 * that shows.
 *
 * Returns: (transfer full): what it gave
 */
GBytes *
strata_disk_read_stream (GInputStream  *stream,
                         gsize          limit,
                         GCancellable  *cancellable,
                         GError       **error)
{
  Source source = { .stream = stream, .cancellable = cancellable };

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  return read_all (&source, limit, error);
}
