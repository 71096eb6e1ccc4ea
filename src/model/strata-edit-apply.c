/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Applies an edit to the value of a plan, copying only what is on the way.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "strata-shape-private.h"

/* One operation, with its path taken apart. */
typedef struct
{
  const StrataEditOperation  *operation;
  char                      **segments;
  guint                       n_segments;
  guint                       n_steps;   /* how far down the container is that changes */
  GError                    **error;
} Walk;

static StrataValue *walk_down (const Walk        *walk,
                               StrataValue       *value,
                               guint              depth,
                               const StrataShape *shape);

static StrataValue *
fail (const Walk *walk,
      const char *sentence)
{
  g_autofree char *path = strata_quote (walk->operation->path);

  g_propagate_error (walk->error,
                     /* Translators: a path, and why it cannot be changed. */
                     strata_plan_error_new (STRATA_PLAN_ERROR_EDIT, walk->operation->path,
                                            _("%s cannot be changed: %s"), path, sentence));

  return NULL;
}

static StrataValue *
fail_no_place (const Walk *walk)
{
  return fail (walk, _("the plan has no such place"));
}

/* Turns `~1` and `~0` into what they stand for, in place. */
static gboolean
unescape (char *segment)
{
  char *to = segment;

  for (const char *from = segment; *from != '\0'; from++)
    {
      if (*from == '~' && from[1] != '0' && from[1] != '1')
        return FALSE;

      if (*from == '~')
        *to++ = *++from == '1' ? '/' : '~';
      else
        *to++ = *from;
    }
  *to = '\0';

  return TRUE;
}

static gboolean
unescape_all (char **segments)
{
  for (guint i = 0; segments[i] != NULL; i++)
    {
      if (!unescape (segments[i]))
        return FALSE;
    }

  return TRUE;
}

/* Whether more than @limit arrays and objects stand in one another. */
static gboolean
is_deeper (StrataValue *value,
           guint        limit)
{
  StrataValueKind kind = strata_value_get_kind (value);

  if (kind != STRATA_VALUE_ARRAY && kind != STRATA_VALUE_OBJECT)
    return FALSE;
  if (limit == 0)
    return TRUE;

  for (guint i = 0; i < strata_value_get_length (value); i++)
    {
      if (is_deeper (strata_value_get_element (value, i), limit - 1))
        return TRUE;
    }

  return FALSE;
}

/* Whether the operation would make a plan that could not be read back. */
static gboolean
is_too_deep (const Walk *walk)
{
  guint n_around = walk->n_segments + (walk->operation->kind == STRATA_EDIT_INSERT ? 1 : 0);

  if (n_around > STRATA_VALUE_MAX_DEPTH)
    return TRUE;

  return walk->operation->value != NULL
         && is_deeper (walk->operation->value, STRATA_VALUE_MAX_DEPTH - n_around);
}

static const char *
get_id (StrataValue *element)
{
  StrataValue *id = NULL;

  if (strata_value_get_kind (element) != STRATA_VALUE_OBJECT)
    return NULL;

  id = strata_value_get_member (element, "id");

  return id != NULL && strata_value_get_kind (id) == STRATA_VALUE_STRING
           ? strata_value_get_string (id)
           : NULL;
}

/* Reads a position as it is written in a path: no sign, no leading zero. */
static gboolean
parse_position (const char *segment,
                guint       length,
                guint      *position)
{
  guint64 number = 0;

  if (*segment == '\0' || strspn (segment, G_CSET_DIGITS) != strlen (segment))
    return FALSE;
  if (*segment == '0' && segment[1] != '\0')
    return FALSE;

  number = g_ascii_strtoull (segment, NULL, 10);
  *position = (guint) MIN (number, length);

  return number < length;
}

/* Finds an element by its id; only one that has none goes by its position,
 * so that a path never means another element once the one it named is gone.
 */
static gboolean
find_element (StrataValue *array,
              const char  *segment,
              guint       *position)
{
  guint length = strata_value_get_length (array);

  for (guint i = 0; i < length; i++)
    {
      if (g_strcmp0 (get_id (strata_value_get_element (array, i)), segment) == 0)
        {
          *position = i;
          return TRUE;
        }
    }

  return parse_position (segment, length, position)
         && get_id (strata_value_get_element (array, *position)) == NULL;
}

static gboolean
find_child (StrataValue *container,
            const char  *segment,
            guint       *position)
{
  switch ((int) strata_value_get_kind (container))
    {
    case STRATA_VALUE_ARRAY:
      return find_element (container, segment, position);
    case STRATA_VALUE_OBJECT:
      return strata_value_find_member (container, segment, position);
    default:
      return FALSE;
    }
}

static StrataValue *
put_child (StrataValue       *container,
           const char        *segment,
           guint              position,
           StrataValue       *child,
           const StrataShape *shape)
{
  if (strata_value_get_kind (container) == STRATA_VALUE_ARRAY)
    return strata_value_with_element (container, position, child);

  return strata_value_with_member (container, segment, child,
                                   strata_shape_get_position (shape, container, segment));
}

static StrataValue *
set_child (const Walk        *walk,
           StrataValue       *container,
           const StrataShape *shape)
{
  const char *segment = walk->segments[walk->n_steps];
  StrataValue *value = walk->operation->value;
  guint position = 0;

  if (find_child (container, segment, &position))
    {
      if (strata_value_equal (strata_value_get_element (container, position), value))
        return strata_value_ref (container);
    }
  else if (strata_value_get_kind (container) != STRATA_VALUE_OBJECT)
    {
      return fail_no_place (walk);
    }

  return put_child (container, segment, position, value, shape);
}

static StrataValue *
unset_child (const Walk  *walk,
             StrataValue *container)
{
  const char *segment = walk->segments[walk->n_steps];
  guint position = 0;

  if (!find_child (container, segment, &position))
    return fail_no_place (walk);
  if (strata_value_get_kind (container) == STRATA_VALUE_ARRAY)
    return strata_value_without_element (container, position);

  return strata_value_without_member (container, segment);
}

static StrataValue *
insert_child (const Walk  *walk,
              StrataValue *array)
{
  guint position = walk->operation->position;

  if (strata_value_get_kind (array) != STRATA_VALUE_ARRAY)
    return fail (walk, _("there is no array to insert into"));
  if (position != G_MAXUINT && position > strata_value_get_length (array))
    return fail (walk, _("the array is too short for the position"));

  return strata_value_with_inserted (array, position, walk->operation->value);
}

static StrataValue *
move_child (const Walk  *walk,
            StrataValue *array)
{
  g_autoptr (StrataValue) rest = NULL;
  guint position = walk->operation->position;
  guint from = 0;

  if (strata_value_get_kind (array) != STRATA_VALUE_ARRAY)
    return fail (walk, _("only the elements of an array have an order"));
  if (!find_element (array, walk->segments[walk->n_steps], &from))
    return fail_no_place (walk);

  if (position == G_MAXUINT)
    position = strata_value_get_length (array) - 1;
  if (position >= strata_value_get_length (array))
    return fail (walk, _("the array is too short for the position"));
  if (position == from)
    return strata_value_ref (array);

  rest = strata_value_without_element (array, from);

  return strata_value_with_inserted (rest, position, strata_value_get_element (array, from));
}

/* Changes the container that the operation is about. */
static StrataValue *
change (const Walk        *walk,
        StrataValue       *container,
        const StrataShape *shape)
{
  switch (walk->operation->kind)
    {
    case STRATA_EDIT_SET:
      return set_child (walk, container, shape);
    case STRATA_EDIT_UNSET:
      return unset_child (walk, container);
    case STRATA_EDIT_INSERT:
      return insert_child (walk, container);
    case STRATA_EDIT_MOVE:
      return move_child (walk, container);
    default:
      g_assert_not_reached ();
    }
}

/* Makes the container that an operation finds missing, if it is one that
 * adds something; a member that is null counts as missing.
 */
static StrataValue *
make_missing (const Walk  *walk,
              StrataValue *container,
              guint        depth)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  gboolean is_insert = walk->operation->kind == STRATA_EDIT_INSERT;

  if (strata_value_get_kind (container) != STRATA_VALUE_OBJECT)
    return NULL;
  if (walk->operation->kind != STRATA_EDIT_SET && !is_insert)
    return NULL;

  return is_insert && depth + 1 == walk->n_steps
           ? strata_value_new_array (none)
           : strata_value_new_object (none, none);
}

static StrataValue *
dup_child (const Walk  *walk,
           StrataValue *container,
           guint        depth,
           guint       *position)
{
  StrataValue *child = NULL;

  if (find_child (container, walk->segments[depth], position))
    child = strata_value_get_element (container, *position);
  if (child != NULL && strata_value_get_kind (child) != STRATA_VALUE_NULL)
    return strata_value_ref (child);

  return make_missing (walk, container, depth);
}

static StrataValue *
walk_on (const Walk        *walk,
         StrataValue       *container,
         guint              depth,
         const StrataShape *shape)
{
  const char *segment = walk->segments[depth];
  gboolean is_object = strata_value_get_kind (container) == STRATA_VALUE_OBJECT;
  g_autoptr (StrataValue) child = NULL;
  g_autoptr (StrataValue) changed = NULL;
  guint position = 0;

  child = dup_child (walk, container, depth, &position);
  if (child == NULL)
    return fail_no_place (walk);

  changed = walk_down (walk, child, depth + 1,
                       is_object ? strata_shape_get_member (shape, segment) : shape);
  if (changed == NULL)
    return NULL;
  if (changed == child)
    return strata_value_ref (container);

  return put_child (container, segment, position, changed, shape);
}

static StrataValue *
walk_down (const Walk        *walk,
           StrataValue       *value,
           guint              depth,
           const StrataShape *shape)
{
  if (depth < walk->n_steps)
    return walk_on (walk, value, depth, shape);

  return change (walk, value, shape);
}

static StrataValue *
change_root (const Walk  *walk,
             StrataValue *root)
{
  if (walk->operation->kind != STRATA_EDIT_SET)
    return fail (walk, _("it is the whole plan"));

  return strata_value_ref (strata_value_equal (root, walk->operation->value)
                             ? root
                             : walk->operation->value);
}

static StrataValue *
apply_operation (const StrataEditOperation  *operation,
                 StrataValue                *root,
                 GError                    **error)
{
  g_auto (GStrv) segments = g_strsplit (operation->path, "/", -1);
  gboolean is_insert = operation->kind == STRATA_EDIT_INSERT;
  guint n_segments = g_strv_length (segments);
  Walk walk = {
    .operation = operation,
    .segments = segments,
    .n_segments = n_segments,
    .n_steps = is_insert || n_segments == 0 ? n_segments : n_segments - 1,
    .error = error,
  };

  if (!unescape_all (segments))
    return fail (&walk, _("in a path “~” is written “~0”"));
  if (is_too_deep (&walk))
    return fail (&walk, _("the plan would be deeper than 64 levels"));
  if (n_segments == 0)
    return change_root (&walk, root);

  return walk_down (&walk, root, 0, strata_shape_get_plan ());
}

/* Applies every operation, or none: the caller's value stays as it is. */
StrataValue *
strata_edit_apply (StrataEdit   *edit,
                   StrataValue  *root,
                   GError      **error)
{
  g_autoptr (StrataValue) value = strata_value_ref (root);

  for (guint i = 0; i < strata_edit_get_n_operations (edit); i++)
    {
      StrataValue *changed = apply_operation (strata_edit_get_operation (edit, i), value, error);

      if (changed == NULL)
        return NULL;

      strata_value_unref (value);
      value = changed;
    }

  return g_steal_pointer (&value);
}
