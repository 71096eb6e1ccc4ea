/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What sentences call the placements of a scenario.
 */

#pragma once

#include "catalog/strata-catalog.h"
#include "model/strata-plan.h"

G_BEGIN_DECLS

/**
 * StrataToolNames:
 *
 * A placement goes by its tool's name. Two of one name are told apart by
 * their layers, two in one layer by their ids.
 */
typedef struct _StrataToolNames StrataToolNames;

StrataToolNames *strata_tool_names_new     (StrataScenario     *scenario,
                                            const char * const *tools) G_GNUC_WARN_UNUSED_RESULT;
StrataToolNames *strata_tool_names_look_up (StrataPlan     *plan,
                                            StrataScenario *scenario,
                                            StrataCatalog  *catalog) G_GNUC_WARN_UNUSED_RESULT;
void             strata_tool_names_free    (StrataToolNames *names);
const char      *strata_tool_names_get     (StrataToolNames *names,
                                            guint            placement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataToolNames, strata_tool_names_free)

G_END_DECLS
