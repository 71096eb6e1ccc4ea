/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the layout and the routes of its flows share.
 */

#pragma once

#include "scene/strata-layout.h"

G_BEGIN_DECLS

/* Between cards, between lanes, and between a lane's edge and what is in it. */
#define STRATA_LAYOUT_GAP 12

typedef struct
{
  StrataRect box;
  StrataRect header;
  StrataRect field;   /* where its cards stand */
  guint      n_cards;
} StrataLaneBox;

/* Everything is computed from left to right; what leaves the layout is
 * mirrored where the script asks for it. */
struct _StrataLayout
{
  StrataScenario *scenario;
  double          width;
  double          height;
  gboolean        rtl;
  gboolean        stacked;
  double          card_width;
  double          card_height;
  guint           columns;
  StrataLaneBox   lanes[STRATA_N_LAYERS];
  StrataRect      gate;
  StrataRect      gate_header;
  StrataPlace    *places;  /* by placement */
  StrataRoute    *routes;
  guint           n_routes;
};

guint       _strata_layout_get_n_rows (const StrataLayout *layout,
                                       StrataLayer         layer);
StrataRect  _strata_layout_get_slot   (const StrataLayout *layout,
                                       StrataPlace         place);
/* To or from how it is shown where the script is read from right to left. */
StrataRect  _strata_layout_mirror     (const StrataLayout *layout,
                                       StrataRect          rect);
void        _strata_layout_route      (StrataLayout *layout);

G_END_DECLS
