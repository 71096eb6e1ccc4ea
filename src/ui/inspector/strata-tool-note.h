/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What somebody noted about a placement, in as many lines as it takes.
 */

#pragma once

#include <adwaita.h>

#include "strata-tool-view.h"

G_BEGIN_DECLS

#define STRATA_TYPE_TOOL_NOTE (strata_tool_note_get_type ())

G_DECLARE_FINAL_TYPE (StrataToolNote, strata_tool_note, STRATA, TOOL_NOTE, AdwPreferencesGroup)

GtkWidget *strata_tool_note_new    (StrataWorkspace      *workspace,
                                    const char           *placement) G_GNUC_WARN_UNUSED_RESULT;
void       strata_tool_note_update (StrataToolNote       *self,
                                    const StrataToolView *view);

G_END_DECLS
