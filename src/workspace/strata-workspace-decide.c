/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the plan that is looked at decides, kept while it holds.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-workspace-private.h"

#include "workspace/strata-decision-model.h"

/* A model that came with the plan and cannot be read leaves the last good one
 * in force. */
static DmnModel *
get_model (StrataWorkspace *self,
           StrataPlan      *plan)
{
  DmnModel *model;

  if (!g_set_str (&self->model_text, strata_plan_get_model (plan)) && self->plan_model != NULL)
    return self->plan_model;

  model = strata_decision_model_for_plan (plan, "model", self->model, NULL);
  if (model != NULL)
    {
      g_clear_pointer (&self->plan_model, dmn_model_unref);
      self->plan_model = model;
      /* What another model decided holds no longer. */
      g_clear_pointer (&self->decided, strata_facts_unref);
    }

  return self->plan_model != NULL ? self->plan_model : self->model;
}

StrataDecisions *
strata_workspace_decide (StrataWorkspace *self,
                         StrataPlan      *plan)
{
  StrataFacts *facts = strata_plan_get_facts (plan);
  DmnModel *model = get_model (self, plan);
  StrataDecisions *decisions;

  if (self->decisions != NULL && self->decided == facts)
    return self->decisions;

  decisions = strata_decide (facts, model, self->model, NULL);
  if (decisions == NULL)
    decisions = strata_decide (facts, self->model, self->model, NULL);
  /* What ships has been held against every decision before it ships. */
  g_assert (decisions != NULL);

  g_clear_pointer (&self->decisions, strata_decisions_unref);
  g_clear_pointer (&self->decided, strata_facts_unref);
  self->decisions = decisions;
  self->decided = strata_facts_ref (facts);

  return decisions;
}
