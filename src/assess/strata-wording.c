/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How findings name tools and capabilities in a sentence.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "strata-judge-private.h"
#include "strata-sentence.h"

#include <string.h>

/* A list whose members are named by position. */
typedef struct
{
  StrataJudge     *judge;
  StrataPositions  members;
  const char    *(*get_text) (StrataJudge *judge,
                              guint        member);
} Members;

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

static const char *
get_part (guint    index,
          gpointer user_data)
{
  Members *list = user_data;

  return list->get_text (list->judge, list->members.at[index]);
}

static const char *
list (StrataJudge     *judge,
      StrataPositions  members,
      const char    *(*get_text) (StrataJudge *judge,
                                  guint        member))
{
  Members list = { judge, members, get_text };
  g_autofree char *text = strata_sentence_dup_list (members.n, get_part, &list);

  return keep (judge, text);
}

static const char *
put_in_sentence (StrataJudge *judge,
                 const char  *label)
{
  g_autofree char *text = strata_sentence_dup_label (label);

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
