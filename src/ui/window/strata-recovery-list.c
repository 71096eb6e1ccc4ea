/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plans that could be recovered.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-recovery-list.h"

#include <glib/gi18n.h>

#include "workspace/strata-recovery-row.h"

#define DIALOG_WIDTH 480

struct _StrataRecoveryList
{
  AdwBin parent_instance;

  /* owned */
  GListModel *recoveries;

  /* template */
  GtkListBox *list;
};

enum
{
  PROP_RECOVERIES = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (StrataRecoveryList, strata_recovery_list, ADW_TYPE_BIN)

/* What a button does is said with the plan's name to who hears it alone. */
static void
add_button (AdwActionRow      *widget,
            GtkWidget         *button,
            const char        *action,
            StrataRecoveryRow *row,
            char              *label)
{
  g_autofree char *id = g_strconcat (action + strlen ("win."), "-", strata_recovery_row_get_title (row), NULL);

  gtk_widget_set_name (button, id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", strata_recovery_row_get_id (row));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (widget, button);
  g_free (label);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  StrataRecoveryRow *row = item;
  const char *title = strata_recovery_row_get_title (row);
  GtkWidget *widget = adw_action_row_new ();
  GtkWidget *discard = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkWidget *recover = gtk_button_new_with_label (_("Recover"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), strata_recovery_row_get_description (row));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), FALSE);

  gtk_widget_add_css_class (discard, "flat");
  gtk_widget_set_tooltip_text (discard, _("Discard"));
  /* Translators: the title of a plan. */
  add_button (ADW_ACTION_ROW (widget), discard, "win.discard-recovery", row, g_strdup_printf (_("Discard “%s”"), title));
  add_button (ADW_ACTION_ROW (widget), recover, "win.recover", row, g_strdup_printf (_("Recover “%s”"), title));

  return widget;
}

static void
items_changed_cb (StrataRecoveryList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (self->recoveries) > 0);
}

static void
close_cb (gpointer user_data)
{
  g_autoptr (AdwDialog) dialog = user_data;

  adw_dialog_close (dialog);
}

/* There is nothing left to ask. The button that was pressed is still in the
 * dialog: that goes when the press is over. */
static void
close_if_empty_cb (AdwDialog  *dialog,
                   guint       position,
                   guint       n_removed,
                   guint       n_added,
                   GListModel *recoveries)
{
  if (g_list_model_get_n_items (recoveries) == 0)
    g_idle_add_once (close_cb, g_object_ref (dialog));
}

static void
set_recoveries (StrataRecoveryList *self,
                GListModel         *recoveries)
{
  if (!g_set_object (&self->recoveries, recoveries))
    return;

  gtk_list_box_bind_model (self->list, recoveries, create_row_cb, NULL, NULL);
  g_signal_connect_object (recoveries, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  items_changed_cb (self);
}

static void
strata_recovery_list_dispose (GObject *object)
{
  StrataRecoveryList *self = STRATA_RECOVERY_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STRATA_TYPE_RECOVERY_LIST);
  g_clear_object (&self->recoveries);

  G_OBJECT_CLASS (strata_recovery_list_parent_class)->dispose (object);
}

static void
strata_recovery_list_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_RECOVERIES:
      set_recoveries (STRATA_RECOVERY_LIST (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_recovery_list_class_init (StrataRecoveryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_recovery_list_dispose;
  object_class->set_property = strata_recovery_list_set_property;

  properties[PROP_RECOVERIES] =
    g_param_spec_object ("recoveries", NULL, NULL, G_TYPE_LIST_MODEL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-recovery-list.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataRecoveryList, list);
}

static void
strata_recovery_list_init (StrataRecoveryList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * strata_recovery_list_new_dialog:
 * @recoveries: what could be recovered, a list of #StrataRecoveryRow
 *
 * Returns: (transfer none): a dialog with the list, which closes with its last
 *   row
 */
AdwDialog *
strata_recovery_list_new_dialog (GListModel *recoveries)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  g_return_val_if_fail (G_IS_LIST_MODEL (recoveries), NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             g_object_new (STRATA_TYPE_RECOVERY_LIST, "recoveries", recoveries, NULL));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_header_bar_set_show_title (ADW_HEADER_BAR (header), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _("Recover Plans"));
  adw_dialog_set_content_width (dialog, DIALOG_WIDTH);
  adw_dialog_set_child (dialog, view);
  gtk_widget_set_name (GTK_WIDGET (dialog), "recovery-dialog");
  g_signal_connect_object (recoveries, "items-changed", G_CALLBACK (close_if_empty_cb), dialog, G_CONNECT_SWAPPED);

  return dialog;
}
