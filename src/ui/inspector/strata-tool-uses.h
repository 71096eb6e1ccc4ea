/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a tool is used as and for.
 */

#pragma once

#include <adwaita.h>

#include "strata-tool-view.h"

G_BEGIN_DECLS

#define STRATA_TYPE_TOOL_USES (strata_tool_uses_get_type ())

G_DECLARE_FINAL_TYPE (StrataToolUses, strata_tool_uses, STRATA, TOOL_USES, AdwPreferencesGroup)

GtkWidget *strata_tool_uses_new    (StrataWorkspace      *workspace,
                                    const StrataToolView *view) G_GNUC_WARN_UNUSED_RESULT;
void       strata_tool_uses_update (StrataToolUses       *self,
                                    const StrataToolView *view);

G_END_DECLS
