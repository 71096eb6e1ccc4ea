/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the plan was: dated copies, and going back to one.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-window-private.h"

#include <glib/gi18n.h>

#include "document/strata-diff.h"
#include "workspace/strata-format.h"

#define DIALOG_WIDTH 400
#define DIALOG_HEIGHT 480

static StrataKeeper *
get_keeper (StrataWindow *self)
{
  return strata_application_get_keeper (STRATA_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

static GtkWidget *
create_row (const StrataSnapshot *snapshot,
            guint                 position)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Restore"));
  g_autofree char *time = strata_format_time (snapshot->time);
  g_autofree char *name = g_path_get_basename (snapshot->path);
  g_autofree char *id = g_strdup_printf ("restore-%u", position);
  /* Translators: a date and a time. */
  g_autofree char *label = g_strdup_printf (_("Restore the version of %s"), time);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), time);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               snapshot->kind == STRATA_SNAPSHOT_DISCARDED ? _("Discarded") : _("Saved"));
  gtk_widget_set_name (button, id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.restore-version");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static GtkWidget *
create_page (GPtrArray *snapshots)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         snapshots->len > 0 ? _("Restoring can be undone.")
                                                            : _("Each save by hand leaves a version here, and so does what is discarded, for 30 days."));
  for (guint i = 0; i < snapshots->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (g_ptr_array_index (snapshots, i), i));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));

  return page;
}

static gboolean
restore (StrataWindow  *self,
         StrataPlan    *former,
         GError       **error)
{
  StrataDocument *document = _strata_window_get_document (self);
  g_autoptr (StrataEdit) edit =
    strata_diff_to_edit (strata_document_get_plan (document), former, _("Restore Earlier Version"));

  return strata_catalog_check_plan (strata_workspace_get_catalog (self->workspace), former, error) &&
         strata_document_apply (document, edit, NULL, error);
}

void
_strata_window_show_versions (StrataWindow *self)
{
  GFile *file = strata_document_get_file (_strata_window_get_document (self));
  g_autoptr (GPtrArray) snapshots = strata_keeper_list_snapshots (get_keeper (self), file);
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), create_page (snapshots));
  adw_dialog_set_title (dialog, _("Earlier Versions"));
  adw_dialog_set_content_width (dialog, DIALOG_WIDTH);
  adw_dialog_set_content_height (dialog, DIALOG_HEIGHT);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* The dialog closes, so that what came back is seen. */
void
_strata_window_restore_version (StrataWindow *self,
                                const char   *name)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
  GFile *file = strata_document_get_file (_strata_window_get_document (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataPlan) former = strata_keeper_read_snapshot (get_keeper (self), file, name, &error);

  if (dialog != NULL)
    adw_dialog_close (dialog);
  if (former == NULL || !restore (self, former, &error))
    _strata_window_show_error (self, _("Could Not Restore the Version"), error->message);
}
