/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scenario resolved: every default applied, every tool looked up, every
 * capability numbered.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "strata-stack-private.h"

static const struct
{
  StrataDecisionId decision;
  const char      *outcome;
  StrataRoles      roles;
} asking[] = {
  { STRATA_DECISION_DATA_LAYER, "cdp", STRATA_ROLE_BIT (STRATA_ROLE_CDP) },
  { STRATA_DECISION_DATA_LAYER, "warehouse", STRATA_ROLE_BIT (STRATA_ROLE_WAREHOUSE) },
  { STRATA_DECISION_DATA_LAYER, "hybrid", STRATA_ROLES_STORE },
  { STRATA_DECISION_AUTOMATION_HUB, "map", STRATA_ROLE_BIT (STRATA_ROLE_MAP) },
  { STRATA_DECISION_AUTOMATION_HUB, "orchestrator", STRATA_ROLE_BIT (STRATA_ROLE_ORCHESTRATOR) },
  { STRATA_DECISION_AUTOMATION_HUB, "map+orchestrator", STRATA_ROLES_HUB },
};

static int
day_or (int day,
        int otherwise)
{
  return day != STRATA_DAY_UNSET ? day : otherwise;
}

/* A day that nobody gave gives way to those that somebody did: a model may
 * begin a phase after what is placed in it is live or gone. */
static int
resolve_start (const StrataPlacement *placement,
               int                    otherwise)
{
  if (placement->start_day != STRATA_DAY_UNSET)
    return placement->start_day;

  return MIN (otherwise, MIN (day_or (placement->live_day, otherwise), day_or (placement->retire_day, otherwise)));
}

/* What retires goes at the end of the sequence, unless it says when, and not
 * before it has begun. */
static StrataSpan
resolve_span (const StrataPlacement *placement,
              const StrataPhases    *phases)
{
  gboolean planned = placement->status == STRATA_STATUS_PLANNED;
  gboolean retires = placement->status == STRATA_STATUS_RETIRING;
  int start = resolve_start (placement, planned ? phases->begin[placement->layer] : 0);
  int live = planned ? MAX (start, phases->end[placement->layer]) : start;
  int retire = retires ? MAX (start, strata_phases_get_end (phases)) : STRATA_DAY_NEVER;

  return (StrataSpan) { start, day_or (placement->live_day, live), day_or (placement->retire_day, retire) };
}

static void
resolve_placements (StrataStack *stack)
{
  for (guint i = 0; i < stack->n_items; i++)
    {
      StrataItem *item = &stack->items[i];

      item->placement = stack->scenario->placements[i];
      item->span = resolve_span (item->placement, stack->phases);
    }
}

static void
resolve_roles (StrataStack *stack)
{
  for (guint i = 0; i < stack->n_items; i++)
    {
      StrataItem *item = &stack->items[i];

      if (item->kit->tool != NULL)
        item->roles = strata_placement_get_roles (item->placement, item->kit->tool);
      stack->all_roles |= item->roles;
      if (strata_item_is_lasting (item))
        stack->lasting_roles |= item->roles;
    }
}

static StrataPositions
list (StrataStack *stack,
      gboolean   (*is_wanted) (const StrataItem *item,
                               StrataRoles       roles),
      StrataRoles  roles)
{
  StrataPositions found = { strata_arena_new_array (stack->arena, guint, stack->n_items), 0 };

  for (guint i = 0; i < stack->n_items; i++)
    {
      if (is_wanted (&stack->items[i], roles))
        found.at[found.n++] = i;
    }
  return found;
}

static gboolean
lasts_in_role (const StrataItem *item,
               StrataRoles       roles)
{
  return strata_item_is_lasting (item) && (item->roles & roles) != 0;
}

static gboolean
lasts_and_personalizes (const StrataItem *item,
                        StrataRoles       roles)
{
  return strata_item_is_lasting (item) && strata_item_personalizes (item);
}

/**
 * strata_stack_new:
 * @plan: the plan
 * @scenario: one of its scenarios
 * @catalog: where tools and capabilities are looked up
 * @decisions: what the facts decide; kept by the caller
 *
 * Resolves a scenario once for all checks.
 *
 * Returns: (transfer full): the stack
 */
StrataStack *
strata_stack_new (StrataPlan      *plan,
                  StrataScenario  *scenario,
                  StrataCatalog   *catalog,
                  StrataDecisions *decisions)
{
  StrataStack *stack = g_new0 (StrataStack, 1);

  stack->plan = plan;
  stack->scenario = scenario;
  stack->catalog = catalog;
  stack->facts = strata_plan_get_facts (plan);
  stack->decisions = decisions;
  stack->phases = strata_decisions_get_phases (decisions);
  stack->arena = strata_arena_new ();
  stack->n_items = scenario->n_placements;
  stack->items = strata_arena_new_array (stack->arena, StrataItem, stack->n_items);
  resolve_placements (stack);
  strata_stack_resolve_tools (stack);
  resolve_roles (stack);
  strata_stack_resolve_items (stack);
  strata_stack_resolve_days (stack);
  return stack;
}

/**
 * strata_stack_free:
 * @stack: (transfer full): the stack
 *
 * Frees the stack and everything its arena gave.
 */
void
strata_stack_free (StrataStack *stack)
{
  g_return_if_fail (stack != NULL);

  g_clear_pointer (&stack->ability_numbers, g_hash_table_unref);
  g_clear_pointer (&stack->module_numbers, g_hash_table_unref);
  g_clear_pointer (&stack->arena, strata_arena_free);
  g_free (stack);
}

/**
 * strata_stack_get_data_pattern:
 * @stack: the stack
 *
 * Returns: which stores last. decision-model.md, section 5.
 */
StrataDataPattern
strata_stack_get_data_pattern (const StrataStack *stack)
{
  gboolean cdp = (stack->lasting_roles & STRATA_ROLE_BIT (STRATA_ROLE_CDP)) != 0;
  gboolean warehouse = (stack->lasting_roles & STRATA_ROLE_BIT (STRATA_ROLE_WAREHOUSE)) != 0;

  if (cdp && warehouse)
    return STRATA_DATA_PATTERN_HYBRID;
  if (cdp)
    return STRATA_DATA_PATTERN_CDP;
  return warehouse ? STRATA_DATA_PATTERN_WAREHOUSE : STRATA_DATA_PATTERN_NONE;
}

/**
 * strata_stack_get_hub_pattern:
 * @stack: the stack
 *
 * Returns: which hubs last. decision-model.md, section 5.
 */
StrataHubPattern
strata_stack_get_hub_pattern (const StrataStack *stack)
{
  gboolean map = (stack->lasting_roles & STRATA_ROLE_BIT (STRATA_ROLE_MAP)) != 0;
  gboolean orchestrator = (stack->lasting_roles & STRATA_ROLE_BIT (STRATA_ROLE_ORCHESTRATOR)) != 0;

  if (map && orchestrator)
    return STRATA_HUB_PATTERN_MAP_ORCHESTRATOR;
  if (map)
    return STRATA_HUB_PATTERN_MAP;
  return orchestrator ? STRATA_HUB_PATTERN_ORCHESTRATOR : STRATA_HUB_PATTERN_NONE;
}

/**
 * strata_stack_lasting_has:
 * @stack: the stack
 * @known: a capability
 *
 * Returns: whether a lasting placement has the capability, used or not
 */
gboolean
strata_stack_lasting_has (const StrataStack *stack,
                          StrataKnown        known)
{
  return stack->abilities[stack->known[known]].n_lasting > 0;
}

/**
 * strata_stack_list_lasting:
 * @stack: the stack
 * @roles: a set of roles
 *
 * Returns: the lasting placements that are used in one of @roles
 */
StrataPositions
strata_stack_list_lasting (StrataStack *stack,
                           StrataRoles  roles)
{
  return list (stack, lasts_in_role, roles);
}

/**
 * strata_stack_list_personalizing:
 * @stack: the stack
 *
 * Returns: the lasting placements that personalize
 */
StrataPositions
strata_stack_list_personalizing (StrataStack *stack)
{
  return list (stack, lasts_and_personalizes, 0);
}

/**
 * strata_stack_decides:
 * @stack: the stack
 * @decision: a decision
 * @outcome: what it may come to
 *
 * Returns: whether the decision is settled, and so
 */
gboolean
strata_stack_decides (const StrataStack *stack,
                      StrataDecisionId   decision,
                      const char        *outcome)
{
  return g_strcmp0 (strata_decisions_get (stack->decisions, decision)->outcome, outcome) == 0;
}

/**
 * strata_stack_get_asked_roles:
 * @stack: the stack
 *
 * Returns: the roles that settled decisions ask for. decision-model.md,
 *   section 6.
 */
StrataRoles
strata_stack_get_asked_roles (const StrataStack *stack)
{
  StrataRoles asked = 0;

  for (guint i = 0; i < G_N_ELEMENTS (asking); i++)
    {
      if (strata_stack_decides (stack, asking[i].decision, asking[i].outcome))
        asked |= asking[i].roles;
    }

  return asked;
}

/**
 * strata_stack_is_true:
 * @stack: the stack
 * @fact: a yes-or-no fact
 *
 * Returns: whether the fact is known and true
 */
gboolean
strata_stack_is_true (const StrataStack *stack,
                      StrataFactId       fact)
{
  gboolean answer;

  return strata_facts_get_boolean (stack->facts, fact, &answer) && answer;
}

/**
 * strata_stack_is_false:
 * @stack: the stack
 * @fact: a yes-or-no fact
 *
 * Returns: whether the fact is known and false
 */
gboolean
strata_stack_is_false (const StrataStack *stack,
                       StrataFactId       fact)
{
  gboolean answer;

  return strata_facts_get_boolean (stack->facts, fact, &answer) && !answer;
}

/**
 * strata_item_get_tool_roles:
 * @item: a placement
 *
 * Returns: all roles of its tool, used or not
 */
StrataRoles
strata_item_get_tool_roles (const StrataItem *item)
{
  return item->kit->tool != NULL ? item->kit->tool->roles : 0;
}

/**
 * strata_item_is_at_home:
 * @item: a placement
 *
 * Returns: whether one of its tool's roles belongs in the layer where it
 *   stands; a tool that nobody knows is at home everywhere
 */
gboolean
strata_item_is_at_home (const StrataItem *item)
{
  return item->kit->tool == NULL || strata_tool_is_at_home (item->kit->tool, item->placement->layer);
}

/**
 * strata_item_is_lasting:
 * @item: a placement
 *
 * Returns: whether it never retires
 */
gboolean
strata_item_is_lasting (const StrataItem *item)
{
  return item->span.retire == STRATA_DAY_NEVER;
}

/**
 * strata_item_personalizes:
 * @item: a placement
 *
 * Returns: whether it stands in the personalization layer as an engine or a
 *   recommender. decision-model.md, section 5.
 */
gboolean
strata_item_personalizes (const StrataItem *item)
{
  return item->placement->layer == STRATA_LAYER_PERSONALIZATION && (item->roles & STRATA_ROLES_PERSONALIZE) != 0;
}

/**
 * strata_item_find:
 * @item: a placement
 * @capability: a capability's number
 *
 * Returns: (nullable): how it has the capability; %NULL when it has it not
 */
const StrataHolding *
strata_item_find (const StrataItem *item,
                  guint             capability)
{
  guint low = 0;
  guint high = item->n_holdings;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (item->holdings[middle].capability < capability)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == item->n_holdings || item->holdings[low].capability != capability)
    return NULL;
  return &item->holdings[low];
}

/**
 * strata_holding_is_idle:
 * @holding: a capability that a placement has
 *
 * Returns: whether it is paid for in a module and not used
 */
gboolean
strata_holding_is_idle (const StrataHolding *holding)
{
  return holding->bought && !holding->used;
}
