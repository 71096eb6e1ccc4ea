/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window onto one plan.
 */

#pragma once

#include "strata-application.h"

G_BEGIN_DECLS

#define STRATA_TYPE_WINDOW (strata_window_get_type ())

/**
 * StrataWindow:
 *
 * Properties: `workspace` (NULL while there is no plan), `show-catalogue`,
 * `show-inspector`; and, read-only, what the header shows: `plan-title`,
 * `plan-subtitle`, `undo-label`, `redo-label`.
 */
G_DECLARE_FINAL_TYPE (StrataWindow, strata_window, STRATA, WINDOW, AdwApplicationWindow)

StrataWindow *strata_window_new        (StrataApplication *application) G_GNUC_WARN_UNUSED_RESULT;

gboolean      strata_window_is_vacant  (StrataWindow *self);
GFile        *strata_window_get_file   (StrataWindow *self);
void          strata_window_show_start (StrataWindow *self);
void          strata_window_open_file  (StrataWindow *self,
                                        GFile        *file);
void          strata_window_offer_recoveries
                                       (StrataWindow *self,
                                        GListModel   *recoveries);

G_END_DECLS
