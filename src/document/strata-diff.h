/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What changed from one plan to another.
 */

#pragma once

#include "model/strata-plan.h"

G_BEGIN_DECLS

/**
 * StrataChange:
 *
 * One place where two plans differ. What was added has no `from`, what was
 * removed no `to`.
 *
 * The path is that of [struct@Strata.Edit]. Where elements have neither id nor
 * name, as flows have not, it names the position in the first plan, or of an
 * added one in the second. Elements with ids that only stand in another order
 * are one change of their array, from and to lists of ids.
 */
typedef struct
{
  char        *path;
  StrataValue *from; /* or NULL */
  StrataValue *to;   /* or NULL */
} StrataChange;

GPtrArray  *strata_diff         (StrataPlan *a,
                                 StrataPlan *b) G_GNUC_WARN_UNUSED_RESULT;
StrataEdit *strata_diff_to_edit (StrataPlan *a,
                                 StrataPlan *b,
                                 const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
