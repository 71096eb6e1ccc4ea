/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The four prerequisites between automation and personalization.
 */

#pragma once

#include <adwaita.h>

#include "scene/strata-layout.h"
#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

#define STRATA_TYPE_GATE (strata_gate_get_type ())

G_DECLARE_FINAL_TYPE (StrataGate, strata_gate, STRATA, GATE, GtkWidget)

GtkWidget *strata_gate_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void       strata_gate_set_workspace (StrataGate      *self,
                                      StrataWorkspace *workspace);
int        strata_gate_measure_button (StrataGate *self,
                                       int         width);
void       strata_gate_set_layout    (StrataGate   *self,
                                      StrataLayout *layout);

G_END_DECLS
