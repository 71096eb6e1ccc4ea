/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the decision model decides from a client's facts.
 */

#pragma once

#include "assess/strata-finding.h"
#include "assess/strata-phases.h"
#include "dmn/dmn-model.h"
#include "model/strata-facts.h"

G_BEGIN_DECLS

/* decision-model.md, section 4, in its order. */
typedef enum
{
  STRATA_DECISION_DATA_LAYER,
  STRATA_DECISION_AUTOMATION_HUB,
  STRATA_DECISION_ORCHESTRATOR_KIND,
  STRATA_DECISION_PERSONALIZATION,
  STRATA_DECISION_RENDERING,
  STRATA_DECISION_PROFILE,
} StrataDecisionId;

#define STRATA_N_DECISIONS 6

/* Checks of section 6 whose numbers the model holds: tables of their names
 * tell how bad it is, were the tools there. */
typedef enum
{
  STRATA_CONCERN_CDP_TOO_EARLY,
  STRATA_CONCERN_SPREADSHEETS_AT_SCALE,
  STRATA_CONCERN_ENGINEERING,
} StrataConcern;

#define STRATA_N_CONCERNS 3

typedef enum
{
  STRATA_BASIS_MATRIX,
  STRATA_BASIS_LEANING,
  STRATA_BASIS_UNDETERMINED,
} StrataBasis;

/**
 * StrataFlip:
 *
 * The nearest value of one known fact that would change an outcome.
 */
typedef struct
{
  StrataFactId  fact;
  StrataValue  *from;
  StrataValue  *to;
  const char   *outcome;
  StrataBasis   basis;
} StrataFlip;

/**
 * StrataObstacle:
 *
 * A cell that keeps a row from firing. Where the cell asks for another
 * decision, every fact that could turn that one round is an obstacle of the
 * same cell: one of them is enough.
 */
typedef struct
{
  StrataFactId  fact;  /* as the workshop asks it: `channels` */
  const char   *input; /* what the cell sees of it: `messaging_count` */
  const char   *asks;  /* the cell's text: `>= 3` */
  guint         cell;  /* which of the row's failing cells, from 0 */
} StrataObstacle;

/**
 * StrataMatrixRow:
 *
 * A row that did not decide, but has something to say: one that is near, with
 * what keeps it from firing, or one that holds too and says otherwise.
 */
typedef struct
{
  guint                 row;         /* from 1 */
  gboolean              is_leaning;  /* of the narrative, not of the matrix */
  const char           *outcome;
  char                 *description; /* translated, or NULL */
  const StrataObstacle *obstacles;   /* of a near row, cell by cell */
  guint                 n_obstacles;
} StrataMatrixRow;

/**
 * StrataDecision:
 *
 * One decision; owned by the decisions. Fields are read, never written.
 */
typedef struct
{
  const char         *outcome;       /* NULL: undetermined */
  StrataBasis         basis;
  guint               row;           /* from 1; 0: none */
  const StrataFactId *missing_facts; /* the most decisive first */
  guint               n_missing_facts;
  const StrataFactId *reasons;       /* of `wait` alone */
  guint               n_reasons;
  const StrataFlip   *flips;         /* the nearest first */
  guint               n_flips;
  StrataFactSet       grounds;       /* facts that the row that fired asks for,
                                      * or else those before it */
  char               *reason;        /* translated description of the row that
                                      * fired; NULL: several may, or none has one */
  const StrataMatrixRow *nearest;    /* of a leaning: the matrix's rows that
                                      * fail in the fewest cells */
  guint               n_nearest;
  const StrataMatrixRow *rivals;     /* of a settled row: others that hold too
                                      * and say otherwise; the first row wins */
  guint               n_rivals;
} StrataDecision;

/**
 * StrataDecisions:
 *
 * Immutable and ref-counted. They change only when the facts or the model do.
 */
typedef struct _StrataDecisions StrataDecisions;

#define STRATA_TYPE_DECISIONS (strata_decisions_get_type ())

GType                 strata_decisions_get_type   (void) G_GNUC_CONST;
/* Fails when the model lacks a decision, or one gives what it may not. What
 * else a model may leave out, the second one answers. */
StrataDecisions      *strata_decide               (StrataFacts       *facts,
                                                   DmnModel          *model,
                                                   DmnModel          *defaults,
                                                   GError           **error) G_GNUC_WARN_UNUSED_RESULT;
StrataDecisions      *strata_decisions_decide_again (StrataDecisions *decisions,
                                                     StrataFacts     *facts,
                                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;
StrataDecisions      *strata_decisions_ref        (StrataDecisions   *decisions);
void                  strata_decisions_unref      (StrataDecisions   *decisions);
const StrataDecision *strata_decisions_get        (StrataDecisions   *decisions,
                                                   StrataDecisionId   id);
StrataFacts          *strata_decisions_get_facts  (StrataDecisions   *decisions);
const StrataPhases   *strata_decisions_get_phases (StrataDecisions   *decisions);
/* FALSE when the facts give no cause for concern. */
gboolean              strata_decisions_get_concern (StrataDecisions  *decisions,
                                                    StrataConcern     concern,
                                                    StrataSeverity   *severity);
StrataPrerequisite    strata_decisions_get_prerequisite (StrataDecisions *decisions,
                                                         StrataFactId     fact);
const char           *strata_decision_get_key     (StrataDecisionId   id);
const char           *strata_basis_get_id         (StrataBasis        basis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataDecisions, strata_decisions_unref)

G_END_DECLS
