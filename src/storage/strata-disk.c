/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every file operation of Strata goes through this interface.
 */

#define G_LOG_DOMAIN "strata-storage"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "strata-disk.h"

#define CHUNK (256 * 1024)

G_DEFINE_INTERFACE (StrataDisk, strata_disk, G_TYPE_OBJECT)

static void
strata_disk_default_init (StrataDiskInterface *iface)
{
}

/* Reads up to size bytes onto the end of buffer; less only at the end. */
static gboolean
append_from_stream (GByteArray    *buffer,
                    GInputStream  *stream,
                    gsize          size,
                    gsize         *n_read,
                    GCancellable  *cancellable,
                    GError       **error)
{
  guint before = buffer->len;
  gboolean success;

  g_byte_array_set_size (buffer, before + size);
  success = g_input_stream_read_all (stream, buffer->data + before, size, n_read, cancellable, error);
  g_byte_array_set_size (buffer, before + *n_read);
  return success;
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
  g_return_val_if_fail (STRATA_IS_DISK (disk), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return STRATA_DISK_GET_IFACE (disk)->read (disk, file, limit, cancellable, error);
}

/**
 * strata_disk_replace:
 * @disk: a disk
 * @file: the file to write
 * @bytes: its new contents
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Puts @bytes in place of a file's contents, or makes the file. Whatever
 * happens, the file has the old contents or the new ones. Its mode stays; of
 * a symbolic link the target is written.
 *
 * Returns: whether the new contents are in place
 */
gboolean
strata_disk_replace (StrataDisk    *disk,
                     GFile         *file,
                     GBytes        *bytes,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_return_val_if_fail (STRATA_IS_DISK (disk), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  return STRATA_DISK_GET_IFACE (disk)->replace (disk, file, bytes, cancellable, error);
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
  g_return_val_if_fail (STRATA_IS_DISK (disk), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  return STRATA_DISK_GET_IFACE (disk)->create (disk, file, bytes, cancellable, error);
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
  g_autoptr (GByteArray) buffer = g_byte_array_new ();
  g_autofree char *allowed = NULL;
  gsize n_read = 1;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  while (n_read > 0 && buffer->len <= limit)
    {
      gsize wanted = MIN (CHUNK, limit + 1 - buffer->len);

      if (!append_from_stream (buffer, stream, wanted, &n_read, cancellable, error))
        return NULL;
    }
  if (buffer->len <= limit)
    return g_byte_array_free_to_bytes (g_steal_pointer (&buffer));
  allowed = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, _("The file is larger than %s"), allowed);
  return NULL;
}
