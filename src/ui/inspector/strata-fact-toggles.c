/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A yes or no of the client, or unknown.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-fact-toggles.h"

#include <glib/gi18n.h>

#include "strata-fact-editor.h"

struct _StrataFactToggles
{
  AdwActionRow parent_instance;

  /* owned */
  StrataWorkspace *workspace;
  StrataFactRow   *row;

  /* child */
  AdwToggleGroup  *toggles;
};

G_DEFINE_FINAL_TYPE (StrataFactToggles, strata_fact_toggles, ADW_TYPE_ACTION_ROW)

static const char *
get_state (StrataFactToggles *self)
{
  StrataValue *value = strata_fact_row_get_value (self->row);

  if (value == NULL)
    return "unknown";

  return strata_value_get_boolean (value) ? "yes" : "no";
}

static void
value_changed_cb (StrataFactToggles *self)
{
  adw_toggle_group_set_active_name (self->toggles, get_state (self));
}

static void
toggled_cb (StrataFactToggles *self)
{
  const char *state = adw_toggle_group_get_active_name (self->toggles);
  g_autoptr (StrataValue) value = NULL;

  if (state == NULL || g_str_equal (state, get_state (self)))
    return;
  if (!g_str_equal (state, "unknown"))
    value = strata_value_new_boolean (g_str_equal (state, "yes"));
  strata_fact_editor_answer (GTK_WIDGET (self), self->workspace, self->row, value);
}

static void
add_toggle (StrataFactToggles *self,
            const char        *name,
            const char        *label,
            const char        *tooltip)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_name (toggle, name);
  adw_toggle_set_label (toggle, label);
  adw_toggle_set_tooltip (toggle, tooltip);
  adw_toggle_group_add (self->toggles, toggle);
}

static void
strata_fact_toggles_dispose (GObject *object)
{
  StrataFactToggles *self = STRATA_FACT_TOGGLES (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (strata_fact_toggles_parent_class)->dispose (object);
}

static void
strata_fact_toggles_class_init (StrataFactTogglesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_fact_toggles_dispose;
}

static void
strata_fact_toggles_init (StrataFactToggles *self)
{
  self->toggles = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->toggles), GTK_ALIGN_CENTER);
  add_toggle (self, "unknown", "?", _("Unknown"));
  add_toggle (self, "no", _("No"), NULL);
  add_toggle (self, "yes", _("Yes"), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggles));
}

/**
 * strata_fact_toggles_new:
 * @workspace: where the answer goes
 * @row: a question with yes or no for an answer
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
strata_fact_toggles_new (StrataWorkspace *workspace,
                         StrataFactRow   *row)
{
  StrataFactToggles *self = g_object_new (STRATA_TYPE_FACT_TOGGLES, NULL);

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->row, row);
  strata_fact_editor_prepare (GTK_WIDGET (self), row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  strata_fact_row_get_question (row), -1);
  value_changed_cb (self);
  g_signal_connect_object (row, "notify::value", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->toggles, "notify::active-name", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
