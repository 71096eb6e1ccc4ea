/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Some of a few things, in a row that opens.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-check-list.h"

#include "strata-check-row.h"

struct _StrataCheckList
{
  AdwExpanderRow parent_instance;

  /* owned */
  GHashTable    *checks; /* borrowed check buttons by id */

  /* flags */
  gboolean       updating;
};

static guint toggled_signal;

G_DEFINE_FINAL_TYPE (StrataCheckList, strata_check_list, ADW_TYPE_EXPANDER_ROW)

static void
toggled_cb (StrataCheckList *self,
            GtkCheckButton  *check)
{
  if (!self->updating)
    g_signal_emit (self, toggled_signal, 0, g_object_get_data (G_OBJECT (check), "id"),
                   gtk_check_button_get_active (check));
}

static void
strata_check_list_finalize (GObject *object)
{
  g_hash_table_unref (STRATA_CHECK_LIST (object)->checks);

  G_OBJECT_CLASS (strata_check_list_parent_class)->finalize (object);
}

static void
strata_check_list_class_init (StrataCheckListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = strata_check_list_finalize;
  toggled_signal = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
strata_check_list_init (StrataCheckList *self)
{
  self->checks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * strata_check_list_new:
 * @name: name of the row, which those in it begin with
 * @title: what they are
 *
 * Returns: (transfer floating): a row without any yet
 */
GtkWidget *
strata_check_list_new (const char *name,
                       const char *title)
{
  GtkWidget *self;

  g_return_val_if_fail (name != NULL && title != NULL, NULL);

  self = g_object_new (STRATA_TYPE_CHECK_LIST, "name", name, "title", title, "use-markup", FALSE, NULL);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (self), 0);

  return self;
}

/**
 * strata_check_list_add:
 * @self: a row
 * @id: what one of the things is known by
 * @label: its name
 */
void
strata_check_list_add (StrataCheckList *self,
                       const char      *id,
                       const char      *label)
{
  g_autofree char *name = NULL;
  GtkCheckButton *check;

  g_return_if_fail (STRATA_IS_CHECK_LIST (self));
  g_return_if_fail (id != NULL && label != NULL);

  name = g_strconcat (gtk_widget_get_name (GTK_WIDGET (self)), "-", id, NULL);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), strata_check_row_new (name, label, &check));
  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (id), g_free);
  g_hash_table_insert (self->checks, g_strdup (id), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

/**
 * strata_check_list_show:
 * @self: a row
 * @id: one of the things
 * @checked: whether it is checked
 * @note: (nullable): what is to be known of it
 * @tooltip: (nullable): and where from
 */
void
strata_check_list_show (StrataCheckList *self,
                        const char      *id,
                        gboolean         checked,
                        const char      *note,
                        const char      *tooltip)
{
  GtkWidget *check;
  GtkWidget *row;

  g_return_if_fail (STRATA_IS_CHECK_LIST (self));
  g_return_if_fail (id != NULL);

  check = g_hash_table_lookup (self->checks, id);
  g_return_if_fail (check != NULL);

  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), checked);
  self->updating = FALSE;
  row = gtk_widget_get_ancestor (check, ADW_TYPE_ACTION_ROW);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), note != NULL ? note : "");
  gtk_widget_set_tooltip_text (row, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note != NULL ? note : "",
                                  -1);
}
