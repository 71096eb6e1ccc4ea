/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks of prereq/ that look for capabilities: what tools require of each
 * other, and what the client's channels require of the stack.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "strata-judge-private.h"

/* Of the lasting placements that have a capability: the one that is live
 * first, and when the first of the others is. */
typedef struct
{
  guint first;
  int   first_live;
  int   next_live;
} Supply;

typedef struct
{
  const char  *channel;
  StrataKnown  capability;
} Sender;

/* The messaging channels, by capability. */
static const Sender senders[] = {
  { "email", STRATA_KNOWN_EMAIL_SEND },
  { "in-app", STRATA_KNOWN_IN_APP_SEND },
  { "push", STRATA_KNOWN_PUSH_SEND },
  { "sms", STRATA_KNOWN_SMS_SEND },
  { "whatsapp", STRATA_KNOWN_WHATSAPP_SEND },
};

static Supply
find_supply (const StrataStack *stack,
             guint              capability)
{
  StrataPositions havers = stack->abilities[capability].havers;
  Supply supply = { STRATA_NOBODY, STRATA_DAY_NEVER, STRATA_DAY_NEVER };

  for (guint i = 0; i < havers.n; i++)
    {
      const StrataItem *item = &stack->items[havers.at[i]];

      if (!strata_item_is_lasting (item))
        continue;
      if (item->span.live < supply.first_live)
        supply = (Supply) { havers.at[i], item->span.live, supply.first_live };
      else
        supply.next_live = MIN (supply.next_live, item->span.live);
    }
  return supply;
}

static const Supply *
get_supply (StrataStack   *stack,
            const Supply **supplies,
            guint          capability)
{
  if (supplies[capability] == NULL)
    {
      Supply supply = find_supply (stack, capability);

      supplies[capability] = strata_arena_copy (stack->arena, &supply, sizeof supply);
    }
  return supplies[capability];
}

static StrataPositions
list_missing (StrataStack   *stack,
              const Supply **supplies,
              guint          tool)
{
  const StrataItem *item = &stack->items[tool];
  StrataPositions requires = item->kit->requires;
  StrataPositions missing = { strata_arena_new_array (stack->arena, guint, requires.n), 0 };

  for (guint i = 0; i < requires.n; i++)
    {
      const Supply *supply = get_supply (stack, supplies, requires.at[i]);
      int live = supply->first == tool ? supply->next_live : supply->first_live;

      if (live > item->span.live)
        missing.at[missing.n++] = requires.at[i];
    }
  return missing;
}

static void
check_capability (StrataJudge *judge,
                  const char  *code)
{
  StrataStack *stack = judge->stack;
  const Supply **supplies = strata_arena_new_array (stack->arena, const Supply *, stack->n_abilities);

  for (guint i = 0; i < stack->n_items; i++)
    {
      const StrataItem *item = &stack->items[i];
      StrataPositions missing;
      StrataFinding *finding;

      if (!strata_item_is_lasting (item) || item->kit->requires.n == 0)
        continue;
      missing = list_missing (stack, supplies, i);
      if (missing.n == 0)
        continue;
      finding = strata_judge_flag_one (judge, code, STRATA_SEVERITY_ERROR, i);
      strata_judge_set_capabilities (judge, finding, missing);
      strata_judge_say (judge, finding, _("%s cannot work without %s, which nothing else brings by day %d."),
                        strata_judge_name (judge, i), strata_judge_list_labels (judge, missing), item->span.live);
    }
}

static gboolean
automation_lasts (const StrataStack *stack)
{
  for (guint i = 0; i < stack->n_items; i++)
    {
      const StrataItem *item = &stack->items[i];

      if (item->placement->layer == STRATA_LAYER_AUTOMATION && strata_item_is_lasting (item))
        return TRUE;
    }
  return FALSE;
}

static gboolean
reaches_by (guint32     channels,
            const char *channel)
{
  int member;

  return strata_vocabulary_lookup (strata_fact_get (STRATA_FACT_CHANNELS)->members, channel, &member)
         && (channels & (guint32) 1 << member) != 0;
}

static void
check_channel (StrataJudge *judge,
               const char  *code)
{
  StrataStack *stack = judge->stack;
  guint silent[G_N_ELEMENTS (senders)];
  StrataPositions missing = { silent, 0 };
  StrataFinding *finding;
  guint32 channels;

  if (!strata_facts_get_set (stack->facts, STRATA_FACT_CHANNELS, &channels) || !automation_lasts (stack))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (senders); i++)
    {
      if (reaches_by (channels, senders[i].channel) && !strata_stack_lasting_has (stack, senders[i].capability))
        missing.at[missing.n++] = stack->known[senders[i].capability];
    }
  if (missing.n == 0)
    return;
  finding = strata_judge_flag (judge, code, STRATA_SEVERITY_WARNING, (StrataPositions) { NULL, 0 });
  strata_judge_set_capabilities (judge, finding, missing);
  strata_judge_say (judge, finding, _("The client’s channels need %s, and no tool offers that."),
                    strata_judge_list_labels (judge, missing));
}

static const StrataCheck checks[] = {
  { "prereq/capability", check_capability,
    N_("The catalogue says what this tool needs from others on the day it goes live. "
       "Nothing else in the stack brings that in time."),
    0, 0 },
  { "prereq/channel", check_channel,
    N_("The client reaches customers through these channels. "
       "A channel that no tool can send on is a promise that the stack does not keep."),
    STRATA_FACT_BIT (STRATA_FACT_CHANNELS), 0 },
};

const StrataFamily strata_need_family = { checks, G_N_ELEMENTS (checks) };
