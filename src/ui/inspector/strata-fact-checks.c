/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any of a few answers of the client, none, or unknown.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-fact-checks.h"

#include <glib/gi18n.h>

#include "strata-check-row.h"
#include "strata-fact-editor.h"

struct _StrataFactChecks
{
  AdwExpanderRow parent_instance;

  /* owned */
  StrataWorkspace *workspace;
  StrataFactRow   *row;
  GPtrArray       *checks; /* of the members, borrowed */

  /* child */
  GtkCheckButton  *none;

  /* flags */
  gboolean         updating;
};

G_DEFINE_FINAL_TYPE (StrataFactChecks, strata_fact_checks, ADW_TYPE_EXPANDER_ROW)

static gboolean
is_member (StrataValue *value,
           const char  *id)
{
  for (guint i = 0; value != NULL && i < strata_value_get_length (value); i++)
    {
      if (g_str_equal (strata_value_get_string (strata_value_get_element (value, i)), id))
        return TRUE;
    }

  return FALSE;
}

static void
row_changed_cb (StrataFactChecks *self)
{
  const StrataVocabulary *members = strata_fact_row_get_fact (self->row)->members;
  StrataValue *value = strata_fact_row_get_value (self->row);

  self->updating = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i),
                                 is_member (value, strata_vocabulary_get_id (members, (int) i)));
  gtk_check_button_set_active (self->none, value != NULL && strata_value_get_length (value) == 0);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), strata_fact_row_get_text (self->row));
  self->updating = FALSE;
}

/* What is checked, in the order of the question; NULL where nothing is. */
static StrataValue *
read_checks (StrataFactChecks *self)
{
  const StrataVocabulary *members = strata_fact_row_get_fact (self->row)->members;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < self->checks->len; i++)
    {
      if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
        g_ptr_array_add (ids, (gpointer) strata_vocabulary_get_id (members, (int) i));
    }
  if (ids->len == 0)
    return NULL;
  g_ptr_array_add (ids, NULL);

  return strata_value_new_strv ((const char * const *) ids->pdata);
}

static void
member_toggled_cb (StrataFactChecks *self)
{
  g_autoptr (StrataValue) value = NULL;

  if (self->updating)
    return;
  value = read_checks (self);
  strata_fact_editor_answer (GTK_WIDGET (self), self->workspace, self->row, value);
}

/* None of them is an answer too, and not the same as unknown. */
static void
none_toggled_cb (StrataFactChecks *self)
{
  const char *nothing[] = { NULL };
  g_autoptr (StrataValue) value = NULL;

  if (self->updating)
    return;
  if (gtk_check_button_get_active (self->none))
    value = strata_value_new_strv (nothing);
  strata_fact_editor_answer (GTK_WIDGET (self), self->workspace, self->row, value);
}

static GtkCheckButton *
add_check (StrataFactChecks *self,
           const char       *id,
           const char       *label,
           GCallback         toggled)
{
  g_autofree char *name = g_strdup_printf ("fact-%s-%s", strata_fact_row_get_fact (self->row)->key, id);
  GtkCheckButton *check;

  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), strata_check_row_new (name, label, &check));
  g_signal_connect_object (check, "toggled", toggled, self, G_CONNECT_SWAPPED);

  return check;
}

static void
fill (StrataFactChecks          *self,
      const StrataVocabulary *members)
{
  for (guint i = 0; i < members->n_words; i++)
    g_ptr_array_add (self->checks, add_check (self, members->words[i].id, strata_vocabulary_get_label (members, (int) i),
                                              G_CALLBACK (member_toggled_cb)));
  self->none = add_check (self, "none", _("None of These"), G_CALLBACK (none_toggled_cb));
}

static void
strata_fact_checks_dispose (GObject *object)
{
  StrataFactChecks *self = STRATA_FACT_CHECKS (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->row);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (strata_fact_checks_parent_class)->dispose (object);
}

static void
strata_fact_checks_class_init (StrataFactChecksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_fact_checks_dispose;
}

static void
strata_fact_checks_init (StrataFactChecks *self)
{
  self->checks = g_ptr_array_new ();
}

/**
 * strata_fact_checks_new:
 * @workspace: where the answer goes
 * @row: a question with any of a few words for an answer
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
strata_fact_checks_new (StrataWorkspace *workspace,
                     StrataFactRow   *row)
{
  StrataFactChecks *self = g_object_new (STRATA_TYPE_FACT_CHECKS, NULL);

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->row, row);
  strata_fact_editor_prepare (GTK_WIDGET (self), row);
  fill (self, strata_fact_row_get_fact (row)->members);
  row_changed_cb (self);
  g_signal_connect_object (row, "notify", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
