/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What sentences call the placements of a scenario.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "strata-tool-names.h"

#include <glib/gi18n-lib.h>

#include "strata-arena-private.h"

#include <string.h>

struct _StrataToolNames
{
  StrataArena         *arena;
  StrataScenario      *scenario;
  const char * const  *tools; /* their plain names */
  const char         **names; /* NULL: qualified by its id when somebody asks */
};

/* Finds for every placement the first one of its present name, and marks
 * those that are not alone with it. */
static void
find_twins (StrataToolNames *self,
            guint           *first,
            gboolean        *is_twin)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->scenario->n_placements; i++)
    {
      gpointer other = g_hash_table_lookup (seen, self->names[i]);

      first[i] = other != NULL ? GPOINTER_TO_UINT (other) - 1 : i;
      is_twin[i] = other != NULL;
      if (other != NULL)
        is_twin[first[i]] = TRUE;
      else
        g_hash_table_insert (seen, (gpointer) self->names[i], GUINT_TO_POINTER (i + 1));
    }
}

static const char *
qualify (StrataToolNames *self,
         const char      *name,
         const char      *qualifier)
{
  /* Translators: a tool's name, and what tells it from another one of that
   * name: its layer, or its id in the plan. */
  g_autofree char *text = g_strdup_printf (_("%s (%s)"), name, qualifier);

  return strata_arena_copy (self->arena, text, strlen (text) + 1);
}

/* Each name is put together with each layer once. */
static void
name_by_layer (StrataToolNames *self,
               const guint     *first,
               const gboolean  *is_twin)
{
  guint n = self->scenario->n_placements;
  const char **qualified = strata_arena_new_array (self->arena, const char *, n * STRATA_N_LAYERS);

  for (guint i = 0; i < n; i++)
    {
      StrataLayer layer = self->scenario->placements[i]->layer;
      const char **name = &qualified[first[i] * STRATA_N_LAYERS + layer];

      if (!is_twin[i])
        continue;
      if (*name == NULL)
        *name = qualify (self, self->names[i], strata_vocabulary_get_label (&strata_layers, layer));
      self->names[i] = *name;
    }
}

static void
make_names (StrataToolNames *self)
{
  guint n = self->scenario->n_placements;
  gboolean *is_twin = strata_arena_new_array (self->arena, gboolean, n);
  guint *first = strata_arena_new_array (self->arena, guint, n);

  self->names = strata_arena_new_array (self->arena, const char *, n);
  for (guint i = 0; i < n; i++)
    self->names[i] = self->tools[i];
  find_twins (self, first, is_twin);
  name_by_layer (self, first, is_twin);
  find_twins (self, first, is_twin);
  for (guint i = 0; i < n; i++)
    {
      if (is_twin[i])
        self->names[i] = NULL;
    }
}

/**
 * strata_tool_names_new:
 * @scenario: a scenario
 * @tools: the plain name of each placement's tool, in the scenario's order
 *
 * Finds out which placements need more than their tool's name. The plain
 * names have to stay where they are as long as this lives.
 *
 * Returns: (transfer full): the names
 */
StrataToolNames *
strata_tool_names_new (StrataScenario     *scenario,
                       const char * const *tools)
{
  StrataToolNames *self = NULL;

  g_return_val_if_fail (scenario != NULL && tools != NULL, NULL);

  self = g_new0 (StrataToolNames, 1);
  self->arena = strata_arena_new ();
  self->scenario = strata_scenario_ref (scenario);
  self->tools = strata_arena_copy (self->arena, tools, scenario->n_placements * sizeof *tools);
  make_names (self);

  return self;
}

/**
 * strata_tool_names_look_up:
 * @plan: a plan
 * @scenario: one of its scenarios
 * @catalog: where the tools that the plan does not define are looked up
 *
 * As [func@Strata.ToolNames.new], for names that are still to be found: those
 * have to stay where they are, in the plan and in the catalogue.
 *
 * Returns: (transfer full): the names
 */
StrataToolNames *
strata_tool_names_look_up (StrataPlan     *plan,
                           StrataScenario *scenario,
                           StrataCatalog  *catalog)
{
  g_autofree const char **tools = NULL;

  g_return_val_if_fail (plan != NULL && scenario != NULL && catalog != NULL, NULL);

  tools = g_new0 (const char *, scenario->n_placements + 1);
  for (guint i = 0; i < scenario->n_placements; i++)
    {
      StrataTool *tool = strata_catalog_find_tool (catalog, plan, scenario->placements[i]->tool);

      tools[i] = tool != NULL ? tool->name : scenario->placements[i]->tool;
    }

  return strata_tool_names_new (scenario, tools);
}

/**
 * strata_tool_names_free:
 * @names: (transfer full): names
 *
 * Frees them.
 */
void
strata_tool_names_free (StrataToolNames *names)
{
  g_return_if_fail (names != NULL);

  strata_arena_free (names->arena);
  strata_scenario_unref (names->scenario);
  g_free (names);
}

/**
 * strata_tool_names_get:
 * @names: names
 * @placement: a placement's position in the scenario
 *
 * Returns: (transfer none): what to call it in a sentence
 */
const char *
strata_tool_names_get (StrataToolNames *names,
                       guint            placement)
{
  g_return_val_if_fail (names != NULL, NULL);
  g_return_val_if_fail (placement < names->scenario->n_placements, NULL);

  if (names->names[placement] == NULL)
    names->names[placement] = qualify (names, names->tools[placement], names->scenario->placements[placement]->id);

  return names->names[placement];
}
