/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the tools that are selected.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-tool-pane.h"

#include "strata-tool-form.h"

struct _StrataToolPane
{
  AdwBin             parent_instance;

  /* owned */
  StrataWorkspace   *workspace;
  GSignalGroup      *signals;

  /* template */
  GtkStack          *stack;
  GtkScrolledWindow *scroller;

  /* child */
  GtkWidget         *form; /* or NULL */
};

enum
{
  PROP_WORKSPACE = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (StrataToolPane, strata_tool_pane, ADW_TYPE_BIN)

static void
clear_form (StrataToolPane *self)
{
  gtk_scrolled_window_set_child (self->scroller, NULL);
  self->form = NULL;
}

static void
update_cb (StrataToolPane *self)
{
  const char * const *selection = strata_workspace_get_selection (self->workspace);
  gboolean any = selection[0] != NULL;

  if (!any)
    {
      clear_form (self);
    }
  else if (self->form == NULL || !strata_tool_form_update (STRATA_TOOL_FORM (self->form), selection))
    {
      clear_form (self);
      self->form = strata_tool_form_new (self->workspace, selection);
      gtk_scrolled_window_set_child (self->scroller, self->form);
      strata_tool_form_update (STRATA_TOOL_FORM (self->form), selection);
    }
  gtk_stack_set_visible_child_name (self->stack, any ? "form" : "empty");
}

static void
strata_tool_pane_dispose (GObject *object)
{
  StrataToolPane *self = STRATA_TOOL_PANE (object);

  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), STRATA_TYPE_TOOL_PANE);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (strata_tool_pane_parent_class)->dispose (object);
}

static void
strata_tool_pane_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, STRATA_TOOL_PANE (object)->workspace);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_tool_pane_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_WORKSPACE:
      strata_tool_pane_set_workspace (STRATA_TOOL_PANE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_tool_pane_class_init (StrataToolPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_tool_pane_dispose;
  object_class->get_property = strata_tool_pane_get_property;
  object_class->set_property = strata_tool_pane_set_property;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, STRATA_TYPE_WORKSPACE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-tool-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataToolPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, StrataToolPane, stack);
}

static void
strata_tool_pane_init (StrataToolPane *self)
{
  self->signals = g_signal_group_new (STRATA_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "notify::selection", G_CALLBACK (update_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::assessment", G_CALLBACK (update_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * strata_tool_pane_set_workspace:
 * @self: a pane
 * @workspace: (nullable): whose selection it shows
 */
void
strata_tool_pane_set_workspace (StrataToolPane  *self,
                                StrataWorkspace *workspace)
{
  g_return_if_fail (STRATA_IS_TOOL_PANE (self));
  g_return_if_fail (workspace == NULL || STRATA_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  clear_form (self);
  g_signal_group_set_target (self->signals, workspace);
  if (workspace != NULL)
    update_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}
