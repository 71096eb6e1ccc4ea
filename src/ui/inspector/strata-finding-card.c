/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A finding: the sentence for the room, and the tools it speaks of.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-finding-card.h"

#include <glib/gi18n.h>

#include "ui/style/strata-style.h"

struct _StrataFindingCard
{
  AdwBin parent_instance;

  /* owned */
  StrataFindingRow *row;
  GSignalGroup     *row_signals;

  /* template */
  GtkImage  *icon;
  GtkWidget *reason;
  GtkWidget *chips;
  GtkWidget *why;
  GtkImage  *why_arrow;
  GtkLabel  *why_decisions;
  GtkLabel  *why_grounds;
  GtkLabel  *why_rule;
};

enum
{
  PROP_ROW = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (StrataFindingCard, strata_finding_card, ADW_TYPE_BIN)

static GtkWidget *
create_chip (const char *placement,
             const char *name)
{
  GtkWidget *chip = gtk_button_new_with_label (name);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (chip));
  g_autofree char *tooltip = NULL;

  /* Translators: shows the card of a tool on the canvas. */
  tooltip = g_strdup_printf (_("Show %s"), name);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (chip, tooltip);
  gtk_widget_add_css_class (chip, "tool-chip");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "win.reveal");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "s", placement);

  return chip;
}

static void
update_chips (StrataFindingCard *self)
{
  const char * const *tools = strata_finding_row_get_tools (self->row);
  const char * const *names = strata_finding_row_get_names (self->row);
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (self->chips)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->chips), chip);

  for (guint i = 0; tools != NULL && tools[i] != NULL; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (self->chips), create_chip (tools[i], names[i]));
  gtk_widget_set_visible (self->chips, tools != NULL && tools[0] != NULL);
}

/* Tests and screen readers find a finding by its code and first card. */
static void
update_name (StrataFindingCard *self)
{
  const char *code = strata_finding_row_get_code (self->row);
  const char * const *tools = strata_finding_row_get_tools (self->row);
  const char *first = tools != NULL && tools[0] != NULL ? tools[0] : "none";
  g_autofree char *name = g_strjoin ("-", "finding", code, first, NULL);
  g_autofree char *why = g_strjoin ("-", "why", code, first, NULL);

  gtk_widget_set_name (GTK_WIDGET (self), name);
  gtk_widget_set_name (self->why, why);
}

static void
update_severity (StrataFindingCard *self)
{
  StrataSeverity severity = strata_finding_row_get_severity (self->row);
  gboolean accepted = strata_finding_row_get_accepted (self->row);

  gtk_image_set_from_icon_name (self->icon,
                                accepted ? "strata-accepted-symbolic" : strata_style_severity_icon (severity));
  strata_style_set_severity (GTK_WIDGET (self->icon), severity);
  gtk_widget_set_visible (self->reason, accepted);
  if (accepted)
    gtk_widget_add_css_class (GTK_WIDGET (self), "accepted");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "accepted");
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* Made when somebody looks: most findings are never asked why. */
static void
update_why (StrataFindingCard *self)
{
  g_autofree char *decisions = NULL;
  g_autofree char *grounds = NULL;
  g_autofree char *rule = NULL;

  gboolean is_open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->why));

  gtk_image_set_from_icon_name (self->why_arrow, is_open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->why), GTK_ACCESSIBLE_STATE_EXPANDED, is_open, -1);
  if (self->row == NULL || !is_open)
    return;

  decisions = strata_finding_row_dup_decisions (self->row);
  grounds = strata_finding_row_dup_grounds (self->row);
  /* Translators: the id of a rule, as the command line and plans have it. */
  rule = g_strdup_printf (_("Rule: %s"), strata_finding_row_get_code (self->row));
  set_text (self->why_decisions, decisions);
  set_text (self->why_grounds, grounds);
  set_text (self->why_rule, rule);
}

static void
tools_changed_cb (StrataFindingCard *self)
{
  update_chips (self);
  update_name (self);
}

static void
row_bound_cb (StrataFindingCard *self)
{
  tools_changed_cb (self);
  update_severity (self);
  /* Another finding is not asked why yet. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->why), FALSE);
}

static void
strata_finding_card_dispose (GObject *object)
{
  StrataFindingCard *self = STRATA_FINDING_CARD (object);

  g_clear_object (&self->row_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), STRATA_TYPE_FINDING_CARD);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (strata_finding_card_parent_class)->dispose (object);
}

static void
strata_finding_card_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  StrataFindingCard *self = STRATA_FINDING_CARD (object);

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
strata_finding_card_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  StrataFindingCard *self = STRATA_FINDING_CARD (object);

  switch (prop_id)
    {
    case PROP_ROW:
      strata_finding_card_set_row (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_finding_card_class_init (StrataFindingCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_finding_card_dispose;
  object_class->get_property = strata_finding_card_get_property;
  object_class->set_property = strata_finding_card_set_property;

  properties[PROP_ROW] =
    g_param_spec_object ("row", NULL, NULL, STRATA_TYPE_FINDING_ROW,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-finding-card.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataFindingCard, icon);
  gtk_widget_class_bind_template_child (widget_class, StrataFindingCard, reason);
  gtk_widget_class_bind_template_child (widget_class, StrataFindingCard, chips);
  gtk_widget_class_bind_template_child (widget_class, StrataFindingCard, why);
  gtk_widget_class_bind_template_child (widget_class, StrataFindingCard, why_arrow);
  gtk_widget_class_bind_template_child (widget_class, StrataFindingCard, why_decisions);
  gtk_widget_class_bind_template_child (widget_class, StrataFindingCard, why_grounds);
  gtk_widget_class_bind_template_child (widget_class, StrataFindingCard, why_rule);
  gtk_widget_class_bind_template_callback (widget_class, update_why);
}

static void
strata_finding_card_init (StrataFindingCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_why (self);

  self->row_signals = g_signal_group_new (STRATA_TYPE_FINDING_ROW);
  g_signal_group_connect_swapped (self->row_signals, "notify::tools", G_CALLBACK (tools_changed_cb), self);
  g_signal_group_connect_swapped (self->row_signals, "notify::names", G_CALLBACK (update_chips), self);
  g_signal_group_connect_swapped (self->row_signals, "notify::severity", G_CALLBACK (update_severity), self);
  g_signal_group_connect_swapped (self->row_signals, "notify::accepted", G_CALLBACK (update_severity), self);
  g_signal_group_connect_swapped (self->row_signals, "notify::grounds", G_CALLBACK (update_why), self);
  g_signal_group_connect_swapped (self->row_signals, "notify::rests-on", G_CALLBACK (update_why), self);
  g_signal_group_connect_swapped (self->row_signals, "notify::decisions", G_CALLBACK (update_why), self);
  g_signal_connect_object (self->row_signals, "bind", G_CALLBACK (row_bound_cb), self, G_CONNECT_SWAPPED);
}

/**
 * strata_finding_card_set_row:
 * @self: a card
 * @row: (nullable): the finding to show
 */
void
strata_finding_card_set_row (StrataFindingCard *self,
                             StrataFindingRow  *row)
{
  g_return_if_fail (STRATA_IS_FINDING_CARD (self));
  g_return_if_fail (row == NULL || STRATA_IS_FINDING_ROW (row));

  if (!g_set_object (&self->row, row))
    return;

  g_signal_group_set_target (self->row_signals, row);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
}
