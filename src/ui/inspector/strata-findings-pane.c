/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The findings beside the canvas, worst first.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-findings-pane.h"

#include <glib/gi18n.h>

#include "strata-finding-card.h"

/* The section of what has been accepted comes after those of severities. */
#define GROUP_ACCEPTED STRATA_N_SEVERITIES

/* GtkListView holds on to its first row while the headings above it get their
 * heights, which takes a few frames and leaves the first heading out of sight. */
#define FRAMES_AT_TOP 4

struct _StrataFindingsPane
{
  AdwBin parent_instance;

  /* owned */
  StrataWorkspace *workspace;
  GSignalGroup    *workspace_signals;
  GtkSorter       *by_group;

  /* template */
  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  GtkSortListModel  *sorted;

  guint              frames; /* still to be shown from the top */
};

enum
{
  PROP_WORKSPACE = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (StrataFindingsPane, strata_findings_pane, ADW_TYPE_BIN)

static const char * const groups[] = {
  [STRATA_SEVERITY_ERROR] = N_("Errors"),
  [STRATA_SEVERITY_WARNING] = N_("Warnings"),
  [STRATA_SEVERITY_ADVICE] = N_("Advice"),
  [GROUP_ACCEPTED] = N_("Accepted"),
};

static guint
get_group (StrataFindingRow *row)
{
  return strata_finding_row_get_accepted (row) ? GROUP_ACCEPTED : strata_finding_row_get_severity (row);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  return (int) get_group (STRATA_FINDING_ROW ((gpointer) a)) -
         (int) get_group (STRATA_FINDING_ROW ((gpointer) b));
}

static char *
describe_group (GtkListHeader *header,
                int            severity,
                gboolean       accepted)
{
  return g_strdup (_(groups[accepted ? GROUP_ACCEPTED : severity]));
}

static void
update_page (StrataFindingsPane *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));

  gtk_stack_set_visible_child_name (self->stack, n_items > 0 ? "findings" : "nothing");
}

static void
activate_cb (StrataFindingsPane *self,
             guint               position)
{
  g_autoptr (StrataFindingRow) row = g_list_model_get_item (G_LIST_MODEL (self->sorted), position);
  const char * const *tools = strata_finding_row_get_tools (row);

  if (tools == NULL || tools[0] == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.reveal", "s", tools[0]);
  strata_workspace_select (self->workspace, tools);
}

static gboolean
stay_at_top_cb (GtkWidget     *widget,
                GdkFrameClock *frame_clock,
                gpointer       user_data)
{
  StrataFindingsPane *self = STRATA_FINDINGS_PANE (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));

  return --self->frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* What is new is read from its beginning. */
static void
show_top (StrataFindingsPane *self)
{
  if (self->frames == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), stay_at_top_cb, NULL, NULL);

  self->frames = FRAMES_AT_TOP;
}

/* A finding that stays the same may be milder than before, or accepted. */
static void
assessment_changed_cb (StrataFindingsPane *self)
{
  gtk_sorter_changed (self->by_group, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
strata_findings_pane_dispose (GObject *object)
{
  StrataFindingsPane *self = STRATA_FINDINGS_PANE (object);

  g_clear_object (&self->workspace_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), STRATA_TYPE_FINDINGS_PANE);
  g_clear_object (&self->workspace);
  g_clear_object (&self->by_group);

  G_OBJECT_CLASS (strata_findings_pane_parent_class)->dispose (object);
}

static void
strata_findings_pane_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  StrataFindingsPane *self = STRATA_FINDINGS_PANE (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_findings_pane_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  StrataFindingsPane *self = STRATA_FINDINGS_PANE (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      strata_findings_pane_set_workspace (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_findings_pane_class_init (StrataFindingsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_findings_pane_dispose;
  object_class->get_property = strata_findings_pane_get_property;
  object_class->set_property = strata_findings_pane_set_property;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, STRATA_TYPE_WORKSPACE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (STRATA_TYPE_FINDING_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-findings-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataFindingsPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, StrataFindingsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, StrataFindingsPane, sorted);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, describe_group);
}

static void
strata_findings_pane_init (StrataFindingsPane *self)
{
  self->by_group = GTK_SORTER (gtk_custom_sorter_new (compare_groups, NULL, NULL));
  self->workspace_signals = g_signal_group_new (STRATA_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::assessment",
                                  G_CALLBACK (assessment_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_sort_list_model_set_section_sorter (self->sorted, self->by_group);
  g_signal_connect_object (self->sorted, "notify::n-items", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
}

/**
 * strata_findings_pane_set_workspace:
 * @self: a pane
 * @workspace: (nullable): whose findings it shows
 */
void
strata_findings_pane_set_workspace (StrataFindingsPane *self,
                                    StrataWorkspace    *workspace)
{
  g_return_if_fail (STRATA_IS_FINDINGS_PANE (self));
  g_return_if_fail (workspace == NULL || STRATA_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  gtk_sort_list_model_set_model (self->sorted,
                                 workspace != NULL ? strata_workspace_list_findings (workspace) : NULL);
  g_signal_group_set_target (self->workspace_signals, workspace);
  update_page (self);
  show_top (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}
