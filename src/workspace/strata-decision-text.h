/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decisions in the words of the room.
 */

#pragma once

#include "assess/strata-decisions.h"

G_BEGIN_DECLS

const char *strata_decision_text_get_label   (StrataDecisionId       id);
const char *strata_decision_text_get_outcome (const char            *outcome);
char       *strata_decision_text_describe    (StrataDecisionId       id,
                                              const StrataDecision  *decision) G_GNUC_WARN_UNUSED_RESULT;
char       *strata_decision_text_explain     (StrataDecisionId       id,
                                              const StrataDecision  *decision) G_GNUC_WARN_UNUSED_RESULT;
char       *strata_decision_text_dup_row     (const StrataMatrixRow *row,
                                              StrataDecisions       *decisions) G_GNUC_WARN_UNUSED_RESULT;
char      **strata_decision_text_list_notes  (StrataDecisions       *decisions,
                                              StrataDecisionId       id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
