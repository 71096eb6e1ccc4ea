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

static const char *
get_tool_name (const StrataItem *item)
{
  return item->kit->tool != NULL ? item->kit->tool->name : item->placement->tool;
}

/* Finds for every placement the first one of its present name, and marks
 * those that are not alone with it. */
static void
find_twins (StrataJudge *judge,
            guint       *first,
            gboolean    *is_twin)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < judge->stack->n_items; i++)
    {
      gpointer other = g_hash_table_lookup (seen, judge->names[i]);

      first[i] = other != NULL ? GPOINTER_TO_UINT (other) - 1 : i;
      is_twin[i] = other != NULL;
      if (other != NULL)
        is_twin[first[i]] = TRUE;
      else
        g_hash_table_insert (seen, (gpointer) judge->names[i], GUINT_TO_POINTER (i + 1));
    }
}

static const char *
qualify (StrataJudge *judge,
         const char  *name,
         const char  *qualifier)
{
  /* Translators: a tool's name, and what tells it from another one of that
   * name: its layer, or its id in the plan. */
  g_autofree char *text = g_strdup_printf (_("%s (%s)"), name, qualifier);

  return keep (judge, text);
}

/* Each name is put together with each layer once. */
static void
name_by_layer (StrataJudge    *judge,
               const guint    *first,
               const gboolean *is_twin)
{
  StrataStack *stack = judge->stack;
  const char **qualified = strata_arena_new_array (stack->arena, const char *, stack->n_items * STRATA_N_LAYERS);

  for (guint i = 0; i < stack->n_items; i++)
    {
      StrataLayer layer = stack->items[i].placement->layer;
      const char **name = &qualified[first[i] * STRATA_N_LAYERS + layer];

      if (!is_twin[i])
        continue;
      if (*name == NULL)
        *name = qualify (judge, judge->names[i], strata_vocabulary_get_label (&strata_layers, layer));
      judge->names[i] = *name;
    }
}

/* Two placements of one name are told apart by their layers, two in one
 * layer by their ids: those have no name until somebody asks for it. */
static void
make_names (StrataJudge *judge)
{
  StrataStack *stack = judge->stack;
  gboolean *is_twin = strata_arena_new_array (stack->arena, gboolean, stack->n_items);
  guint *first = strata_arena_new_array (stack->arena, guint, stack->n_items);

  judge->names = strata_arena_new_array (stack->arena, const char *, stack->n_items);
  for (guint i = 0; i < stack->n_items; i++)
    judge->names[i] = get_tool_name (&stack->items[i]);
  find_twins (judge, first, is_twin);
  name_by_layer (judge, first, is_twin);
  find_twins (judge, first, is_twin);
  for (guint i = 0; i < stack->n_items; i++)
    {
      if (is_twin[i])
        judge->names[i] = NULL;
    }
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
  const StrataItem *item = &judge->stack->items[tool];

  if (judge->names == NULL)
    make_names (judge);
  if (judge->names[tool] == NULL)
    judge->names[tool] = qualify (judge, get_tool_name (item), item->placement->id);
  return judge->names[tool];
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
