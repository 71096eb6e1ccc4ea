/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of a boxed list that is checked or not.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-check-row.h"

/**
 * strata_check_row_new:
 * @name: name of the check button
 * @label: what is checked
 * @check: (out) (transfer none): the check button
 *
 * Returns: (transfer floating): a row with a check button that all of it
 *   toggles
 */
GtkWidget *
strata_check_row_new (const char      *name,
                      const char      *label,
                      GtkCheckButton **check)
{
  GtkWidget *button;
  GtkWidget *row;

  g_return_val_if_fail (name != NULL && label != NULL && check != NULL, NULL);

  button = gtk_check_button_new ();
  row = adw_action_row_new ();
  gtk_widget_set_name (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  *check = GTK_CHECK_BUTTON (button);

  return row;
}
