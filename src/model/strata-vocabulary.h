/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The closed sets of words in a plan: layers, roles, statuses and the like.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bottom to top: a layer stands on the one before it. */
typedef enum
{
  STRATA_LAYER_DATA,
  STRATA_LAYER_AUTOMATION,
  STRATA_LAYER_PERSONALIZATION,
} StrataLayer;

#define STRATA_N_LAYERS 3

/* What a tool is for. decision-model.md, section 2. */
typedef enum
{
  STRATA_ROLE_EVENT_COLLECTION,
  STRATA_ROLE_CDP,
  STRATA_ROLE_WAREHOUSE,
  STRATA_ROLE_TRANSFORMATION,
  STRATA_ROLE_INGESTION,
  STRATA_ROLE_REVERSE_ETL,
  STRATA_ROLE_IDENTITY_RESOLUTION,
  STRATA_ROLE_CONSENT,
  STRATA_ROLE_ANALYTICS,
  STRATA_ROLE_SPREADSHEET,
  STRATA_ROLE_MAP,
  STRATA_ROLE_ORCHESTRATOR,
  STRATA_ROLE_CONNECTOR,
  STRATA_ROLE_CRM,
  STRATA_ROLE_MESSAGING,
  STRATA_ROLE_PERSONALIZATION_ENGINE,
  STRATA_ROLE_EXPERIMENTATION,
  STRATA_ROLE_RECOMMENDATION,
  STRATA_ROLE_CONTENT_VARIANTS,
  STRATA_ROLE_FEATURE_FLAGS,
  STRATA_ROLE_MEASUREMENT,
} StrataRole;

#define STRATA_N_ROLES 21

/* A set of roles: bit 1 << role. */
typedef guint32 StrataRoles;

#define STRATA_ROLE_BIT(role) ((StrataRoles) 1 << (role))

typedef enum
{
  STRATA_STATUS_EXISTING,
  STRATA_STATUS_PLANNED,
  STRATA_STATUS_RETIRING,
} StrataStatus;

typedef enum
{
  STRATA_CARRIES_EVENTS,
  STRATA_CARRIES_PROFILES,
  STRATA_CARRIES_AUDIENCES,
  STRATA_CARRIES_CONTENT,
  STRATA_CARRIES_RESULTS,
} StrataCarries;

typedef enum
{
  STRATA_RENDERING_UNKNOWN,
  STRATA_RENDERING_SERVER,
  STRATA_RENDERING_CLIENT,
} StrataRendering;

/**
 * StrataVocabulary:
 *
 * One closed set of words: row `n` describes value `n` of its enumeration.
 */
typedef struct
{
  const char *id;    /* as in the file; NULL for a value that is never written */
  const char *label; /* for people, untranslated: pass it through gettext */
} StrataWord;

typedef struct
{
  const StrataWord *words;
  guint             n_words;
} StrataVocabulary;

extern const StrataVocabulary strata_layers;
extern const StrataVocabulary strata_roles;
extern const StrataVocabulary strata_statuses;
extern const StrataVocabulary strata_carries;
extern const StrataVocabulary strata_renderings;

gboolean     strata_vocabulary_lookup   (const StrataVocabulary *vocabulary,
                                         const char             *id,
                                         int                    *value);
const char  *strata_vocabulary_get_id   (const StrataVocabulary *vocabulary,
                                         int                     value);
const char  *strata_vocabulary_get_label (const StrataVocabulary *vocabulary,
                                          int                     value);
char        *strata_vocabulary_describe (const StrataVocabulary *vocabulary);

StrataLayer  strata_role_get_home       (StrataRole role);
StrataRoles  strata_layer_get_roles     (StrataLayer layer);

G_END_DECLS
