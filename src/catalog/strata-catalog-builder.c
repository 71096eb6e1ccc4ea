/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays catalogue files over each other and makes a catalogue of them.
 */

#define G_LOG_DOMAIN "strata-catalog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/strata-plan-error.h"
#include "storage/strata-data-dir.h"
#include "storage/strata-json-reader.h"
#include "storage/strata-local-disk.h"
#include "strata-catalog-layer.h"
#include "strata-catalog-private.h"

/* The files of the data folder, each layered over those before. */
static const char * const shipped_files[] = {
  "capabilities.json",
  "tools.json",
  NULL,
};

static StrataCatalog *
alloc_catalog (void)
{
  StrataCatalog *self = g_new0 (StrataCatalog, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->layers = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_catalog_layer_free);
  self->capabilities = g_array_new (FALSE, FALSE, sizeof (StrataCapability));
  self->capability_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->tools = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_tool_unref);
  self->tool_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->search = strata_search_index_new ();
  return self;
}

static gboolean
read_layers (StrataCatalog       *self,
             GPtrArray           *values,
             const char * const  *names,
             GError             **error)
{
  for (guint i = 0; i < values->len; i++)
    {
      StrataCatalogLayer *layer;

      layer = strata_catalog_layer_new (g_ptr_array_index (values, i), names[i], error);
      if (layer == NULL)
        return FALSE;
      g_ptr_array_add (self->layers, layer);
    }
  return TRUE;
}

/* A later layer's capability takes the place of an earlier one. */
static void
layer_capabilities (StrataCatalog *self)
{
  for (guint i = 0; i < self->layers->len; i++)
    {
      GArray *capabilities = ((StrataCatalogLayer *) g_ptr_array_index (self->layers, i))->capabilities;

      for (guint j = 0; j < capabilities->len; j++)
        {
          StrataCapability capability = g_array_index (capabilities, StrataCapability, j);
          guint position = strata_catalog_lookup_position (self->capability_index, capability.id);

          if (position > 0)
            {
              g_array_index (self->capabilities, StrataCapability, position - 1) = capability;
              continue;
            }
          g_array_append_val (self->capabilities, capability);
          g_hash_table_insert (self->capability_index, (gpointer) capability.id,
                               GUINT_TO_POINTER (self->capabilities->len));
        }
    }
}

/* One entry an id, later layers' in the place of earlier ones'. */
static GPtrArray *
layer_entries (StrataCatalog *self,
               GHashTable    *positions)
{
  GPtrArray *entries = g_ptr_array_new ();

  for (guint i = 0; i < self->layers->len; i++)
    {
      GPtrArray *layer = ((StrataCatalogLayer *) g_ptr_array_index (self->layers, i))->entries;

      for (guint j = 0; j < layer->len; j++)
        {
          StrataCatalogEntry *entry = g_ptr_array_index (layer, j);
          guint position = strata_catalog_lookup_position (positions, entry->id);

          if (position > 0)
            {
              g_ptr_array_index (entries, position - 1) = entry;
              continue;
            }
          g_ptr_array_add (entries, entry);
          g_hash_table_insert (positions, (gpointer) entry->id, GUINT_TO_POINTER (entries->len));
        }
    }
  return entries;
}

/* Where a renamed id leads in the end. More steps than there are entries mean
 * that it leads in a circle.
 */
static StrataCatalogEntry *
follow_renaming (StrataCatalogEntry *entry,
                 GPtrArray          *entries,
                 GHashTable         *positions)
{
  for (guint steps = 0; steps <= entries->len; steps++)
    {
      guint position;

      if (entry->tool != NULL)
        return entry;
      position = strata_catalog_lookup_position (positions, entry->renamed_to);
      if (position == 0)
        return NULL;
      entry = g_ptr_array_index (entries, position - 1);
    }
  return NULL;
}

static GError *
lost_error (StrataCatalogEntry *entry)
{
  g_autofree char *path = g_strconcat (entry->path, ".renamed_to", NULL);
  g_autofree char *quoted = strata_quote (entry->renamed_to);

  return strata_plan_error_new (STRATA_PLAN_ERROR_INVALID, path,
                                /* Translators: file, place in it, a tool's id. */
                                _("%s: %s is %s, which leads to no tool; allowed is the id of one"),
                                entry->file, path, quoted);
}

static gboolean
redirect_id (StrataCatalog       *self,
             StrataCatalogEntry  *entry,
             GPtrArray           *entries,
             GHashTable          *positions,
             GError             **error)
{
  StrataCatalogEntry *target = follow_renaming (entry, entries, positions);
  guint position;

  if (target == NULL)
    {
      g_propagate_error (error, lost_error (entry));
      return FALSE;
    }
  position = strata_catalog_lookup_position (self->tool_index, target->id);
  g_hash_table_insert (self->tool_index, (gpointer) entry->id, GUINT_TO_POINTER (position));
  return TRUE;
}

static gboolean
layer_tools (StrataCatalog  *self,
             GError        **error)
{
  g_autoptr (GHashTable) positions = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) entries = layer_entries (self, positions);

  for (guint i = 0; i < entries->len; i++)
    {
      StrataCatalogEntry *entry = g_ptr_array_index (entries, i);

      if (entry->tool == NULL)
        continue;
      g_ptr_array_add (self->tools, strata_tool_ref (entry->tool));
      g_hash_table_insert (self->tool_index, (gpointer) entry->id, GUINT_TO_POINTER (self->tools->len));
    }
  for (guint i = 0; i < entries->len; i++)
    {
      StrataCatalogEntry *entry = g_ptr_array_index (entries, i);

      if (entry->tool == NULL && !redirect_id (self, entry, entries, positions, error))
        return FALSE;
    }
  return TRUE;
}

static void
index_tool (StrataCatalog *self,
            StrataTool    *tool)
{
  strata_search_index_begin (self->search);
  strata_search_index_add (self->search, STRATA_SEARCH_NAME, tool->name);
  strata_search_index_add (self->search, STRATA_SEARCH_ALIAS, tool->id);
  for (guint i = 0; tool->aliases[i] != NULL; i++)
    strata_search_index_add (self->search, STRATA_SEARCH_ALIAS, tool->aliases[i]);
  if (tool->vendor != NULL)
    strata_search_index_add (self->search, STRATA_SEARCH_VENDOR, tool->vendor);
  for (guint role = 0; role < STRATA_N_ROLES; role++)
    {
      StrataSearchField field = role == tool->main_role ? STRATA_SEARCH_MAIN_ROLE : STRATA_SEARCH_ROLE;

      if ((tool->roles & STRATA_ROLE_BIT (role)) == 0)
        continue;
      strata_search_index_add (self->search, field, strata_vocabulary_get_id (&strata_roles, role));
      strata_search_index_add (self->search, field, _(strata_vocabulary_get_label (&strata_roles, role)));
    }
  for (guint i = 0; i < tool->n_offers; i++)
    {
      const char *capability = tool->offers[i].capability;

      strata_search_index_add (self->search, STRATA_SEARCH_CAPABILITY, capability);
      strata_search_index_add (self->search, STRATA_SEARCH_CAPABILITY,
                               strata_catalog_get_label (self, capability));
    }
}

/* The index is filled a tool after the other, so a tool's former ids have to
 * be at hand by tool.
 */
static GPtrArray *
collect_former_ids (StrataCatalog *self)
{
  GPtrArray *former = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer id, position;

  for (guint i = 0; i < self->tools->len; i++)
    g_ptr_array_add (former, g_ptr_array_new ());
  g_hash_table_iter_init (&iter, self->tool_index);
  while (g_hash_table_iter_next (&iter, &id, &position))
    {
      guint i = GPOINTER_TO_UINT (position) - 1;

      if (!g_str_equal (strata_catalog_get_tool (self, i)->id, id))
        g_ptr_array_add (g_ptr_array_index (former, i), id);
    }
  return former;
}

static void
index_tools (StrataCatalog *self)
{
  g_autoptr (GPtrArray) former = collect_former_ids (self);

  for (guint i = 0; i < self->tools->len; i++)
    {
      GPtrArray *ids = g_ptr_array_index (former, i);

      index_tool (self, g_ptr_array_index (self->tools, i));
      for (guint j = 0; j < ids->len; j++)
        strata_search_index_add (self->search, STRATA_SEARCH_ALIAS, g_ptr_array_index (ids, j));
    }
}

/**
 * strata_catalog_new:
 * @values: (element-type StrataValue): parsed catalogue files
 * @names: (array): a name for each, for messages
 * @error: return location for an error
 *
 * Lays catalogue files over each other: a later definition of a tool or a
 * capability replaces an earlier one whole and keeps its place. A catalogue
 * with anything wrong in it is refused whole.
 *
 * Returns: (transfer full): the catalogue, or %NULL with a
 *   #StrataPlanError
 */
StrataCatalog *
strata_catalog_new (GPtrArray           *values,
                    const char * const  *names,
                    GError             **error)
{
  g_autoptr (StrataCatalog) self = NULL;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (names != NULL, NULL);

  self = alloc_catalog ();
  if (!read_layers (self, values, names, error))
    return NULL;
  layer_capabilities (self);
  if (!layer_tools (self, error))
    return NULL;
  index_tools (self);
  return g_steal_pointer (&self);
}

/**
 * strata_catalog_load:
 * @error: return location for an error
 *
 * Reads the catalogue that comes with Strata.
 *
 * Returns: (transfer full): the catalogue, or %NULL with @error set as by
 *   [func@Strata.catalog_new] or [func@Strata.json_reader_load]
 */
StrataCatalog *
strata_catalog_load (GError **error)
{
  g_autoptr (StrataDisk) disk = strata_local_disk_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);

  for (guint i = 0; shipped_files[i] != NULL; i++)
    {
      g_autofree char *path = strata_data_dir_build ("catalog", shipped_files[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      StrataValue *value = strata_json_reader_load (disk, file, NULL, error);

      if (value == NULL)
        return NULL;
      g_ptr_array_add (values, value);
    }
  return strata_catalog_new (values, shipped_files, error);
}
