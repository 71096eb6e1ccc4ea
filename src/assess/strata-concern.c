/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables that facts and checks rest on, where an unknown fact is no fact:
 * nothing is filled in for it (decision model, sections 3 and 6).
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "assess/strata-decide-private.h"

#include <math.h>

static void
set_known (StrataCase *self)
{
  for (guint i = 0; i < STRATA_N_FACTS; i++)
    {
      double answer = 0;

      if (!strata_logic_uses (self->logic, i))
        continue;
      if (!strata_case_get_answer (self, i, &answer))
        answer = NAN;
      strata_logic_set_answers (self->logic, i, &answer, 1);
    }
}

gboolean
strata_case_get_answer (StrataCase   *self,
                        StrataFactId  fact,
                        double       *answer)
{
  double variants = 0;
  int derived;

  if (strata_answer_get (self->facts, fact, answer))
    return TRUE;
  if (fact != STRATA_FACT_VARIANT_PIPELINE || self->pipeline == NULL
      || !strata_answer_get (self->facts, STRATA_FACT_VARIANTS_PER_WEEK, &variants))
    return FALSE;

  derived = strata_case_derive (self->pipeline, variants);
  *answer = derived;

  return derived >= 0;
}

int
strata_case_derive (StrataCase *pipeline,
                    double      variants)
{
  set_known (pipeline);
  if (strata_logic_uses (pipeline->logic, STRATA_FACT_VARIANTS_PER_WEEK))
    strata_logic_set_answers (pipeline->logic, STRATA_FACT_VARIANTS_PER_WEEK, &variants, 1);

  return pipeline->outcomes[strata_logic_run (pipeline->logic)];
}

gboolean
strata_case_init_extra (StrataCase   *self,
                        guint         id,
                        StrataFacts  *facts,
                        DmnModel     *model,
                        DmnModel     *defaults,
                        GError      **error)
{
  gboolean is_there = dmn_model_find_decision (model, strata_decision_get_key (id), NULL);

  return strata_case_init (self, id, facts, is_there ? model : defaults, error);
}

gboolean
strata_concerns_read (signed char   outcomes[STRATA_N_CONCERNS],
                      StrataCase   *pipeline,
                      DmnModel     *model,
                      DmnModel     *defaults,
                      GError      **error)
{
  for (guint i = 0; i < STRATA_N_CONCERNS; i++)
    {
      g_auto (StrataCase) one = { .pipeline = pipeline };

      if (!strata_case_init_extra (&one, STRATA_QUESTION_CONCERNS + i, pipeline->facts, model, defaults, error))
        return FALSE;
      set_known (&one);
      outcomes[i] = one.outcomes[strata_logic_run (one.logic)];
    }

  return TRUE;
}
