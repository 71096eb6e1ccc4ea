/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog that shows every command and its keys.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-shortcuts-dialog.h"

#include <glib/gi18n.h>

#include "strata-shortcuts.h"

struct _StrataShortcutsDialog
{
  AdwDialog parent_instance;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (StrataShortcutsDialog, strata_shortcuts_dialog, ADW_TYPE_DIALOG)

/* Keys of one accelerator; several that do alike are parted by '|'. */
static char *
describe_keys (const char * const *keys)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (; *keys != NULL; keys++)
    {
      g_auto (GStrv) alike = g_strsplit (*keys, "|", -1);

      for (char **key = alike; *key != NULL; key++)
        {
          guint keyval = 0;
          GdkModifierType modifiers = 0;

          gtk_accelerator_parse (*key, &keyval, &modifiers);
          g_ptr_array_add (labels, gtk_accelerator_get_label (keyval, modifiers));
        }
    }

  g_ptr_array_add (labels, NULL);
  return g_strjoinv ("   ", (char **) labels->pdata);
}

static GtkWidget *
create_row (const StrataShortcut *shortcut)
{
  g_autofree char *keys = describe_keys (shortcut->keys);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (keys);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(shortcut->title));
  gtk_widget_add_css_class (label, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  return row;
}

static void
fill (StrataShortcutsDialog *self)
{
  AdwPreferencesGroup *group = NULL;
  const char *title = NULL;
  guint n_shortcuts;
  const StrataShortcut *shortcuts = strata_shortcuts_get (&n_shortcuts);

  for (guint i = 0; i < n_shortcuts; i++)
    {
      if (g_strcmp0 (title, shortcuts[i].group) != 0)
        {
          title = shortcuts[i].group;
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _(title));
          adw_preferences_page_add (self->page, group);
        }
      adw_preferences_group_add (group, create_row (&shortcuts[i]));
    }
}

static void
strata_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STRATA_TYPE_SHORTCUTS_DIALOG);

  G_OBJECT_CLASS (strata_shortcuts_dialog_parent_class)->dispose (object);
}

static void
strata_shortcuts_dialog_class_init (StrataShortcutsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_shortcuts_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataShortcutsDialog, page);
}

static void
strata_shortcuts_dialog_init (StrataShortcutsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}

/**
 * strata_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): the dialog, filled from the table
 */
AdwDialog *
strata_shortcuts_dialog_new (void)
{
  return g_object_new (STRATA_TYPE_SHORTCUTS_DIALOG, NULL);
}
