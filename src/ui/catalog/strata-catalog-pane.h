/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The catalogue beside the canvas: tools to search for and to drag from.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

#define STRATA_TYPE_CATALOG_PANE (strata_catalog_pane_get_type ())

/**
 * StrataCatalogPane:
 *
 * Properties: `workspace`; `removing`: a card is being carried, so the pane is
 * the place to drop it. Signal `lifted`: a tool is being dragged out.
 *
 * Asks for what it can't do by actions: `win.place` and `win.remove`.
 */
G_DECLARE_FINAL_TYPE (StrataCatalogPane, strata_catalog_pane, STRATA, CATALOG_PANE, AdwBin)

void strata_catalog_pane_set_workspace (StrataCatalogPane *self,
                                        StrataWorkspace   *workspace);
void strata_catalog_pane_set_removing  (StrataCatalogPane *self,
                                        gboolean           removing);
void strata_catalog_pane_search        (StrataCatalogPane *self,
                                        const char        *words);

G_END_DECLS
