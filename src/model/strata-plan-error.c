/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be wrong with a plan, and where.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-plan-error.h"

#include <string.h>

/* As much of a text as helps to find it; a hostile one may be megabytes. */
#define MAX_QUOTED 60

typedef struct
{
  char  *path;
  guint  line;   /* 0: not known */
  guint  column;
} StrataPlanErrorPrivate;

static void
strata_plan_error_private_init (StrataPlanErrorPrivate *priv)
{
  priv->path = NULL;
  priv->line = 0;
  priv->column = 0;
}

static void
strata_plan_error_private_copy (const StrataPlanErrorPrivate *from,
                                StrataPlanErrorPrivate       *to)
{
  to->path = g_strdup (from->path);
  to->line = from->line;
  to->column = from->column;
}

static void
strata_plan_error_private_clear (StrataPlanErrorPrivate *priv)
{
  g_clear_pointer (&priv->path, g_free);
}

G_DEFINE_EXTENDED_ERROR (StrataPlanError, strata_plan_error)

static gboolean
is_identifier (const char *name)
{
  gsize length = strspn (name, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "_");

  return length > 0 && length <= MAX_QUOTED && name[length] == '\0' && !g_ascii_isdigit (name[0]);
}

/* Whether a character could change how the rest of a message looks. */
static gboolean
is_disruptive (gunichar c)
{
  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
append_quoted (GString  *quoted,
               gunichar  c)
{
  if (c == '"' || c == '\\')
    g_string_append_printf (quoted, "\\%c", (char) c);
  else if (c > 0xffff && is_disruptive (c))
    g_string_append_printf (quoted, "\\U%08x", c);
  else if (is_disruptive (c))
    g_string_append_printf (quoted, "\\u%04x", c);
  else
    g_string_append_unichar (quoted, c);
}

/**
 * strata_plan_error_new:
 * @code: what kind of error
 * @path: the JSON path of what is wrong; empty for the plan itself
 * @format: the message, with the path in it, as for printf()
 * @...: what to insert
 *
 * Returns: (transfer full): an error that knows its place
 */
GError *
strata_plan_error_new (StrataPlanError  code,
                       const char      *path,
                       const char      *format,
                       ...)
{
  GError *error = NULL;
  va_list args;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  va_start (args, format);
  error = g_error_new_valist (STRATA_PLAN_ERROR, code, format, args);
  va_end (args);
  strata_plan_error_get_private (error)->path = g_strdup (path);

  return error;
}

/**
 * strata_plan_error_get_path:
 * @error: any error
 *
 * Returns: (transfer none) (nullable): the JSON path of what is wrong, empty
 *   for the plan itself, or %NULL when the error does not know it
 */
const char *
strata_plan_error_get_path (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != STRATA_PLAN_ERROR)
    return NULL;

  return strata_plan_error_get_private (error)->path;
}

/**
 * strata_plan_error_set_place:
 * @error: an error of %STRATA_PLAN_ERROR
 * @line: the line of what is wrong, from 1
 * @column: its column, in characters from 1
 *
 * Tells an error where in the text its path is.
 */
void
strata_plan_error_set_place (GError *error,
                             guint   line,
                             guint   column)
{
  g_return_if_fail (error != NULL && error->domain == STRATA_PLAN_ERROR);

  strata_plan_error_get_private (error)->line = line;
  strata_plan_error_get_private (error)->column = column;
}

/**
 * strata_plan_error_get_line:
 * @error: any error
 *
 * Returns: the line of what is wrong, or 0 when the error does not know it
 */
guint
strata_plan_error_get_line (const GError *error)
{
  g_return_val_if_fail (error != NULL, 0);

  return error->domain == STRATA_PLAN_ERROR ? strata_plan_error_get_private (error)->line : 0;
}

/**
 * strata_plan_error_get_column:
 * @error: any error
 *
 * Returns: the column of what is wrong, or 0 when the error does not know it
 */
guint
strata_plan_error_get_column (const GError *error)
{
  g_return_val_if_fail (error != NULL, 0);

  return error->domain == STRATA_PLAN_ERROR ? strata_plan_error_get_private (error)->column : 0;
}

/**
 * strata_json_path_append_member:
 * @path: the path of an object
 * @name: the key of a member
 *
 * Makes the path that of the member: `.layer`, or `["odd key"]` where the key
 * is no identifier. Very long keys are cut.
 */
void
strata_json_path_append_member (GString    *path,
                                const char *name)
{
  g_autofree char *quoted = NULL;

  g_return_if_fail (path != NULL);
  g_return_if_fail (name != NULL);

  if (is_identifier (name))
    {
      g_string_append (path, path->len > 0 ? "." : "");
      g_string_append (path, name);
      return;
    }

  quoted = strata_quote (name);
  g_string_append_printf (path, "[%s]", quoted);
}

/**
 * strata_json_path_append_element:
 * @path: the path of an array
 * @index: a position in it
 *
 * Makes the path that of the element: `[3]`.
 */
void
strata_json_path_append_element (GString *path,
                                 guint    index)
{
  g_return_if_fail (path != NULL);

  g_string_append_printf (path, "[%u]", index);
}

/**
 * strata_quote:
 * @text: UTF-8
 *
 * Puts a text between quotation marks, shortened, with everything escaped
 * that a terminal or a label could take for an instruction.
 *
 * Returns: (transfer full): the quoted text
 */
char *
strata_quote (const char *text)
{
  g_autoptr (GString) quoted = NULL;
  guint n_quoted = 0;

  g_return_val_if_fail (text != NULL, NULL);

  quoted = g_string_new ("\"");
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (n_quoted++ == MAX_QUOTED)
        {
          g_string_append (quoted, "…");
          break;
        }
      append_quoted (quoted, g_utf8_get_char (at));
    }
  g_string_append_c (quoted, '"');

  return g_string_free (g_steal_pointer (&quoted), FALSE);
}
