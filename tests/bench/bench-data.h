/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans of any size, of the tools that ship.
 */

#pragma once

#include "catalog/strata-catalog.h"
#include "storage/strata-plan-file.h"

#define BENCH_FACTS \
  "\"facts\": {\"mau\": 120000, \"channels\": [\"email\", \"sms\", \"push\"], \"engineers\": 1.5," \
  " \"marketers\": 4, \"regulated\": false, \"stage\": \"scaling\", \"event_schema\": \"in-place\"," \
  " \"variants_per_week\": 6, \"surfaces\": [\"homepage\", \"push\"]}"

static inline void
bench_append_placement (GString       *json,
                        StrataCatalog *catalog,
                        guint          index)
{
  static const char *const layers[] = { "data", "automation", "personalization" };
  StrataTool *tool = strata_catalog_get_tool (catalog, index % strata_catalog_get_n_tools (catalog));
  StrataLayer home = strata_role_get_home (tool->main_role);

  g_string_append_printf (json, "%s{\"id\": \"p%u\", \"tool\": \"%s\", \"layer\": \"%s\", \"status\": \"%s\","
                                " \"start_day\": %u, \"monthly_cost\": %u.5, \"note\": \"Placement %u\"}",
                          index > 0 ? "," : "", index, tool->id, layers[home], index % 3 == 0 ? "planned" : "existing",
                          index % 90, index % 700, index);
}

/* Flows lead to a later placement, and one in ten back. */
static inline GBytes *
bench_make_plan (StrataCatalog *catalog,
                 guint          n_placements,
                 guint          n_flows)
{
  static const char *const carries[] = { "events", "profiles", "audiences", "results" };
  GString *json = g_string_new ("{\"format\": \"strata-plan\", \"version\": 1, " BENCH_FACTS ","
                                " \"scenarios\": [{\"id\": \"s\", \"placements\": [");

  for (guint i = 0; i < n_placements; i++)
    bench_append_placement (json, catalog, i);
  g_string_append (json, "], \"flows\": [");
  for (guint i = 0; i < n_flows; i++)
    {
      guint from = i * (n_placements - 7) / n_flows;
      guint to = from + 1 + i % 5;

      g_string_append_printf (json, "%s{\"from\": \"p%u\", \"to\": \"p%u\", \"carries\": \"%s\"}", i > 0 ? "," : "",
                              i % 10 == 9 ? to : from, i % 10 == 9 ? from : to, carries[i % 4]);
    }
  g_string_append (json, "]}]}");

  return g_string_free_to_bytes (json);
}

static inline StrataPlan *
bench_parse_plan (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  StrataPlan *plan = strata_plan_file_parse (bytes, "bench", &error);

  g_assert_no_error (error);

  return plan;
}

static inline StrataCatalog *
bench_load_catalog (void)
{
  g_autoptr (GError) error = NULL;
  StrataCatalog *catalog = strata_catalog_load (&error);

  g_assert_no_error (error);

  return catalog;
}
