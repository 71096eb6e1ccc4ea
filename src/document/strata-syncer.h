/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thread that brings what was written to safety.
 */

#pragma once

#include "storage/strata-disk.h"

G_BEGIN_DECLS

/* What was written is synced after this time at the latest, in microseconds,
 * and a quarter of a second after it was written unless the disk is slow: a
 * power cut takes no more than that. A program that is killed loses nothing. */
#define STRATA_SYNCER_DELAY (G_TIME_SPAN_SECOND / 5)

/**
 * StrataSyncer:
 *
 * Syncs one open file at a time, as often as it is touched, but not more often
 * than the delay says.
 */
typedef struct _StrataSyncer StrataSyncer;

StrataSyncer *strata_syncer_new        (StrataDisk    *disk,
                                        GTimeSpan      delay) G_GNUC_WARN_UNUSED_RESULT;
StrataSyncer *strata_syncer_ref        (StrataSyncer  *syncer);
void          strata_syncer_unref      (StrataSyncer  *syncer);

void          strata_syncer_watch      (StrataSyncer  *syncer,
                                        int            handle,
                                        const char    *folder);
void          strata_syncer_touch      (StrataSyncer  *syncer);
gboolean      strata_syncer_flush      (StrataSyncer  *syncer,
                                        GError       **error);
gboolean      strata_syncer_has_failed (StrataSyncer  *syncer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataSyncer, strata_syncer_unref)

G_END_DECLS
