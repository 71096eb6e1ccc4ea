/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be undone and redone: a list of plans with the steps' names.
 */

#pragma once

#include "model/strata-plan.h"

G_BEGIN_DECLS

/**
 * StrataHistory:
 *
 * The steps of one document, without limit: plans share what they have in
 * common, so a step costs little more than its change.
 */
typedef struct _StrataHistory StrataHistory;

/* Edits with the same key that follow each other within this time, in
 * microseconds, are one step. */
#define STRATA_HISTORY_PAUSE (G_TIME_SPAN_SECOND / 2)

StrataHistory *strata_history_new           (void) G_GNUC_WARN_UNUSED_RESULT;
StrataHistory *strata_history_copy          (StrataHistory *history) G_GNUC_WARN_UNUSED_RESULT;
void           strata_history_free          (StrataHistory *history);

gboolean       strata_history_push          (StrataHistory *history,
                                             StrataPlan    *before,
                                             StrataPlan    *after,
                                             const char    *name,
                                             const char    *coalesce,
                                             gint64         now);
void           strata_history_seal          (StrataHistory *history);
StrataPlan    *strata_history_undo          (StrataHistory *history);
StrataPlan    *strata_history_redo          (StrataHistory *history);
const char    *strata_history_get_undo_name (StrataHistory *history);
const char    *strata_history_get_redo_name (StrataHistory *history);
StrataPlan    *strata_history_get_undo_plan (StrataHistory *history);
StrataPlan    *strata_history_get_redo_plan (StrataHistory *history);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataHistory, strata_history_free)

G_END_DECLS
