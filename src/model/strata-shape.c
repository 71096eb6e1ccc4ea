/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order in which a plan's objects write their keys.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-shape-private.h"

#include "strata-facts.h"

#define NO_RANK G_MAXUINT

typedef struct
{
  const char        *key;
  const StrataShape *shape;
} ShapeKey;

struct _StrataShape
{
  const ShapeKey    *keys;
  guint              n_keys;
  const StrataShape *any;      /* that of every member, where the keys are free */
  gboolean           is_facts; /* the facts table has the keys */
};

#define SHAPE_OF(keys) { keys, G_N_ELEMENTS (keys), NULL, FALSE }

static const ShapeKey offer_keys[] = {
  { "capability" }, { "module" }, { "status" }, { "grade" }, { "source" }, { "date" },
};
static const StrataShape offer_shape = SHAPE_OF (offer_keys);

static const ShapeKey tool_keys[] = {
  { "name" }, { "vendor" }, { "roles" }, { "capabilities" }, { "offers", &offer_shape },
  { "requires" }, { "needs_code" }, { "billing_unit" }, { "aliases" },
};
static const StrataShape tool_shape = SHAPE_OF (tool_keys);
static const StrataShape tools_shape = { NULL, 0, &tool_shape, FALSE };

static const ShapeKey tier_keys[] = {
  { "from" }, { "monthly" }, { "per_1000" },
};
static const StrataShape tier_shape = SHAPE_OF (tier_keys);

static const ShapeKey price_keys[] = {
  { "unit" }, { "fact" }, { "tiers", &tier_shape },
};
static const StrataShape price_shape = SHAPE_OF (price_keys);

static const ShapeKey placement_keys[] = {
  { "id" }, { "tool" }, { "layer" }, { "roles" }, { "status" },
  { "start_day" }, { "live_day" }, { "retire_day" },
  { "monthly_cost" }, { "price", &price_shape }, { "modules" }, { "module_costs" },
  { "uses" }, { "rendering" }, { "note" },
};
static const StrataShape placement_shape = SHAPE_OF (placement_keys);

static const ShapeKey flow_keys[] = {
  { "from" }, { "to" }, { "carries" },
};
static const StrataShape flow_shape = SHAPE_OF (flow_keys);

static const ShapeKey acceptance_keys[] = {
  { "code" }, { "tools" }, { "capabilities" }, { "reason" }, { "on" },
};
static const StrataShape acceptance_shape = SHAPE_OF (acceptance_keys);

static const ShapeKey scenario_keys[] = {
  { "id" }, { "title" }, { "placements", &placement_shape }, { "flows", &flow_shape },
  { "owners" }, { "accepted", &acceptance_shape },
};
static const StrataShape scenario_shape = SHAPE_OF (scenario_keys);

static const StrataShape facts_shape = { NULL, 0, NULL, TRUE };

/* A model is a long text, so it comes last. */
static const ShapeKey plan_keys[] = {
  { "format" }, { "version" }, { "title" }, { "client" }, { "currency" }, { "start_date" },
  { "facts", &facts_shape }, { "tools", &tools_shape }, { "scenarios", &scenario_shape }, { "model" },
};
static const StrataShape plan_shape = SHAPE_OF (plan_keys);

static guint
get_fact_rank (const char *key)
{
  const StrataFact *fact = strata_fact_lookup (key);

  if (fact != NULL)
    return fact->id;

  return g_str_equal (key, "notes") ? STRATA_N_FACTS : NO_RANK;
}

static guint
get_rank (const StrataShape *self,
          const char        *key)
{
  if (self->is_facts)
    return get_fact_rank (key);

  for (guint i = 0; i < self->n_keys; i++)
    {
      if (g_str_equal (self->keys[i].key, key))
        return i;
    }

  return NO_RANK;
}

const StrataShape *
strata_shape_get_plan (void)
{
  return &plan_shape;
}

const StrataShape *
strata_shape_get_member (const StrataShape *self,
                         const char        *key)
{
  guint rank = 0;

  if (self == NULL || self->is_facts)
    return NULL;
  if (self->any != NULL)
    return self->any;

  rank = get_rank (self, key);

  return rank != NO_RANK ? self->keys[rank].shape : NULL;
}

/* Finds the place of a new member: right after the one that comes before it
 * in the format's order, else before the first that comes after it. Whatever
 * is there, in whatever order, stays where it is.
 */
guint
strata_shape_get_position (const StrataShape *self,
                           StrataValue       *object,
                           const char        *key)
{
  guint rank = self != NULL ? get_rank (self, key) : NO_RANK;
  guint nearest = NO_RANK;
  guint position = G_MAXUINT;

  if (rank == NO_RANK)
    return G_MAXUINT;

  for (guint i = 0; i < strata_value_get_length (object); i++)
    {
      guint other = get_rank (self, strata_value_get_name (object, i));
      gboolean is_before = other < rank;

      if (is_before && (nearest == NO_RANK || nearest > rank || other > nearest))
        {
          nearest = other;
          position = i + 1;
        }
      else if (!is_before && other != NO_RANK && (nearest == NO_RANK || (nearest > rank && other < nearest)))
        {
          nearest = other;
          position = i;
        }
    }

  return position;
}
