/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names that an expression may use, spaces and signs inside included.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/feel-names.h"

#include "dmn/feel-builtins.h"

#include <string.h>

struct _FeelNames
{
  GHashTable *by_word; /* first word → GPtrArray of names, the longest first */
};

/* The bytes of the simple name that the text begins with. */
static gsize
word_length (const char *text)
{
  const char *at = text;

  while (*at != '\0' && feel_is_name_part (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at - text;
}

/* The key of a name: its first word, or its first character where it begins
 * with none. */
static char *
first_word (const char *text)
{
  gsize length = word_length (text);

  if (length == 0)
    length = g_utf8_next_char (text) - text;

  return g_strndup (text, length);
}

/* How much of the text the name takes, any white space counting as one blank;
 * 0 when the text does not begin with it. */
static gsize
match_one (const char *text,
           const char *name)
{
  const char *at = text;
  const char *expected = name;

  while (*expected != '\0')
    {
      if (*expected == ' ')
        {
          if (!g_ascii_isspace (*at))
            return 0;
          while (g_ascii_isspace (*at))
            at++;
          expected++;
        }
      else if (*at++ != *expected++)
        return 0;
    }

  /* "Rate" does not stand in "Rates". */
  if (feel_is_name_part (g_utf8_get_char (g_utf8_prev_char (at))) &&
      *at != '\0' && feel_is_name_part (g_utf8_get_char (at)))
    return 0;

  return at - text;
}

static int
compare_longest_first (gconstpointer a,
                       gconstpointer b)
{
  gsize a_length = strlen (*(const char *const *) a);
  gsize b_length = strlen (*(const char *const *) b);

  return (a_length < b_length) - (a_length > b_length);
}

/**
 * feel_is_name_start:
 * @character: a character
 *
 * Returns: whether a name may begin with it
 */
gboolean
feel_is_name_start (gunichar character)
{
  return character == '_' || character == '?' || g_unichar_isalpha (character) ||
         (character >= 0x370 && g_unichar_isgraph (character) && !g_unichar_ispunct (character));
}

/**
 * feel_is_name_part:
 * @character: a character
 *
 * Returns: whether it may stand inside of a simple name
 */
gboolean
feel_is_name_part (gunichar character)
{
  return feel_is_name_start (character) || g_unichar_isdigit (character) ||
         g_unichar_ismark (character);
}

/**
 * feel_name_normalize:
 * @name: a name
 * @length: its bytes, or -1
 *
 * Returns: (transfer full): the name with each run of white space one blank,
 *   and none around it
 */
char *
feel_name_normalize (const char *name,
                     gssize      length)
{
  GString *string = g_string_new (NULL);
  const char *end = name + (length < 0 ? (gssize) strlen (name) : length);

  for (const char *at = name; at < end; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!g_unichar_isspace (character))
        g_string_append_unichar (string, character);
      else if (string->len > 0 && string->str[string->len - 1] != ' ')
        g_string_append_c (string, ' ');
    }

  if (string->len > 0 && string->str[string->len - 1] == ' ')
    g_string_truncate (string, string->len - 1);

  return g_string_free (string, FALSE);
}

/**
 * feel_names_new:
 *
 * Returns: (transfer full): a set that knows the built-in functions
 */
FeelNames *
feel_names_new (void)
{
  FeelNames *names = g_new0 (FeelNames, 1);

  names->by_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; feel_builtin_get_name (i) != NULL; i++)
    feel_names_add (names, feel_builtin_get_name (i));

  return names;
}

/**
 * feel_names_free:
 * @names: (transfer full): a set
 *
 * Frees the set.
 */
void
feel_names_free (FeelNames *names)
{
  g_hash_table_unref (names->by_word);
  g_free (names);
}

/**
 * feel_names_add:
 * @names: a set
 * @name: a name; an empty one is left out
 *
 * Makes a name known.
 */
void
feel_names_add (FeelNames  *names,
                const char *name)
{
  g_autofree char *normal = feel_name_normalize (name, -1);
  g_autofree char *word = NULL;
  GPtrArray *same;

  if (*normal == '\0')
    return;

  word = first_word (normal);
  same = g_hash_table_lookup (names->by_word, word);
  if (same == NULL)
    {
      same = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (names->by_word, g_steal_pointer (&word), same);
    }

  if (g_ptr_array_find_with_equal_func (same, normal, g_str_equal, NULL))
    return;

  g_ptr_array_add (same, g_steal_pointer (&normal));
  g_ptr_array_sort (same, compare_longest_first);
}

/**
 * feel_names_match:
 * @names: a set
 * @text: what is being read
 * @name: (out) (optional): the name found
 *
 * Returns: how many bytes of the text are the longest known name that it
 *   begins with, or 0
 */
gsize
feel_names_match (FeelNames   *names,
                  const char  *text,
                  char       **name)
{
  g_autofree char *word = first_word (text);
  GPtrArray *same = g_hash_table_lookup (names->by_word, word);

  for (guint i = 0; same != NULL && i < same->len; i++)
    {
      gsize length = match_one (text, same->pdata[i]);

      if (length > 0)
        {
          if (name != NULL)
            *name = g_strdup (same->pdata[i]);
          return length;
        }
    }

  return 0;
}
