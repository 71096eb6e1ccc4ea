/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the canvas, its layout manager, its drags and its keys share.
 */

#pragma once

#include "scene/strata-display-list.h"
#include "ui/canvas/strata-canvas.h"
#include "ui/canvas/strata-gate.h"
#include "ui/canvas/strata-lane-view.h"
#include "ui/canvas/strata-what-if-box.h"

G_BEGIN_DECLS

struct _StrataCanvas
{
  GtkWidget parent_instance;

  /* owned */
  StrataWorkspace *workspace;
  StrataLayout    *layout;    /* of the last allocation */
  GStrv            carried;   /* placements that keys have lifted, or NULL; … */
  char            *hovering;  /* the tool that is held over the canvas, or NULL */
  GStrv            dragged;   /* … that a pointer or a finger drags: the one in the hand first */

  /* children */
  StrataLaneView  *lanes[STRATA_N_LAYERS];
  StrataGate      *gate;
  GtkWidget       *gate_title;
  GtkWidget       *band;                /* stretched to select what is under it */
  StrataWhatIfBox *what_if;             /* seen while something is over a lane */
  GtkWidget       *menu;                /* of cards and of the ground */
  GtkWidget       *last_focus;          /* a card or a lane, or NULL; weak */
  GtkWidget       *sample;              /* as high as any card */
  GtkWidget       *tones[STRATA_N_TONES]; /* never shown: the style sheet colours them */

  /* flows */
  char            *chosen_flow;         /* its ends, or NULL: none is chosen */
  guint            flow;                /* that one's position in the scenario */
  GtkWidget       *handle;              /* of the card below, to draw a flow from */
  GtkWidget       *handle_card;         /* weak; NULL: the handle is not seen */

  /* while a flow is drawn */
  char            *connecting;          /* the placement where it begins, or NULL */
  char            *connection;          /* where it would end, or NULL */
  StrataPoint      connection_point;    /* where the pointer is */
  gboolean         connecting_by_keys;

  /* while the band is stretched */
  StrataPoint      band_start;
  StrataRect       band_rect;
  GStrv            band_former;         /* what the band adds to; NULL: it is not stretched */

  /* while something is carried */
  StrataPoint      drag_start;
  StrataInsertion  insertion;
  gboolean         inserting;
  int              what_if_layer;       /* what has been asked about; −1: none */
  StrataRect       what_if_rect;
  StrataPoint      pointer;             /* in the scrolled window */
  double           scroll_speed;        /* pixels a second */
  gint64           scroll_time;         /* of the last frame, in microseconds */
  guint            scroll_tick;         /* 0: not scrolling */
};

/* strata-canvas.c */
StrataCard *_strata_canvas_find_card     (StrataCanvas *self,
                                          const char   *id);
StrataCard *_strata_canvas_pick_card     (StrataCanvas *self,
                                          double        x,
                                          double        y);
void        _strata_canvas_set_insertion (StrataCanvas          *self,
                                          const StrataInsertion *insertion);

/* strata-canvas-edit.c */
gboolean    _strata_canvas_place         (StrataCanvas *self,
                                          const char   *tool,
                                          StrataPlace   place);
gboolean    _strata_canvas_move          (StrataCanvas *self,
                                          GStrv         placements,
                                          StrataPlace   place);
guint       _strata_canvas_count_before  (StrataCanvas *self,
                                          GStrv         placements,
                                          StrataPlace   place);
GStrv       _strata_canvas_dup_targets   (StrataCanvas *self);
void        _strata_canvas_take_off      (StrataCanvas *self,
                                          GStrv         placements,
                                          gboolean      cut);
void        _strata_canvas_show_added    (StrataCanvas *self,
                                          GStrv         placements);
void        _strata_canvas_announce      (StrataCanvas *self,
                                          const char   *message);
void        _strata_canvas_fail          (StrataCanvas *self,
                                          const char   *message);

/* strata-canvas-clipboard.c */
void        _strata_canvas_class_init_clipboard (GtkWidgetClass *widget_class);

/* strata-canvas-menu.c */
void        _strata_canvas_class_init_menu (GtkWidgetClass *widget_class);
void        _strata_canvas_init_menu     (StrataCanvas *self);
void        _strata_canvas_open_menu     (StrataCanvas       *self,
                                          GMenuModel         *model,
                                          const GdkRectangle *place);

/* strata-canvas-flows.c */
void        _strata_canvas_class_init_flows (GtkWidgetClass *widget_class);
void        _strata_canvas_init_flows    (StrataCanvas *self);
guint       _strata_canvas_get_flow      (StrataCanvas *self);
void        _strata_canvas_choose_flow   (StrataCanvas *self,
                                          guint         flow);
gboolean    _strata_canvas_forget_flow   (StrataCanvas *self);
void        _strata_canvas_check_flow    (StrataCanvas *self);
gboolean    _strata_canvas_choose_flow_at (StrataCanvas *self,
                                           StrataPoint   point,
                                           gboolean      touch);
gboolean    _strata_canvas_open_flow_menu (StrataCanvas *self,
                                           StrataPoint   point);
void        _strata_canvas_append_flows  (StrataCanvas       *self,
                                          StrataPlacementRow *row,
                                          GMenu              *menu);

/* strata-canvas-connect.c */
void        _strata_canvas_class_init_connect (GtkWidgetClass *widget_class);
void        _strata_canvas_init_connect  (StrataCanvas *self);
gboolean    _strata_canvas_end_connect   (StrataCanvas *self);
gboolean    _strata_canvas_connect_key   (StrataCanvas *self,
                                          guint         keyval);
gboolean    _strata_canvas_find_step     (StrataCanvas *self,
                                          guint         keyval,
                                          StrataStep   *where);
void        _strata_canvas_add_connection (StrataCanvas      *self,
                                           StrataDisplayList *list);
void        _strata_canvas_move_handle   (StrataCanvas *self,
                                          GtkWidget    *card);
void        _strata_canvas_place_handle  (StrataCanvas *self);

/* strata-canvas-select.c */
void        _strata_canvas_class_init_select (GtkWidgetClass *widget_class);
void        _strata_canvas_init_select   (StrataCanvas *self);
void        _strata_canvas_select        (StrataCanvas    *self,
                                          StrataCard      *card,
                                          GdkModifierType  state);
gboolean    _strata_canvas_unselect      (StrataCanvas *self);
void        _strata_canvas_stretch_band  (StrataCanvas *self,
                                          StrataPoint   point);

/* strata-canvas-drag.c */
void        _strata_canvas_set_carried   (StrataCanvas *self,
                                          GStrv         placements,
                                          gboolean      carried);
void        _strata_canvas_init_drag     (StrataCanvas *self);

/* strata-canvas-drop.c */
void        _strata_canvas_init_drop     (StrataCanvas *self);
void        _strata_canvas_end_drop      (StrataCanvas *self);
void        _strata_canvas_scroll_near   (StrataCanvas *self,
                                          StrataPoint   point);
void        _strata_canvas_stop_scrolling (StrataCanvas *self);

/* strata-canvas-what-if.c */
void        _strata_canvas_init_what_if  (StrataCanvas *self);
void        _strata_canvas_follow_what_if (StrataCanvas *self);
gboolean    _strata_canvas_ask_what_if   (StrataCanvas      *self,
                                          const StrataPoint *pointer);
void        _strata_canvas_end_what_if   (StrataCanvas *self);

/* strata-canvas-keys.c */
void        _strata_canvas_init_keys     (StrataCanvas *self);
void        _strata_canvas_put_back      (StrataCanvas *self);
gboolean    _strata_canvas_get_focused_place (StrataCanvas *self,
                                              StrataPlace  *place);

G_END_DECLS
