/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A set of days: the stretches on which something is true.
 */

#pragma once

#include "strata-arena-private.h"
#include "strata-finding.h"

G_BEGIN_DECLS

/**
 * StrataStretch:
 *
 * The days [from, to); `to` may be STRATA_DAY_NEVER.
 */
typedef struct
{
  int from;
  int to;
} StrataStretch;

/**
 * StrataDays:
 *
 * Stretches in order that neither overlap nor touch, none of them empty.
 */
typedef struct
{
  const StrataStretch *stretches;
  guint                n;
} StrataDays;

StrataDays strata_days_from_stretches (StrataArena         *arena,
                                       const StrataStretch *stretches,
                                       guint                n);
StrataDays strata_days_unite          (StrataArena         *arena,
                                       StrataDays           a,
                                       StrataDays           b);
StrataDays strata_days_intersect      (StrataArena         *arena,
                                       StrataDays           a,
                                       StrataDays           b);
int        strata_days_find           (StrataDays           days,
                                       int                  day);

G_END_DECLS
