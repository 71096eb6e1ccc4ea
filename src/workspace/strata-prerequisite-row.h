/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One of the four prerequisites as the gate shows it.
 */

#pragma once

#include "model/strata-facts.h"
#include "workspace/strata-row.h"

G_BEGIN_DECLS

#define STRATA_TYPE_PREREQUISITE_ROW (strata_prerequisite_row_get_type ())

/**
 * StrataPrerequisiteRow:
 *
 * Read-only properties with notification: `fact` (a [enum@Strata.FactId] as
 * int), `key` (the fact's, as in the plan), `label`, `state` (a
 * [enum@Strata.Prerequisite] as int, −1 when unknown), `state-label`.
 */
G_DECLARE_FINAL_TYPE (StrataPrerequisiteRow, strata_prerequisite_row, STRATA, PREREQUISITE_ROW, StrataRow)

StrataPrerequisiteRow *strata_prerequisite_row_new             (StrataFactId fact) G_GNUC_WARN_UNUSED_RESULT;
void                   strata_prerequisite_row_update          (StrataPrerequisiteRow *self,
                                                                StrataPrerequisite     state);

StrataFactId           strata_prerequisite_row_get_fact        (StrataPrerequisiteRow *self);
const char            *strata_prerequisite_row_get_label       (StrataPrerequisiteRow *self);
StrataPrerequisite     strata_prerequisite_row_get_state       (StrataPrerequisiteRow *self);
const char            *strata_prerequisite_row_get_state_label (StrataPrerequisiteRow *self);

G_END_DECLS
