/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of the form that asks one question.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

/* The widget that suits the question: an entry, toggles, a choice or a list. */
GtkWidget *strata_fact_editor_new     (StrataWorkspace *workspace,
                                       StrataFactRow   *row) G_GNUC_WARN_UNUSED_RESULT;

/* What the widgets share. */
void       strata_fact_editor_prepare (GtkWidget     *editor,
                                       StrataFactRow *row);
void       strata_fact_editor_answer  (GtkWidget       *editor,
                                       StrataWorkspace *workspace,
                                       StrataFactRow   *row,
                                       StrataValue     *value);

G_END_DECLS
