/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The menu of a card, and of the ground between cards.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-canvas-private.h"

#include <glib/gi18n.h>

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        const char *keys)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (keys != NULL)
    g_menu_item_set_attribute (item, "accel", "s", keys);
  g_menu_append_item (menu, item);
}

/* The menu has the keyboard while it is open: it says itself where to. */
static void
append_paste (GMenu *menu,
              int    layer,
              guint  position)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_("_Paste"), NULL);

  g_menu_item_set_action_and_target (item, "canvas.paste-at", "(iu)", layer, position);
  g_menu_item_set_attribute (item, "accel", "s", "<Control>v");
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_card_menu (StrataCanvas       *self,
                  StrataPlacementRow *row)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) flows = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) removal = g_menu_new ();
  g_autoptr (GMenu) properties = g_menu_new ();

  append (edit, _("Cu_t"), "canvas.cut", "<Control>x");
  append (edit, _("_Copy"), "canvas.copy", "<Control>c");
  append_paste (edit, (int) strata_placement_row_get_layer (row), strata_placement_row_get_position (row) + 1);
  append (edit, _("_Duplicate"), "canvas.duplicate", "<Control>d");
  append (flows, _("Connect to Another Card"), "canvas.connect", "<Control>l");
  _strata_canvas_append_flows (self, row, flows);
  append (removal, _("_Remove"), "canvas.remove", "Delete");
  append (properties, _("P_roperties"), "canvas.properties", "<Alt>Return");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (flows));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (removal));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (properties));

  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_ground_menu (int layer)
{
  GMenu *menu = g_menu_new ();

  append_paste (menu, layer, G_MAXUINT);
  append (menu, _("Select _All"), "canvas.select-all", "<Control>a");

  return G_MENU_MODEL (menu);
}

/* The menu is about what is selected, so the card it opens on is. */
static void
open_card_menu (StrataCanvas       *self,
                StrataCard         *card,
                const GdkRectangle *place)
{
  StrataPlacementRow *row = strata_card_get_row (card);
  g_autoptr (GMenuModel) model = create_card_menu (self, row);

  if (!strata_placement_row_get_selected (row))
    _strata_canvas_select (self, card, 0);
  gtk_widget_grab_focus (GTK_WIDGET (card));
  _strata_canvas_open_menu (self, model, place);
}

static int
find_layer_at (StrataCanvas *self,
               double        y)
{
  for (int i = 0; i < STRATA_N_LAYERS; i++)
    {
      StrataRect lane = strata_layout_get_lane (self->layout, i);

      if (y >= lane.y && y < lane.y + lane.height)
        return i;
    }
  return -1;
}

static void
pressed_cb (StrataCanvas *self,
            int           n_press,
            double        x,
            double        y,
            GtkGesture   *gesture)
{
  const GdkRectangle place = { (int) x, (int) y, 1, 1 };
  GdkEvent *event = gtk_gesture_get_last_event (gesture, NULL);
  StrataCard *card = _strata_canvas_pick_card (self, x, y);
  g_autoptr (GMenuModel) model = NULL;

  if (self->layout == NULL || event == NULL || !gdk_event_triggers_context_menu (event))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (card != NULL)
    {
      open_card_menu (self, card, &place);
      return;
    }
  if (_strata_canvas_open_flow_menu (self, (StrataPoint) { x, y }))
    return;
  model = create_ground_menu (find_layer_at (self, y));
  _strata_canvas_open_menu (self, model, &place);
}

/* By keyboard the menu opens at what has it. */
static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  StrataCanvas *self = STRATA_CANVAS (widget);
  StrataCard *card;
  StrataPlace where;
  StrataRect rect;
  GdkRectangle place;
  g_autoptr (GMenuModel) model = NULL;

  if (self->layout == NULL || !_strata_canvas_get_focused_place (self, &where))
    return;
  rect = strata_layout_get_card (self->layout, where);
  place = (GdkRectangle) { (int) (rect.x + rect.width / 2), (int) (rect.y + rect.height / 2), 1, 1 };
  card = strata_lane_view_get_card (self->lanes[where.layer], where.position);
  if (card != NULL)
    {
      open_card_menu (self, card, &place);
      return;
    }
  model = create_ground_menu ((int) where.layer);
  _strata_canvas_open_menu (self, model, &place);
}

void
_strata_canvas_class_init_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "canvas.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "canvas.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "canvas.menu", NULL);
}

void
_strata_canvas_init_menu (StrataCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_widget_set_name (self->menu, "canvas-menu");
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
_strata_canvas_open_menu (StrataCanvas       *self,
                          GMenuModel         *model,
                          const GdkRectangle *place)
{
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
