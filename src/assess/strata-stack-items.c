/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stack's second step: what each placement has and uses, and the other way
 * round, who has and uses each capability.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "strata-stack-private.h"

#include <stdlib.h>

/* A mark that equals the placement's position + 1 says that the placement
 * bought the module or lists the capability in `uses`; so nothing has to be
 * cleared between two placements. */
typedef struct
{
  StrataStack *stack;
  guint       *module_marks;
  guint       *use_marks;
} Resolver;

static void
mark (GHashTable         *numbers,
      const char * const *names,
      guint              *marks,
      guint               position)
{
  for (; names != NULL && *names != NULL; names++)
    {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, *names));

      if (number != 0)
        marks[number] = position + 1;
    }
}

static gboolean
is_used (Resolver *resolver,
         guint     position,
         guint     capability)
{
  const StrataStack *stack = resolver->stack;
  guint owner = stack->abilities[capability].owner;

  if (owner != STRATA_NOBODY && owner != position)
    return FALSE;
  return stack->items[position].placement->uses == NULL
         || resolver->use_marks[capability + 1] == position + 1;
}

/* Gathers the offers of one capability, which stand next to each other.
 * Returns the first offer of the next one. */
static guint
hold (Resolver      *resolver,
      guint          position,
      guint          offer,
      StrataHolding *holdings)
{
  StrataItem *item = &resolver->stack->items[position];
  const StrataKit *kit = item->kit;
  guint capability = kit->offers[offer].capability;
  gboolean basic = FALSE;
  gboolean bought = FALSE;

  for (; offer < kit->n_offers && kit->offers[offer].capability == capability; offer++)
    {
      guint module = kit->offers[offer].module;

      basic |= module == 0;
      bought |= module != 0 && resolver->module_marks[module] == position + 1;
    }
  if (basic || bought)
    holdings[item->n_holdings++] = (StrataHolding) { capability, is_used (resolver, position, capability), !basic };
  return offer;
}

static gboolean
is_plain (const StrataStack     *stack,
          const StrataPlacement *placement)
{
  return stack->scenario->n_owners == 0
         && placement->uses == NULL
         && (placement->modules == NULL || placement->modules[0] == NULL);
}

static void
resolve_item (Resolver *resolver,
              guint     position)
{
  StrataStack *stack = resolver->stack;
  StrataItem *item = &stack->items[position];
  StrataHolding *holdings;

  if (is_plain (stack, item->placement))
    {
      item->holdings = item->kit->holdings;
      item->n_holdings = item->kit->n_holdings;
      return;
    }
  mark (stack->module_numbers, item->placement->modules, resolver->module_marks, position);
  mark (stack->ability_numbers, item->placement->uses, resolver->use_marks, position);
  holdings = strata_arena_new_array (stack->arena, StrataHolding, item->kit->n_offers);
  item->holdings = holdings;
  for (guint offer = 0; offer < item->kit->n_offers;)
    offer = hold (resolver, position, offer, holdings);
}

static void
count_holdings (StrataStack *stack)
{
  for (guint i = 0; i < stack->n_items; i++)
    {
      const StrataItem *item = &stack->items[i];

      for (guint j = 0; j < item->n_holdings; j++)
        {
          const StrataHolding *holding = &item->holdings[j];
          StrataAbility *ability = &stack->abilities[holding->capability];

          ability->havers.n++;
          ability->users.n += holding->used;
          ability->n_idle += strata_holding_is_idle (holding);
          ability->n_lasting += strata_item_is_lasting (item);
        }
    }
}

static void
list_havers (StrataStack *stack)
{
  for (guint i = 0; i < stack->n_abilities; i++)
    {
      StrataAbility *ability = &stack->abilities[i];

      ability->havers.at = strata_arena_new_array (stack->arena, guint, ability->havers.n);
      ability->users.at = strata_arena_new_array (stack->arena, guint, ability->users.n);
      ability->users_by_start = strata_arena_new_array (stack->arena, guint, ability->users.n);
      ability->havers.n = 0;
      ability->users.n = 0;
    }
  for (guint i = 0; i < stack->n_items; i++)
    {
      const StrataItem *item = &stack->items[i];

      for (guint j = 0; j < item->n_holdings; j++)
        {
          StrataAbility *ability = &stack->abilities[item->holdings[j].capability];

          ability->havers.at[ability->havers.n++] = i;
          if (item->holdings[j].used)
            ability->users.at[ability->users.n++] = i;
        }
    }
}

static int
compare_starts (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const StrataItem *items = data;
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;

  if (items[one].span.start != items[other].span.start)
    return items[one].span.start < items[other].span.start ? -1 : 1;
  return (one > other) - (one < other);
}

/* One sort of all placements orders the users of every capability. */
static void
list_users_by_start (StrataStack *stack)
{
  guint *order = strata_arena_new_array (stack->arena, guint, stack->n_items);
  guint *n_listed = strata_arena_new_array (stack->arena, guint, stack->n_abilities);

  for (guint i = 0; i < stack->n_items; i++)
    order[i] = i;
  g_sort_array (order, stack->n_items, sizeof (guint), compare_starts, stack->items);
  for (guint i = 0; i < stack->n_items; i++)
    {
      const StrataItem *item = &stack->items[order[i]];

      for (guint j = 0; j < item->n_holdings; j++)
        {
          guint capability = item->holdings[j].capability;

          if (item->holdings[j].used)
            stack->abilities[capability].users_by_start[n_listed[capability]++] = order[i];
        }
    }
}

void
strata_stack_resolve_items (StrataStack *stack)
{
  guint n_modules = g_hash_table_size (stack->module_numbers);
  Resolver resolver = {
    stack,
    strata_arena_new_array (stack->arena, guint, n_modules + 1),
    strata_arena_new_array (stack->arena, guint, stack->n_abilities + 1),
  };

  for (guint i = 0; i < stack->n_items; i++)
    resolve_item (&resolver, i);
  count_holdings (stack);
  list_havers (stack);
  list_users_by_start (stack);
}
