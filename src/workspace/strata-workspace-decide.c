/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the plan that is looked at decides, kept while it holds.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "workspace/strata-decision-model.h"

static void
put_in_force (StrataWorkspace *self,
              DmnModel        *model)
{
  g_clear_pointer (&self->plan_model, dmn_model_unref);
  self->plan_model = dmn_model_ref (model);
  /* What another model decided holds no longer. */
  g_clear_pointer (&self->decided, strata_facts_unref);
}

static void
set_model_trouble (StrataWorkspace *self,
                   const GError    *error)
{
  g_autofree char *trouble = NULL;

  if (error != NULL)
    trouble = g_strdup_printf (_("The plan’s own decision model cannot be used, and another one judges (%s)"), error->message);
  if (g_set_str (&self->model_trouble, trouble))
    g_object_notify (G_OBJECT (self), "model-trouble");
}

/* A model that came with the plan and cannot be used leaves the last good one
 * in force. */
static void
read_model (StrataWorkspace *self,
            StrataPlan      *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = strata_decision_model_for_plan (plan, "model", self->model, &error);
  g_autoptr (StrataDecisions) decisions = NULL;

  if (model != NULL)
    decisions = strata_decide (strata_plan_get_facts (plan), model, self->model, &error);
  if (decisions != NULL)
    put_in_force (self, model);
  else if (self->plan_model == NULL)
    put_in_force (self, self->model);

  set_model_trouble (self, error);
}

StrataDecisions *
strata_workspace_decide (StrataWorkspace *self,
                         StrataPlan      *plan)
{
  StrataFacts *facts = strata_plan_get_facts (plan);
  StrataDecisions *decisions;

  if (g_set_str (&self->model_text, strata_plan_get_model (plan)) || self->plan_model == NULL)
    read_model (self, plan);
  if (self->decisions != NULL && self->decided == facts)
    return self->decisions;

  /* A model that is in force has decided before; it never fails for facts. */
  decisions = strata_decide (facts, self->plan_model, self->model, NULL);
  g_assert (decisions != NULL);

  g_clear_pointer (&self->decisions, strata_decisions_unref);
  g_clear_pointer (&self->decided, strata_facts_unref);
  self->decisions = decisions;
  self->decided = strata_facts_ref (facts);

  return decisions;
}

void
strata_workspace_forget_model (StrataWorkspace *self)
{
  g_clear_pointer (&self->plan_model, dmn_model_unref);
  g_clear_pointer (&self->decided, strata_facts_unref);
}
