/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The four prerequisites between automation and personalization.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-gate.h"

#include "strata-prerequisite-button.h"

struct _StrataGate
{
  AdwBin parent_instance;

  /* owned */
  GPtrArray *buttons; /* StrataPrerequisiteButton, borrowed */

  /* template */
  AdwWrapBox *box;
};

G_DEFINE_FINAL_TYPE (StrataGate, strata_gate, ADW_TYPE_BIN)

static void
strata_gate_dispose (GObject *object)
{
  StrataGate *self = STRATA_GATE (object);

  g_ptr_array_set_size (self->buttons, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), STRATA_TYPE_GATE);

  G_OBJECT_CLASS (strata_gate_parent_class)->dispose (object);
}

static void
strata_gate_finalize (GObject *object)
{
  StrataGate *self = STRATA_GATE (object);

  g_ptr_array_unref (self->buttons);

  G_OBJECT_CLASS (strata_gate_parent_class)->finalize (object);
}

static void
strata_gate_class_init (StrataGateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_gate_dispose;
  object_class->finalize = strata_gate_finalize;

  gtk_widget_class_set_css_name (widget_class, "stratagate");
  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-gate.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataGate, box);
}

static void
strata_gate_init (StrataGate *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_name (GTK_WIDGET (self), "gate");
}

/**
 * strata_gate_new:
 *
 * Returns: (transfer floating): a gate without prerequisites
 */
GtkWidget *
strata_gate_new (void)
{
  return g_object_new (STRATA_TYPE_GATE, NULL);
}

/**
 * strata_gate_set_workspace:
 * @self: a gate
 * @workspace: (nullable): whose prerequisites to show; the four rows live as
 *   long as it does
 */
void
strata_gate_set_workspace (StrataGate      *self,
                           StrataWorkspace *workspace)
{
  GListModel *rows;

  g_return_if_fail (STRATA_IS_GATE (self));

  for (guint i = 0; i < self->buttons->len; i++)
    adw_wrap_box_remove (self->box, g_ptr_array_index (self->buttons, i));
  g_ptr_array_set_size (self->buttons, 0);
  if (workspace == NULL)
    return;

  rows = strata_workspace_list_prerequisites (workspace);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (StrataPrerequisiteRow) row = g_list_model_get_item (rows, i);
      GtkWidget *button = strata_prerequisite_button_new (workspace, row);

      adw_wrap_box_append (self->box, button);
      g_ptr_array_add (self->buttons, button);
    }
}
