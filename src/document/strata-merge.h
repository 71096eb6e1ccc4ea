/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One plan of two that were made from a third.
 */

#pragma once

#include "model/strata-plan.h"

G_BEGIN_DECLS

/**
 * StrataConflict:
 *
 * A place that both sides changed, each in its own way. The merged plan has
 * what ours has, or where ours has nothing, what theirs has.
 */
typedef struct
{
  char        *path;   /* as in StrataEdit; of a flow or an acceptance, its position */
  StrataValue *base;   /* or NULL, as the two that follow: it was not there */
  StrataValue *ours;
  StrataValue *theirs;
  char        *reason; /* why both together are refused; NULL where they contradict each other */
} StrataConflict;

/**
 * StrataRename:
 *
 * Both sides added something with the same id: that of theirs has another now.
 */
typedef struct
{
  char *path; /* of what ours added */
  char *id;   /* that of theirs in the merged plan */
} StrataRename;

/**
 * StrataMerge:
 *
 * What came of a merge.
 */
typedef struct
{
  StrataPlan *plan;
  GPtrArray  *conflicts; /* StrataConflict */
  GPtrArray  *renames;   /* StrataRename */
} StrataMerge;

/**
 * StrataMergeCheck:
 * @plan: a merged plan
 * @user_data: what was handed to [func@Strata.merge]
 * @error: return location for a #StrataPlanError with a path
 *
 * Says whether a plan keeps the rules that a plan alone does not know, such
 * as those about the catalogue.
 *
 * Returns: whether it does
 */
typedef gboolean (*StrataMergeCheck) (StrataPlan  *plan,
                                      gpointer     user_data,
                                      GError     **error);

StrataMerge *strata_merge      (StrataPlan       *base,
                                StrataPlan       *ours,
                                StrataPlan       *theirs,
                                StrataMergeCheck  check,
                                gpointer          user_data) G_GNUC_WARN_UNUSED_RESULT;
void         strata_merge_free (StrataMerge      *merge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataMerge, strata_merge_free)

G_END_DECLS
