/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pane beside the canvas: findings, what is selected, and the client.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-inspector.h"

#include "strata-client-pane.h"
#include "strata-findings-pane.h"
#include "strata-tool-pane.h"

struct _StrataInspector
{
  AdwBin parent_instance;

  /* owned */
  StrataWorkspace  *workspace;

  /* template */
  AdwViewStack     *pages;
  StrataClientPane *client_pane;

  /* flags */
  gboolean          collapsed;
};

enum
{
  PROP_WORKSPACE = 1,
  PROP_COLLAPSED,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (StrataInspector, strata_inspector, ADW_TYPE_BIN)

static void
strata_inspector_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STRATA_TYPE_INSPECTOR);
  g_clear_object (&STRATA_INSPECTOR (object)->workspace);

  G_OBJECT_CLASS (strata_inspector_parent_class)->dispose (object);
}

static void
strata_inspector_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, STRATA_INSPECTOR (object)->workspace);
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, STRATA_INSPECTOR (object)->collapsed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_inspector_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_WORKSPACE:
      strata_inspector_set_workspace (STRATA_INSPECTOR (object), g_value_get_object (value));
      break;
    case PROP_COLLAPSED:
      strata_inspector_set_collapsed (STRATA_INSPECTOR (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_inspector_class_init (StrataInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_inspector_dispose;
  object_class->get_property = strata_inspector_get_property;
  object_class->set_property = strata_inspector_set_property;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, STRATA_TYPE_WORKSPACE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COLLAPSED] =
    g_param_spec_boolean ("collapsed", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (STRATA_TYPE_CLIENT_PANE);
  g_type_ensure (STRATA_TYPE_FINDINGS_PANE);
  g_type_ensure (STRATA_TYPE_TOOL_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataInspector, client_pane);
  gtk_widget_class_bind_template_child (widget_class, StrataInspector, pages);
}

static void
strata_inspector_init (StrataInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * strata_inspector_set_workspace:
 * @self: an inspector
 * @workspace: (nullable): what it speaks of
 */
void
strata_inspector_set_workspace (StrataInspector *self,
                                StrataWorkspace *workspace)
{
  g_return_if_fail (STRATA_IS_INSPECTOR (self));
  g_return_if_fail (workspace == NULL || STRATA_IS_WORKSPACE (workspace));

  if (g_set_object (&self->workspace, workspace))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

/**
 * strata_inspector_set_collapsed:
 * @self: an inspector
 * @collapsed: whether it lies over the canvas
 *
 * An inspector that lies over the canvas has a button to close it: the one of
 * the window lies below.
 */
void
strata_inspector_set_collapsed (StrataInspector *self,
                                gboolean         collapsed)
{
  g_return_if_fail (STRATA_IS_INSPECTOR (self));

  collapsed = !!collapsed;
  if (self->collapsed == collapsed)
    return;

  self->collapsed = collapsed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);
}

/**
 * strata_inspector_show_page:
 * @self: an inspector
 * @page: `findings`, `tool` or `client`
 */
void
strata_inspector_show_page (StrataInspector *self,
                            const char      *page)
{
  g_return_if_fail (STRATA_IS_INSPECTOR (self));
  g_return_if_fail (page != NULL);

  adw_view_stack_set_visible_child_name (self->pages, page);
}

/**
 * strata_inspector_enter_page:
 * @self: an inspector
 *
 * Puts the keyboard on the page that is shown, where it is not there yet and
 * there is anything for it to do.
 */
void
strata_inspector_enter_page (StrataInspector *self)
{
  g_return_if_fail (STRATA_IS_INSPECTOR (self));

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->pages)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
}
