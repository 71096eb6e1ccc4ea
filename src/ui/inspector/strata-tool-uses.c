/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a tool is used as and for.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-tool-uses.h"

#include <glib/gi18n.h>

#include "strata-check-list.h"
#include "workspace/strata-usage.h"

struct _StrataToolUses
{
  AdwPreferencesGroup  parent_instance;

  /* owned */
  StrataWorkspace     *workspace;
  StrataPlacement     *placement; /* as it was last shown */
  StrataTool          *tool;
  GPtrArray           *usages;

  /* children */
  StrataCheckList     *roles;
  StrataCheckList     *layers[STRATA_N_LAYERS];
};

G_DEFINE_FINAL_TYPE (StrataToolUses, strata_tool_uses, ADW_TYPE_PREFERENCES_GROUP)

static void
set_member (StrataToolUses *self,
            const char     *member,
            StrataValue    *value)
{
  const char * const placements[] = { self->placement->id, NULL };
  g_autoptr (GError) error = NULL;

  if (!strata_workspace_set_member (self->workspace, placements, member, value, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
}

/* What the tool is used as when nobody says so. */
static StrataRoles
get_default_roles (StrataToolUses *self)
{
  StrataRoles at_home = self->tool->roles & strata_layer_get_roles (self->placement->layer);

  return at_home != 0 ? at_home : self->tool->roles;
}

static StrataValue *
list_roles (StrataRoles roles)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (int role = 0; role < STRATA_N_ROLES; role++)
    {
      if (roles & STRATA_ROLE_BIT (role))
        g_ptr_array_add (ids, (gpointer) strata_vocabulary_get_id (&strata_roles, role));
    }
  g_ptr_array_add (ids, NULL);

  return strata_value_new_strv ((const char * const *) ids->pdata);
}

/* The last role that is no longer used leaves the default. */
static void
role_toggled_cb (StrataToolUses *self,
                 const char     *id,
                 gboolean        checked)
{
  StrataRoles roles = strata_placement_get_roles (self->placement, self->tool);
  g_autoptr (StrataValue) value = NULL;
  int role = 0;

  if (!strata_vocabulary_lookup (&strata_roles, id, &role))
    return;
  roles = checked ? roles | STRATA_ROLE_BIT (role) : roles & ~STRATA_ROLE_BIT (role);
  if (roles != 0 && roles != get_default_roles (self))
    value = list_roles (roles);
  if (value == NULL && self->placement->roles == 0)
    strata_check_list_show (self->roles, id, !checked, NULL, NULL);
  else
    set_member (self, "roles", value);
}

static void
use_toggled_cb (StrataToolUses *self,
                const char     *capability,
                gboolean        checked)
{
  g_autoptr (StrataValue) value = strata_usage_with (self->usages, self->placement, capability, checked);

  set_member (self, "uses", value);
}

static void
show_roles (StrataToolUses *self)
{
  StrataRoles roles = strata_placement_get_roles (self->placement, self->tool);
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autofree char *subtitle = NULL;

  for (int role = 0; role < STRATA_N_ROLES; role++)
    {
      if ((self->tool->roles & STRATA_ROLE_BIT (role)) == 0)
        continue;
      strata_check_list_show (self->roles, strata_vocabulary_get_id (&strata_roles, role),
                              (roles & STRATA_ROLE_BIT (role)) != 0, NULL, NULL);
      if ((roles & STRATA_ROLE_BIT (role)) == 0)
        continue;
      g_string_append (labels, labels->len > 0 ? _(", ") : "");
      g_string_append (labels, _(strata_vocabulary_get_label (&strata_roles, role)));
    }
  /* Translators: roles of a tool that the plan does not name. */
  subtitle = self->placement->roles == 0 ? g_strdup_printf (_("By default: %s"), labels->str) : g_strdup (labels->str);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->roles), subtitle);
}

static void
clear_layers (StrataToolUses *self)
{
  for (int i = 0; i < STRATA_N_LAYERS; i++)
    {
      if (self->layers[i] != NULL)
        adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->layers[i]));
      self->layers[i] = NULL;
    }
}

static void
add_layer (StrataToolUses *self,
           int             layer)
{
  g_autofree char *name = g_strconcat ("tool-uses-", strata_vocabulary_get_id (&strata_layers, layer), NULL);
  const char *label = _(strata_vocabulary_get_label (&strata_layers, layer));
  /* Translators: what a tool is used for in a layer. */
  g_autofree char *title = g_strdup_printf (_("Used for %s"), label);

  self->layers[layer] = STRATA_CHECK_LIST (strata_check_list_new (name, title));
  g_signal_connect_object (self->layers[layer], "toggled", G_CALLBACK (use_toggled_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < self->usages->len; i++)
    {
      StrataUsage *usage = g_ptr_array_index (self->usages, i);

      if ((int) usage->layer == layer)
        strata_check_list_add (self->layers[layer], usage->offer->capability, usage->label);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->layers[layer]));
}

static void
show_layer (StrataToolUses *self,
            int             layer)
{
  g_autoptr (GString) subtitle = g_string_new (NULL);
  guint n = 0, n_used = 0, n_twice = 0;

  for (guint i = 0; i < self->usages->len; i++)
    {
      StrataUsage *usage = g_ptr_array_index (self->usages, i);

      if ((int) usage->layer != layer)
        continue;
      n++;
      n_used += usage->used;
      n_twice += usage->billed_twice;
      strata_check_list_show (self->layers[layer], usage->offer->capability, usage->used, usage->note,
                              usage->offer->source);
    }
  if (n_used == n)
    g_string_append_printf (subtitle, ngettext ("All of it: %u capability", "All of it: %u capabilities", n), n);
  else
    g_string_append_printf (subtitle, ngettext ("%u of %u capability", "%u of %u capabilities", n), n_used, n);
  if (n_twice > 0)
    {
      g_string_append (subtitle, " · ");
      g_string_append_printf (subtitle, ngettext ("%u billed twice", "%u billed twice", n_twice), n_twice);
    }
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->layers[layer]), subtitle->str);
}

static gboolean
has_layer (GPtrArray *usages,
           int        layer)
{
  for (guint i = 0; i < usages->len; i++)
    {
      if ((int) ((StrataUsage *) g_ptr_array_index (usages, i))->layer == layer)
        return TRUE;
    }

  return FALSE;
}

/* Rows stay as long as the tool does the same. */
static gboolean
is_same (GPtrArray *former,
         GPtrArray *usages)
{
  if (former == NULL || former->len != usages->len)
    return FALSE;
  for (guint i = 0; i < usages->len; i++)
    {
      const StrataUsage *a = g_ptr_array_index (former, i);
      const StrataUsage *b = g_ptr_array_index (usages, i);

      if (!g_str_equal (a->offer->capability, b->offer->capability))
        return FALSE;
    }

  return TRUE;
}

static void
strata_tool_uses_dispose (GObject *object)
{
  StrataToolUses *self = STRATA_TOOL_USES (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->usages, g_ptr_array_unref);
  g_clear_pointer (&self->placement, strata_placement_unref);
  g_clear_pointer (&self->tool, strata_tool_unref);

  G_OBJECT_CLASS (strata_tool_uses_parent_class)->dispose (object);
}

static void
strata_tool_uses_class_init (StrataToolUsesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_tool_uses_dispose;
}

static void
strata_tool_uses_init (StrataToolUses *self)
{
}

/**
 * strata_tool_uses_new:
 * @workspace: where it goes
 * @view: a placement
 *
 * Returns: (transfer floating): a group of rows: the roles of the tool, and
 *   what it can do by layer
 */
GtkWidget *
strata_tool_uses_new (StrataWorkspace      *workspace,
                      const StrataToolView *view)
{
  StrataToolUses *self = g_object_new (STRATA_TYPE_TOOL_USES, "title", _("Use"), NULL);

  self->workspace = g_object_ref (workspace);
  self->tool = strata_tool_ref (view->tool);
  self->roles = STRATA_CHECK_LIST (strata_check_list_new ("tool-roles", _("Used As")));
  for (int role = 0; role < STRATA_N_ROLES; role++)
    {
      if (view->tool->roles & STRATA_ROLE_BIT (role))
        strata_check_list_add (self->roles, strata_vocabulary_get_id (&strata_roles, role),
                               _(strata_vocabulary_get_label (&strata_roles, role)));
    }
  g_signal_connect_object (self->roles, "toggled", G_CALLBACK (role_toggled_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->roles));

  return GTK_WIDGET (self);
}

/**
 * strata_tool_uses_update:
 * @self: a group
 * @view: the placement as it is now
 */
void
strata_tool_uses_update (StrataToolUses       *self,
                         const StrataToolView *view)
{
  g_autoptr (GPtrArray) former = NULL;

  g_return_if_fail (STRATA_IS_TOOL_USES (self));
  g_return_if_fail (view != NULL);

  former = g_steal_pointer (&self->usages);
  self->usages = strata_usage_list (view->catalog, view->assessment, view->index);
  g_clear_pointer (&self->placement, strata_placement_unref);
  self->placement = strata_placement_ref (view->placement);
  show_roles (self);
  if (!is_same (former, self->usages))
    clear_layers (self);
  for (int layer = 0; layer < STRATA_N_LAYERS; layer++)
    {
      if (!has_layer (self->usages, layer))
        continue;
      if (self->layers[layer] == NULL)
        add_layer (self, layer);
      show_layer (self, layer);
    }
}
