/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Selections that follow from what is selected: one more, a range, all.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-workspace-private.h"

static gboolean
is_selected (StrataWorkspace *self,
             const char      *placement)
{
  return g_strv_contains (strata_workspace_get_selection (self), placement);
}

static void
select_built (StrataWorkspace *self,
              GStrvBuilder    *builder)
{
  g_auto (GStrv) placements = g_strv_builder_end (builder);

  strata_workspace_select (self, (const char * const *) placements);
}

/* As the stack reads: lanes from the top, cards in their order. */
static GPtrArray *
list_in_reading_order (StrataScenario *scenario)
{
  GPtrArray *ids = g_ptr_array_sized_new (scenario->n_placements);

  for (int layer = STRATA_N_LAYERS - 1; layer >= 0; layer--)
    for (guint i = 0; i < scenario->n_placements; i++)
      {
        if ((int) scenario->placements[i]->layer == layer)
          g_ptr_array_add (ids, (gpointer) scenario->placements[i]->id);
      }

  return ids;
}

static gboolean
find_id (GPtrArray  *ids,
         const char *id,
         guint      *position)
{
  return id != NULL && g_ptr_array_find_with_equal_func (ids, id, g_str_equal, position);
}

/**
 * strata_workspace_toggle_selected:
 * @self: a workspace
 * @placement: id of a placement
 *
 * Selects a placement in addition to the others, or no longer. The next range
 * begins there.
 */
void
strata_workspace_toggle_selected (StrataWorkspace *self,
                                  const char      *placement)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  const char * const *selection;
  gboolean selected;

  g_return_if_fail (STRATA_IS_WORKSPACE (self));
  g_return_if_fail (placement != NULL);

  builder = g_strv_builder_new ();
  selection = strata_workspace_get_selection (self);
  selected = is_selected (self, placement);
  for (guint i = 0; selection[i] != NULL; i++)
    {
      if (!g_str_equal (selection[i], placement))
        g_strv_builder_add (builder, selection[i]);
    }
  if (!selected)
    g_strv_builder_add (builder, placement);
  select_built (self, builder);
  g_set_str (&self->anchor, placement);
}

/**
 * strata_workspace_extend_selection:
 * @self: a workspace
 * @placement: id of a placement of the scenario shown
 *
 * Selects everything from where the selection began to a placement, as the
 * stack reads: lanes from the top, cards in their order. Where it began is
 * what was last selected alone or toggled; with nothing there, the range is
 * the placement alone.
 */
void
strata_workspace_extend_selection (StrataWorkspace *self,
                                   const char      *placement)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autofree char *anchor = NULL;
  guint from = 0;
  guint to = 0;

  g_return_if_fail (STRATA_IS_WORKSPACE (self));
  g_return_if_fail (placement != NULL);

  ids = list_in_reading_order (strata_workspace_get_scenario (self));
  if (!find_id (ids, placement, &to))
    return;
  if (!find_id (ids, self->anchor, &from))
    from = to;

  builder = g_strv_builder_new ();
  anchor = g_strdup (g_ptr_array_index (ids, from));
  for (guint i = MIN (from, to); i <= MAX (from, to); i++)
    g_strv_builder_add (builder, g_ptr_array_index (ids, i));
  select_built (self, builder);
  g_set_str (&self->anchor, anchor);
}

/**
 * strata_workspace_select_all:
 * @self: a workspace
 *
 * Selects every placement of the scenario shown.
 */
void
strata_workspace_select_all (StrataWorkspace *self)
{
  g_autoptr (GPtrArray) ids = NULL;

  g_return_if_fail (STRATA_IS_WORKSPACE (self));

  ids = list_in_reading_order (strata_workspace_get_scenario (self));
  g_ptr_array_add (ids, NULL);
  strata_workspace_select (self, (const char * const *) ids->pdata);
}

/**
 * strata_workspace_dup_with:
 * @self: a workspace
 * @placement: id of a placement
 *
 * Says what an act on a placement acts on: on all that is selected where the
 * placement is part of that, else on the placement alone.
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of placements, the
 *   one that was asked about first
 */
GStrv
strata_workspace_dup_with (StrataWorkspace *self,
                           const char      *placement)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  const char * const *selection;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (placement != NULL, NULL);

  builder = g_strv_builder_new ();
  selection = strata_workspace_get_selection (self);
  g_strv_builder_add (builder, placement);
  for (guint i = 0; is_selected (self, placement) && selection[i] != NULL; i++)
    {
      if (!g_str_equal (selection[i], placement))
        g_strv_builder_add (builder, selection[i]);
    }

  return g_strv_builder_end (builder);
}
