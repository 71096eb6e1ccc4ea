/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One of the four prerequisites as the gate shows it.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-prerequisite-row.h"

#include <glib/gi18n-lib.h>

struct _StrataPrerequisiteRow
{
  StrataRow parent_instance;
};

enum
{
  PROP_FACT = 1,
  PROP_KEY,
  PROP_LABEL,
  PROP_STATE,
  PROP_STATE_LABEL,
  N_PROPS
};

static const StrataRowProperty properties[N_PROPS] = {
  [PROP_FACT] = { "fact", G_TYPE_INT },
  [PROP_KEY] = { "key", G_TYPE_STRING },
  [PROP_LABEL] = { "label", G_TYPE_STRING },
  [PROP_STATE] = { "state", G_TYPE_INT },
  [PROP_STATE_LABEL] = { "state-label", G_TYPE_STRING },
};

G_DEFINE_FINAL_TYPE (StrataPrerequisiteRow, strata_prerequisite_row, STRATA_TYPE_ROW)

static const char *
describe_state (const StrataFact   *fact,
                StrataPrerequisite  state)
{
  if (state == STRATA_PREREQUISITE_UNKNOWN)
    return _("Unknown");

  return _(strata_vocabulary_get_label (fact->members, (int) state));
}

static void
strata_prerequisite_row_class_init (StrataPrerequisiteRowClass *klass)
{
  strata_row_class_install (STRATA_ROW_CLASS (klass), properties, N_PROPS);
}

static void
strata_prerequisite_row_init (StrataPrerequisiteRow *self)
{
}

/**
 * strata_prerequisite_row_new:
 * @fact: one of the four prerequisites
 *
 * Returns: (transfer full): a row that shows it as unknown
 */
StrataPrerequisiteRow *
strata_prerequisite_row_new (StrataFactId fact)
{
  StrataPrerequisiteRow *self = g_object_new (STRATA_TYPE_PREREQUISITE_ROW, NULL);
  const StrataFact *question = strata_fact_get (fact);

  strata_row_set_int (STRATA_ROW (self), PROP_FACT, (int) fact);
  strata_row_set_string (STRATA_ROW (self), PROP_KEY, question->key);
  strata_row_set_string (STRATA_ROW (self), PROP_LABEL, _(question->label));
  strata_row_set_int (STRATA_ROW (self), PROP_STATE, STRATA_PREREQUISITE_UNKNOWN);
  strata_row_set_string (STRATA_ROW (self), PROP_STATE_LABEL, describe_state (question, STRATA_PREREQUISITE_UNKNOWN));

  return self;
}

/**
 * strata_prerequisite_row_update:
 * @self: a row
 * @state: how far the prerequisite is
 *
 * Shows what the client answered, or what follows from other answers.
 */
void
strata_prerequisite_row_update (StrataPrerequisiteRow *self,
                                StrataPrerequisite     state)
{
  StrataFactId fact;

  g_return_if_fail (STRATA_IS_PREREQUISITE_ROW (self));

  fact = strata_prerequisite_row_get_fact (self);
  strata_row_set_int (STRATA_ROW (self), PROP_STATE, (int) state);
  strata_row_set_string (STRATA_ROW (self), PROP_STATE_LABEL, describe_state (strata_fact_get (fact), state));
}

/**
 * strata_prerequisite_row_get_fact:
 * @self: a row
 *
 * Returns: the fact that it shows
 */
StrataFactId
strata_prerequisite_row_get_fact (StrataPrerequisiteRow *self)
{
  return (StrataFactId) strata_row_get_int (STRATA_ROW (self), PROP_FACT);
}

/**
 * strata_prerequisite_row_get_label:
 * @self: a row
 *
 * Returns: its name
 */
const char *
strata_prerequisite_row_get_label (StrataPrerequisiteRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_LABEL);
}

/**
 * strata_prerequisite_row_get_state:
 * @self: a row
 *
 * Returns: how far it is
 */
StrataPrerequisite
strata_prerequisite_row_get_state (StrataPrerequisiteRow *self)
{
  return (StrataPrerequisite) strata_row_get_int (STRATA_ROW (self), PROP_STATE);
}

/**
 * strata_prerequisite_row_get_state_label:
 * @self: a row
 *
 * Returns: the same in words
 */
const char *
strata_prerequisite_row_get_state_label (StrataPrerequisiteRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_STATE_LABEL);
}
