/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A placement as a card shows it.
 */

#pragma once

#include "assess/strata-assessment.h"
#include "workspace/strata-row.h"
#include "workspace/strata-what-if.h"

G_BEGIN_DECLS

#define STRATA_TYPE_PLACEMENT_ROW (strata_placement_row_get_type ())

/**
 * StrataPlacementRow:
 *
 * Read-only properties, all with notification:
 *
 * - `id`, `tool` (ids), `name`, `initials` (one or two letters for the tile);
 * - `role`: what it is used as and the modules bought, “CDP · Unify”;
 * - `layer` (a [enum@Strata.Layer] as int), `position` in its lane from 0,
 *   `n-in-lane`;
 * - `status` (a [enum@Strata.Status] as int), `status-label`, `cost` (“€ 600”
 *   or “Cost unknown”), `days` (“Day 0”, “Days 45 – 75”, “Until day 90”; NULL
 *   where there is nothing to say), `lasting`: it never retires;
 * - `severity`: the worst of its open findings as int, −1 for none, and
 *   `n-findings`, how many there are;
 * - `selected`; `related`: shares a finding or a flow with what is selected,
 *   or is named by the focused finding; `faded`: neither, while something is
 *   selected or focused;
 * - `description`: the sentence for a screen reader;
 * - `previewed`: the pending what-if changes its findings; `preview-severity`
 *   (the worst that it adds as int, −1: it only solves), `preview-badge` (“+1”,
 *   “−2”, NULL where their number stays) and `preview-text`, the same in words.
 */
G_DECLARE_FINAL_TYPE (StrataPlacementRow, strata_placement_row, STRATA, PLACEMENT_ROW, StrataRow)

/**
 * StrataPlacementView:
 *
 * What a row shows: a placement of an assessment's scenario, borrowed for the
 * length of a call.
 */
typedef struct
{
  StrataCatalog    *catalog;
  StrataAssessment *assessment;
  guint             placement; /* its place in the scenario */
  guint             position;  /* its place in the lane */
  guint             n_in_lane;
  const guint      *counts;    /* open findings that name it, by severity */
  gboolean          discreet;  /* no amounts */
} StrataPlacementView;

StrataPlacementRow *strata_placement_row_new             (const char *id) G_GNUC_WARN_UNUSED_RESULT;
void                strata_placement_row_update          (StrataPlacementRow        *self,
                                                          const StrataPlacementView *view);
void                strata_placement_row_mark            (StrataPlacementRow *self,
                                                          gboolean            selected,
                                                          gboolean            related,
                                                          gboolean            faded);
void                strata_placement_row_preview         (StrataPlacementRow     *self,
                                                          const StrataWhatIfMark *mark);

const char         *strata_placement_row_get_id          (StrataPlacementRow *self);
const char         *strata_placement_row_get_tool        (StrataPlacementRow *self);
const char         *strata_placement_row_get_name        (StrataPlacementRow *self);
StrataLayer         strata_placement_row_get_layer       (StrataPlacementRow *self);
guint               strata_placement_row_get_position    (StrataPlacementRow *self);
StrataStatus        strata_placement_row_get_status      (StrataPlacementRow *self);
/* A StrataSeverity, or −1. */
int                 strata_placement_row_get_severity    (StrataPlacementRow *self);
guint               strata_placement_row_get_n_findings  (StrataPlacementRow *self);
gboolean            strata_placement_row_get_selected    (StrataPlacementRow *self);
gboolean            strata_placement_row_get_related     (StrataPlacementRow *self);
gboolean            strata_placement_row_get_faded       (StrataPlacementRow *self);
const char         *strata_placement_row_get_description (StrataPlacementRow *self);
gboolean            strata_placement_row_get_previewed   (StrataPlacementRow *self);
/* A StrataSeverity, or STRATA_WHAT_IF_SOLVED. */
int                 strata_placement_row_get_preview_severity (StrataPlacementRow *self);
const char         *strata_placement_row_get_preview_badge (StrataPlacementRow *self);
const char         *strata_placement_row_get_preview_text (StrataPlacementRow *self);

G_END_DECLS
