/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar above the canvas: scenarios to switch, and what they add up to.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-plan-bar.h"

#include <glib/gi18n.h>

#include "strata-scenario-switcher.h"

struct _StrataPlanBar
{
  AdwBin parent_instance;

  /* owned */
  StrataWorkspace *workspace;

  /* template */
  StrataScenarioSwitcher *switcher;

  /* flags */
  gboolean compact;
};

enum
{
  PROP_WORKSPACE = 1,
  PROP_COMPACT,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (StrataPlanBar, strata_plan_bar, ADW_TYPE_BIN)

static char *
describe_errors (StrataPlanBar *self,
                 guint          n_errors)
{
  return g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors);
}

static char *
describe_warnings (StrataPlanBar *self,
                   guint          n_warnings)
{
  return g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);
}

static char *
format_cost (StrataPlanBar *self,
             const char    *monthly)
{
  if (monthly == NULL)
    return NULL;

  /* Translators: an amount of money each month, short. */
  return g_strdup_printf (_("%s / month"), monthly);
}

static char *
describe_cost (StrataPlanBar    *self,
               const char       *monthly,
               StrataAssessment *assessment)
{
  if (monthly == NULL || assessment == NULL)
    return NULL;

  return g_strdup_printf (_("The stack costs %s a month on day %d"), monthly,
                          strata_phases_get_end (strata_assessment_get_phases (assessment)));
}

/* A narrow bar has room for what it costs alone. */
static gboolean
has_savings (StrataPlanBar *self,
             const char    *savings,
             gboolean       compact)
{
  return savings != NULL && !compact;
}

static char *
format_savings (StrataPlanBar *self,
                const char    *savings)
{
  if (savings == NULL)
    return NULL;

  /* Translators: an amount of money that a stack could cost less. */
  return g_strdup_printf (_("%s to cut"), savings);
}

static char *
describe_savings (StrataPlanBar *self,
                  const char    *savings)
{
  if (savings == NULL)
    return NULL;

  return g_strdup_printf (_("%s a month could be cut"), savings);
}

static gboolean
is_good (StrataPlanBar *self,
         guint          n_errors,
         guint          n_warnings)
{
  return n_errors == 0 && n_warnings == 0;
}

/* A number beside a picture says nothing to who cannot see the picture. */
static void
tooltip_notify_cb (StrataPlanBar *self,
                   GParamSpec    *pspec,
                   GtkWidget     *total)
{
  const char *tooltip = gtk_widget_get_tooltip_text (total);

  if (tooltip != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (total), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
}

static void
strata_plan_bar_dispose (GObject *object)
{
  StrataPlanBar *self = STRATA_PLAN_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STRATA_TYPE_PLAN_BAR);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (strata_plan_bar_parent_class)->dispose (object);
}

static void
strata_plan_bar_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  StrataPlanBar *self = STRATA_PLAN_BAR (object);

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
strata_plan_bar_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  StrataPlanBar *self = STRATA_PLAN_BAR (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      if (g_set_object (&self->workspace, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_COMPACT:
      if (self->compact != g_value_get_boolean (value))
        {
          self->compact = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_plan_bar_class_init (StrataPlanBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_plan_bar_dispose;
  object_class->get_property = strata_plan_bar_get_property;
  object_class->set_property = strata_plan_bar_set_property;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, STRATA_TYPE_WORKSPACE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPACT] =
    g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (STRATA_TYPE_SCENARIO_SWITCHER);
  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-plan-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataPlanBar, switcher);
  gtk_widget_class_bind_template_callback (widget_class, describe_errors);
  gtk_widget_class_bind_template_callback (widget_class, describe_warnings);
  gtk_widget_class_bind_template_callback (widget_class, format_cost);
  gtk_widget_class_bind_template_callback (widget_class, describe_cost);
  gtk_widget_class_bind_template_callback (widget_class, has_savings);
  gtk_widget_class_bind_template_callback (widget_class, format_savings);
  gtk_widget_class_bind_template_callback (widget_class, describe_savings);
  gtk_widget_class_bind_template_callback (widget_class, is_good);
  gtk_widget_class_bind_template_callback (widget_class, tooltip_notify_cb);
}

static void
strata_plan_bar_init (StrataPlanBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * strata_plan_bar_rename_scenario:
 * @self: a plan bar
 *
 * Asks what the scenario shown is to be called.
 */
void
strata_plan_bar_rename_scenario (StrataPlanBar *self)
{
  g_return_if_fail (STRATA_IS_PLAN_BAR (self));

  strata_scenario_switcher_rename (self->switcher);
}
