/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A client's answers, and what rules ask of them, as a person reads them.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-fact-text.h"

#include <glib/gi18n-lib.h>

#include "strata-format.h"

static const char *
get_yes_or_no (gboolean yes)
{
  return yes ? _("yes") : _("no");
}

static char *
list_members (const StrataFact *fact,
              guint32           members)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < fact->members->n_words; i++)
    if (members & 1u << i)
      {
        if (list->len > 0)
          g_string_append (list, _(", "));
        g_string_append (list, strata_vocabulary_get_label (fact->members, (int) i));
      }
  if (list->len == 0)
    g_string_append (list, _("none"));

  return g_string_free_and_steal (list);
}

/* Copies the word up to the closing quote; returns what follows it. */
static const char *
append_word (GString          *text,
             const StrataFact *fact,
             const char       *word)
{
  gsize length = strcspn (word, "\"");
  g_autofree char *id = g_strndup (word, length);
  int member;

  if (fact->members != NULL && strata_vocabulary_lookup (fact->members, id, &member))
    g_string_append (text, strata_vocabulary_get_label (fact->members, member));
  else
    g_string_append (text, id);

  return word + length + (word[length] == '"');
}

static const char *
append_digits (GString    *text,
               const char *digits)
{
  gsize length = strspn (digits, "0123456789");
  g_autofree char *number = strata_format_number ((double) g_ascii_strtoull (digits, NULL, 10));

  g_string_append (text, number);

  return digits + length;
}

/* A cell's signs that people write otherwise. */
static const struct
{
  const char *sign;
  const char *written;
} signs[] = {
  { ">=", "≥" },
  { "<=", "≤" },
  { ", ", ", " },
  { ",", ", " },
};

static const char *
append_sign (GString    *text,
             const char *cell)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (cell, signs[i].sign))
      {
        g_string_append (text, signs[i].written);
        return cell + strlen (signs[i].sign);
      }
  g_string_append_c (text, *cell);

  return cell + 1;
}

static void
append_cell (GString          *text,
             const StrataFact *fact,
             const char       *cell)
{
  while (*cell != '\0')
    {
      if (*cell == '"')
        cell = append_word (text, fact, cell + 1);
      else if (g_ascii_isdigit (*cell))
        cell = append_digits (text, cell);
      else
        cell = append_sign (text, cell);
    }
}

/* FALSE for anything but a range that has its first number. */
static gboolean
append_range (GString          *text,
              const StrataFact *fact,
              const char       *cell)
{
  const char *between = strstr (cell, "..");
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gsize length;

  if (*cell != '[' || between == NULL)
    return FALSE;
  length = strlen (between + 2);
  from = g_strndup (cell + 1, (gsize) (between - cell) - 1);
  to = g_strndup (between + 2, length > 0 ? length - 1 : 0);
  append_cell (text, fact, from);
  g_string_append (text, g_str_has_suffix (cell, "]") ? " – " : " – < ");
  append_cell (text, fact, to);

  return TRUE;
}

/**
 * strata_fact_text_dup_value:
 * @decisions: what was decided from a client's answers
 * @fact: one of these
 *
 * Returns: (transfer full): the answer: “30,000”, “Email, Push”, “yes”,
 *   “unknown”
 */
char *
strata_fact_text_dup_value (StrataDecisions *decisions,
                            StrataFactId     fact)
{
  const StrataFact *row = strata_fact_get (fact);
  StrataFacts *facts;
  gboolean boolean;
  guint32 members;
  double number;
  int choice;

  g_return_val_if_fail (decisions != NULL, NULL);

  facts = strata_decisions_get_facts (decisions);
  choice = fact == STRATA_FACT_VARIANT_PIPELINE ? (int) strata_decisions_get_prerequisite (decisions, fact)
                                                : STRATA_PREREQUISITE_UNKNOWN;
  if (choice != STRATA_PREREQUISITE_UNKNOWN)
    return g_strdup (strata_vocabulary_get_label (row->members, choice));
  if (!strata_facts_is_known (facts, fact))
    return g_strdup (_("unknown"));
  if (row->type == STRATA_FACT_BOOLEAN && strata_facts_get_boolean (facts, fact, &boolean))
    return g_strdup (get_yes_or_no (boolean));
  if (row->type == STRATA_FACT_CHOICE && strata_facts_get_choice (facts, fact, &choice))
    return g_strdup (strata_vocabulary_get_label (row->members, choice));
  if (row->type == STRATA_FACT_SET && strata_facts_get_set (facts, fact, &members))
    return list_members (row, members);
  if (strata_facts_get_number (facts, fact, &number))
    return strata_format_number (number);

  g_return_val_if_reached (NULL);
}

/**
 * strata_fact_text_list:
 * @decisions: what was decided from a client's answers
 * @set: which of these
 *
 * Returns: (transfer full): a line an answer, “Monthly active users: 30,000”
 */
char **
strata_fact_text_list (StrataDecisions *decisions,
                       StrataFactSet    set)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  g_return_val_if_fail (decisions != NULL, NULL);

  for (guint i = 0; i < STRATA_N_FACTS; i++)
    if (set & STRATA_FACT_BIT (i))
      {
        g_autofree char *value = strata_fact_text_dup_value (decisions, i);

        /* Translators: a question's short name and its answer. */
        g_strv_builder_take (lines, g_strdup_printf (_("%s: %s"), _(strata_fact_get (i)->label), value));
      }

  return g_strv_builder_end (lines);
}

/**
 * strata_fact_text_dup_cell:
 * @fact: what the cell asks about
 * @cell: the text of a decision table's cell
 *
 * Returns: (transfer full): the same for people: “≥ 50,000”, “Email, SMS”
 */
char *
strata_fact_text_dup_cell (StrataFactId  fact,
                           const char   *cell)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (cell != NULL, g_string_free_and_steal (text));

  if (g_str_equal (cell, "true") || g_str_equal (cell, "false"))
    g_string_append (text, get_yes_or_no (*cell == 't'));
  else if (!append_range (text, strata_fact_get (fact), cell))
    append_cell (text, strata_fact_get (fact), cell);

  return g_string_free_and_steal (text);
}
