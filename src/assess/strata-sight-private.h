/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What decision tables see of the facts: inputs by name.
 */

#pragma once

#include "dmn/dmn-value.h"
#include "model/strata-facts.h"

G_BEGIN_DECLS

/**
 * StrataSight:
 *
 * One input of the tables and the fact that it is seen of. An answer is a
 * number: itself, 0 or 1, a member's position, or a set's bits; not a number
 * where it is unknown.
 */
typedef struct
{
  const char    *name;
  StrataFactId   fact;
  DmnValue    *(*see) (const StrataFact *fact,
                       double            answer);
} StrataSight;

/* Each in turn, facts first; FALSE behind the last. */
gboolean  strata_sight_get        (guint         index,
                                   StrataSight  *sight);
gboolean  strata_sight_lookup     (const char   *name,
                                   StrataSight  *sight);
DmnValue *strata_sight_see        (const StrataSight *sight,
                                   double             answer) G_GNUC_WARN_UNUSED_RESULT;
/* Whether it is the fact itself, not something derived of it. */
gboolean  strata_sight_is_fact    (const StrataSight *sight);

/* FALSE when nobody has said. */
gboolean  strata_answer_get       (StrataFacts  *facts,
                                   StrataFactId  fact,
                                   double       *answer);
/* How many answers a fact has that is no number. */
guint     strata_answer_count     (StrataFactId  fact);

G_END_DECLS
