/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog that shows every command and its keys.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define STRATA_TYPE_SHORTCUTS_DIALOG (strata_shortcuts_dialog_get_type ())

G_DECLARE_FINAL_TYPE (StrataShortcutsDialog, strata_shortcuts_dialog, STRATA, SHORTCUTS_DIALOG, AdwDialog)

AdwDialog *strata_shortcuts_dialog_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
