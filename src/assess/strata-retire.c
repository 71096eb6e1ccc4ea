/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks of order/ that look at what retires: layers that go dark, work that
 * nobody takes over, a store that is swapped under personalization.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "strata-judge-private.h"

typedef gboolean (*ItemFunc) (const StrataStack *stack,
                              const StrataItem  *item);

static gboolean
carries_data (const StrataStack *stack,
              const StrataItem  *item)
{
  return (item->roles & STRATA_ROLES_STORE) != 0
         || strata_item_find (item, stack->known[STRATA_KNOWN_REVERSE_SYNC]) != NULL;
}

static gboolean
carries_hub (const StrataStack *stack,
             const StrataItem  *item)
{
  return (item->roles & STRATA_ROLES_HUB) != 0;
}

static int
compare_retire_days (gconstpointer a,
                     gconstpointer b,
                     gpointer      data)
{
  const StrataItem *items = data;
  int one = items[*(const guint *) a].span.retire;
  int other = items[*(const guint *) b].span.retire;

  return (one > other) - (one < other);
}

/* What retires, by day; a stable sort leaves a day's placements ascending. */
static StrataPositions
list_retiring (StrataStack *stack)
{
  StrataPositions retiring = { strata_arena_new_array (stack->arena, guint, stack->n_items), 0 };

  for (guint i = 0; i < stack->n_items; i++)
    {
      if (!strata_item_is_lasting (&stack->items[i]))
        retiring.at[retiring.n++] = i;
    }
  g_sort_array (retiring.at, retiring.n, sizeof (guint), compare_retire_days, stack->items);
  return retiring;
}

/* Those wanted of the day's retiring; `next` moves on past the day. */
static StrataPositions
take_day (StrataStack     *stack,
          StrataPositions  retiring,
          guint           *next,
          int              day,
          ItemFunc         is_wanted)
{
  StrataPositions found;

  while (*next < retiring.n && stack->items[retiring.at[*next]].span.retire < day)
    (*next)++;
  found = (StrataPositions) { &retiring.at[*next], 0 };
  for (; *next < retiring.n && stack->items[retiring.at[*next]].span.retire == day; (*next)++)
    {
      guint tool = retiring.at[*next];

      if (is_wanted (stack, &stack->items[tool]))
        found.at[found.n++] = tool;
    }
  return found;
}

static void
say_dark (StrataJudge     *judge,
          StrataFinding   *finding,
          StrataPositions  tools,
          gboolean         is_hub)
{
  const char *names = strata_judge_list_names (judge, tools);
  int from = finding->from_day;

  if (finding->to_day == STRATA_DAY_NEVER && is_hub)
    strata_judge_say (judge, finding, ngettext ("When %s retires on day %d, no automation hub is left.",
                                                "When %s retire on day %d, no automation hub is left.", tools.n),
                      names, from);
  else if (finding->to_day == STRATA_DAY_NEVER)
    strata_judge_say (judge, finding, ngettext ("When %s retires on day %d, no working data layer is left.",
                                                "When %s retire on day %d, no working data layer is left.", tools.n),
                      names, from);
  else if (is_hub)
    strata_judge_say (judge, finding, ngettext ("When %s retires on day %d, there is no automation hub until day %d.",
                                                "When %s retire on day %d, there is no automation hub until day %d.", tools.n),
                      names, from, finding->to_day);
  else
    strata_judge_say (judge, finding, ngettext ("When %s retires on day %d, there is no working data layer until day %d.",
                                                "When %s retire on day %d, there is no working data layer until day %d.", tools.n),
                      names, from, finding->to_day);
}

static void
flag_dark (StrataJudge *judge,
           const char  *code,
           StrataDays   up,
           ItemFunc     is_wanted)
{
  StrataPositions retiring = list_retiring (judge->stack);
  guint next = 0;

  for (guint i = 0; i < up.n && up.stretches[i].to != STRATA_DAY_NEVER; i++)
    {
      int from = up.stretches[i].to;
      StrataPositions tools = take_day (judge->stack, retiring, &next, from, is_wanted);
      StrataFinding *finding = strata_judge_flag (judge, code, STRATA_SEVERITY_ERROR, tools);

      strata_judge_set_days (finding, from, i + 1 < up.n ? up.stretches[i + 1].from : STRATA_DAY_NEVER);
      say_dark (judge, finding, tools, is_wanted == carries_hub);
    }
}

static void
check_data_goes_dark (StrataJudge *judge,
                      const char  *code)
{
  flag_dark (judge, code, judge->stack->data_up, carries_data);
}

static void
check_hub_goes_dark (StrataJudge *judge,
                     const char  *code)
{
  flag_dark (judge, code, judge->stack->hub_up, carries_hub);
}

/* Whether one of the stretches ends on the day. */
static gboolean
ends_on (StrataDays days,
         int        day)
{
  return strata_days_find (days, day - 1) == day - 1 && strata_days_find (days, day) != day;
}

static gboolean
goes_dark (const StrataStack *stack,
           const StrataItem  *item)
{
  return (carries_data (stack, item) && ends_on (stack->data_up, item->span.retire))
         || (carries_hub (stack, item) && ends_on (stack->hub_up, item->span.retire));
}

static guint
add_live_users (const StrataStack *stack,
                guint              capability,
                StrataStretch     *live,
                guint              n)
{
  StrataPositions users = stack->abilities[capability].users;

  for (guint i = 0; i < users.n; i++)
    {
      const StrataItem *item = &stack->items[users.at[i]];

      live[n++] = (StrataStretch) { item->span.live, item->span.retire };
    }
  return n;
}

/* The days on which somebody live uses the capability. What retires on a day
 * is not live on it or later, so it never counts for itself. */
static StrataDays
find_covered (StrataStack *stack,
              guint        capability)
{
  guint reverse_sync = stack->known[STRATA_KNOWN_REVERSE_SYNC];
  gboolean is_routing = capability == stack->known[STRATA_KNOWN_DESTINATIONS];
  guint n_most = stack->abilities[capability].users.n + stack->abilities[reverse_sync].users.n;
  StrataStretch *live = strata_arena_new_array (stack->arena, StrataStretch, n_most);
  guint n = add_live_users (stack, capability, live, 0);

  if (is_routing)
    n = add_live_users (stack, reverse_sync, live, n);
  return strata_days_from_stretches (stack->arena, live, n);
}

static const StrataDays *
get_covered (StrataStack       *stack,
             const StrataDays **covered,
             guint              capability)
{
  if (covered[capability] == NULL)
    {
      StrataDays days = find_covered (stack, capability);

      covered[capability] = strata_arena_copy (stack->arena, &days, sizeof days);
    }
  return covered[capability];
}

static StrataPositions
list_left_alone (StrataStack       *stack,
                 const StrataItem  *item,
                 const StrataDays **covered)
{
  StrataPositions alone = { strata_arena_new_array (stack->arena, guint, item->n_holdings), 0 };
  int day = item->span.retire;

  for (guint i = 0; i < item->n_holdings; i++)
    {
      guint capability = item->holdings[i].capability;

      if (!item->holdings[i].used || stack->abilities[capability].ownership == STRATA_OWNERSHIP_SHARED)
        continue;
      if (strata_days_find (*get_covered (stack, covered, capability), day) != day)
        alone.at[alone.n++] = capability;
    }
  return alone;
}

/* The first day on which all of the capabilities are covered at once. */
static int
find_filled (StrataStack       *stack,
             StrataPositions    capabilities,
             const StrataDays **covered,
             int                day)
{
  guint n_settled = 0;

  for (guint i = 0; n_settled < capabilities.n && day != STRATA_DAY_NEVER; i = (i + 1) % capabilities.n)
    {
      int next = strata_days_find (*get_covered (stack, covered, capabilities.at[i]), day);

      n_settled = next == day ? n_settled + 1 : 1;
      day = next;
    }
  return day;
}

static StrataSeverity
get_gap_severity (const StrataStack *stack,
                  StrataPositions    capabilities)
{
  if (!strata_stack_is_true (stack, STRATA_FACT_REGULATED))
    return STRATA_SEVERITY_WARNING;
  for (guint i = 0; i < capabilities.n; i++)
    {
      if (capabilities.at[i] == stack->known[STRATA_KNOWN_CONSENT_RECORD])
        return STRATA_SEVERITY_ERROR;
    }
  return STRATA_SEVERITY_WARNING;
}

static void
flag_gap (StrataJudge     *judge,
          const char      *code,
          guint            tool,
          StrataPositions  capabilities,
          int              filled)
{
  int from = judge->stack->items[tool].span.retire;
  StrataFinding *finding = strata_judge_flag_one (judge, code, get_gap_severity (judge->stack, capabilities), tool);
  const char *name = strata_judge_name (judge, tool);
  const char *labels = strata_judge_list_labels (judge, capabilities);

  strata_judge_set_capabilities (judge, finding, capabilities);
  strata_judge_set_days (finding, from, filled);
  if (filled == STRATA_DAY_NEVER)
    strata_judge_say (judge, finding, _("When %s retires on day %d, nothing takes over %s."), name, from, labels);
  else
    strata_judge_say (judge, finding, _("When %s retires on day %d, nothing handles %s until day %d."),
                      name, from, labels, filled);
}

static void
check_leaves_gap (StrataJudge *judge,
                  const char  *code)
{
  StrataStack *stack = judge->stack;
  const StrataDays **covered = strata_arena_new_array (stack->arena, const StrataDays *, stack->n_abilities);

  for (guint i = 0; i < stack->n_items; i++)
    {
      const StrataItem *item = &stack->items[i];
      StrataPositions alone;

      if (strata_item_is_lasting (item) || goes_dark (stack, item))
        continue;
      alone = list_left_alone (stack, item, covered);
      if (alone.n > 0)
        flag_gap (judge, code, i, alone, find_filled (stack, alone, covered, item->span.retire));
    }
}

static int
find_first_start (const StrataStack *stack,
                  StrataPositions    tools)
{
  int first = STRATA_DAY_NEVER;

  for (guint i = 0; i < tools.n; i++)
    first = MIN (first, stack->items[tools.at[i]].span.start);
  return first;
}

/* The store itself retires and the others last, so it is none of them. */
static StrataPositions
list_rebuilt (StrataStack     *stack,
              guint            store,
              StrataPositions  personalizing,
              StrataPositions *rebuilt)
{
  StrataPositions all = { strata_arena_new_array (stack->arena, guint, personalizing.n + 1), 0 };
  gboolean is_store_listed = FALSE;

  *rebuilt = (StrataPositions) { strata_arena_new_array (stack->arena, guint, personalizing.n), 0 };
  for (guint i = 0; i < personalizing.n; i++)
    {
      guint tool = personalizing.at[i];

      if (stack->items[tool].span.start >= stack->items[store].span.retire)
        continue;
      if (tool > store && !is_store_listed)
        {
          all.at[all.n++] = store;
          is_store_listed = TRUE;
        }
      all.at[all.n++] = tool;
      rebuilt->at[rebuilt->n++] = tool;
    }
  if (!is_store_listed)
    all.at[all.n++] = store;
  return all;
}

static void
check_data_swapped (StrataJudge *judge,
                    const char  *code)
{
  StrataStack *stack = judge->stack;
  StrataPositions personalizing = strata_stack_list_personalizing (stack);
  int first = find_first_start (stack, personalizing);

  for (guint i = 0; i < stack->n_items; i++)
    {
      const StrataItem *item = &stack->items[i];
      StrataPositions all;
      StrataPositions rebuilt;
      StrataFinding *finding;

      if (!(item->roles & STRATA_ROLES_STORE) || strata_item_is_lasting (item) || item->span.retire <= first)
        continue;
      all = list_rebuilt (stack, i, personalizing, &rebuilt);
      finding = strata_judge_flag (judge, code, STRATA_SEVERITY_WARNING, all);
      strata_judge_say (judge, finding, _("%s retires on day %d under what is built on it: %s will have to be set up twice."),
                        strata_judge_name (judge, i), item->span.retire, strata_judge_list_names (judge, rebuilt));
    }
}

static const StrataCheck checks[] = {
  { "order/data-goes-dark", check_data_goes_dark,
    N_("Once the data layer works, everything above it lives on it. "
       "On the days of the gap nothing comes from it."),
    0, 0 },
  { "order/hub-goes-dark", check_hub_goes_dark,
    N_("Once a hub runs the flows, everything that reaches customers goes through it. "
       "On the days of the gap nothing does."),
    0, 0 },
  { "order/leaves-gap", check_leaves_gap,
    N_("The tool retires while nobody else does what it is used for. "
       "Whoever takes over has to be live by that day."),
    STRATA_FACT_BIT (STRATA_FACT_REGULATED), 0 },
  { "order/data-swapped", check_data_swapped,
    N_("The data layer is replaced after personalization has started on it. "
       "What has been configured there has to be written, and paid for, a second time."),
    0, 0 },
};

const StrataFamily strata_retire_family = { checks, G_N_ELEMENTS (checks) };
