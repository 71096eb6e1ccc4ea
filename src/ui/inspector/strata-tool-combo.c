/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One of a few words that placements have in a plan, such as their status.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-tool-combo.h"

#include <glib/gi18n.h>

struct _StrataToolCombo
{
  AdwComboRow             parent_instance;

  /* owned */
  StrataWorkspace        *workspace;
  GStrv                   placements;

  /* borrowed */
  const char             *member;
  const StrataVocabulary *vocabulary;

  /* flags */
  int                     shown; /* −1: they differ */
  gboolean                updating;
};

G_DEFINE_FINAL_TYPE (StrataToolCombo, strata_tool_combo, ADW_TYPE_COMBO_ROW)

static gboolean
set_value (StrataToolCombo  *self,
           int               selected,
           GError          **error)
{
  const char * const *placements = (const char * const *) self->placements;
  const char *id = strata_vocabulary_get_id (self->vocabulary, selected);
  g_autoptr (StrataValue) value = id != NULL ? strata_value_new_string (id) : NULL;

  /* What goes to another layer has a place there too. */
  if (g_str_equal (self->member, "layer"))
    return strata_workspace_move (self->workspace, placements, (StrataLayer) selected, G_MAXUINT, error);

  return strata_workspace_set_member (self->workspace, placements, self->member, value, error);
}

static void
selected_cb (StrataToolCombo *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  g_autoptr (GError) error = NULL;

  if (self->updating || selected == GTK_INVALID_LIST_POSITION || (int) selected == self->shown)
    return;
  if (set_value (self, (int) selected, &error))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
  strata_tool_combo_show (self, self->shown);
}

static void
strata_tool_combo_dispose (GObject *object)
{
  StrataToolCombo *self = STRATA_TOOL_COMBO (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->placements, g_strfreev);

  G_OBJECT_CLASS (strata_tool_combo_parent_class)->dispose (object);
}

static void
strata_tool_combo_class_init (StrataToolComboClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_tool_combo_dispose;
}

static void
strata_tool_combo_init (StrataToolCombo *self)
{
}

/**
 * strata_tool_combo_new:
 * @workspace: where it goes
 * @placements: (array zero-terminated=1): ids of placements
 * @member: their key in a plan
 * @title: what it is
 * @vocabulary: the words
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
strata_tool_combo_new (StrataWorkspace        *workspace,
                       const char * const     *placements,
                       const char             *member,
                       const char             *title,
                       const StrataVocabulary *vocabulary)
{
  StrataToolCombo *self = g_object_new (STRATA_TYPE_TOOL_COMBO, "title", title, "use-markup", FALSE, NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree char *name = g_strconcat ("tool-", member, NULL);

  gtk_widget_set_name (GTK_WIDGET (self), name);
  self->workspace = g_object_ref (workspace);
  self->placements = g_strdupv ((GStrv) placements);
  self->member = member;
  self->vocabulary = vocabulary;
  for (guint i = 0; i < vocabulary->n_words; i++)
    gtk_string_list_append (labels, _(strata_vocabulary_get_label (vocabulary, (int) i)));
  self->updating = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (labels));
  self->updating = FALSE;
  g_signal_connect_object (self, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_DEFAULT);

  return GTK_WIDGET (self);
}

/**
 * strata_tool_combo_show:
 * @self: a row
 * @value: the word that all of them have, or −1
 */
void
strata_tool_combo_show (StrataToolCombo *self,
                        int              value)
{
  g_return_if_fail (STRATA_IS_TOOL_COMBO (self));

  self->updating = TRUE;
  self->shown = value;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), value < 0 ? GTK_INVALID_LIST_POSITION : (guint) value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), value < 0 ? _("They differ") : "");
  self->updating = FALSE;
}
