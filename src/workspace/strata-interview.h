/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The questions to the client, one at a time.
 */

#pragma once

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

#define STRATA_TYPE_INTERVIEW (strata_interview_get_type ())

/**
 * StrataInterview:
 *
 * Asks what brings the decisions furthest, until all of them are settled or
 * nobody knows the rest. Property `fact`, with notification: the
 * [class@Strata.FactRow] that is asked for, NULL at the end.
 */
G_DECLARE_FINAL_TYPE (StrataInterview, strata_interview, STRATA, INTERVIEW, GObject)

StrataInterview *strata_interview_new         (StrataWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

StrataFactRow   *strata_interview_get_fact    (StrataInterview *self);
/* How many questions came before this one. */
guint            strata_interview_get_n_asked (StrataInterview *self);
char            *strata_interview_dup_reason  (StrataInterview *self) G_GNUC_WARN_UNUSED_RESULT;
void             strata_interview_go_on       (StrataInterview *self);
void             strata_interview_go_back     (StrataInterview *self);

G_END_DECLS
