/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which placements feed each other in a circle.
 */

#pragma once

#include "strata-stack-private.h"

G_BEGIN_DECLS

/**
 * StrataCycles:
 *
 * Groups of two or more placements each of which reaches all the others.
 */
typedef struct
{
  StrataPositions *members;
  guint            n;
} StrataCycles;

StrataCycles strata_cycles_find (StrataArena      *arena,
                                 guint             n_nodes,
                                 const StrataFlow *flows,
                                 guint             n_flows);

G_END_DECLS
