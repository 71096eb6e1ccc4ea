/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program as the desktop knows it: its windows and its files.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-application.h"

#include "storage/strata-local-disk.h"
#include "strata-shortcuts.h"
#include "strata-window.h"

struct _StrataApplication
{
  AdwApplication parent_instance;

  /* owned; NULL until it is asked for */
  StrataCatalog *catalog;
  DmnModel      *model;
  StrataKeeper  *keeper; /* from startup on */
};

G_DEFINE_FINAL_TYPE (StrataApplication, strata_application, ADW_TYPE_APPLICATION)

/* The window that shows a file, else one that is free for it. */
static StrataWindow *
find_window (StrataApplication *self,
             GFile             *file)
{
  StrataWindow *vacant = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      StrataWindow *window = STRATA_WINDOW (l->data);
      GFile *shown = strata_window_get_file (window);

      if (shown != NULL && g_file_equal (shown, file))
        return window;
      if (strata_window_is_vacant (window))
        vacant = window;
    }

  return vacant;
}

static void
open_file (StrataApplication *self,
           GFile             *file)
{
  StrataWindow *window = find_window (self, file);

  if (window == NULL)
    window = strata_window_new (self);
  if (strata_window_is_vacant (window))
    strata_window_open_file (window, file);
  gtk_window_present (GTK_WINDOW (window));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Each may ask about its plan first; the program ends with the last. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
}

/* The start page has the list too: a plan that was asked for has not. */
static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (StrataApplication) self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  strata_keeper_look_finish (self->keeper, result);
  if (STRATA_IS_WINDOW (window))
    strata_window_offer_recoveries (STRATA_WINDOW (window), strata_keeper_list_recoveries (self->keeper));
}

static void
look_for_recoveries (StrataApplication *self)
{
  g_autoptr (StrataDisk) disk = strata_local_disk_new ();
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "strata", NULL);

  self->keeper = strata_keeper_new (disk, folder);
  strata_keeper_look_async (self->keeper, NULL, looked_cb, g_object_ref (self));
}

static void
strata_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    {
      window = GTK_WINDOW (strata_window_new (STRATA_APPLICATION (application)));
      strata_window_show_start (STRATA_WINDOW (window));
    }
  gtk_window_present (window);
}

static void
strata_application_open (GApplication  *application,
                         GFile        **files,
                         int            n_files,
                         const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (STRATA_APPLICATION (application), files[i]);
}

static void
strata_application_startup (GApplication *application)
{
  const GActionEntry entries[] = { { "quit", quit_cb } };
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GAction) autosave = g_settings_create_action (settings, "autosave");

  G_APPLICATION_CLASS (strata_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  g_action_map_add_action (G_ACTION_MAP (application), autosave);
  strata_shortcuts_install (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (APPLICATION_ID);
  look_for_recoveries (STRATA_APPLICATION (application));
}

static void
strata_application_finalize (GObject *object)
{
  StrataApplication *self = STRATA_APPLICATION (object);

  g_clear_pointer (&self->catalog, strata_catalog_unref);
  g_clear_pointer (&self->model, dmn_model_unref);
  g_clear_object (&self->keeper);

  G_OBJECT_CLASS (strata_application_parent_class)->finalize (object);
}

static void
strata_application_class_init (StrataApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = strata_application_finalize;
  application_class->activate = strata_application_activate;
  application_class->open = strata_application_open;
  application_class->startup = strata_application_startup;
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
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/strata",
                       NULL);
}

/**
 * strata_application_load_catalog:
 * @self: the program
 * @error: return location for an error
 *
 * Reads the catalogue when first called; every window shares it.
 *
 * Returns: (transfer none) (nullable): the catalogue, or %NULL where it could
 *   not be read
 */
StrataCatalog *
strata_application_load_catalog (StrataApplication  *self,
                                 GError            **error)
{
  g_return_val_if_fail (STRATA_IS_APPLICATION (self), NULL);

  if (self->catalog == NULL)
    self->catalog = strata_catalog_load (error);

  return self->catalog;
}

/**
 * strata_application_load_model:
 * @self: the program
 * @error: return location for an error
 *
 * Reads the decision model when first called; every window shares it.
 *
 * Returns: (transfer none) (nullable): the model, or %NULL where it could not
 *   be read
 */
DmnModel *
strata_application_load_model (StrataApplication  *self,
                               GError            **error)
{
  g_return_val_if_fail (STRATA_IS_APPLICATION (self), NULL);

  if (self->model == NULL)
    self->model = strata_decision_model_load (error);

  return self->model;
}

/**
 * strata_application_get_keeper:
 * @self: the program, started up
 *
 * Returns: (transfer none): what keeps the plans of all windows
 */
StrataKeeper *
strata_application_get_keeper (StrataApplication *self)
{
  g_return_val_if_fail (STRATA_IS_APPLICATION (self), NULL);

  return self->keeper;
}
