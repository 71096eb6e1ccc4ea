/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One of a few answers of the client, or unknown.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

#define STRATA_TYPE_FACT_COMBO (strata_fact_combo_get_type ())

G_DECLARE_FINAL_TYPE (StrataFactCombo, strata_fact_combo, STRATA, FACT_COMBO, AdwComboRow)

GtkWidget *strata_fact_combo_new (StrataWorkspace *workspace,
                                   StrataFactRow   *row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
