/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where everything on the stack stands: lanes, headers, gate, cards, flows.
 */

#define G_LOG_DOMAIN "strata-scene"

#include "config.h"

#include "scene/strata-layout-private.h"

#include <math.h>

/* Pixels. */
#define MARGIN 18
#define MARGIN_STACKED 12
#define PREREQUISITE_GAP 6

/* A prerequisite gives up this share of its width to stand beside another. */
#define PREREQUISITE_SQUEEZE 0.1

/* In ems, so that they grow with the text. */
#define HEADER_EMS 11.0
#define CARD_EMS 12.5
#define BESIDE_EMS 42.0

static guint
count_columns (double field_width,
               double card_width)
{
  double fit = floor ((field_width + STRATA_LAYOUT_COLUMN_GAP) / (card_width + STRATA_LAYOUT_COLUMN_GAP));

  return MAX (1, (guint) fit);
}

/* One or two columns take all the room, so that a phone has no ragged edge. */
static void
size_cards (StrataLayout              *layout,
            const StrataLayoutMetrics *metrics,
            double                     field_width)
{
  double natural = round (CARD_EMS * metrics->em);

  layout->columns = count_columns (field_width, natural);
  layout->card_width = natural;
  if (layout->columns <= 2)
    layout->card_width = floor ((field_width - (layout->columns - 1) * STRATA_LAYOUT_COLUMN_GAP) / layout->columns);
  layout->card_height = ceil (metrics->measure (STRATA_TEXT_CARD, STRATA_LAYER_DATA,
                                                layout->card_width, metrics->user_data));
}

static void
place_cards (StrataLayout *layout)
{
  StrataScenario *scenario = layout->scenario;

  layout->places = g_new (StrataPlace, MAX (1, scenario->n_placements));
  for (guint i = 0; i < scenario->n_placements; i++)
    {
      StrataLayer layer = scenario->placements[i]->layer;

      layout->places[i].layer = layer;
      layout->places[i].position = layout->lanes[layer].n_cards++;
    }
}

/* The header stands beside the cards where there is room, else above them. */
static double
stack_lane (StrataLayout              *layout,
            const StrataLayoutMetrics *metrics,
            StrataLayer                layer,
            StrataRect                 inside)
{
  StrataLaneBox *lane = &layout->lanes[layer];
  guint rows = MAX (1, _strata_layout_get_n_rows (layout, layer));
  double cards = rows * (layout->card_height + STRATA_LAYOUT_ROW_GAP) - STRATA_LAYOUT_ROW_GAP;
  double header_width = layout->stacked ? inside.width : round (HEADER_EMS * metrics->em);
  double header_height = ceil (metrics->measure (STRATA_TEXT_LANE_HEADER, layer,
                                                 header_width, metrics->user_data));
  double before = layout->stacked ? 0 : header_width + STRATA_LAYOUT_GAP;
  double above = layout->stacked ? header_height + STRATA_LAYOUT_COLUMN_GAP : 0;

  lane->header = (StrataRect) { inside.x, inside.y, header_width, header_height };
  lane->field = (StrataRect) { inside.x + before, inside.y + above, inside.width - before, cards };
  return MAX (above + cards, header_height);
}

static double
place_lane (StrataLayout              *layout,
            const StrataLayoutMetrics *metrics,
            StrataLayer                layer,
            double                     margin,
            double                     y)
{
  StrataRect box = { margin, y, layout->width - 2 * margin, 0 };
  StrataRect inside = { box.x + STRATA_LAYOUT_GAP, box.y + STRATA_LAYOUT_GAP,
                        box.width - 2 * STRATA_LAYOUT_GAP, 0 };

  box.height = stack_lane (layout, metrics, layer, inside) + 2 * STRATA_LAYOUT_GAP;
  layout->lanes[layer].box = box;
  return y + box.height + STRATA_LAYOUT_GAP;
}

static void
shift (StrataRect *rect,
       double      by)
{
  rect->y += by;
}

static void
shift_lane (StrataLaneBox *lane,
            double         by,
            double         taller)
{
  shift (&lane->box, by);
  shift (&lane->header, by);
  shift (&lane->field, by);
  lane->box.height += taller;
  lane->field.height += taller;
}

/* Shares what is left of the height among the lanes. */
static void
fill_height (StrataLayout *layout,
             double        height)
{
  double share = floor ((height - layout->height) / STRATA_N_LAYERS);

  if (share <= 0)
    return;
  shift_lane (&layout->lanes[STRATA_LAYER_PERSONALIZATION], 0, share);
  shift (&layout->gate, share);
  shift (&layout->gate_header, share);
  shift_lane (&layout->lanes[STRATA_LAYER_AUTOMATION], share, share);
  shift_lane (&layout->lanes[STRATA_LAYER_DATA], 2 * share, share);
  layout->height += STRATA_N_LAYERS * share;
}

/* As many prerequisites in a column as its cards are wide enough for: flows
 * pass between columns. */
static void
size_prerequisites (StrataLayout              *layout,
                    const StrataLayoutMetrics *metrics)
{
  double wanted = MAX (1, metrics->gate_width);
  double least = wanted * (1 - PREREQUISITE_SQUEEZE);
  double fit = floor ((layout->card_width + PREREQUISITE_GAP) / (least + PREREQUISITE_GAP));
  double room;

  layout->prerequisites = CLAMP (fit, 1, STRATA_N_PREREQUISITES);
  room = (layout->card_width + PREREQUISITE_GAP) / layout->prerequisites - PREREQUISITE_GAP;
  layout->prerequisite.width = MIN (wanted, floor (room));
  layout->prerequisite.height = ceil (metrics->measure (STRATA_TEXT_GATE, STRATA_LAYER_PERSONALIZATION,
                                                        layout->prerequisite.width, metrics->user_data));
}

/* In line with the lanes: its title below their headers, the prerequisites
 * below the cards. Stacked, it needs no title. */
static double
place_gate (StrataLayout              *layout,
            const StrataLayoutMetrics *metrics,
            double                     y)
{
  const StrataLaneBox *lane = &layout->lanes[STRATA_LAYER_PERSONALIZATION];
  guint in_line;
  guint n_lines;
  double height;

  size_prerequisites (layout, metrics);
  in_line = layout->prerequisites * layout->columns;
  n_lines = (STRATA_N_PREREQUISITES + in_line - 1) / in_line;
  height = n_lines * (layout->prerequisite.height + PREREQUISITE_GAP) - PREREQUISITE_GAP;
  layout->gate = (StrataRect) { lane->field.x, y, lane->field.width, height };
  layout->gate_header = (StrataRect) { lane->header.x, y, lane->header.width, height };
  return y + height + STRATA_LAYOUT_GAP;
}

static void
place_lanes (StrataLayout              *layout,
             const StrataLayoutMetrics *metrics,
             double                     margin)
{
  double y = margin;

  y = place_lane (layout, metrics, STRATA_LAYER_PERSONALIZATION, margin, y);
  y = place_gate (layout, metrics, y);
  y = place_lane (layout, metrics, STRATA_LAYER_AUTOMATION, margin, y);
  y = place_lane (layout, metrics, STRATA_LAYER_DATA, margin, y);
  layout->height = y - STRATA_LAYOUT_GAP + margin;
}

guint
_strata_layout_get_n_rows (const StrataLayout *layout,
                           StrataLayer         layer)
{
  return (layout->lanes[layer].n_cards + layout->columns - 1) / layout->columns;
}

StrataRect
_strata_layout_get_slot (const StrataLayout *layout,
                         StrataPlace         place)
{
  const StrataRect *field = &layout->lanes[place.layer].field;
  guint column = place.position % layout->columns;
  guint row = place.position / layout->columns;

  return (StrataRect) {
    field->x + column * (layout->card_width + STRATA_LAYOUT_COLUMN_GAP),
    field->y + row * (layout->card_height + STRATA_LAYOUT_ROW_GAP),
    layout->card_width,
    layout->card_height,
  };
}

StrataRect
_strata_layout_get_prerequisite (const StrataLayout *layout,
                                 guint               index)
{
  guint in_line = layout->prerequisites * layout->columns;
  guint column = index % in_line / layout->prerequisites;
  guint beside = index % layout->prerequisites;
  StrataRect rect = layout->prerequisite;

  rect.x = layout->gate.x + column * (layout->card_width + STRATA_LAYOUT_COLUMN_GAP) +
           beside * (rect.width + PREREQUISITE_GAP);
  rect.y = layout->gate.y + index / in_line * (rect.height + PREREQUISITE_GAP);
  return rect;
}

StrataRect
_strata_layout_mirror (const StrataLayout *layout,
                       StrataRect          rect)
{
  if (layout->rtl)
    rect.x = layout->width - rect.x - rect.width;
  return rect;
}

static void
layout_clear (StrataLayout *layout)
{
  g_clear_pointer (&layout->scenario, strata_scenario_unref);
  g_clear_pointer (&layout->places, g_free);
  g_clear_pointer (&layout->routes, g_free);
}

/**
 * strata_layout_new:
 * @scenario: what to lay out
 * @metrics: the room that there is, and the size of its text
 *
 * Lays a scenario out as a stack: personalization on top, the gate below it,
 * data at the bottom. A pure function: the same arguments, with a measuring
 * function that answers the same, give the same layout.
 *
 * Returns: (transfer full): the layout
 */
StrataLayout *
strata_layout_new (StrataScenario            *scenario,
                   const StrataLayoutMetrics *metrics)
{
  StrataLayout *layout;
  double margin;
  double beside;

  g_return_val_if_fail (scenario != NULL, NULL);
  g_return_val_if_fail (metrics != NULL && metrics->measure != NULL, NULL);
  g_return_val_if_fail (metrics->width > 0 && metrics->em > 0, NULL);

  layout = g_atomic_rc_box_new0 (StrataLayout);
  layout->scenario = strata_scenario_ref (scenario);
  layout->width = metrics->width;
  layout->rtl = metrics->rtl;
  layout->stacked = metrics->width < BESIDE_EMS * metrics->em;
  margin = layout->stacked ? MARGIN_STACKED : MARGIN;
  beside = layout->stacked ? 0 : round (HEADER_EMS * metrics->em) + STRATA_LAYOUT_GAP;

  size_cards (layout, metrics, metrics->width - 2 * margin - 2 * STRATA_LAYOUT_GAP - beside);
  place_cards (layout);
  place_lanes (layout, metrics, margin);
  fill_height (layout, metrics->height);
  _strata_layout_route (layout);
  return layout;
}

/**
 * strata_layout_ref:
 * @layout: a layout
 *
 * Returns: (transfer full): the same layout
 */
StrataLayout *
strata_layout_ref (StrataLayout *layout)
{
  g_return_val_if_fail (layout != NULL, NULL);

  return g_atomic_rc_box_acquire (layout);
}

/**
 * strata_layout_unref:
 * @layout: (transfer full): a layout
 */
void
strata_layout_unref (StrataLayout *layout)
{
  g_return_if_fail (layout != NULL);

  g_atomic_rc_box_release_full (layout, (GDestroyNotify) layout_clear);
}

/**
 * strata_layout_get_scenario:
 * @layout: a layout
 *
 * Returns: (transfer none): the scenario that is laid out
 */
StrataScenario *
strata_layout_get_scenario (StrataLayout *layout)
{
  g_return_val_if_fail (layout != NULL, NULL);

  return layout->scenario;
}

/**
 * strata_layout_get_height:
 * @layout: a layout
 *
 * Returns: the height of everything, margins included, in pixels
 */
double
strata_layout_get_height (StrataLayout *layout)
{
  g_return_val_if_fail (layout != NULL, 0);

  return layout->height;
}

/**
 * strata_layout_is_stacked:
 * @layout: a layout
 *
 * Returns: whether lane headers stand above the cards, for want of width
 */
gboolean
strata_layout_is_stacked (StrataLayout *layout)
{
  g_return_val_if_fail (layout != NULL, FALSE);

  return layout->stacked;
}

/**
 * strata_layout_get_lane:
 * @layout: a layout
 * @layer: a layer
 *
 * Returns: the whole lane
 */
StrataRect
strata_layout_get_lane (StrataLayout *layout,
                        StrataLayer   layer)
{
  return _strata_layout_mirror (layout, layout->lanes[layer].box);
}

/**
 * strata_layout_get_header:
 * @layout: a layout
 * @layer: a layer
 *
 * Returns: where the lane's title, phase, ready day and cost stand
 */
StrataRect
strata_layout_get_header (StrataLayout *layout,
                          StrataLayer   layer)
{
  return _strata_layout_mirror (layout, layout->lanes[layer].header);
}

/**
 * strata_layout_get_field:
 * @layout: a layout
 * @layer: a layer
 *
 * Returns: where the lane's cards stand, or what an empty lane says
 */
StrataRect
strata_layout_get_field (StrataLayout *layout,
                         StrataLayer   layer)
{
  return _strata_layout_mirror (layout, layout->lanes[layer].field);
}

/**
 * strata_layout_get_gate:
 * @layout: a layout
 *
 * Returns: where the four prerequisites stand
 */
StrataRect
strata_layout_get_gate (StrataLayout *layout)
{
  return _strata_layout_mirror (layout, layout->gate);
}

/**
 * strata_layout_get_gate_header:
 * @layout: a layout
 *
 * Returns: where the gate's title stands; of no use in a stacked layout, which
 *   has no room for it
 */
StrataRect
strata_layout_get_gate_header (StrataLayout *layout)
{
  return _strata_layout_mirror (layout, layout->gate_header);
}

/**
 * strata_layout_get_prerequisite:
 * @layout: a layout
 * @index: which of the four
 *
 * Returns: where the prerequisite stands in the gate; those in one column of
 *   cards leave the gaps beside it free
 */
StrataRect
strata_layout_get_prerequisite (StrataLayout *layout,
                                guint         index)
{
  g_assert (index < STRATA_N_PREREQUISITES);

  return _strata_layout_mirror (layout, _strata_layout_get_prerequisite (layout, index));
}

/**
 * strata_layout_get_n_cards:
 * @layout: a layout
 * @layer: a layer
 *
 * Returns: how many cards stand in the lane
 */
guint
strata_layout_get_n_cards (StrataLayout *layout,
                           StrataLayer   layer)
{
  return layout->lanes[layer].n_cards;
}

/**
 * strata_layout_get_place:
 * @layout: a layout
 * @placement: a position among the scenario's placements
 *
 * Returns: the lane and the position in it
 */
StrataPlace
strata_layout_get_place (StrataLayout *layout,
                         guint         placement)
{
  g_assert (placement < layout->scenario->n_placements);

  return layout->places[placement];
}

/**
 * strata_layout_get_card:
 * @layout: a layout
 * @place: where a card stands or would stand
 *
 * Returns: the card's rectangle
 */
StrataRect
strata_layout_get_card (StrataLayout *layout,
                        StrataPlace   place)
{
  return _strata_layout_mirror (layout, _strata_layout_get_slot (layout, place));
}

/**
 * strata_layout_get_routes:
 * @layout: a layout
 * @n_routes: (out): how many
 *
 * Returns: (transfer none) (array length=n_routes): the ways of the flows, in
 *   the scenario's order
 */
const StrataRoute *
strata_layout_get_routes (StrataLayout *layout,
                          guint        *n_routes)
{
  *n_routes = layout->n_routes;
  return layout->routes;
}
