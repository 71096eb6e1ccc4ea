/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What plans were: dated copies that nobody has to make.
 */

#pragma once

#include "model/strata-plan.h"
#include "storage/strata-disk.h"

G_BEGIN_DECLS

/* What is kept: everything of the last day, but no more than so many of a
 * plan; then the last of each day; what was discarded; nothing after thirty
 * days; and no more bytes than this of all plans together, oldest first. */
#define STRATA_SNAPSHOTS_MOST_A_DAY 100
#define STRATA_SNAPSHOTS_DAYS       30
#define STRATA_SNAPSHOTS_BYTES      (G_GUINT64_CONSTANT (256) * 1024 * 1024)

typedef enum
{
  STRATA_SNAPSHOT_SAVED,     /* saved by hand */
  STRATA_SNAPSHOT_DISCARDED, /* not saved, and not wanted any more */
} StrataSnapshotKind;

/**
 * StrataSnapshot:
 * @path: of the copy, itself a plan file
 * @kind: why it was made
 * @time: when, in microseconds since 1970
 * @size: in bytes
 *
 * A copy of a plan.
 */
typedef struct
{
  char               *path;
  char               *key; /* private: which plan's */
  StrataSnapshotKind  kind;
  gint64              time;
  guint64             size;
} StrataSnapshot;

gboolean    strata_snapshots_add  (StrataDisk            *disk,
                                   const char            *folder,
                                   GFile                 *file,
                                   StrataSnapshotKind     kind,
                                   GBytes                *bytes,
                                   gint64                 time,
                                   GError               **error);
GPtrArray  *strata_snapshots_list (StrataDisk            *disk,
                                   const char            *folder,
                                   GFile                 *file) G_GNUC_WARN_UNUSED_RESULT;
StrataPlan *strata_snapshot_read  (const StrataSnapshot  *snapshot,
                                   StrataDisk            *disk,
                                   GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void        strata_snapshot_free  (StrataSnapshot        *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataSnapshot, strata_snapshot_free)

G_END_DECLS
