/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scenario as the switcher shows it.
 */

#pragma once

#include "model/strata-scenario.h"
#include "workspace/strata-row.h"

G_BEGIN_DECLS

#define STRATA_TYPE_SCENARIO_ROW (strata_scenario_row_get_type ())

/**
 * StrataScenarioRow:
 *
 * Read-only properties with notification: `id`, `title`.
 */
G_DECLARE_FINAL_TYPE (StrataScenarioRow, strata_scenario_row, STRATA, SCENARIO_ROW, StrataRow)

StrataScenarioRow *strata_scenario_row_new       (const char *id) G_GNUC_WARN_UNUSED_RESULT;
void               strata_scenario_row_update    (StrataScenarioRow *self,
                                                  StrataScenario    *scenario);

const char        *strata_scenario_row_get_id    (StrataScenarioRow *self);
const char        *strata_scenario_row_get_title (StrataScenarioRow *self);

G_END_DECLS
