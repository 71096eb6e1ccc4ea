/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tool in the catalogue's list, to be dragged onto a layer.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-tool-row.h"

G_BEGIN_DECLS

#define STRATA_TYPE_TOOL_ITEM (strata_tool_item_get_type ())

G_DECLARE_FINAL_TYPE (StrataToolItem, strata_tool_item, STRATA, TOOL_ITEM, AdwBin)

GtkWidget     *strata_tool_item_new     (void) G_GNUC_WARN_UNUSED_RESULT;
StrataToolRow *strata_tool_item_get_row (StrataToolItem *self);
void           strata_tool_item_set_row (StrataToolItem *self,
                                         StrataToolRow  *row);

G_END_DECLS
