/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window onto one plan.
 */

#pragma once

#include "strata-application.h"

G_BEGIN_DECLS

#define STRATA_TYPE_WINDOW (strata_window_get_type ())

G_DECLARE_FINAL_TYPE (StrataWindow, strata_window, STRATA, WINDOW, AdwApplicationWindow)

StrataWindow *strata_window_new (StrataApplication *application) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
