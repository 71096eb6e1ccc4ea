/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads typed fields from a value and says where one is wrong.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "strata-number.h"
#include "strata-plan-error.h"

static void
append_path (const StrataReader *self,
             GString            *path)
{
  if (self->parent == NULL)
    {
      g_string_append (path, self->name);
      return;
    }

  append_path (self->parent, path);
  if (self->name != NULL)
    strata_json_path_append_member (path, self->name);
  else
    strata_json_path_append_element (path, self->index);
}

/* A double that happens to be whole is shown with its fraction, or the
 * sentence would ask for a whole number where there seems to be one.
 */
static char *
describe_number (StrataValue *value)
{
  char text[STRATA_NUMBER_TEXT_SIZE];
  gboolean is_plain = FALSE;

  strata_number_format (value, text);
  is_plain = strspn (text, "-0123456789") == strlen (text);

  if (is_plain && strata_value_get_kind (value) == STRATA_VALUE_DOUBLE)
    return g_strconcat (text, ".0", NULL);

  return g_strdup (text);
}

static char *
describe_value (StrataValue *value)
{
  if (value == NULL)
    return g_strdup (_("missing"));

  switch (strata_value_get_kind (value))
    {
    case STRATA_VALUE_NULL:
      return g_strdup ("null");
    case STRATA_VALUE_BOOLEAN:
      return g_strdup (strata_value_get_boolean (value) ? "true" : "false");
    case STRATA_VALUE_INTEGER:
    case STRATA_VALUE_DOUBLE:
      return describe_number (value);
    case STRATA_VALUE_STRING:
      return strata_quote (strata_value_get_string (value));
    case STRATA_VALUE_ARRAY:
      return g_strdup (strata_value_get_length (value) > 0 ? _("an array") : _("an empty array"));
    case STRATA_VALUE_OBJECT:
      return g_strdup (_("an object"));
    default:
      g_assert_not_reached ();
    }
}

static const char *
get_kind_clause (StrataValueKind kind)
{
  switch (kind)
    {
    case STRATA_VALUE_BOOLEAN:
      return _("allowed are true and false");
    case STRATA_VALUE_INTEGER:
      return _("allowed is a whole number");
    case STRATA_VALUE_DOUBLE:
      return _("allowed is a number");
    case STRATA_VALUE_STRING:
      return _("allowed is a string");
    case STRATA_VALUE_ARRAY:
      return _("allowed is an array");
    case STRATA_VALUE_OBJECT:
      return _("allowed is an object");
    case STRATA_VALUE_NULL:
    default:
      g_assert_not_reached ();
    }
}

/* @path is that of @value within whatever it came from: empty for the plan. */
StrataReader
strata_reader_init (StrataValue  *value,
                    const char   *path,
                    GError      **error)
{
  return (StrataReader) {
    .name = path != NULL ? path : "",
    .value = value,
    .error = error,
  };
}

StrataReader
strata_reader_get_child (const StrataReader *parent,
                         guint               index)
{
  gboolean is_object = strata_value_get_kind (parent->value) == STRATA_VALUE_OBJECT;

  return (StrataReader) {
    .parent = parent,
    .name = is_object ? strata_value_get_name (parent->value, index) : NULL,
    .index = index,
    .value = strata_value_get_element (parent->value, index),
    .error = parent->error,
  };
}

/* Gives a reader for a member even when that is absent, so that one can say
 * so; then returns FALSE. A member that is null counts as absent.
 */
gboolean
strata_reader_get_member (const StrataReader *object,
                          const char         *key,
                          StrataReader       *member)
{
  StrataValue *value = strata_value_get_member (object->value, key);

  if (value != NULL && strata_value_get_kind (value) == STRATA_VALUE_NULL)
    value = NULL;

  *member = (StrataReader) {
    .parent = object,
    .name = key,
    .value = value,
    .error = object->error,
  };

  return value != NULL;
}

gboolean
strata_reader_has (const StrataReader *object,
                   const char         *key)
{
  StrataReader member;

  return strata_reader_get_member (object, key, &member);
}

char *
strata_reader_dup_path (const StrataReader *self)
{
  g_autoptr (GString) path = g_string_new (NULL);

  append_path (self, path);

  return g_string_free (g_steal_pointer (&path), FALSE);
}

/* Says what was found, and what is allowed: a clause after a semicolon. */
gboolean
strata_reader_fail (const StrataReader *self,
                    const char         *clause)
{
  g_autofree char *found = describe_value (self->value);

  return strata_reader_fail_found (self, found, clause);
}

gboolean
strata_reader_fail_found (const StrataReader *self,
                          const char         *found,
                          const char         *clause)
{
  g_autofree char *path = strata_reader_dup_path (self);

  g_propagate_error (self->error,
                     /* Translators: a place in a file, what stands there, and a
                      * clause such as “allowed is a string”. */
                     strata_plan_error_new (STRATA_PLAN_ERROR_INVALID, path, _("%s is %s; %s"),
                                            *path != '\0' ? path : _("the plan"), found, clause));

  return FALSE;
}

/* STRATA_VALUE_DOUBLE stands for a number of either kind. */
gboolean
strata_reader_expect (const StrataReader *self,
                      StrataValueKind     kind)
{
  StrataValueKind found = strata_value_get_kind (self->value);

  if (found == kind || (found == STRATA_VALUE_INTEGER && kind == STRATA_VALUE_DOUBLE))
    return TRUE;

  return strata_reader_fail (self, get_kind_clause (kind));
}

/* Checks that an object has all of the keys. */
gboolean
strata_reader_require (const StrataReader *object,
                       ...)
{
  gboolean has_all = TRUE;
  const char *key = NULL;
  va_list keys;

  va_start (keys, object);
  while (has_all && (key = va_arg (keys, const char *)) != NULL)
    {
      StrataReader member;

      if (!strata_reader_get_member (object, key, &member))
        has_all = strata_reader_fail (&member, _("it is required"));
    }
  va_end (keys);

  return has_all;
}

/* Opens an array or object in an object; one that is absent has no elements. */
gboolean
strata_reader_open (const StrataReader *object,
                    const char         *key,
                    StrataValueKind     kind,
                    StrataReader       *container,
                    guint              *length)
{
  *length = 0;
  if (!strata_reader_get_member (object, key, container))
    return TRUE;
  if (!strata_reader_expect (container, kind))
    return FALSE;

  *length = strata_value_get_length (container->value);
  return TRUE;
}
