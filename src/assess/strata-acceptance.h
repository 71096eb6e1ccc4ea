/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes the findings that the room lives with out of the counts.
 */

#pragma once

#include "assess/strata-finding.h"
#include "model/strata-scenario.h"

G_BEGIN_DECLS

gboolean strata_acceptance_matches (const StrataAcceptance *entry,
                                    StrataScenario         *scenario,
                                    const StrataFinding    *finding);

G_END_DECLS
