/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The client's facts as rows, and what to ask next.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-workspace-private.h"

static void
update_prerequisites (StrataWorkspace *self,
                      StrataDecisions *decisions)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->prerequisites)); i++)
    {
      g_autoptr (StrataPrerequisiteRow) row = g_list_model_get_item (G_LIST_MODEL (self->prerequisites), i);

      strata_prerequisite_row_update (row, strata_decisions_get_prerequisite (decisions,
                                                                              strata_prerequisite_row_get_fact (row)));
    }
}

static void
update_facts (StrataWorkspace *self,
              StrataDecisions *decisions)
{
  StrataFacts *facts = strata_plan_get_facts (strata_assessment_get_plan (self->assessment));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->facts)); i++)
    {
      g_autoptr (StrataFactRow) row = g_list_model_get_item (G_LIST_MODEL (self->facts), i);

      strata_fact_row_update (row, facts, decisions);
    }
}

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  return (int) strata_fact_row_get_group (STRATA_FACT_ROW ((gpointer) a)) -
         (int) strata_fact_row_get_group (STRATA_FACT_ROW ((gpointer) b));
}

void
strata_workspace_make_facts (StrataWorkspace *self)
{
  self->prerequisites = g_list_store_new (STRATA_TYPE_PREREQUISITE_ROW);
  self->facts = g_list_store_new (STRATA_TYPE_FACT_ROW);
  self->question = strata_question_row_new ();

  for (StrataFactId fact = STRATA_FACT_EVENT_SCHEMA; fact <= STRATA_FACT_MEASUREMENT; fact++)
    {
      g_autoptr (StrataPrerequisiteRow) row = strata_prerequisite_row_new (fact);

      g_list_store_append (self->prerequisites, row);
    }
  for (guint fact = 0; fact < STRATA_N_FACTS; fact++)
    {
      g_autoptr (StrataFactRow) row = strata_fact_row_new ((StrataFactId) fact);

      g_list_store_append (self->facts, row);
    }
  g_list_store_sort (self->facts, compare_groups, NULL);
}

void
strata_workspace_update_facts (StrataWorkspace *self)
{
  StrataDecisions *decisions = strata_assessment_get_decisions (self->assessment);

  update_prerequisites (self, decisions);
  update_facts (self, decisions);
  strata_question_row_update (self->question, decisions);
}

/**
 * strata_workspace_list_prerequisites:
 * @self: a workspace
 *
 * Returns: (transfer none): the four [class@Strata.PrerequisiteRow]s
 */
GListModel *
strata_workspace_list_prerequisites (StrataWorkspace *self)
{
  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);

  return G_LIST_MODEL (self->prerequisites);
}

/**
 * strata_workspace_list_facts:
 * @self: a workspace
 *
 * Returns: (transfer none): a [class@Strata.FactRow] for every question to the
 *   client, group by group; they stay the same
 */
GListModel *
strata_workspace_list_facts (StrataWorkspace *self)
{
  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);

  return G_LIST_MODEL (self->facts);
}

/**
 * strata_workspace_get_question:
 * @self: a workspace
 *
 * Returns: (transfer none): what to ask the client next
 */
StrataQuestionRow *
strata_workspace_get_question (StrataWorkspace *self)
{
  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);

  return self->question;
}
