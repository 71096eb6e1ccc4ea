/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values compared, and changed copies of them that share what is the same.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-value-private.h"

#include <string.h>

/* Copies a container, with one element replaced. */
static StrataValue *
copy_replaced (StrataValue *self,
               guint        index,
               StrataValue *element)
{
  StrataNames *names = self->names != NULL ? strata_names_ref (self->names) : NULL;
  StrataValue *copy = strata_value_alloc_container (self->kind, self->length, names);

  for (guint i = 0; i < self->length; i++)
    copy->elements[i] = strata_value_ref (i == index ? element : self->elements[i]);

  return copy;
}

/* Copies a container, with one element more; takes @names. */
static StrataValue *
copy_inserted (StrataValue *self,
               guint        index,
               StrataValue *element,
               StrataNames *names)
{
  StrataValue *copy = strata_value_alloc_container (self->kind, self->length + 1, names);

  for (guint i = 0; i < self->length; i++)
    copy->elements[i < index ? i : i + 1] = strata_value_ref (self->elements[i]);
  copy->elements[index] = strata_value_ref (element);

  return copy;
}

/* Copies a container, with one element less; takes @names. */
static StrataValue *
copy_removed (StrataValue *self,
              guint        index,
              StrataNames *names)
{
  StrataValue *copy = strata_value_alloc_container (self->kind, self->length - 1, names);

  for (guint i = 0; i < copy->length; i++)
    copy->elements[i] = strata_value_ref (self->elements[i < index ? i : i + 1]);

  return copy;
}

static gboolean
names_equal (StrataValue *a,
             StrataValue *b)
{
  if (a->names == b->names)
    return TRUE;

  for (guint i = 0; i < a->length; i++)
    {
      if (strcmp (strata_names_get (a->names, i), strata_names_get (b->names, i)) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
containers_equal (StrataValue *a,
                  StrataValue *b)
{
  if (a->length != b->length || !names_equal (a, b))
    return FALSE;

  for (guint i = 0; i < a->length; i++)
    {
      if (!strata_value_equal (a->elements[i], b->elements[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * strata_value_equal:
 * @a: a value
 * @b: another
 *
 * Values are equal when they are the same text in canonical form: the order
 * of members counts, and `4` is not `4.0`.
 *
 * Returns: whether they are equal
 */
gboolean
strata_value_equal (StrataValue *a,
                    StrataValue *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (a->kind != b->kind)
    return FALSE;

  switch (a->kind)
    {
    case STRATA_VALUE_NULL:
      return TRUE;
    case STRATA_VALUE_BOOLEAN:
      return a->boolean == b->boolean;
    case STRATA_VALUE_INTEGER:
      return a->integer == b->integer;
    case STRATA_VALUE_DOUBLE:
      /* By bits, so that 0.0 and -0.0 differ as their texts do. */
      return memcmp (&a->number, &b->number, sizeof (double)) == 0;
    case STRATA_VALUE_STRING:
      return strcmp (a->string, b->string) == 0;
    case STRATA_VALUE_ARRAY:
    case STRATA_VALUE_OBJECT:
      return containers_equal (a, b);
    default:
      g_assert_not_reached ();
    }
}

/**
 * strata_value_with_member:
 * @self: an object
 * @name: a key
 * @member: (transfer none): its new value
 * @position: where a member that is new goes; %G_MAXUINT: at the end
 *
 * A member that is there already keeps its place.
 *
 * Returns: (transfer full): the changed copy
 */
StrataValue *
strata_value_with_member (StrataValue *self,
                          const char  *name,
                          StrataValue *member,
                          guint        position)
{
  guint index = 0;

  g_return_val_if_fail (member != NULL, NULL);
  g_return_val_if_fail (self != NULL && self->kind == STRATA_VALUE_OBJECT, NULL);

  if (strata_value_find_member (self, name, &index))
    return copy_replaced (self, index, member);

  index = MIN (position, self->length);

  return copy_inserted (self, index, member, strata_names_with (self->names, name, index));
}

/**
 * strata_value_without_member:
 * @self: an object
 * @name: a key
 *
 * Returns: (transfer full): the changed copy; @self itself when it has no
 *   such member
 */
StrataValue *
strata_value_without_member (StrataValue *self,
                             const char  *name)
{
  guint index = 0;

  g_return_val_if_fail (self != NULL && self->kind == STRATA_VALUE_OBJECT, NULL);

  if (!strata_value_find_member (self, name, &index))
    return strata_value_ref (self);

  return copy_removed (self, index, strata_names_without (self->names, index));
}

/**
 * strata_value_with_element:
 * @self: an array
 * @index: a position in it
 * @element: (transfer none): what to put there
 *
 * Returns: (transfer full): the changed copy
 */
StrataValue *
strata_value_with_element (StrataValue *self,
                           guint        index,
                           StrataValue *element)
{
  g_return_val_if_fail (self != NULL && self->kind == STRATA_VALUE_ARRAY, NULL);
  g_return_val_if_fail (index < self->length, NULL);
  g_return_val_if_fail (element != NULL, NULL);

  return copy_replaced (self, index, element);
}

/**
 * strata_value_with_inserted:
 * @self: an array
 * @index: the position before which to insert; %G_MAXUINT: at the end
 * @element: (transfer none): what to insert
 *
 * Returns: (transfer full): the changed copy
 */
StrataValue *
strata_value_with_inserted (StrataValue *self,
                            guint        index,
                            StrataValue *element)
{
  g_return_val_if_fail (self != NULL && self->kind == STRATA_VALUE_ARRAY, NULL);
  g_return_val_if_fail (element != NULL, NULL);

  return copy_inserted (self, MIN (index, self->length), element, NULL);
}

/**
 * strata_value_without_element:
 * @self: an array
 * @index: a position in it
 *
 * Returns: (transfer full): the changed copy
 */
StrataValue *
strata_value_without_element (StrataValue *self,
                              guint        index)
{
  g_return_val_if_fail (self != NULL && self->kind == STRATA_VALUE_ARRAY, NULL);
  g_return_val_if_fail (index < self->length, NULL);

  return copy_removed (self, index, NULL);
}
