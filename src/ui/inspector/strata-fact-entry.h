/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A number that the client names; empty when unknown.
 */

#pragma once

#include <adwaita.h>

#include "strata-typed-entry.h"
#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

#define STRATA_TYPE_FACT_ENTRY (strata_fact_entry_get_type ())

G_DECLARE_FINAL_TYPE (StrataFactEntry, strata_fact_entry, STRATA, FACT_ENTRY, StrataTypedEntry)

GtkWidget *strata_fact_entry_new (StrataWorkspace *workspace,
                                  StrataFactRow   *row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
