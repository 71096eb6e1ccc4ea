/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an edit would do to the findings, in a few words.
 */

#pragma once

#include "assess/strata-assessment.h"
#include "catalog/strata-catalog.h"

G_BEGIN_DECLS

/* In place of a severity: something is solved. */
#define STRATA_WHAT_IF_SOLVED (-1)

/**
 * StrataWhatIfLine:
 * @severity: a [enum@Strata.Severity], or %STRATA_WHAT_IF_SOLVED
 * @text: “3 overlaps with Customer.io: email, push and journeys”
 */
typedef struct
{
  int   severity;
  char *text;
} StrataWhatIfLine;

/**
 * StrataWhatIfMark:
 * @severity: the worst of what is added to the placement, or
 *   %STRATA_WHAT_IF_SOLVED
 * @n_findings: how many open findings more would name it, or fewer
 *
 * What would become of one placement.
 */
typedef struct
{
  int severity;
  int n_findings;
} StrataWhatIfMark;

/**
 * StrataWhatIf:
 *
 * Compares two assessments. A finding that only gets another day is no change;
 * one that names a tool or a capability more is an addition, not a solution.
 */
typedef struct _StrataWhatIf StrataWhatIf;

StrataWhatIf           *strata_what_if_new         (StrataAssessment *before,
                                                    StrataAssessment *after,
                                                    StrataCatalog    *catalog) G_GNUC_WARN_UNUSED_RESULT;
void                    strata_what_if_free        (StrataWhatIf *self);

guint                   strata_what_if_get_n_lines (StrataWhatIf *self);
const StrataWhatIfLine *strata_what_if_get_line    (StrataWhatIf *self,
                                                    guint         index);
const char             *strata_what_if_get_more    (StrataWhatIf *self);
char                   *strata_what_if_dup_text    (StrataWhatIf *self) G_GNUC_WARN_UNUSED_RESULT;
const StrataWhatIfMark *strata_what_if_find_mark   (StrataWhatIf *self,
                                                    const char   *placement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataWhatIf, strata_what_if_free)

G_END_DECLS
