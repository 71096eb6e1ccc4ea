/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a card says of a placement.
 */

#pragma once

#include "assess/strata-assessment.h"

G_BEGIN_DECLS

char *strata_placement_format_role      (StrataPlacement *placement,
                                         StrataTool      *tool) G_GNUC_WARN_UNUSED_RESULT;
char *strata_placement_format_cost      (StrataPlacement *placement,
                                         const char      *currency) G_GNUC_WARN_UNUSED_RESULT;
char *strata_placement_format_days      (StrataPlacement  *placement,
                                         const StrataSpan *span) G_GNUC_WARN_UNUSED_RESULT;
char *strata_placement_format_badge     (int n_findings) G_GNUC_WARN_UNUSED_RESULT;
char *strata_placement_describe_preview (int n_findings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
