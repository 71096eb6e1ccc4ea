/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scenario resolved: every default applied, every tool looked up, every
 * capability numbered. What the checks read.
 */

#pragma once

#include "strata-arena-private.h"
#include "strata-assessment.h"
#include "strata-days-private.h"
#include "strata-decisions.h"

G_BEGIN_DECLS

#define STRATA_NOBODY G_MAXUINT

/* Capabilities that a rule names. */
typedef enum
{
  STRATA_KNOWN_CONSENT_RECORD,
  STRATA_KNOWN_DATA_MODELLING,
  STRATA_KNOWN_DESTINATIONS,
  STRATA_KNOWN_DURABLE_WORKFLOWS,
  STRATA_KNOWN_EMAIL_SEND,
  STRATA_KNOWN_EVENT_COLLECTION,
  STRATA_KNOWN_IDENTITY_RESOLUTION,
  STRATA_KNOWN_IN_APP_SEND,
  STRATA_KNOWN_INGESTION,
  STRATA_KNOWN_JOURNEYS,
  STRATA_KNOWN_PROFILE_STORE,
  STRATA_KNOWN_PUSH_SEND,
  STRATA_KNOWN_REVERSE_SYNC,
  STRATA_KNOWN_SMS_SEND,
  STRATA_KNOWN_WHATSAPP_SEND,
} StrataKnown;

#define STRATA_N_KNOWN 15

/**
 * StrataPositions:
 *
 * Placements of a scenario, by their positions, ascending unless said
 * otherwise. Capabilities are listed the same way, by their numbers.
 */
typedef struct
{
  guint *at;
  guint  n;
} StrataPositions;

/**
 * StrataHolding:
 *
 * A capability that a placement has.
 */
typedef struct
{
  guint capability;
  guint used : 1;
  guint bought : 1; /* it comes only through a bought module */
} StrataHolding;

/**
 * StrataKitOffer:
 *
 * A tool's offer, with its capability and its module as numbers.
 */
typedef struct
{
  guint capability;
  guint module; /* 0: part of every plan */
} StrataKitOffer;

/**
 * StrataKit:
 *
 * A tool as far as it can be resolved without asking what was bought.
 */
typedef struct
{
  StrataTool      *tool;     /* NULL when nobody knows it */
  StrataKitOffer  *offers;   /* by capability */
  guint            n_offers;
  StrataHolding   *holdings; /* with no module bought, all of it used */
  guint            n_holdings;
  StrataPositions  requires; /* capabilities */
} StrataKit;

/**
 * StrataItem:
 *
 * A placement with every default applied.
 */
typedef struct
{
  StrataPlacement     *placement;
  const StrataKit     *kit;
  StrataSpan           span;
  StrataRoles          roles;    /* it is used in */
  const StrataHolding *holdings; /* by capability */
  guint                n_holdings;
} StrataItem;

/**
 * StrataAbility:
 *
 * A capability, and who has and uses it. Numbers follow the order of ids.
 */
typedef struct
{
  const char      *id;
  StrataOwnership  ownership;
  guint            owner;         /* or STRATA_NOBODY */
  StrataPositions  havers;
  StrataPositions  users;
  guint           *users_by_start; /* the same, by first active day */
  guint            n_lasting;     /* of the havers */
  guint            n_idle;        /* of the havers: bought for it, and don't use it */
} StrataAbility;

/**
 * StrataStack:
 *
 * Everything that checks may ask. It lives as long as one assessment takes.
 */
typedef struct
{
  StrataPlan         *plan;
  StrataScenario     *scenario;
  StrataCatalog      *catalog;
  StrataFacts        *facts;
  StrataDecisions    *decisions;
  const StrataPhases *phases;
  StrataArena        *arena;

  StrataItem         *items;
  guint               n_items;
  StrataAbility      *abilities;
  guint               n_abilities;
  guint               known[STRATA_N_KNOWN];
  GHashTable         *ability_numbers; /* id → number + 1 */
  GHashTable         *module_numbers;  /* name → number, from 1 */

  StrataRoles         lasting_roles; /* of all lasting placements */
  StrataRoles         all_roles;
  StrataDays          data_up;
  StrataDays          hub_up;
  int                 ready[STRATA_N_LAYERS];
} StrataStack;

#define STRATA_ROLES_STORE (STRATA_ROLE_BIT (STRATA_ROLE_CDP) | STRATA_ROLE_BIT (STRATA_ROLE_WAREHOUSE))
#define STRATA_ROLES_HUB (STRATA_ROLE_BIT (STRATA_ROLE_MAP) | STRATA_ROLE_BIT (STRATA_ROLE_ORCHESTRATOR))
#define STRATA_ROLES_PERSONALIZE (STRATA_ROLE_BIT (STRATA_ROLE_PERSONALIZATION_ENGINE) | STRATA_ROLE_BIT (STRATA_ROLE_RECOMMENDATION))

StrataStack         *strata_stack_new             (StrataPlan         *plan,
                                                   StrataScenario     *scenario,
                                                   StrataCatalog      *catalog,
                                                   StrataDecisions    *decisions) G_GNUC_WARN_UNUSED_RESULT;
void                 strata_stack_free            (StrataStack        *stack);

StrataDataPattern    strata_stack_get_data_pattern (const StrataStack *stack);
StrataHubPattern     strata_stack_get_hub_pattern  (const StrataStack *stack);
gboolean             strata_stack_lasting_has      (const StrataStack *stack,
                                                    StrataKnown        known);
StrataPositions      strata_stack_list_lasting     (StrataStack       *stack,
                                                    StrataRoles        roles);
StrataPositions      strata_stack_list_personalizing (StrataStack     *stack);
gboolean             strata_stack_decides         (const StrataStack *stack,
                                                   StrataDecisionId   decision,
                                                   const char        *outcome);
StrataRoles          strata_stack_get_asked_roles  (const StrataStack *stack);
gboolean             strata_stack_is_true          (const StrataStack *stack,
                                                    StrataFactId       fact);
gboolean             strata_stack_is_false         (const StrataStack *stack,
                                                    StrataFactId       fact);

StrataRoles          strata_item_get_tool_roles    (const StrataItem  *item);
gboolean             strata_item_is_at_home        (const StrataItem  *item);
gboolean             strata_item_is_lasting        (const StrataItem  *item);
gboolean             strata_item_personalizes      (const StrataItem  *item);
const StrataHolding *strata_item_find              (const StrataItem  *item,
                                                    guint              capability);
gboolean             strata_holding_is_idle        (const StrataHolding *holding);

/* The steps of making a stack, in order. First: number the capabilities and
 * resolve the tools, each once. */
void                 strata_stack_resolve_tools    (StrataStack       *stack);
/* What each placement has and uses, and who has and uses each capability. */
void                 strata_stack_resolve_items    (StrataStack       *stack);
/* When the layers are up and ready. */
void                 strata_stack_resolve_days     (StrataStack       *stack);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataStack, strata_stack_free)

G_END_DECLS
