/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The findings beside the canvas, worst first.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

#define STRATA_TYPE_FINDINGS_PANE (strata_findings_pane_get_type ())

/**
 * StrataFindingsPane:
 *
 * Property: `workspace`. A click on a finding selects its cards and asks for
 * `win.reveal`.
 */
G_DECLARE_FINAL_TYPE (StrataFindingsPane, strata_findings_pane, STRATA, FINDINGS_PANE, AdwBin)

void strata_findings_pane_set_workspace (StrataFindingsPane *self,
                                         StrataWorkspace    *workspace);

G_END_DECLS
