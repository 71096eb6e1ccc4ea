/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening and saving plans, and asking before one is lost.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-window-private.h"

#include <glib/gi18n.h>

#include "storage/strata-local-disk.h"
#include "storage/strata-plan-file.h"

#define SUFFIX ".strata.json"

static char *
dup_name (GFile *file)
{
  g_autofree char *path = g_file_get_basename (file);

  return g_filename_display_name (path);
}

static GListModel *
create_filters (void)
{
  g_autoptr (GtkFileFilter) plans = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (plans, _("Strata plans"));
  gtk_file_filter_add_pattern (plans, "*" SUFFIX);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, plans);
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

static GtkFileDialog *
create_dialog (const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = create_filters ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, filters);

  return dialog;
}

/* Shows a plan that was just opened, and keeps it from now on. */
static gboolean
start (StrataWindow    *self,
       StrataDocument  *document,
       GError         **error)
{
  StrataApplication *application = STRATA_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  strata_keeper_keep (strata_application_get_keeper (application), document);

  return _strata_window_set_document (self, document, error);
}

static void
show_open_error (StrataWindow *self,
                 GFile        *file,
                 const GError *error)
{
  g_autofree char *name = dup_name (file);
  g_autofree char *heading = g_strdup_printf (_("Could Not Open “%s”"), name);

  _strata_window_show_error (self, heading, error->message);
}

static void
open_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (StrataWindow) self = user_data;
  g_autoptr (GFile) file = g_steal_pointer (&self->opening);
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataDocument) document = strata_document_open_finish (result, &error);

  if (document != NULL && start (self, document, &error))
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  strata_window_show_start (self);
  show_open_error (self, file, error);
}

static void
open_dialog_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (StrataWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  StrataApplication *application = STRATA_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  if (file != NULL && application != NULL)
    g_application_open (G_APPLICATION (application), &file, 1, "");
}

static void
save_elsewhere_cb (AdwAlertDialog *dialog,
                   const char     *response,
                   StrataWindow   *self)
{
  if (g_str_equal (response, "save-as"))
    _strata_window_save_as (self);
}

/* The file is as it was: what can be done is to save somewhere else. */
static void
show_save_error (StrataWindow *self,
                 const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Could Not Save the Plan"), error->message);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "close", _("_Close"),
                                  "save-as", _("Save _As…"),
                                  NULL);
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_elsewhere_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (StrataWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean closing = self->closing;

  self->closing = FALSE;
  if (strata_document_save_finish (STRATA_DOCUMENT (source), result, &error))
    {
      if (closing)
        gtk_window_close (GTK_WINDOW (self));
      return;
    }
  _strata_window_look_underneath (self);
  if (closing)
    _strata_window_ask_to_save (self, error->message);
  else
    show_save_error (self, error);
}

static void
save_to (StrataWindow *self,
         GFile        *file)
{
  strata_document_save_async (_strata_window_get_document (self), file, NULL, saved_cb, g_object_ref (self));
}

static void
save_dialog_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (StrataWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    save_to (self, file);
  else
    self->closing = FALSE;
}

static void
asked_cb (AdwAlertDialog *dialog,
          const char     *response,
          StrataWindow   *self)
{
  self->asking = FALSE;
  if (g_str_equal (response, "save"))
    {
      self->closing = TRUE;
      if (self->failed)
        _strata_window_save_as (self);
      else
        _strata_window_save (self);
    }
  else if (g_str_equal (response, "discard"))
    {
      self->discarding = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

static char *
suggest_name (StrataDocument *document)
{
  const char *title = strata_plan_get_title (strata_document_get_plan (document));
  g_autofree char *name = g_strdelimit (g_strdup (title != NULL && *title != '\0' ? title : _("Plan")), "/", '-');

  return g_strconcat (name, SUFFIX, NULL);
}

void
_strata_window_new_plan (StrataWindow *self)
{
  g_autoptr (StrataPlan) plan = strata_plan_new_empty (_("New Plan"));
  g_autoptr (StrataDocument) document = strata_document_new (plan);
  StrataWindow *window = _strata_window_get_vacant (self);
  g_autoptr (GError) error = NULL;

  if (start (window, document, &error))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.interview", NULL);
  else
    _strata_window_show_error (self, _("Could Not Make a Plan"), error->message);
}

void
_strata_window_open (StrataWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = create_dialog (_("Open Plan"));

  gtk_file_dialog_open (dialog, GTK_WINDOW (self), self->cancellable, open_dialog_cb, g_object_ref (self));
}

/* An example is a plan to start from: it has no file of its own yet. */
void
_strata_window_open_example (StrataWindow *self,
                             const char   *path)
{
  g_autoptr (StrataDisk) disk = strata_local_disk_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) plan = strata_plan_file_load (disk, file, self->cancellable, &error);

  if (plan != NULL)
    {
      g_autoptr (StrataDocument) document = strata_document_new (plan);

      start (_strata_window_get_vacant (self), document, &error);
    }
  if (error != NULL)
    show_open_error (self, file, error);
}

void
_strata_window_save (StrataWindow *self)
{
  StrataDocument *document = _strata_window_get_document (self);
  GFile *file = strata_document_get_file (document);

  if (file != NULL)
    save_to (self, file);
  else
    _strata_window_save_as (self);
}

void
_strata_window_save_as (StrataWindow *self)
{
  StrataDocument *document = _strata_window_get_document (self);
  g_autoptr (GtkFileDialog) dialog = create_dialog (_("Save Plan"));
  GFile *file = strata_document_get_file (document);
  g_autofree char *name = suggest_name (document);

  if (file != NULL)
    gtk_file_dialog_set_initial_file (dialog, file);
  else
    gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), self->cancellable, save_dialog_cb, g_object_ref (self));
}

/* Asks once, however often somebody tries to close the window; after an attempt
 * that failed with the problem. */
void
_strata_window_ask_to_save (StrataWindow *self,
                            const char   *problem)
{
  gboolean has_file = strata_document_get_file (_strata_window_get_document (self)) != NULL;
  AdwDialog *dialog;

  if (self->asking)
    return;

  self->asking = TRUE;
  self->failed = problem != NULL;
  dialog = adw_alert_dialog_new (self->failed ? _("Could Not Save the Plan") : _("Save Changes?"),
                                 self->failed ? problem : _("Changes that are not saved will be lost."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "cancel", _("_Cancel"),
                                  "discard", _("_Discard"),
                                  "save", has_file && !self->failed ? _("_Save") : _("Save _As…"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "save");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (asked_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* One window a plan: a window that has one opens another. */
StrataWindow *
_strata_window_get_vacant (StrataWindow *self)
{
  StrataWindow *window;

  if (strata_window_is_vacant (self))
    return self;

  window = strata_window_new (STRATA_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

/**
 * strata_window_open_file:
 * @self: a window that has no plan yet
 * @file: a plan file
 *
 * Reads the file and shows its plan, or says in a dialog why it can't.
 */
void
strata_window_open_file (StrataWindow *self,
                         GFile        *file)
{
  g_return_if_fail (STRATA_IS_WINDOW (self));
  g_return_if_fail (strata_window_is_vacant (self));
  g_return_if_fail (G_IS_FILE (file));

  self->opening = g_object_ref (file);
  strata_document_open_async (file, self->cancellable, open_cb, g_object_ref (self));
}
