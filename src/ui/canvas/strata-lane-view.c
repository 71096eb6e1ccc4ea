/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A lane of the canvas: its heading and its cards.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-lane-view.h"

#include <glib/gi18n.h>

#include "ui/style/strata-style.h"

/* What belongs into an empty lane. */
static const char * const hints[STRATA_N_LAYERS] = {
  [STRATA_LAYER_DATA] = N_("Drag a CDP or a warehouse here"),
  [STRATA_LAYER_AUTOMATION] = N_("Drag a marketing automation platform or an orchestrator here"),
  [STRATA_LAYER_PERSONALIZATION] = N_("Drag a personalization engine or an A/B testing tool here"),
};

struct _StrataLaneView
{
  GtkWidget parent_instance;

  /* owned */
  StrataLane   *lane;
  GListModel   *rows;
  GPtrArray    *cards; /* StrataCard, borrowed, in the lane's order */
  StrataLayout *layout;

  /* template */
  GtkWidget *header;
  GtkWidget *hint;

  StrataLayer layer;
};

enum
{
  PROP_LANE = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (StrataLaneView, strata_lane_view, GTK_TYPE_WIDGET)

static gboolean
has_text (StrataLaneView *self,
          const char     *text)
{
  return text != NULL;
}

static void
update_hint (StrataLaneView *self)
{
  gboolean empty = self->cards->len == 0;

  gtk_widget_set_visible (self->hint, empty);
  gtk_widget_set_focusable (GTK_WIDGET (self), empty);
  if (empty)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(hints[self->layer]),
                                    -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
insert_card (StrataLaneView *self,
             guint           position,
             GtkWidget      *card)
{
  GtkWidget *before = self->hint;

  if (position > 0)
    before = g_ptr_array_index (self->cards, position - 1);
  gtk_widget_insert_after (card, GTK_WIDGET (self), before);
  g_ptr_array_insert (self->cards, position, card);
}

/* Cards of rows that only changed places stay the same widgets. */
static GtkWidget *
take_card (GHashTable         *spares,
           StrataPlacementRow *row)
{
  GtkWidget *card = g_hash_table_lookup (spares, row);

  if (card == NULL)
    return strata_card_new (row);
  g_hash_table_remove (spares, row);
  return card;
}

static void
rows_changed_cb (StrataLaneView *self,
                 guint           position,
                 guint           removed,
                 guint           added)
{
  g_autoptr (GHashTable) spares = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer spare;

  for (guint i = 0; i < removed; i++)
    {
      StrataCard *card = g_ptr_array_index (self->cards, position);

      g_hash_table_insert (spares, strata_card_get_row (card), card);
      g_ptr_array_remove_index (self->cards, position);
    }
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (StrataPlacementRow) row = g_list_model_get_item (self->rows, position + i);

      insert_card (self, position + i, take_card (spares, row));
    }
  g_hash_table_iter_init (&iter, spares);
  while (g_hash_table_iter_next (&iter, NULL, &spare))
    gtk_widget_unparent (spare);
  update_hint (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
title_notify_cb (StrataLaneView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, strata_lane_get_title (self->lane),
                                  -1);
}

static void
allocate_child (GtkWidget  *child,
                StrataRect  lane,
                StrataRect  rect)
{
  GtkAllocation allocation = { rect.x - lane.x, rect.y - lane.y, rect.width, rect.height };

  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
strata_lane_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  StrataLaneView *self = STRATA_LANE_VIEW (widget);
  StrataRect lane;

  if (self->layout == NULL)
    return;

  lane = strata_layout_get_lane (self->layout, self->layer);
  allocate_child (self->header, lane, strata_layout_get_header (self->layout, self->layer));
  if (gtk_widget_get_visible (self->hint))
    allocate_child (self->hint, lane, strata_layout_get_field (self->layout, self->layer));
  for (guint i = 0; i < self->cards->len; i++)
    {
      StrataPlace place = { self->layer, i };

      allocate_child (g_ptr_array_index (self->cards, i), lane, strata_layout_get_card (self->layout, place));
    }
}

/* The canvas decides how large a lane is. */
static void
strata_lane_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  StrataLaneView *self = STRATA_LANE_VIEW (widget);
  int ignored;

  /* GTK complains of children that are given a place unmeasured. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &ignored, NULL, NULL, NULL);
  gtk_widget_measure (self->header, orientation, for_size, minimum, natural, NULL, NULL);
}

/* Tab enters a lane once and leaves it; inside, the arrow keys lead. */
static gboolean
strata_lane_view_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  StrataLaneView *self = STRATA_LANE_VIEW (widget);
  GtkWidget *target = widget;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (strata_lane_view_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_is_focus (widget))
    return FALSE;
  if (self->cards->len > 0)
    target = g_ptr_array_index (self->cards, 0);
  return gtk_widget_grab_focus (target);
}

static void
strata_lane_view_dispose (GObject *object)
{
  StrataLaneView *self = STRATA_LANE_VIEW (object);

  strata_lane_view_set_content (self, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), STRATA_TYPE_LANE_VIEW);
  g_clear_pointer (&self->layout, strata_layout_unref);

  G_OBJECT_CLASS (strata_lane_view_parent_class)->dispose (object);
}

static void
strata_lane_view_finalize (GObject *object)
{
  StrataLaneView *self = STRATA_LANE_VIEW (object);

  g_ptr_array_unref (self->cards);

  G_OBJECT_CLASS (strata_lane_view_parent_class)->finalize (object);
}

static void
strata_lane_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  StrataLaneView *self = STRATA_LANE_VIEW (object);

  switch (prop_id)
    {
    case PROP_LANE:
      g_value_set_object (value, self->lane);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_lane_view_class_init (StrataLaneViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_lane_view_dispose;
  object_class->finalize = strata_lane_view_finalize;
  object_class->get_property = strata_lane_view_get_property;
  widget_class->size_allocate = strata_lane_view_size_allocate;
  widget_class->measure = strata_lane_view_measure;
  widget_class->focus = strata_lane_view_focus;

  properties[PROP_LANE] =
    g_param_spec_object ("lane", NULL, NULL, STRATA_TYPE_LANE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "stratalane");
  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-lane-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataLaneView, header);
  gtk_widget_class_bind_template_child (widget_class, StrataLaneView, hint);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
}

static void
strata_lane_view_init (StrataLaneView *self)
{
  self->cards = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * strata_lane_view_new:
 * @layer: whose lane
 *
 * Returns: (transfer floating): an empty lane
 */
GtkWidget *
strata_lane_view_new (StrataLayer layer)
{
  StrataLaneView *self = g_object_new (STRATA_TYPE_LANE_VIEW, NULL);
  g_autofree char *name = g_strconcat ("lane-", strata_vocabulary_get_id (&strata_layers, layer), NULL);

  self->layer = layer;
  gtk_widget_set_name (GTK_WIDGET (self), name);
  strata_style_set_layer (GTK_WIDGET (self), layer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE, -1);
  gtk_label_set_label (GTK_LABEL (self->hint), _(hints[layer]));
  update_hint (self);
  return GTK_WIDGET (self);
}

/**
 * strata_lane_view_set_content:
 * @self: a lane
 * @lane: (nullable): what its heading shows
 * @rows: (nullable): what its cards show
 */
void
strata_lane_view_set_content (StrataLaneView *self,
                              StrataLane     *lane,
                              GListModel     *rows)
{
  g_return_if_fail (STRATA_IS_LANE_VIEW (self));

  if (self->rows != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->rows, rows_changed_cb, self);
      rows_changed_cb (self, 0, self->cards->len, 0);
    }
  if (self->lane != NULL)
    g_signal_handlers_disconnect_by_func (self->lane, title_notify_cb, self);
  g_set_object (&self->rows, rows);
  if (g_set_object (&self->lane, lane))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANE]);
  if (lane != NULL)
    {
      g_signal_connect_object (lane, "notify::title", G_CALLBACK (title_notify_cb), self, G_CONNECT_SWAPPED);
      title_notify_cb (self);
    }
  if (rows != NULL)
    {
      g_signal_connect_object (rows, "items-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
      rows_changed_cb (self, 0, 0, g_list_model_get_n_items (rows));
    }
}

/**
 * strata_lane_view_get_n_cards:
 * @self: a lane
 *
 * Returns: how many cards stand in it
 */
guint
strata_lane_view_get_n_cards (StrataLaneView *self)
{
  g_return_val_if_fail (STRATA_IS_LANE_VIEW (self), 0);

  return self->cards->len;
}

/**
 * strata_lane_view_get_card:
 * @self: a lane
 * @position: which
 *
 * Returns: (transfer none) (nullable): the card, or NULL when there are fewer
 */
StrataCard *
strata_lane_view_get_card (StrataLaneView *self,
                           guint           position)
{
  g_return_val_if_fail (STRATA_IS_LANE_VIEW (self), NULL);

  return position < self->cards->len ? g_ptr_array_index (self->cards, position) : NULL;
}

/**
 * strata_lane_view_measure_header:
 * @self: a lane
 * @width: in pixels
 *
 * Returns: how high the heading is at that width
 */
int
strata_lane_view_measure_header (StrataLaneView *self,
                                 int             width)
{
  int minimum;
  int height;

  gtk_widget_measure (self->header, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, MAX (minimum, width), NULL, &height, NULL, NULL);
  return height;
}

/**
 * strata_lane_view_set_layout:
 * @self: a lane
 * @layout: where everything stands, for the next allocation
 */
void
strata_lane_view_set_layout (StrataLaneView *self,
                             StrataLayout   *layout)
{
  g_return_if_fail (STRATA_IS_LANE_VIEW (self));

  g_clear_pointer (&self->layout, strata_layout_unref);
  self->layout = strata_layout_ref (layout);
}

/**
 * strata_lane_view_set_target:
 * @self: a lane
 * @target: whether what is carried would land here
 */
void
strata_lane_view_set_target (StrataLaneView *self,
                             gboolean        target)
{
  g_return_if_fail (STRATA_IS_LANE_VIEW (self));

  if (target)
    gtk_widget_add_css_class (GTK_WIDGET (self), "target");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "target");
}
