/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Something to do about a finding: an edit, and what it would lead to.
 */

#define G_LOG_DOMAIN "strata-advise"

#include "config.h"

#include "strata-fix.h"

G_DEFINE_BOXED_TYPE (StrataFix, strata_fix, strata_fix_ref, strata_fix_unref)

/**
 * strata_fix_new:
 * @edit: what it does
 * @label: what a button says, translated
 * @before: the assessment of the plan as it is
 * @after: the assessment of the plan with the edit
 *
 * Returns: (transfer full): the fix
 */
StrataFix *
strata_fix_new (StrataEdit       *edit,
                const char       *label,
                StrataAssessment *before,
                StrataAssessment *after)
{
  StrataFix *self = NULL;

  g_return_val_if_fail (edit != NULL && label != NULL, NULL);
  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  self = g_new0 (StrataFix, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->edit = strata_edit_ref (edit);
  self->label = g_strdup (label);
  self->after = strata_assessment_ref (after);
  self->diff = strata_assessment_diff (before, after);

  return self;
}

/**
 * strata_fix_ref:
 * @self: a fix
 *
 * Returns: (transfer full): @self, with one reference more
 */
StrataFix *
strata_fix_ref (StrataFix *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * strata_fix_unref:
 * @self: (transfer full): a fix
 *
 * Gives a reference back.
 */
void
strata_fix_unref (StrataFix *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  strata_assessment_diff_free (self->diff);
  strata_assessment_unref (self->after);
  strata_edit_unref (self->edit);
  g_free (self->label);
  g_free (self);
}
