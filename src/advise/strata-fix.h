/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Something to do about a finding: an edit, and what it would lead to.
 */

#pragma once

#include "assess/strata-assessment-diff.h"

G_BEGIN_DECLS

/**
 * StrataFix:
 *
 * An edit that makes a finding go away without a new error; immutable and
 * ref-counted. Fields are read, never written.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount       ref_count;

  /*< public >*/
  StrataEdit           *edit;   /* its name is what Undo shows */
  char                 *label;  /* what a button says, translated */
  StrataAssessment     *after;  /* of the plan with the edit */
  StrataAssessmentDiff *diff;   /* from today to `after` */
} StrataFix;

#define STRATA_TYPE_FIX (strata_fix_get_type ())

GType      strata_fix_get_type (void) G_GNUC_CONST;
StrataFix *strata_fix_new      (StrataEdit       *edit,
                                const char       *label,
                                StrataAssessment *before,
                                StrataAssessment *after) G_GNUC_WARN_UNUSED_RESULT;
StrataFix *strata_fix_ref      (StrataFix *fix);
void       strata_fix_unref    (StrataFix *fix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataFix, strata_fix_unref)

G_END_DECLS
