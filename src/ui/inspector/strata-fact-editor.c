/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of the form that asks one question.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-fact-editor.h"

#include "strata-fact-combo.h"
#include "strata-fact-entry.h"
#include "strata-fact-checks.h"
#include "strata-fact-toggles.h"

/**
 * strata_fact_editor_new:
 * @workspace: where the answer goes
 * @row: a question
 *
 * Returns: (transfer floating): a row for a boxed list
 */
GtkWidget *
strata_fact_editor_new (StrataWorkspace *workspace,
                        StrataFactRow   *row)
{
  g_return_val_if_fail (STRATA_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (STRATA_IS_FACT_ROW (row), NULL);

  switch (strata_fact_row_get_fact (row)->type)
    {
    case STRATA_FACT_BOOLEAN:
      return strata_fact_toggles_new (workspace, row);
    case STRATA_FACT_CHOICE:
      return strata_fact_combo_new (workspace, row);
    case STRATA_FACT_SET:
      return strata_fact_checks_new (workspace, row);
    case STRATA_FACT_INTEGER:
    case STRATA_FACT_NUMBER:
      return strata_fact_entry_new (workspace, row);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * strata_fact_editor_prepare:
 * @editor: a row of the form
 * @row: its question
 *
 * Gives the row the question's name, and the question itself to those who
 * point at it.
 */
void
strata_fact_editor_prepare (GtkWidget     *editor,
                            StrataFactRow *row)
{
  g_autofree char *name = g_strconcat ("fact-", strata_fact_row_get_fact (row)->key, NULL);

  gtk_widget_set_name (editor, name);
  gtk_widget_set_tooltip_text (editor, strata_fact_row_get_question (row));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (editor), strata_fact_row_get_label (row));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (editor), FALSE);
}

/**
 * strata_fact_editor_answer:
 * @editor: a row of the form
 * @workspace: where the answer goes
 * @row: its question
 * @value: (nullable): the answer; %NULL: unknown
 *
 * Answers the question, or says why that is no answer.
 */
void
strata_fact_editor_answer (GtkWidget       *editor,
                           StrataWorkspace *workspace,
                           StrataFactRow   *row,
                           StrataValue     *value)
{
  g_autoptr (GError) error = NULL;

  if (!strata_workspace_set_fact (workspace, strata_fact_row_get_fact (row)->key, value, &error))
    gtk_widget_activate_action (editor, "win.tell", "s", error->message);
}
