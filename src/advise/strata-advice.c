/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One finding, what is known about it, and the fixes proposed so far.
 */

#define G_LOG_DOMAIN "strata-advise"

#include "config.h"

#include "strata-advice-private.h"

#include <glib/gi18n-lib.h>

#include "strata-holding-private.h"

/* The assessment of a plan; facts that changed are decided again. */
static StrataAssessment *
judge (StrataAdvice *advice,
       StrataPlan   *plan)
{
  StrataScenario *scenario = strata_plan_find_scenario (plan, advice->scenario->id, NULL);
  g_autoptr (StrataDecisions) decisions = NULL;

  if (strata_plan_get_facts (plan) == strata_plan_get_facts (advice->plan))
    decisions = strata_decisions_ref (advice->decisions);
  else
    decisions = strata_decisions_decide_again (advice->decisions, strata_plan_get_facts (plan), NULL);

  return decisions != NULL ? strata_assess (plan, scenario, advice->catalog, decisions) : NULL;
}

static gboolean
solves (StrataAdvice *advice,
        StrataFix    *fix)
{
  for (guint i = 0; i < fix->diff->solved->len; i++)
    {
      guint index = g_array_index (fix->diff->solved, guint, i);

      if (strata_assessment_get_finding (advice->now, index) == advice->finding)
        return TRUE;
    }

  return FALSE;
}

static gboolean
names_error (StrataFix *fix,
             GArray    *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      guint index = g_array_index (findings, guint, i);

      if (strata_assessment_get_finding (fix->after, index)->severity == STRATA_SEVERITY_ERROR)
        return TRUE;
    }

  return FALSE;
}

/* Two ways to the same plan are one. */
static gboolean
is_known (StrataAdvice *advice,
          StrataPlan   *plan)
{
  for (guint i = 0; i < advice->fixes->len; i++)
    {
      StrataFix *fix = g_ptr_array_index (advice->fixes, i);
      StrataPlan *other = strata_assessment_get_plan (fix->after);

      if (strata_value_equal (strata_plan_get_value (other), strata_plan_get_value (plan)))
        return TRUE;
    }

  return FALSE;
}

StrataPlacement *
strata_advice_get_tool (StrataAdvice *advice,
                        guint         index)
{
  return advice->scenario->placements[advice->finding->tools[index]];
}

const char *
strata_advice_get_id (StrataAdvice *advice,
                      guint         index)
{
  return strata_advice_get_tool (advice, index)->id;
}

const char *
strata_advice_get_name (StrataAdvice *advice,
                        guint         index)
{
  return strata_advice_name_placement (advice, advice->finding->tools[index]);
}

/* The finding's tools in the name of an edit, which has to stay short. */
char *
strata_advice_dup_names (StrataAdvice *advice)
{
  guint n_tools = advice->finding->n_tools;
  const char *first = strata_advice_get_name (advice, 0);

  if (n_tools == 1)
    return g_strdup (first);
  if (n_tools == 2)
    /* Translators: two tools, in the name of a command. */
    return g_strdup_printf (C_("undo", "%s and %s"), first, strata_advice_get_name (advice, 1));

  /* Translators: a tool and how many others, in the name of a command. */
  return g_strdup_printf (ngettext ("%s and %u Other", "%s and %u Others", n_tools - 1), first, n_tools - 1);
}

/* As findings call it: two of one tool are told apart. */
const char *
strata_advice_name_placement (StrataAdvice *advice,
                              guint         position)
{
  if (advice->names == NULL)
    advice->names = strata_tool_names_look_up (advice->plan, advice->scenario, advice->catalog);

  return strata_tool_names_get (advice->names, position);
}

StrataTool *
strata_advice_find_tool (StrataAdvice *advice,
                         guint         position)
{
  return strata_catalog_find_tool (advice->catalog, advice->plan, advice->scenario->placements[position]->tool);
}

gboolean
strata_advice_is_lasting (StrataAdvice *advice,
                          guint         position)
{
  return strata_assessment_get_span (advice->now, position)->retire == STRATA_DAY_NEVER;
}

gboolean
strata_advice_has_role (StrataAdvice *advice,
                        guint         position,
                        StrataRole    role)
{
  StrataTool *tool = strata_advice_find_tool (advice, position);

  return tool != NULL &&
         (strata_placement_get_roles (advice->scenario->placements[position], tool) & STRATA_ROLE_BIT (role)) != 0;
}

gboolean
strata_advice_any_role (StrataAdvice *advice,
                        StrataRole    role)
{
  for (guint i = 0; i < advice->scenario->n_placements; i++)
    {
      if (strata_advice_is_lasting (advice, i) && strata_advice_has_role (advice, i, role))
        return TRUE;
    }

  return FALSE;
}

gboolean
strata_advice_any_has (StrataAdvice *advice,
                       const char   *capability)
{
  for (guint i = 0; i < advice->scenario->n_placements; i++)
    {
      StrataTool *tool = strata_advice_find_tool (advice, i);

      if (tool != NULL && strata_advice_is_lasting (advice, i) &&
          strata_holding_has (advice->scenario->placements[i], tool, capability))
        return TRUE;
    }

  return FALSE;
}

/* NULL when it is undetermined. */
const char *
strata_advice_get_outcome (StrataAdvice     *advice,
                           StrataDecisionId  decision)
{
  return strata_decisions_get (advice->decisions, decision)->outcome;
}

StrataDraft *
strata_advice_draft (StrataAdvice *advice,
                     const char   *name)
{
  return strata_draft_new (advice->plan, advice->scenario, advice->catalog, name);
}

void
strata_advice_propose (StrataAdvice *advice,
                       StrataDraft  *draft,
                       const char   *label)
{
  g_autoptr (StrataDraft) owned = draft;
  StrataEdit *edit = strata_draft_get_edit (owned);
  g_autoptr (StrataAssessment) after = NULL;
  g_autoptr (StrataFix) fix = NULL;

  if (edit == NULL || is_known (advice, strata_draft_get_plan (owned)))
    return;
  after = judge (advice, strata_draft_get_plan (owned));
  if (after == NULL)
    return;
  fix = strata_fix_new (edit, label != NULL ? label : strata_edit_get_name (edit), advice->now, after);
  if (solves (advice, fix) && !names_error (fix, fix->diff->added) && !names_error (fix, fix->diff->worse))
    g_ptr_array_add (advice->fixes, g_steal_pointer (&fix));
}
