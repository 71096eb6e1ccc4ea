/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One of a few answers of the client, or unknown.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-fact-combo.h"

#include <glib/gi18n.h>

#include "strata-fact-editor.h"

struct _StrataFactCombo
{
  AdwComboRow parent_instance;

  /* owned */
  StrataWorkspace *workspace;
  StrataFactRow   *row;
};

G_DEFINE_FINAL_TYPE (StrataFactCombo, strata_fact_combo, ADW_TYPE_COMBO_ROW)

/* The first entry of the list is unknown; the words come after it. */
static guint
get_position (StrataFactCombo *self)
{
  StrataValue *value = strata_fact_row_get_value (self->row);
  int choice = -1;

  if (value != NULL)
    strata_vocabulary_lookup (strata_fact_row_get_fact (self->row)->members, strata_value_get_string (value), &choice);

  return (guint) (choice + 1);
}

static void
row_changed_cb (StrataFactCombo *self)
{
  const char *derived = strata_fact_row_get_derived (self->row);

  adw_combo_row_set_selected (ADW_COMBO_ROW (self), get_position (self));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), derived != NULL ? derived : "");
}

static void
selected_cb (StrataFactCombo *self)
{
  const StrataVocabulary *members = strata_fact_row_get_fact (self->row)->members;
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  g_autoptr (StrataValue) value = NULL;

  if (selected == get_position (self) || selected > members->n_words)
    return;
  if (selected > 0)
    value = strata_value_new_string (strata_vocabulary_get_id (members, (int) selected - 1));
  strata_fact_editor_answer (GTK_WIDGET (self), self->workspace, self->row, value);
}

static void
fill (StrataFactCombo       *self,
      const StrataVocabulary *members)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("Unknown"));
  for (guint i = 0; i < members->n_words; i++)
    gtk_string_list_append (labels, strata_vocabulary_get_label (members, (int) i));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (labels));
}

static void
strata_fact_combo_dispose (GObject *object)
{
  StrataFactCombo *self = STRATA_FACT_COMBO (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (strata_fact_combo_parent_class)->dispose (object);
}

static void
strata_fact_combo_class_init (StrataFactComboClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_fact_combo_dispose;
}

static void
strata_fact_combo_init (StrataFactCombo *self)
{
}

/**
 * strata_fact_combo_new:
 * @workspace: where the answer goes
 * @row: a question with one of a few words for an answer
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
strata_fact_combo_new (StrataWorkspace *workspace,
                        StrataFactRow   *row)
{
  StrataFactCombo *self = g_object_new (STRATA_TYPE_FACT_COMBO, NULL);

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->row, row);
  strata_fact_editor_prepare (GTK_WIDGET (self), row);
  fill (self, strata_fact_row_get_fact (row)->members);
  row_changed_cb (self);
  g_signal_connect_object (row, "notify", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_DEFAULT);

  return GTK_WIDGET (self);
}
