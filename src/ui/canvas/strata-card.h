/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A placed tool on the canvas.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-placement-row.h"

G_BEGIN_DECLS

#define STRATA_TYPE_CARD (strata_card_get_type ())

/**
 * StrataCard:
 *
 * Shows its `row`, a [class@Strata.PlacementRow], and follows it.
 */
G_DECLARE_FINAL_TYPE (StrataCard, strata_card, STRATA, CARD, AdwBin)

GtkWidget          *strata_card_new        (StrataPlacementRow *row) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget          *strata_card_new_sample (void) G_GNUC_WARN_UNUSED_RESULT;
StrataPlacementRow *strata_card_get_row    (StrataCard *self);

G_END_DECLS
