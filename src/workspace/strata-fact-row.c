/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One question to the client as the form shows it.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-fact-row.h"

#include <glib/gi18n-lib.h>

#include "workspace/strata-fact-text.h"

struct _StrataFactRow
{
  StrataRow parent_instance;

  const StrataFact *fact;
};

enum
{
  PROP_KEY = 1,
  PROP_LABEL,
  PROP_QUESTION,
  PROP_VALUE,
  PROP_TEXT,
  PROP_DERIVED,
  N_PROPS
};

static const StrataRowProperty properties[N_PROPS] = {
  [PROP_KEY] = { "key", G_TYPE_STRING },
  [PROP_LABEL] = { "label", G_TYPE_STRING },
  [PROP_QUESTION] = { "question", G_TYPE_STRING },
  [PROP_VALUE] = { "value", G_TYPE_BOXED, strata_value_get_type },
  [PROP_TEXT] = { "text", G_TYPE_STRING },
  [PROP_DERIVED] = { "derived", G_TYPE_STRING },
};

G_DEFINE_FINAL_TYPE (StrataFactRow, strata_fact_row, STRATA_TYPE_ROW)

static const char * const group_labels[STRATA_N_FACT_GROUPS] = {
  [STRATA_FACT_GROUP_CUSTOMERS] = N_("Customers"),
  [STRATA_FACT_GROUP_TEAM] = N_("Team"),
  [STRATA_FACT_GROUP_DATA] = N_("Data"),
  [STRATA_FACT_GROUP_AUTOMATION] = N_("Automation"),
  [STRATA_FACT_GROUP_PERSONALIZATION] = N_("Personalization"),
  [STRATA_FACT_GROUP_PREREQUISITES] = N_("Prerequisites"),
};

static const StrataFactGroup groups[STRATA_N_FACTS] = {
  [STRATA_FACT_MAU] = STRATA_FACT_GROUP_CUSTOMERS,
  [STRATA_FACT_MAU_GROWTH] = STRATA_FACT_GROUP_CUSTOMERS,
  [STRATA_FACT_CHANNELS] = STRATA_FACT_GROUP_CUSTOMERS,
  [STRATA_FACT_SPECIALTY_CHANNELS] = STRATA_FACT_GROUP_CUSTOMERS,
  [STRATA_FACT_DESTINATIONS] = STRATA_FACT_GROUP_DATA,
  [STRATA_FACT_ENGINEERS] = STRATA_FACT_GROUP_TEAM,
  [STRATA_FACT_MARKETERS] = STRATA_FACT_GROUP_TEAM,
  [STRATA_FACT_REGULATED] = STRATA_FACT_GROUP_DATA,
  [STRATA_FACT_MULTI_REGION] = STRATA_FACT_GROUP_DATA,
  [STRATA_FACT_REAL_TIME_ACTIVATION] = STRATA_FACT_GROUP_DATA,
  [STRATA_FACT_AI_BRANCHING] = STRATA_FACT_GROUP_AUTOMATION,
  [STRATA_FACT_EXTERNAL_SYSTEMS] = STRATA_FACT_GROUP_AUTOMATION,
  [STRATA_FACT_CUSTOM_CODE] = STRATA_FACT_GROUP_AUTOMATION,
  [STRATA_FACT_STATEFUL_VOLUME] = STRATA_FACT_GROUP_AUTOMATION,
  [STRATA_FACT_STAGE] = STRATA_FACT_GROUP_CUSTOMERS,
  [STRATA_FACT_CUSTOMER_BASE] = STRATA_FACT_GROUP_CUSTOMERS,
  [STRATA_FACT_SURFACES] = STRATA_FACT_GROUP_PERSONALIZATION,
  [STRATA_FACT_VARIANTS_PER_WEEK] = STRATA_FACT_GROUP_PERSONALIZATION,
  [STRATA_FACT_EVENT_SCHEMA] = STRATA_FACT_GROUP_PREREQUISITES,
  [STRATA_FACT_SEGMENTATION] = STRATA_FACT_GROUP_PREREQUISITES,
  [STRATA_FACT_VARIANT_PIPELINE] = STRATA_FACT_GROUP_PREREQUISITES,
  [STRATA_FACT_MEASUREMENT] = STRATA_FACT_GROUP_PREREQUISITES,
};

/* Only the variant pipeline follows from another answer (decision model,
 * section 3). */
static char *
describe_derived (const StrataFact *fact,
                  StrataFacts      *facts,
                  StrataDecisions  *decisions)
{
  StrataPrerequisite state;

  if (fact->id != STRATA_FACT_VARIANT_PIPELINE || strata_facts_is_known (facts, fact->id))
    return NULL;
  state = strata_decisions_get_prerequisite (decisions, fact->id);
  if (state == STRATA_PREREQUISITE_UNKNOWN)
    return NULL;

  /* Translators: a state, like "Partial", that follows from another answer. */
  return g_strdup_printf (_("%s, from the content variants a week"),
                          strata_vocabulary_get_label (fact->members, (int) state));
}

static void
strata_fact_row_class_init (StrataFactRowClass *klass)
{
  strata_row_class_install (STRATA_ROW_CLASS (klass), properties, N_PROPS);
}

static void
strata_fact_row_init (StrataFactRow *self)
{
}

/**
 * strata_fact_row_new:
 * @fact: a question
 *
 * Returns: (transfer full): a row that shows it without an answer
 */
StrataFactRow *
strata_fact_row_new (StrataFactId fact)
{
  StrataFactRow *self = g_object_new (STRATA_TYPE_FACT_ROW, NULL);

  self->fact = strata_fact_get (fact);
  strata_row_set_string (STRATA_ROW (self), PROP_KEY, self->fact->key);
  strata_row_set_string (STRATA_ROW (self), PROP_LABEL, _(self->fact->label));
  strata_row_set_string (STRATA_ROW (self), PROP_QUESTION, _(self->fact->question));
  return self;
}

/**
 * strata_fact_row_update:
 * @self: a row
 * @facts: a client's answers
 * @decisions: what was decided from them
 *
 * Shows the answer, or what follows from others.
 */
void
strata_fact_row_update (StrataFactRow   *self,
                        StrataFacts     *facts,
                        StrataDecisions *decisions)
{
  StrataValue *value = NULL;

  g_return_if_fail (STRATA_IS_FACT_ROW (self));
  g_return_if_fail (facts != NULL && decisions != NULL);

  if (strata_facts_is_known (facts, self->fact->id))
    value = strata_value_get_member (strata_facts_get_value (facts), self->fact->key);
  /* The value last: who hears of it looks at the words too. */
  strata_row_take_string (STRATA_ROW (self), PROP_TEXT, strata_fact_text_dup_value (decisions, self->fact->id));
  strata_row_take_string (STRATA_ROW (self), PROP_DERIVED, describe_derived (self->fact, facts, decisions));
  strata_row_set_boxed (STRATA_ROW (self), PROP_VALUE, value);
}

/**
 * strata_fact_row_get_fact:
 * @self: a row
 *
 * Returns: (transfer none): the question that it shows
 */
const StrataFact *
strata_fact_row_get_fact (StrataFactRow *self)
{
  g_return_val_if_fail (STRATA_IS_FACT_ROW (self), NULL);

  return self->fact;
}

/**
 * strata_fact_row_get_group:
 * @self: a row
 *
 * Returns: where the form has it
 */
StrataFactGroup
strata_fact_row_get_group (StrataFactRow *self)
{
  g_return_val_if_fail (STRATA_IS_FACT_ROW (self), STRATA_FACT_GROUP_CUSTOMERS);

  return groups[self->fact->id];
}

/**
 * strata_fact_row_get_label:
 * @self: a row
 *
 * Returns: its name
 */
const char *
strata_fact_row_get_label (StrataFactRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_LABEL);
}

/**
 * strata_fact_row_get_question:
 * @self: a row
 *
 * Returns: what the workshop asks
 */
const char *
strata_fact_row_get_question (StrataFactRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_QUESTION);
}

/**
 * strata_fact_row_get_value:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the answer, or %NULL when unknown
 */
StrataValue *
strata_fact_row_get_value (StrataFactRow *self)
{
  return (StrataValue *) strata_row_get_boxed (STRATA_ROW (self), PROP_VALUE);
}

/**
 * strata_fact_row_get_text:
 * @self: a row
 *
 * Returns: the answer in words
 */
const char *
strata_fact_row_get_text (StrataFactRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_TEXT);
}

/**
 * strata_fact_row_get_derived:
 * @self: a row
 *
 * Returns: (nullable): what follows from other answers, in words
 */
const char *
strata_fact_row_get_derived (StrataFactRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_DERIVED);
}

/**
 * strata_fact_group_get_label:
 * @group: a group of questions
 *
 * Returns: its name
 */
const char *
strata_fact_group_get_label (StrataFactGroup group)
{
  g_return_val_if_fail ((guint) group < STRATA_N_FACT_GROUPS, NULL);

  return _(group_labels[group]);
}
