/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stack's first step: capabilities become numbers, tools are looked up.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "strata-stack-private.h"

#include <stdlib.h>
#include <string.h>

static const char * const known_ids[STRATA_N_KNOWN] = {
  [STRATA_KNOWN_CONSENT_RECORD] = "consent-record",
  [STRATA_KNOWN_DATA_MODELLING] = "data-modelling",
  [STRATA_KNOWN_DESTINATIONS] = "destinations",
  [STRATA_KNOWN_DURABLE_WORKFLOWS] = "durable-workflows",
  [STRATA_KNOWN_EMAIL_SEND] = "email-send",
  [STRATA_KNOWN_EVENT_COLLECTION] = "event-collection",
  [STRATA_KNOWN_IDENTITY_RESOLUTION] = "identity-resolution",
  [STRATA_KNOWN_IN_APP_SEND] = "in-app-send",
  [STRATA_KNOWN_INGESTION] = "ingestion",
  [STRATA_KNOWN_JOURNEYS] = "journeys",
  [STRATA_KNOWN_PROFILE_STORE] = "profile-store",
  [STRATA_KNOWN_PUSH_SEND] = "push-send",
  [STRATA_KNOWN_REVERSE_SYNC] = "reverse-sync",
  [STRATA_KNOWN_SMS_SEND] = "sms-send",
  [STRATA_KNOWN_WHATSAPP_SEND] = "whatsapp-send",
};

/* While tools are being looked up, capabilities carry numbers in the order
 * in which they turn up; `ranks` says which number of the final order each
 * of them becomes. */
typedef struct
{
  StrataStack *stack;
  GHashTable  *kits; /* tool id → StrataKit */
  GPtrArray   *ids;  /* of capabilities, in order of appearance */
  guint       *ranks;
} Resolver;

static guint
number_capability (Resolver   *resolver,
                   const char *id)
{
  gpointer number;

  if (g_hash_table_lookup_extended (resolver->stack->ability_numbers, id, NULL, &number))
    return GPOINTER_TO_UINT (number) - 1;
  g_ptr_array_add (resolver->ids, (gpointer) id);
  g_hash_table_insert (resolver->stack->ability_numbers, (gpointer) id, GUINT_TO_POINTER (resolver->ids->len));
  return resolver->ids->len - 1;
}

static guint
number_module (StrataStack *stack,
               const char  *module)
{
  guint number;

  if (module == NULL)
    return 0;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (stack->module_numbers, module));
  if (number != 0)
    return number;
  number = g_hash_table_size (stack->module_numbers) + 1;
  g_hash_table_insert (stack->module_numbers, (gpointer) module, GUINT_TO_POINTER (number));
  return number;
}

static void
number_offers (Resolver  *resolver,
               StrataKit *kit)
{
  StrataKitOffer *offers = strata_arena_new_array (resolver->stack->arena, StrataKitOffer, kit->tool->n_offers);

  for (guint i = 0; i < kit->tool->n_offers; i++)
    {
      offers[i].capability = number_capability (resolver, kit->tool->offers[i].capability);
      offers[i].module = number_module (resolver->stack, kit->tool->offers[i].module);
    }
  kit->offers = offers;
  kit->n_offers = kit->tool->n_offers;
}

static void
number_requirements (Resolver  *resolver,
                     StrataKit *kit)
{
  guint n = kit->tool->requires != NULL ? g_strv_length ((char **) kit->tool->requires) : 0;
  guint *requires = strata_arena_new_array (resolver->stack->arena, guint, n);

  for (guint i = 0; i < n; i++)
    requires[i] = number_capability (resolver, kit->tool->requires[i]);
  kit->requires = (StrataPositions) { requires, n };
}

static const StrataKit *
find_kit (Resolver   *resolver,
          const char *tool)
{
  StrataStack *stack = resolver->stack;
  StrataKit *kit = g_hash_table_lookup (resolver->kits, tool);

  if (kit != NULL)
    return kit;
  kit = strata_arena_new_array (stack->arena, StrataKit, 1);
  kit->tool = strata_catalog_find_tool (stack->catalog, stack->plan, tool);
  if (kit->tool != NULL)
    {
      number_offers (resolver, kit);
      number_requirements (resolver, kit);
    }
  g_hash_table_insert (resolver->kits, (gpointer) tool, kit);
  return kit;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
rank_capabilities (Resolver *resolver)
{
  StrataStack *stack = resolver->stack;

  stack->n_abilities = resolver->ids->len;
  stack->abilities = strata_arena_new_array (stack->arena, StrataAbility, stack->n_abilities);
  resolver->ranks = strata_arena_new_array (stack->arena, guint, stack->n_abilities);
  g_ptr_array_sort (resolver->ids, compare_ids);
  for (guint i = 0; i < stack->n_abilities; i++)
    {
      const char *id = g_ptr_array_index (resolver->ids, i);

      resolver->ranks[number_capability (resolver, id)] = i;
      g_hash_table_insert (stack->ability_numbers, (gpointer) id, GUINT_TO_POINTER (i + 1));
      stack->abilities[i].id = id;
      stack->abilities[i].ownership = strata_catalog_get_ownership (stack->catalog, id);
      stack->abilities[i].owner = STRATA_NOBODY;
    }
}

static int
compare_offers (gconstpointer a,
                gconstpointer b)
{
  const StrataKitOffer *one = a;
  const StrataKitOffer *other = b;

  if (one->capability != other->capability)
    return one->capability < other->capability ? -1 : 1;
  return (one->module > other->module) - (one->module < other->module);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;

  return (one > other) - (one < other);
}

static void
rank_offers (Resolver  *resolver,
             StrataKit *kit)
{
  StrataKitOffer *offers = kit->offers;
  StrataHolding *holdings = strata_arena_new_array (resolver->stack->arena, StrataHolding, kit->n_offers);

  for (guint i = 0; i < kit->n_offers; i++)
    offers[i].capability = resolver->ranks[offers[i].capability];
  qsort (offers, kit->n_offers, sizeof (StrataKitOffer), compare_offers);
  for (guint i = 0; i < kit->n_offers; i++)
    {
      if (offers[i].module != 0)
        continue;
      if (kit->n_holdings > 0 && holdings[kit->n_holdings - 1].capability == offers[i].capability)
        continue;
      holdings[kit->n_holdings++] = (StrataHolding) { offers[i].capability, TRUE, FALSE };
    }
  kit->holdings = holdings;
}

static void
rank_requirements (Resolver  *resolver,
                   StrataKit *kit)
{
  guint *requires = kit->requires.at;
  guint n = 0;

  for (guint i = 0; i < kit->requires.n; i++)
    requires[i] = resolver->ranks[requires[i]];
  qsort (requires, kit->requires.n, sizeof (guint), compare_numbers);
  for (guint i = 0; i < kit->requires.n; i++)
    {
      if (n == 0 || requires[n - 1] != requires[i])
        requires[n++] = requires[i];
    }
  kit->requires.n = n;
}

static void
rank_kits (Resolver *resolver)
{
  GHashTableIter iter;
  gpointer kit;

  g_hash_table_iter_init (&iter, resolver->kits);
  while (g_hash_table_iter_next (&iter, NULL, &kit))
    {
      if (((StrataKit *) kit)->tool == NULL)
        continue;
      rank_offers (resolver, kit);
      rank_requirements (resolver, kit);
    }
}

/* An owner of a capability that nothing offers has nothing to keep. */
static void
name_owners (StrataStack *stack)
{
  for (guint i = 0; i < stack->scenario->n_owners; i++)
    {
      const StrataOwner *owner = &stack->scenario->owners[i];
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (stack->ability_numbers, owner->capability));

      if (number != 0)
        stack->abilities[number - 1].owner = owner->placement;
    }
}

void
strata_stack_resolve_tools (StrataStack *stack)
{
  g_autoptr (GHashTable) kits = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  Resolver resolver = { stack, kits, ids, NULL };

  stack->ability_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  stack->module_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < STRATA_N_KNOWN; i++)
    number_capability (&resolver, known_ids[i]);
  for (guint i = 0; i < stack->n_items; i++)
    stack->items[i].kit = find_kit (&resolver, stack->items[i].placement->tool);
  rank_capabilities (&resolver);
  rank_kits (&resolver);
  for (guint i = 0; i < STRATA_N_KNOWN; i++)
    stack->known[i] = GPOINTER_TO_UINT (g_hash_table_lookup (stack->ability_numbers, known_ids[i])) - 1;
  name_owners (stack);
}
