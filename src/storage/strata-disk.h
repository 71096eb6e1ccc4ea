/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every file operation of Strata goes through this interface.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* No file that Strata reads is larger. */
#define STRATA_DISK_READ_LIMIT ((gsize) 64 * 1024 * 1024)

#define STRATA_TYPE_DISK (strata_disk_get_type ())

G_DECLARE_INTERFACE (StrataDisk, strata_disk, STRATA, DISK, GObject)

/**
 * StrataDiskInterface:
 * @read: reads a whole file, and refuses one larger than the limit
 * @replace: puts new contents in place of a file's old ones, or makes it
 * @create: makes a file, and refuses where one is already
 *
 * After @replace and @create, whether they succeed, fail or are cut short, a
 * file has its former contents or the new ones, never something between.
 */
struct _StrataDiskInterface
{
  GTypeInterface parent;

  GBytes   *(*read)    (StrataDisk    *disk,
                        GFile         *file,
                        gsize          limit,
                        GCancellable  *cancellable,
                        GError       **error);
  gboolean  (*replace) (StrataDisk    *disk,
                        GFile         *file,
                        GBytes        *bytes,
                        GCancellable  *cancellable,
                        GError       **error);
  gboolean  (*create)  (StrataDisk    *disk,
                        GFile         *file,
                        GBytes        *bytes,
                        GCancellable  *cancellable,
                        GError       **error);
};

GBytes   *strata_disk_read        (StrataDisk    *disk,
                                   GFile         *file,
                                   gsize          limit,
                                   GCancellable  *cancellable,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  strata_disk_replace     (StrataDisk    *disk,
                                   GFile         *file,
                                   GBytes        *bytes,
                                   GCancellable  *cancellable,
                                   GError       **error);
gboolean  strata_disk_create      (StrataDisk    *disk,
                                   GFile         *file,
                                   GBytes        *bytes,
                                   GCancellable  *cancellable,
                                   GError       **error);

char     *strata_disk_describe    (GFile         *file) G_GNUC_WARN_UNUSED_RESULT;
GBytes   *strata_disk_read_stream (GInputStream  *stream,
                                   gsize          limit,
                                   GCancellable  *cancellable,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
