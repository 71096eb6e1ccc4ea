/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What to do about a finding.
 */

#pragma once

#include "advise/strata-fix.h"

G_BEGIN_DECLS

GPtrArray *strata_advise (StrataAssessment    *assessment,
                          const StrataFinding *finding,
                          StrataCatalog       *catalog,
                          StrataDecisions     *decisions) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
