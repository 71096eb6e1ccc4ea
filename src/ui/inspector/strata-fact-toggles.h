/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A yes or no of the client, or unknown.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

#define STRATA_TYPE_FACT_TOGGLES (strata_fact_toggles_get_type ())

G_DECLARE_FINAL_TYPE (StrataFactToggles, strata_fact_toggles, STRATA, FACT_TOGGLES, AdwActionRow)

GtkWidget *strata_fact_toggles_new (StrataWorkspace *workspace,
                                    StrataFactRow   *row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
