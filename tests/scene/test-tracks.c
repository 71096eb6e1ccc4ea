/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stretches in a gutter stay apart, and cross as little as they can.
 */

#include "config.h"

#include "scene/strata-tracks.h"

#define MOST 3

typedef struct
{
  const char  *name;
  guint        n_tracks;
  StrataTrack  tracks[MOST];
  guint        levels[MOST];
  guint        n_levels;
} Case;

static const Case cases[] = {
  { "none", 0, { { 0 } }, { 0 }, 0 },
  { "one", 1, { { 0, 50, 1, -1, 9 } }, { 0 }, 1 },
  { "apart", 2, { { 0, 50, 1, 1, 9 }, { 60, 90, 1, 1, 9 } }, { 0, 0 }, 1 },
  { "touching", 2, { { 0, 50, 1, 1, 9 }, { 50, 90, 1, 1, 9 } }, { 0, 1 }, 2 },
  /* Both open upwards: the short one lies inside the long one. */
  { "nested", 2, { { 0, 90, -1, -1, 9 }, { 30, 60, -1, -1, 9 } }, { 1, 0 }, 2 },
  { "nested-down", 2, { { 30, 60, 1, 1, 9 }, { 90, 0, 1, 1, 9 } }, { 1, 0 }, 2 },
  { "three", 3, { { 0, 90, -1, -1, 9 }, { 10, 40, -1, -1, 9 }, { 50, 80, -1, -1, 9 } }, { 1, 0, 0 }, 2 },
};

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  StrataTrack tracks[MOST];
  StrataTrack *pointers[MOST];

  for (guint i = 0; i < self->n_tracks; i++)
    {
      tracks[i] = self->tracks[i];
      pointers[i] = &tracks[i];
    }
  g_assert_cmpuint (strata_tracks_arrange (pointers, self->n_tracks), ==, self->n_levels);
  for (guint i = 0; i < self->n_tracks; i++)
    g_assert_cmpuint (tracks[i].level, ==, self->levels[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/scene/tracks/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
