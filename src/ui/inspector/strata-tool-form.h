/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that a plan says of the tools that are selected.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

#define STRATA_TYPE_TOOL_FORM (strata_tool_form_get_type ())

G_DECLARE_FINAL_TYPE (StrataToolForm, strata_tool_form, STRATA, TOOL_FORM, GtkBox)

GtkWidget *strata_tool_form_new    (StrataWorkspace    *workspace,
                                    const char * const *placements) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE: it is about others, or about another tool. */
gboolean   strata_tool_form_update (StrataToolForm     *self,
                                    const char * const *placements);

G_END_DECLS
