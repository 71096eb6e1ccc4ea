/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One of a few words that placements have in a plan, such as their status.
 */

#pragma once

#include <adwaita.h>

#include "strata-tool-view.h"

G_BEGIN_DECLS

#define STRATA_TYPE_TOOL_COMBO (strata_tool_combo_get_type ())

G_DECLARE_FINAL_TYPE (StrataToolCombo, strata_tool_combo, STRATA, TOOL_COMBO, AdwComboRow)

GtkWidget *strata_tool_combo_new    (StrataWorkspace        *workspace,
                                     const char * const     *placements,
                                     const char             *member,
                                     const char             *title,
                                     const StrataVocabulary *vocabulary) G_GNUC_WARN_UNUSED_RESULT;
/* −1: they differ. */
void       strata_tool_combo_show   (StrataToolCombo *self,
                                     int              value);

G_END_DECLS
