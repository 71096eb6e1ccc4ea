/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decides a part of a problem with HiGHS, in sequence for the rules of ties.
 */

#define G_LOG_DOMAIN "strata-advise"

#include "config.h"

#include "strata-cover-private.h"

#include <glib/gi18n-lib.h>
#include <interfaces/highs_c_api.h>
#include <math.h>

/* Weights are divided by what divides all of them. Up to here a double is
 * exact with room for what the simplex method loses on its way. */
#define HEAVIEST (G_GINT64_CONSTANT (1) << 40)

/* So many options are compared in one run: the earliest counts more than all
 * that follow it. */
#define N_COMPARED 16

/* What an earlier run found, which later ones may not give up. */
typedef struct
{
  gint64 *costs;
  gint64  sum;
} Holding;

/* A column of HiGHS is an option of the part, of the same place. */
typedef struct
{
  StrataCover           *cover;
  const StrataCoverPart *part;
  GCancellable          *cancellable;
  void                  *highs;
  guint                  n;        /* columns */
  gint64                *costs;    /* of the present run; always whole */
  gboolean              *kept;     /* the answer of the last run */
  double                *lower;    /* bounds of the columns */
  double                *upper;
  GArray                *held;     /* Holding */
} Solver;

/* The rows of a problem, one after the other. */
typedef struct
{
  GArray *starts;  /* HighsInt */
  GArray *columns; /* HighsInt */
  GArray *values;  /* double */
  GArray *lower;   /* double */
} Rows;

static StrataCoverOption *
get_option (const Solver *solver,
            guint         column)
{
  return strata_cover_get_option (solver->cover, g_array_index (solver->part->options, guint, column));
}

static guint
find_column (const Solver *solver,
             guint         option)
{
  guint column = 0;
  gboolean found = g_array_binary_search (solver->part->options, &option, strata_cover_compare_numbers, &column);

  g_assert (found);

  return column;
}

static void
add_entry (Rows   *rows,
           guint   column,
           double  value)
{
  HighsInt index = column;

  g_array_append_val (rows->columns, index);
  g_array_append_val (rows->values, value);
}

static void
begin_row (Rows   *rows,
           double  lower)
{
  HighsInt start = rows->columns->len;

  g_array_append_val (rows->starts, start);
  g_array_append_val (rows->lower, lower);
}

/* At least one of those that meet a need. */
static void
add_needs (const Solver *solver,
           Rows         *rows)
{
  for (guint i = 0; i < solver->part->needs->len; i++)
    {
      const StrataCoverNeed *need = strata_cover_get_need (solver->cover, g_array_index (solver->part->needs, guint, i));

      begin_row (rows, 1.0);
      for (guint j = 0; j < need->options->len; j++)
        {
          guint option = g_array_index (need->options, guint, j);

          if (strata_cover_is_open (solver->cover, option))
            add_entry (rows, find_column (solver, option), 1.0);
        }
    }
}

/* The base less the option is not below 0. */
static void
add_bases (const Solver *solver,
           Rows         *rows)
{
  for (guint i = 0; i < solver->n; i++)
    {
      guint base = get_option (solver, i)->base;

      if (base == STRATA_COVER_NO_BASE || !strata_cover_is_open (solver->cover, base))
        continue;
      begin_row (rows, 0.0);
      add_entry (rows, find_column (solver, base), 1.0);
      add_entry (rows, i, -1.0);
    }
}

static gboolean
pass_problem (Solver *solver,
              Rows   *rows)
{
  g_autofree double *costs = g_new0 (double, solver->n);
  g_autofree double *upper = g_new (double, rows->lower->len);
  g_autofree HighsInt *integral = g_new (HighsInt, solver->n);

  for (guint i = 0; i < rows->lower->len; i++)
    upper[i] = Highs_getInfinity (solver->highs);
  for (guint i = 0; i < solver->n; i++)
    integral[i] = kHighsVarTypeInteger;

  return Highs_passMip (solver->highs, solver->n, rows->lower->len, rows->columns->len,
                        kHighsMatrixFormatRowwise, kHighsObjSenseMinimize, 0.0,
                        costs, solver->lower, solver->upper, (double *) rows->lower->data, upper,
                        (HighsInt *) rows->starts->data, (HighsInt *) rows->columns->data,
                        (double *) rows->values->data, integral) == kHighsStatusOk;
}

static gboolean
build_problem (Solver *solver)
{
  Rows rows = {
    g_array_new (FALSE, FALSE, sizeof (HighsInt)),
    g_array_new (FALSE, FALSE, sizeof (HighsInt)),
    g_array_new (FALSE, FALSE, sizeof (double)),
    g_array_new (FALSE, FALSE, sizeof (double)),
  };
  gboolean good;

  add_needs (solver, &rows);
  add_bases (solver, &rows);
  good = pass_problem (solver, &rows);
  g_array_unref (rows.starts);
  g_array_unref (rows.columns);
  g_array_unref (rows.values);
  g_array_unref (rows.lower);

  return good;
}

/* The same everywhere and every time: one thread, one seed, no gap. */
static void
set_options (Solver *solver)
{
  Highs_setBoolOptionValue (solver->highs, "output_flag", FALSE);
  Highs_setStringOptionValue (solver->highs, "parallel", "off");
  Highs_setIntOptionValue (solver->highs, "threads", 1);
  Highs_setIntOptionValue (solver->highs, "random_seed", 0);
  Highs_setDoubleOptionValue (solver->highs, "mip_rel_gap", 0.0);
  Highs_setDoubleOptionValue (solver->highs, "mip_abs_gap", 0.0);
  Highs_setDoubleOptionValue (solver->highs, "mip_feasibility_tolerance", 1e-9);
}

static void
interrupt_cb (int                         type,
              const char                 *message,
              const HighsCallbackDataOut *out,
              HighsCallbackDataIn        *in,
              void                       *data)
{
  in->user_interrupt = g_cancellable_is_cancelled (data);
}

static void
listen (Solver *solver)
{
  if (solver->cancellable == NULL)
    return;
  Highs_setCallback (solver->highs, interrupt_cb, solver->cancellable);
  Highs_startCallback (solver->highs, kHighsCallbackMipInterrupt);
  Highs_startCallback (solver->highs, kHighsCallbackSimplexInterrupt);
}

static gint64
add_up (const Solver *solver,
        const gint64 *costs)
{
  gint64 sum = 0;

  for (guint i = 0; i < solver->n; i++)
    sum += solver->kept[i] ? costs[i] : 0;

  return sum;
}

static gboolean
read_values (Solver *solver)
{
  g_autofree double *values = g_new (double, solver->n);

  if (Highs_getSolution (solver->highs, values, NULL, NULL, NULL) != kHighsStatusOk)
    return FALSE;
  for (guint i = 0; i < solver->n; i++)
    {
      solver->kept[i] = values[i] > 0.5;
      if (fabs (values[i] - solver->kept[i]) > 1e-3)
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_bases (const Solver *solver)
{
  for (guint i = 0; i < solver->n; i++)
    {
      guint base = get_option (solver, i)->base;

      if (solver->kept[i] && base != STRATA_COVER_NO_BASE && strata_cover_is_open (solver->cover, base)
          && !solver->kept[find_column (solver, base)])
        return FALSE;
    }

  return TRUE;
}

static gboolean
gives_nothing_up (const Solver *solver)
{
  for (guint i = 0; i < solver->held->len; i++)
    {
      const Holding *holding = &g_array_index (solver->held, Holding, i);

      if (add_up (solver, holding->costs) != holding->sum)
        return FALSE;
    }

  return TRUE;
}

/* Costs are whole: a bound less than one away proves that nothing is better. */
static gboolean
is_proven (const Solver *solver)
{
  double bound = 0.0;

  return Highs_getModelStatus (solver->highs) == kHighsModelStatusOptimal
         && Highs_getDoubleInfoValue (solver->highs, "mip_dual_bound", &bound) == kHighsStatusOk
         && fabs (add_up (solver, solver->costs) - bound) < 0.5;
}

/* What the last run found is allowed in this one, too, and a good start. */
static gboolean
start_from_answer (Solver *solver)
{
  g_autofree double *values = g_new (double, solver->n);

  for (guint i = 0; i < solver->n; i++)
    values[i] = solver->kept[i];

  return Highs_setSolution (solver->highs, values, NULL, NULL, NULL) == kHighsStatusOk;
}

/* Runs once for the present costs. */
static gboolean
run (Solver *solver)
{
  g_autofree double *costs = g_new (double, solver->n);

  for (guint i = 0; i < solver->n; i++)
    costs[i] = solver->costs[i];

  return (solver->held->len == 0 || start_from_answer (solver))
         && Highs_changeColsCostByRange (solver->highs, 0, solver->n - 1, costs) == kHighsStatusOk
         && Highs_run (solver->highs) == kHighsStatusOk
         && read_values (solver) && has_bases (solver) && gives_nothing_up (solver) && is_proven (solver);
}

/* From now on only what is as good as the answer by the present costs. */
static gboolean
hold (Solver *solver)
{
  g_autofree HighsInt *columns = g_new (HighsInt, solver->n);
  g_autofree double *costs = g_new (double, solver->n);
  Holding holding = { g_memdup2 (solver->costs, solver->n * sizeof (gint64)), add_up (solver, solver->costs) };

  g_array_append_val (solver->held, holding);
  for (guint i = 0; i < solver->n; i++)
    {
      columns[i] = i;
      costs[i] = solver->costs[i];
    }

  return Highs_addRow (solver->highs, -Highs_getInfinity (solver->highs), holding.sum,
                       solver->n, columns, costs) == kHighsStatusOk;
}

static gint64
get_divisor (const Solver *solver)
{
  gint64 divisor = 0;

  for (guint i = 0; i < solver->n; i++)
    {
      gint64 weight = get_option (solver, i)->weight;

      while (weight != 0)
        {
          gint64 rest = divisor % weight;

          divisor = weight;
          weight = rest;
        }
    }

  return MAX (divisor, 1);
}

/* FALSE where they are too large to be compared to the cent. */
static gboolean
set_weights (Solver *solver)
{
  gint64 divisor = get_divisor (solver);
  gint64 sum = 0;

  for (guint i = 0; i < solver->n; i++)
    {
      solver->costs[i] = get_option (solver, i)->weight / divisor;
      if (solver->costs[i] > HEAVIEST - sum)
        return FALSE;
      sum += solver->costs[i];
    }

  return TRUE;
}

static guint
set_counts (Solver   *solver,
            gboolean  with_base)
{
  guint n = 0;

  for (guint i = 0; i < solver->n; i++)
    {
      solver->costs[i] = (get_option (solver, i)->base != STRATA_COVER_NO_BASE) == with_base;
      n += solver->costs[i];
    }

  return n;
}

static gboolean
run_and_hold (Solver *solver)
{
  return run (solver) && hold (solver);
}

/* The earlier of two is kept, a stretch of options a run. */
static gboolean
prefer_earlier (Solver *solver)
{
  for (guint from = 0; from < solver->n; from += N_COMPARED)
    {
      guint to = MIN (from + N_COMPARED, solver->n);

      for (guint i = 0; i < solver->n; i++)
        solver->costs[i] = i >= from && i < to ? -(G_GINT64_CONSTANT (1) << (to - 1 - i)) : 0;
      if (!run (solver))
        return FALSE;
      for (guint i = from; i < to; i++)
        solver->lower[i] = solver->upper[i] = solver->kept[i];
      if (Highs_changeColsBoundsByRange (solver->highs, 0, solver->n - 1, solver->lower, solver->upper) != kHighsStatusOk)
        return FALSE;
    }

  return TRUE;
}

/* The lightest, and of these the one with the fewest of either kind. */
static gboolean
run_in_sequence (Solver *solver)
{
  return build_problem (solver)
         && run_and_hold (solver)
         && (set_counts (solver, FALSE) == 0 || run_and_hold (solver))
         && (set_counts (solver, TRUE) == 0 || run_and_hold (solver))
         && prefer_earlier (solver);
}

/* An option goes before its base, which comes before it. */
static void
decide (const Solver *solver)
{
  for (guint i = solver->n; i-- > 0;)
    {
      guint option = g_array_index (solver->part->options, guint, i);

      if (!strata_cover_is_open (solver->cover, option))
        continue;
      if (solver->kept[i])
        strata_cover_keep (solver->cover, option);
      else
        strata_cover_cut (solver->cover, option);
    }
}

static gboolean
fail (const Solver  *solver,
      GError       **error)
{
  if (!g_cancellable_set_error_if_cancelled (solver->cancellable, error))
    g_set_error (error, STRATA_COVER_ERROR, STRATA_COVER_ERROR_FAILED,
                 _("The solver could not work out what can be cut."));

  return FALSE;
}

static gboolean
solve (Solver  *solver,
       GError **error)
{
  if (!set_weights (solver))
    {
      g_set_error (error, STRATA_COVER_ERROR, STRATA_COVER_ERROR_TOO_HEAVY,
                   _("The costs are too large to work out to the cent what can be cut."));
      return FALSE;
    }
  set_options (solver);
  listen (solver);
  if (!run_in_sequence (solver))
    return fail (solver, error);
  decide (solver);

  return TRUE;
}

static void
clear_holding (gpointer data)
{
  g_free (((Holding *) data)->costs);
}

static void
solver_init (Solver *solver)
{
  solver->highs = Highs_create ();
  solver->n = solver->part->options->len;
  solver->costs = g_new0 (gint64, solver->n);
  solver->kept = g_new0 (gboolean, solver->n);
  solver->lower = g_new0 (double, solver->n);
  solver->upper = g_new0 (double, solver->n);
  for (guint i = 0; i < solver->n; i++)
    solver->upper[i] = 1.0;
  solver->held = g_array_new (FALSE, FALSE, sizeof (Holding));
  g_array_set_clear_func (solver->held, clear_holding);
}

static void
solver_clear (Solver *solver)
{
  Highs_destroy (solver->highs);
  g_array_unref (solver->held);
  g_free (solver->costs);
  g_free (solver->kept);
  g_free (solver->lower);
  g_free (solver->upper);
}

/**
 * strata_cover_solve_part:
 * @cover: a reduced problem
 * @part: one of its parts
 * @cancellable: (nullable): ends the search
 * @error: return location for an error
 *
 * Decides the options of a part: first by weight; then, by whole counts and
 * with what the runs before it found held fast, by each of the rules for ties.
 * An answer is rounded and held against what it claims in whole numbers.
 *
 * Returns: whether the choice is proven; else options may be open
 */
gboolean
strata_cover_solve_part (StrataCover            *cover,
                         const StrataCoverPart  *part,
                         GCancellable           *cancellable,
                         GError                **error)
{
  Solver solver = { cover, part, cancellable };
  gboolean solved;

  solver_init (&solver);
  solved = solve (&solver, error);
  solver_clear (&solver);

  return solved;
}
