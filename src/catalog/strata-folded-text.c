/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text as a search sees it: words without case and accents.
 */

#define G_LOG_DOMAIN "strata-catalog"

#include "config.h"

#include "strata-folded-text.h"

#include <string.h>

/* Nobody mistypes a word that is longer: it is something else altogether. */
#define LONGEST_WORD 64

/* Decomposed, so that accents are characters of their own that can go. Most
 * names have none and need none of it.
 */
static char *
decompose (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *decomposed = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  valid = g_utf8_make_valid (text, -1);
  decomposed = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  return g_utf8_casefold (decomposed, -1);
}

/* The dotless i of Turkish keyboards has no decomposition, but is one. */
static gunichar
fold_character (gunichar character)
{
  return character == 0x0131 ? 'i' : character;
}

static void
end_word (GPtrArray *words,
          GString   *word)
{
  if (word->len == 0)
    return;
  g_ptr_array_add (words, g_strdup (word->str));
  g_string_truncate (word, 0);
}

/**
 * strata_folded_text_split:
 * @text: any text
 *
 * Cuts @text at everything that is neither letter nor digit, and takes case
 * and accents from the words.
 *
 * Returns: (transfer full) (array zero-terminated=1): the words
 */
char **
strata_folded_text_split (const char *text)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GString) word = g_string_new (NULL);
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  folded = decompose (text);
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_isalnum (character))
        g_string_append_unichar (word, fold_character (character));
      else if (!g_unichar_ismark (character))
        end_word (words, word);
    }
  end_word (words, word);
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

/**
 * strata_folded_text_join:
 * @text: any text
 *
 * The words of @text without anything between them, so that “Customer.io”,
 * “customer io” and “customerio” are the same.
 *
 * Returns: (transfer full): the folded text
 */
char *
strata_folded_text_join (const char *text)
{
  g_auto (GStrv) words = strata_folded_text_split (text);

  return g_strjoinv (NULL, words);
}

/**
 * strata_folded_text_is_one_slip:
 * @typed: a folded word, perhaps not typed to its end
 * @word: a folded word
 *
 * Whether one slip of the finger (a letter wrong, missing, too many, or two
 * swapped) lies between @typed and a beginning of @word.
 *
 * Returns: whether @word may have been meant
 */
gboolean
strata_folded_text_is_one_slip (const char *typed,
                                const char *word)
{
  while (*typed != '\0' && *typed == *word)
    {
      typed++;
      word++;
    }
  if (*typed == '\0')
    return TRUE;
  if (g_str_has_prefix (word, typed + 1))
    return TRUE;
  if (*word == '\0')
    return FALSE;
  if (g_str_has_prefix (word + 1, typed) || g_str_has_prefix (word + 1, typed + 1))
    return TRUE;
  return typed[1] == word[0] && typed[0] == word[1] && g_str_has_prefix (word + 2, typed + 2);
}

/* One row of the table of distances; `rows` holds it and the two before. */
static void
fill_row (guint       rows[3][LONGEST_WORD + 1],
          gsize       i,
          const char *a,
          const char *b,
          gsize       length_b)
{
  guint *row = rows[i % 3];
  const guint *above = rows[(i + 2) % 3];
  const guint *before = rows[(i + 1) % 3];

  row[0] = i;
  for (gsize j = 1; j <= length_b; j++)
    {
      row[j] = MIN (above[j], row[j - 1]) + 1;
      row[j] = MIN (row[j], above[j - 1] + (a[i - 1] != b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = MIN (row[j], before[j - 2] + 1);
    }
}

/**
 * strata_folded_text_distance:
 * @a: a folded word
 * @b: another one
 *
 * The number of letters to change, add, leave out or swap with their
 * neighbour to come from one to the other.
 *
 * Returns: the distance; %G_MAXUINT for words too long to be mistyped
 */
guint
strata_folded_text_distance (const char *a,
                             const char *b)
{
  guint rows[3][LONGEST_WORD + 1];
  gsize length_a = strlen (a);
  gsize length_b = strlen (b);

  if (length_a > LONGEST_WORD || length_b > LONGEST_WORD)
    return G_MAXUINT;

  for (gsize j = 0; j <= length_b; j++)
    rows[0][j] = j;
  for (gsize i = 1; i <= length_a; i++)
    fill_row (rows, i, a, b, length_b);
  return rows[length_a % 3][length_b];
}
