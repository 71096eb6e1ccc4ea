/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bringing the workspace's lists up to date with an assessment.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-workspace-private.h"

#include "assess/strata-finding-identity.h"
#include "workspace/strata-list.h"

/* Exchanges a table for its successor. */
static void
replace_table (GHashTable **table,
               GHashTable  *latter)
{
  g_hash_table_unref (*table);
  *table = latter;
}

/* Open findings by placement and severity, in one pass over the findings. */
static guint *
count_findings (StrataAssessment *assessment)
{
  StrataScenario *scenario = strata_assessment_get_scenario (assessment);
  guint *counts = g_new0 (guint, (scenario->n_placements + 1) * STRATA_N_SEVERITIES);

  for (guint i = 0; i < strata_assessment_get_n_findings (assessment); i++)
    {
      const StrataFinding *finding = strata_assessment_get_finding (assessment, i);

      for (guint j = 0; !finding->accepted && j < finding->n_tools; j++)
        counts[finding->tools[j] * STRATA_N_SEVERITIES + finding->severity]++;
    }

  return counts;
}

static StrataPlacementRow *
keep_placement_row (StrataWorkspace *self,
                    GHashTable      *latter,
                    const char      *id)
{
  StrataPlacementRow *row = strata_list_keep (self->placement_rows, latter, id);

  if (row == NULL)
    {
      row = strata_placement_row_new (id);
      g_hash_table_insert (latter, g_strdup (id), row);
    }

  return row;
}

static void
update_placements (StrataWorkspace *self)
{
  StrataScenario *scenario = strata_assessment_get_scenario (self->assessment);
  g_autofree guint *counts = count_findings (self->assessment);
  GHashTable *latter = strata_list_make_table ();
  GPtrArray *lanes[STRATA_N_LAYERS];

  for (guint i = 0; i < STRATA_N_LAYERS; i++)
    lanes[i] = g_ptr_array_new ();

  for (guint i = 0; i < scenario->n_placements; i++)
    {
      StrataPlacement *placement = scenario->placements[i];
      StrataLayer layer = placement->layer;
      StrataPlacementView view = {
        .catalog = self->catalog,
        .assessment = self->assessment,
        .placement = i,
        .position = lanes[layer]->len,
        .n_in_lane = strata_lane_get_n_placements (self->headings[layer]),
        .counts = counts + i * STRATA_N_SEVERITIES,
        .discreet = self->discreet,
      };
      StrataPlacementRow *row = keep_placement_row (self, latter, placement->id);

      strata_placement_row_update (row, &view);
      g_ptr_array_add (lanes[layer], row);
    }

  for (guint i = 0; i < STRATA_N_LAYERS; i++)
    {
      strata_list_update (self->lanes[i], lanes[i]);
      g_ptr_array_unref (lanes[i]);
    }
  replace_table (&self->placement_rows, latter);
}

/* Two flows between the same tools may be found fault with alike: the second
 * is told from the first by its number. */
static char *
dup_numbered (GHashTable *taken,
              const char *identity)
{
  g_autofree char *numbered = NULL;

  for (guint i = 2; numbered == NULL || g_hash_table_contains (taken, numbered); i++)
    {
      g_free (numbered);
      numbered = g_strdup_printf ("%s#%u", identity, i);
    }

  return g_steal_pointer (&numbered);
}

static StrataFindingRow *
keep_finding_row (StrataWorkspace     *self,
                  GHashTable          *latter,
                  const StrataFinding *finding)
{
  g_autofree char *identity = strata_finding_dup_identity (self->assessment, finding);
  g_autofree char *numbered = g_hash_table_contains (latter, identity) ? dup_numbered (latter, identity) : NULL;
  const char *key = numbered != NULL ? numbered : identity;
  StrataFindingRow *row = strata_list_keep (self->finding_rows, latter, key);

  if (row == NULL)
    {
      row = strata_finding_row_new (key);
      g_hash_table_insert (latter, g_strdup (key), row);
    }

  return row;
}

static void
update_findings (StrataWorkspace *self)
{
  GHashTable *latter = strata_list_make_table ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (StrataToolNames) names =
    strata_tool_names_look_up (strata_assessment_get_plan (self->assessment),
                               strata_assessment_get_scenario (self->assessment), self->catalog);

  for (guint i = 0; i < strata_assessment_get_n_findings (self->assessment); i++)
    {
      const StrataFinding *finding = strata_assessment_get_finding (self->assessment, i);
      StrataFindingRow *row = keep_finding_row (self, latter, finding);

      strata_finding_row_update (row, names, self->assessment, finding);
      g_ptr_array_add (rows, row);
    }

  strata_list_update (self->findings, rows);
  replace_table (&self->finding_rows, latter);
}

static StrataScenarioRow *
keep_scenario_row (StrataWorkspace *self,
                   GHashTable      *latter,
                   const char      *id)
{
  StrataScenarioRow *row = strata_list_keep (self->scenario_rows, latter, id);

  if (row == NULL)
    {
      row = strata_scenario_row_new (id);
      g_hash_table_insert (latter, g_strdup (id), row);
    }

  return row;
}

static void
update_scenarios (StrataWorkspace *self)
{
  StrataPlan *plan = strata_assessment_get_plan (self->assessment);
  GHashTable *latter = strata_list_make_table ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < strata_plan_get_n_scenarios (plan); i++)
    {
      StrataScenario *scenario = strata_plan_get_scenario (plan, i);
      StrataScenarioRow *row = keep_scenario_row (self, latter, scenario->id);

      strata_scenario_row_update (row, scenario);
      g_ptr_array_add (rows, row);
    }

  strata_list_update (self->scenarios, rows);
  replace_table (&self->scenario_rows, latter);
}

void
strata_workspace_update_rows (StrataWorkspace *self)
{
  for (guint i = 0; i < STRATA_N_LAYERS; i++)
    strata_lane_update (self->headings[i], self->catalog, self->assessment, self->discreet);

  update_scenarios (self);
  strata_workspace_update_facts (self);
  update_placements (self);
  update_findings (self);
}

void
strata_workspace_forget_rows (StrataWorkspace *self)
{
  g_hash_table_remove_all (self->placement_rows);
  g_hash_table_remove_all (self->finding_rows);
  g_hash_table_remove_all (self->scenario_rows);
}

/**
 * strata_workspace_list_placements:
 * @self: a workspace
 * @layer: a layer
 *
 * Returns: (transfer none): the lane's [class@Strata.PlacementRow]s, in order
 */
GListModel *
strata_workspace_list_placements (StrataWorkspace *self,
                                  StrataLayer      layer)
{
  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail ((guint) layer < STRATA_N_LAYERS, NULL);

  return G_LIST_MODEL (self->lanes[layer]);
}

/**
 * strata_workspace_list_findings:
 * @self: a workspace
 *
 * Returns: (transfer none): the assessment's [class@Strata.FindingRow]s, worst
 *   first, accepted ones among them
 */
GListModel *
strata_workspace_list_findings (StrataWorkspace *self)
{
  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);

  return G_LIST_MODEL (self->findings);
}

/**
 * strata_workspace_list_scenarios:
 * @self: a workspace
 *
 * Returns: (transfer none): the plan's [class@Strata.ScenarioRow]s
 */
GListModel *
strata_workspace_list_scenarios (StrataWorkspace *self)
{
  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);

  return G_LIST_MODEL (self->scenarios);
}

/**
 * strata_workspace_get_lane:
 * @self: a workspace
 * @layer: a layer
 *
 * Returns: (transfer none): what the lane's heading shows
 */
StrataLane *
strata_workspace_get_lane (StrataWorkspace *self,
                           StrataLayer      layer)
{
  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail ((guint) layer < STRATA_N_LAYERS, NULL);

  return self->headings[layer];
}

/**
 * strata_workspace_get_placement:
 * @self: a workspace
 * @id: a placement's id
 *
 * Returns: (transfer none) (nullable): its row, or %NULL when the scenario, as
 *   last settled, has no such placement
 */
StrataPlacementRow *
strata_workspace_get_placement (StrataWorkspace *self,
                                const char      *id)
{
  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->placement_rows, id);
}
