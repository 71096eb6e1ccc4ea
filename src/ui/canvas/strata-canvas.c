/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stack: three lanes, the gate, cards and the flows between them.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-canvas-private.h"

#include <glib/gi18n.h>

#include "strata-canvas-layout.h"
#include "strata-snapshot-painter.h"
#include "ui/style/strata-style.h"

enum
{
  PROP_WORKSPACE = 1,
  N_PROPERTIES,
};

enum
{
  SIGNAL_FAILED,
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataCanvas, strata_canvas, GTK_TYPE_WIDGET)

/* A child that is styled and measured like the others and never seen. */
static GtkWidget *
add_unseen (StrataCanvas *self,
            GtkWidget    *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  gtk_widget_set_child_visible (child, FALSE);
  gtk_widget_set_focusable (child, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return child;
}

static GtkWidget *
add_tone (StrataCanvas *self,
          const char   *style)
{
  GtkWidget *tone = add_unseen (self, gtk_label_new (NULL));

  gtk_widget_add_css_class (tone, "tone");
  gtk_widget_add_css_class (tone, style);
  return tone;
}

static void
add_tones (StrataCanvas *self)
{
  for (int i = 0; i < STRATA_N_LAYERS; i++)
    self->tones[strata_layer_get_tone (i)] = add_tone (self, strata_style_layer_class (i));
  self->tones[STRATA_TONE_ERROR] = add_tone (self, strata_style_severity_class (STRATA_SEVERITY_ERROR));
}

static void
add_lane (StrataCanvas *self,
          StrataLayer   layer)
{
  GtkWidget *lane = strata_lane_view_new (layer);

  gtk_widget_set_parent (lane, GTK_WIDGET (self));
  self->lanes[layer] = STRATA_LANE_VIEW (lane);
}

static void
add_gate_title (StrataCanvas *self)
{
  self->gate_title = gtk_label_new (_("Gate"));
  gtk_label_set_xalign (GTK_LABEL (self->gate_title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->gate_title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->gate_title, "gate-title");
  gtk_widget_add_css_class (self->gate_title, "dimmed");
  gtk_widget_set_parent (self->gate_title, GTK_WIDGET (self));
}

static gboolean *
collect_faded (StrataCanvas   *self,
               StrataScenario *scenario)
{
  gboolean *faded = g_new0 (gboolean, MAX (1, scenario->n_placements));

  for (guint i = 0; i < scenario->n_placements; i++)
    {
      StrataPlacementRow *row = strata_workspace_get_placement (self->workspace, scenario->placements[i]->id);

      faded[i] = row != NULL && strata_placement_row_get_faded (row);
    }
  return faded;
}

static void
fail (StrataCanvas *self,
      const char   *message)
{
  _strata_canvas_announce (self, message);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, message);
}

/* After an edit: what was edited has the keyboard, and is spoken of. */
static void
show_edited (StrataCanvas *self,
             const char   *placement)
{
  StrataCard *card;

  strata_workspace_settle (self->workspace);
  card = _strata_canvas_find_card (self, placement);
  if (card == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (card));
  _strata_canvas_announce (self, strata_placement_row_get_description (strata_card_get_row (card)));
}

static void
focus_near (StrataCanvas *self,
            StrataPlace   place)
{
  StrataLaneView *lane = self->lanes[place.layer];
  guint n_cards = strata_lane_view_get_n_cards (lane);
  GtkWidget *target = GTK_WIDGET (lane);

  if (n_cards > 0)
    target = GTK_WIDGET (strata_lane_view_get_card (lane, MIN (place.position, n_cards - 1)));
  gtk_widget_grab_focus (target);
}

static void
assessment_notify_cb (StrataCanvas *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
selection_notify_cb (StrataCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
clicked_cb (StrataCanvas    *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  StrataCard *card = _strata_canvas_pick_card (self, x, y);

  _strata_canvas_select (self, card, (state & GDK_CONTROL_MASK) != 0);
  if (card != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (card));
}

static void
strata_canvas_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  StrataCanvas *self = STRATA_CANVAS (widget);
  g_autoptr (StrataDisplayList) list = strata_display_list_new ();
  g_autofree gboolean *faded = NULL;
  StrataPalette palette;

  for (int i = 0; i < STRATA_N_LAYERS; i++)
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->lanes[i]), snapshot);
  if (self->layout != NULL)
    {
      faded = collect_faded (self, strata_layout_get_scenario (self->layout));
      strata_display_list_add_flows (list, self->layout,
                                     strata_workspace_get_assessment (self->workspace), faded);
    }
  if (self->inserting)
    strata_display_list_add_insertion (list, &self->insertion);
  for (int i = 0; i < STRATA_N_TONES; i++)
    gtk_widget_get_color (self->tones[i], &palette[i]);
  strata_snapshot_paint (snapshot, list, palette);
  gtk_widget_snapshot_child (widget, self->gate_title, snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->gate), snapshot);
}

static void
strata_canvas_dispose (GObject *object)
{
  StrataCanvas *self = STRATA_CANVAS (object);
  GtkWidget *child;

  _strata_canvas_end_drop (self);
  if (self->gate != NULL)
    strata_canvas_set_workspace (self, NULL);
  self->gate = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->layout, strata_layout_unref);
  g_clear_pointer (&self->carried, g_free);
  g_clear_pointer (&self->dragged, g_free);

  G_OBJECT_CLASS (strata_canvas_parent_class)->dispose (object);
}

static void
strata_canvas_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  StrataCanvas *self = STRATA_CANVAS (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_canvas_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  StrataCanvas *self = STRATA_CANVAS (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      strata_canvas_set_workspace (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_canvas_class_init (StrataCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_canvas_dispose;
  object_class->get_property = strata_canvas_get_property;
  object_class->set_property = strata_canvas_set_property;
  widget_class->snapshot = strata_canvas_snapshot;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, STRATA_TYPE_WORKSPACE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", STRATA_TYPE_CANVAS, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_REMOVED] =
    g_signal_new ("removed", STRATA_TYPE_CANVAS, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "stratacanvas");
  gtk_widget_class_set_layout_manager_type (widget_class, STRATA_TYPE_CANVAS_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
strata_canvas_init (StrataCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_name (GTK_WIDGET (self), "canvas");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Stack"), -1);

  add_lane (self, STRATA_LAYER_PERSONALIZATION);
  self->gate = STRATA_GATE (strata_gate_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->gate), GTK_WIDGET (self));
  add_gate_title (self);
  add_lane (self, STRATA_LAYER_AUTOMATION);
  add_lane (self, STRATA_LAYER_DATA);
  self->sample = add_unseen (self, strata_card_new_sample ());
  add_tones (self);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  _strata_canvas_init_drag (self);
  _strata_canvas_init_drop (self);
  _strata_canvas_init_keys (self);
}

StrataCard *
_strata_canvas_find_card (StrataCanvas *self,
                          const char   *id)
{
  StrataPlacementRow *row = strata_workspace_get_placement (self->workspace, id);

  if (row == NULL)
    return NULL;
  return strata_lane_view_get_card (self->lanes[strata_placement_row_get_layer (row)],
                                    strata_placement_row_get_position (row));
}

StrataCard *
_strata_canvas_pick_card (StrataCanvas *self,
                          double        x,
                          double        y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (picked == NULL)
    return NULL;
  return (StrataCard *) gtk_widget_get_ancestor (picked, STRATA_TYPE_CARD);
}

void
_strata_canvas_set_insertion (StrataCanvas          *self,
                              const StrataInsertion *insertion)
{
  self->inserting = insertion != NULL;
  if (insertion != NULL)
    self->insertion = *insertion;
  for (guint i = 0; i < STRATA_N_LAYERS; i++)
    strata_lane_view_set_target (self->lanes[i],
                                 self->inserting && i == (guint) self->insertion.place.layer);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
_strata_canvas_place (StrataCanvas *self,
                      const char   *tool,
                      StrataPlace   place)
{
  g_autofree char *placement = NULL;
  g_autoptr (GError) error = NULL;

  if (!strata_workspace_place (self->workspace, tool, place.layer, place.position, &placement, &error))
    {
      fail (self, error->message);
      return FALSE;
    }
  show_edited (self, placement);
  return TRUE;
}

/* A place on the canvas counts the card that moves, an edit does not. */
gboolean
_strata_canvas_move (StrataCanvas *self,
                     const char   *placement,
                     StrataPlace   place)
{
  StrataPlacementRow *row = strata_workspace_get_placement (self->workspace, placement);
  g_autoptr (GError) error = NULL;

  if (row == NULL)
    return FALSE;
  if (strata_placement_row_get_layer (row) == place.layer &&
      strata_placement_row_get_position (row) < place.position)
    place.position--;
  if (!strata_workspace_move (self->workspace, placement, place.layer, place.position, &error))
    {
      fail (self, error->message);
      return FALSE;
    }
  show_edited (self, placement);
  return TRUE;
}

void
_strata_canvas_announce (StrataCanvas *self,
                         const char   *message)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Selects one card, or nothing; toggling leaves the rest of the selection. */
void
_strata_canvas_select (StrataCanvas *self,
                       StrataCard   *card,
                       gboolean      toggle)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char * const *former = strata_workspace_get_selection (self->workspace);
  const char *id = card != NULL ? strata_placement_row_get_id (strata_card_get_row (card)) : NULL;
  g_auto (GStrv) selection = NULL;

  for (guint i = 0; toggle && former != NULL && former[i] != NULL; i++)
    if (g_strcmp0 (former[i], id) != 0)
      g_strv_builder_add (builder, former[i]);
  if (id != NULL && !(toggle && former != NULL && g_strv_contains (former, id)))
    g_strv_builder_add (builder, id);
  selection = g_strv_builder_end (builder);
  strata_workspace_select (self->workspace, (const char * const *) selection);
}

/**
 * strata_canvas_new:
 *
 * Returns: (transfer floating): a canvas that shows nothing yet
 */
GtkWidget *
strata_canvas_new (void)
{
  return g_object_new (STRATA_TYPE_CANVAS, NULL);
}

/**
 * strata_canvas_get_workspace:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the workspace that it shows
 */
StrataWorkspace *
strata_canvas_get_workspace (StrataCanvas *self)
{
  g_return_val_if_fail (STRATA_IS_CANVAS (self), NULL);

  return self->workspace;
}

/**
 * strata_canvas_set_workspace:
 * @self: a canvas
 * @workspace: (nullable): the workspace to show
 */
void
strata_canvas_set_workspace (StrataCanvas    *self,
                             StrataWorkspace *workspace)
{
  g_return_if_fail (STRATA_IS_CANVAS (self));
  g_return_if_fail (workspace == NULL || STRATA_IS_WORKSPACE (workspace));

  if (self->workspace == workspace)
    return;

  _strata_canvas_put_back (self);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->layout, strata_layout_unref);
  strata_gate_set_workspace (self->gate, workspace);
  for (int i = 0; i < STRATA_N_LAYERS; i++)
    strata_lane_view_set_content (self->lanes[i],
                                  workspace != NULL ? strata_workspace_get_lane (workspace, i) : NULL,
                                  workspace != NULL ? strata_workspace_list_placements (workspace, i) : NULL);
  if (workspace != NULL)
    {
      g_signal_connect_object (workspace, "notify::assessment", G_CALLBACK (assessment_notify_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (workspace, "notify::selection", G_CALLBACK (selection_notify_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (workspace, "notify::focus", G_CALLBACK (selection_notify_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

/**
 * strata_canvas_focus_placement:
 * @self: a canvas
 * @id: a placement of the scenario shown
 *
 * Gives the keyboard to a card and brings it into view.
 *
 * Returns: whether there is such a card
 */
gboolean
strata_canvas_focus_placement (StrataCanvas *self,
                               const char   *id)
{
  StrataCard *card;

  g_return_val_if_fail (STRATA_IS_CANVAS (self), FALSE);
  g_return_val_if_fail (self->workspace != NULL, FALSE);

  card = _strata_canvas_find_card (self, id);
  return card != NULL && gtk_widget_grab_focus (GTK_WIDGET (card));
}

/**
 * strata_canvas_remove:
 * @self: a canvas
 * @id: a placement
 *
 * Takes a card off the stack, gives the keyboard to the one beside it, tells
 * screen readers, and emits [signal@Canvas::removed]. Every removal by hand
 * comes here. A placement that is not there is left alone.
 */
void
strata_canvas_remove (StrataCanvas *self,
                      const char   *id)
{
  StrataPlacementRow *row;
  StrataPlace place;
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (STRATA_IS_CANVAS (self));
  g_return_if_fail (self->workspace != NULL);

  row = strata_workspace_get_placement (self->workspace, id);
  if (row == NULL)
    return;

  place = (StrataPlace) { strata_placement_row_get_layer (row), strata_placement_row_get_position (row) };
  name = g_strdup (strata_placement_row_get_name (row));
  if (!strata_workspace_remove (self->workspace, id, &error))
    {
      fail (self, error->message);
      return;
    }
  strata_workspace_settle (self->workspace);
  focus_near (self, place);
  /* Translators: a tool has been taken off the stack. */
  message = g_strdup_printf (_("Removed %s"), name);
  _strata_canvas_announce (self, message);
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, name);
}
