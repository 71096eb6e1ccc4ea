/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A client's answers, and what rules ask of them, as a person reads them.
 */

#pragma once

#include "assess/strata-decisions.h"

G_BEGIN_DECLS

char  *strata_fact_text_dup_value (StrataDecisions *decisions,
                                   StrataFactId     fact) G_GNUC_WARN_UNUSED_RESULT;
char **strata_fact_text_list      (StrataDecisions *decisions,
                                   StrataFactSet    set) G_GNUC_WARN_UNUSED_RESULT;
char  *strata_fact_text_dup_cell  (StrataFactId     fact,
                                   const char      *cell) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
