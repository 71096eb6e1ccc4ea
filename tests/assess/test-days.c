/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of sets of days.
 */

#include "config.h"

#include "assess/strata-days-private.h"

#define NEVER STRATA_DAY_NEVER

typedef struct
{
  StrataStretch stretches[6];
  guint         n;
} Input;

static void
assert_days (StrataDays   days,
             const Input *expected)
{
  g_assert_cmpuint (days.n, ==, expected->n);
  for (guint i = 0; i < days.n; i++)
    {
      g_assert_cmpint (days.stretches[i].from, ==, expected->stretches[i].from);
      g_assert_cmpint (days.stretches[i].to, ==, expected->stretches[i].to);
    }
}

static StrataDays
make_days (StrataArena *arena,
           const Input *input)
{
  return strata_days_from_stretches (arena, input->stretches, input->n);
}

static void
test_merge (void)
{
  static const struct
  {
    Input stretches;
    Input merged;
  } rows[] = {
    { { { { 0 } }, 0 }, { { { 0 } }, 0 } },
    { { { { 5, 9 } }, 1 }, { { { 5, 9 } }, 1 } },
    { { { { 5, 5 }, { 9, 3 } }, 2 }, { { { 0 } }, 0 } },
    { { { { 10, 20 }, { 0, 10 } }, 2 }, { { { 0, 20 } }, 1 } },
    { { { { 10, 20 }, { 0, 9 } }, 2 }, { { { 0, 9 }, { 10, 20 } }, 2 } },
    { { { { 0, NEVER }, { 3, 5 }, { -7, -2 } }, 3 }, { { { -7, -2 }, { 0, NEVER } }, 2 } },
    { { { { 0, 9 }, { 2, 4 }, { 8, 12 } }, 3 }, { { { 0, 12 } }, 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataArena) arena = strata_arena_new ();

      assert_days (make_days (arena, &rows[i].stretches), &rows[i].merged);
    }
}

static void
test_set_operations (void)
{
  static const struct
  {
    Input a;
    Input b;
    Input both;
    Input either;
  } rows[] = {
    { { { { 0, 10 } }, 1 }, { { { 0 } }, 0 }, { { { 0 } }, 0 }, { { { 0, 10 } }, 1 } },
    { { { { 0, 10 } }, 1 }, { { { 10, 20 } }, 1 }, { { { 0 } }, 0 }, { { { 0, 20 } }, 1 } },
    { { { { 0, 10 } }, 1 }, { { { 9, 20 } }, 1 }, { { { 9, 10 } }, 1 }, { { { 0, 20 } }, 1 } },
    { { { { 0, 10 }, { 20, NEVER } }, 2 },
      { { { 5, 25 }, { 30, 40 } }, 2 },
      { { { 5, 10 }, { 20, 25 }, { 30, 40 } }, 3 },
      { { { 0, NEVER } }, 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataArena) arena = strata_arena_new ();
      StrataDays a = make_days (arena, &rows[i].a);
      StrataDays b = make_days (arena, &rows[i].b);

      assert_days (strata_days_intersect (arena, a, b), &rows[i].both);
      assert_days (strata_days_intersect (arena, b, a), &rows[i].both);
      assert_days (strata_days_unite (arena, a, b), &rows[i].either);
      assert_days (strata_days_unite (arena, b, a), &rows[i].either);
    }
}

static void
test_find (void)
{
  static const Input input = { { { 0, 10 }, { 20, 30 }, { 40, NEVER } }, 3 };
  static const Input ending = { { { 0, 10 } }, 1 };
  static const struct
  {
    const Input *days;
    int          day;
    int          found;
  } rows[] = {
    { &input, -5, 0 },
    { &input, 0, 0 },
    { &input, 9, 9 },
    { &input, 10, 20 },
    { &input, 29, 29 },
    { &input, 30, 40 },
    { &input, 5000, 5000 },
    { &input, NEVER, NEVER },
    { &ending, 9, 9 },
    { &ending, 10, NEVER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (StrataArena) arena = strata_arena_new ();

      g_assert_cmpint (strata_days_find (make_days (arena, rows[i].days), rows[i].day), ==, rows[i].found);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/days/merge", test_merge);
  g_test_add_func ("/days/set-operations", test_set_operations);
  g_test_add_func ("/days/find", test_find);

  return g_test_run ();
}
