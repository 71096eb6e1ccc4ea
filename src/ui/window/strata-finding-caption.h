/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The finding in focus, as a sentence for a room.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

#define STRATA_TYPE_FINDING_CAPTION (strata_finding_caption_get_type ())

/**
 * StrataFindingCaption:
 *
 * Property: `workspace`. Takes no room while no finding is in focus.
 */
G_DECLARE_FINAL_TYPE (StrataFindingCaption, strata_finding_caption, STRATA, FINDING_CAPTION, AdwBin)

void strata_finding_caption_step (StrataFindingCaption *self,
                                  gboolean              forward);

G_END_DECLS
