/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks what a scenario is to be called.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STRATA_TYPE_RENAME_POPOVER (strata_rename_popover_get_type ())

/**
 * StrataRenamePopover:
 *
 * Signal `renamed` (title): what was entered, without spaces around it.
 */
G_DECLARE_FINAL_TYPE (StrataRenamePopover, strata_rename_popover, STRATA, RENAME_POPOVER, GtkPopover)

GtkWidget *strata_rename_popover_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       strata_rename_popover_ask (StrataRenamePopover *self,
                                      const char          *title);

G_END_DECLS
