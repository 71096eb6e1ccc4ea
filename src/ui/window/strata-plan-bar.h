/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar above the canvas: scenarios to switch, and what they add up to.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

#define STRATA_TYPE_PLAN_BAR (strata_plan_bar_get_type ())

/**
 * StrataPlanBar:
 *
 * Properties: `workspace`, `compact`. A click on a total asks for
 * `win.show-findings`.
 */
G_DECLARE_FINAL_TYPE (StrataPlanBar, strata_plan_bar, STRATA, PLAN_BAR, AdwBin)

void strata_plan_bar_rename_scenario (StrataPlanBar *self);

G_END_DECLS
