/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The client's facts as one short form, and what to ask next.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

#define STRATA_TYPE_CLIENT_PANE (strata_client_pane_get_type ())

/**
 * StrataClientPane:
 *
 * Shows the facts of its `workspace`, which may be NULL.
 */
G_DECLARE_FINAL_TYPE (StrataClientPane, strata_client_pane, STRATA, CLIENT_PANE, AdwBin)

void strata_client_pane_set_workspace (StrataClientPane *self,
                                       StrataWorkspace  *workspace);
/* Puts the keyboard on a question, by its key. */
void strata_client_pane_ask           (StrataClientPane *self,
                                       const char       *key);

G_END_DECLS
