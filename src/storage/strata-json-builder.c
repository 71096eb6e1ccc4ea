/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a value from the pieces of a text in their order.
 */

#define G_LOG_DOMAIN "strata-storage"

#include "config.h"

#include "strata-json-builder.h"

/* An array or object that is being made; its lists serve the next one too. */
typedef struct
{
  gboolean   is_object;
  GPtrArray *names;
  GPtrArray *values;
} Level;

struct _StrataJsonBuilder
{
  Level        levels[STRATA_JSON_MAX_DEPTH];
  guint        depth;
  StrataValue *root;
};

static void
level_clear (Level *level)
{
  g_clear_pointer (&level->names, g_ptr_array_unref);
  g_clear_pointer (&level->values, g_ptr_array_unref);
}

/**
 * strata_json_builder_new:
 *
 * Returns: (transfer full): a builder that has been told nothing yet
 */
StrataJsonBuilder *
strata_json_builder_new (void)
{
  return g_new0 (StrataJsonBuilder, 1);
}

/**
 * strata_json_builder_free:
 * @builder: (transfer full): a builder
 *
 * Frees a builder, whatever it has been told.
 */
void
strata_json_builder_free (StrataJsonBuilder *builder)
{
  g_return_if_fail (builder != NULL);

  for (guint i = 0; i < STRATA_JSON_MAX_DEPTH; i++)
    level_clear (&builder->levels[i]);
  g_clear_pointer (&builder->root, strata_value_unref);
  g_free (builder);
}

/**
 * strata_json_builder_open:
 * @builder: a builder
 * @is_object: whether it is an object, not an array
 *
 * An array or object begins. No more than %STRATA_JSON_MAX_DEPTH may be open.
 */
void
strata_json_builder_open (StrataJsonBuilder *builder,
                          gboolean           is_object)
{
  Level *level;

  g_return_if_fail (builder != NULL);
  g_return_if_fail (builder->depth < STRATA_JSON_MAX_DEPTH);

  level = &builder->levels[builder->depth++];
  level->is_object = is_object;
  if (level->values != NULL)
    return;
  level->names = g_ptr_array_new ();
  level->values = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);
}

/**
 * strata_json_builder_name:
 * @builder: a builder
 * @name: the key of the value that comes next; it must outlive the object
 *
 * A member of the innermost object begins.
 */
void
strata_json_builder_name (StrataJsonBuilder *builder,
                          const char        *name)
{
  g_return_if_fail (builder != NULL && builder->depth > 0);
  g_return_if_fail (name != NULL);

  g_ptr_array_add (builder->levels[builder->depth - 1].names, (gpointer) name);
}

/**
 * strata_json_builder_add:
 * @builder: a builder
 * @value: (transfer full): a whole value
 *
 * A member's value, an element, or the outermost value is there.
 */
void
strata_json_builder_add (StrataJsonBuilder *builder,
                         StrataValue       *value)
{
  g_return_if_fail (builder != NULL);
  g_return_if_fail (value != NULL);

  if (builder->depth > 0)
    g_ptr_array_add (builder->levels[builder->depth - 1].values, value);
  else
    builder->root = value;
}

/**
 * strata_json_builder_add_member:
 * @builder: a builder with an open object
 * @name: the member's name
 * @value: (transfer full): the member
 *
 * Adds a member to the object.
 */
void
strata_json_builder_add_member (StrataJsonBuilder *builder,
                                const char        *name,
                                StrataValue       *value)
{
  strata_json_builder_name (builder, name);
  strata_json_builder_add (builder, value);
}

/**
 * strata_json_builder_open_member:
 * @builder: a builder with an open object
 * @name: the member's name
 * @is_object: whether the member is an object, rather than an array
 *
 * Begins a member of the object; what follows goes into it.
 */
void
strata_json_builder_open_member (StrataJsonBuilder *builder,
                                 const char        *name,
                                 gboolean           is_object)
{
  strata_json_builder_name (builder, name);
  strata_json_builder_open (builder, is_object);
}

/**
 * strata_json_builder_close:
 * @builder: a builder
 *
 * The innermost array or object ends.
 */
void
strata_json_builder_close (StrataJsonBuilder *builder)
{
  Level *level;
  StrataValue *value;

  g_return_if_fail (builder != NULL && builder->depth > 0);

  level = &builder->levels[--builder->depth];
  if (level->is_object)
    value = strata_value_new_object (level->names, level->values);
  else
    value = strata_value_new_array (level->values);
  g_ptr_array_set_size (level->names, 0);
  g_ptr_array_set_size (level->values, 0);
  strata_json_builder_add (builder, value);
}

/**
 * strata_json_builder_end:
 * @builder: a builder
 *
 * Returns: (transfer full): the outermost value, which must be complete
 */
StrataValue *
strata_json_builder_end (StrataJsonBuilder *builder)
{
  g_return_val_if_fail (builder != NULL && builder->depth == 0, NULL);

  return g_steal_pointer (&builder->root);
}
