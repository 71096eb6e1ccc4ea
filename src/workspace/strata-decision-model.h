/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which decision model a plan is judged by.
 */

#pragma once

#include "dmn/dmn-model.h"
#include "model/strata-plan.h"

G_BEGIN_DECLS

/* The model that ships. */
DmnModel *strata_decision_model_load     (GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/* The plan's own, or else the other. */
DmnModel *strata_decision_model_for_plan (StrataPlan  *plan,
                                          const char  *name,
                                          DmnModel    *otherwise,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
