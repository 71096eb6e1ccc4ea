/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a plan has to learn of tools whose placements come from elsewhere.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-adoption.h"

#include <glib/gi18n-lib.h>

#include "model/strata-fragment.h"

struct _StrataAdoption
{
  StrataCatalog *catalog;
  StrataPlan    *plan;
  StrataPlan    *fragment;
  GHashTable    *ids;         /* of a tool, its id here */
  GHashTable    *definitions; /* by their ids here, what the plan has to learn */
  const char    *renamed;     /* name of a tool that had to get another id, or NULL */
  guint          n_renamed;
};

static gboolean
is_placed (StrataPlan *plan,
           const char *tool)
{
  for (guint i = 0; i < strata_plan_get_n_scenarios (plan); i++)
    {
      StrataScenario *scenario = strata_plan_get_scenario (plan, i);

      for (guint j = 0; j < scenario->n_placements; j++)
        {
          if (g_str_equal (scenario->placements[j]->tool, tool))
            return TRUE;
        }
    }

  return FALSE;
}

/* Whether an id means just this here. */
static gboolean
means (StrataAdoption *self,
       const char     *id,
       StrataValue    *definition)
{
  StrataTool *own = strata_plan_find_tool (self->plan, id);

  return own != NULL && strata_value_equal (strata_tool_get_value (own), definition);
}

/* Whether a definition under this id would change nothing that is there. */
static gboolean
is_free (StrataAdoption *self,
         const char     *id,
         gboolean        may_override)
{
  if (strata_plan_find_tool (self->plan, id) != NULL || g_hash_table_contains (self->definitions, id))
    return FALSE;

  return may_override
    ? !is_placed (self->plan, id)
    : strata_catalog_find_tool (self->catalog, self->fragment, id) == NULL;
}

/* The id under which this plan knows a definition: its own, or the first of
 * id-2, id-3, … that means it or nothing yet. */
static char *
find_id (StrataAdoption *self,
         const char     *id,
         StrataValue    *definition)
{
  if (means (self, id, definition) || is_free (self, id, TRUE))
    return g_strdup (id);

  for (guint i = 2;; i++)
    {
      g_autofree char *other = g_strdup_printf ("%s-%u", id, i);

      if (means (self, other, definition) || is_free (self, other, FALSE))
        return g_steal_pointer (&other);
    }
}

static void
learn_tool (StrataAdoption *self,
            StrataTool     *tool,
            const char     *id)
{
  StrataValue *definition = strata_tool_get_value (tool);
  g_autofree char *here = find_id (self, id, definition);

  if (!g_str_equal (here, id))
    {
      self->renamed = tool->name;
      self->n_renamed++;
    }
  if (!means (self, here, definition))
    g_hash_table_insert (self->definitions, g_strdup (here), strata_value_ref (definition));
  g_hash_table_insert (self->ids, g_strdup (id), g_steal_pointer (&here));
}

/* A tool that neither plan defines itself is the catalogue's in both. */
static void
learn_tools (StrataAdoption *self)
{
  StrataScenario *scenario = strata_fragment_get_scenario (self->fragment);

  for (guint i = 0; i < scenario->n_placements; i++)
    {
      const char *id = scenario->placements[i]->tool;

      if (g_hash_table_contains (self->ids, id))
        continue;
      if (strata_plan_find_tool (self->fragment, id) != NULL ||
          strata_plan_find_tool (self->plan, id) != NULL)
        learn_tool (self, strata_catalog_find_tool (self->catalog, self->fragment, id), id);
    }
}

/**
 * strata_adoption_new:
 * @catalog: where tools are looked up that no plan defines
 * @plan: the plan that placements come to
 * @fragment: the placements, with the definitions of their tools
 *
 * Finds out what the tools of a fragment are called in a plan. What the plan
 * means by an id stays what it is: a definition that differs gets another id.
 * The arguments have to outlive the result.
 *
 * Returns: (transfer full): the adoption
 */
StrataAdoption *
strata_adoption_new (StrataCatalog *catalog,
                     StrataPlan    *plan,
                     StrataPlan    *fragment)
{
  StrataAdoption *self;

  g_return_val_if_fail (catalog != NULL && plan != NULL && fragment != NULL, NULL);

  self = g_new0 (StrataAdoption, 1);
  self->catalog = catalog;
  self->plan = plan;
  self->fragment = fragment;
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->definitions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) strata_value_unref);
  learn_tools (self);

  return self;
}

/**
 * strata_adoption_free:
 * @self: (transfer full): an adoption
 */
void
strata_adoption_free (StrataAdoption *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->definitions);
  g_free (self);
}

/**
 * strata_adoption_get_ids:
 * @self: an adoption
 *
 * Returns: (transfer none): by id of a tool in the fragment, its id in the
 *   plan; tools that are the catalogue's in both are left out
 */
GHashTable *
strata_adoption_get_ids (StrataAdoption *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->ids;
}

/**
 * strata_adoption_add_to:
 * @self: an adoption
 * @edit: an edit of the plan
 *
 * Has the edit put the definitions into the plan that it lacks.
 */
void
strata_adoption_add_to (StrataAdoption *self,
                        StrataEdit     *edit)
{
  g_autoptr (GPtrArray) ids = NULL;

  g_return_if_fail (self != NULL && edit != NULL);

  ids = g_hash_table_get_keys_as_ptr_array (self->definitions);
  g_ptr_array_sort_values (ids, (GCompareFunc) g_strcmp0);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autofree char *path = strata_path_build ("tools", id, NULL);

      strata_edit_set (edit, path, g_hash_table_lookup (self->definitions, id));
    }
}

/**
 * strata_adoption_describe:
 * @self: an adoption
 *
 * Returns: (transfer full) (nullable): a sentence on tools that had to get
 *   another id, or %NULL when none had
 */
char *
strata_adoption_describe (StrataAdoption *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->n_renamed == 0)
    return NULL;
  if (self->n_renamed == 1)
    /* Translators: the name of a tool that was pasted. */
    return g_strdup_printf (_("This plan defines “%s” otherwise; both are kept."), self->renamed);

  return g_strdup_printf (ngettext ("This plan defines %u tool otherwise; both are kept.",
                                    "This plan defines %u tools otherwise; both are kept.", self->n_renamed),
                          self->n_renamed);
}
