/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A layer as the heading of its lane shows it.
 */

#pragma once

#include "assess/strata-assessment.h"
#include "workspace/strata-row.h"

G_BEGIN_DECLS

#define STRATA_TYPE_LANE (strata_lane_get_type ())

/**
 * StrataLane:
 *
 * Read-only properties with notification: `layer` (a [enum@Strata.Layer] as
 * int), `title`, `phase-text` (“Days 0 – 45”), `ready`, `ready-text` (“Ready on
 * day 45”, or why never), `cost-text` (a month at the end; NULL for an empty
 * lane), `n-placements`.
 */
G_DECLARE_FINAL_TYPE (StrataLane, strata_lane, STRATA, LANE, StrataRow)

StrataLane  *strata_lane_new              (StrataLayer layer) G_GNUC_WARN_UNUSED_RESULT;
void         strata_lane_update           (StrataLane       *self,
                                           StrataCatalog    *catalog,
                                           StrataAssessment *assessment,
                                           gboolean          discreet);

StrataLayer  strata_lane_get_layer        (StrataLane *self);
const char  *strata_lane_get_title        (StrataLane *self);
const char  *strata_lane_get_phase_text   (StrataLane *self);
gboolean     strata_lane_get_ready        (StrataLane *self);
const char  *strata_lane_get_ready_text   (StrataLane *self);
const char  *strata_lane_get_cost_text    (StrataLane *self);
guint        strata_lane_get_n_placements (StrataLane *self);

G_END_DECLS
