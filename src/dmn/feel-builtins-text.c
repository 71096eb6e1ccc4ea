/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The built-in functions of FEEL: strings (DMN 1.3, section 10.3.4.3).
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/feel-builtins-private.h"

#include <string.h>

/* Positions count from 1, negative ones from the end; 0 is no place. */
static DmnValue *
call_substring (FeelRun         *run,
                DmnValue *const *arguments,
                guint            n_arguments)
{
  const char *string = feel_argument_get_string (arguments[0]);
  gint64 start, length = G_MAXINT32, total;
  g_autofree char *part = NULL;

  if (string == NULL)
    return feel_builtin_refuse (run, "substring", "the string", "a string");
  if (!feel_argument_get_integer (arguments[1], &start) || start == 0)
    return feel_builtin_refuse (run, "substring", "the start position", "a whole number other than 0");
  if (n_arguments > 2 && arguments[2] != NULL && !dmn_value_is_null (arguments[2]) &&
      (!feel_argument_get_integer (arguments[2], &length) || length < 1))
    return feel_builtin_refuse (run, "substring", "the length", "a whole number above 0");

  total = g_utf8_strlen (string, -1);
  start = start > 0 ? start - 1 : total + start;
  if (start < 0 || start > total)
    return feel_builtin_refuse (run, "substring", "the start position", "inside the string");

  part = g_utf8_substring (string, start, MIN (total, start + MIN (length, total)));

  return dmn_value_new_string (part);
}

static DmnValue *
call_string_length (FeelRun         *run,
                    DmnValue *const *arguments,
                    guint            n_arguments)
{
  const char *string = feel_argument_get_string (arguments[0]);

  if (string == NULL)
    return feel_builtin_refuse (run, "string length", "the string", "a string");

  return dmn_value_new_integer (g_utf8_strlen (string, -1));
}

static DmnValue *
change_case (FeelRun    *run,
             const char *name,
             DmnValue   *argument,
             char     *(*change) (const char *, gssize))
{
  const char *string = feel_argument_get_string (argument);
  g_autofree char *changed = NULL;

  if (string == NULL)
    return feel_builtin_refuse (run, name, "the string", "a string");

  changed = change (string, -1);

  return dmn_value_new_string (changed);
}

static DmnValue *
call_upper_case (FeelRun         *run,
                 DmnValue *const *arguments,
                 guint            n_arguments)
{
  return change_case (run, "upper case", arguments[0], g_utf8_strup);
}

static DmnValue *
call_lower_case (FeelRun         *run,
                 DmnValue *const *arguments,
                 guint            n_arguments)
{
  return change_case (run, "lower case", arguments[0], g_utf8_strdown);
}

/* Two strings, which most of these functions begin with. */
static gboolean
two_strings (FeelRun         *run,
             const char      *name,
             DmnValue *const *arguments,
             const char     **string,
             const char     **match)
{
  *string = feel_argument_get_string (arguments[0]);
  *match = feel_argument_get_string (arguments[1]);
  if (*string == NULL || *match == NULL)
    feel_builtin_refuse (run, name, "an argument", "a string");

  return *string != NULL && *match != NULL;
}

static DmnValue *
call_substring_before (FeelRun         *run,
                       DmnValue *const *arguments,
                       guint            n_arguments)
{
  const char *string, *match, *found;
  g_autofree char *part = NULL;

  if (!two_strings (run, "substring before", arguments, &string, &match))
    return dmn_value_new_null ();

  found = strstr (string, match);
  part = g_strndup (string, found != NULL ? found - string : 0);

  return dmn_value_new_string (part);
}

static DmnValue *
call_substring_after (FeelRun         *run,
                      DmnValue *const *arguments,
                      guint            n_arguments)
{
  const char *string, *match, *found;

  if (!two_strings (run, "substring after", arguments, &string, &match))
    return dmn_value_new_null ();

  found = strstr (string, match);

  return dmn_value_new_string (found != NULL ? found + strlen (match) : "");
}

static DmnValue *
call_contains (FeelRun         *run,
               DmnValue *const *arguments,
               guint            n_arguments)
{
  const char *string, *match;

  if (!two_strings (run, "contains", arguments, &string, &match))
    return dmn_value_new_null ();

  return dmn_value_new_boolean (strstr (string, match) != NULL);
}

static DmnValue *
call_starts_with (FeelRun         *run,
                  DmnValue *const *arguments,
                  guint            n_arguments)
{
  const char *string, *match;

  if (!two_strings (run, "starts with", arguments, &string, &match))
    return dmn_value_new_null ();

  return dmn_value_new_boolean (g_str_has_prefix (string, match));
}

static DmnValue *
call_ends_with (FeelRun         *run,
                DmnValue *const *arguments,
                guint            n_arguments)
{
  const char *string, *match;

  if (!two_strings (run, "ends with", arguments, &string, &match))
    return dmn_value_new_null ();

  return dmn_value_new_boolean (g_str_has_suffix (string, match));
}

/* XPath's flags; an unknown letter makes the call wrong. */
static gboolean
read_flags (DmnValue           *argument,
            GRegexCompileFlags *flags)
{
  const char *text;

  *flags = G_REGEX_DEFAULT;
  if (argument == NULL || dmn_value_is_null (argument))
    return TRUE;
  if ((text = feel_argument_get_string (argument)) == NULL)
    return FALSE;

  for (; *text != '\0'; text++)
    if (*text == 'i')
      *flags |= G_REGEX_CASELESS;
    else if (*text == 'm')
      *flags |= G_REGEX_MULTILINE;
    else if (*text == 's')
      *flags |= G_REGEX_DOTALL;
    else if (*text == 'x')
      *flags |= G_REGEX_EXTENDED;
    else
      return FALSE;

  return TRUE;
}

static GRegex *
compile (FeelRun    *run,
         const char *name,
         const char *pattern,
         DmnValue   *flags_argument)
{
  g_autoptr (GError) error = NULL;
  GRegexCompileFlags flags;
  GRegex *regex;

  if (!read_flags (flags_argument, &flags))
    {
      feel_builtin_refuse (run, name, "the flags", "made of i, m, s and x");
      return NULL;
    }

  regex = g_regex_new (pattern, flags, G_REGEX_MATCH_DEFAULT, &error);
  if (regex == NULL)
    feel_run_fail (run, "%s (): %s", name, error->message);

  return regex;
}

static DmnValue *
call_matches (FeelRun         *run,
              DmnValue *const *arguments,
              guint            n_arguments)
{
  g_autoptr (GRegex) regex = NULL;
  const char *string, *pattern;

  if (!two_strings (run, "matches", arguments, &string, &pattern) ||
      (regex = compile (run, "matches", pattern, arguments[2])) == NULL)
    return dmn_value_new_null ();

  return dmn_value_new_boolean (g_regex_match (regex, string, G_REGEX_MATCH_DEFAULT, NULL));
}

/* XPath writes $1 where GRegex writes \g<1>. */
static char *
convert_replacement (const char *replacement)
{
  GString *string = g_string_new (NULL);

  for (const char *at = replacement; *at != '\0'; at++)
    {
      if (at[0] == '$' && g_ascii_isdigit (at[1]))
        g_string_append_printf (string, "\\g<%c>", *++at);
      else if (at[0] == '\\' && (at[1] == '$' || at[1] == '\\'))
        g_string_append (string, *++at == '\\' ? "\\\\" : "$");
      else if (at[0] == '\\')
        g_string_append (string, "\\\\");
      else
        g_string_append_c (string, *at);
    }

  return g_string_free (string, FALSE);
}

static DmnValue *
call_replace (FeelRun         *run,
              DmnValue *const *arguments,
              guint            n_arguments)
{
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *replacement = NULL, *replaced = NULL;
  const char *string, *pattern;

  if (!two_strings (run, "replace", arguments, &string, &pattern))
    return dmn_value_new_null ();
  if (feel_argument_get_string (arguments[2]) == NULL)
    return feel_builtin_refuse (run, "replace", "the replacement", "a string");
  if ((regex = compile (run, "replace", pattern, arguments[3])) == NULL)
    return dmn_value_new_null ();

  replacement = convert_replacement (feel_argument_get_string (arguments[2]));
  replaced = g_regex_replace (regex, string, -1, 0, replacement, G_REGEX_MATCH_DEFAULT, &error);
  if (replaced == NULL)
    return feel_run_fail (run, "replace (): %s", error->message);

  return dmn_value_new_string (replaced);
}

static DmnValue *
call_split (FeelRun         *run,
            DmnValue *const *arguments,
            guint            n_arguments)
{
  g_autoptr (GRegex) regex = NULL;
  g_auto (GStrv) parts = NULL;
  const char *string, *pattern;
  GPtrArray *items;

  if (!two_strings (run, "split", arguments, &string, &pattern) ||
      (regex = compile (run, "split", pattern, NULL)) == NULL)
    return dmn_value_new_null ();

  parts = g_regex_split (regex, string, G_REGEX_MATCH_DEFAULT);
  items = feel_items_new (g_strv_length (parts));
  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (items, dmn_value_new_string (parts[i]));

  return dmn_value_new_list (items);
}

/* Nulls are left out. */
static DmnValue *
call_string_join (FeelRun         *run,
                  DmnValue *const *arguments,
                  guint            n_arguments)
{
  g_autoptr (DmnValue) list = feel_argument_dup_list (arguments[0]);
  const char *delimiter = n_arguments > 1 && arguments[1] != NULL ? feel_argument_get_string (arguments[1]) : "";
  g_autoptr (GString) joined = g_string_new (NULL);
  gboolean first = TRUE;

  if (dmn_value_is_null (arguments[0]))
    return feel_builtin_refuse (run, "string join", "the list", "there");

  for (guint i = 0; i < dmn_value_get_length (list); i++)
    {
      DmnValue *item = dmn_value_get_item (list, i);

      if (dmn_value_is_null (item))
        continue;
      if (!feel_argument_is (item, DMN_KIND_STRING))
        return feel_builtin_refuse (run, "string join", "an item", "a string");
      if (!first && delimiter != NULL)
        g_string_append (joined, delimiter);
      g_string_append (joined, dmn_value_get_string (item));
      first = FALSE;
    }

  return dmn_value_new_string (joined->str);
}

const FeelBuiltin feel_builtins_text[] = {
  { "substring", "string,start position,length", 2, call_substring },
  { "string length", "string", 1, call_string_length },
  { "upper case", "string", 1, call_upper_case },
  { "lower case", "string", 1, call_lower_case },
  { "substring before", "string,match", 2, call_substring_before },
  { "substring after", "string,match", 2, call_substring_after },
  { "contains", "string,match", 2, call_contains },
  { "starts with", "string,match", 2, call_starts_with },
  { "ends with", "string,match", 2, call_ends_with },
  { "matches", "input,pattern,flags", 2, call_matches },
  { "replace", "input,pattern,replacement,flags", 3, call_replace },
  { "split", "string,delimiter", 2, call_split },
  { "string join", "list,delimiter", 1, call_string_join },
  { NULL },
};
