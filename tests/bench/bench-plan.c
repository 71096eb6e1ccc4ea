/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan of 1,000 placements: reading it, changing it, writing it.
 */

#include "config.h"

#include "bench.h"
#include "storage/strata-plan-file.h"

#define N_PLACEMENTS 1000

typedef struct
{
  GBytes     *bytes;
  StrataPlan *plan;
  StrataEdit *edit;
} Bench;

static GBytes *
make_plan (void)
{
  GString *json = g_string_new ("{\"format\": \"strata-plan\", \"version\": 1, \"tools\": {");

  g_string_append (json, "\"t\": {\"roles\": [\"map\"], \"capabilities\": [\"email-send\", \"journeys\"]}},"
                         "\"scenarios\": [{\"id\": \"s\", \"placements\": [");
  for (guint i = 0; i < N_PLACEMENTS; i++)
    g_string_append_printf (json, "%s{\"id\": \"p%u\", \"tool\": \"t\", \"layer\": \"automation\", \"start_day\": %u}",
                            i > 0 ? "," : "", i, i);
  g_string_append (json, "]}]}");

  return g_string_free_to_bytes (json);
}

static void
read_plan (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) plan = strata_plan_file_parse (bench->bytes, "bench", &error);

  g_assert_no_error (error);
}

static void
change_plan (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) changed = strata_plan_apply (bench->plan, bench->edit, &error);

  g_assert_no_error (error);
}

static void
write_plan (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GBytes) bytes = strata_plan_file_to_bytes (bench->plan);

  g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataValue) day = strata_value_new_integer (7);
  Bench bench = { make_plan (), NULL, strata_edit_new ("Bench") };
  double reading;

  bench.plan = strata_plan_file_parse (bench.bytes, "bench", &error);
  g_assert_no_error (error);
  strata_edit_set (bench.edit, "scenarios/s/placements/p500/start_day", day);

  reading = bench_measure (read_plan, &bench);
  bench_report ("apply-1000", bench_measure (change_plan, &bench), "read-1000", reading);
  bench_report ("write-1000", bench_measure (write_plan, &bench), "read-1000", reading);

  strata_edit_unref (bench.edit);
  strata_plan_unref (bench.plan);
  g_bytes_unref (bench.bytes);

  return 0;
}
