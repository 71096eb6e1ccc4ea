/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How findings name tools and capabilities in a sentence.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "strata-judge-private.h"

#include <string.h>

/* A list of more than MOST_LISTED is cut to SHORT_LISTED and "12 more": a
 * sentence has to be read at a glance. */
#define MOST_LISTED  6
#define SHORT_LISTED 5

static const char *
keep (StrataJudge *judge,
      const char  *text)
{
  return strata_arena_copy (judge->stack->arena, text, strlen (text) + 1);
}

static void
make_names (StrataJudge *judge)
{
  StrataStack *stack = judge->stack;
  g_autofree const char **tools = g_new0 (const char *, stack->n_items + 1);

  for (guint i = 0; i < stack->n_items; i++)
    {
      const StrataItem *item = &stack->items[i];

      tools[i] = item->kit->tool != NULL ? item->kit->tool->name : item->placement->tool;
    }
  judge->names = strata_tool_names_new (stack->scenario, tools);
}

/* Joins the first `n` parts with commas and "and". */
static const char *
join (StrataJudge *judge,
      const char **parts,
      guint        n)
{
  g_autoptr (GString) head = NULL;
  g_autofree char *text = NULL;

  if (n < 2)
    return n == 0 ? "" : parts[0];
  head = g_string_new (parts[0]);
  for (guint i = 1; i < n - 1; i++)
    {
      /* Translators: between the members of a list that go before "and". */
      g_string_append (head, _(", "));
      g_string_append (head, parts[i]);
    }
  /* Translators: the end of a list, as in "A, B and C". */
  text = g_strdup_printf (_("%s and %s"), head->str, parts[n - 1]);
  return keep (judge, text);
}

static const char *
list (StrataJudge     *judge,
      StrataPositions  members,
      const char    *(*get_text) (StrataJudge *judge,
                                  guint        member))
{
  const char *parts[MOST_LISTED];
  guint n_shown = members.n > MOST_LISTED ? SHORT_LISTED : members.n;
  guint n_more = members.n - n_shown;
  g_autofree char *more = NULL;

  for (guint i = 0; i < n_shown; i++)
    parts[i] = get_text (judge, members.at[i]);
  if (n_more > 0)
    {
      /* Translators: the end of a long list, as in "A, B and 12 more". */
      more = g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more);
      parts[n_shown++] = more;
    }
  return join (judge, parts, n_shown);
}

/* A label starts with a capital, which it loses inside a sentence unless it
 * is an abbreviation or belongs to a language that keeps capitals. */
static const char *
put_in_sentence (StrataJudge *judge,
                 const char  *label)
{
  /* Translators: how labels like "Event collection" are written inside a
   * sentence: "lower" when they lose their capital, "keep" when not. */
  gboolean keeps_capital = strcmp (C_("labels in a sentence", "lower"), "lower") != 0;
  const char *rest = g_utf8_find_next_char (label, NULL);
  char first[6];
  g_autofree char *text = NULL;

  if (keeps_capital || !g_unichar_islower (g_utf8_get_char (rest)))
    return label;
  text = g_strdup_printf ("%.*s%s", g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (label)), first), first, rest);
  return keep (judge, text);
}

static const char *
get_label (StrataJudge *judge,
           guint        capability)
{
  StrataStack *stack = judge->stack;

  return put_in_sentence (judge, strata_catalog_get_label (stack->catalog, stack->abilities[capability].id));
}

/**
 * strata_judge_layer_label:
 * @judge: the judge
 * @layer: a layer
 *
 * Returns: what to call the layer in a sentence
 */
const char *
strata_judge_layer_label (StrataJudge *judge,
                          StrataLayer  layer)
{
  return put_in_sentence (judge, strata_vocabulary_get_label (&strata_layers, layer));
}

/**
 * strata_judge_name:
 * @judge: the judge
 * @tool: a placement
 *
 * Returns: what to call the placement in a sentence
 */
const char *
strata_judge_name (StrataJudge *judge,
                   guint        tool)
{
  if (judge->names == NULL)
    make_names (judge);
  return strata_tool_names_get (judge->names, tool);
}

/**
 * strata_judge_list_names:
 * @judge: the judge
 * @tools: placements
 *
 * Returns: their names as a list in a sentence, shortened when long
 */
const char *
strata_judge_list_names (StrataJudge     *judge,
                         StrataPositions  tools)
{
  return list (judge, tools, strata_judge_name);
}

/**
 * strata_judge_list_labels:
 * @judge: the judge
 * @capabilities: capabilities
 *
 * Returns: their labels as a list in a sentence, shortened when long
 */
const char *
strata_judge_list_labels (StrataJudge     *judge,
                          StrataPositions  capabilities)
{
  return list (judge, capabilities, get_label);
}
