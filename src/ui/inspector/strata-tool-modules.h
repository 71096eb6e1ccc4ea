/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which modules of a tool were bought, and what each costs.
 */

#pragma once

#include <adwaita.h>

#include "strata-tool-view.h"

G_BEGIN_DECLS

#define STRATA_TYPE_TOOL_MODULES (strata_tool_modules_get_type ())

G_DECLARE_FINAL_TYPE (StrataToolModules, strata_tool_modules, STRATA, TOOL_MODULES, AdwPreferencesGroup)

GtkWidget *strata_tool_modules_new    (StrataWorkspace      *workspace,
                                       const StrataToolView *view) G_GNUC_WARN_UNUSED_RESULT;
void       strata_tool_modules_update (StrataToolModules    *self,
                                       const StrataToolView *view);

G_END_DECLS
