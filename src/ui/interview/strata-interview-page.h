/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The interview: one question at a time, the decisions forming beside it.
 */

#pragma once

#include <adwaita.h>

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

#define STRATA_TYPE_INTERVIEW_PAGE (strata_interview_page_get_type ())

/**
 * StrataInterviewPage:
 *
 * Emits `finished` when there is nothing left to ask or somebody wants to go
 * on with the plan.
 */
G_DECLARE_FINAL_TYPE (StrataInterviewPage, strata_interview_page, STRATA, INTERVIEW_PAGE, AdwBin)

void strata_interview_page_begin (StrataInterviewPage *self,
                                  StrataWorkspace     *workspace);

G_END_DECLS
