/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The client's facts as one short form, and what to ask next.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-client-pane.h"

#include "strata-fact-editor.h"

struct _StrataClientPane
{
  AdwBin parent_instance;

  /* owned */
  StrataWorkspace *workspace;
  GSignalGroup    *question_signals;
  GHashTable      *editors; /* borrowed widgets by the fact's key */

  /* template */
  GtkBox          *form;
  GtkWidget       *next_group;
  AdwActionRow    *next;

  /* children */
  GtkWidget       *groups[STRATA_N_FACT_GROUPS];
};

enum
{
  PROP_WORKSPACE = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (StrataClientPane, strata_client_pane, ADW_TYPE_BIN)

static void
question_changed_cb (StrataClientPane *self)
{
  StrataQuestionRow *question = strata_workspace_get_question (self->workspace);
  gboolean asks = strata_question_row_get_key (question) != NULL;

  gtk_widget_set_visible (self->next_group, asks);
  if (!asks)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->next), strata_question_row_get_question (question));
  adw_action_row_set_subtitle (self->next, strata_question_row_get_reason (question));
}

static void
next_activated_cb (StrataClientPane *self)
{
  strata_client_pane_ask (self, strata_question_row_get_key (strata_workspace_get_question (self->workspace)));
}

static GtkWidget *
add_group (StrataClientPane *self,
           StrataFactGroup   group)
{
  GtkWidget *widget = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget), strata_fact_group_get_label (group));
  gtk_box_append (self->form, widget);

  return widget;
}

static void
clear_form (StrataClientPane *self)
{
  g_hash_table_remove_all (self->editors);
  for (guint i = 0; i < STRATA_N_FACT_GROUPS; i++)
    {
      if (self->groups[i] != NULL)
        gtk_box_remove (self->form, self->groups[i]);
      self->groups[i] = NULL;
    }
}

static void
fill_form (StrataClientPane *self)
{
  GListModel *facts = strata_workspace_list_facts (self->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (StrataFactRow) row = g_list_model_get_item (facts, i);
      StrataFactGroup group = strata_fact_row_get_group (row);
      GtkWidget *editor = strata_fact_editor_new (self->workspace, row);

      if (self->groups[group] == NULL)
        self->groups[group] = add_group (self, group);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->groups[group]), editor);
      g_hash_table_insert (self->editors, (gpointer) strata_fact_row_get_fact (row)->key, editor);
    }
}

static void
strata_client_pane_dispose (GObject *object)
{
  StrataClientPane *self = STRATA_CLIENT_PANE (object);

  g_clear_object (&self->question_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), STRATA_TYPE_CLIENT_PANE);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->editors, g_hash_table_unref);

  G_OBJECT_CLASS (strata_client_pane_parent_class)->dispose (object);
}

static void
strata_client_pane_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  StrataClientPane *self = STRATA_CLIENT_PANE (object);

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
strata_client_pane_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  StrataClientPane *self = STRATA_CLIENT_PANE (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      strata_client_pane_set_workspace (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_client_pane_class_init (StrataClientPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_client_pane_dispose;
  object_class->get_property = strata_client_pane_get_property;
  object_class->set_property = strata_client_pane_set_property;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, STRATA_TYPE_WORKSPACE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-client-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataClientPane, form);
  gtk_widget_class_bind_template_child (widget_class, StrataClientPane, next);
  gtk_widget_class_bind_template_child (widget_class, StrataClientPane, next_group);
  gtk_widget_class_bind_template_callback (widget_class, next_activated_cb);
}

static void
strata_client_pane_init (StrataClientPane *self)
{
  self->editors = g_hash_table_new (g_str_hash, g_str_equal);
  self->question_signals = g_signal_group_new (STRATA_TYPE_QUESTION_ROW);
  g_signal_group_connect_swapped (self->question_signals, "notify::key", G_CALLBACK (question_changed_cb), self);
  g_signal_group_connect_swapped (self->question_signals, "notify::reason", G_CALLBACK (question_changed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * strata_client_pane_set_workspace:
 * @self: a pane
 * @workspace: (nullable): whose client it asks
 */
void
strata_client_pane_set_workspace (StrataClientPane *self,
                                  StrataWorkspace  *workspace)
{
  g_return_if_fail (STRATA_IS_CLIENT_PANE (self));
  g_return_if_fail (workspace == NULL || STRATA_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  clear_form (self);
  g_signal_group_set_target (self->question_signals,
                             workspace != NULL ? strata_workspace_get_question (workspace) : NULL);
  if (workspace != NULL)
    {
      fill_form (self);
      question_changed_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

/**
 * strata_client_pane_ask:
 * @self: a pane
 * @key: a fact's key
 *
 * Puts the keyboard where the question is answered.
 */
void
strata_client_pane_ask (StrataClientPane *self,
                        const char       *key)
{
  GtkWidget *editor = NULL;

  g_return_if_fail (STRATA_IS_CLIENT_PANE (self));
  g_return_if_fail (key != NULL);

  editor = g_hash_table_lookup (self->editors, key);
  if (editor == NULL)
    return;
  if (ADW_IS_EXPANDER_ROW (editor))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (editor), TRUE);
  if (!gtk_widget_grab_focus (editor))
    gtk_widget_child_focus (editor, GTK_DIR_TAB_FORWARD);
}
