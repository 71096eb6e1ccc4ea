/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One catalogue file, read: its capabilities and tools.
 */

#define G_LOG_DOMAIN "strata-catalog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/strata-plan-error.h"
#include "strata-catalog-layer.h"

static const StrataWord ownership_words[] = {
  [STRATA_OWNERSHIP_AUTHORITATIVE] = { "authoritative", N_("Authoritative") },
  [STRATA_OWNERSHIP_EXCLUSIVE] = { "exclusive", N_("Exclusive") },
  [STRATA_OWNERSHIP_SHARED] = { "shared", N_("Shared") },
};

static const StrataVocabulary ownerships = { ownership_words, G_N_ELEMENTS (ownership_words) };

static void
entry_free (StrataCatalogEntry *entry)
{
  g_clear_pointer (&entry->tool, strata_tool_unref);
  g_free (entry->path);
  g_free (entry->file);
  g_free (entry);
}

static gboolean
refuse (GError     **error,
        const char  *file,
        const char  *path,
        const char  *allowed)
{
  g_set_error (error, STRATA_CATALOG_ERROR, STRATA_CATALOG_ERROR_INVALID,
               /* Translators: file, place in it, what is allowed there. */
               _("%s: %s must be %s"), file, path, allowed);
  return FALSE;
}

/* A member that is null counts as absent. */
static StrataValue *
get_member (StrataValue *object,
            const char  *name)
{
  StrataValue *member = strata_value_get_member (object, name);

  return member != NULL && strata_value_get_kind (member) != STRATA_VALUE_NULL ? member : NULL;
}

static const char *
get_text (StrataValue *object,
          const char  *name)
{
  StrataValue *member = get_member (object, name);

  if (member == NULL || strata_value_get_kind (member) != STRATA_VALUE_STRING)
    return NULL;
  return strata_value_get_string (member);
}

static gboolean
require_text (StrataValue  *object,
              const char   *name,
              const char   *file,
              const char   *path,
              const char  **text,
              GError      **error)
{
  g_autofree char *where = g_strdup_printf ("%s.%s", path, name);

  *text = get_text (object, name);
  if (*text == NULL || **text == '\0')
    return refuse (error, file, where, _("text that is not empty"));
  return TRUE;
}

static gboolean
require_word (StrataValue             *object,
              const char              *name,
              const StrataVocabulary  *vocabulary,
              const char              *file,
              const char              *path,
              int                     *value,
              GError                 **error)
{
  const char *text = get_text (object, name);
  g_autofree char *allowed = NULL;
  g_autofree char *quoted = NULL;

  if (text != NULL && strata_vocabulary_lookup (vocabulary, text, value))
    return TRUE;

  allowed = strata_vocabulary_describe (vocabulary);
  if (text == NULL)
    {
      g_set_error (error, STRATA_CATALOG_ERROR, STRATA_CATALOG_ERROR_INVALID,
                   /* Translators: file, place in it, its member, a list of words. */
                   _("%s: %s.%s must be one of %s"), file, path, name, allowed);
      return FALSE;
    }
  quoted = strata_quote (text);
  g_set_error (error, STRATA_CATALOG_ERROR, STRATA_CATALOG_ERROR_INVALID,
               /* Translators: file, place in it, its member, a word, a list of words. */
               _("%s: %s.%s is %s; allowed are %s"), file, path, name, quoted, allowed);
  return FALSE;
}

static gboolean
read_capability (StrataCatalogLayer  *self,
                 StrataValue         *value,
                 const char          *file,
                 const char          *path,
                 GError             **error)
{
  StrataCapability capability;
  int ownership, layer;

  if (strata_value_get_kind (value) != STRATA_VALUE_OBJECT)
    return refuse (error, file, path, _("an object"));
  if (!require_text (value, "id", file, path, &capability.id, error) ||
      !require_text (value, "label", file, path, &capability.label, error) ||
      !require_word (value, "class", &ownerships, file, path, &ownership, error) ||
      !require_word (value, "layer", &strata_layers, file, path, &layer, error))
    return FALSE;
  capability.ownership = ownership;
  capability.layer = layer;
  g_array_append_val (self->capabilities, capability);
  return TRUE;
}

static gboolean
check_unseen (GHashTable  *seen,
              const char  *id,
              const char  *file,
              const char  *path,
              GError     **error)
{
  g_autofree char *quoted = NULL;

  if (g_hash_table_add (seen, (gpointer) id))
    return TRUE;
  quoted = strata_quote (id);
  g_set_error (error, STRATA_CATALOG_ERROR, STRATA_CATALOG_ERROR_INVALID,
               /* Translators: file, place in it, an id. */
               _("%s: %s.id is %s, which an earlier capability has; each needs an id of its own"),
               file, path, quoted);
  return FALSE;
}

static gboolean
read_capabilities (StrataCatalogLayer  *self,
                   const char          *file,
                   GError             **error)
{
  StrataValue *list = get_member (self->value, "capabilities");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (list == NULL)
    return TRUE;
  if (strata_value_get_kind (list) != STRATA_VALUE_ARRAY)
    return refuse (error, file, "capabilities", _("an array"));
  for (guint i = 0; i < strata_value_get_length (list); i++)
    {
      g_autofree char *path = g_strdup_printf ("capabilities[%u]", i);

      if (!read_capability (self, strata_value_get_element (list, i), file, path, error) ||
          !check_unseen (seen, g_array_index (self->capabilities, StrataCapability, i).id,
                         file, path, error))
        return FALSE;
    }
  return TRUE;
}

/* The path is kept with the entry: a renaming is only followed once all
 * layers are read.
 */
static StrataCatalogEntry *
entry_new (StrataCatalogLayer *self,
           const char         *id,
           const char         *file)
{
  StrataCatalogEntry *entry = g_new0 (StrataCatalogEntry, 1);
  g_autoptr (GString) path = g_string_new ("tools");

  strata_json_path_append_member (path, id);
  entry->id = id;
  entry->file = g_strdup (file);
  entry->path = g_string_free (g_steal_pointer (&path), FALSE);
  g_ptr_array_add (self->entries, entry);
  return entry;
}

static gboolean
read_entry (StrataCatalogEntry  *entry,
            StrataValue         *value,
            GError             **error)
{
  if (*entry->id == '\0')
    return refuse (error, entry->file, entry->path, _("named by an id that is not empty"));
  if (strata_value_get_kind (value) != STRATA_VALUE_OBJECT)
    return refuse (error, entry->file, entry->path, _("an object"));
  if (get_member (value, "renamed_to") != NULL)
    return require_text (value, "renamed_to", entry->file, entry->path, &entry->renamed_to, error);

  entry->tool = strata_tool_new (entry->id, value, entry->path, error);
  if (entry->tool == NULL)
    g_prefix_error (error, "%s: ", entry->file);
  return entry->tool != NULL;
}

static gboolean
read_tools (StrataCatalogLayer  *self,
            const char          *file,
            GError             **error)
{
  StrataValue *tools = get_member (self->value, "tools");

  if (tools == NULL)
    return TRUE;
  if (strata_value_get_kind (tools) != STRATA_VALUE_OBJECT)
    return refuse (error, file, "tools", _("an object"));
  for (guint i = 0; i < strata_value_get_length (tools); i++)
    {
      StrataCatalogEntry *entry = entry_new (self, strata_value_get_name (tools, i), file);

      if (!read_entry (entry, strata_value_get_element (tools, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_version (StrataValue  *value,
               const char   *file,
               GError      **error)
{
  StrataValue *version = get_member (value, "version");
  g_autofree char *found = NULL;

  if (version == NULL || strata_value_get_kind (version) != STRATA_VALUE_INTEGER ||
      strata_value_get_integer (version) < STRATA_CATALOG_VERSION)
    return refuse (error, file, "version", "1");
  if (strata_value_get_integer (version) == STRATA_CATALOG_VERSION)
    return TRUE;

  found = g_strdup_printf ("%" G_GINT64_FORMAT, strata_value_get_integer (version));
  g_set_error (error, STRATA_CATALOG_ERROR, STRATA_CATALOG_ERROR_VERSION,
               /* Translators: file, the version found, the version that is read. */
               _("%s: version is %s; this Strata reads catalogues of version %d"),
               file, found, STRATA_CATALOG_VERSION);
  return FALSE;
}

static gboolean
check_header (StrataValue  *value,
              const char   *file,
              GError      **error)
{
  if (strata_value_get_kind (value) != STRATA_VALUE_OBJECT)
    return refuse (error, file, _("the catalogue"), _("an object"));
  if (g_strcmp0 (get_text (value, "format"), STRATA_CATALOG_FORMAT) != 0)
    return refuse (error, file, "format", "\"" STRATA_CATALOG_FORMAT "\"");
  return check_version (value, file, error);
}

/**
 * strata_catalog_layer_new:
 * @value: a parsed catalogue file
 * @name: the file's name, for messages
 * @error: return location for an error
 *
 * Reads a catalogue file, the whole of it or nothing.
 *
 * Returns: (transfer full): the layer, or %NULL with a #StrataCatalogError or
 *   #StrataPlanError
 */
StrataCatalogLayer *
strata_catalog_layer_new (StrataValue  *value,
                          const char   *name,
                          GError      **error)
{
  g_autoptr (StrataCatalogLayer) self = NULL;

  g_return_val_if_fail (value != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (!check_header (value, name, error))
    return NULL;
  self = g_new0 (StrataCatalogLayer, 1);
  self->value = strata_value_ref (value);
  self->capabilities = g_array_new (FALSE, FALSE, sizeof (StrataCapability));
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  if (!read_capabilities (self, name, error) || !read_tools (self, name, error))
    return NULL;
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
