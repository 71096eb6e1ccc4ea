/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which modules of a tool were bought, and what each costs.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-tool-modules.h"

#include <glib/gi18n.h>

#include "strata-tool-entry.h"
#include "workspace/strata-format.h"

struct _StrataToolModules
{
  AdwPreferencesGroup  parent_instance;

  /* owned */
  StrataWorkspace     *workspace;
  char                *placement;
  GHashTable          *checks;  /* borrowed check buttons by module */
  GPtrArray           *entries; /* borrowed */

  /* flags */
  gboolean             updating;
};

G_DEFINE_FINAL_TYPE (StrataToolModules, strata_tool_modules, ADW_TYPE_PREFERENCES_GROUP)

static void
toggled_cb (StrataToolModules *self,
            GtkCheckButton    *check)
{
  g_autoptr (GError) error = NULL;

  if (!self->updating &&
      !strata_workspace_buy_module (self->workspace, self->placement, g_object_get_data (G_OBJECT (check), "module"),
                                    gtk_check_button_get_active (check), &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
}

static void
add (StrataToolModules *self,
     StrataTool        *tool,
     const char        *module)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  GtkWidget *entry;
  GtkWidget *check;

  if (g_hash_table_contains (self->checks, module))
    return;

  title = strata_format_module (tool, module);
  name = g_strconcat ("tool-module-", module, NULL);
  entry = strata_tool_entry_new_money (self->workspace, self->placement, module, title);
  check = gtk_check_button_new ();
  gtk_widget_set_name (check, name);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (entry), check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), entry);
  g_object_set_data_full (G_OBJECT (check), "module", g_strdup (module), g_free);
  g_hash_table_insert (self->checks, g_strdup (module), check);
  g_ptr_array_add (self->entries, entry);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

static void
strata_tool_modules_dispose (GObject *object)
{
  StrataToolModules *self = STRATA_TOOL_MODULES (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->placement, g_free);
  g_clear_pointer (&self->checks, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (strata_tool_modules_parent_class)->dispose (object);
}

static void
strata_tool_modules_class_init (StrataToolModulesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_tool_modules_dispose;
}

static void
strata_tool_modules_init (StrataToolModules *self)
{
  self->checks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->entries = g_ptr_array_new ();
}

/**
 * strata_tool_modules_new:
 * @workspace: where it goes
 * @view: a placement
 *
 * Returns: (transfer floating): a group with a row for every module that the
 *   tool sells; hidden where it sells none
 */
GtkWidget *
strata_tool_modules_new (StrataWorkspace      *workspace,
                         const StrataToolView *view)
{
  StrataToolModules *self = g_object_new (STRATA_TYPE_TOOL_MODULES, "title", _("Modules Bought"), NULL);

  self->workspace = g_object_ref (workspace);
  self->placement = g_strdup (view->placement->id);
  for (guint i = 0; i < view->tool->n_offers; i++)
    {
      if (view->tool->offers[i].module != NULL)
        add (self, view->tool, view->tool->offers[i].module);
    }
  gtk_widget_set_name (GTK_WIDGET (self), "tool-modules");

  return GTK_WIDGET (self);
}

/**
 * strata_tool_modules_update:
 * @self: a group
 * @view: the placement as it is now
 */
void
strata_tool_modules_update (StrataToolModules    *self,
                            const StrataToolView *view)
{
  GHashTableIter iter;
  gpointer module, check;

  g_return_if_fail (STRATA_IS_TOOL_MODULES (self));
  g_return_if_fail (view != NULL);

  /* A plan may name what the tool does not sell. */
  for (guint i = 0; view->placement->modules[i] != NULL; i++)
    add (self, view->tool, view->placement->modules[i]);

  self->updating = TRUE;
  g_hash_table_iter_init (&iter, self->checks);
  while (g_hash_table_iter_next (&iter, &module, &check))
    gtk_check_button_set_active (check, g_strv_contains (view->placement->modules, module));
  self->updating = FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    strata_tool_entry_update (self->entries->pdata[i], view);
  gtk_widget_set_visible (GTK_WIDGET (self), self->entries->len > 0);
}
