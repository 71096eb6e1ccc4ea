/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window onto one plan.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-window.h"

struct _StrataWindow
{
  AdwApplicationWindow parent_instance;

  AdwBin *stage;
};

G_DEFINE_FINAL_TYPE (StrataWindow, strata_window, ADW_TYPE_APPLICATION_WINDOW)

static void
strata_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STRATA_TYPE_WINDOW);

  G_OBJECT_CLASS (strata_window_parent_class)->dispose (object);
}

static void
strata_window_class_init (StrataWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, stage);
}

static void
strata_window_init (StrataWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * strata_window_new:
 * @application: the program the window belongs to
 *
 * Returns: (transfer none): an empty window, owned by GTK
 */
StrataWindow *
strata_window_new (StrataApplication *application)
{
  g_return_val_if_fail (STRATA_IS_APPLICATION (application), NULL);

  return g_object_new (STRATA_TYPE_WINDOW, "application", application, NULL);
}
