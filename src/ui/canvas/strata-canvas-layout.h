/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gives the canvas's widgets the places that the scene has for them.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STRATA_TYPE_CANVAS_LAYOUT (strata_canvas_layout_get_type ())

G_DECLARE_FINAL_TYPE (StrataCanvasLayout, strata_canvas_layout, STRATA, CANVAS_LAYOUT, GtkLayoutManager)

G_END_DECLS
