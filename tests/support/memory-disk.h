/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A disk in memory that fails when told to and knows what a power cut may
 * leave of it.
 */

#pragma once

#include "storage/strata-disk-steps.h"

G_BEGIN_DECLS

#define MEMORY_TYPE_DISK (memory_disk_get_type ())

/**
 * MemoryDisk:
 *
 * It keeps two things: what programs see, and a log of all that would change
 * what is on a real disk, from which [func@memory_disk_crash] makes everything
 * that a power cut could leave. A file's writes are safe once the file is
 * synced, a folder's names once the folder is; until then each may be lost on
 * its own, and of a write a part. There is one folder in the beginning, "/".
 */
G_DECLARE_FINAL_TYPE (MemoryDisk, memory_disk, MEMORY, DISK, GObject)

/* Called with a disk as the power cut left it, after so many steps. */
typedef void (*MemoryDiskCrash) (MemoryDisk *left,
                                 guint       n_steps,
                                 gpointer    data);

MemoryDisk *memory_disk_new         (void) G_GNUC_WARN_UNUSED_RESULT;

/* Everything that was done until now is safe, and forgotten in the log. */
void        memory_disk_settle      (MemoryDisk      *self);
/* How many steps are in the log. */
guint       memory_disk_get_n_steps (MemoryDisk      *self);
/* How many steps, logged or not, were ever asked for. */
guint       memory_disk_get_n_calls (MemoryDisk      *self);
/* The step after so many more calls fails, and with n_failures > 1 those that
 * follow; a write that fails has written half. */
void        memory_disk_fail        (MemoryDisk      *self,
                                     guint            n_calls,
                                     guint            n_failures,
                                     GIOErrorEnum     code);
/* Cuts the power after each step, and each time in every legal way; returns in
 * how many ways. */
guint       memory_disk_crash       (MemoryDisk      *self,
                                     MemoryDiskCrash  callback,
                                     gpointer         data);

/* What stands in a file, or NULL. */
GBytes     *memory_disk_dup         (MemoryDisk      *self,
                                     const char      *path);
/* Puts a file and its folder there as another program would, without a log. */
void        memory_disk_put         (MemoryDisk      *self,
                                     const char      *path,
                                     GBytes          *bytes);
/* The path of the one file that ends so, or NULL. */
char       *memory_disk_find        (MemoryDisk      *self,
                                     const char      *suffix);
guint       memory_disk_get_n_files (MemoryDisk      *self);

G_END_DECLS
