/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of finding room for something that floats.
 */

#include "config.h"

#include "scene/strata-room.h"

static void
test_finds (void)
{
  static const struct
  {
    StrataRect  area;
    gboolean    rtl;
    StrataRect  avoided[2];
    StrataPoint found; /* of 100 × 50 */
  } rows[] = {
    /* At the end of the last line. */
    { { 0, 0, 400, 200 }, FALSE, { { 0, 0, 100, 100 } }, { 300, 150 } },
    { { 0, 0, 400, 200 }, TRUE, { { 300, 0, 100, 100 } }, { 0, 150 } },
    { { 10, 20, 400, 200 }, FALSE, { { 0 } }, { 310, 170 } },
    /* Touching is not covering. */
    { { 0, 0, 400, 200 }, FALSE, { { 0, 0, 300, 150 } }, { 300, 150 } },
    { { 0, 0, 400, 200 }, FALSE, { { 301, 151, 99, 49 } }, { 300, 0 } },
    { { 0, 0, 400, 200 }, FALSE, { { 350, 0, 10, 200 } }, { 0, 150 } },
    { { 0, 0, 400, 200 }, FALSE, { { 350, 0, 10, 200 }, { 50, 150, 10, 50 } }, { 0, 0 } },
    { { 0, 0, 400, 200 }, FALSE, { { 350, 0, 10, 200 }, { 50, 0, 10, 200 } }, { 150, 150 } },
    /* As little as possible. */
    { { 0, 0, 400, 50 }, FALSE, { { 0, 0, 400, 50 }, { 300, 0, 100, 50 } }, { 0, 0 } },
    /* No room at all. */
    { { 5, 5, 50, 20 }, FALSE, { { 0, 0, 400, 50 } }, { 5, 5 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      StrataPoint found = strata_room_find (&rows[i].area, 100, 50, rows[i].rtl,
                                            rows[i].avoided, G_N_ELEMENTS (rows[i].avoided));

      g_test_message ("row %u", i);
      g_assert_cmpfloat (found.x, ==, rows[i].found.x);
      g_assert_cmpfloat (found.y, ==, rows[i].found.y);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/room/finds", test_finds);

  return g_test_run ();
}
