/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which scenario of the plan is shown.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-scenario-switcher.h"

/* With more scenarios a button each would take too much room. */
#define MOST_BUTTONS 4

struct _StrataScenarioSwitcher
{
  AdwBin parent_instance;

  /* owned */
  StrataWorkspace *workspace;
  GSignalGroup    *workspace_signals;
  GSignalGroup    *list_signals;

  /* borrowed from the workspace */
  GListModel *scenarios;

  /* template */
  GtkStack       *stack;
  AdwToggleGroup *toggles;
  GtkDropDown    *menu;

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

  gtk_widget_set_visible (GTK_WIDGET (self), n_scenarios > 1);
  gtk_stack_set_visible_child_name (self->stack, as_menu ? "menu" : "buttons");
}

static void
add_toggle (StrataScenarioSwitcher *self,
            StrataScenarioRow      *row)
{
  g_autoptr (AdwToggle) toggle = adw_toggle_new ();

  adw_toggle_set_name (toggle, strata_scenario_row_get_id (row));
  g_object_bind_property (row, "title", toggle, "label", G_BINDING_SYNC_CREATE);
  adw_toggle_group_add (self->toggles, g_steal_pointer (&toggle));
}

static void
show_active (StrataScenarioSwitcher *self)
{
  const char *active = strata_workspace_get_scenario (self->workspace)->id;

  for (guint i = 0; i < count_scenarios (self); i++)
    {
      g_autoptr (StrataScenarioRow) row = g_list_model_get_item (self->scenarios, i);

      if (g_str_equal (strata_scenario_row_get_id (row), active))
        gtk_drop_down_set_selected (self->menu, i);
    }

  if (count_scenarios (self) <= MOST_BUTTONS)
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

static void
selected_cb (StrataScenarioSwitcher *self)
{
  StrataScenarioRow *row = gtk_drop_down_get_selected_item (self->menu);

  if (!self->updating && row != NULL)
    strata_workspace_set_scenario (self->workspace, strata_scenario_row_get_id (row));
}

static void
strata_scenario_switcher_dispose (GObject *object)
{
  StrataScenarioSwitcher *self = STRATA_SCENARIO_SWITCHER (object);

  g_clear_object (&self->workspace_signals);
  g_clear_object (&self->list_signals);
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
  gtk_widget_class_bind_template_child (widget_class, StrataScenarioSwitcher, menu);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
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
  self->updating = TRUE;
  gtk_drop_down_set_model (self->menu, self->scenarios);
  self->updating = FALSE;
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
