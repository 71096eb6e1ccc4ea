/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of covering problems: against every choice there is, where that can
 * be tried.
 */

#include "config.h"

#include "advise/strata-cover-private.h"

#define MOST_OPTIONS 12

/* Numbers that every run draws the same. */
typedef struct
{
  GRand  *rand;
  gint64  unit;    /* weights are multiples of it */
  gint    largest; /* so many at most */
} Draw;

static GArray *
draw_options (Draw  *draw,
              guint  n)
{
  GArray *options = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_drawn = g_rand_int_range (draw->rand, 1, 5);

  for (guint i = 0; i < n_drawn; i++)
    {
      guint option = g_rand_int_range (draw->rand, 0, n);

      g_array_append_val (options, option);
    }

  return options;
}

static StrataCover *
draw_cover (Draw *draw,
            gint  least)
{
  StrataCover *cover = strata_cover_new ();
  guint n_bases = g_rand_int_range (draw->rand, 1, 8);
  guint n_others = g_rand_int_range (draw->rand, 0, MOST_OPTIONS - 7);
  guint n_needs = g_rand_int_range (draw->rand, 1, 9);

  for (guint i = 0; i < n_bases; i++)
    strata_cover_add_option (cover, draw->unit * g_rand_int_range (draw->rand, least, draw->largest), STRATA_COVER_NO_BASE);
  for (guint i = 0; i < n_others; i++)
    strata_cover_add_option (cover, draw->unit * g_rand_int_range (draw->rand, 0, draw->largest),
                             g_rand_int_range (draw->rand, 0, n_bases));
  for (guint i = 0; i < n_needs; i++)
    strata_cover_add_need (cover, draw_options (draw, n_bases + n_others));

  return cover;
}

static gboolean
is_in (guint choice,
       guint option)
{
  return (choice >> option & 1) != 0;
}

static gboolean
is_allowed (StrataCover *cover,
            guint        choice)
{
  for (guint i = 0; i < cover->options->len; i++)
    {
      guint base = strata_cover_get_option (cover, i)->base;

      if (is_in (choice, i) && base != STRATA_COVER_NO_BASE && !is_in (choice, base))
        return FALSE;
    }
  for (guint i = 0; i < cover->needs->len; i++)
    {
      const GArray *options = strata_cover_get_need (cover, i)->options;
      gboolean is_met = FALSE;

      for (guint j = 0; j < options->len; j++)
        is_met |= is_in (choice, g_array_index (options, guint, j));
      if (!is_met)
        return FALSE;
    }

  return TRUE;
}

static gint64
measure (StrataCover *cover,
         guint        choice,
         guint        rule)
{
  gint64 sum = 0;

  for (guint i = 0; i < cover->options->len; i++)
    {
      const StrataCoverOption *option = strata_cover_get_option (cover, i);
      gboolean with_base = option->base != STRATA_COVER_NO_BASE;

      if (is_in (choice, i))
        sum += rule == 0 ? option->weight : with_base == (rule == 2);
    }

  return sum;
}

static gboolean
is_better (StrataCover *cover,
           guint        choice,
           guint        other)
{
  guint differ = choice ^ other;

  for (guint rule = 0; rule < 3; rule++)
    {
      gint64 one = measure (cover, choice, rule);
      gint64 two = measure (cover, other, rule);

      if (one != two)
        return one < two;
    }

  return (choice & differ & -differ) != 0;
}

static guint
try_all (StrataCover *cover)
{
  guint best = 0;
  gboolean found = FALSE;

  for (guint choice = 0; choice < 1u << cover->options->len; choice++)
    {
      if (is_allowed (cover, choice) && (!found || is_better (cover, choice, best)))
        {
          best = choice;
          found = TRUE;
        }
    }
  g_assert_true (found);

  return best;
}

static guint
read_choice (StrataCover *cover)
{
  guint choice = 0;

  for (guint i = 0; i < cover->options->len; i++)
    {
      g_assert_false (strata_cover_is_open (cover, i));
      if (strata_cover_get_option (cover, i)->fate == STRATA_FATE_KEPT)
        choice |= 1u << i;
    }

  return choice;
}

/* Few weights make many ties; large ones are hard on floating point. */
static const Draw draws[] = {
  { NULL, 1, 2 },
  { NULL, 50, 4 },
  { NULL, 1, 100000 },
  { NULL, G_GINT64_CONSTANT (100000000007), 7 },
};

static void
test_all_choices (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (draws) * 150; i++)
    {
      Draw draw = draws[i % G_N_ELEMENTS (draws)];
      g_autoptr (StrataCover) cover = NULL;
      g_autoptr (GError) error = NULL;
      guint best;

      draw.rand = g_rand_new_with_seed (i);
      cover = draw_cover (&draw, -1);
      g_rand_free (draw.rand);
      best = try_all (cover);
      g_test_message ("Problem %u", i);
      g_assert_true (strata_cover_solve (cover, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmphex (read_choice (cover), ==, best);
    }
}

/* With nothing decided by looking: all is left to the solver. */
static void
test_solver_alone (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (draws) * 50; i++)
    {
      Draw draw = draws[i % G_N_ELEMENTS (draws)];
      g_autoptr (StrataCover) cover = NULL;
      g_autoptr (GPtrArray) parts = NULL;
      g_autoptr (GError) error = NULL;
      guint best;

      draw.rand = g_rand_new_with_seed (1000 + i);
      cover = draw_cover (&draw, 0);
      g_rand_free (draw.rand);
      best = try_all (cover);
      g_test_message ("Problem %u", i);
      parts = strata_cover_split (cover);
      for (guint j = 0; j < parts->len; j++)
        {
          g_assert_true (strata_cover_solve_part (cover, g_ptr_array_index (parts, j), NULL, &error));
          g_assert_no_error (error);
        }
      g_assert_cmphex (read_choice (cover), ==, best);
    }
}

/* Every need has three options, none of which can be ruled out by looking. */
static StrataCover *
make_ring (guint  n,
           gint64 weight)
{
  StrataCover *cover = strata_cover_new ();

  for (guint i = 0; i < n; i++)
    strata_cover_add_option (cover, weight + i * 7 % 5, STRATA_COVER_NO_BASE);
  for (guint i = 0; i < n; i++)
    {
      GArray *options = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint j = 0; j < 3; j++)
        {
          guint option = (i + j * j) % n;

          g_array_append_val (options, option);
        }
      strata_cover_add_need (cover, options);
    }

  return cover;
}

static void
test_too_heavy (void)
{
  g_autoptr (StrataCover) cover = make_ring (9, G_GINT64_CONSTANT (99999999999989));
  g_autoptr (GError) error = NULL;

  g_assert_false (strata_cover_solve (cover, NULL, NULL, NULL, &error));
  g_assert_error (error, STRATA_COVER_ERROR, STRATA_COVER_ERROR_TOO_HEAVY);
}

static void
test_cancelled (void)
{
  g_autoptr (StrataCover) cover = make_ring (40, 100);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (strata_cover_solve (cover, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The solver itself asks, too, while it works. */
static void
test_interrupted (void)
{
  g_autoptr (StrataCover) cover = make_ring (60, 100);
  g_autoptr (GPtrArray) parts = strata_cover_split (cover);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (parts->len, ==, 1);
  g_cancellable_cancel (cancellable);
  g_assert_false (strata_cover_solve_part (cover, g_ptr_array_index (parts, 0), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
progress_cb (double   done,
             gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (done, >=, *last);
  g_assert_cmpfloat (done, <=, 1.0);
  *last = done;
}

static void
test_progress (void)
{
  g_autoptr (StrataCover) cover = make_ring (12, 100);
  g_autoptr (GError) error = NULL;
  double last = 0.0;

  g_assert_true (strata_cover_solve (cover, progress_cb, &last, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1.0);
}

static gpointer
solve_ring (gpointer data)
{
  g_autoptr (StrataCover) cover = make_ring (12, 100);
  g_autoptr (GError) error = NULL;

  g_assert_true (strata_cover_solve (cover, NULL, NULL, NULL, &error));
  g_assert_no_error (error);

  return GUINT_TO_POINTER (read_choice (cover));
}

/* Wherever it runs, and beside whatever else. */
static void
test_threads (void)
{
  gpointer expected = solve_ring (NULL);
  GThread *threads[3];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("solver", solve_ring, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == expected);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cover/all-choices", test_all_choices);
  g_test_add_func ("/cover/solver-alone", test_solver_alone);
  g_test_add_func ("/cover/too-heavy", test_too_heavy);
  g_test_add_func ("/cover/cancelled", test_cancelled);
  g_test_add_func ("/cover/interrupted", test_interrupted);
  g_test_add_func ("/cover/progress", test_progress);
  g_test_add_func ("/cover/threads", test_threads);

  return g_test_run ();
}
