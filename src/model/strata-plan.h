/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan: an immutable value with a client's facts, tools and scenarios.
 */

#pragma once

#include "strata-edit.h"
#include "strata-facts.h"
#include "strata-plan-error.h"
#include "strata-scenario.h"
#include "strata-tool.h"

G_BEGIN_DECLS

/**
 * StrataPlan:
 *
 * Immutable and ref-counted. [func@Strata.plan_apply] returns a new plan that
 * shares every untouched record with the old one: a scenario, placement or
 * tool that is the same pointer in two plans is the same.
 */
typedef struct _StrataPlan StrataPlan;

#define STRATA_PLAN_FORMAT  "strata-plan"
#define STRATA_PLAN_VERSION 1

#define STRATA_TYPE_PLAN (strata_plan_get_type ())

GType           strata_plan_get_type          (void) G_GNUC_CONST;
StrataPlan     *strata_plan_new               (StrataValue  *value,
                                               GError      **error) G_GNUC_WARN_UNUSED_RESULT;
StrataPlan     *strata_plan_new_empty         (const char *title) G_GNUC_WARN_UNUSED_RESULT;
StrataPlan     *strata_plan_ref               (StrataPlan *plan);
void            strata_plan_unref             (StrataPlan *plan);

StrataPlan     *strata_plan_apply             (StrataPlan  *plan,
                                               StrataEdit  *edit,
                                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;

StrataValue    *strata_plan_get_value         (StrataPlan *plan);
const char     *strata_plan_get_title         (StrataPlan *plan);
const char     *strata_plan_get_client        (StrataPlan *plan);
const char     *strata_plan_get_currency      (StrataPlan *plan);
const char     *strata_plan_get_start_date    (StrataPlan *plan);
const char     *strata_plan_get_model         (StrataPlan *plan);
StrataFacts    *strata_plan_get_facts         (StrataPlan *plan);
guint           strata_plan_get_n_tools       (StrataPlan *plan);
StrataTool     *strata_plan_get_tool          (StrataPlan *plan,
                                               guint       index);
StrataTool     *strata_plan_find_tool         (StrataPlan *plan,
                                               const char *id);
guint           strata_plan_get_n_scenarios   (StrataPlan *plan);
StrataScenario *strata_plan_get_scenario      (StrataPlan *plan,
                                               guint       index);
StrataScenario *strata_plan_find_scenario     (StrataPlan *plan,
                                               const char *id,
                                               guint      *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataPlan, strata_plan_unref)

G_END_DECLS
