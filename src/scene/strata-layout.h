/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where everything on the stack stands: lanes, headers, gate, cards, flows.
 */

#pragma once

#include "model/strata-scenario.h"
#include "scene/strata-geometry.h"

G_BEGIN_DECLS

/**
 * StrataTextBlock:
 * @STRATA_TEXT_CARD: the text of a card, the same room for every card
 * @STRATA_TEXT_LANE_HEADER: title, phase, ready day and cost of a lane
 * @STRATA_TEXT_GATE: one of the four prerequisites, the same room for each
 *
 * A block of text whose height depends on how wide it may be.
 */
typedef enum
{
  STRATA_TEXT_CARD,
  STRATA_TEXT_LANE_HEADER,
  STRATA_TEXT_GATE,
} StrataTextBlock;

/**
 * StrataTextMeasure:
 * @block: which text
 * @layer: whose, where @block is a lane header
 * @width: how wide it will be, in pixels
 * @user_data: what came with the function
 *
 * The window asks its widgets, a report asks Pango.
 *
 * Returns: the height that the text needs, in pixels
 */
typedef double (*StrataTextMeasure) (StrataTextBlock block,
                                     StrataLayer     layer,
                                     double          width,
                                     gpointer        user_data);

/**
 * StrataLayoutMetrics:
 *
 * The room that there is, and the size of its text.
 */
typedef struct
{
  double            width;
  double            height;     /* lanes grow to fill it; 0: as little as they need */
  double            em;         /* the size of body text, in pixels */
  double            gate_width; /* of the widest prerequisite */
  gboolean          rtl;        /* mirrored, for scripts read from right to left */
  StrataTextMeasure measure;
  gpointer          user_data;
} StrataLayoutMetrics;

/**
 * StrataPlace:
 *
 * A position in a lane, counted over its cards in the plan's order.
 */
typedef struct
{
  StrataLayer layer;
  guint       position;
} StrataPlace;

/**
 * StrataInsertion:
 *
 * Where something dropped would land: before the card at the place's position,
 * which is the number of cards to land at the end. The mark is a thin bar.
 */
typedef struct
{
  StrataPlace place;
  StrataRect  mark;
} StrataInsertion;

typedef enum
{
  STRATA_STEP_BACK,
  STRATA_STEP_FORWARD,
  STRATA_STEP_UP,
  STRATA_STEP_DOWN,
} StrataStep;

#define STRATA_N_PREREQUISITES 4
#define STRATA_ROUTE_MAX_POINTS 28

/**
 * StrataRoute:
 *
 * The way of one flow: a point, then three more for each cubic curve. Curves
 * are straight or round a corner.
 */
typedef struct
{
  guint       flow;     /* its position in the scenario */
  guint       n_points;
  StrataPoint points[STRATA_ROUTE_MAX_POINTS];
  StrataPoint middle;   /* near that of its longest straight stretch */
} StrataRoute;

/**
 * StrataLayout:
 *
 * Immutable and ref-counted; holds on to the scenario.
 */
typedef struct _StrataLayout StrataLayout;

StrataLayout      *strata_layout_new            (StrataScenario            *scenario,
                                                 const StrataLayoutMetrics *metrics) G_GNUC_WARN_UNUSED_RESULT;
StrataLayout      *strata_layout_ref            (StrataLayout *layout);
void               strata_layout_unref          (StrataLayout *layout);

StrataScenario    *strata_layout_get_scenario   (StrataLayout *layout);
double             strata_layout_get_height     (StrataLayout *layout);
gboolean           strata_layout_is_stacked     (StrataLayout *layout);
StrataRect         strata_layout_get_lane       (StrataLayout *layout,
                                                 StrataLayer   layer);
StrataRect         strata_layout_get_header     (StrataLayout *layout,
                                                 StrataLayer   layer);
StrataRect         strata_layout_get_field      (StrataLayout *layout,
                                                 StrataLayer   layer);
StrataRect         strata_layout_get_gate       (StrataLayout *layout);
StrataRect         strata_layout_get_gate_header (StrataLayout *layout);
StrataRect         strata_layout_get_prerequisite (StrataLayout *layout,
                                                   guint         index);
guint              strata_layout_get_n_cards    (StrataLayout *layout,
                                                 StrataLayer   layer);
StrataPlace        strata_layout_get_place      (StrataLayout *layout,
                                                 guint         placement);
StrataRect         strata_layout_get_card       (StrataLayout *layout,
                                                 StrataPlace   place);
const StrataRoute *strata_layout_get_routes     (StrataLayout *layout,
                                                 guint        *n_routes);

gboolean           strata_layout_find_route     (StrataLayout *layout,
                                                 StrataPoint   point,
                                                 double        reach,
                                                 guint        *flow);

void               strata_route_connect         (StrataRoute      *route,
                                                 StrataRect        from,
                                                 const StrataRect *to,
                                                 StrataPoint       point);

StrataInsertion    strata_layout_get_insertion  (StrataLayout *layout,
                                                 StrataPlace   place);
gboolean           strata_layout_find_insertion (StrataLayout    *layout,
                                                 StrataPoint      point,
                                                 StrataInsertion *insertion);
StrataPlace        strata_layout_step           (StrataLayout *layout,
                                                 StrataPlace   place,
                                                 StrataStep    step,
                                                 gboolean      inserting);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataLayout, strata_layout_unref)

G_END_DECLS
