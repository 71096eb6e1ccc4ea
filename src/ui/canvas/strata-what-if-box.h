/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What would happen if what is carried were dropped.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-what-if.h"

G_BEGIN_DECLS

#define STRATA_TYPE_WHAT_IF_BOX (strata_what_if_box_get_type ())

/**
 * StrataWhatIfBox:
 *
 * Floats over a lane and tells what a drop there would add and solve.
 */
G_DECLARE_FINAL_TYPE (StrataWhatIfBox, strata_what_if_box, STRATA, WHAT_IF_BOX, AdwBin)

GtkWidget *strata_what_if_box_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       strata_what_if_box_show (StrataWhatIfBox *self,
                                    const char      *title,
                                    StrataWhatIf    *what_if);

G_END_DECLS
