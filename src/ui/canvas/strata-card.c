/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A placed tool on the canvas.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-card.h"

#include <glib/gi18n.h>

#include "ui/style/strata-style.h"

struct _StrataCard
{
  AdwBin parent_instance;

  /* owned */
  StrataPlacementRow *row;

  /* template */
  GtkWidget *tile;
  GtkLabel  *name;
  GtkLabel  *role;
  GtkLabel  *time;
  GtkLabel  *cost;
  GtkWidget *badge;
  GtkImage  *icon;
  GtkLabel  *count;
};

enum
{
  PROP_ROW = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (StrataCard, strata_card, ADW_TYPE_BIN)

static void
set_class (StrataCard *self,
           const char *name,
           gboolean    present)
{
  if (present)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/* What is there already needs no word. */
static char *
describe_time (StrataCard *self,
               const char *days,
               const char *status_label,
               int         status)
{
  if (days == NULL && status != STRATA_STATUS_EXISTING)
    return g_strdup (status_label);
  return g_strdup (days);
}

static gboolean
has_text (StrataCard *self,
          const char *text)
{
  return text != NULL && *text != '\0';
}

static void
update_state (StrataCard *self)
{
  gboolean selected = strata_placement_row_get_selected (self->row);

  set_class (self, "selected", selected);
  set_class (self, "related", strata_placement_row_get_related (self->row));
  set_class (self, "faded", strata_placement_row_get_faded (self->row));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

static void
update_status (StrataCard *self)
{
  StrataStatus status = strata_placement_row_get_status (self->row);

  set_class (self, "planned", status == STRATA_STATUS_PLANNED);
  set_class (self, "retiring", status == STRATA_STATUS_RETIRING);
}

/* While there is a what-if, the badge says what would change. */
static void
update_badge (StrataCard *self)
{
  const char *preview = strata_placement_row_get_preview_badge (self->row);
  int severity = preview != NULL ? strata_placement_row_get_preview_severity (self->row)
                                 : strata_placement_row_get_severity (self->row);
  g_autofree char *count = g_strdup_printf ("%u", strata_placement_row_get_n_findings (self->row));

  gtk_widget_set_visible (self->badge, preview != NULL || severity >= 0);
  if (preview == NULL && severity < 0)
    return;
  gtk_label_set_label (self->count, preview != NULL ? preview : count);
  gtk_image_set_from_icon_name (self->icon, strata_style_outcome_icon (severity));
  strata_style_set_outcome (self->badge, severity);
}

static void
update_preview (StrataCard *self)
{
  set_class (self, "what-if", strata_placement_row_get_previewed (self->row));
  strata_style_set_outcome (GTK_WIDGET (self), strata_placement_row_get_preview_severity (self->row));
  update_badge (self);
}

static void
update_description (StrataCard *self)
{
  const char *description = strata_placement_row_get_description (self->row);
  const char *preview = strata_placement_row_get_preview_text (self->row);
  g_autofree char *text = NULL;

  /* Translators: a card as a screen reader reads it, and what a drop would
   * change: “HubSpot, automation layer, 1 of 2, existing; what if: 1 finding more”. */
  if (description != NULL && preview != NULL)
    text = g_strdup_printf (_("%s; what if: %s"), description, preview);
  else
    text = g_strdup (description != NULL ? description : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

static void
row_notify_cb (StrataCard *self,
               GParamSpec *pspec)
{
  static const struct
  {
    const char *property;
    void (*update) (StrataCard *);
  } updates[] = {
    { "selected", update_state },
    { "related", update_state },
    { "faded", update_state },
    { "status", update_status },
    { "severity", update_badge },
    { "n-findings", update_badge },
    { "description", update_description },
    { "previewed", update_preview },
    { "preview-severity", update_preview },
    { "preview-badge", update_badge },
    { "preview-text", update_description },
  };

  for (guint i = 0; i < G_N_ELEMENTS (updates); i++)
    if (g_str_equal (pspec->name, updates[i].property))
      updates[i].update (self);
}

static void
set_row (StrataCard         *self,
         StrataPlacementRow *row)
{
  g_autofree char *name = NULL;

  if (row == NULL)
    return;

  name = g_strconcat ("card-", strata_placement_row_get_id (row), NULL);
  self->row = g_object_ref (row);
  gtk_widget_set_name (GTK_WIDGET (self), name);
  strata_style_set_layer (GTK_WIDGET (self), strata_placement_row_get_layer (row));
  g_signal_connect_object (row, "notify", G_CALLBACK (row_notify_cb), self, G_CONNECT_SWAPPED);
  update_state (self);
  update_status (self);
  update_badge (self);
  update_description (self);
}

static void
strata_card_dispose (GObject *object)
{
  StrataCard *self = STRATA_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STRATA_TYPE_CARD);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (strata_card_parent_class)->dispose (object);
}

static void
strata_card_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  StrataCard *self = STRATA_CARD (object);

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
strata_card_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  StrataCard *self = STRATA_CARD (object);

  switch (prop_id)
    {
    case PROP_ROW:
      set_row (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_card_class_init (StrataCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_card_dispose;
  object_class->get_property = strata_card_get_property;
  object_class->set_property = strata_card_set_property;

  properties[PROP_ROW] =
    g_param_spec_object ("row", NULL, NULL, STRATA_TYPE_PLACEMENT_ROW,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "stratacard");
  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-card.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataCard, tile);
  gtk_widget_class_bind_template_child (widget_class, StrataCard, name);
  gtk_widget_class_bind_template_child (widget_class, StrataCard, role);
  gtk_widget_class_bind_template_child (widget_class, StrataCard, time);
  gtk_widget_class_bind_template_child (widget_class, StrataCard, cost);
  gtk_widget_class_bind_template_child (widget_class, StrataCard, badge);
  gtk_widget_class_bind_template_child (widget_class, StrataCard, icon);
  gtk_widget_class_bind_template_child (widget_class, StrataCard, count);
  gtk_widget_class_bind_template_callback (widget_class, describe_time);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
}

static void
strata_card_init (StrataCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * strata_card_new:
 * @row: what to show
 *
 * Returns: (transfer floating): a card that follows the row
 */
GtkWidget *
strata_card_new (StrataPlacementRow *row)
{
  g_return_val_if_fail (STRATA_IS_PLACEMENT_ROW (row), NULL);

  return g_object_new (STRATA_TYPE_CARD, "row", row, NULL);
}

/**
 * strata_card_new_sample:
 *
 * Makes a card whose every line is used: all cards are as high as this one
 * would be.
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
strata_card_new_sample (void)
{
  StrataCard *self = g_object_new (STRATA_TYPE_CARD, NULL);

  gtk_label_set_label (GTK_LABEL (self->tile), "M");
  gtk_label_set_label (self->name, "M\nM");
  gtk_label_set_label (self->role, "M");
  gtk_label_set_label (self->time, "M");
  gtk_label_set_label (self->cost, "M");
  gtk_label_set_label (self->count, "0");
  gtk_image_set_from_icon_name (self->icon, strata_style_severity_icon (STRATA_SEVERITY_ERROR));
  return GTK_WIDGET (self);
}

/**
 * strata_card_get_row:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): what it shows; NULL for a sample
 */
StrataPlacementRow *
strata_card_get_row (StrataCard *self)
{
  g_return_val_if_fail (STRATA_IS_CARD (self), NULL);

  return self->row;
}
