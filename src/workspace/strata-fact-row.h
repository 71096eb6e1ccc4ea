/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One question to the client as the form shows it.
 */

#pragma once

#include "assess/strata-decisions.h"
#include "workspace/strata-row.h"

G_BEGIN_DECLS

/* The form's groups, in their order. */
typedef enum
{
  STRATA_FACT_GROUP_CUSTOMERS,
  STRATA_FACT_GROUP_TEAM,
  STRATA_FACT_GROUP_DATA,
  STRATA_FACT_GROUP_AUTOMATION,
  STRATA_FACT_GROUP_PERSONALIZATION,
  STRATA_FACT_GROUP_PREREQUISITES,
} StrataFactGroup;

#define STRATA_N_FACT_GROUPS 6

#define STRATA_TYPE_FACT_ROW (strata_fact_row_get_type ())

/**
 * StrataFactRow:
 *
 * Read-only properties with notification: `key` (the fact's, as in the plan),
 * `label`, `question`, `value` (a [struct@Strata.Value], NULL when unknown),
 * `text` (the same in words), `derived` (what follows from other answers, in
 * words, or NULL).
 */
G_DECLARE_FINAL_TYPE (StrataFactRow, strata_fact_row, STRATA, FACT_ROW, StrataRow)

StrataFactRow    *strata_fact_row_new          (StrataFactId fact) G_GNUC_WARN_UNUSED_RESULT;
void              strata_fact_row_update       (StrataFactRow   *self,
                                                StrataFacts     *facts,
                                                StrataDecisions *decisions);

const StrataFact *strata_fact_row_get_fact     (StrataFactRow *self);
StrataFactGroup   strata_fact_row_get_group    (StrataFactRow *self);
const char       *strata_fact_row_get_label    (StrataFactRow *self);
const char       *strata_fact_row_get_question (StrataFactRow *self);
StrataValue      *strata_fact_row_get_value    (StrataFactRow *self);
const char       *strata_fact_row_get_text     (StrataFactRow *self);
const char       *strata_fact_row_get_derived  (StrataFactRow *self);

const char       *strata_fact_group_get_label  (StrataFactGroup group);

G_END_DECLS
