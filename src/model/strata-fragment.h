/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A part of a scenario that goes elsewhere, as a small plan of its own.
 */

#pragma once

#include "strata-plan.h"

G_BEGIN_DECLS

StrataPlan     *strata_fragment_new          (StrataPlan     *plan,
                                              StrataScenario *scenario,
                                              GPtrArray      *placements) G_GNUC_WARN_UNUSED_RESULT;
gboolean        strata_fragment_check        (StrataPlan  *fragment,
                                              GError     **error);
StrataScenario *strata_fragment_get_scenario (StrataPlan *fragment);

G_END_DECLS
