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

static GParamSpec *properties[N_PROPERTIES];

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

static void
add_band (StrataCanvas *self)
{
  self->band = g_object_new (GTK_TYPE_BOX,
                             "css-name", "rubberband",
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "can-target", FALSE,
                             "visible", FALSE,
                             NULL);
  gtk_widget_set_parent (self->band, GTK_WIDGET (self));
}

/* With cards selected it is their flows that stand out; with a finding in focus
 * those between the cards that it is about. */
static gboolean
is_flow_faded (StrataCanvas     *self,
               StrataScenario   *scenario,
               const StrataFlow *flow)
{
  StrataPlacementRow *from = strata_workspace_get_placement (self->workspace, scenario->placements[flow->from]->id);
  StrataPlacementRow *to = strata_workspace_get_placement (self->workspace, scenario->placements[flow->to]->id);

  if (from == NULL || to == NULL)
    return FALSE;
  if (strata_workspace_get_selection (self->workspace)[0] != NULL)
    return !strata_placement_row_get_selected (from) && !strata_placement_row_get_selected (to);
  return strata_placement_row_get_faded (from) || strata_placement_row_get_faded (to);
}

static gboolean *
collect_faded (StrataCanvas   *self,
               StrataScenario *scenario)
{
  gboolean *faded = g_new0 (gboolean, MAX (1, scenario->n_flows));

  for (guint i = 0; i < scenario->n_flows; i++)
    faded[i] = is_flow_faded (self, scenario, &scenario->flows[i]);
  return faded;
}

static void
assessment_notify_cb (StrataCanvas *self)
{
  _strata_canvas_check_flow (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
selection_notify_cb (StrataCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
                                     strata_workspace_get_assessment (self->workspace), faded,
                                     _strata_canvas_get_flow (self));
    }
  _strata_canvas_add_connection (self, list);
  if (self->inserting)
    strata_display_list_add_insertion (list, &self->insertion);
  for (int i = 0; i < STRATA_N_TONES; i++)
    gtk_widget_get_color (self->tones[i], &palette[i]);
  strata_snapshot_paint (snapshot, list, palette);
  gtk_widget_snapshot_child (widget, self->gate_title, snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->gate), snapshot);
  gtk_widget_snapshot_child (widget, self->handle, snapshot);
  gtk_widget_snapshot_child (widget, self->band, snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->what_if), snapshot);
}

static GtkWidget *
find_first_focus (StrataCanvas *self)
{
  for (int i = STRATA_N_LAYERS - 1; i >= 0; i--)
    {
      StrataCard *card = strata_lane_view_get_card (self->lanes[i], 0);

      if (card != NULL)
        return GTK_WIDGET (card);
    }
  return GTK_WIDGET (self->lanes[STRATA_N_LAYERS - 1]);
}

static void
focus_widget_notify_cb (StrataCanvas *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus != NULL && gtk_widget_get_ancestor (focus, STRATA_TYPE_LANE_VIEW) != NULL &&
      gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    {
      g_set_weak_pointer (&self->last_focus, focus);
      _strata_canvas_move_handle (self, gtk_widget_get_ancestor (focus, STRATA_TYPE_CARD));
    }
}

/* Never focused itself: whoever gives it the keyboard, as its menu does when
 * it closes, means the card that had it last. */
static gboolean
strata_canvas_grab_focus (GtkWidget *widget)
{
  StrataCanvas *self = STRATA_CANVAS (widget);

  if (self->last_focus != NULL && gtk_widget_is_ancestor (self->last_focus, widget) &&
      gtk_widget_grab_focus (self->last_focus))
    return TRUE;
  return gtk_widget_grab_focus (find_first_focus (self));
}

static void
strata_canvas_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (strata_canvas_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (focus_widget_notify_cb), widget, G_CONNECT_SWAPPED);
}

static void
strata_canvas_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_widget_notify_cb, widget);
  GTK_WIDGET_CLASS (strata_canvas_parent_class)->unroot (widget);
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
  g_clear_weak_pointer (&self->last_focus);
  g_clear_weak_pointer (&self->handle_card);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->layout, strata_layout_unref);
  g_clear_pointer (&self->carried, g_strfreev);
  g_clear_pointer (&self->dragged, g_strfreev);
  g_clear_pointer (&self->hovering, g_free);
  g_clear_pointer (&self->band_former, g_strfreev);
  g_clear_pointer (&self->chosen_flow, g_free);
  g_clear_pointer (&self->connecting, g_free);
  g_clear_pointer (&self->connection, g_free);

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
  widget_class->grab_focus = strata_canvas_grab_focus;
  widget_class->root = strata_canvas_root;
  widget_class->unroot = strata_canvas_unroot;
  widget_class->snapshot = strata_canvas_snapshot;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, STRATA_TYPE_WORKSPACE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_signal_new ("failed", STRATA_TYPE_CANVAS, G_SIGNAL_RUN_LAST,
                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("noted", STRATA_TYPE_CANVAS, G_SIGNAL_RUN_LAST,
                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("removed", STRATA_TYPE_CANVAS, G_SIGNAL_RUN_LAST,
                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "stratacanvas");
  gtk_widget_class_set_layout_manager_type (widget_class, STRATA_TYPE_CANVAS_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  _strata_canvas_class_init_clipboard (widget_class);
  _strata_canvas_class_init_connect (widget_class);
  _strata_canvas_class_init_flows (widget_class);
  _strata_canvas_class_init_menu (widget_class);
  _strata_canvas_class_init_select (widget_class);
}

static void
strata_canvas_init (StrataCanvas *self)
{
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
  add_band (self);

  _strata_canvas_init_drag (self);
  _strata_canvas_init_drop (self);
  _strata_canvas_init_keys (self);
  _strata_canvas_init_menu (self);
  _strata_canvas_init_flows (self);
  _strata_canvas_init_connect (self);
  _strata_canvas_init_select (self);
  _strata_canvas_init_what_if (self);
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
  _strata_canvas_end_connect (self);
  _strata_canvas_forget_flow (self);
  _strata_canvas_end_what_if (self);
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
      _strata_canvas_follow_what_if (self);
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
