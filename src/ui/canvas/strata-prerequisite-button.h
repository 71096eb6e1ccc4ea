/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One prerequisite in the gate, to be looked at and set.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

#define STRATA_TYPE_PREREQUISITE_BUTTON (strata_prerequisite_button_get_type ())

/**
 * StrataPrerequisiteButton:
 *
 * Shows its `row`, a [class@Strata.PrerequisiteRow]; a menu sets its state in
 * the plan.
 */
G_DECLARE_FINAL_TYPE (StrataPrerequisiteButton, strata_prerequisite_button, STRATA, PREREQUISITE_BUTTON, AdwBin)

GtkWidget *strata_prerequisite_button_new (StrataWorkspace       *workspace,
                                           StrataPrerequisiteRow *row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
