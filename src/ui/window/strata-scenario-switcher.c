/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which scenario of the plan is shown.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-scenario-switcher.h"

#include <glib/gi18n.h>

#include "strata-rename-popover.h"

/* With more scenarios a button each would take too much room. */
#define MOST_BUTTONS 4

struct _StrataScenarioSwitcher
{
  AdwBin parent_instance;

  /* owned */
  StrataWorkspace *workspace;
  GSignalGroup    *workspace_signals;
  GSignalGroup    *list_signals;
  GBinding        *title_binding; /* the menu button's label follows the scenario shown */
  GtkWidget       *rename_popover;

  /* borrowed from the workspace */
  GListModel *scenarios;

  /* template */
  GtkStack       *stack;
  AdwToggleGroup *toggles;
  GtkMenuButton  *commands_button;
  GtkMenuButton  *menu_button;
  GMenuModel     *commands;

  /* flags */
  gboolean compact;
  gboolean updating;
};

enum
{
  PROP_WORKSPACE = 1,
  PROP_COMPACT,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (StrataScenarioSwitcher, strata_scenario_switcher, ADW_TYPE_BIN)

static guint
count_scenarios (StrataScenarioSwitcher *self)
{
  return self->scenarios != NULL ? g_list_model_get_n_items (self->scenarios) : 0;
}

static void
update_page (StrataScenarioSwitcher *self)
{
  guint n_scenarios = count_scenarios (self);
  gboolean as_menu = self->compact || n_scenarios > MOST_BUTTONS;

  gtk_widget_set_visible (GTK_WIDGET (self), n_scenarios > 0);
  gtk_stack_set_visible_child_name (self->stack, as_menu ? "menu" : "buttons");
}

static void
add_toggle (StrataScenarioSwitcher *self,
            StrataScenarioRow      *row)
{
  g_autoptr (AdwToggle) toggle = adw_toggle_new ();

  /* On the way to another order a row may be in the list twice. */
  if (adw_toggle_group_get_toggle_by_name (self->toggles, strata_scenario_row_get_id (row)) != NULL)
    return;
  adw_toggle_set_name (toggle, strata_scenario_row_get_id (row));
  g_object_bind_property (row, "title", toggle, "label", G_BINDING_SYNC_CREATE);
  adw_toggle_group_add (self->toggles, g_steal_pointer (&toggle));
}

static void
show_title (StrataScenarioSwitcher *self,
            StrataScenarioRow      *row)
{
  g_clear_pointer (&self->title_binding, g_binding_unbind);
  self->title_binding = g_object_bind_property (row, "title", self->menu_button, "label", G_BINDING_SYNC_CREATE);
}

static void
show_active (StrataScenarioSwitcher *self)
{
  const char *active = strata_workspace_get_scenario (self->workspace)->id;

  for (guint i = 0; i < count_scenarios (self); i++)
    {
      g_autoptr (StrataScenarioRow) row = g_list_model_get_item (self->scenarios, i);

      if (g_str_equal (strata_scenario_row_get_id (row), active))
        show_title (self, row);
    }

  /* A scenario that was just added has its button when the workspace settles. */
  if (adw_toggle_group_get_toggle_by_name (self->toggles, active) != NULL)
    adw_toggle_group_set_active_name (self->toggles, active);
}

/* Brings the buttons to what the workspace shows, without taking that for
 * what the person did. */
static void
scenario_changed_cb (StrataScenarioSwitcher *self)
{
  self->updating = TRUE;
  show_active (self);
  self->updating = FALSE;
}

static void
scenarios_changed_cb (StrataScenarioSwitcher *self)
{
  guint n_scenarios = count_scenarios (self);

  self->updating = TRUE;
  adw_toggle_group_remove_all (self->toggles);
  for (guint i = 0; i < n_scenarios && n_scenarios <= MOST_BUTTONS; i++)
    {
      g_autoptr (StrataScenarioRow) row = g_list_model_get_item (self->scenarios, i);

      add_toggle (self, row);
    }
  show_active (self);
  self->updating = FALSE;
  update_page (self);
}

static void
toggled_cb (StrataScenarioSwitcher *self)
{
  const char *name = adw_toggle_group_get_active_name (self->toggles);

  if (!self->updating && name != NULL)
    strata_workspace_set_scenario (self->workspace, name);
}

/* The other button opens the commands of the scenario shown. */
static void
opened_cb (StrataScenarioSwitcher *self)
{
  gtk_menu_button_popup (self->commands_button);
}

static GMenu *
list_scenarios (StrataScenarioSwitcher *self)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < count_scenarios (self); i++)
    {
      g_autoptr (StrataScenarioRow) row = g_list_model_get_item (self->scenarios, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (strata_scenario_row_get_title (row), NULL);

      g_menu_item_set_action_and_target (item, "win.scenario", "s", strata_scenario_row_get_id (row));
      g_menu_append_item (menu, item);
    }
  return menu;
}

/* Filled anew whenever it opens: titles change. */
static void
fill_menu (GtkMenuButton *button,
           gpointer       user_data)
{
  StrataScenarioSwitcher *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) scenarios = list_scenarios (self);
  g_autoptr (GMenu) addition = g_menu_new ();

  g_menu_append (addition, _("_Add Scenario"), "win.add-scenario");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (scenarios));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (addition));
  g_menu_append_section (menu, NULL, self->commands);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
renamed_cb (StrataScenarioSwitcher *self,
            const char             *title)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.name-scenario", "s", title);
}

static void
strata_scenario_switcher_dispose (GObject *object)
{
  StrataScenarioSwitcher *self = STRATA_SCENARIO_SWITCHER (object);

  g_clear_object (&self->workspace_signals);
  g_clear_object (&self->list_signals);
  g_clear_pointer (&self->title_binding, g_binding_unbind);
  g_clear_pointer (&self->rename_popover, gtk_widget_unparent);
  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), STRATA_TYPE_SCENARIO_SWITCHER);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (strata_scenario_switcher_parent_class)->dispose (object);
}

static void
strata_scenario_switcher_get_property (GObject    *object,
                                       guint       prop_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  StrataScenarioSwitcher *self = STRATA_SCENARIO_SWITCHER (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_scenario_switcher_set_property (GObject      *object,
                                       guint         prop_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  StrataScenarioSwitcher *self = STRATA_SCENARIO_SWITCHER (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      strata_scenario_switcher_set_workspace (self, g_value_get_object (value));
      break;
    case PROP_COMPACT:
      strata_scenario_switcher_set_compact (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_scenario_switcher_class_init (StrataScenarioSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_scenario_switcher_dispose;
  object_class->get_property = strata_scenario_switcher_get_property;
  object_class->set_property = strata_scenario_switcher_set_property;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, STRATA_TYPE_WORKSPACE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPACT] =
    g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (STRATA_TYPE_SCENARIO_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-scenario-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataScenarioSwitcher, stack);
  gtk_widget_class_bind_template_child (widget_class, StrataScenarioSwitcher, toggles);
  gtk_widget_class_bind_template_child (widget_class, StrataScenarioSwitcher, commands_button);
  gtk_widget_class_bind_template_child (widget_class, StrataScenarioSwitcher, menu_button);
  gtk_widget_class_bind_template_child (widget_class, StrataScenarioSwitcher, commands);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
strata_scenario_switcher_init (StrataScenarioSwitcher *self)
{
  self->workspace_signals = g_signal_group_new (STRATA_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::scenario",
                                  G_CALLBACK (scenario_changed_cb), self);
  self->list_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->list_signals, "items-changed",
                                  G_CALLBACK (scenarios_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, fill_menu, self, NULL);
  self->rename_popover = strata_rename_popover_new ();
  g_signal_connect_object (self->rename_popover, "renamed", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->rename_popover, GTK_WIDGET (self));
}

/**
 * strata_scenario_switcher_set_workspace:
 * @self: a switcher
 * @workspace: (nullable): whose scenarios it switches
 */
void
strata_scenario_switcher_set_workspace (StrataScenarioSwitcher *self,
                                        StrataWorkspace        *workspace)
{
  g_return_if_fail (STRATA_IS_SCENARIO_SWITCHER (self));
  g_return_if_fail (workspace == NULL || STRATA_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  self->scenarios = workspace != NULL ? strata_workspace_list_scenarios (workspace) : NULL;
  g_signal_group_set_target (self->workspace_signals, workspace);
  g_signal_group_set_target (self->list_signals, self->scenarios);
  if (workspace != NULL)
    scenarios_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

/**
 * strata_scenario_switcher_set_compact:
 * @self: a switcher
 * @compact: whether to take little room
 */
void
strata_scenario_switcher_set_compact (StrataScenarioSwitcher *self,
                                      gboolean                compact)
{
  g_return_if_fail (STRATA_IS_SCENARIO_SWITCHER (self));

  if (self->compact == !!compact)
    return;

  self->compact = !!compact;
  update_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

/**
 * strata_scenario_switcher_rename:
 * @self: a switcher
 *
 * Asks what the scenario shown is to be called.
 */
void
strata_scenario_switcher_rename (StrataScenarioSwitcher *self)
{
  g_return_if_fail (STRATA_IS_SCENARIO_SWITCHER (self));
  g_return_if_fail (self->workspace != NULL);

  strata_rename_popover_ask (STRATA_RENAME_POPOVER (self->rename_popover),
                             strata_workspace_get_scenario (self->workspace)->title);
}
