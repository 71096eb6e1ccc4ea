/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The finding in focus, as a sentence for a room.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-finding-caption.h"

#include <glib/gi18n.h>

#include "ui/style/strata-style.h"

struct _StrataFindingCaption
{
  AdwBin parent_instance;

  /* owned */
  StrataWorkspace *workspace;
  GSignalGroup    *workspace_signals;

  /* template */
  GtkWidget *icon;
  GtkLabel  *sentence;
  GtkLabel  *count;

  /* Of the finding last shown, among those that are open; -1 before any. */
  int position;
};

enum
{
  PROP_WORKSPACE = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (StrataFindingCaption, strata_finding_caption, ADW_TYPE_BIN)

/* What is accepted is no longer talked about. */
static GPtrArray *
list_open (StrataFindingCaption *self)
{
  GListModel *findings = strata_workspace_list_findings (self->workspace);
  GPtrArray *open = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (StrataFindingRow) row = g_list_model_get_item (findings, i);

      if (!strata_finding_row_get_accepted (row))
        g_ptr_array_add (open, g_steal_pointer (&row));
    }
  return open;
}

static int
find_focused (StrataFindingCaption *self,
              GPtrArray            *open)
{
  const char *focus = strata_workspace_get_focus (self->workspace);

  for (guint i = 0; i < open->len; i++)
    if (g_strcmp0 (strata_finding_row_get_identity (open->pdata[i]), focus) == 0)
      return (int) i;
  return -1;
}

static void
show (StrataFindingCaption *self,
      StrataFindingRow     *row,
      guint                 n_open)
{
  StrataSeverity severity = strata_finding_row_get_severity (row);
  /* Translators: which finding of how many is shown: “2 of 7” */
  g_autofree char *count = g_strdup_printf (_("%d of %u"), self->position + 1, n_open);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), strata_style_severity_icon (severity));
  strata_style_set_severity (self->icon, severity);
  gtk_label_set_label (self->sentence, strata_finding_row_get_message (row));
  gtk_label_set_label (self->count, count);
}

static void
update (StrataFindingCaption *self)
{
  g_autoptr (GPtrArray) open = NULL;
  int position = -1;

  if (self->workspace != NULL)
    {
      open = list_open (self);
      position = find_focused (self, open);
    }
  gtk_widget_set_visible (adw_bin_get_child (ADW_BIN (self)), position >= 0);
  if (position < 0)
    return;
  self->position = position;
  show (self, open->pdata[position], open->len);
}

/* Forward from a finding that is gone, or was left for a card, is the one that
 * stands in its place now. */
static int
find_next (StrataFindingCaption *self,
           GPtrArray            *open,
           gboolean              forward)
{
  int last = (int) open->len - 1;
  int position = find_focused (self, open);

  if (self->position < 0)
    return forward ? 0 : last;
  if (position < 0 && forward)
    return MIN (self->position, last);
  return CLAMP (self->position + (forward ? 1 : -1), 0, last);
}

static void
set_workspace (StrataFindingCaption *self,
               StrataWorkspace      *workspace)
{
  if (!g_set_object (&self->workspace, workspace))
    return;

  self->position = -1;
  g_signal_group_set_target (self->workspace_signals, workspace);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

static void
strata_finding_caption_dispose (GObject *object)
{
  StrataFindingCaption *self = STRATA_FINDING_CAPTION (object);

  g_clear_object (&self->workspace_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), STRATA_TYPE_FINDING_CAPTION);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (strata_finding_caption_parent_class)->dispose (object);
}

static void
strata_finding_caption_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  StrataFindingCaption *self = STRATA_FINDING_CAPTION (object);

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
strata_finding_caption_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  StrataFindingCaption *self = STRATA_FINDING_CAPTION (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      set_workspace (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_finding_caption_class_init (StrataFindingCaptionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_finding_caption_dispose;
  object_class->get_property = strata_finding_caption_get_property;
  object_class->set_property = strata_finding_caption_set_property;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, STRATA_TYPE_WORKSPACE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-finding-caption.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataFindingCaption, icon);
  gtk_widget_class_bind_template_child (widget_class, StrataFindingCaption, sentence);
  gtk_widget_class_bind_template_child (widget_class, StrataFindingCaption, count);
}

static void
strata_finding_caption_init (StrataFindingCaption *self)
{
  self->position = -1;
  self->workspace_signals = g_signal_group_new (STRATA_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::focus", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->workspace_signals, "notify::assessment", G_CALLBACK (update), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * strata_finding_caption_step:
 * @self: a caption that has a workspace
 * @forward: whether to the next finding, not the one before
 *
 * Brings the focus to a neighbour of the finding that has it, or had it last,
 * and announces its sentence. The first and the last one are ends.
 */
void
strata_finding_caption_step (StrataFindingCaption *self,
                             gboolean              forward)
{
  g_autoptr (GPtrArray) open = NULL;
  StrataFindingRow *row;

  g_return_if_fail (STRATA_IS_FINDING_CAPTION (self));
  g_return_if_fail (self->workspace != NULL);

  open = list_open (self);
  if (open->len == 0)
    {
      gtk_accessible_announce (GTK_ACCESSIBLE (self), _("There are no findings"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      return;
    }
  row = open->pdata[find_next (self, open, forward)];
  strata_workspace_focus_finding (self->workspace, strata_finding_row_get_identity (row));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), strata_finding_row_get_message (row),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
