/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What to do about a finding.
 */

#define G_LOG_DOMAIN "strata-advise"

#include "config.h"

#include "strata-advise.h"

#include "strata-advice-private.h"

static const StrataAdviceRow *const families[] = {
  strata_advice_overlap_rows,
  strata_advice_order_rows,
  strata_advice_flow_rows,
  strata_advice_prereq_rows,
  strata_advice_fit_rows,
};

static const StrataAdviceRow *
find_row (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      for (const StrataAdviceRow *row = families[i]; row->code != NULL; row++)
        {
          if (g_str_equal (row->code, code))
            return row;
        }
    }

  return NULL;
}

/**
 * strata_advise:
 * @assessment: of the plan as it is
 * @finding: one of its findings
 * @catalog: what there is to place
 * @decisions: what was decided for the plan's facts
 *
 * Works out what could be done about a finding. Each fix has been tried: the
 * finding goes, no error comes that was not there, and the fix tells what else
 * it solves and adds. The best comes first; at most three or four are useful,
 * so no more are sought.
 *
 * Returns: (transfer container) (element-type StrataFix): the fixes, none for
 *   a code that nobody here knows, such as a house rule's
 */
GPtrArray *
strata_advise (StrataAssessment    *assessment,
               const StrataFinding *finding,
               StrataCatalog       *catalog,
               StrataDecisions     *decisions)
{
  StrataAdvice advice = { 0, };
  const StrataAdviceRow *row = NULL;

  g_return_val_if_fail (assessment != NULL && finding != NULL, NULL);
  g_return_val_if_fail (catalog != NULL && decisions != NULL, NULL);

  advice.now = assessment;
  advice.plan = strata_assessment_get_plan (assessment);
  advice.scenario = strata_assessment_get_scenario (assessment);
  advice.catalog = catalog;
  advice.decisions = decisions;
  advice.finding = finding;
  advice.fixes = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_fix_unref);

  row = find_row (finding->code);
  for (guint i = 0; row != NULL && i < G_N_ELEMENTS (row->advisers) && row->advisers[i] != NULL; i++)
    row->advisers[i] (&advice);

  g_clear_pointer (&advice.names, strata_tool_names_free);

  return advice.fixes;
}
