/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of a decision table's evaluation share.
 */

#pragma once

#include "dmn/dmn-compiled-private.h"
#include "dmn/dmn-table-run.h"

G_BEGIN_DECLS

/* A row that matches, and its outputs where they had to be evaluated. */
typedef struct
{
  guint row;
  guint first_result;
} DmnHit;

/**
 * DmnTableRun:
 *
 * One table at work. What it holds is kept from one decision to the next, so
 * that the next one has to allocate nothing.
 */
struct _DmnTableRun
{
  DmnTable           *table;    /* borrowed */
  const DmnCompiled  *prepared; /* (nullable): owned by the table; NULL to interpret it */
  DmnValue          **inputs;   /* borrowed, taken so far */
  guint               n_inputs;
  const guint64     **passed;   /* one an input: the rows that it passes */
  guint64            *alive;    /* rows that no input has ruled out */
  guint64            *reached;  /* rows with a cell that must be interpreted */
  guint               n_words;
  gboolean            any_reached;
  DmnHit             *hits;     /* in their order */
  guint               n_hits;
  GPtrArray          *results;  /* of DmnValue: outputs that were evaluated */
  GPtrArray          *held;     /* of DmnValue: kept until the next decision */

  /* Of the decision that is being made. */
  FeelRun            *run;      /* borrowed */
  FeelScope          *scope;    /* (nullable): borrowed */
  const DmnCompiled  *compiled; /* what is prepared, where it applies */
};

static inline DmnInputClause *
dmn_table_get_input (DmnTable *table,
                     guint     index)
{
  return &g_array_index (table->inputs, DmnInputClause, index);
}

static inline DmnOutputClause *
dmn_table_get_output (DmnTable *table,
                      guint     index)
{
  return &g_array_index (table->outputs, DmnOutputClause, index);
}

static inline DmnRule *
dmn_table_get_rule (DmnTable *table,
                    guint     index)
{
  return &g_array_index (table->rules, DmnRule, index);
}

/* Adds one value an output. */
void      dmn_table_evaluate_outputs (FeelRun          *run,
                                      DmnTable         *table,
                                      FeelNode *const  *nodes,
                                      FeelScope        *scope,
                                      GPtrArray        *values);
/* One output is its value, several are a context. */
DmnValue *dmn_table_make_answer      (DmnTable         *table,
                                      DmnValue *const  *values) G_GNUC_WARN_UNUSED_RESULT;
/* What the hits come to by the hit policy. */
DmnValue *dmn_table_run_answer       (DmnTableRun      *self) G_GNUC_WARN_UNUSED_RESULT;
/* The answer that stands in a row, or NULL where it has to be evaluated. */
static inline DmnValue *
dmn_table_run_get_prepared (const DmnTableRun *self,
                            guint              row)
{
  return self->compiled != NULL ? self->compiled->answers[row] : NULL;
}


/* As dmn_table_evaluate (), every cell by itself: what that has to agree with. */
DmnValue *dmn_table_interpret        (FeelRun          *run,
                                      DmnTable         *table,
                                      FeelScope        *scope) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
