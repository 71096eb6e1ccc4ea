/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is to be decided.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "assess/strata-decide-private.h"

typedef struct
{
  const char *key;
  const char *outcomes[5];
} Question;

/* decision-model.md, sections 4.1 to 4.6, and what checks of section 6 and
 * the facts of section 3 rest on. */
static const Question questions[STRATA_N_QUESTIONS] = {
  { "data_layer", { "warehouse", "cdp", "hybrid" } },
  { "automation_hub", { "map", "orchestrator", "map+orchestrator" } },
  { "orchestrator_kind", { "durable", "visual", "any", "none" } },
  { "personalization", { "wait", "pilot", "invest" } },
  { "rendering", { "server", "client-allowed", "server-by-definition" } },
  { "profile", { "early", "scaling", "enterprise-regulated" } },
  { "derived_variant_pipeline", { "missing", "partial", "in-place" } },
  { "cdp_too_early", { "error", "warning", "advice", "none" } },
  { "spreadsheets_at_scale", { "error", "warning", "advice", "none" } },
  { "engineering", { "error", "warning", "advice", "none" } },
};

static const char *const basis_ids[] = {
  [STRATA_BASIS_MATRIX] = "matrix",
  [STRATA_BASIS_LEANING] = "leaning",
  [STRATA_BASIS_UNDETERMINED] = "undetermined",
};

const char *const *
strata_decision_list_outcomes (guint id)
{
  return questions[id].outcomes;
}

/**
 * strata_decision_get_key:
 * @id: a decision
 *
 * Returns: what it is called in the decision model and in answers
 */
const char *
strata_decision_get_key (StrataDecisionId id)
{
  g_return_val_if_fail ((guint) id < STRATA_N_QUESTIONS, NULL);

  return questions[id].key;
}

/**
 * strata_basis_get_id:
 * @basis: a basis
 *
 * Returns: what it is called in answers
 */
const char *
strata_basis_get_id (StrataBasis basis)
{
  g_return_val_if_fail ((guint) basis < G_N_ELEMENTS (basis_ids), NULL);

  return basis_ids[basis];
}
