/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pane beside the canvas: findings, and the client.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

#define STRATA_TYPE_INSPECTOR (strata_inspector_get_type ())

/**
 * StrataInspector:
 *
 * Shows what is said of its `workspace`, which may be NULL, a page at a time:
 * `findings` or `client`. `collapsed`: whether it lies over the canvas.
 */
G_DECLARE_FINAL_TYPE (StrataInspector, strata_inspector, STRATA, INSPECTOR, AdwBin)

void strata_inspector_set_workspace (StrataInspector *self,
                                     StrataWorkspace *workspace);
void strata_inspector_set_collapsed (StrataInspector *self,
                                     gboolean         collapsed);
void strata_inspector_show_page     (StrataInspector *self,
                                     const char      *page);
void strata_inspector_enter_page (StrataInspector *self);

G_END_DECLS
