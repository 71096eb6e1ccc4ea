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
  GtkWidget parent_instance;

  /* owned */
  GPtrArray    *buttons; /* StrataPrerequisiteButton, borrowed */
  StrataLayout *layout;
};

G_DEFINE_FINAL_TYPE (StrataGate, strata_gate, GTK_TYPE_WIDGET)

static int
measure_buttons (StrataGate     *self,
                 GtkOrientation  orientation,
                 int             for_size)
{
  int most = 0;

  for (guint i = 0; i < self->buttons->len; i++)
    {
      int minimum;
      int natural;

      gtk_widget_measure (g_ptr_array_index (self->buttons, i), orientation, for_size, &minimum, &natural, NULL, NULL);
      most = MAX (most, natural);
    }
  return most;
}

/* The canvas decides how large the gate is. */
static void
strata_gate_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  *minimum = 0;
  *natural = measure_buttons (STRATA_GATE (widget), orientation, -1);
}

static void
strata_gate_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  StrataGate *self = STRATA_GATE (widget);
  StrataRect gate;

  if (self->layout == NULL)
    return;
  gate = strata_layout_get_gate (self->layout);
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);
      StrataRect rect = strata_layout_get_prerequisite (self->layout, i);
      GtkAllocation place = { rect.x - gate.x, rect.y - gate.y, rect.width, rect.height };
      int minimum;

      gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_size_allocate (button, &place, -1);
    }
}

static void
strata_gate_dispose (GObject *object)
{
  StrataGate *self = STRATA_GATE (object);

  strata_gate_set_workspace (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), STRATA_TYPE_GATE);
  g_clear_pointer (&self->layout, strata_layout_unref);

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

  widget_class->measure = strata_gate_measure;
  widget_class->size_allocate = strata_gate_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "stratagate");
  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-gate.ui");
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
    gtk_widget_unparent (g_ptr_array_index (self->buttons, i));
  g_ptr_array_set_size (self->buttons, 0);
  if (workspace == NULL)
    return;

  rows = strata_workspace_list_prerequisites (workspace);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (StrataPrerequisiteRow) row = g_list_model_get_item (rows, i);
      GtkWidget *button = strata_prerequisite_button_new (workspace, row);

      gtk_widget_set_parent (button, GTK_WIDGET (self));
      g_ptr_array_add (self->buttons, button);
    }
}

/**
 * strata_gate_measure_button:
 * @self: a gate
 * @width: how wide each prerequisite is to be, in pixels; −1: as wide as the
 *   widest would be
 *
 * Returns: with a width, how high the prerequisites are; without, how wide
 */
int
strata_gate_measure_button (StrataGate *self,
                            int         width)
{
  g_return_val_if_fail (STRATA_IS_GATE (self), 0);

  if (width < 0)
    return measure_buttons (self, GTK_ORIENTATION_HORIZONTAL, -1);
  return measure_buttons (self, GTK_ORIENTATION_VERTICAL,
                          MAX (width, 0));
}

/**
 * strata_gate_set_layout:
 * @self: a gate
 * @layout: where everything stands, for the next allocation
 */
void
strata_gate_set_layout (StrataGate   *self,
                        StrataLayout *layout)
{
  g_return_if_fail (STRATA_IS_GATE (self));

  g_clear_pointer (&self->layout, strata_layout_unref);
  self->layout = strata_layout_ref (layout);
}
