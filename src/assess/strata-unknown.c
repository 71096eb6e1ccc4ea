/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks of facts/: what nobody has said yet, and a decision waits for.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "strata-judge-private.h"

static const StrataDecisionId waiting[] = {
  STRATA_DECISION_DATA_LAYER,
  STRATA_DECISION_AUTOMATION_HUB,
  STRATA_DECISION_PERSONALIZATION,
};

/* In the order of the decisions, the most decisive of each first. */
static guint
list_missing (const StrataStack *stack,
              StrataFactId      *missing)
{
  gboolean is_listed[STRATA_N_FACTS] = { FALSE };
  guint n_missing = 0;

  for (guint i = 0; i < G_N_ELEMENTS (waiting); i++)
    {
      const StrataDecision *decision = strata_decisions_get (stack->decisions, waiting[i]);

      for (guint j = 0; decision->outcome == NULL && j < decision->n_missing_facts; j++)
        {
          StrataFactId fact = decision->missing_facts[j];

          if (!is_listed[fact])
            missing[n_missing++] = fact;
          is_listed[fact] = TRUE;
        }
    }
  return n_missing;
}

static void
check_unknown (StrataJudge *judge,
               const char  *code)
{
  StrataFactId missing[STRATA_N_FACTS];
  guint n_missing = list_missing (judge->stack, missing);
  StrataFinding *finding;

  if (n_missing == 0)
    return;
  finding = strata_judge_flag (judge, code, STRATA_SEVERITY_ADVICE, (StrataPositions) { NULL, 0 });
  strata_judge_set_facts (judge, finding, missing, n_missing);
  strata_judge_say (judge, finding, _("Some decisions wait for answers, first of all to this: “%s”."),
                    _(strata_fact_get (missing[0])->question));
}

static const StrataCheck checks[] = {
  { "facts/unknown", check_unknown,
    N_("A decision is settled when no open answer could change it any more. "
       "These answers still could, the most decisive first."),
    0, 0 },
};

const StrataFamily strata_unknown_family = { checks, G_N_ELEMENTS (checks) };
