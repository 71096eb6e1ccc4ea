/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A finding: the sentence for the room, and the tools it speaks of.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-finding-row.h"

G_BEGIN_DECLS

#define STRATA_TYPE_FINDING_CARD (strata_finding_card_get_type ())

/**
 * StrataFindingCard:
 *
 * Property: `row`. A click on a tool asks for `win.reveal`.
 */
G_DECLARE_FINAL_TYPE (StrataFindingCard, strata_finding_card, STRATA, FINDING_CARD, AdwBin)

void strata_finding_card_set_row (StrataFindingCard *self,
                                  StrataFindingRow  *row);

G_END_DECLS
