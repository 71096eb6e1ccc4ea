/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A finding as a list shows it.
 */

#pragma once

#include "assess/strata-assessment.h"
#include "assess/strata-tool-names.h"
#include "workspace/strata-row.h"

G_BEGIN_DECLS

#define STRATA_TYPE_FINDING_ROW (strata_finding_row_get_type ())

/**
 * StrataFindingRow:
 *
 * Read-only properties, all with notification: `identity` (what makes it the
 * same finding after an edit), `code`, `severity` (a [enum@Strata.Severity] as
 * int), `message` (one translated sentence), `accepted`, `reason` (why it was
 * accepted, or NULL), `tools` (ids of placements, a strv), `names` (their
 * names in a sentence, a strv of the same length), `why` (the rule and its reason,
 * or NULL), `grounds` and `rests-on` (the facts and the decisions it rests on,
 * sets as uint), `decisions` (the [struct@Strata.Decisions] that those are of).
 */
G_DECLARE_FINAL_TYPE (StrataFindingRow, strata_finding_row, STRATA, FINDING_ROW, StrataRow)

StrataFindingRow   *strata_finding_row_new          (const char *identity) G_GNUC_WARN_UNUSED_RESULT;
void                strata_finding_row_update       (StrataFindingRow    *self,
                                                     StrataToolNames     *names,
                                                     StrataAssessment    *assessment,
                                                     const StrataFinding *finding);

const char         *strata_finding_row_get_identity (StrataFindingRow *self);
const char         *strata_finding_row_get_code     (StrataFindingRow *self);
StrataSeverity      strata_finding_row_get_severity (StrataFindingRow *self);
const char         *strata_finding_row_get_message  (StrataFindingRow *self);
gboolean            strata_finding_row_get_accepted (StrataFindingRow *self);
const char * const *strata_finding_row_get_tools    (StrataFindingRow *self);
const char * const *strata_finding_row_get_names    (StrataFindingRow *self);

/* In words, made when asked for: most findings are never asked why. */
char               *strata_finding_row_dup_decisions (StrataFindingRow *self) G_GNUC_WARN_UNUSED_RESULT;
char               *strata_finding_row_dup_grounds  (StrataFindingRow *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
