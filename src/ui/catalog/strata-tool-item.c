/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tool in the catalogue's list, to be dragged onto a layer.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-tool-item.h"

#include "ui/style/strata-style.h"

/* How wide what is carried looks: as wide as a card on the canvas. */
#define CARRIED_WIDTH 168

struct _StrataToolItem
{
  AdwBin parent_instance;

  /* owned */
  StrataToolRow *row;

  /* template */
  GtkWidget *tile;
};

enum
{
  PROP_ROW = 1,
  N_PROPERTIES,
};

enum
{
  SIGNAL_LIFTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataToolItem, strata_tool_item, ADW_TYPE_BIN)

static GdkContentProvider *
create_content (StrataToolItem *self)
{
  return gdk_content_provider_new_typed (STRATA_TYPE_TOOL, strata_tool_row_get_tool (self->row));
}

/* What is carried looks like the card that it will be. */
static GtkWidget *
create_carried (StrataToolItem *self)
{
  GtkWidget *item = strata_tool_item_new ();

  strata_tool_item_set_row (STRATA_TOOL_ITEM (item), self->row);
  gtk_widget_set_size_request (item, CARRIED_WIDTH, -1);
  gtk_widget_add_css_class (item, "carried");

  return item;
}

static void
lift (StrataToolItem *self,
      GdkDrag        *drag)
{
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), create_carried (self));
  gdk_drag_set_hotspot (drag, CARRIED_WIDTH / 2, 24);
  g_signal_emit (self, signals[SIGNAL_LIFTED], 0);
}

static GdkContentProvider *
prepare_cb (StrataToolItem *self,
            double          x,
            double          y,
            GtkDragSource  *source)
{
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (source));

  /* A finger that moves pans the list; a long press lifts. */
  if (self->row == NULL || gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN)
    return NULL;

  return create_content (self);
}

static void
drag_begin_cb (StrataToolItem *self,
               GdkDrag        *drag,
               GtkDragSource  *source)
{
  lift (self, drag);
}

static void
pressed_cb (StrataToolItem      *self,
            double               x,
            double               y,
            GtkGestureLongPress *gesture)
{
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (gesture));
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));
  g_autoptr (GdkContentProvider) content = create_content (self);
  g_autoptr (GdkDrag) drag = gdk_drag_begin (surface, device, content, GDK_ACTION_COPY, 0, 0);

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (drag != NULL)
    lift (self, drag);
}

static void
strata_tool_item_dispose (GObject *object)
{
  StrataToolItem *self = STRATA_TOOL_ITEM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STRATA_TYPE_TOOL_ITEM);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (strata_tool_item_parent_class)->dispose (object);
}

static void
strata_tool_item_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  StrataToolItem *self = STRATA_TOOL_ITEM (object);

  switch (prop_id)
    {
    case PROP_ROW:
      g_value_set_object (value, self->row);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_tool_item_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  StrataToolItem *self = STRATA_TOOL_ITEM (object);

  switch (prop_id)
    {
    case PROP_ROW:
      strata_tool_item_set_row (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_tool_item_class_init (StrataToolItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_tool_item_dispose;
  object_class->get_property = strata_tool_item_get_property;
  object_class->set_property = strata_tool_item_set_property;

  properties[PROP_ROW] =
    g_param_spec_object ("row", NULL, NULL, STRATA_TYPE_TOOL_ROW,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /* A drag of this tool has begun. */
  signals[SIGNAL_LIFTED] =
    g_signal_new ("lifted", STRATA_TYPE_TOOL_ITEM, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-tool-item.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataToolItem, tile);
  gtk_widget_class_bind_template_callback (widget_class, prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
strata_tool_item_init (StrataToolItem *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * strata_tool_item_new:
 *
 * Returns: (transfer floating): an item that shows nothing yet
 */
GtkWidget *
strata_tool_item_new (void)
{
  return g_object_new (STRATA_TYPE_TOOL_ITEM, NULL);
}

/**
 * strata_tool_item_get_row:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the tool that it shows
 */
StrataToolRow *
strata_tool_item_get_row (StrataToolItem *self)
{
  g_return_val_if_fail (STRATA_IS_TOOL_ITEM (self), NULL);

  return self->row;
}

/**
 * strata_tool_item_set_row:
 * @self: an item
 * @row: (nullable): the tool to show
 */
void
strata_tool_item_set_row (StrataToolItem *self,
                          StrataToolRow  *row)
{
  g_return_if_fail (STRATA_IS_TOOL_ITEM (self));
  g_return_if_fail (row == NULL || STRATA_IS_TOOL_ROW (row));

  if (!g_set_object (&self->row, row))
    return;

  if (row != NULL)
    {
      g_autofree char *name = g_strconcat ("tool-", strata_tool_row_get_id (row), NULL);

      gtk_widget_set_name (GTK_WIDGET (self), name);
      strata_style_set_layer (self->tile, strata_tool_row_get_layer (row));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
}
