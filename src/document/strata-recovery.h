/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans that a crash or a power cut left behind.
 */

#pragma once

#include "document/strata-document.h"
#include "document/strata-merge.h"

G_BEGIN_DECLS

/**
 * StrataRecovery:
 * @path: of the journal
 * @title: of the plan
 * @file: (nullable): the plan's file, if it has one
 * @time: when it was last changed, in microseconds since 1970
 * @n_edits: how many edits, undos and redos are not saved
 *
 * A plan that was changed and neither saved nor closed.
 */
typedef struct
{
  char   *path;
  char   *title;
  GFile  *file;
  gint64  time;
  guint   n_edits;
} StrataRecovery;

GPtrArray      *strata_recovery_list    (StrataDisk            *disk,
                                         const char            *folder) G_GNUC_WARN_UNUSED_RESULT;
StrataDocument *strata_recovery_recover (const StrataRecovery  *recovery,
                                         StrataDisk            *disk,
                                         GTimeSpan              delay,
                                         StrataMerge          **merge,
                                         GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        strata_recovery_discard (const StrataRecovery  *recovery,
                                         StrataDisk            *disk,
                                         const char            *snapshots,
                                         GError               **error);
void            strata_recovery_free    (StrataRecovery        *recovery);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataRecovery, strata_recovery_free)

G_END_DECLS
