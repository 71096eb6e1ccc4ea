/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long it takes to lay out a large stack, and the ways of its flows.
 */

#include "bench-data.h"
#include "bench.h"
#include "scene/strata-layout.h"

static double
measure_text (StrataTextBlock block,
              StrataLayer     layer,
              double          width,
              gpointer        user_data)
{
  return 90;
}

static void
lay_out (gpointer data)
{
  const StrataLayoutMetrics metrics = {
    .width = 1440,
    .em = 15,
    .gate_width = 150,
    .measure = measure_text,
  };
  g_autoptr (StrataLayout) layout = strata_layout_new (data, &metrics);
}

static double
measure (StrataCatalog *catalog,
         guint          n_flows)
{
  g_autoptr (GBytes) bytes = bench_make_plan (catalog, 1000, n_flows);
  g_autoptr (StrataPlan) plan = bench_parse_plan (bytes);

  return bench_measure (lay_out, strata_plan_get_scenario (plan, 0));
}

int
main (void)
{
  StrataCatalog *catalog = bench_load_catalog ();
  double without = measure (catalog, 0);

  bench_report ("routes-500", measure (catalog, 500), "layout-1000", without);
  strata_catalog_unref (catalog);

  return 0;
}
