/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks what a scenario is to be called.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-rename-popover.h"

struct _StrataRenamePopover
{
  GtkPopover parent_instance;

  /* borrowed; NULL once it is gone */
  GtkWidget *former_focus;

  /* template */
  GtkEditable *entry;
  GtkWidget   *rename_button;
};

enum
{
  SIGNAL_RENAMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataRenamePopover, strata_rename_popover, GTK_TYPE_POPOVER)

static char *
dup_title (StrataRenamePopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

static void
changed_cb (StrataRenamePopover *self)
{
  g_autofree char *title = dup_title (self);

  gtk_widget_set_sensitive (self->rename_button, *title != '\0');
}

static void
clicked_cb (StrataRenamePopover *self)
{
  g_autofree char *title = dup_title (self);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_RENAMED], 0, title);
}

/* What had the keyboard before the question has it after. */
static void
strata_rename_popover_closed (GtkPopover *popover)
{
  StrataRenamePopover *self = STRATA_RENAME_POPOVER (popover);

  if (self->former_focus != NULL)
    gtk_widget_grab_focus (self->former_focus);
  g_clear_weak_pointer (&self->former_focus);
}

static void
strata_rename_popover_dispose (GObject *object)
{
  g_clear_weak_pointer (&STRATA_RENAME_POPOVER (object)->former_focus);
  gtk_widget_dispose_template (GTK_WIDGET (object), STRATA_TYPE_RENAME_POPOVER);

  G_OBJECT_CLASS (strata_rename_popover_parent_class)->dispose (object);
}

static void
strata_rename_popover_class_init (StrataRenamePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_rename_popover_dispose;
  GTK_POPOVER_CLASS (klass)->closed = strata_rename_popover_closed;

  signals[SIGNAL_RENAMED] =
    g_signal_new ("renamed", STRATA_TYPE_RENAME_POPOVER, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-rename-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataRenamePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, StrataRenamePopover, rename_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
strata_rename_popover_init (StrataRenamePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * strata_rename_popover_new:
 *
 * Returns: (transfer floating): a popover, to be given a parent
 */
GtkWidget *
strata_rename_popover_new (void)
{
  return g_object_new (STRATA_TYPE_RENAME_POPOVER, NULL);
}

/**
 * strata_rename_popover_ask:
 * @self: a popover
 * @title: what the scenario is called now
 *
 * Opens, with the title ready to be typed over.
 */
void
strata_rename_popover_ask (StrataRenamePopover *self,
                           const char          *title)
{
  g_return_if_fail (STRATA_IS_RENAME_POPOVER (self));
  g_return_if_fail (title != NULL);

  g_set_weak_pointer (&self->former_focus, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_editable_set_text (self->entry, title);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}
