/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done about a finding, worked out when somebody looks at it.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "advise/strata-advise.h"

/* Rows stand in the order of the assessment's findings. */
const StrataFinding *
strata_workspace_find_finding (StrataWorkspace *self,
                               const char      *identity)
{
  StrataFindingRow *row = g_hash_table_lookup (self->finding_rows, identity);
  guint position = 0;

  if (row == NULL || !g_list_store_find (self->findings, row, &position))
    return NULL;

  return strata_assessment_get_finding (self->assessment, position);
}

void
strata_workspace_forget_fixes (StrataWorkspace *self)
{
  g_hash_table_remove_all (self->fixes);
}

static GPtrArray *
advise (StrataWorkspace *self,
        const char      *identity)
{
  const StrataFinding *finding = strata_workspace_find_finding (self, identity);

  if (finding == NULL || finding->accepted)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) strata_fix_unref);

  return strata_advise (self->assessment, finding, self->catalog,
                        strata_assessment_get_decisions (self->assessment));
}

static gboolean
is_offered (StrataWorkspace *self,
            StrataFix       *fix)
{
  GHashTableIter iter;
  gpointer fixes = NULL;

  g_hash_table_iter_init (&iter, self->fixes);
  while (g_hash_table_iter_next (&iter, NULL, &fixes))
    {
      if (g_ptr_array_find (fixes, fix, NULL))
        return TRUE;
    }

  return FALSE;
}

/**
 * strata_workspace_list_fixes:
 * @self: a workspace
 * @identity: the identity of a finding
 *
 * Works out what could be done about a finding, once: each fix has been tried,
 * which takes as many assessments. The next settling forgets it, so ask again
 * then, and ask only for what is seen.
 *
 * Returns: (transfer none) (element-type StrataFix): the fixes, the best first;
 *   none for what is accepted or not there
 */
GPtrArray *
strata_workspace_list_fixes (StrataWorkspace *self,
                             const char      *identity)
{
  GPtrArray *fixes;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (identity != NULL, NULL);

  fixes = g_hash_table_lookup (self->fixes, identity);
  if (fixes == NULL)
    {
      fixes = advise (self, identity);
      g_hash_table_insert (self->fixes, g_strdup (identity), fixes);
    }

  return fixes;
}

/**
 * strata_workspace_apply_fix:
 * @self: a workspace
 * @fix: one of those listed
 * @error: return location for a [error@Strata.PlanError]
 *
 * Does what a fix proposes, as one step. A fix that was worked out for the
 * plan as it no longer is, is refused.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_apply_fix (StrataWorkspace  *self,
                            StrataFix        *fix,
                            GError          **error)
{
  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (fix != NULL, FALSE);

  strata_workspace_settle (self);
  if (!is_offered (self, fix))
    {
      g_set_error (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_EDIT,
                   _("“%s” was offered for the plan as it was before its last change."), fix->label);
      return FALSE;
    }

  return strata_workspace_apply (self, fix->edit, NULL, error);
}
