/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the layout and the routes of its flows share.
 */

#pragma once

#include "scene/strata-layout.h"

G_BEGIN_DECLS

/* Between lanes, and between a lane's edge and what is in it. */
#define STRATA_LAYOUT_GAP 12

/* Between cards side by side, and one above the other: flows run there, and an
 * arrow needs room to be seen. */
#define STRATA_LAYOUT_COLUMN_GAP 20
#define STRATA_LAYOUT_ROW_GAP 32

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
  StrataRect      prerequisite;     /* the first; others are as large */
  guint           prerequisites;    /* side by side in a column */
  StrataPlace    *places;  /* by placement */
  StrataRoute    *routes;
  guint           n_routes;
};

/* Something that flows have to go round, as wide as the lanes. Cards and
 * prerequisites fill columns from the first one on; headers and the words of an
 * empty lane leave nothing free but the outer gutters. */
typedef struct
{
  double   y;
  double   height;
  guint    n_taken;
  gboolean solid;
} StrataGridRow;

/* From top to bottom; above each row and below the last is a band for flows,
 * beside each column a channel. */
typedef struct
{
  const StrataLayout *layout;
  StrataGridRow      *rows;
  guint               n_rows;
  guint               first_row[STRATA_N_LAYERS]; /* of the lane's cards */
} StrataGrid;

guint       _strata_layout_get_n_rows (const StrataLayout *layout,
                                       StrataLayer         layer);
StrataRect  _strata_layout_get_slot   (const StrataLayout *layout,
                                       StrataPlace         place);
/* To or from how it is shown where the script is read from right to left. */
StrataRect  _strata_layout_mirror     (const StrataLayout *layout,
                                       StrataRect          rect);
StrataRect  _strata_layout_get_prerequisite (const StrataLayout *layout,
                                             guint               index);
void        _strata_layout_route      (StrataLayout *layout);

/* strata-layout-grid.c */
void        _strata_grid_init           (StrataGrid         *grid,
                                         const StrataLayout *layout);
void        _strata_grid_clear          (StrataGrid *grid);
guint       _strata_grid_get_row        (const StrataGrid *grid,
                                         StrataPlace       place);
gboolean    _strata_grid_is_column_free (const StrataGrid *grid,
                                         guint             column,
                                         guint             first,
                                         guint             last);
gboolean    _strata_grid_is_solid       (const StrataGrid *grid,
                                         guint             first,
                                         guint             last);
double      _strata_grid_get_channel    (const StrataGrid *grid,
                                         guint             channel,
                                         guint             level,
                                         guint             n_levels);
double      _strata_grid_get_band       (const StrataGrid *grid,
                                         guint             band,
                                         guint             level,
                                         guint             n_levels);

/* strata-route.c */
void        _strata_route_follow        (StrataRoute       *route,
                                         const StrataPoint *corners,
                                         guint              n_corners);

G_END_DECLS
