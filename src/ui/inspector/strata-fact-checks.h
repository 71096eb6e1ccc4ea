/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any of a few answers of the client, none, or unknown.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

#define STRATA_TYPE_FACT_CHECKS (strata_fact_checks_get_type ())

G_DECLARE_FINAL_TYPE (StrataFactChecks, strata_fact_checks, STRATA, FACT_CHECKS, AdwExpanderRow)

GtkWidget *strata_fact_checks_new (StrataWorkspace *workspace,
                                StrataFactRow   *row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
