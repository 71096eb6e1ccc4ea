/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps a plan and its file together: saves by itself, and sees what others do
 * to the file.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-window-private.h"

#include <glib/gi18n.h>

/* A share tells nobody about changes: it is asked. */
#define LOOK_SECONDS 5

static gboolean
is_at_odds (StrataWindow *self)
{
  return self->unreadable || self->underneath == STRATA_UNDERNEATH_CONFLICT ||
         self->underneath == STRATA_UNDERNEATH_VANISHED;
}

/* What is to be said, and what can be done about it. */
static const char *
describe (StrataWindow    *self,
          StrataDocument  *document,
          const char     **button,
          const char     **action)
{
  const char *problem = strata_document_get_autosave_problem (document);

  *button = _("Save _As…");
  *action = "win.save-as";
  if (self->underneath == STRATA_UNDERNEATH_VANISHED)
    return _("The file is gone");
  if (self->unreadable)
    return _("Another program changed the file, and it holds no plan any more");
  if (self->underneath != STRATA_UNDERNEATH_CONFLICT)
    return problem;

  *button = _("_Merge…");
  *action = "win.merge";
  return _("This plan was changed by another program");
}

static void
update_banner (StrataWindow *self)
{
  StrataDocument *document = _strata_window_get_document (self);
  const char *button = NULL;
  const char *action = NULL;
  const char *title = document != NULL ? describe (self, document, &button, &action) : NULL;

  adw_banner_set_revealed (self->file_banner, title != NULL);
  if (title == NULL)
    return;
  adw_banner_set_title (self->file_banner, title);
  adw_banner_set_button_label (self->file_banner, button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->file_banner), action);
}

static void
set_underneath (StrataWindow     *self,
                StrataUnderneath  underneath,
                gboolean          unreadable)
{
  self->underneath = underneath;
  self->unreadable = unreadable;
  update_banner (self);
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (StrataWindow) self = user_data;
  g_autoptr (StrataMerge) merge = NULL;
  g_autoptr (GError) error = NULL;

  self->looking = FALSE;
  if (strata_document_take_underneath_finish (STRATA_DOCUMENT (source), result, &merge, &error))
    {
      set_underneath (self, STRATA_UNDERNEATH_UNCHANGED, FALSE);
      if (merge != NULL && merge->conflicts->len > 0)
        _strata_window_show_merge (self, merge);
      else
        _strata_window_show_toast (self, _("Shows what another program changed in the file. Undo takes it back."));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_underneath (self, STRATA_UNDERNEATH_CHANGED, TRUE);
}

static void
take (StrataWindow *self)
{
  self->looking = TRUE;
  strata_document_take_underneath_async (_strata_window_get_document (self), self->cancellable,
                                         taken_cb, g_object_ref (self));
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (StrataWindow) self = user_data;
  StrataDocument *document = STRATA_DOCUMENT (source);
  StrataUnderneath underneath;

  self->looking = FALSE;
  if (!strata_document_check_underneath_finish (document, result, &underneath, NULL) ||
      document != _strata_window_get_document (self))
    return;
  if (underneath == STRATA_UNDERNEATH_CHANGED)
    take (self);
  else
    set_underneath (self, underneath, self->unreadable && underneath == STRATA_UNDERNEATH_CONFLICT);
}

static gboolean
look_again_cb (gpointer user_data)
{
  _strata_window_look_underneath (user_data);

  return G_SOURCE_CONTINUE;
}

static void
is_active_cb (StrataWindow *self)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    return;

  self->look_source = g_timeout_add_seconds (LOOK_SECONDS, look_again_cb, self);
  _strata_window_look_underneath (self);
}

static void
autosave_cb (StrataWindow *self)
{
  StrataDocument *document = _strata_window_get_document (self);
  gboolean wanted = g_settings_get_boolean (self->settings, "autosave");

  if (document != NULL)
    strata_document_set_autosave (document, wanted ? STRATA_DOCUMENT_AUTOSAVE_DELAY : 0);
}

static void
file_cb (StrataWindow *self)
{
  StrataDocument *document = _strata_window_get_document (self);
  GFile *file = document != NULL ? strata_document_get_file (document) : NULL;

  g_clear_object (&self->monitor);
  if (file != NULL)
    self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (_strata_window_look_underneath), self,
                             G_CONNECT_SWAPPED);
  set_underneath (self, STRATA_UNDERNEATH_UNCHANGED, FALSE);
}

static void
answered_cb (AdwAlertDialog *dialog,
             const char     *response,
             StrataWindow   *self)
{
  if (g_str_equal (response, "merge"))
    take (self);
  else if (g_str_equal (response, "keep"))
    {
      strata_document_overrule_underneath (_strata_window_get_document (self));
      _strata_window_save (self);
    }
}

void
_strata_window_prepare_sync (StrataWindow *self)
{
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
  g_signal_connect_object (self->settings, "changed::autosave", G_CALLBACK (autosave_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_swapped (self->document_signals, "notify::file", G_CALLBACK (file_cb), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::autosave-problem", G_CALLBACK (update_banner), self);
}

/* From now on the window shows another document. */
void
_strata_window_begin_sync (StrataWindow *self)
{
  file_cb (self);
  autosave_cb (self);
}

void
_strata_window_end_sync (StrataWindow *self)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_object (&self->monitor);
}

/* Whether closing the plan may save it without a question. */
gboolean
_strata_window_saves_itself (StrataWindow *self)
{
  StrataDocument *document = _strata_window_get_document (self);

  return g_settings_get_boolean (self->settings, "autosave") &&
         strata_document_get_file (document) != NULL &&
         strata_document_get_canonical (document) &&
         !is_at_odds (self);
}

void
_strata_window_look_underneath (StrataWindow *self)
{
  StrataDocument *document = _strata_window_get_document (self);

  if (document == NULL || self->looking || strata_document_get_file (document) == NULL)
    return;

  self->looking = TRUE;
  strata_document_check_underneath_async (document, self->cancellable, looked_cb, g_object_ref (self));
}

/* Asks whose changes the file is to hold. */
void
_strata_window_merge (StrataWindow *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Merge Changes?"),
                                            _("Another program changed the file, and this window has changes that are not saved. "
                                              "Merging keeps both, and can be undone. Where both changed the same, this window’s stays."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "cancel", _("_Cancel"),
                                  "keep", _("Over_write the File"),
                                  "merge", _("_Merge"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "keep", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "merge", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "merge");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
