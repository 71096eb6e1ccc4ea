/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of a boxed list that is checked or not.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *strata_check_row_new (const char      *name,
                                 const char      *label,
                                 GtkCheckButton **check) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
