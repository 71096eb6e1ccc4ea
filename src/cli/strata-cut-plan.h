/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan and what can be cut from its scenarios.
 */

#pragma once

#include "advise/strata-cut.h"
#include "strata-checked-plan.h"

G_BEGIN_DECLS

/**
 * StrataCutPlan:
 *
 * One plan of the command line, with an answer for each of its scenarios.
 */
typedef struct
{
  StrataCheckedPlan *checked;
  GPtrArray         *cuts; /* StrataCut, in the order of the scenarios */
} StrataCutPlan;

/* Takes the judged plan. A pin is a placement's id, its id and a module with
 * a slash between, or a capability's id. */
StrataCutPlan *strata_cut_plan_new   (StrataCheckedPlan   *checked,
                                      StrataCatalog       *catalog,
                                      const char * const  *pins,
                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void           strata_cut_plan_free  (StrataCutPlan *plan);

/* Both take a list of StrataCutPlan. */
GBytes        *strata_cuts_to_json   (GPtrArray *plans) G_GNUC_WARN_UNUSED_RESULT;
char          *strata_cuts_to_text   (GPtrArray     *plans,
                                      StrataCatalog *catalog,
                                      guint          width,
                                      gboolean       has_colors) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataCutPlan, strata_cut_plan_free)

G_END_DECLS
