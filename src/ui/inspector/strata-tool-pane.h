/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the tools that are selected.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

#define STRATA_TYPE_TOOL_PANE (strata_tool_pane_get_type ())

G_DECLARE_FINAL_TYPE (StrataToolPane, strata_tool_pane, STRATA, TOOL_PANE, AdwBin)

void strata_tool_pane_set_workspace (StrataToolPane  *self,
                                     StrataWorkspace *workspace);

G_END_DECLS
