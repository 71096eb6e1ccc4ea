/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Placements from elsewhere, put into a scenario under ids of their own.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-gesture.h"

#include "strata-arrangement-private.h"
#include "strata-gesture-private.h"

static StrataValue *
take_text (StrataValue *object,
           const char  *name,
           const char  *text)
{
  g_autoptr (StrataValue) former = object;
  g_autoptr (StrataValue) value = strata_value_new_string (text);

  return strata_value_with_member (former, name, value, G_MAXUINT);
}

static StrataValue *
take_without (StrataValue *object,
              const char  *name)
{
  g_autoptr (StrataValue) former = object;

  if (strata_value_get_member (former, name) == NULL)
    return g_steal_pointer (&former);

  return strata_value_without_member (former, name);
}

static StrataLayer
get_layer (const StrataPaste *paste,
           StrataPlacement   *placement)
{
  return paste->layer >= 0 ? (StrataLayer) paste->layer : placement->layer;
}

static StrataValue *
make_placement (const StrataPaste *paste,
                StrataPlacement   *placement,
                const char        *id)
{
  StrataValue *value = strata_value_ref (strata_placement_get_value (placement));
  const char *tool = NULL;

  if (paste->tools != NULL)
    tool = g_hash_table_lookup (paste->tools, placement->tool);
  value = take_text (value, "id", id);
  if (tool != NULL)
    value = take_text (value, "tool", tool);
  if (get_layer (paste, placement) != placement->layer)
    value = take_text (value, "layer", strata_vocabulary_get_id (&strata_layers, paste->layer));
  if (paste->without_costs)
    {
      value = take_without (value, "monthly_cost");
      value = take_without (value, "price");
      value = take_without (value, "module_costs");
    }

  return value;
}

static GStrv
paste_placements (StrataEdit        *edit,
                  StrataScenario    *scenario,
                  const StrataPaste *paste)
{
  g_autoptr (StrataArrangement) arrangement = strata_arrangement_new (scenario);
  g_autofree char *path = strata_path_build ("scenarios", scenario->id, "placements", NULL);
  GStrv ids = g_new0 (char *, paste->fragment->n_placements + 1);
  guint positions[STRATA_N_LAYERS];
  guint number = 1;

  for (guint i = 0; i < STRATA_N_LAYERS; i++)
    positions[i] = MIN (paste->positions[i], scenario->n_placements);
  for (guint i = 0; i < paste->fragment->n_placements; i++)
    {
      StrataPlacement *placement = paste->fragment->placements[i];
      StrataLayer layer = get_layer (paste, placement);
      g_autoptr (StrataValue) value = NULL;

      ids[i] = strata_gesture_find_free_id (scenario, &number);
      value = make_placement (paste, placement, ids[i]);
      strata_edit_insert (edit, path, strata_arrangement_add (arrangement, layer, positions[layer]++), value);
    }

  return ids;
}

static void
paste_flows (StrataEdit        *edit,
             StrataScenario    *scenario,
             const StrataPaste *paste,
             GStrv              ids)
{
  StrataValue *flows = strata_value_get_member (strata_scenario_get_value (paste->fragment), "flows");
  g_autofree char *path = strata_path_build ("scenarios", scenario->id, "flows", NULL);

  for (guint i = 0; i < paste->fragment->n_flows; i++)
    {
      const StrataFlow *flow = &paste->fragment->flows[i];
      StrataValue *value = strata_value_ref (strata_value_get_element (flows, i));

      value = take_text (value, "from", ids[flow->from]);
      value = take_text (value, "to", ids[flow->to]);
      strata_edit_insert (edit, path, G_MAXUINT, value);
      strata_value_unref (value);
    }
}

/**
 * strata_gesture_paste:
 * @scenario: a scenario
 * @paste: what to put into it, and where
 * @title: what Undo shows
 * @placements: (out): the ids that they will have, in the fragment's order
 *
 * Puts placements and the flows between them into a scenario, under the first
 * free of the ids p1, p2, ….
 *
 * Returns: (transfer full): the edit
 */
StrataEdit *
strata_gesture_paste (StrataScenario     *scenario,
                      const StrataPaste  *paste,
                      const char         *title,
                      GStrv              *placements)
{
  g_autoptr (StrataEdit) edit = NULL;
  g_auto (GStrv) ids = NULL;

  g_return_val_if_fail (scenario != NULL && paste != NULL && title != NULL, NULL);

  edit = strata_edit_new (title);
  ids = paste_placements (edit, scenario, paste);
  paste_flows (edit, scenario, paste, ids);
  if (placements != NULL)
    *placements = g_steal_pointer (&ids);

  return g_steal_pointer (&edit);
}
