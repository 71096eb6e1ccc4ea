/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How lists and labels read inside a sentence.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "strata-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A list of more than MOST_LISTED is cut to SHORT_LISTED and "12 more": a
 * sentence has to be read at a glance. */
#define MOST_LISTED  6
#define SHORT_LISTED 5

/* Joins the parts with commas and "and". */
static char *
join (const char **parts,
      guint        n)
{
  g_autoptr (GString) head = NULL;

  if (n < 2)
    return g_strdup (n == 0 ? "" : parts[0]);

  head = g_string_new (parts[0]);
  for (guint i = 1; i < n - 1; i++)
    {
      /* Translators: between the members of a list that go before "and". */
      g_string_append (head, _(", "));
      g_string_append (head, parts[i]);
    }
  /* Translators: the end of a list, as in "A, B and C". */
  return g_strdup_printf (_("%s and %s"), head->str, parts[n - 1]);
}

/**
 * strata_sentence_dup_list:
 * @n_parts: how many members the list has
 * @get_part: (scope call): says what each is called; not asked for those that
 *   are left out
 * @user_data: for @get_part
 *
 * Puts a list into words, shortened when long: “A, B and 12 more”.
 *
 * Returns: (transfer full): the list, empty without members
 */
char *
strata_sentence_dup_list (guint              n_parts,
                          StrataSentencePart get_part,
                          gpointer           user_data)
{
  const char *parts[MOST_LISTED];
  guint n_shown = n_parts > MOST_LISTED ? SHORT_LISTED : n_parts;
  guint n_more = n_parts - n_shown;
  g_autofree char *more = NULL;

  g_return_val_if_fail (get_part != NULL, NULL);

  for (guint i = 0; i < n_shown; i++)
    parts[i] = get_part (i, user_data);
  if (n_more > 0)
    {
      /* Translators: the end of a long list, as in "A, B and 12 more". */
      more = g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more);
      parts[n_shown++] = more;
    }

  return join (parts, n_shown);
}

/**
 * strata_sentence_dup_label:
 * @label: what stands alone, like “Event collection”
 *
 * A label starts with a capital, which it loses inside a sentence unless it
 * is an abbreviation or belongs to a language that keeps capitals.
 *
 * Returns: (transfer full): the label as a sentence has it
 */
char *
strata_sentence_dup_label (const char *label)
{
  gboolean keeps_capital;
  const char *rest;
  char first[6];

  g_return_val_if_fail (label != NULL, NULL);

  /* Translators: how labels like "Event collection" are written inside a
   * sentence: "lower" when they lose their capital, "keep" when not. */
  keeps_capital = strcmp (C_("labels in a sentence", "lower"), "lower") != 0;
  rest = g_utf8_find_next_char (label, NULL);
  if (keeps_capital || !g_unichar_islower (g_utf8_get_char (rest)))
    return g_strdup (label);

  return g_strdup_printf ("%.*s%s", g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (label)), first), first, rest);
}
