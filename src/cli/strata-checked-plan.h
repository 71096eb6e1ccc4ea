/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan and the assessments of its scenarios, as the check prints them.
 */

#pragma once

#include "assess/strata-assessment.h"
#include "assess/strata-decisions.h"
#include "storage/strata-json-builder.h"
#include "strata-terminal.h"

G_BEGIN_DECLS

/**
 * StrataCheckedPlan:
 *
 * One plan of the command line, judged.
 */
typedef struct
{
  char            *path;        /* as it was given */
  StrataPlan      *plan;
  StrataDecisions *decisions;
  GPtrArray       *assessments; /* StrataAssessment, in the order of the scenarios */
} StrataCheckedPlan;

GPtrArray         *strata_checked_plans_read (char           **paths,
                                              const char      *model,
                                              const char      *scenario,
                                              StrataCatalog  **catalog,
                                              gboolean        *all_read) G_GNUC_WARN_UNUSED_RESULT;
void               strata_checked_plan_free (StrataCheckedPlan *checked);

/* Both take a list of StrataCheckedPlan. */
GBytes            *strata_check_to_json     (GPtrArray *plans) G_GNUC_WARN_UNUSED_RESULT;
char              *strata_check_to_text     (GPtrArray *plans,
                                             gboolean   why,
                                             guint      width,
                                             gboolean   has_colors) G_GNUC_WARN_UNUSED_RESULT;

void               strata_check_print_heading   (StrataPrinter    *printer,
                                                 StrataAssessment *assessment);

/* The part of each that speaks of the decisions. */
void               strata_check_add_decisions   (StrataJsonBuilder *builder,
                                                 StrataDecisions   *decisions);
void               strata_check_print_decisions (StrataPrinter           *printer,
                                                 const StrataCheckedPlan *checked,
                                                 gboolean                 why);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataCheckedPlan, strata_checked_plan_free)

G_END_DECLS
