/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws a display list into a window.
 */

#pragma once

#include <gtk/gtk.h>

#include "scene/strata-display-list.h"

G_BEGIN_DECLS

/* What each tone looks like; the style sheet says it. */
typedef GdkRGBA StrataPalette[STRATA_N_TONES];

void strata_snapshot_paint (GtkSnapshot         *snapshot,
                            StrataDisplayList   *list,
                            const StrataPalette  palette);

G_END_DECLS
