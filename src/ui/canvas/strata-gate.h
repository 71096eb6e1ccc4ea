/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The four prerequisites between automation and personalization.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

#define STRATA_TYPE_GATE (strata_gate_get_type ())

G_DECLARE_FINAL_TYPE (StrataGate, strata_gate, STRATA, GATE, AdwBin)

GtkWidget *strata_gate_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void       strata_gate_set_workspace (StrataGate      *self,
                                      StrataWorkspace *workspace);

G_END_DECLS
