/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An immutable, ref-counted JSON value: what a plan is made of.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-value-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (StrataValue, strata_value, strata_value_ref, strata_value_unref)

static StrataValue *
alloc_value (StrataValueKind kind,
             gsize           extra)
{
  StrataValue *self = g_malloc (sizeof (StrataValue) + extra);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;

  return self;
}

/* A constant is never freed: the first reference stays with it. */
static StrataValue *
ref_constant (StrataValue     **constant,
              StrataValueKind   kind,
              gboolean          boolean)
{
  if (g_once_init_enter_pointer (constant))
    {
      StrataValue *value = alloc_value (kind, 0);

      value->boolean = boolean;
      g_once_init_leave_pointer (constant, value);
    }

  return strata_value_ref (*constant);
}

static gboolean
is_container (StrataValue *self)
{
  return self->kind == STRATA_VALUE_ARRAY || self->kind == STRATA_VALUE_OBJECT;
}

static void
free_value (StrataValue *self)
{
  if (is_container (self))
    {
      for (guint i = 0; i < self->length; i++)
        strata_value_unref (self->elements[i]);
      g_clear_pointer (&self->names, strata_names_unref);
    }

  g_free (self);
}

/* Makes an array or object whose elements are still to be filled in; takes @names. */
StrataValue *
strata_value_alloc_container (StrataValueKind  kind,
                              guint            length,
                              StrataNames     *names)
{
  StrataValue *self = alloc_value (kind, length * sizeof (StrataValue *));

  self->length = length;
  self->elements = (StrataValue **) (self + 1);
  self->names = names;

  return self;
}

/**
 * strata_value_new_null:
 *
 * Returns: (transfer full): the value `null`
 */
StrataValue *
strata_value_new_null (void)
{
  static StrataValue *constant = NULL;

  return ref_constant (&constant, STRATA_VALUE_NULL, FALSE);
}

/**
 * strata_value_new_boolean:
 * @boolean: true or false
 *
 * Returns: (transfer full): a boolean
 */
StrataValue *
strata_value_new_boolean (gboolean boolean)
{
  static StrataValue *constants[2] = { NULL, NULL };

  return ref_constant (&constants[boolean ? 1 : 0], STRATA_VALUE_BOOLEAN, boolean ? TRUE : FALSE);
}

/**
 * strata_value_new_integer:
 * @integer: a number that is written without fraction and exponent
 *
 * Returns: (transfer full): a whole number
 */
StrataValue *
strata_value_new_integer (gint64 integer)
{
  StrataValue *self = alloc_value (STRATA_VALUE_INTEGER, 0);

  self->integer = integer;

  return self;
}

/**
 * strata_value_new_double:
 * @number: a finite number
 *
 * Makes a number that is written with a fraction or an exponent. It is a
 * fraction even where it happens to be whole: `4.0` is not `4`.
 *
 * Returns: (transfer full): a number
 */
StrataValue *
strata_value_new_double (double number)
{
  StrataValue *self = alloc_value (STRATA_VALUE_DOUBLE, 0);

  self->number = number;

  return self;
}

/**
 * strata_value_new_string:
 * @string: UTF-8
 *
 * Returns: (transfer full): a string
 */
StrataValue *
strata_value_new_string (const char *string)
{
  StrataValue *self = NULL;
  gsize size = 0;

  g_return_val_if_fail (string != NULL, NULL);

  size = strlen (string) + 1;
  self = alloc_value (STRATA_VALUE_STRING, size);
  self->string = memcpy (self + 1, string, size);

  return self;
}

/**
 * strata_value_new_strv:
 * @strings: (array zero-terminated=1): texts in UTF-8
 *
 * Returns: (transfer full): an array of strings
 */
StrataValue *
strata_value_new_strv (const char * const *strings)
{
  StrataValue *self = NULL;
  guint length = 0;

  g_return_val_if_fail (strings != NULL, NULL);

  length = g_strv_length ((char **) strings);
  self = strata_value_alloc_container (STRATA_VALUE_ARRAY, length, NULL);
  for (guint i = 0; i < length; i++)
    self->elements[i] = strata_value_new_string (strings[i]);

  return self;
}

/**
 * strata_value_new_array:
 * @elements: (element-type StrataValue) (transfer none): the elements
 *
 * Makes an array that takes a reference of its own on each element; @elements
 * stays the caller's.
 *
 * Returns: (transfer full): an array
 */
StrataValue *
strata_value_new_array (GPtrArray *elements)
{
  StrataValue *self = NULL;

  g_return_val_if_fail (elements != NULL, NULL);

  self = strata_value_alloc_container (STRATA_VALUE_ARRAY, elements->len, NULL);
  for (guint i = 0; i < elements->len; i++)
    self->elements[i] = strata_value_ref (g_ptr_array_index (elements, i));

  return self;
}

/**
 * strata_value_new_object:
 * @names: (element-type utf8) (transfer none): the keys, each of them once
 * @members: (element-type StrataValue) (transfer none): their values
 *
 * Makes an object that copies the keys and takes a reference of its own on
 * each member; the arrays stay the caller's.
 *
 * Returns: (transfer full): an object
 */
StrataValue *
strata_value_new_object (GPtrArray *names,
                         GPtrArray *members)
{
  StrataValue *self = NULL;

  g_return_val_if_fail (names != NULL, NULL);
  g_return_val_if_fail (members != NULL, NULL);
  g_return_val_if_fail (names->len == members->len, NULL);

  self = strata_value_alloc_container (STRATA_VALUE_OBJECT,
                                       members->len,
                                       strata_names_new ((const char * const *) names->pdata, names->len));
  for (guint i = 0; i < members->len; i++)
    self->elements[i] = strata_value_ref (g_ptr_array_index (members, i));

  return self;
}

/**
 * strata_value_ref:
 * @self: a value
 *
 * Returns: (transfer full): @self, with one reference more
 */
StrataValue *
strata_value_ref (StrataValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * strata_value_unref:
 * @self: (transfer full): a value
 *
 * Gives a reference back.
 */
void
strata_value_unref (StrataValue *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    free_value (self);
}

/**
 * strata_value_get_kind:
 * @self: a value
 *
 * Returns: what kind of JSON value @self is
 */
StrataValueKind
strata_value_get_kind (StrataValue *self)
{
  g_return_val_if_fail (self != NULL, STRATA_VALUE_NULL);

  return self->kind;
}

/**
 * strata_value_get_boolean:
 * @self: a boolean
 *
 * Returns: whether it is true
 */
gboolean
strata_value_get_boolean (StrataValue *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->kind == STRATA_VALUE_BOOLEAN, FALSE);

  return self->boolean;
}

/**
 * strata_value_get_integer:
 * @self: a whole number
 *
 * Returns: the number
 */
gint64
strata_value_get_integer (StrataValue *self)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (self->kind == STRATA_VALUE_INTEGER, 0);

  return self->integer;
}

/**
 * strata_value_get_double:
 * @self: a number of either kind
 *
 * Returns: the number, for a large whole one the nearest double
 */
double
strata_value_get_double (StrataValue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->kind == STRATA_VALUE_INTEGER)
    return (double) self->integer;

  g_return_val_if_fail (self->kind == STRATA_VALUE_DOUBLE, 0);

  return self->number;
}

/**
 * strata_value_get_string:
 * @self: a string
 *
 * Returns: (transfer none): the text, UTF-8
 */
const char *
strata_value_get_string (StrataValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->kind == STRATA_VALUE_STRING, NULL);

  return self->string;
}

/**
 * strata_value_get_length:
 * @self: an array or object
 *
 * Returns: how many elements or members it has
 */
guint
strata_value_get_length (StrataValue *self)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (is_container (self), 0);

  return self->length;
}

/**
 * strata_value_get_element:
 * @self: an array or object
 * @index: a position in it
 *
 * Returns: (transfer none): the element, or the member's value, at @index
 */
StrataValue *
strata_value_get_element (StrataValue *self,
                          guint        index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (is_container (self), NULL);
  g_return_val_if_fail (index < self->length, NULL);

  return self->elements[index];
}

/**
 * strata_value_get_name:
 * @self: an object
 * @index: a position in it
 *
 * Returns: (transfer none): the key of the member at @index
 */
const char *
strata_value_get_name (StrataValue *self,
                       guint        index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->kind == STRATA_VALUE_OBJECT, NULL);
  g_return_val_if_fail (index < self->length, NULL);

  return strata_names_get (self->names, index);
}

/**
 * strata_value_get_member:
 * @self: an object
 * @name: a key
 *
 * A member that is written as `null` is returned as such.
 *
 * Returns: (transfer none) (nullable): the value of the member, or %NULL when
 *   there is none
 */
StrataValue *
strata_value_get_member (StrataValue *self,
                         const char  *name)
{
  guint index = 0;

  return strata_value_find_member (self, name, &index) ? self->elements[index] : NULL;
}

/**
 * strata_value_find_member:
 * @self: an object
 * @name: a key
 * @index: (out) (optional): the position of the member
 *
 * Returns: whether there is such a member
 */
gboolean
strata_value_find_member (StrataValue *self,
                          const char  *name,
                          guint       *index)
{
  guint position = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->kind == STRATA_VALUE_OBJECT, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (!strata_names_find (self->names, name, &position))
    return FALSE;

  if (index != NULL)
    *index = position;

  return TRUE;
}
