/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tool as the catalogue's list shows it.
 */

#pragma once

#include "catalog/strata-catalog.h"
#include "workspace/strata-row.h"

G_BEGIN_DECLS

#define STRATA_TYPE_TOOL_ROW (strata_tool_row_get_type ())

/**
 * StrataToolRow:
 *
 * Read-only properties with notification: `id`, `tool` (a [struct@Strata.Tool],
 * boxed), `name`, `vendor` (or NULL), `initials`, `role` (label of its main
 * role), `group` (the same in the plural, for a section's heading), `summary`
 * (what it does, a few capabilities), `layer` (where it is at home, a
 * [enum@Strata.Layer] as int), `verified`: everything it offers was looked up.
 */
G_DECLARE_FINAL_TYPE (StrataToolRow, strata_tool_row, STRATA, TOOL_ROW, StrataRow)

StrataToolRow *strata_tool_row_new       (const char *id) G_GNUC_WARN_UNUSED_RESULT;
void           strata_tool_row_update    (StrataToolRow *self,
                                          StrataCatalog *catalog,
                                          StrataTool    *tool);

const char    *strata_tool_row_get_id    (StrataToolRow *self);
StrataTool    *strata_tool_row_get_tool  (StrataToolRow *self);
const char    *strata_tool_row_get_name  (StrataToolRow *self);
const char    *strata_tool_row_get_group (StrataToolRow *self);
StrataLayer    strata_tool_row_get_layer (StrataToolRow *self);

G_END_DECLS
