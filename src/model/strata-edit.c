/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A change of a plan as data: a named list of path operations.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-edit.h"

struct _StrataEdit
{
  gatomicrefcount  ref_count;
  char            *name;
  GArray          *operations; /* StrataEditOperation */
};

G_DEFINE_BOXED_TYPE (StrataEdit, strata_edit, strata_edit_ref, strata_edit_unref)

static void
clear_operation (gpointer data)
{
  StrataEditOperation *operation = data;

  g_free (operation->path);
  g_clear_pointer (&operation->value, strata_value_unref);
}

static void
add_operation (StrataEdit     *self,
               StrataEditKind  kind,
               const char     *path,
               StrataValue    *value,
               guint           position)
{
  StrataEditOperation operation = {
    .kind = kind,
    .path = g_strdup (path),
    .value = value != NULL ? strata_value_ref (value) : NULL,
    .position = position,
  };

  g_array_append_val (self->operations, operation);
}

static void
append_escaped (GString    *path,
                const char *segment)
{
  for (const char *at = segment; *at != '\0'; at++)
    {
      if (*at == '~')
        g_string_append (path, "~0");
      else if (*at == '/')
        g_string_append (path, "~1");
      else
        g_string_append_c (path, *at);
    }
}

/**
 * strata_edit_new:
 * @name: what Undo shows: translated, in title case
 *
 * Returns: (transfer full): an edit without operations
 */
StrataEdit *
strata_edit_new (const char *name)
{
  StrataEdit *self = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (StrataEdit, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->operations = g_array_new (FALSE, FALSE, sizeof (StrataEditOperation));
  g_array_set_clear_func (self->operations, clear_operation);

  return self;
}

/**
 * strata_edit_ref:
 * @self: an edit
 *
 * Returns: (transfer full): @self, with one reference more
 */
StrataEdit *
strata_edit_ref (StrataEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * strata_edit_unref:
 * @self: (transfer full): an edit
 *
 * Gives a reference back.
 */
void
strata_edit_unref (StrataEdit *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->operations);
  g_free (self->name);
  g_free (self);
}

/**
 * strata_edit_set:
 * @self: an edit
 * @path: a path; see #StrataEdit
 * @value: (transfer none): what to put there
 *
 * Adds a step that puts a value in its place. Objects that are missing on the
 * way are made; a new member goes where the format's order wants it. A value
 * that is there already is left alone.
 */
void
strata_edit_set (StrataEdit  *self,
                 const char  *path,
                 StrataValue *value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (path != NULL);
  g_return_if_fail (value != NULL);

  add_operation (self, STRATA_EDIT_SET, path, value, 0);
}

/**
 * strata_edit_unset:
 * @self: an edit
 * @path: a path; see #StrataEdit
 *
 * Adds a step that removes a member or an element. It has to be there.
 */
void
strata_edit_unset (StrataEdit *self,
                   const char *path)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (path != NULL);

  add_operation (self, STRATA_EDIT_UNSET, path, NULL, 0);
}

/**
 * strata_edit_insert:
 * @self: an edit
 * @array_path: the path of an array; see #StrataEdit
 * @position: before which element; %G_MAXUINT: at the end
 * @value: (transfer none): what to insert
 *
 * Adds a step that inserts an element. An array that is missing is made, as
 * are objects on the way to it.
 */
void
strata_edit_insert (StrataEdit  *self,
                    const char  *array_path,
                    guint        position,
                    StrataValue *value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (array_path != NULL);
  g_return_if_fail (value != NULL);

  add_operation (self, STRATA_EDIT_INSERT, array_path, value, position);
}

/**
 * strata_edit_move:
 * @self: an edit
 * @path: the path of an element; see #StrataEdit
 * @position: its place in its array, counted without it; %G_MAXUINT: at the
 *   end
 *
 * Adds a step that moves an element within its array.
 */
void
strata_edit_move (StrataEdit *self,
                  const char *path,
                  guint       position)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (path != NULL);

  add_operation (self, STRATA_EDIT_MOVE, path, NULL, position);
}

/**
 * strata_edit_append:
 * @self: an edit
 * @other: another one
 *
 * Adds the steps of @other, whose paths and positions speak of the plan as the
 * steps before leave it.
 */
void
strata_edit_append (StrataEdit *self,
                    StrataEdit *other)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (other != NULL && other != self);

  for (guint i = 0; i < other->operations->len; i++)
    {
      const StrataEditOperation *operation = strata_edit_get_operation (other, i);

      add_operation (self, operation->kind, operation->path, operation->value, operation->position);
    }
}

/**
 * strata_edit_get_name:
 * @self: an edit
 *
 * Returns: (transfer none): what Undo shows
 */
const char *
strata_edit_get_name (StrataEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * strata_edit_get_n_operations:
 * @self: an edit
 *
 * Returns: how many steps it has
 */
guint
strata_edit_get_n_operations (StrataEdit *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->operations->len;
}

/**
 * strata_edit_get_operation:
 * @self: an edit
 * @index: the position of a step
 *
 * Returns: (transfer none): the step
 */
const StrataEditOperation *
strata_edit_get_operation (StrataEdit *self,
                           guint       index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->operations->len, NULL);

  return &g_array_index (self->operations, StrataEditOperation, index);
}

/**
 * strata_path_build:
 * @first: the first segment
 * @...: further segments, ending with %NULL
 *
 * Builds a path from segments as they are; each is escaped.
 *
 * Returns: (transfer full): the path
 */
char *
strata_path_build (const char *first,
                   ...)
{
  g_autoptr (GString) path = NULL;
  const char *segment = NULL;
  va_list segments;

  g_return_val_if_fail (first != NULL, NULL);

  path = g_string_new (NULL);
  append_escaped (path, first);
  va_start (segments, first);
  while ((segment = va_arg (segments, const char *)) != NULL)
    {
      g_string_append_c (path, '/');
      append_escaped (path, segment);
    }
  va_end (segments);

  return g_string_free (g_steal_pointer (&path), FALSE);
}
