/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One decision made ready to be decided for many clients at once.
 */

#pragma once

#include "assess/strata-sight-private.h"
#include "dmn/dmn-model.h"

G_BEGIN_DECLS

/* A table's rules are the bits of one word. */
#define STRATA_LOGIC_MAX_RULES 64

/**
 * StrataColumn:
 *
 * One input of a table: what is seen of a fact, or another decision.
 */
typedef struct
{
  gboolean    of_fact;
  StrataSight sight;    /* of a fact */
  guint       node;     /* else: the decision's place in the logic */
  guint       index;    /* among the table's inputs */
  GArray     *rules;    /* of guint64: the rules that are passed, by answer of
                         * the fact or by rule of the decision */
} StrataColumn;

typedef struct
{
  DmnTable *table;      /* borrowed from the model */
  GArray   *columns;    /* of StrataColumn */
  guint     first_rule; /* of the table, among the node's */
} StrataLogicTable;

/**
 * StrataLogicNode:
 *
 * A decision: its table and, behind that, the table of its leanings.
 */
typedef struct
{
  char             *name;
  StrataLogicTable  tables[2];
  guint             n_tables;
  GPtrArray        *outputs; /* of DmnValue, one a rule; null for no rule */
  guint             rule;    /* what the last run came to */
} StrataLogicNode;

typedef struct
{
  GArray *answers;  /* of double; NULL for a fact that has no part in this */
  guint   current;  /* the one that the next run takes */
} StrataLogicSlot;

/**
 * StrataLogic:
 *
 * A decision with everything it requires, requirements first. Each fact has
 * a list of answers; a run takes one of each.
 */
typedef struct
{
  DmnModel        *model;
  GPtrArray       *nodes; /* of StrataLogicNode, the decision last */
  StrataLogicSlot  slots[STRATA_N_FACTS];
} StrataLogic;

/* Sets the error: file, line, decision and what is wrong. Gives FALSE. */
gboolean         strata_logic_fail          (DmnModel     *model,
                                             const char   *decision,
                                             int           line,
                                             const char   *what,
                                             GError      **error);
StrataLogic     *strata_logic_new           (DmnModel     *model,
                                             const char   *decision,
                                             GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void             strata_logic_free          (StrataLogic  *self);
StrataLogicNode *strata_logic_get_root      (StrataLogic  *self);
gboolean         strata_logic_uses          (StrataLogic  *self,
                                             StrataFactId  fact);
void             strata_logic_set_answers   (StrataLogic  *self,
                                             StrataFactId  fact,
                                             const double *answers,
                                             guint         n_answers);
/* How many combinations of answers there are. */
guint64          strata_logic_count         (StrataLogic  *self);
/* Runs the current combination; the rule that fires, counted through both
 * tables, or the number of rules for none. */
guint            strata_logic_run           (StrataLogic  *self);
/* Goes to the next combination, the first fact's answers fastest; FALSE,
 * back at the first one, after the last. */
gboolean         strata_logic_advance       (StrataLogic  *self);

/* The columns that see a fact, of every table. */
GPtrArray       *strata_logic_list_columns  (StrataLogic  *self,
                                             StrataFactId  fact,
                                             GPtrArray    *tables) G_GNUC_WARN_UNUSED_RESULT;
/* The rules of a table that one value in one column passes. */
guint64          strata_column_test         (StrataColumn *column,
                                             DmnTable     *table,
                                             DmnValue     *value);

/* One answer of each class that no rule tells apart, numbers from below:
 * of a number, the lowest one of its interval. */
GArray          *strata_logic_list_classes  (StrataLogic  *self,
                                             StrataFactId  fact) G_GNUC_WARN_UNUSED_RESULT;
/* What an answer of this number differs from the next by. */
double           strata_answer_get_step     (StrataFactId  fact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataLogic, strata_logic_free)

G_END_DECLS
