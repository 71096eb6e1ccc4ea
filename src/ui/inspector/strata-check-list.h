/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Some of a few things, in a row that opens.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define STRATA_TYPE_CHECK_LIST (strata_check_list_get_type ())

/**
 * StrataCheckList:
 *
 * Signal `toggled` (id, checked): somebody checked one of them, or no longer.
 */
G_DECLARE_FINAL_TYPE (StrataCheckList, strata_check_list, STRATA, CHECK_LIST, AdwExpanderRow)

GtkWidget *strata_check_list_new  (const char *name,
                                   const char *title) G_GNUC_WARN_UNUSED_RESULT;
void       strata_check_list_add  (StrataCheckList *self,
                                   const char      *id,
                                   const char      *label);
void       strata_check_list_show (StrataCheckList *self,
                                   const char      *id,
                                   gboolean         checked,
                                   const char      *note,
                                   const char      *tooltip);

G_END_DECLS
