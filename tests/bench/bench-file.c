/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan of 10 MB: reading it checked, and writing it, beside the bare parse
 * of the same bytes by json-glib.
 */

#include "config.h"

#include "bench-data.h"
#include "bench.h"

#include <json-glib/json-glib.h>

#define SIZE (10 * 1000 * 1000)

typedef struct
{
  GBytes     *bytes;
  StrataPlan *plan;
} Bench;

static void
load (gpointer data)
{
  Bench *bench = data;

  strata_plan_unref (bench_parse_plan (bench->bytes));
}

static void
save (gpointer data)
{
  Bench *bench = data;

  g_bytes_unref (strata_plan_file_to_bytes (bench->plan));
}

static void
parse (gpointer data)
{
  Bench *bench = data;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, g_bytes_get_data (bench->bytes, NULL), (gssize) g_bytes_get_size (bench->bytes), &error);
  g_assert_no_error (error);
}

/* As many placements as make 10 MB, in the words of a saved file. */
static StrataPlan *
make_large (StrataCatalog *catalog)
{
  g_autoptr (GBytes) sample = bench_make_plan (catalog, 1000, 100);
  g_autoptr (StrataPlan) plan = bench_parse_plan (sample);
  g_autoptr (GBytes) saved = strata_plan_file_to_bytes (plan);
  guint n = (guint) (SIZE / (g_bytes_get_size (saved) / 1000));
  g_autoptr (GBytes) bytes = bench_make_plan (catalog, n, n / 10);

  return bench_parse_plan (bytes);
}

int
main (void)
{
  g_autoptr (StrataCatalog) catalog = bench_load_catalog ();
  g_autoptr (StrataPlan) plan = make_large (catalog);
  g_autoptr (GBytes) bytes = strata_plan_file_to_bytes (plan);
  Bench bench = { bytes, plan };
  double parsing = bench_measure (parse, &bench);

  g_assert_cmpuint (g_bytes_get_size (bytes), >, SIZE * 9 / 10);
  bench_report ("load-10mb", bench_measure (load, &bench), "json-glib-10mb", parsing);
  bench_report ("save-10mb", bench_measure (save, &bench), "json-glib-10mb", parsing);

  return 0;
}
