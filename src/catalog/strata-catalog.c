/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tools and capabilities, looked up through the plan, the person and us.
 */

#define G_LOG_DOMAIN "strata-catalog"

#include "config.h"

#include "strata-catalog-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "strata-folded-text.h"

/* A suggestion further away than this would be a guess. */
#define FURTHEST_SUGGESTION 2

G_DEFINE_BOXED_TYPE (StrataCatalog, strata_catalog, strata_catalog_ref, strata_catalog_unref)

/**
 * strata_catalog_lookup_position:
 * @index: a table from id to position + 1
 * @id: an id
 *
 * Returns: the id's position + 1, 0 where it has none
 */
guint
strata_catalog_lookup_position (GHashTable *index,
                                const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (index, id));
}

/**
 * strata_catalog_ref:
 * @catalog: a catalogue
 *
 * Returns: (transfer full): @catalog
 */
StrataCatalog *
strata_catalog_ref (StrataCatalog *catalog)
{
  g_return_val_if_fail (catalog != NULL, NULL);

  g_atomic_ref_count_inc (&catalog->ref_count);
  return catalog;
}

/**
 * strata_catalog_unref:
 * @catalog: (transfer full): a catalogue
 *
 * Frees the catalogue with its last reference.
 */
void
strata_catalog_unref (StrataCatalog *catalog)
{
  g_return_if_fail (catalog != NULL);

  if (!g_atomic_ref_count_dec (&catalog->ref_count))
    return;
  strata_search_index_free (catalog->search);
  g_hash_table_unref (catalog->tool_index);
  g_ptr_array_unref (catalog->tools);
  g_hash_table_unref (catalog->capability_index);
  g_array_unref (catalog->capabilities);
  g_ptr_array_unref (catalog->layers);
  g_free (catalog);
}

/**
 * strata_catalog_get_n_tools:
 * @catalog: a catalogue
 *
 * Returns: how many tools there are, renamed ids not counted
 */
guint
strata_catalog_get_n_tools (StrataCatalog *catalog)
{
  g_return_val_if_fail (catalog != NULL, 0);

  return catalog->tools->len;
}

/**
 * strata_catalog_get_tool:
 * @catalog: a catalogue
 * @index: a position, in catalogue order
 *
 * Returns: (transfer none): the tool there
 */
StrataTool *
strata_catalog_get_tool (StrataCatalog *catalog,
                         guint          index)
{
  g_return_val_if_fail (catalog != NULL, NULL);
  g_return_val_if_fail (index < catalog->tools->len, NULL);

  return g_ptr_array_index (catalog->tools, index);
}

/**
 * strata_catalog_find_tool:
 * @catalog: a catalogue
 * @plan: (nullable): a plan whose own tools come first
 * @id: a tool's id
 *
 * Looks a tool up; the plan's own definition replaces the catalogue's whole,
 * and a former id finds the tool that it became.
 *
 * Returns: (transfer none) (nullable): the tool, or %NULL when nobody knows it
 */
StrataTool *
strata_catalog_find_tool (StrataCatalog *catalog,
                          StrataPlan    *plan,
                          const char    *id)
{
  StrataTool *own = NULL;
  guint position;

  g_return_val_if_fail (catalog != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (plan != NULL)
    own = strata_plan_find_tool (plan, id);
  if (own != NULL)
    return own;
  position = strata_catalog_lookup_position (catalog->tool_index, id);
  return position > 0 ? g_ptr_array_index (catalog->tools, position - 1) : NULL;
}

/**
 * strata_catalog_get_n_capabilities:
 * @catalog: a catalogue
 *
 * Returns: how many capabilities the catalogue knows
 */
guint
strata_catalog_get_n_capabilities (StrataCatalog *catalog)
{
  g_return_val_if_fail (catalog != NULL, 0);

  return catalog->capabilities->len;
}

/**
 * strata_catalog_get_capability:
 * @catalog: a catalogue
 * @index: a position, in catalogue order
 *
 * Returns: (transfer none): the capability there
 */
const StrataCapability *
strata_catalog_get_capability (StrataCatalog *catalog,
                               guint          index)
{
  g_return_val_if_fail (catalog != NULL, NULL);
  g_return_val_if_fail (index < catalog->capabilities->len, NULL);

  return &g_array_index (catalog->capabilities, StrataCapability, index);
}

/**
 * strata_catalog_find_capability:
 * @catalog: a catalogue
 * @id: a capability's id
 *
 * Returns: (transfer none) (nullable): the capability, or %NULL when the
 *   catalogue does not know it
 */
const StrataCapability *
strata_catalog_find_capability (StrataCatalog *catalog,
                                const char    *id)
{
  guint position;

  g_return_val_if_fail (catalog != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  position = strata_catalog_lookup_position (catalog->capability_index, id);
  if (position == 0)
    return NULL;
  return &g_array_index (catalog->capabilities, StrataCapability, position - 1);
}

/**
 * strata_catalog_get_ownership:
 * @catalog: a catalogue
 * @capability: a capability's id
 *
 * How many tools may do one thing. What the catalogue does not know is
 * shared. decision-model.md, section 2.
 *
 * Returns: the ownership class
 */
StrataOwnership
strata_catalog_get_ownership (StrataCatalog *catalog,
                              const char    *capability)
{
  const StrataCapability *known;

  g_return_val_if_fail (catalog != NULL, STRATA_OWNERSHIP_SHARED);
  g_return_val_if_fail (capability != NULL, STRATA_OWNERSHIP_SHARED);

  known = strata_catalog_find_capability (catalog, capability);
  return known != NULL ? known->ownership : STRATA_OWNERSHIP_SHARED;
}

/**
 * strata_catalog_get_label:
 * @catalog: a catalogue
 * @capability: a capability's id
 *
 * Returns: (transfer none): the capability's name for people, translated;
 *   @capability itself when the catalogue does not know it
 */
const char *
strata_catalog_get_label (StrataCatalog *catalog,
                          const char    *capability)
{
  const StrataCapability *known;

  g_return_val_if_fail (catalog != NULL, NULL);
  g_return_val_if_fail (capability != NULL, NULL);

  known = strata_catalog_find_capability (catalog, capability);
  return known != NULL ? _(known->label) : capability;
}

/**
 * strata_catalog_suggest_tool:
 * @catalog: a catalogue
 * @plan: (nullable): a plan whose own tools count too
 * @id: an id that nobody knows
 *
 * Guesses which tool was meant, from ids, names and former names that differ
 * in a letter or two.
 *
 * Returns: (transfer none) (nullable): a tool's id, or %NULL when none is close
 */
const char *
strata_catalog_suggest_tool (StrataCatalog *catalog,
                             StrataPlan    *plan,
                             const char    *id)
{
  g_autofree char *folded = NULL;
  const char *suggestion = NULL;
  guint distance, entry;

  g_return_val_if_fail (catalog != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  folded = strata_folded_text_join (id);
  if (*folded == '\0')
    return NULL;
  distance = MIN (strlen (folded) / 3, FURTHEST_SUGGESTION) + 1;
  for (guint i = 0; plan != NULL && i < strata_plan_get_n_tools (plan); i++)
    {
      StrataTool *own = strata_plan_get_tool (plan, i);
      g_autofree char *own_id = strata_folded_text_join (own->id);
      guint away = strata_folded_text_distance (folded, own_id);

      if (away >= distance)
        continue;
      distance = away;
      suggestion = own->id;
    }
  if (strata_search_index_nearest (catalog->search, id, &entry, &distance))
    suggestion = strata_catalog_get_tool (catalog, entry)->id;
  return suggestion;
}

/**
 * strata_catalog_search:
 * @catalog: a catalogue
 * @words: what a person has typed so far
 *
 * Finds tools by name, former names, vendor, roles and capabilities, whatever
 * the case and accents, with a slip of the finger forgiven.
 *
 * Returns: (transfer full) (element-type StrataTool): the tools, best first;
 *   all of them in catalogue order when nothing is typed
 */
GPtrArray *
strata_catalog_search (StrataCatalog *catalog,
                       const char    *words)
{
  g_autoptr (GArray) found = NULL;
  GPtrArray *tools;

  g_return_val_if_fail (catalog != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);

  found = strata_search_index_find (catalog->search, words);
  tools = g_ptr_array_new_full (found->len, (GDestroyNotify) strata_tool_unref);
  for (guint i = 0; i < found->len; i++)
    {
      guint position = g_array_index (found, guint, i);

      g_ptr_array_add (tools, strata_tool_ref (strata_catalog_get_tool (catalog, position)));
    }
  return tools;
}
