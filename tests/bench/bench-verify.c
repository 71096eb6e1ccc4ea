/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Verifying tables of 200 rows with 8 inputs: one that covers everything once,
 * and one with gaps and overlaps all over.
 */

#include "config.h"

#include "bench.h"

#include "dmn/dmn-verify.h"

#define N_ROWS 200
#define N_INPUTS 8
#define WIDTH 1024

/* From `low` up to but not `high`. */
typedef struct
{
  guint low;
  guint high;
} Range;

typedef struct
{
  GBytes   *bytes;
  DmnModel *model;
} Bench;

/* Takes any row and any input of it, and makes two rows of it, again and
 * again. */
static guint
divide (GRand *rand,
        Range  rows[][N_INPUTS])
{
  guint n_rows = 1;

  for (guint i = 0; i < N_INPUTS; i++)
    rows[0][i] = (Range) { 0, WIDTH };
  while (n_rows < N_ROWS)
    {
      guint row = (guint) g_rand_int_range (rand, 0, (gint32) n_rows);
      guint input = (guint) g_rand_int_range (rand, 0, N_INPUTS);
      Range *range = &rows[row][input];
      guint middle;

      if (range->high - range->low < 2)
        continue;
      middle = (guint) g_rand_int_range (rand, (gint32) range->low + 1, (gint32) range->high);
      for (guint i = 0; i < N_INPUTS; i++)
        rows[n_rows][i] = rows[row][i];
      rows[n_rows++][input].low = middle;
      rows[row][input].high = middle;
    }

  return n_rows;
}

static void
scatter (GRand *rand,
         Range  rows[][N_INPUTS])
{
  for (guint i = 0; i < N_ROWS; i++)
    for (guint j = 0; j < N_INPUTS; j++)
      {
        guint low = (guint) g_rand_int_range (rand, 0, WIDTH - 256);

        rows[i][j] = g_rand_boolean (rand) ? (Range) { 0, WIDTH } : (Range) { low, low + 256 };
      }
}

static void
append_cell (GString     *xml,
             const Range *range)
{
  g_string_append (xml, "<inputEntry><text>");
  if (range->low == 0 && range->high == WIDTH)
    g_string_append_c (xml, '-');
  else if (range->low == 0)
    g_string_append_printf (xml, "&lt; %u", range->high);
  else if (range->high == WIDTH)
    g_string_append_printf (xml, "&gt;= %u", range->low);
  else
    g_string_append_printf (xml, "[%u..%u)", range->low, range->high);
  g_string_append (xml, "</text></inputEntry>");
}

static void
init (Bench       *bench,
      const Range  rows[][N_INPUTS])
{
  GString *xml = g_string_new ("<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" name=\"m\" namespace=\"n\">"
                               "<decision name=\"d\"><decisionTable hitPolicy=\"FIRST\">");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_INPUTS; i++)
    g_string_append_printf (xml, "<input><inputExpression typeRef=\"number\"><text>x%u</text></inputExpression></input>", i);
  g_string_append (xml, "<output/>");
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_string_append (xml, "<rule>");
      for (guint j = 0; j < N_INPUTS; j++)
        append_cell (xml, &rows[i][j]);
      g_string_append_printf (xml, "<outputEntry><text>%u</text></outputEntry></rule>", i % 3);
    }
  g_string_append (xml, "</decisionTable></decision></definitions>");
  bench->bytes = g_string_free_to_bytes (xml);
  bench->model = dmn_model_new (bench->bytes, "bench", &error);
  g_assert_no_error (error);
}

static void
clear (Bench *bench)
{
  dmn_model_unref (bench->model);
  g_bytes_unref (bench->bytes);
}

static void
read_model (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = dmn_model_new (bench->bytes, "bench", &error);

  g_assert_no_error (error);
}

static void
verify_model (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GPtrArray) verifications = dmn_verify_model (bench->model);
  const DmnVerification *verification = verifications->pdata[0];

  g_assert_null (verification->obstacle);
}

int
main (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  static Range rows[N_ROWS][N_INPUTS];
  Bench complete, scattered;

  g_assert_cmpuint (divide (rand, rows), ==, N_ROWS);
  init (&complete, rows);
  scatter (rand, rows);
  init (&scattered, rows);

  bench_report ("verify-200x8", bench_measure (verify_model, &complete), "read-200x8",
                bench_measure (read_model, &complete));
  bench_report ("verify-200x8-scattered", bench_measure (verify_model, &scattered), "read-200x8",
                bench_measure (read_model, &scattered));

  clear (&complete);
  clear (&scattered);

  return 0;
}
