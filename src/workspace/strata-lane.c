/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A layer as the heading of its lane shows it.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-lane.h"

#include <glib/gi18n-lib.h>

#include "workspace/strata-format.h"

struct _StrataLane
{
  StrataRow parent_instance;
};

enum
{
  PROP_LAYER = 1,
  PROP_TITLE,
  PROP_PHASE_TEXT,
  PROP_READY,
  PROP_READY_TEXT,
  PROP_COST_TEXT,
  PROP_N_PLACEMENTS,
  N_PROPS
};

static const StrataRowProperty properties[N_PROPS] = {
  [PROP_LAYER] = { "layer", G_TYPE_INT },
  [PROP_TITLE] = { "title", G_TYPE_STRING },
  [PROP_PHASE_TEXT] = { "phase-text", G_TYPE_STRING },
  [PROP_READY] = { "ready", G_TYPE_BOOLEAN },
  [PROP_READY_TEXT] = { "ready-text", G_TYPE_STRING },
  [PROP_COST_TEXT] = { "cost-text", G_TYPE_STRING },
  [PROP_N_PLACEMENTS] = { "n-placements", G_TYPE_UINT },
};

G_DEFINE_FINAL_TYPE (StrataLane, strata_lane, STRATA_TYPE_ROW)

static gboolean
is_ready (StrataAssessment *assessment,
          StrataLayer       layer)
{
  return strata_assessment_get_ready (assessment, layer) != STRATA_DAY_NEVER;
}

static const char *
explain_data (StrataAssessment *assessment)
{
  switch (strata_assessment_get_data_pattern (assessment))
    {
    case STRATA_DATA_PATTERN_NONE:
      return _("Never ready: no CDP, and no warehouse with reverse ETL");
    case STRATA_DATA_PATTERN_CDP:
      return _("Never ready: the CDP is never live");
    case STRATA_DATA_PATTERN_WAREHOUSE:
      return _("Never ready: no reverse ETL is live beside the warehouse");
    case STRATA_DATA_PATTERN_HYBRID:
      return _("Never ready: neither the CDP nor the warehouse with reverse ETL is ever live");
    default:
      g_assert_not_reached ();
    }
}

static const char *
explain_automation (StrataAssessment *assessment)
{
  if (!is_ready (assessment, STRATA_LAYER_DATA))
    return _("Never ready: the data layer is never ready");
  if (strata_assessment_get_hub_pattern (assessment) == STRATA_HUB_PATTERN_NONE)
    return _("Never ready: no marketing automation or orchestrator");

  return _("Never ready: nothing automates once the data layer is ready");
}

/* Section 5 of the decision model says what personalizes. */
static gboolean
personalizes (StrataCatalog   *catalog,
              StrataPlan      *plan,
              StrataPlacement *placement)
{
  StrataTool *tool = strata_catalog_find_tool (catalog, plan, placement->tool);

  return placement->layer == STRATA_LAYER_PERSONALIZATION &&
         tool != NULL &&
         strata_placement_get_roles (placement, tool) & (STRATA_ROLE_BIT (STRATA_ROLE_PERSONALIZATION_ENGINE) |
                                                         STRATA_ROLE_BIT (STRATA_ROLE_RECOMMENDATION));
}

static gboolean
has_personalization (StrataCatalog    *catalog,
                     StrataAssessment *assessment)
{
  StrataScenario *scenario = strata_assessment_get_scenario (assessment);

  for (guint i = 0; i < scenario->n_placements; i++)
    {
      if (personalizes (catalog, strata_assessment_get_plan (assessment), scenario->placements[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_gate_open (StrataDecisions *decisions)
{
  for (StrataFactId fact = STRATA_FACT_EVENT_SCHEMA; fact <= STRATA_FACT_MEASUREMENT; fact++)
    {
      if (strata_decisions_get_prerequisite (decisions, fact) != STRATA_PREREQUISITE_IN_PLACE)
        return FALSE;
    }

  return TRUE;
}

static const char *
explain_personalization (StrataCatalog    *catalog,
                         StrataAssessment *assessment)
{
  if (!has_personalization (catalog, assessment))
    return _("Never ready: nothing personalizes");
  if (!is_gate_open (strata_assessment_get_decisions (assessment)))
    return _("Never ready: the gate is shut");
  if (!is_ready (assessment, STRATA_LAYER_AUTOMATION))
    return _("Never ready: the automation layer is never ready");

  return _("Never ready: nothing personalizes once the automation layer is ready");
}

static char *
describe_ready (StrataLayer       layer,
                StrataCatalog    *catalog,
                StrataAssessment *assessment)
{
  if (is_ready (assessment, layer))
    return g_strdup_printf (_("Ready on day %d"), strata_assessment_get_ready (assessment, layer));

  switch (layer)
    {
    case STRATA_LAYER_DATA:
      return g_strdup (explain_data (assessment));
    case STRATA_LAYER_AUTOMATION:
      return g_strdup (explain_automation (assessment));
    case STRATA_LAYER_PERSONALIZATION:
      return g_strdup (explain_personalization (catalog, assessment));
    default:
      g_assert_not_reached ();
    }
}

static guint
count_unknown_costs (StrataAssessment *assessment,
                     StrataLayer       layer)
{
  StrataScenario *scenario = strata_assessment_get_scenario (assessment);
  guint n_placements = 0;
  const guint *placements = strata_assessment_get_unknown_costs (assessment, &n_placements);
  guint n_unknown = 0;

  for (guint i = 0; i < n_placements; i++)
    n_unknown += scenario->placements[placements[i]]->layer == layer;

  return n_unknown;
}

static char *
describe_cost (StrataLayer       layer,
               guint             n_placements,
               StrataAssessment *assessment)
{
  guint n_unknown = count_unknown_costs (assessment, layer);
  gint64 cents = strata_assessment_get_layer_monthly (assessment, layer);
  g_autofree char *money = NULL;

  if (n_placements == 0)
    return NULL;
  if (cents == 0 && n_unknown > 0)
    return g_strdup (_("Cost unknown"));

  money = strata_format_money (cents, strata_plan_get_currency (strata_assessment_get_plan (assessment)));
  if (n_unknown == 0)
    return g_steal_pointer (&money);

  return g_strdup_printf (ngettext ("%s and %u unknown", "%s and %u unknown", n_unknown), money, n_unknown);
}

static guint
count_placements (StrataLayer     layer,
                  StrataScenario *scenario)
{
  guint n_placements = 0;

  for (guint i = 0; i < scenario->n_placements; i++)
    n_placements += scenario->placements[i]->layer == layer;

  return n_placements;
}

static void
strata_lane_class_init (StrataLaneClass *klass)
{
  strata_row_class_install (STRATA_ROW_CLASS (klass), properties, N_PROPS);
}

static void
strata_lane_init (StrataLane *self)
{
}

/**
 * strata_lane_new:
 * @layer: a layer
 *
 * Returns: (transfer full): a lane that shows nothing but its title yet
 */
StrataLane *
strata_lane_new (StrataLayer layer)
{
  StrataLane *self = g_object_new (STRATA_TYPE_LANE, NULL);

  strata_row_set_int (STRATA_ROW (self), PROP_LAYER, (int) layer);
  strata_row_set_string (STRATA_ROW (self), PROP_TITLE, _(strata_vocabulary_get_label (&strata_layers, layer)));

  return self;
}

/**
 * strata_lane_update:
 * @self: a lane
 * @catalog: where tools are looked up
 * @assessment: what it shows from now on
 * @discreet: whether it keeps the amounts to itself
 */
void
strata_lane_update (StrataLane       *self,
                    StrataCatalog    *catalog,
                    StrataAssessment *assessment,
                    gboolean          discreet)
{
  StrataRow *row = STRATA_ROW (self);
  const StrataPhases *phases;
  StrataLayer layer;
  guint n_placements;

  g_return_if_fail (STRATA_IS_LANE (self));
  g_return_if_fail (catalog != NULL && assessment != NULL);

  layer = strata_lane_get_layer (self);
  phases = strata_assessment_get_phases (assessment);
  n_placements = count_placements (layer, strata_assessment_get_scenario (assessment));

  g_object_freeze_notify (G_OBJECT (self));
  strata_row_take_string (row, PROP_PHASE_TEXT, strata_format_days (phases->begin[layer], phases->end[layer]));
  strata_row_set_boolean (row, PROP_READY, is_ready (assessment, layer));
  strata_row_take_string (row, PROP_READY_TEXT, describe_ready (layer, catalog, assessment));
  strata_row_take_string (row, PROP_COST_TEXT, discreet ? NULL : describe_cost (layer, n_placements, assessment));
  strata_row_set_uint (row, PROP_N_PLACEMENTS, n_placements);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * strata_lane_get_layer:
 * @self: a row
 *
 * Returns: the layer
 */
StrataLayer
strata_lane_get_layer (StrataLane *self)
{
  return (StrataLayer) strata_row_get_int (STRATA_ROW (self), PROP_LAYER);
}

/**
 * strata_lane_get_title:
 * @self: a row
 *
 * Returns: its name
 */
const char *
strata_lane_get_title (StrataLane *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_TITLE);
}

/**
 * strata_lane_get_phase_text:
 * @self: a row
 *
 * Returns: the days on which it is built
 */
const char *
strata_lane_get_phase_text (StrataLane *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_PHASE_TEXT);
}

/**
 * strata_lane_get_ready:
 * @self: a row
 *
 * Returns: whether it is ever ready
 */
gboolean
strata_lane_get_ready (StrataLane *self)
{
  return strata_row_get_boolean (STRATA_ROW (self), PROP_READY);
}

/**
 * strata_lane_get_ready_text:
 * @self: a row
 *
 * Returns: when it is ready, or why never
 */
const char *
strata_lane_get_ready_text (StrataLane *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_READY_TEXT);
}

/**
 * strata_lane_get_cost_text:
 * @self: a row
 *
 * Returns: (nullable): what it costs a month at the end of the sequence
 */
const char *
strata_lane_get_cost_text (StrataLane *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_COST_TEXT);
}

/**
 * strata_lane_get_n_placements:
 * @self: a row
 *
 * Returns: how many cards stand in it
 */
guint
strata_lane_get_n_placements (StrataLane *self)
{
  return strata_row_get_uint (STRATA_ROW (self), PROP_N_PLACEMENTS);
}
