/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which scenario of the plan is shown.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

#define STRATA_TYPE_SCENARIO_SWITCHER (strata_scenario_switcher_get_type ())

/**
 * StrataScenarioSwitcher:
 *
 * Properties: `workspace`; `compact`: takes little room, a menu button instead
 * of a button each. Hidden while there is nothing to switch.
 */
G_DECLARE_FINAL_TYPE (StrataScenarioSwitcher, strata_scenario_switcher, STRATA, SCENARIO_SWITCHER, AdwBin)

void strata_scenario_switcher_set_workspace (StrataScenarioSwitcher *self,
                                             StrataWorkspace        *workspace);
void strata_scenario_switcher_set_compact   (StrataScenarioSwitcher *self,
                                             gboolean                compact);
void strata_scenario_switcher_rename        (StrataScenarioSwitcher *self);

G_END_DECLS
