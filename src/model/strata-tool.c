/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tool as a catalogue or a plan defines it: its roles and what it offers.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-tool.h"

#include <glib/gi18n-lib.h>

#include "strata-records-private.h"

G_DEFINE_BOXED_TYPE (StrataTool, strata_tool, strata_tool_ref, strata_tool_unref)

static gboolean
read_roles (StrataTool         *self,
            const StrataReader *reader)
{
  StrataReader roles;
  int main_role = 0;

  if (!strata_reader_require (reader, "roles", NULL)
      || !strata_reader_get_choices (reader, "roles", &strata_roles, &self->roles, &main_role))
    return FALSE;

  self->main_role = main_role;
  strata_reader_get_member (reader, "roles", &roles);

  return self->roles != 0
         || strata_reader_fail (&roles, _("a tool has at least one role"));
}

static gboolean
read_offer (const StrataReader *reader,
            StrataOffer        *offer)
{
  return strata_reader_expect (reader, STRATA_VALUE_OBJECT)
         && strata_reader_require (reader, "capability", NULL)
         && strata_reader_get_string (reader, "capability", &offer->capability)
         && strata_reader_get_string (reader, "module", &offer->module)
         && strata_reader_get_string (reader, "status", &offer->status)
         && strata_reader_get_string (reader, "grade", &offer->grade)
         && strata_reader_get_string (reader, "source", &offer->source)
         && strata_reader_get_string (reader, "date", &offer->date);
}

static gboolean
read_listed_offers (const StrataReader *reader,
                    GArray             *offers)
{
  StrataReader list;
  guint length = 0;

  if (!strata_reader_open (reader, "offers", STRATA_VALUE_ARRAY, &list, &length))
    return FALSE;

  for (guint i = 0; i < length; i++)
    {
      StrataReader element = strata_reader_get_child (&list, i);
      StrataOffer offer = { NULL };

      if (!read_offer (&element, &offer))
        return FALSE;
      g_array_append_val (offers, offer);
    }

  return TRUE;
}

/* Reads `capabilities`, short for offers without a module, and `offers`. */
static gboolean
read_offers (StrataTool         *self,
             const StrataReader *reader)
{
  g_autoptr (GArray) offers = g_array_new (FALSE, FALSE, sizeof (StrataOffer));
  g_autofree const char * const *capabilities = NULL;
  gsize n_offers = 0;

  if (!strata_reader_get_strings (reader, "capabilities", &capabilities))
    return FALSE;

  for (guint i = 0; capabilities[i] != NULL; i++)
    {
      StrataOffer offer = { .capability = capabilities[i] };

      g_array_append_val (offers, offer);
    }

  if (!read_listed_offers (reader, offers))
    return FALSE;

  self->offers = g_array_steal (offers, &n_offers);
  self->n_offers = n_offers;

  return TRUE;
}

static gboolean
read_tool (StrataTool         *self,
           const StrataReader *reader)
{
  return strata_reader_expect (reader, STRATA_VALUE_OBJECT)
         && strata_reader_get_string (reader, "name", &self->name)
         && strata_reader_get_string (reader, "vendor", &self->vendor)
         && read_roles (self, reader)
         && read_offers (self, reader)
         && strata_reader_get_strings (reader, "requires", &self->requires)
         && strata_reader_get_boolean (reader, "needs_code", &self->needs_code)
         && strata_reader_get_string (reader, "billing_unit", &self->billing_unit)
         && strata_reader_get_strings (reader, "aliases", &self->aliases);
}

StrataTool *
strata_tool_read (const StrataReader *reader,
                  const char         *id)
{
  g_autoptr (StrataTool) self = g_new0 (StrataTool, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->value = strata_value_ref (reader->value);
  self->id = g_strdup (id);
  self->name = self->id;

  return read_tool (self, reader) ? g_steal_pointer (&self) : NULL;
}

static StrataValue *
find_member (StrataValue     *object,
             const char      *name,
             StrataValueKind  kind)
{
  StrataValue *member = strata_value_get_member (object, name);

  return member != NULL && strata_value_get_kind (member) == kind ? member : NULL;
}

/**
 * strata_tool_new:
 * @id: the tool's id, not empty
 * @value: an object that defines it
 * @path: its JSON path, for messages
 * @error: return location for a #StrataPlanError
 *
 * Returns: (transfer full) (nullable): the tool, or %NULL when the definition
 *   is wrong
 */
StrataTool *
strata_tool_new (const char   *id,
                 StrataValue  *value,
                 const char   *path,
                 GError      **error)
{
  StrataReader reader = strata_reader_init (value, path, error);

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return strata_tool_read (&reader, id);
}

/**
 * strata_tool_ref:
 * @self: a tool
 *
 * Returns: (transfer full): @self, with one reference more
 */
StrataTool *
strata_tool_ref (StrataTool *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * strata_tool_unref:
 * @self: (transfer full): a tool
 *
 * Gives a reference back.
 */
void
strata_tool_unref (StrataTool *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free ((gpointer) self->offers);
  g_free ((gpointer) self->requires);
  g_free ((gpointer) self->aliases);
  strata_value_unref (self->value);
  g_free (self);
}

/**
 * strata_tool_get_value:
 * @self: a tool
 *
 * Returns: (transfer none): the object that it was read from
 */
StrataValue *
strata_tool_get_value (StrataTool *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->value;
}

/**
 * strata_tool_get_module_name:
 * @self: a tool
 * @module: id of a module that can be bought with it
 *
 * Returns: (transfer none) (nullable): what the vendor calls the module, or
 *   %NULL when the definition does not say
 */
const char *
strata_tool_get_module_name (StrataTool *self,
                             const char *module)
{
  StrataValue *member;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (module != NULL, NULL);

  member = find_member (self->value, "modules", STRATA_VALUE_OBJECT);
  if (member != NULL)
    member = find_member (member, module, STRATA_VALUE_OBJECT);
  if (member != NULL)
    member = find_member (member, "name", STRATA_VALUE_STRING);

  return member != NULL ? strata_value_get_string (member) : NULL;
}

/**
 * strata_tool_is_at_home:
 * @self: a tool
 * @layer: a layer
 *
 * Returns: whether one of the tool's roles has its home in the layer
 */
gboolean
strata_tool_is_at_home (StrataTool  *self,
                        StrataLayer  layer)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->roles & strata_layer_get_roles (layer)) != 0;
}

/**
 * strata_tool_get_home:
 * @self: a tool
 *
 * Returns: the layer where the tool's first role has its home
 */
StrataLayer
strata_tool_get_home (StrataTool *self)
{
  g_return_val_if_fail (self != NULL, STRATA_LAYER_DATA);

  return strata_role_get_home (self->main_role);
}
