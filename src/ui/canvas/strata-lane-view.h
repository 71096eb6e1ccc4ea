/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A lane of the canvas: its heading and its cards.
 */

#pragma once

#include <gtk/gtk.h>

#include "scene/strata-layout.h"
#include "ui/canvas/strata-card.h"
#include "workspace/strata-lane.h"

G_BEGIN_DECLS

#define STRATA_TYPE_LANE_VIEW (strata_lane_view_get_type ())

/**
 * StrataLaneView:
 *
 * Shows a [class@Strata.Lane] and a list of [class@Strata.PlacementRow], each
 * as a card that lives as long as its row is in the list.
 */
G_DECLARE_FINAL_TYPE (StrataLaneView, strata_lane_view, STRATA, LANE_VIEW, GtkWidget)

GtkWidget  *strata_lane_view_new            (StrataLayer layer) G_GNUC_WARN_UNUSED_RESULT;
void        strata_lane_view_set_content    (StrataLaneView *self,
                                             StrataLane     *lane,
                                             GListModel     *rows);
guint       strata_lane_view_get_n_cards    (StrataLaneView *self);
StrataCard *strata_lane_view_get_card       (StrataLaneView *self,
                                             guint           position);
int         strata_lane_view_measure_header (StrataLaneView *self,
                                             int             width);
void        strata_lane_view_set_layout     (StrataLaneView *self,
                                             StrataLayout   *layout);
void        strata_lane_view_set_target     (StrataLaneView *self,
                                             gboolean        target);

G_END_DECLS
