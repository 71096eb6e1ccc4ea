/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A day or an amount of money of one placement; empty: the default.
 */

#pragma once

#include "strata-tool-view.h"
#include "strata-typed-entry.h"
#include "workspace/strata-placement-day.h"

G_BEGIN_DECLS

#define STRATA_TYPE_TOOL_ENTRY (strata_tool_entry_get_type ())

G_DECLARE_FINAL_TYPE (StrataToolEntry, strata_tool_entry, STRATA, TOOL_ENTRY, StrataTypedEntry)

GtkWidget *strata_tool_entry_new_day    (StrataWorkspace    *workspace,
                                         const char         *placement,
                                         StrataPlacementDay  day) G_GNUC_WARN_UNUSED_RESULT;
/* Of a module, or of all without one. */
GtkWidget *strata_tool_entry_new_money  (StrataWorkspace    *workspace,
                                         const char         *placement,
                                         const char         *module,
                                         const char         *title) G_GNUC_WARN_UNUSED_RESULT;
void       strata_tool_entry_update     (StrataToolEntry      *self,
                                         const StrataToolView *view);

G_END_DECLS
