/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stack: three lanes, the gate, cards and the flows between them.
 */

#pragma once

#include <gtk/gtk.h>

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

#define STRATA_TYPE_CANVAS (strata_canvas_get_type ())

/**
 * StrataCanvas:
 *
 * Shows the scenario of its `workspace` and turns gestures on it into edits.
 * Belongs into a [class@Gtk.ScrolledWindow] that scrolls up and down only;
 * takes tools and placements that are dropped on it.
 *
 * Signal `failed` (message): an edit was refused, and why.
 * Signal `noted` (message): an edit did what was asked, and something that a
 * person should know.
 * Signal `removed` (message): tools were taken off the stack, and which.
 */
G_DECLARE_FINAL_TYPE (StrataCanvas, strata_canvas, STRATA, CANVAS, GtkWidget)

GtkWidget       *strata_canvas_new             (void) G_GNUC_WARN_UNUSED_RESULT;
StrataWorkspace *strata_canvas_get_workspace   (StrataCanvas *self);
void             strata_canvas_set_workspace   (StrataCanvas    *self,
                                                StrataWorkspace *workspace);
char            *strata_canvas_dup_focused     (StrataCanvas *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean         strata_canvas_focus_placement (StrataCanvas *self,
                                                const char   *id);
gboolean         strata_canvas_is_dragging     (StrataCanvas *self);
void             strata_canvas_duplicate       (StrataCanvas *self,
                                                const char   *id);
void             strata_canvas_remove          (StrataCanvas *self,
                                                const char   *id);

G_END_DECLS
