/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every file operation of Strata goes through this interface.
 *
 * Here are the operations on whole files; strata-disk-steps.h has the steps
 * that they are made of.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* No file that Strata reads is larger. */
#define STRATA_DISK_READ_LIMIT ((gsize) 64 * 1024 * 1024)

#define STRATA_TYPE_DISK (strata_disk_get_type ())

G_DECLARE_INTERFACE (StrataDisk, strata_disk, STRATA, DISK, GObject)

GBytes   *strata_disk_read          (StrataDisk    *disk,
                                     GFile         *file,
                                     gsize          limit,
                                     GCancellable  *cancellable,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* After these two, whether they succeed, fail or are cut short, a file has its
 * former contents or the new ones, never something between. */
gboolean  strata_disk_replace       (StrataDisk    *disk,
                                     GFile         *file,
                                     GBytes        *bytes,
                                     const char    *former_hash,
                                     GCancellable  *cancellable,
                                     GError       **error);
gboolean  strata_disk_create        (StrataDisk    *disk,
                                     GFile         *file,
                                     GBytes        *bytes,
                                     GCancellable  *cancellable,
                                     GError       **error);
void      strata_disk_tidy          (StrataDisk    *disk,
                                     GFile         *file);
void      strata_disk_remove_unused (StrataDisk    *disk,
                                     const char    *path);
gboolean  strata_disk_ensure_folder (StrataDisk    *disk,
                                     const char    *path,
                                     GError       **error);

char     *strata_disk_hash          (GBytes        *bytes) G_GNUC_WARN_UNUSED_RESULT;
char     *strata_disk_describe      (GFile         *file) G_GNUC_WARN_UNUSED_RESULT;
GBytes   *strata_disk_read_stream   (GInputStream  *stream,
                                     gsize          limit,
                                     GCancellable  *cancellable,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
