/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One prerequisite in the gate, to be looked at and set.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-prerequisite-button.h"

#include <glib/gi18n.h>

/* A state, as the menu's targets and the style sheet name it. */
static const struct
{
  StrataPrerequisite  state;
  const char         *id;
  const char         *icon;
  const char         *style;
} states[] = {
  { STRATA_PREREQUISITE_UNKNOWN, "unknown", "strata-unknown-symbolic", "state-unknown" },
  { STRATA_PREREQUISITE_MISSING, "missing", "strata-missing-symbolic", "state-missing" },
  { STRATA_PREREQUISITE_PARTIAL, "partial", "strata-partial-symbolic", "state-partial" },
  { STRATA_PREREQUISITE_IN_PLACE, "in-place", "strata-in-place-symbolic", "state-in-place" },
};

struct _StrataPrerequisiteButton
{
  AdwBin parent_instance;

  /* owned */
  StrataWorkspace       *workspace;
  StrataPrerequisiteRow *row;
  GSimpleAction         *action;

  /* template */
  GtkWidget *button;
  GtkImage  *icon;
};

enum
{
  PROP_ROW = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (StrataPrerequisiteButton, strata_prerequisite_button, ADW_TYPE_BIN)

static void
update_label (StrataPrerequisiteButton *self)
{
  /* Translators: a prerequisite and its state: “Event schema: partial”. */
  g_autofree char *label = g_strdup_printf (_("%s: %s"),
                                            strata_prerequisite_row_get_label (self->row),
                                            strata_prerequisite_row_get_state_label (self->row));

  gtk_widget_set_tooltip_text (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_cb (StrataPrerequisiteButton *self)
{
  StrataPrerequisite state = strata_prerequisite_row_get_state (self->row);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (states[i].state != state)
        {
          gtk_widget_remove_css_class (GTK_WIDGET (self), states[i].style);
          continue;
        }
      gtk_widget_add_css_class (GTK_WIDGET (self), states[i].style);
      gtk_image_set_from_icon_name (self->icon, states[i].icon);
      g_simple_action_set_state (self->action, g_variant_new_string (states[i].id));
    }
  update_label (self);
}

static void
change_state_cb (StrataPrerequisiteButton *self,
                 GVariant                 *value)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i].id, g_variant_get_string (value, NULL)) &&
        !strata_workspace_set_prerequisite (self->workspace,
                                            strata_prerequisite_row_get_fact (self->row),
                                            states[i].state, &error))
      g_warning ("Cannot set a prerequisite: %s", error->message);
}

static void
strata_prerequisite_button_dispose (GObject *object)
{
  StrataPrerequisiteButton *self = STRATA_PREREQUISITE_BUTTON (object);

  /* The bin would let go once more of the child that the template lets go of. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), STRATA_TYPE_PREREQUISITE_BUTTON);
  g_clear_object (&self->workspace);
  g_clear_object (&self->row);
  g_clear_object (&self->action);

  G_OBJECT_CLASS (strata_prerequisite_button_parent_class)->dispose (object);
}

static void
strata_prerequisite_button_get_property (GObject    *object,
                                         guint       prop_id,
                                         GValue     *value,
                                         GParamSpec *pspec)
{
  StrataPrerequisiteButton *self = STRATA_PREREQUISITE_BUTTON (object);

  switch (prop_id)
    {
    case PROP_ROW:
      g_value_set_object (value, self->row);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_prerequisite_button_class_init (StrataPrerequisiteButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_prerequisite_button_dispose;
  object_class->get_property = strata_prerequisite_button_get_property;

  properties[PROP_ROW] =
    g_param_spec_object ("row", NULL, NULL, STRATA_TYPE_PREREQUISITE_ROW,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-prerequisite-button.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataPrerequisiteButton, button);
  gtk_widget_class_bind_template_child (widget_class, StrataPrerequisiteButton, icon);
}

static void
strata_prerequisite_button_init (StrataPrerequisiteButton *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->action = g_simple_action_new_stateful ("state", G_VARIANT_TYPE_STRING, g_variant_new_string ("unknown"));
  g_signal_connect_object (self->action, "change-state", G_CALLBACK (change_state_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "prerequisite", G_ACTION_GROUP (group));
}

/**
 * strata_prerequisite_button_new:
 * @workspace: whose plan the menu changes
 * @row: which prerequisite
 *
 * Returns: (transfer floating): a button that follows the row
 */
GtkWidget *
strata_prerequisite_button_new (StrataWorkspace       *workspace,
                                StrataPrerequisiteRow *row)
{
  StrataPrerequisiteButton *self = g_object_new (STRATA_TYPE_PREREQUISITE_BUTTON, NULL);
  const StrataFact *fact = strata_fact_get (strata_prerequisite_row_get_fact (row));
  g_autofree char *name = g_strconcat ("gate-", fact->key, NULL);

  self->workspace = g_object_ref (workspace);
  self->row = g_object_ref (row);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
  gtk_widget_set_name (self->button, name);
  g_signal_connect_object (row, "notify", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
  return GTK_WIDGET (self);
}
