/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One catalogue file, read: its capabilities and tools.
 */

#define G_LOG_DOMAIN "strata-catalog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/strata-plan-error.h"
#include "model/strata-reader-private.h"
#include "strata-catalog-layer.h"

static const StrataWord ownership_words[] = {
  [STRATA_OWNERSHIP_AUTHORITATIVE] = { "authoritative", N_("Authoritative") },
  [STRATA_OWNERSHIP_EXCLUSIVE] = { "exclusive", N_("Exclusive") },
  [STRATA_OWNERSHIP_SHARED] = { "shared", N_("Shared") },
};

const StrataVocabulary strata_ownerships = { ownership_words, G_N_ELEMENTS (ownership_words) };

static void
entry_free (StrataCatalogEntry *entry)
{
  g_clear_pointer (&entry->tool, strata_tool_unref);
  g_free (entry->path);
  g_free (entry->file);
  g_free (entry);
}

static gboolean
check_format (const StrataReader *reader)
{
  StrataReader member;
  const char *format = NULL;

  if (!strata_reader_require (reader, "format", "version", NULL) ||
      !strata_reader_get_string (reader, "format", &format))
    return FALSE;
  strata_reader_get_member (reader, "format", &member);
  return g_str_equal (format, STRATA_CATALOG_FORMAT) ||
         strata_reader_fail (&member, _("allowed is \"strata-catalog\""));
}

static gboolean
check_version (const StrataReader *reader)
{
  g_autofree char *found = NULL;
  gint64 version = 0;

  if (!strata_reader_get_integer (reader, "version", STRATA_CATALOG_VERSION, G_MAXINT64, &version))
    return FALSE;
  if (version == STRATA_CATALOG_VERSION)
    return TRUE;
  found = g_strdup_printf ("%" G_GINT64_FORMAT, version);
  g_propagate_error (reader->error,
                     strata_plan_error_new (STRATA_PLAN_ERROR_VERSION, "version",
                                            /* Translators: the version found, the version that is read. */
                                            _("version is %s; this Strata reads catalogues of version %d"),
                                            found, STRATA_CATALOG_VERSION));
  return FALSE;
}

static gboolean
read_capability (StrataCatalogLayer *self,
                 const StrataReader *reader)
{
  StrataCapability capability = { NULL };
  int ownership = 0;
  int layer = 0;

  if (!strata_reader_expect (reader, STRATA_VALUE_OBJECT) ||
      !strata_reader_require (reader, "id", "label", "class", "layer", NULL) ||
      !strata_reader_get_id (reader, "id", &capability.id) ||
      !strata_reader_get_id (reader, "label", &capability.label) ||
      !strata_reader_get_choice (reader, "class", &strata_ownerships, &ownership) ||
      !strata_reader_get_choice (reader, "layer", &strata_layers, &layer))
    return FALSE;
  capability.ownership = ownership;
  capability.layer = layer;
  g_array_append_val (self->capabilities, capability);
  return TRUE;
}

static gboolean
check_unseen (GHashTable         *seen,
              const StrataReader *capability)
{
  StrataReader id;

  strata_reader_get_member (capability, "id", &id);
  return g_hash_table_add (seen, (gpointer) strata_value_get_string (id.value)) ||
         strata_reader_fail (&id, _("another capability has this id already"));
}

static gboolean
read_capabilities (StrataCatalogLayer *self,
                   const StrataReader *reader)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  StrataReader list;
  guint length;

  if (!strata_reader_open (reader, "capabilities", STRATA_VALUE_ARRAY, &list, &length))
    return FALSE;
  for (guint i = 0; i < length; i++)
    {
      StrataReader element = strata_reader_get_child (&list, i);

      if (!read_capability (self, &element) || !check_unseen (seen, &element))
        return FALSE;
    }
  return TRUE;
}

/* The path is kept with the entry: a renaming is only followed once all
 * layers are read.
 */
static StrataCatalogEntry *
add_entry (StrataCatalogLayer *self,
           const StrataReader *reader,
           const char         *file)
{
  StrataCatalogEntry *entry = g_new0 (StrataCatalogEntry, 1);

  entry->id = reader->name;
  entry->file = g_strdup (file);
  entry->path = strata_reader_dup_path (reader);
  g_ptr_array_add (self->entries, entry);
  return entry;
}

static gboolean
read_entry (StrataCatalogEntry *entry,
            const StrataReader *reader)
{
  if (*entry->id == '\0')
    return strata_reader_fail (reader, _("a tool needs an id that is not empty"));
  if (!strata_reader_expect (reader, STRATA_VALUE_OBJECT))
    return FALSE;
  if (strata_reader_has (reader, "renamed_to"))
    return strata_reader_get_id (reader, "renamed_to", &entry->renamed_to);

  entry->tool = strata_tool_new (entry->id, reader->value, entry->path, reader->error);
  return entry->tool != NULL;
}

static gboolean
read_tools (StrataCatalogLayer *self,
            const StrataReader *reader,
            const char         *file)
{
  StrataReader tools;
  guint length;

  if (!strata_reader_open (reader, "tools", STRATA_VALUE_OBJECT, &tools, &length))
    return FALSE;
  for (guint i = 0; i < length; i++)
    {
      StrataReader member = strata_reader_get_child (&tools, i);

      if (strata_value_get_kind (member.value) != STRATA_VALUE_NULL &&
          !read_entry (add_entry (self, &member, file), &member))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_layer (StrataCatalogLayer  *self,
            const char          *file,
            GError             **error)
{
  StrataReader reader = strata_reader_init (self->value, "", error);
  /* Only here so that a message calls it by its name. */
  StrataReader named = strata_reader_init (self->value, _("the catalogue"), error);

  return strata_reader_expect (&named, STRATA_VALUE_OBJECT) &&
         check_format (&reader) &&
         check_version (&reader) &&
         read_capabilities (self, &reader) &&
         read_tools (self, &reader, file);
}

/**
 * strata_catalog_layer_new:
 * @value: a parsed catalogue file
 * @name: the file's name, for messages
 * @error: return location for an error
 *
 * Reads a catalogue file, the whole of it or nothing.
 *
 * Returns: (transfer full): the layer, or %NULL with a #StrataPlanError whose
 *   message begins with @name
 */
StrataCatalogLayer *
strata_catalog_layer_new (StrataValue  *value,
                          const char   *name,
                          GError      **error)
{
  g_autoptr (StrataCatalogLayer) self = NULL;

  g_return_val_if_fail (value != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (StrataCatalogLayer, 1);
  self->value = strata_value_ref (value);
  self->capabilities = g_array_new (FALSE, FALSE, sizeof (StrataCapability));
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  if (!read_layer (self, name, error))
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * strata_catalog_layer_free:
 * @layer: (transfer full): a layer
 *
 * Frees a layer and with it the strings it lent.
 */
void
strata_catalog_layer_free (StrataCatalogLayer *layer)
{
  g_return_if_fail (layer != NULL);

  g_ptr_array_unref (layer->entries);
  g_array_unref (layer->capabilities);
  strata_value_unref (layer->value);
  g_free (layer);
}
