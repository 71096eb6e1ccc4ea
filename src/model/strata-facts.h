/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the workshop asks the client: the facts table and a client's answers.
 */

#pragma once

#include "strata-value.h"
#include "strata-vocabulary.h"

G_BEGIN_DECLS

/* The facts, in the order of decision-model.md, section 3. */
typedef enum
{
  STRATA_FACT_MAU,
  STRATA_FACT_MAU_GROWTH,
  STRATA_FACT_CHANNELS,
  STRATA_FACT_SPECIALTY_CHANNELS,
  STRATA_FACT_DESTINATIONS,
  STRATA_FACT_ENGINEERS,
  STRATA_FACT_MARKETERS,
  STRATA_FACT_REGULATED,
  STRATA_FACT_MULTI_REGION,
  STRATA_FACT_REAL_TIME_ACTIVATION,
  STRATA_FACT_AI_BRANCHING,
  STRATA_FACT_EXTERNAL_SYSTEMS,
  STRATA_FACT_CUSTOM_CODE,
  STRATA_FACT_STATEFUL_VOLUME,
  STRATA_FACT_STAGE,
  STRATA_FACT_CUSTOMER_BASE,
  STRATA_FACT_SURFACES,
  STRATA_FACT_VARIANTS_PER_WEEK,
  STRATA_FACT_EVENT_SCHEMA,
  STRATA_FACT_SEGMENTATION,
  STRATA_FACT_VARIANT_PIPELINE,
  STRATA_FACT_MEASUREMENT,
} StrataFactId;

#define STRATA_N_FACTS 22

/* A set of facts: bit 1 << fact. */
typedef guint32 StrataFactSet;

#define STRATA_FACT_BIT(fact) ((StrataFactSet) 1 << (fact))

/* The last four facts. */
#define STRATA_N_PREREQUISITES 4

typedef enum
{
  STRATA_FACT_INTEGER,  /* a whole number, at least `minimum` */
  STRATA_FACT_NUMBER,   /* any number, at least `minimum` */
  STRATA_FACT_BOOLEAN,
  STRATA_FACT_CHOICE,   /* one of `members` */
  STRATA_FACT_SET,      /* any of `members` */
} StrataFactType;

/* The values of the four prerequisites, in the facts table's order. */
typedef enum
{
  STRATA_PREREQUISITE_UNKNOWN = -1,
  STRATA_PREREQUISITE_MISSING,
  STRATA_PREREQUISITE_PARTIAL,
  STRATA_PREREQUISITE_IN_PLACE,
} StrataPrerequisite;

/**
 * StrataFact:
 *
 * One row of the facts table: a question to the client.
 */
typedef struct
{
  StrataFactId            id;
  const char             *key;      /* as in the plan file */
  StrataFactType          type;
  double                  minimum;  /* numbers only; -INFINITY when unbounded */
  const StrataVocabulary *members;  /* choices and sets only */
  const char             *label;    /* short, untranslated */
  const char             *question; /* as the workshop asks it, untranslated */
  const char             *unit;     /* where the label does not say it; untranslated, or NULL */
} StrataFact;

const StrataFact *strata_fact_get    (StrataFactId id);
const StrataFact *strata_fact_lookup (const char *key);

/**
 * StrataFacts:
 *
 * A client's answers; immutable and ref-counted. An answer may be unknown,
 * which is not the same as false or zero.
 */
typedef struct _StrataFacts StrataFacts;

#define STRATA_TYPE_FACTS (strata_facts_get_type ())

GType         strata_facts_get_type     (void) G_GNUC_CONST;
StrataFacts  *strata_facts_new          (StrataValue  *value,
                                         const char   *path,
                                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;
StrataFacts  *strata_facts_ref          (StrataFacts *facts);
void          strata_facts_unref        (StrataFacts *facts);
StrataValue  *strata_facts_get_value    (StrataFacts *facts);
gboolean      strata_facts_is_known     (StrataFacts  *facts,
                                         StrataFactId  id);
gboolean      strata_facts_get_number   (StrataFacts  *facts,
                                         StrataFactId  id,
                                         double       *number);
gboolean      strata_facts_get_boolean  (StrataFacts  *facts,
                                         StrataFactId  id,
                                         gboolean     *boolean);
gboolean      strata_facts_get_choice   (StrataFacts  *facts,
                                         StrataFactId  id,
                                         int          *choice);
gboolean      strata_facts_get_set      (StrataFacts  *facts,
                                         StrataFactId  id,
                                         guint32      *members);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataFacts, strata_facts_unref)

G_END_DECLS
