/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program as the desktop knows it: its windows and its files.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-application.h"

#include "strata-window.h"

struct _StrataApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (StrataApplication, strata_application, ADW_TYPE_APPLICATION)

static void
strata_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (strata_window_new (STRATA_APPLICATION (application)));
  gtk_window_present (window);
}

static void
strata_application_class_init (StrataApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = strata_application_activate;
}

static void
strata_application_init (StrataApplication *self)
{
}

/**
 * strata_application_new:
 *
 * Returns: (transfer full): the program, to be run once
 */
StrataApplication *
strata_application_new (void)
{
  return g_object_new (STRATA_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "resource-base-path", "/strata",
                       NULL);
}
