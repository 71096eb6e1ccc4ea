/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stack's last step: on which days the layers are up, and when ready.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "strata-stack-private.h"

static const StrataFactId prerequisites[] = {
  STRATA_FACT_EVENT_SCHEMA,
  STRATA_FACT_SEGMENTATION,
  STRATA_FACT_VARIANT_PIPELINE,
  STRATA_FACT_MEASUREMENT,
};

static StrataStretch
live_days (const StrataItem *item)
{
  return (StrataStretch) { item->span.live, item->span.retire };
}

/* The days on which a placement that is used in one of the roles is live. */
static StrataDays
role_days (StrataStack *stack,
           StrataRoles  roles)
{
  StrataStretch *live = strata_arena_new_array (stack->arena, StrataStretch, stack->n_items);
  guint n = 0;

  for (guint i = 0; i < stack->n_items; i++)
    {
      if (stack->items[i].roles & roles)
        live[n++] = live_days (&stack->items[i]);
    }
  return strata_days_from_stretches (stack->arena, live, n);
}

static StrataDays
personalizing_days (StrataStack *stack)
{
  StrataStretch *live = strata_arena_new_array (stack->arena, StrataStretch, stack->n_items);
  guint n = 0;

  for (guint i = 0; i < stack->n_items; i++)
    {
      if (strata_item_personalizes (&stack->items[i]))
        live[n++] = live_days (&stack->items[i]);
    }
  return strata_days_from_stretches (stack->arena, live, n);
}

static StrataDays
haver_days (StrataStack *stack,
            StrataKnown  known)
{
  StrataPositions havers = stack->abilities[stack->known[known]].havers;
  StrataStretch *live = strata_arena_new_array (stack->arena, StrataStretch, havers.n);

  for (guint i = 0; i < havers.n; i++)
    live[i] = live_days (&stack->items[havers.at[i]]);
  return strata_days_from_stretches (stack->arena, live, havers.n);
}

static gboolean
prerequisites_are_in_place (StrataDecisions *decisions)
{
  for (guint i = 0; i < G_N_ELEMENTS (prerequisites); i++)
    {
      if (strata_decisions_get_prerequisite (decisions, prerequisites[i]) != STRATA_PREREQUISITE_IN_PLACE)
        return FALSE;
    }
  return TRUE;
}

/* decision-model.md, section 5. */
void
strata_stack_resolve_days (StrataStack *stack)
{
  StrataDays synced = strata_days_intersect (stack->arena,
                                             role_days (stack, STRATA_ROLE_BIT (STRATA_ROLE_WAREHOUSE)),
                                             haver_days (stack, STRATA_KNOWN_REVERSE_SYNC));
  int *ready = stack->ready;

  stack->data_up = strata_days_unite (stack->arena, role_days (stack, STRATA_ROLE_BIT (STRATA_ROLE_CDP)), synced);
  stack->hub_up = role_days (stack, STRATA_ROLES_HUB);
  ready[STRATA_LAYER_DATA] = stack->data_up.n > 0 ? stack->data_up.stretches[0].from : STRATA_DAY_NEVER;
  ready[STRATA_LAYER_AUTOMATION] = strata_days_find (stack->hub_up, ready[STRATA_LAYER_DATA]);
  ready[STRATA_LAYER_PERSONALIZATION] = STRATA_DAY_NEVER;
  if (prerequisites_are_in_place (stack->decisions))
    {
      ready[STRATA_LAYER_PERSONALIZATION] = strata_days_find (personalizing_days (stack),
                                                              ready[STRATA_LAYER_AUTOMATION]);
    }
}
