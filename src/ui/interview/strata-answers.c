/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The answers to one question, large enough for a room.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-answers.h"

#include <glib/gi18n.h>

#include "ui/inspector/strata-fact-editor.h"

struct _StrataAnswers
{
  AdwBin parent_instance;

  /* owned */
  StrataWorkspace *workspace;
  StrataFactRow   *row;
  GPtrArray       *buttons; /* borrowed */
};

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataAnswers, strata_answers, ADW_TYPE_BIN)

static void
answer (StrataAnswers *self,
        StrataValue   *value)
{
  strata_fact_editor_answer (GTK_WIDGET (self), self->workspace, self->row, value);
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
clicked_cb (GtkButton     *button,
            StrataAnswers *self)
{
  answer (self, g_object_get_data (G_OBJECT (button), "value"));
}

static void
add_button (StrataAnswers *self,
            GtkWidget     *box,
            const char    *id,
            const char    *label,
            StrataValue   *value)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));
  StrataValue *former = strata_fact_row_get_value (self->row);
  g_autofree char *name = g_strdup_printf ("answer-%s", id);

  gtk_label_set_wrap (GTK_LABEL (child), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (child), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_name (button, name);
  gtk_widget_add_css_class (button, "pill");
  if (former != NULL && strata_value_equal (former, value))
    gtk_widget_add_css_class (button, "suggested-action");
  g_object_set_data_full (G_OBJECT (button), "value", value, (GDestroyNotify) strata_value_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_DEFAULT);
  gtk_box_append (GTK_BOX (box), button);
  g_ptr_array_add (self->buttons, button);
}

static GtkWidget *
create_buttons (StrataAnswers    *self,
                const StrataFact *fact)
{
  gboolean is_choice = fact->type == STRATA_FACT_CHOICE;
  GtkWidget *box = gtk_box_new (is_choice ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  for (guint i = 0; is_choice && i < fact->members->n_words; i++)
    add_button (self, box, fact->members->words[i].id, strata_vocabulary_get_label (fact->members, (int) i),
                strata_value_new_string (fact->members->words[i].id));
  if (!is_choice)
    {
      add_button (self, box, "yes", _("Yes"), strata_value_new_boolean (TRUE));
      add_button (self, box, "no", _("No"), strata_value_new_boolean (FALSE));
    }

  return box;
}

/* After the row's own handler, which takes or refuses what was typed. */
static void
entered_cb (StrataAnswers *self)
{
  strata_workspace_settle (self->workspace);
  if (strata_fact_row_get_value (self->row) != NULL)
    g_signal_emit (self, signals[ANSWERED], 0);
}

static GtkWidget *
create_editor (StrataAnswers *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *editor = strata_fact_editor_new (self->workspace, self->row);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), editor);
  if (ADW_IS_EXPANDER_ROW (editor))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (editor), TRUE);
  if (ADW_IS_ENTRY_ROW (editor))
    g_signal_connect_object (editor, "entry-activated", G_CALLBACK (entered_cb), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return list;
}

static gboolean
has_buttons (const StrataFact *fact)
{
  return fact->type == STRATA_FACT_BOOLEAN || fact->type == STRATA_FACT_CHOICE;
}

static void
strata_answers_dispose (GObject *object)
{
  StrataAnswers *self = STRATA_ANSWERS (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->row);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);

  G_OBJECT_CLASS (strata_answers_parent_class)->dispose (object);
}

static void
strata_answers_class_init (StrataAnswersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_answers_dispose;

  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
strata_answers_init (StrataAnswers *self)
{
  self->buttons = g_ptr_array_new ();
}

/**
 * strata_answers_show:
 * @self: answers
 * @workspace: where the answer goes
 * @row: the question
 *
 * Offers the answers to a question and puts the keyboard on the first.
 */
void
strata_answers_show (StrataAnswers   *self,
                     StrataWorkspace *workspace,
                     StrataFactRow   *row)
{
  const StrataFact *fact = NULL;

  g_return_if_fail (STRATA_IS_ANSWERS (self));
  g_return_if_fail (STRATA_IS_WORKSPACE (workspace));
  g_return_if_fail (STRATA_IS_FACT_ROW (row));

  fact = strata_fact_row_get_fact (row);
  g_set_object (&self->workspace, workspace);
  g_set_object (&self->row, row);
  g_ptr_array_set_size (self->buttons, 0);
  adw_bin_set_child (ADW_BIN (self), has_buttons (fact) ? create_buttons (self, fact) : create_editor (self));
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * strata_answers_choose:
 * @self: answers
 * @index: a button's number
 *
 * Returns: whether there is such a button
 */
gboolean
strata_answers_choose (StrataAnswers *self,
                       guint          index)
{
  g_return_val_if_fail (STRATA_IS_ANSWERS (self), FALSE);

  if (index >= self->buttons->len)
    return FALSE;
  g_signal_emit_by_name (g_ptr_array_index (self->buttons, index), "clicked");

  return TRUE;
}
