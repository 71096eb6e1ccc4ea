/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a gesture asks for as an edit, made but not yet applied.
 */

#pragma once

#include "strata-plan.h"

G_BEGIN_DECLS

/**
 * StrataPaste:
 *
 * What to paste and where. Positions are the places of the first in each lane;
 * whatever is beyond the end is the end.
 */
typedef struct
{
  StrataScenario *fragment;      /* the placements and the flows between them */
  int             layer;         /* where all of them go; −1: each to its own */
  guint           positions[STRATA_N_LAYERS];
  GHashTable     *tools;         /* of tools that have another id here, that; or NULL */
  gboolean        without_costs; /* they are in another currency */
} StrataPaste;

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
/* Members of placements; NULL leaves a member out. */
StrataEdit *strata_gesture_set_member      (StrataScenario *scenario,
                                            GPtrArray      *placements,
                                            const char     *member,
                                            StrataValue    *value,
                                            const char     *title) G_GNUC_WARN_UNUSED_RESULT;
StrataEdit *strata_gesture_buy_module      (StrataScenario  *scenario,
                                            StrataPlacement *placement,
                                            const char      *module,
                                            gboolean         bought,
                                            const char      *title) G_GNUC_WARN_UNUSED_RESULT;
StrataEdit *strata_gesture_set_module_cost (StrataScenario  *scenario,
                                            StrataPlacement *placement,
                                            const char      *module,
                                            gint64           cents,
                                            const char      *title) G_GNUC_WARN_UNUSED_RESULT;
StrataEdit *strata_gesture_paste    (StrataScenario    *scenario,
                                     const StrataPaste *paste,
                                     const char        *title,
                                     GStrv             *placements) G_GNUC_WARN_UNUSED_RESULT;
StrataEdit *strata_gesture_add_scenario    (StrataPlan     *plan,
                                            StrataScenario *source,
                                            const char     *title,
                                            char          **id) G_GNUC_WARN_UNUSED_RESULT;
StrataEdit *strata_gesture_rename_scenario (StrataScenario *scenario,
                                            const char     *title) G_GNUC_WARN_UNUSED_RESULT;
StrataEdit *strata_gesture_move_scenario   (StrataPlan     *plan,
                                            StrataScenario *scenario,
                                            guint           position) G_GNUC_WARN_UNUSED_RESULT;
StrataEdit *strata_gesture_remove_scenario (StrataScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;
StrataEdit *strata_gesture_add_flow (StrataScenario   *scenario,
                                     const StrataFlow *flow) G_GNUC_WARN_UNUSED_RESULT;
StrataEdit *strata_gesture_remove_flow (StrataScenario *scenario,
                                        guint           index) G_GNUC_WARN_UNUSED_RESULT;
StrataEdit *strata_gesture_carry    (StrataScenario *scenario,
                                     guint           index,
                                     StrataCarries   carries) G_GNUC_WARN_UNUSED_RESULT;
StrataEdit *strata_gesture_set_fact (StrataPlan       *plan,
                                     const StrataFact *fact,
                                     StrataValue      *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
