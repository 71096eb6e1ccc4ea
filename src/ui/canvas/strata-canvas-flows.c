/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flows that are there: chosen, changed, removed, by pointer and by menu.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-canvas-private.h"

#include <glib/gi18n.h>

/* Pixels around a line that still mean it. */
#define REACH 6
#define REACH_TOUCH 14

static char *
dup_ends (StrataScenario *scenario,
          guint           flow)
{
  return g_strconcat (scenario->placements[scenario->flows[flow].from]->id, "\n",
                      scenario->placements[scenario->flows[flow].to]->id, NULL);
}

/* The layout and the rows are of the scenario that was assessed last: it has to
 * be the one that an edit is about. */
static gboolean
has_flow (StrataCanvas *self,
          guint         flow)
{
  if (self->workspace == NULL)
    return FALSE;
  strata_workspace_settle (self->workspace);
  return flow < strata_workspace_get_scenario (self->workspace)->n_flows;
}

static void
append_carries (GMenu         *menu,
                StrataCarries  carries,
                guint          flow)
{
  const char *label = _(strata_vocabulary_get_label (&strata_carries, (int) carries));
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "canvas.carry", "(uu)", flow, (guint) carries);
  g_menu_append_item (menu, item);
}

/* What it carries need not be offered. */
static GMenuModel *
create_flow_menu (StrataCanvas *self,
                  guint         flow)
{
  const StrataFlow *former = &strata_workspace_get_scenario (self->workspace)->flows[flow];
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) carries = g_menu_new ();
  g_autoptr (GMenu) removal = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (_("_Remove Flow"), NULL);

  for (int kind = STRATA_CARRIES_EVENTS; kind <= STRATA_CARRIES_RESULTS; kind++)
    if ((StrataCarries) kind != former->carries)
      append_carries (carries, kind, flow);
  g_menu_item_set_action_and_target (item, "canvas.remove-flow", "u", flow);
  g_menu_append_item (removal, item);
  g_menu_append_section (menu, _("Carries Instead"), G_MENU_MODEL (carries));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (removal));

  return G_MENU_MODEL (menu);
}

static void
carry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  StrataCanvas *self = STRATA_CANVAS (widget);
  guint flow;
  guint carries;
  g_autofree char *description = NULL;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(uu)", &flow, &carries);
  if (!has_flow (self, flow))
    return;
  if (!strata_workspace_carry (self->workspace, flow, carries, &error))
    {
      _strata_canvas_fail (self, error->message);
      return;
    }
  strata_workspace_settle (self->workspace);
  description = strata_workspace_describe_flow (self->workspace, flow);
  _strata_canvas_announce (self, description);
}

static void
remove_flow_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  StrataCanvas *self = STRATA_CANVAS (widget);
  guint flow = g_variant_get_uint32 (parameter);
  g_autoptr (GError) error = NULL;

  if (!has_flow (self, flow))
    return;
  _strata_canvas_forget_flow (self);
  if (!strata_workspace_remove_flow (self->workspace, flow, &error))
    {
      _strata_canvas_fail (self, error->message);
      return;
    }
  strata_workspace_settle (self->workspace);
  _strata_canvas_announce (self, _("Flow removed"));
  g_signal_emit_by_name (self, "removed", _("Flow removed"));
}

static gboolean
find_flow_at (StrataCanvas *self,
              StrataPoint   point,
              double        reach,
              guint        *flow)
{
  return self->layout != NULL && strata_layout_find_route (self->layout, point, reach, flow) && has_flow (self, *flow);
}

static gboolean
query_tooltip_cb (StrataCanvas *self,
                  int           x,
                  int           y,
                  gboolean      keyboard,
                  GtkTooltip   *tooltip)
{
  g_autofree char *description = NULL;
  guint flow;

  if (keyboard || !find_flow_at (self, (StrataPoint) { x, y }, REACH, &flow))
    return FALSE;
  description = strata_workspace_describe_flow (self->workspace, flow);
  gtk_tooltip_set_text (tooltip, description);
  return TRUE;
}

void
_strata_canvas_class_init_flows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "canvas.carry", "(uu)", carry_action);
  gtk_widget_class_install_action (widget_class, "canvas.remove-flow", "u", remove_flow_action);
}

void
_strata_canvas_init_flows (StrataCanvas *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

/* Returns the position of the flow that is chosen, or one beyond all. */
guint
_strata_canvas_get_flow (StrataCanvas *self)
{
  return self->chosen_flow != NULL ? self->flow : G_MAXUINT;
}

/* The card where it begins gets the keyboard: Delete removes the flow. */
void
_strata_canvas_choose_flow (StrataCanvas *self,
                            guint         flow)
{
  StrataScenario *scenario = strata_workspace_get_scenario (self->workspace);
  g_autofree char *description = strata_workspace_describe_flow (self->workspace, flow);
  g_autofree char *message = NULL;

  strata_canvas_focus_placement (self, scenario->placements[scenario->flows[flow].from]->id);
  g_free (self->chosen_flow);
  self->chosen_flow = dup_ends (scenario, flow);
  self->flow = flow;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  /* Translators: a flow has been chosen: “Segment to HubSpot: Events. Delete removes it.” */
  message = g_strdup_printf (_("%s. Delete removes it."), description);
  _strata_canvas_announce (self, message);
}

/* Returns whether one was chosen. */
gboolean
_strata_canvas_forget_flow (StrataCanvas *self)
{
  if (self->chosen_flow == NULL)
    return FALSE;
  g_clear_pointer (&self->chosen_flow, g_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

/* After an edit: another flow in its place is not the one that was chosen. */
void
_strata_canvas_check_flow (StrataCanvas *self)
{
  StrataScenario *scenario = strata_workspace_get_scenario (self->workspace);
  g_autofree char *ends = NULL;

  if (self->chosen_flow == NULL)
    return;
  if (self->flow < scenario->n_flows)
    ends = dup_ends (scenario, self->flow);
  if (g_strcmp0 (ends, self->chosen_flow) != 0)
    _strata_canvas_forget_flow (self);
}

/* Returns whether a flow is there. */
gboolean
_strata_canvas_choose_flow_at (StrataCanvas *self,
                               StrataPoint   point,
                               gboolean      touch)
{
  guint flow;

  if (!find_flow_at (self, point, touch ? REACH_TOUCH : REACH, &flow))
    return FALSE;
  _strata_canvas_choose_flow (self, flow);
  return TRUE;
}

gboolean
_strata_canvas_open_flow_menu (StrataCanvas *self,
                               StrataPoint   point)
{
  const GdkRectangle place = { (int) point.x, (int) point.y, 1, 1 };
  g_autoptr (GMenuModel) model = NULL;
  guint flow;

  if (!find_flow_at (self, point, REACH, &flow))
    return FALSE;
  _strata_canvas_choose_flow (self, flow);
  model = create_flow_menu (self, flow);
  _strata_canvas_open_menu (self, model, &place);
  return TRUE;
}

/* A card's menu has its flows, each with what can be done about it. */
void
_strata_canvas_append_flows (StrataCanvas       *self,
                             StrataPlacementRow *row,
                             GMenu              *menu)
{
  const char *id = strata_placement_row_get_id (row);
  StrataScenario *scenario;
  guint position;

  strata_workspace_settle (self->workspace);
  scenario = strata_workspace_get_scenario (self->workspace);
  if (strata_scenario_find (scenario, id, &position) == NULL)
    return;
  for (guint i = 0; i < scenario->n_flows; i++)
    {
      g_autofree char *description = NULL;
      g_autoptr (GMenuModel) model = NULL;

      if (scenario->flows[i].from != position && scenario->flows[i].to != position)
        continue;
      description = strata_workspace_describe_flow (self->workspace, i);
      model = create_flow_menu (self, i);
      g_menu_append_submenu (menu, description, model);
    }
}
