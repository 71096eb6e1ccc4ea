/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening plans that a crash or a power cut left behind.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-window-private.h"

#include <glib/gi18n.h>

#include "strata-recovery-list.h"

static StrataKeeper *
get_keeper (StrataWindow *self)
{
  return strata_application_get_keeper (STRATA_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

/* The window that shows the file of what is to be recovered, as it was before,
 * or NULL. */
static StrataWindow *
find_rival (StrataWindow *self,
            GFile        *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = gtk_application_get_windows (application); l != NULL && file != NULL; l = l->next)
    {
      GFile *shown = STRATA_IS_WINDOW (l->data) ? strata_window_get_file (l->data) : NULL;

      if (shown != NULL && g_file_equal (shown, file))
        return l->data;
    }

  return NULL;
}

static gboolean
has_changes (StrataWindow *self)
{
  StrataDocument *document = _strata_window_get_document (self);

  return document == NULL || strata_document_get_modified (document);
}

/* Where both changed the same, what was not in the file has been taken. */
void
_strata_window_show_merge (StrataWindow *self,
                           StrataMerge  *merge)
{
  guint n_conflicts = merge->conflicts->len;
  g_autofree char *conflicts =
    g_strdup_printf (ngettext ("In %u place both changed the same, each in its own way: there the plan has what was not in the file.",
                               "In %u places both changed the same, each in its own way: there the plan has what was not in the file.",
                               n_conflicts),
                     n_conflicts);
  g_autofree char *body =
    g_strconcat (_("Another program changed the file, and that is now merged with what was not saved. Undo takes it back."),
                 n_conflicts > 0 ? "\n\n" : "", n_conflicts > 0 ? conflicts : "", NULL);

  _strata_window_show_error (self, _("Changes Were Merged"), body);
}

static void
show_recovered (StrataWindow   *self,
                StrataDocument *document,
                StrataMerge    *merge)
{
  g_autoptr (GError) error = NULL;

  if (!_strata_window_set_document (self, document, &error))
    _strata_window_show_error (self, _("Could Not Recover the Plan"), error->message);
  else if (merge != NULL)
    _strata_window_show_merge (self, merge);
}

void
_strata_window_recover (StrataWindow *self,
                        const char   *id)
{
  StrataKeeper *keeper = get_keeper (self);
  StrataWindow *rival = find_rival (self, strata_keeper_find_file (keeper, id));
  g_autoptr (StrataDocument) document = NULL;
  g_autoptr (StrataMerge) merge = NULL;
  g_autoptr (GError) error = NULL;

  if (rival != NULL && has_changes (rival))
    {
      _strata_window_show_toast (self, _("This plan is open with other changes. Save and close it, then recover."));
      return;
    }

  document = strata_keeper_recover (keeper, id, &merge, &error);
  if (document != NULL)
    show_recovered (rival != NULL ? rival : _strata_window_get_vacant (self), document, merge);
  else
    _strata_window_show_error (self, _("Could Not Recover the Plan"), error->message);
}

void
_strata_window_discard_recovery (StrataWindow *self,
                                 const char   *id)
{
  g_autoptr (GError) error = NULL;

  if (strata_keeper_discard (get_keeper (self), id, &error))
    _strata_window_show_toast (self, _("Discarded. A copy is kept for 30 days."));
  else
    _strata_window_show_error (self, _("Could Not Discard the Plan"), error->message);
}

/**
 * strata_window_offer_recoveries:
 * @self: a window
 * @recoveries: what could be recovered, a list of #StrataRecoveryRow
 *
 * Asks in a dialog what to do with them, unless the start page does.
 */
void
strata_window_offer_recoveries (StrataWindow *self,
                                GListModel   *recoveries)
{
  g_return_if_fail (STRATA_IS_WINDOW (self));
  g_return_if_fail (G_IS_LIST_MODEL (recoveries));

  if (g_list_model_get_n_items (recoveries) > 0 && !strata_window_is_vacant (self))
    adw_dialog_present (strata_recovery_list_new_dialog (recoveries), GTK_WIDGET (self));
}
