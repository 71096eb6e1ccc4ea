/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parallel stretches that share a gutter, side by side with few crossings.
 */

#define G_LOG_DOMAIN "strata-scene"

#include "config.h"

#include "scene/strata-tracks.h"

/* Two stretches on one level keep this apart, in pixels. */
#define CLEARANCE 6.0

static double
get_start (const StrataTrack *track)
{
  return MIN (track->from, track->to);
}

static double
get_end (const StrataTrack *track)
{
  return MAX (track->from, track->to);
}

static gboolean
is_between (const StrataTrack *track,
            double             at)
{
  return at > get_start (track) && at < get_end (track);
}

static gboolean
meet (const StrataTrack *a,
      const StrataTrack *b)
{
  return get_start (a) < get_end (b) + CLEARANCE && get_start (b) < get_end (a) + CLEARANCE;
}

/* How many ends of one that leave to a side cross the other. */
static guint
count_ends (const StrataTrack *track,
            int                side,
            const StrataTrack *other)
{
  return (track->at_from == side && is_between (other, track->from)) +
         (track->at_to == side && is_between (other, track->to));
}

static int
count_crossings (const StrataTrack *lower,
                 const StrataTrack *higher)
{
  return (int) (count_ends (lower, 1, higher) + count_ends (higher, -1, lower));
}

/* Where among those arranged one more crosses fewest: behind all of them, or
 * before as many as makes that better. */
static guint
find_position (GPtrArray         *arranged,
               const StrataTrack *track)
{
  guint best = arranged->len;
  int least = 0;
  int cost = 0;

  for (guint i = arranged->len; i > 0; i--)
    {
      const StrataTrack *other = g_ptr_array_index (arranged, i - 1);

      cost += count_crossings (track, other) - count_crossings (other, track);
      if (cost < least)
        {
          least = cost;
          best = i - 1;
        }
    }
  return best;
}

/**
 * strata_tracks_arrange:
 * @tracks: the stretches in one gutter
 * @n_tracks: how many
 *
 * Gives every stretch a level, so that none that meet share one. Each is put
 * where it crosses fewest of those before it: the same stretches get the same
 * levels. Quadratic in their number.
 *
 * Returns: how many levels there are
 */
guint
strata_tracks_arrange (StrataTrack **tracks,
                       guint         n_tracks)
{
  g_autoptr (GPtrArray) arranged = g_ptr_array_sized_new (n_tracks);
  guint n_levels = 0;

  for (guint i = 0; i < n_tracks; i++)
    g_ptr_array_insert (arranged, (int) find_position (arranged, tracks[i]), tracks[i]);
  for (guint i = 0; i < n_tracks; i++)
    {
      StrataTrack *track = g_ptr_array_index (arranged, i);

      track->level = 0;
      for (guint j = 0; j < i; j++)
        {
          const StrataTrack *other = g_ptr_array_index (arranged, j);

          if (other->level >= track->level && meet (track, other))
            track->level = other->level + 1;
        }
      n_levels = MAX (n_levels, track->level + 1);
    }
  return n_levels;
}
