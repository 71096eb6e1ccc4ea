/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What to ask the client next.
 */

#pragma once

#include "assess/strata-decisions.h"
#include "workspace/strata-row.h"

G_BEGIN_DECLS

#define STRATA_TYPE_QUESTION_ROW (strata_question_row_get_type ())

/**
 * StrataQuestionRow:
 *
 * Read-only properties with notification: `key` (the fact that settles most,
 * or NULL when every decision is settled), `question`, `reason` (what it
 * settles or is needed for).
 */
G_DECLARE_FINAL_TYPE (StrataQuestionRow, strata_question_row, STRATA, QUESTION_ROW, StrataRow)

StrataQuestionRow *strata_question_row_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void               strata_question_row_update       (StrataQuestionRow *self,
                                                     StrataDecisions   *decisions);

/* What to ask of what is not among those left out, and what for. */
gboolean           strata_question_find             (StrataDecisions   *decisions,
                                                     StrataFactSet      left_out,
                                                     StrataFactId      *fact);
char              *strata_question_describe_reason  (StrataDecisions   *decisions,
                                                     StrataFactId       fact) G_GNUC_WARN_UNUSED_RESULT;

const char        *strata_question_row_get_key      (StrataQuestionRow *self);
const char        *strata_question_row_get_question (StrataQuestionRow *self);
const char        *strata_question_row_get_reason   (StrataQuestionRow *self);

G_END_DECLS
