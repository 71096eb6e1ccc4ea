/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What if: an edit assessed and shown, and not done.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-workspace-private.h"

#include "model/strata-gesture.h"

/* A row that came with an edit since has no mark. */
static void
mark_rows (StrataWorkspace *self)
{
  GHashTableIter iter;
  gpointer id = NULL;
  gpointer row = NULL;

  g_hash_table_iter_init (&iter, self->placement_rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    strata_placement_row_preview (row, self->what_if != NULL ? strata_what_if_find_mark (self->what_if, id) : NULL);
}

void
strata_workspace_set_preview (StrataWorkspace  *self,
                              StrataAssessment *preview)
{
  if (self->preview == NULL && preview == NULL)
    return;

  g_clear_pointer (&self->preview, strata_assessment_unref);
  g_clear_pointer (&self->what_if, strata_what_if_free);
  if (preview != NULL)
    {
      self->preview = strata_assessment_ref (preview);
      self->what_if = strata_what_if_new (self->assessment, preview, self->catalog);
    }
  mark_rows (self);
  g_object_notify (G_OBJECT (self), "preview");
}

/**
 * strata_workspace_preview:
 * @self: a workspace
 * @edit: (nullable): what might be done; %NULL ends the what-if
 *
 * Assesses the plan as the edit would leave it, and marks the rows whose
 * findings would change. The plan stays as it is. An edit that the plan would
 * refuse is no what-if.
 */
void
strata_workspace_preview (StrataWorkspace *self,
                          StrataEdit      *edit)
{
  g_autoptr (StrataPlan) plan = NULL;
  g_autoptr (StrataAssessment) preview = NULL;
  StrataScenario *scenario = NULL;

  g_return_if_fail (STRATA_IS_WORKSPACE (self));

  /* What changes is told from the plan as it is. */
  if (edit != NULL)
    strata_workspace_settle (self);
  if (edit != NULL)
    plan = strata_plan_apply (strata_workspace_get_plan (self), edit, NULL);
  if (plan != NULL)
    scenario = strata_plan_find_scenario (plan, strata_workspace_get_scenario (self)->id, NULL);
  if (scenario != NULL)
    preview = strata_assess (plan, scenario, self->catalog, strata_workspace_decide (self, plan));

  strata_workspace_set_preview (self, preview);
}

/**
 * strata_workspace_get_preview:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): the assessment of the pending what-if
 */
StrataAssessment *
strata_workspace_get_preview (StrataWorkspace *self)
{
  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);

  return self->preview;
}

/**
 * strata_workspace_get_what_if:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): what the pending what-if changes
 */
StrataWhatIf *
strata_workspace_get_what_if (StrataWorkspace *self)
{
  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);

  return self->what_if;
}

/**
 * strata_workspace_preview_place:
 * @self: a workspace
 * @tool: id of a tool
 * @layer: the layer that it might be placed on
 *
 * What if the tool were dropped there? Where in the lane makes no difference
 * to findings.
 */
void
strata_workspace_preview_place (StrataWorkspace *self,
                                const char      *tool,
                                StrataLayer      layer)
{
  StrataTool *found;
  g_autoptr (StrataEdit) edit = NULL;

  g_return_if_fail (STRATA_IS_WORKSPACE (self));
  g_return_if_fail (tool != NULL);

  found = strata_catalog_find_tool (self->catalog, strata_workspace_get_plan (self), tool);
  if (found != NULL)
    edit = strata_gesture_place (strata_workspace_get_scenario (self), found, layer, G_MAXUINT, NULL);
  strata_workspace_preview (self, edit);
}

static gboolean
have_layer (GPtrArray   *placements,
            StrataLayer  layer)
{
  for (guint i = 0; i < placements->len; i++)
    {
      if (((StrataPlacement *) placements->pdata[i])->layer != layer)
        return FALSE;
    }

  return TRUE;
}

/**
 * strata_workspace_preview_move:
 * @self: a workspace
 * @placements: (array zero-terminated=1): ids of placements
 * @layer: the layer that they might be moved to
 *
 * What if the placements were dropped there? Where all of them stand on that
 * layer already there is nothing to ask, and no preview.
 */
void
strata_workspace_preview_move (StrataWorkspace    *self,
                               const char * const *placements,
                               StrataLayer         layer)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (StrataEdit) edit = NULL;

  g_return_if_fail (STRATA_IS_WORKSPACE (self));
  g_return_if_fail (placements != NULL);

  found = strata_workspace_find_placements (self, placements, NULL);
  if (found != NULL && !have_layer (found, layer))
    edit = strata_gesture_move (strata_workspace_get_scenario (self), found, "", layer, G_MAXUINT);
  strata_workspace_preview (self, edit);
}
