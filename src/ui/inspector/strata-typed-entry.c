/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry of a boxed list that is read once somebody is done with it.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-typed-entry.h"

/* Characters: a caption gets as many before it wraps, and leaves the rest to
 * the entry. */
#define CAPTION_WIDTH 14

typedef struct
{
  /* owned */
  char     *shown;   /* what the plan says */

  /* child */
  GtkLabel *caption; /* or NULL: nobody asked for one */
} StrataTypedEntryPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (StrataTypedEntry, strata_typed_entry, ADW_TYPE_ENTRY_ROW)

static StrataTypedEntryPrivate *
get_private (StrataTypedEntry *self)
{
  return strata_typed_entry_get_instance_private (self);
}

static void
set_wrong (StrataTypedEntry *self,
           gboolean          wrong)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (wrong)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
put_back (StrataTypedEntry *self)
{
  const char *shown = get_private (self)->shown;

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), shown))
    gtk_editable_set_text (GTK_EDITABLE (self), shown);
  set_wrong (self, FALSE);
}

static void
commit_cb (StrataTypedEntry *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));

  if (g_str_equal (text, get_private (self)->shown))
    put_back (self);
  else
    set_wrong (self, !STRATA_TYPED_ENTRY_GET_CLASS (self)->take (self, text));
}

static gboolean
key_pressed_cb (StrataTypedEntry *self,
                guint             keyval)
{
  if (keyval != GDK_KEY_Escape ||
      g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), get_private (self)->shown))
    return GDK_EVENT_PROPAGATE;
  put_back (self);
  gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);

  return GDK_EVENT_STOP;
}

static void
strata_typed_entry_finalize (GObject *object)
{
  g_free (get_private (STRATA_TYPED_ENTRY (object))->shown);

  G_OBJECT_CLASS (strata_typed_entry_parent_class)->finalize (object);
}

static void
strata_typed_entry_class_init (StrataTypedEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = strata_typed_entry_finalize;
}

static void
strata_typed_entry_init (StrataTypedEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  get_private (self)->shown = g_strdup ("");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (focus, "leave", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "entry-activated", G_CALLBACK (commit_cb), NULL);
}

/**
 * strata_typed_entry_show:
 * @self: an entry
 * @text: what it holds
 *
 * Shows what the plan says. What somebody is typing stays as long as that has
 * not changed.
 */
void
strata_typed_entry_show (StrataTypedEntry *self,
                         const char       *text)
{
  g_return_if_fail (STRATA_IS_TYPED_ENTRY (self));
  g_return_if_fail (text != NULL);

  if (g_set_str (&get_private (self)->shown, text))
    put_back (self);
}

/**
 * strata_typed_entry_set_caption:
 * @self: an entry
 * @caption: what is to be known beside what it holds, such as what nothing
 *   stands for
 */
void
strata_typed_entry_set_caption (StrataTypedEntry *self,
                                const char       *caption)
{
  StrataTypedEntryPrivate *priv;

  g_return_if_fail (STRATA_IS_TYPED_ENTRY (self));
  g_return_if_fail (caption != NULL);

  priv = get_private (self);
  if (priv->caption == NULL)
    {
      priv->caption = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_wrap (priv->caption, TRUE);
      gtk_label_set_xalign (priv->caption, 1);
      gtk_label_set_justify (priv->caption, GTK_JUSTIFY_RIGHT);
      gtk_label_set_max_width_chars (priv->caption, CAPTION_WIDTH);
      gtk_widget_add_css_class (GTK_WIDGET (priv->caption), "dimmed");
      gtk_widget_add_css_class (GTK_WIDGET (priv->caption), "caption");
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (priv->caption));
    }
  gtk_label_set_label (priv->caption, caption);
  gtk_label_set_width_chars (priv->caption, (int) MIN (g_utf8_strlen (caption, -1), CAPTION_WIDTH));
  gtk_widget_set_visible (GTK_WIDGET (priv->caption), *caption != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self))),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, caption, -1);
}
