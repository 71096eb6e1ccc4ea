/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The style classes and icons of layers and severities.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-style.h"

static const char * const layer_classes[STRATA_N_LAYERS] = {
  [STRATA_LAYER_DATA] = "layer-data",
  [STRATA_LAYER_AUTOMATION] = "layer-automation",
  [STRATA_LAYER_PERSONALIZATION] = "layer-personalization",
};

static const struct
{
  const char *class_name;
  const char *icon;
} severities[STRATA_N_SEVERITIES] = {
  [STRATA_SEVERITY_ERROR] = { "severity-error", "strata-error-symbolic" },
  [STRATA_SEVERITY_WARNING] = { "severity-warning", "strata-warning-symbolic" },
  [STRATA_SEVERITY_ADVICE] = { "severity-advice", "strata-advice-symbolic" },
};

/* Instead of a severity: something is solved. */
static const struct
{
  const char *class_name;
  const char *icon;
} solved = { "severity-good", "strata-in-place-symbolic" };

static void
toggle_class (GtkWidget  *widget,
              const char *name,
              gboolean    present)
{
  if (present)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/**
 * strata_style_layer_class:
 * @layer: a layer
 *
 * Returns: the class that gives a widget, and all that is in it, `--layer`
 *   and `--layer-soft` for its colours
 */
const char *
strata_style_layer_class (StrataLayer layer)
{
  g_return_val_if_fail ((guint) layer < STRATA_N_LAYERS, NULL);

  return layer_classes[layer];
}

/**
 * strata_style_severity_class:
 * @severity: a severity
 *
 * Returns: the class that gives a widget, and all that is in it, `--severity`
 */
const char *
strata_style_severity_class (StrataSeverity severity)
{
  g_return_val_if_fail ((guint) severity < STRATA_N_SEVERITIES, NULL);

  return severities[severity].class_name;
}

/**
 * strata_style_severity_icon:
 * @severity: a severity
 *
 * Returns: the name of its symbolic icon
 */
const char *
strata_style_severity_icon (StrataSeverity severity)
{
  g_return_val_if_fail ((guint) severity < STRATA_N_SEVERITIES, NULL);

  return severities[severity].icon;
}

/**
 * strata_style_set_layer:
 * @widget: a widget
 * @layer: the only layer whose class it is to have
 */
void
strata_style_set_layer (GtkWidget   *widget,
                        StrataLayer  layer)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  for (guint i = 0; i < STRATA_N_LAYERS; i++)
    toggle_class (widget, layer_classes[i], i == (guint) layer);
}

/**
 * strata_style_set_severity:
 * @widget: a widget
 * @severity: the only severity whose class it is to have
 */
void
strata_style_set_severity (GtkWidget      *widget,
                           StrataSeverity  severity)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  for (guint i = 0; i < STRATA_N_SEVERITIES; i++)
    toggle_class (widget, severities[i].class_name, i == (guint) severity);
}

/**
 * strata_style_outcome_icon:
 * @outcome: a severity, or less than 0 for something that is solved
 *
 * Returns: the name of its symbolic icon
 */
const char *
strata_style_outcome_icon (int outcome)
{
  return outcome < 0 ? solved.icon : strata_style_severity_icon (outcome);
}

/**
 * strata_style_set_outcome:
 * @widget: a widget
 * @outcome: a severity, or less than 0 for something that is solved: the only
 *   one whose class it is to have
 */
void
strata_style_set_outcome (GtkWidget *widget,
                          int        outcome)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  for (int i = 0; i < STRATA_N_SEVERITIES; i++)
    toggle_class (widget, severities[i].class_name, i == outcome);
  toggle_class (widget, solved.class_name, outcome < 0);
}
