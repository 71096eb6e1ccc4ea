/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What makes a finding the same after an edit.
 */

#pragma once

#include "assess/strata-assessment.h"

G_BEGIN_DECLS

char *strata_finding_dup_identity (StrataAssessment    *assessment,
                                   const StrataFinding *finding) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
