/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans and edits by chance, for properties that hold for any of them.
 */

#pragma once

#include "model/strata-plan.h"

G_BEGIN_DECLS

StrataPlan *random_plan_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* An edit that a plan takes or refuses. */
StrataEdit *random_edit_new (GRand      *rand,
                             StrataPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
