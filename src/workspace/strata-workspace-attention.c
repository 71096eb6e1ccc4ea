/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has the attention: the selection, or a finding in focus.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-workspace-private.h"

/* What was selected and is there: what an undo brings back is selected again. */
static GStrv
list_selected (StrataWorkspace *self)
{
  StrataScenario *scenario = strata_workspace_get_scenario (self);
  g_autoptr (GStrvBuilder) selected = g_strv_builder_new ();

  for (guint i = 0; self->wanted != NULL && self->wanted[i] != NULL; i++)
    {
      if (strata_scenario_find (scenario, self->wanted[i], NULL) != NULL)
        g_strv_builder_add (selected, self->wanted[i]);
    }

  return g_strv_builder_end (selected);
}

static void
relate_to_finding (const StrataFinding *finding,
                   gboolean            *related)
{
  for (guint i = 0; i < finding->n_tools; i++)
    related[finding->tools[i]] = TRUE;
}

static gboolean
names_any (const StrataFinding *finding,
           const gboolean      *selected)
{
  for (guint i = 0; i < finding->n_tools; i++)
    {
      if (selected[finding->tools[i]])
        return TRUE;
    }

  return FALSE;
}

static gboolean *
find_selected (StrataWorkspace *self,
               StrataScenario  *scenario)
{
  gboolean *selected = g_new0 (gboolean, scenario->n_placements + 1);

  for (guint i = 0; self->selection != NULL && self->selection[i] != NULL; i++)
    {
      guint position = 0;

      if (strata_scenario_find (scenario, self->selection[i], &position) != NULL)
        selected[position] = TRUE;
    }

  return selected;
}

/* What is named together with something selected, or stands in a flow with it. */
static void
relate_to_selected (StrataAssessment *assessment,
                    const gboolean   *selected,
                    gboolean         *related)
{
  StrataScenario *scenario = strata_assessment_get_scenario (assessment);

  for (guint i = 0; i < strata_assessment_get_n_findings (assessment); i++)
    {
      const StrataFinding *finding = strata_assessment_get_finding (assessment, i);

      if (names_any (finding, selected))
        relate_to_finding (finding, related);
    }
  for (guint i = 0; i < scenario->n_flows; i++)
    {
      const StrataFlow *flow = &scenario->flows[i];

      related[flow->to] |= selected[flow->from];
      related[flow->from] |= selected[flow->to];
    }
}

static void
relate_to_focus (StrataWorkspace *self,
                 StrataScenario  *scenario,
                 gboolean        *related)
{
  StrataFindingRow *row = g_hash_table_lookup (self->finding_rows, self->focus);
  const char * const *tools = strata_finding_row_get_tools (row);

  for (guint i = 0; tools[i] != NULL; i++)
    {
      guint position = 0;

      if (strata_scenario_find (scenario, tools[i], &position) != NULL)
        related[position] = TRUE;
    }
}

static void
set_focus (StrataWorkspace *self,
           const char      *identity)
{
  if (g_set_str (&self->focus, identity))
    g_object_notify (G_OBJECT (self), "focus");
}

static void
set_wanted (StrataWorkspace    *self,
            const char * const *placements)
{
  g_strfreev (self->wanted);
  self->wanted = g_strdupv ((GStrv) placements);
}

static void
update_selection (StrataWorkspace *self)
{
  g_auto (GStrv) selected = list_selected (self);

  if (g_strv_equal ((const char * const *) self->selection, (const char * const *) selected))
    return;

  g_strfreev (self->selection);
  self->selection = g_steal_pointer (&selected);
  g_object_notify (G_OBJECT (self), "selection");
}

static void
update_marks (StrataWorkspace *self)
{
  StrataScenario *scenario = strata_assessment_get_scenario (self->assessment);
  g_autofree gboolean *selected = find_selected (self, scenario);
  g_autofree gboolean *related = g_new0 (gboolean, scenario->n_placements + 1);
  gboolean is_anything = self->focus != NULL || (self->selection != NULL && self->selection[0] != NULL);

  relate_to_selected (self->assessment, selected, related);
  if (self->focus != NULL)
    relate_to_focus (self, scenario, related);

  for (guint i = 0; i < scenario->n_placements; i++)
    {
      StrataPlacementRow *row = g_hash_table_lookup (self->placement_rows, scenario->placements[i]->id);

      strata_placement_row_mark (row, selected[i], related[i] && !selected[i],
                                 is_anything && !selected[i] && !related[i]);
    }
}

/* The selection is what the plan has now; the rows show what was last settled. */
void
strata_workspace_update_attention (StrataWorkspace *self)
{
  g_object_freeze_notify (G_OBJECT (self));

  update_selection (self);
  if (self->focus != NULL && !g_hash_table_contains (self->finding_rows, self->focus))
    set_focus (self, NULL);
  update_marks (self);

  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * strata_workspace_select:
 * @self: a workspace
 * @placements: (nullable) (array zero-terminated=1): ids of placements
 *
 * Selects these placements and no others, and takes a finding out of focus. A
 * selection survives edits: a placement that is removed and brought back by an
 * undo is selected as before. A single placement is where a range begins.
 */
void
strata_workspace_select (StrataWorkspace    *self,
                         const char * const *placements)
{
  g_return_if_fail (STRATA_IS_WORKSPACE (self));

  set_wanted (self, placements);
  if (placements == NULL || placements[0] == NULL)
    g_set_str (&self->anchor, NULL);
  else if (placements[1] == NULL)
    g_set_str (&self->anchor, placements[0]);
  set_focus (self, NULL);
  strata_workspace_update_attention (self);
}

/**
 * strata_workspace_get_selection:
 * @self: a workspace
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the placements
 *   that are selected
 */
const char * const *
strata_workspace_get_selection (StrataWorkspace *self)
{
  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);

  return (const char * const *) self->selection;
}

/**
 * strata_workspace_focus_finding:
 * @self: a workspace
 * @identity: (nullable): identity of a finding's row; %NULL for none
 *
 * Lights up the placements that a finding names, and selects nothing. The
 * focus ends when an edit solves the finding.
 */
void
strata_workspace_focus_finding (StrataWorkspace *self,
                                const char      *identity)
{
  g_return_if_fail (STRATA_IS_WORKSPACE (self));

  set_wanted (self, NULL);
  set_focus (self, identity);
  strata_workspace_update_attention (self);
}

/**
 * strata_workspace_get_focus:
 * @self: a workspace
 *
 * Returns: (nullable): identity of the finding in focus
 */
const char *
strata_workspace_get_focus (StrataWorkspace *self)
{
  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);

  return self->focus;
}
