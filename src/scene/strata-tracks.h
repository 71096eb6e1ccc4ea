/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parallel stretches that share a gutter, side by side with few crossings.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StrataTrack:
 *
 * A stretch along a gutter. At each end its way leaves the gutter, to one of
 * its two sides.
 */
typedef struct
{
  double from;    /* along the gutter */
  double to;
  int    at_from; /* the side: −1: that of lower levels; 1: of higher ones */
  int    at_to;
  guint  level;   /* out: across the gutter, from 0 */
} StrataTrack;

guint strata_tracks_arrange (StrataTrack **tracks,
                             guint         n_tracks);

G_END_DECLS
