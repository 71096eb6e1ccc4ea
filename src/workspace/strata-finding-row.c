/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A finding as a list shows it.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-finding-row.h"

#include "strata-decision-text.h"
#include "strata-fact-text.h"

struct _StrataFindingRow
{
  StrataRow parent_instance;
};

enum
{
  PROP_IDENTITY = 1,
  PROP_CODE,
  PROP_SEVERITY,
  PROP_MESSAGE,
  PROP_ACCEPTED,
  PROP_REASON,
  PROP_TOOLS,
  PROP_NAMES,
  PROP_WHY,
  PROP_GROUNDS,
  PROP_RESTS_ON,
  PROP_DECISIONS,
  N_PROPS
};

static const StrataRowProperty properties[N_PROPS] = {
  [PROP_IDENTITY] = { "identity", G_TYPE_STRING },
  [PROP_CODE] = { "code", G_TYPE_STRING },
  [PROP_SEVERITY] = { "severity", G_TYPE_INT },
  [PROP_MESSAGE] = { "message", G_TYPE_STRING },
  [PROP_ACCEPTED] = { "accepted", G_TYPE_BOOLEAN },
  [PROP_REASON] = { "reason", G_TYPE_STRING },
  [PROP_TOOLS] = { "tools", G_TYPE_BOXED, g_strv_get_type },
  [PROP_NAMES] = { "names", G_TYPE_BOXED, g_strv_get_type },
  [PROP_WHY] = { "why", G_TYPE_STRING },
  [PROP_GROUNDS] = { "grounds", G_TYPE_UINT },
  [PROP_RESTS_ON] = { "rests-on", G_TYPE_UINT },
  [PROP_DECISIONS] = { "decisions", G_TYPE_BOXED, strata_decisions_get_type },
};

G_DEFINE_FINAL_TYPE (StrataFindingRow, strata_finding_row, STRATA_TYPE_ROW)

/* Borrowed from the assessment's scenario, but for the array. */
static const char **
list_tools (StrataAssessment    *assessment,
            const StrataFinding *finding)
{
  StrataScenario *scenario = strata_assessment_get_scenario (assessment);
  const char **tools = g_new0 (const char *, finding->n_tools + 1);

  for (guint i = 0; i < finding->n_tools; i++)
    tools[i] = scenario->placements[finding->tools[i]]->id;

  return tools;
}

static const char **
list_names (StrataToolNames     *names,
            const StrataFinding *finding)
{
  const char **list = g_new0 (const char *, finding->n_tools + 1);

  for (guint i = 0; i < finding->n_tools; i++)
    list[i] = strata_tool_names_get (names, finding->tools[i]);

  return list;
}

static void
strata_finding_row_class_init (StrataFindingRowClass *klass)
{
  strata_row_class_install (STRATA_ROW_CLASS (klass), properties, N_PROPS);
}

static void
strata_finding_row_init (StrataFindingRow *self)
{
}

/**
 * strata_finding_row_new:
 * @identity: what makes a finding the same after an edit
 *
 * Returns: (transfer full): a row that shows nothing yet
 */
StrataFindingRow *
strata_finding_row_new (const char *identity)
{
  StrataFindingRow *self;

  g_return_val_if_fail (identity != NULL, NULL);

  self = g_object_new (STRATA_TYPE_FINDING_ROW, NULL);
  strata_row_set_string (STRATA_ROW (self), PROP_IDENTITY, identity);

  return self;
}

/**
 * strata_finding_row_update:
 * @self: a row
 * @names: what placements are called
 * @assessment: an assessment
 * @finding: one of its findings: what the row shows from now on
 */
void
strata_finding_row_update (StrataFindingRow    *self,
                           StrataToolNames     *names,
                           StrataAssessment    *assessment,
                           const StrataFinding *finding)
{
  StrataRow *row = STRATA_ROW (self);
  g_autofree const char **tools = NULL;
  g_autofree const char **called = NULL;

  g_return_if_fail (STRATA_IS_FINDING_ROW (self));
  g_return_if_fail (names != NULL && assessment != NULL && finding != NULL);

  tools = list_tools (assessment, finding);
  called = list_names (names, finding);

  g_object_freeze_notify (G_OBJECT (self));
  strata_row_set_string (row, PROP_CODE, finding->code);
  strata_row_set_int (row, PROP_SEVERITY, (int) finding->severity);
  strata_row_set_string (row, PROP_MESSAGE, finding->message);
  strata_row_set_boolean (row, PROP_ACCEPTED, finding->accepted);
  strata_row_set_string (row, PROP_REASON, finding->reason);
  strata_row_set_boxed (row, PROP_TOOLS, tools);
  strata_row_set_boxed (row, PROP_NAMES, called);
  strata_row_set_string (row, PROP_WHY, finding->why);
  strata_row_set_uint (row, PROP_GROUNDS, finding->grounds);
  strata_row_set_uint (row, PROP_RESTS_ON, finding->decisions);
  strata_row_set_boxed (row, PROP_DECISIONS, strata_assessment_get_decisions (assessment));
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * strata_finding_row_get_identity:
 * @self: a row
 *
 * Returns: what makes it the same finding after an edit
 */
const char *
strata_finding_row_get_identity (StrataFindingRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_IDENTITY);
}

/**
 * strata_finding_row_get_code:
 * @self: a row
 *
 * Returns: its code, “overlap/capability”
 */
const char *
strata_finding_row_get_code (StrataFindingRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_CODE);
}

/**
 * strata_finding_row_get_severity:
 * @self: a row
 *
 * Returns: its severity
 */
StrataSeverity
strata_finding_row_get_severity (StrataFindingRow *self)
{
  return (StrataSeverity) strata_row_get_int (STRATA_ROW (self), PROP_SEVERITY);
}

/**
 * strata_finding_row_get_message:
 * @self: a row
 *
 * Returns: its translated sentence
 */
const char *
strata_finding_row_get_message (StrataFindingRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_MESSAGE);
}

/**
 * strata_finding_row_get_accepted:
 * @self: a row
 *
 * Returns: whether the room has accepted it
 */
gboolean
strata_finding_row_get_accepted (StrataFindingRow *self)
{
  return strata_row_get_boolean (STRATA_ROW (self), PROP_ACCEPTED);
}

/**
 * strata_finding_row_get_tools:
 * @self: a row
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the placements it names
 */
const char * const *
strata_finding_row_get_tools (StrataFindingRow *self)
{
  return strata_row_get_boxed (STRATA_ROW (self), PROP_TOOLS);
}

/**
 * strata_finding_row_get_names:
 * @self: a row
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of their tools
 */
const char * const *
strata_finding_row_get_names (StrataFindingRow *self)
{
  return strata_row_get_boxed (STRATA_ROW (self), PROP_NAMES);
}

/**
 * strata_finding_row_dup_decisions:
 * @self: a row
 *
 * Returns: (transfer full): what was decided that the finding rests on, a line
 *   each with its reason; empty where it rests on nothing
 */
char *
strata_finding_row_dup_decisions (StrataFindingRow *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  StrataDecisions *decisions;
  StrataDecisionSet set;

  g_return_val_if_fail (STRATA_IS_FINDING_ROW (self), NULL);

  decisions = (StrataDecisions *) strata_row_get_boxed (STRATA_ROW (self), PROP_DECISIONS);
  set = strata_row_get_uint (STRATA_ROW (self), PROP_RESTS_ON);
  for (guint i = 0; i < STRATA_N_DECISIONS; i++)
    if (set & STRATA_DECISION_BIT (i))
      g_strv_builder_take (builder, strata_decision_text_explain (i, strata_decisions_get (decisions, i)));
  lines = g_strv_builder_end (builder);

  return g_strjoinv ("\n", lines);
}

/**
 * strata_finding_row_dup_grounds:
 * @self: a row
 *
 * Returns: (transfer full): the client's answers that the finding rests on, a
 *   line each; empty where it rests on none
 */
char *
strata_finding_row_dup_grounds (StrataFindingRow *self)
{
  g_auto (GStrv) lines = NULL;
  StrataDecisions *decisions;

  g_return_val_if_fail (STRATA_IS_FINDING_ROW (self), NULL);

  decisions = (StrataDecisions *) strata_row_get_boxed (STRATA_ROW (self), PROP_DECISIONS);
  if (decisions == NULL)
    return g_strdup ("");
  lines = strata_fact_text_list (decisions, strata_row_get_uint (STRATA_ROW (self), PROP_GROUNDS));

  return g_strjoinv ("\n", lines);
}
