/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What somebody noted about a placement, in as many lines as it takes.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-tool-note.h"

#include <glib/gi18n.h>

/* Pixels: between the text and its frame, and room for three lines. */
#define MARGIN 12
#define MINIMUM_HEIGHT 84

struct _StrataToolNote
{
  AdwPreferencesGroup  parent_instance;

  /* owned */
  StrataWorkspace     *workspace;
  char                *placement;

  /* child */
  GtkTextBuffer       *buffer;

  /* flags */
  gboolean             updating;
};

G_DEFINE_FINAL_TYPE (StrataToolNote, strata_tool_note, ADW_TYPE_PREFERENCES_GROUP)

static char *
dup_text (StrataToolNote *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
changed_cb (StrataToolNote *self)
{
  const char * const placements[] = { self->placement, NULL };
  g_autofree char *text = NULL;
  g_autoptr (StrataValue) value = NULL;
  g_autoptr (GError) error = NULL;

  if (self->updating)
    return;
  text = dup_text (self);
  if (*text != '\0')
    value = strata_value_new_string (text);
  if (!strata_workspace_set_member (self->workspace, placements, "note", value, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
}

static GtkWidget *
create_view (StrataToolNote *self)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkTextView *text = GTK_TEXT_VIEW (view);

  self->buffer = gtk_text_view_get_buffer (text);
  /* The plan has its own undo. */
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_view_set_wrap_mode (text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (text, FALSE);
  gtk_text_view_set_top_margin (text, MARGIN);
  gtk_text_view_set_bottom_margin (text, MARGIN);
  gtk_text_view_set_left_margin (text, MARGIN);
  gtk_text_view_set_right_margin (text, MARGIN);
  gtk_widget_set_name (view, "tool-note");
  gtk_widget_set_size_request (view, -1, MINIMUM_HEIGHT);
  gtk_widget_set_overflow (view, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (view, "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note"), -1);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return view;
}

static void
strata_tool_note_dispose (GObject *object)
{
  StrataToolNote *self = STRATA_TOOL_NOTE (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->placement, g_free);

  G_OBJECT_CLASS (strata_tool_note_parent_class)->dispose (object);
}

static void
strata_tool_note_class_init (StrataToolNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_tool_note_dispose;
}

static void
strata_tool_note_init (StrataToolNote *self)
{
}

/**
 * strata_tool_note_new:
 * @workspace: where it goes
 * @placement: id of a placement
 *
 * Returns: (transfer floating): a group with the note
 */
GtkWidget *
strata_tool_note_new (StrataWorkspace *workspace,
                      const char      *placement)
{
  StrataToolNote *self = g_object_new (STRATA_TYPE_TOOL_NOTE, "title", _("Note"), NULL);

  self->workspace = g_object_ref (workspace);
  self->placement = g_strdup (placement);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), create_view (self));

  return GTK_WIDGET (self);
}

/**
 * strata_tool_note_update:
 * @self: a group
 * @view: the placement as it is now
 */
void
strata_tool_note_update (StrataToolNote       *self,
                         const StrataToolView *view)
{
  g_autofree char *text = NULL;
  const char *note;

  g_return_if_fail (STRATA_IS_TOOL_NOTE (self));
  g_return_if_fail (view != NULL);

  text = dup_text (self);
  note = view->placement->note != NULL ? view->placement->note : "";
  if (g_str_equal (text, note))
    return;

  self->updating = TRUE;
  gtk_text_buffer_set_text (self->buffer, note, -1);
  self->updating = FALSE;
}
