/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What to ask the client next.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-question-row.h"

#include <glib/gi18n-lib.h>

#include "workspace/strata-decision-text.h"

struct _StrataQuestionRow
{
  StrataRow parent_instance;
};

enum
{
  PROP_KEY = 1,
  PROP_QUESTION,
  PROP_REASON,
  N_PROPS
};

static const StrataRowProperty properties[N_PROPS] = {
  [PROP_KEY] = { "key", G_TYPE_STRING },
  [PROP_QUESTION] = { "question", G_TYPE_STRING },
  [PROP_REASON] = { "reason", G_TYPE_STRING },
};

G_DEFINE_FINAL_TYPE (StrataQuestionRow, strata_question_row, STRATA_TYPE_ROW)

/* A decision gives the fact that leaves the fewest of its outcomes open one
 * point, the next one half of it, then a third …: what several wait for comes
 * before what one does. */
static void
add_points (const StrataDecision *decision,
            double               *points)
{
  for (guint i = 0; i < decision->n_missing_facts; i++)
    points[decision->missing_facts[i]] += 1.0 / (i + 1);
}

static gboolean
waits_for (const StrataDecision *decision,
           StrataFactId          fact)
{
  for (guint i = 0; i < decision->n_missing_facts; i++)
    {
      if (decision->missing_facts[i] == fact)
        return TRUE;
    }

  return FALSE;
}

/* The decisions that wait for it; of the ones that wait for nothing else, where
 * there are such. */
static char *
list_decisions (StrataDecisions *decisions,
                StrataFactId     fact,
                gboolean         alone)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < STRATA_N_DECISIONS; i++)
    {
      const StrataDecision *decision = strata_decisions_get (decisions, (StrataDecisionId) i);

      if (waits_for (decision, fact) && (!alone || decision->n_missing_facts == 1))
        g_string_append_printf (list, "%s%s", list->len > 0 ? _(", ") : "",
                                strata_decision_text_get_label ((StrataDecisionId) i));
    }

  return g_string_free_and_steal (list);
}

static void
strata_question_row_class_init (StrataQuestionRowClass *klass)
{
  strata_row_class_install (STRATA_ROW_CLASS (klass), properties, N_PROPS);
}

static void
strata_question_row_init (StrataQuestionRow *self)
{
}

/**
 * strata_question_find:
 * @decisions: what is decided so far
 * @left_out: facts that are not to be asked for
 * @fact: (out): the fact that brings the decisions furthest
 *
 * Looks for what to ask next. Ties go to the earlier one in the order of the
 * facts.
 *
 * Returns: whether there is anything to ask
 */
gboolean
strata_question_find (StrataDecisions *decisions,
                      StrataFactSet    left_out,
                      StrataFactId    *fact)
{
  double points[STRATA_N_FACTS] = { 0, };
  double most = 0;

  g_return_val_if_fail (decisions != NULL && fact != NULL, FALSE);

  for (guint i = 0; i < STRATA_N_DECISIONS; i++)
    add_points (strata_decisions_get (decisions, (StrataDecisionId) i), points);
  for (guint i = 0; i < STRATA_N_FACTS; i++)
    {
      if (points[i] <= most || (left_out & STRATA_FACT_BIT (i)) != 0)
        continue;
      most = points[i];
      *fact = (StrataFactId) i;
    }

  return most > 0;
}

/**
 * strata_question_describe_reason:
 * @decisions: what is decided so far
 * @fact: a fact that some decision waits for
 *
 * Returns: (transfer full): what the answer settles or is needed for
 */
char *
strata_question_describe_reason (StrataDecisions *decisions,
                                 StrataFactId     fact)
{
  g_autofree char *settled = list_decisions (decisions, fact, TRUE);
  g_autofree char *waiting = list_decisions (decisions, fact, FALSE);

  if (*settled != '\0')
    /* Translators: a list of decisions, "Data layer, Profile". */
    return g_strdup_printf (_("Settles: %s"), settled);

  /* Translators: a list of decisions, "Data layer, Profile". */
  return g_strdup_printf (_("Needed for: %s"), waiting);
}

/**
 * strata_question_row_new:
 *
 * Returns: (transfer full): a row that asks nothing
 */
StrataQuestionRow *
strata_question_row_new (void)
{
  return g_object_new (STRATA_TYPE_QUESTION_ROW, NULL);
}

/**
 * strata_question_row_update:
 * @self: a row
 * @decisions: what is decided so far
 *
 * Asks for the fact that brings the decisions furthest.
 */
void
strata_question_row_update (StrataQuestionRow *self,
                            StrataDecisions   *decisions)
{
  StrataRow *row = STRATA_ROW (self);
  const StrataFact *fact = NULL;
  StrataFactId next;

  g_return_if_fail (STRATA_IS_QUESTION_ROW (self));
  g_return_if_fail (decisions != NULL);

  if (strata_question_find (decisions, 0, &next))
    fact = strata_fact_get (next);
  strata_row_set_string (row, PROP_QUESTION, fact != NULL ? _(fact->question) : NULL);
  strata_row_take_string (row, PROP_REASON, fact != NULL ? strata_question_describe_reason (decisions, fact->id) : NULL);
  strata_row_set_string (row, PROP_KEY, fact != NULL ? fact->key : NULL);
}

/**
 * strata_question_row_get_key:
 * @self: a row
 *
 * Returns: (nullable): the key of the fact to ask for, or %NULL when there is
 *   nothing left to settle
 */
const char *
strata_question_row_get_key (StrataQuestionRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_KEY);
}

/**
 * strata_question_row_get_question:
 * @self: a row
 *
 * Returns: (nullable): what to ask
 */
const char *
strata_question_row_get_question (StrataQuestionRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_QUESTION);
}

/**
 * strata_question_row_get_reason:
 * @self: a row
 *
 * Returns: (nullable): what the answer settles or is needed for
 */
const char *
strata_question_row_get_reason (StrataQuestionRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_REASON);
}
