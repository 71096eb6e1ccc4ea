/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What rows of a list have in common: read-only properties from a table.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-row.h"

typedef struct
{
  GValue *values; /* one a property; 0 is not used */
} StrataRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (StrataRow, strata_row, G_TYPE_OBJECT)

static GParamSpec *
make_pspec (const StrataRowProperty *property)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  switch (property->type)
    {
    case G_TYPE_STRING:
      return g_param_spec_string (property->name, NULL, NULL, NULL, flags);
    case G_TYPE_INT:
      return g_param_spec_int (property->name, NULL, NULL, G_MININT, G_MAXINT, 0, flags);
    case G_TYPE_UINT:
      return g_param_spec_uint (property->name, NULL, NULL, 0, G_MAXUINT, 0, flags);
    case G_TYPE_BOOLEAN:
      return g_param_spec_boolean (property->name, NULL, NULL, FALSE, flags);
    case G_TYPE_BOXED:
      return g_param_spec_boxed (property->name, NULL, NULL, property->boxed (), flags);
    default:
      g_assert_not_reached ();
    }
}

static GValue *
find_value (StrataRow *self,
            guint      property)
{
  StrataRowPrivate *priv = strata_row_get_instance_private (self);

  g_assert (property > 0 && property < STRATA_ROW_GET_CLASS (self)->n_pspecs);

  return &priv->values[property];
}

/* GObject compares boxed values by pointer; lists of strings are compared by
 * what they say. */
static gboolean
same_boxed (const GValue  *former,
            gconstpointer  boxed)
{
  gconstpointer present = g_value_get_boxed (former);

  if (present == boxed || present == NULL || boxed == NULL || !G_VALUE_HOLDS (former, G_TYPE_STRV))
    return present == boxed;

  return g_strv_equal (present, boxed);
}

static void
notify (StrataRow *self,
        guint      property)
{
  g_object_notify_by_pspec (G_OBJECT (self), STRATA_ROW_GET_CLASS (self)->pspecs[property]);
}

static void
strata_row_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  g_value_copy (find_value (STRATA_ROW (object), prop_id), value);
}

static void
strata_row_constructed (GObject *object)
{
  StrataRow *self = STRATA_ROW (object);
  StrataRowPrivate *priv = strata_row_get_instance_private (self);
  StrataRowClass *klass = STRATA_ROW_GET_CLASS (self);

  G_OBJECT_CLASS (strata_row_parent_class)->constructed (object);

  priv->values = g_new0 (GValue, klass->n_pspecs);
  for (guint i = 1; i < klass->n_pspecs; i++)
    g_value_init (&priv->values[i], klass->pspecs[i]->value_type);
}

static void
strata_row_finalize (GObject *object)
{
  StrataRow *self = STRATA_ROW (object);
  StrataRowPrivate *priv = strata_row_get_instance_private (self);

  for (guint i = 1; i < STRATA_ROW_GET_CLASS (self)->n_pspecs; i++)
    g_value_unset (&priv->values[i]);
  g_free (priv->values);

  G_OBJECT_CLASS (strata_row_parent_class)->finalize (object);
}

static void
strata_row_class_init (StrataRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = strata_row_constructed;
  object_class->finalize = strata_row_finalize;
}

static void
strata_row_init (StrataRow *self)
{
}

/**
 * strata_row_class_install: (skip)
 * @klass: the class of a kind of rows
 * @properties: (array length=n_properties): its properties by id, from 1
 * @n_properties: how many entries there are, the unused first one included
 *
 * Gives a kind of rows its properties.
 */
void
strata_row_class_install (StrataRowClass          *klass,
                          const StrataRowProperty *properties,
                          guint                    n_properties)
{
  g_return_if_fail (STRATA_IS_ROW_CLASS (klass));
  g_return_if_fail (properties != NULL && n_properties > 1);

  klass->pspecs = g_new0 (GParamSpec *, n_properties);
  klass->n_pspecs = n_properties;
  for (guint i = 1; i < n_properties; i++)
    klass->pspecs[i] = make_pspec (&properties[i]);

  /* GObject does not let a class inherit how properties are read. */
  G_OBJECT_CLASS (klass)->get_property = strata_row_get_property;
  g_object_class_install_properties (G_OBJECT_CLASS (klass), n_properties, klass->pspecs);
}

/**
 * strata_row_get_string:
 * @self: a row
 * @property: id of one of its strings
 *
 * Returns: (nullable): the string
 */
const char *
strata_row_get_string (StrataRow *self,
                       guint      property)
{
  g_return_val_if_fail (STRATA_IS_ROW (self), NULL);

  return g_value_get_string (find_value (self, property));
}

/**
 * strata_row_get_int:
 * @self: a row
 * @property: id of one of its whole numbers
 *
 * Returns: the number
 */
int
strata_row_get_int (StrataRow *self,
                    guint      property)
{
  g_return_val_if_fail (STRATA_IS_ROW (self), 0);

  return g_value_get_int (find_value (self, property));
}

/**
 * strata_row_get_uint:
 * @self: a row
 * @property: id of one of its counts
 *
 * Returns: the count
 */
guint
strata_row_get_uint (StrataRow *self,
                     guint      property)
{
  g_return_val_if_fail (STRATA_IS_ROW (self), 0);

  return g_value_get_uint (find_value (self, property));
}

/**
 * strata_row_get_boolean:
 * @self: a row
 * @property: id of one of its booleans
 *
 * Returns: the boolean
 */
gboolean
strata_row_get_boolean (StrataRow *self,
                        guint      property)
{
  g_return_val_if_fail (STRATA_IS_ROW (self), FALSE);

  return g_value_get_boolean (find_value (self, property));
}

/**
 * strata_row_get_boxed: (skip)
 * @self: a row
 * @property: id of one of its boxed values
 *
 * Returns: (transfer none) (nullable): the value
 */
gconstpointer
strata_row_get_boxed (StrataRow *self,
                      guint      property)
{
  g_return_val_if_fail (STRATA_IS_ROW (self), NULL);

  return g_value_get_boxed (find_value (self, property));
}

/**
 * strata_row_set_string:
 * @self: a row
 * @property: id of one of its strings
 * @string: (nullable): what it is from now on
 *
 * Notifies when that is another string.
 */
void
strata_row_set_string (StrataRow  *self,
                       guint       property,
                       const char *string)
{
  g_return_if_fail (STRATA_IS_ROW (self));

  if (g_strcmp0 (g_value_get_string (find_value (self, property)), string) == 0)
    return;

  g_value_set_string (find_value (self, property), string);
  notify (self, property);
}

/**
 * strata_row_take_string:
 * @self: a row
 * @property: id of one of its strings
 * @string: (transfer full) (nullable): what it is from now on
 *
 * Notifies when that is another string.
 */
void
strata_row_take_string (StrataRow *self,
                        guint      property,
                        char      *string)
{
  g_return_if_fail (STRATA_IS_ROW (self));

  strata_row_set_string (self, property, string);
  g_free (string);
}

/**
 * strata_row_set_int:
 * @self: a row
 * @property: id of one of its whole numbers
 * @number: what it is from now on
 *
 * Notifies when that is another number.
 */
void
strata_row_set_int (StrataRow *self,
                    guint      property,
                    int        number)
{
  g_return_if_fail (STRATA_IS_ROW (self));

  if (g_value_get_int (find_value (self, property)) == number)
    return;

  g_value_set_int (find_value (self, property), number);
  notify (self, property);
}

/**
 * strata_row_set_uint:
 * @self: a row
 * @property: id of one of its counts
 * @number: what it is from now on
 *
 * Notifies when that is another count.
 */
void
strata_row_set_uint (StrataRow *self,
                     guint      property,
                     guint      number)
{
  g_return_if_fail (STRATA_IS_ROW (self));

  if (g_value_get_uint (find_value (self, property)) == number)
    return;

  g_value_set_uint (find_value (self, property), number);
  notify (self, property);
}

/**
 * strata_row_set_boolean:
 * @self: a row
 * @property: id of one of its booleans
 * @boolean: what it is from now on
 *
 * Notifies when that is another boolean.
 */
void
strata_row_set_boolean (StrataRow *self,
                        guint      property,
                        gboolean   boolean)
{
  g_return_if_fail (STRATA_IS_ROW (self));

  if (!g_value_get_boolean (find_value (self, property)) == !boolean)
    return;

  g_value_set_boolean (find_value (self, property), boolean);
  notify (self, property);
}

/**
 * strata_row_set_boxed: (skip)
 * @self: a row
 * @property: id of one of its boxed values
 * @boxed: (nullable): what it is from now on; copied
 *
 * Notifies when that is another value: a list of strings that says something
 * else, or another pointer.
 */
void
strata_row_set_boxed (StrataRow     *self,
                      guint          property,
                      gconstpointer  boxed)
{
  g_return_if_fail (STRATA_IS_ROW (self));

  if (same_boxed (find_value (self, property), boxed))
    return;

  g_value_set_boxed (find_value (self, property), boxed);
  notify (self, property);
}
