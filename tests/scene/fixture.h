/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scenarios of any size and a measure that needs no fonts.
 */

#pragma once

#include "scene/strata-layout.h"

/* How many cards stand in each layer, data first; placements take turns. */
typedef guint FixtureCounts[STRATA_N_LAYERS];

typedef struct
{
  guint         from;
  guint         to;
  StrataCarries carries;
} FixtureFlow;

static inline StrataValue *
fixture_object (const char * const *names,
                StrataValue       **members)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_ptr_array_add (keys, (gpointer) names[i]);
      g_ptr_array_add (values, members[i]);
    }
  return strata_value_new_object (keys, values);
}

static inline StrataValue *
fixture_placement (guint       number,
                   StrataLayer layer)
{
  g_autofree char *id = g_strdup_printf ("p%u", number);
  const char *names[] = { "id", "tool", "layer", NULL };
  StrataValue *members[] = {
    strata_value_new_string (id),
    strata_value_new_string ("segment"),
    strata_value_new_string (strata_vocabulary_get_id (&strata_layers, layer)),
  };

  return fixture_object (names, members);
}

static inline StrataValue *
fixture_flow (const FixtureFlow *flow)
{
  g_autofree char *from = g_strdup_printf ("p%u", flow->from);
  g_autofree char *to = g_strdup_printf ("p%u", flow->to);
  const char *names[] = { "from", "to", "carries", NULL };
  StrataValue *members[] = {
    strata_value_new_string (from),
    strata_value_new_string (to),
    strata_value_new_string (strata_vocabulary_get_id (&strata_carries, flow->carries)),
  };

  return fixture_object (names, members);
}

static inline StrataValue *
fixture_placements (const FixtureCounts counts)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);
  FixtureCounts left = { counts[0], counts[1], counts[2] };

  while (left[0] + left[1] + left[2] > 0)
    for (int layer = 0; layer < STRATA_N_LAYERS; layer++)
      if (left[layer] > 0)
        {
          g_ptr_array_add (elements, fixture_placement (elements->len, layer));
          left[layer]--;
        }
  return strata_value_new_array (elements);
}

static inline StrataScenario *
fixture_scenario (const FixtureCounts counts,
                  const FixtureFlow  *flows,
                  guint               n_flows)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);
  g_autoptr (StrataValue) value = NULL;
  const char *names[] = { "id", "placements", "flows", NULL };
  StrataValue *members[3];
  StrataScenario *scenario;
  GError *error = NULL;

  for (guint i = 0; i < n_flows; i++)
    g_ptr_array_add (elements, fixture_flow (&flows[i]));
  members[0] = strata_value_new_string ("target");
  members[1] = fixture_placements (counts);
  members[2] = strata_value_new_array (elements);
  value = fixture_object (names, members);
  scenario = strata_scenario_new (value, "scenarios[0]", NULL, &error);
  g_assert_no_error (error);
  return scenario;
}

/* A card of three lines, a header that wraps, prerequisites of one line. */
static inline double
fixture_measure (StrataTextBlock block,
                 StrataLayer     layer,
                 double          width,
                 gpointer        user_data)
{
  double em = *(double *) user_data;

  switch (block)
    {
    case STRATA_TEXT_CARD:
      return 6 * em;
    case STRATA_TEXT_LANE_HEADER:
      return em * (width < 12 * em ? 6 : 3);
    case STRATA_TEXT_GATE:
      return 2 * em;
    default:
      g_assert_not_reached ();
    }
}

static inline StrataLayout *
fixture_layout (StrataScenario *scenario,
                double          width,
                double          height,
                double         *em,
                gboolean        rtl)
{
  StrataLayoutMetrics metrics = {
    .width = width,
    .height = height,
    .em = *em,
    .gate_width = 10 * *em,
    .rtl = rtl,
    .measure = fixture_measure,
    .user_data = em,
  };

  return strata_layout_new (scenario, &metrics);
}
