/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a gesture asks for as an edit, made but not yet applied.
 */

#pragma once

#include "strata-plan.h"

G_BEGIN_DECLS

/* Each returns an edit whose name Undo shows, or NULL where nothing would
 * change. Positions count in the lane; when moving, without what is moved. */
StrataEdit *strata_gesture_place    (StrataScenario  *scenario,
                                     StrataTool      *tool,
                                     StrataLayer      layer,
                                     guint            position,
                                     char           **placement) G_GNUC_WARN_UNUSED_RESULT;
StrataEdit *strata_gesture_move     (StrataScenario  *scenario,
                                     GPtrArray       *placements,
                                     const char      *name,
                                     StrataLayer      layer,
                                     guint            position) G_GNUC_WARN_UNUSED_RESULT;
StrataEdit *strata_gesture_remove   (StrataScenario  *scenario,
                                     GPtrArray       *placements,
                                     const char      *title) G_GNUC_WARN_UNUSED_RESULT;
StrataEdit *strata_gesture_set_fact (StrataPlan       *plan,
                                     const StrataFact *fact,
                                     StrataValue      *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
