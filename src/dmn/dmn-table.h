/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A decision table: rules, and how those that match come to one answer.
 */

#pragma once

#include "dmn/dmn-type.h"

G_BEGIN_DECLS

/* DMN 1.3, section 8.2.10 */
typedef enum
{
  DMN_HIT_POLICY_UNIQUE,
  DMN_HIT_POLICY_ANY,
  DMN_HIT_POLICY_PRIORITY,
  DMN_HIT_POLICY_FIRST,
  DMN_HIT_POLICY_RULE_ORDER,
  DMN_HIT_POLICY_OUTPUT_ORDER,
  DMN_HIT_POLICY_COLLECT,
} DmnHitPolicy;

typedef enum
{
  DMN_AGGREGATION_NONE,
  DMN_AGGREGATION_SUM,
  DMN_AGGREGATION_COUNT,
  DMN_AGGREGATION_MIN,
  DMN_AGGREGATION_MAX,
} DmnAggregation;

typedef struct
{
  char     *text;       /* what the expression is */
  FeelNode *expression;
  DmnType  *type;       /* (nullable): borrowed from the model */
  FeelNode *allowed;    /* (nullable): unary tests */
} DmnInputClause;

typedef struct
{
  char     *name;          /* (nullable): of a table's only output */
  DmnType  *type;          /* (nullable): borrowed from the model */
  FeelNode *values;        /* (nullable): allowed, the best first */
  FeelNode *default_value; /* (nullable) */
} DmnOutputClause;

typedef struct
{
  FeelNode **tests;        /* one an input */
  char     **cells;        /* the text of each, NULL-terminated */
  FeelNode **results;      /* one an output */
  char      *description;  /* (nullable): why; what editors show as annotation */
  char      *id;           /* (nullable) */
  int        line;
} DmnRule;

typedef struct _DmnCompiled DmnCompiled;

/**
 * DmnTable:
 *
 * Owned by the model. Fields are read, never written.
 */
typedef struct
{
  char         *decision;    /* whose table it is */
  char         *description; /* (nullable): what the model says of it, or of the decision */
  DmnHitPolicy  hit_policy;
  DmnAggregation aggregation;
  GArray       *inputs;      /* of DmnInputClause */
  GArray       *outputs;     /* of DmnOutputClause */
  GArray       *rules;       /* of DmnRule */
  DmnCompiled  *compiled;    /* private: made when it is first needed */
} DmnTable;

DmnTable   *dmn_table_new             (const char *decision) G_GNUC_WARN_UNUSED_RESULT;
void        dmn_table_free            (DmnTable   *table);
DmnValue   *dmn_table_evaluate        (FeelRun    *run,
                                       DmnTable   *table,
                                       FeelScope  *scope) G_GNUC_WARN_UNUSED_RESULT;
/* The rules whose cell below an input a value passes, whatever the others do:
 * bits, the first rule's the lowest of the first word. */
void        dmn_table_test_input      (DmnTable   *table,
                                       guint       input,
                                       DmnValue   *value,
                                       guint64    *rules);
gboolean    dmn_hit_policy_lookup     (const char   *name,
                                       DmnHitPolicy *policy);
const char *dmn_hit_policy_get_name   (DmnHitPolicy policy);
gboolean    dmn_aggregation_lookup    (const char     *name,
                                       DmnAggregation *aggregation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DmnTable, dmn_table_free)

G_END_DECLS
