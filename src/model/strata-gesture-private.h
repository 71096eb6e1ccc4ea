/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What gestures share.
 */

#pragma once

#include "strata-scenario.h"

G_BEGIN_DECLS

/* The first free one of p1, p2, … from the number on, which moves past it. */
char *strata_gesture_find_free_id (StrataScenario *scenario,
                                   guint          *number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
