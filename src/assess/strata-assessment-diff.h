/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a change of the plan solves and what it adds.
 */

#pragma once

#include "assess/strata-assessment.h"

G_BEGIN_DECLS

/**
 * StrataAssessmentDiff:
 *
 * The open findings, accepted ones left out, in which two assessments of a
 * scenario differ. A finding is the same one when its code, tools (by their
 * ids), capabilities, module, facts and first day are; its severity may have
 * changed.
 */
typedef struct
{
  GArray *solved; /* of guint: findings of the former that the latter lacks */
  GArray *added;  /* of guint: findings of the latter that the former lacks */
  GArray *worse;  /* of guint: findings of the latter that are graver than in the former */
} StrataAssessmentDiff;

StrataAssessmentDiff *strata_assessment_diff      (StrataAssessment     *before,
                                                   StrataAssessment     *after) G_GNUC_WARN_UNUSED_RESULT;
void                  strata_assessment_diff_free (StrataAssessmentDiff *diff);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataAssessmentDiff, strata_assessment_diff_free)

G_END_DECLS
