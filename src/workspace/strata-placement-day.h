/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a placement starts, is live and retires, as a form says it.
 */

#pragma once

#include "assess/strata-assessment.h"

G_BEGIN_DECLS

typedef enum
{
  STRATA_PLACEMENT_DAY_START,
  STRATA_PLACEMENT_DAY_LIVE,
  STRATA_PLACEMENT_DAY_RETIRE,
} StrataPlacementDay;

#define STRATA_N_PLACEMENT_DAYS 3

const char *strata_placement_day_get_key  (StrataPlacementDay day);
int         strata_placement_day_get      (StrataPlacement    *placement,
                                           StrataPlacementDay  day);
/* The default in words, and the date where the plan has one. */
char       *strata_placement_day_describe (StrataAssessment   *assessment,
                                           guint               placement,
                                           StrataPlacementDay  day) G_GNUC_WARN_UNUSED_RESULT;
char       *strata_placement_price_describe (StrataPlacement *placement) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
