/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decisions in the words of the room.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-decision-text.h"

#include <glib/gi18n-lib.h>

#include "strata-fact-text.h"

/* What each decision, in its order, is called in a sentence. */
static const char * const decision_labels[STRATA_N_DECISIONS] = {
  N_("Data layer"), N_("Automation hub"), N_("Kind of orchestrator"),
  N_("Personalization"), N_("Rendering"), N_("Profile"),
};

typedef struct
{
  const char *id;
  const char *label;
} Word;

static const Word outcome_words[] = {
  { "warehouse", N_("warehouse") },
  { "cdp", N_("CDP") },
  { "hybrid", N_("hybrid of CDP and warehouse") },
  { "map", N_("marketing automation") },
  { "orchestrator", N_("orchestrator") },
  { "map+orchestrator", N_("marketing automation and orchestrator") },
  { "durable", N_("durable") },
  { "visual", N_("visual") },
  { "any", N_("any") },
  { "none", N_("none") },
  { "wait", N_("wait") },
  { "pilot", N_("run a pilot") },
  { "invest", N_("invest") },
  { "server", N_("on the server") },
  { "client-allowed", N_("in the browser, if need be") },
  { "server-by-definition", N_("on the server by definition") },
  { "early", N_("early") },
  { "scaling", N_("scaling") },
  { "enterprise-regulated", N_("regulated enterprise") },
};

/* What tables see of a set. */
static const Word input_words[] = {
  { "messaging_count", N_("messaging channels") },
  { "only_messaging_channel", N_("the only messaging channel is") },
  { "has_email", N_("email among them:") },
  { "has_external_systems", N_("any at all:") },
  { "surface_kind", N_("kind is") },
};

static const char *
find_word (const Word *words,
           guint       n_words,
           const char *id)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (words[i].id, id))
      return _(words[i].label);

  return NULL;
}

static void
append_obstacle (GString              *text,
                 const StrataObstacle *obstacle,
                 StrataDecisions      *decisions)
{
  const char *label = _(strata_fact_get (obstacle->fact)->label);
  const char *input = find_word (input_words, G_N_ELEMENTS (input_words), obstacle->input);
  g_autofree char *value = strata_fact_text_dup_value (decisions, obstacle->fact);
  g_autofree char *asks = strata_fact_text_dup_cell (obstacle->fact, obstacle->asks);

  if (input == NULL)
    /* Translators: a fact, the value that a rule asks for, and the one it
     * has, as in “Destinations: 3 – 5 (here: 2)”. */
    g_string_append_printf (text, _("%s: %s (here: %s)"), label, asks, value);
  else
    /* Translators: a fact, what a rule looks at, the value it asks for, and
     * the one the fact has: “Channels: messaging channels ≥ 3 (here: Email)”. */
    g_string_append_printf (text, _("%s: %s %s (here: %s)"), label, input, asks, value);
}

static char *
list_obstacles (const StrataMatrixRow *row,
                StrataDecisions       *decisions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->n_obstacles; i++)
    {
      if (i > 0 && row->obstacles[i].cell == row->obstacles[i - 1].cell)
        /* Translators: between things of which one is enough. */
        g_string_append (text, _(" or "));
      else if (i > 0)
        /* Translators: between things that all have to be so. */
        g_string_append (text, _("; "));
      append_obstacle (text, &row->obstacles[i], decisions);
    }

  return g_string_free_and_steal (text);
}

static void
take_rows (GStrvBuilder          *notes,
           const StrataMatrixRow *rows,
           guint                  n_rows,
           StrataDecisions       *decisions)
{
  for (guint i = 0; i < n_rows; i++)
    g_strv_builder_take (notes, strata_decision_text_dup_row (&rows[i], decisions));
}

/**
 * strata_decision_text_get_label:
 * @id: a decision
 *
 * Returns: what it is called: “Data layer”
 */
const char *
strata_decision_text_get_label (StrataDecisionId id)
{
  g_return_val_if_fail ((guint) id < STRATA_N_DECISIONS, NULL);

  return _(decision_labels[id]);
}

/**
 * strata_decision_text_get_outcome:
 * @outcome: an outcome, “map”
 *
 * Returns: what it is called in a sentence: “marketing automation”
 */
const char *
strata_decision_text_get_outcome (const char *outcome)
{
  const char *word;

  g_return_val_if_fail (outcome != NULL, NULL);

  word = find_word (outcome_words, G_N_ELEMENTS (outcome_words), outcome);

  return word != NULL ? word : outcome;
}

/**
 * strata_decision_text_describe:
 * @id: a decision
 * @decision: how it came out
 *
 * Returns: (transfer full): a sentence, with the question to ask next where
 *   the decision is open
 */
char *
strata_decision_text_describe (StrataDecisionId      id,
                               const StrataDecision *decision)
{
  const char *label = strata_decision_text_get_label (id);
  const char *asked;

  g_return_val_if_fail (decision != NULL, NULL);

  if (decision->outcome != NULL && decision->basis == STRATA_BASIS_LEANING)
    /* Translators: a decision and its outcome, “Data layer: CDP”. */
    return g_strdup_printf (_("%s: %s, though the matrix has no row for this client."), label,
                            strata_decision_text_get_outcome (decision->outcome));
  if (decision->outcome != NULL)
    return g_strdup_printf (_("%s: %s."), label, strata_decision_text_get_outcome (decision->outcome));
  if (decision->n_missing_facts == 0)
    return g_strdup_printf (_("%s: undecided."), label);

  asked = strata_fact_get (decision->missing_facts[0])->question;

  return g_strdup_printf (_("%s: undecided. %s"), label, _(asked));
}

/**
 * strata_decision_text_explain:
 * @id: a decision
 * @decision: how it came out
 *
 * Returns: (transfer full): a sentence, and the reason for it where one row
 *   gave it
 */
char *
strata_decision_text_explain (StrataDecisionId      id,
                              const StrataDecision *decision)
{
  g_autofree char *sentence = strata_decision_text_describe (id, decision);

  if (decision->reason == NULL)
    return g_steal_pointer (&sentence);

  return g_strjoin (" ", sentence, decision->reason, NULL);
}

/**
 * strata_decision_text_dup_row:
 * @row: a row that did not decide
 * @decisions: what was decided
 *
 * Returns: (transfer full): what the row says, and what keeps it from firing
 *   or why it did not win
 */
char *
strata_decision_text_dup_row (const StrataMatrixRow *row,
                              StrataDecisions       *decisions)
{
  const char *outcome;
  const char *description;
  g_autofree char *obstacles = NULL;

  g_return_val_if_fail (row != NULL, NULL);
  g_return_val_if_fail (decisions != NULL, NULL);

  outcome = strata_decision_text_get_outcome (row->outcome);
  description = row->description != NULL ? row->description : _("it does not say why.");
  if (row->is_leaning)
    /* Translators: an outcome, and the reason for it as a sentence. */
    return g_strdup_printf (_("The matrix comes first, but what speaks beside it leans to another outcome, %s: %s"),
                            outcome, description);
  if (row->n_obstacles == 0)
    /* Translators: a number, an outcome, and the reason for it as a sentence. */
    return g_strdup_printf (_("The first row wins, but row %u holds as well and says %s: %s"), row->row, outcome,
                            description);

  obstacles = list_obstacles (row, decisions);

  /* Translators: a number, an outcome, and facts that are not as they should
   * be, as in “Row 4 is near and says CDP, but asks for this: Destinations:
   * 3 – 5 (here: 2).” */
  return g_strdup_printf (_("Row %u is near and says %s, but asks for this: %s."), row->row, outcome, obstacles);
}

/**
 * strata_decision_text_list_notes:
 * @decisions: what was decided
 * @id: one of the decisions
 *
 * Returns: (transfer full): a sentence for every row that is near or says
 *   otherwise
 */
char **
strata_decision_text_list_notes (StrataDecisions  *decisions,
                                 StrataDecisionId  id)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  const StrataDecision *decision;

  g_return_val_if_fail (decisions != NULL, NULL);

  decision = strata_decisions_get (decisions, id);
  take_rows (notes, decision->nearest, decision->n_nearest, decisions);
  take_rows (notes, decision->rivals, decision->n_rivals, decisions);

  return g_strv_builder_end (notes);
}
