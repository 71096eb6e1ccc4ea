/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window onto one plan.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-window-private.h"

#include <glib/gi18n.h>

enum
{
  PROP_WORKSPACE = 1,
  PROP_SHOW_CATALOGUE,
  PROP_SHOW_INSPECTOR,
  PROP_SCENARIO,
  PROP_PRESENTING,
  PROP_PLAN_TITLE,
  PROP_PLAN_SUBTITLE,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (StrataWindow, strata_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
has_text (StrataWindow *self,
          const char   *text)
{
  return text != NULL && *text != '\0';
}

/* A banner takes no NULL. */
static char *
get_text (StrataWindow *self,
          const char   *text)
{
  return g_strdup (text != NULL ? text : "");
}

static void
document_changed_cb (StrataWindow *self)
{
  for (guint i = PROP_PLAN_TITLE; i < N_PROPERTIES; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  _strata_window_update_actions (self);
}

/* After another change its Undo would undo the wrong thing. */
static void
plan_changed_cb (StrataWindow *self)
{
  if (self->removal_toast != NULL)
    adw_toast_dismiss (self->removal_toast);
  document_changed_cb (self);
}

static void
scenario_notify_cb (StrataWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCENARIO]);
}

/* A pane that is shut while it overlays the canvas is back beside it, but not
 * beside a stage. */
static void
collapsed_cb (StrataWindow *self)
{
  if (self->presentation != NULL)
    return;
  if (!adw_overlay_split_view_get_collapsed (self->catalogue_split))
    adw_overlay_split_view_set_show_sidebar (self->catalogue_split,
                                             g_settings_get_boolean (self->settings, "show-catalogue"));
  if (!adw_overlay_split_view_get_collapsed (self->inspector_split))
    adw_overlay_split_view_set_show_sidebar (self->inspector_split,
                                             g_settings_get_boolean (self->settings, "show-inspector"));
}

/* GTK looks for who is below the pointer again when a widget goes, and does
 * not tell a drop target that it is now the one. A pane that closes under a
 * drag must therefore not be found even before it is gone, and neither must
 * the shade beside it. */
static void
update_pane_target (AdwOverlaySplitView *split)
{
  GtkWidget *content = adw_overlay_split_view_get_content (split);
  gboolean shown = adw_overlay_split_view_get_show_sidebar (split);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (split));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!gtk_widget_is_ancestor (content, child))
      gtk_widget_set_can_target (child, shown);
}

/* The template asks before its children are there: fields hold the answers. */
static void
pane_shown_cb (StrataWindow *self)
{
  update_pane_target (self->catalogue_split);
  self->catalogue_shown = adw_overlay_split_view_get_show_sidebar (self->catalogue_split);
  self->inspector_shown = adw_overlay_split_view_get_show_sidebar (self->inspector_split);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_CATALOGUE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_INSPECTOR]);
}

static void
message_cb (StrataWindow *self,
            const char   *message)
{
  _strata_window_show_toast (self, message);
}

/* Before a room only what went wrong is said. */
static void
noted_cb (StrataWindow *self,
          const char   *message)
{
  if (self->presentation == NULL)
    _strata_window_show_toast (self, message);
}

static void
removed_cb (StrataWindow *self,
            const char   *message)
{
  if (self->presentation == NULL)
    _strata_window_show_removal (self, message);
}

static void
interviewed_cb (StrataWindow *self)
{
  gtk_stack_set_visible_child_name (self->pages, "plan");
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
lifted_cb (StrataWindow *self)
{
  if (adw_overlay_split_view_get_collapsed (self->catalogue_split))
    adw_overlay_split_view_set_show_sidebar (self->catalogue_split, FALSE);
}

static void
drag_ended_cb (StrataWindow *self)
{
  strata_catalog_pane_set_removing (self->catalog_pane, FALSE);
}

/* While a card is carried the catalogue is the place to remove it. A drop is
 * not followed by a leave, so that the end is what the drag itself says. */
static void
drag_entered_cb (StrataWindow *self)
{
  GdkDrop *drop = gtk_drop_controller_motion_get_drop (self->drop_motion);
  GdkDrag *drag = gdk_drop_get_drag (drop);

  if (drag == NULL || !strata_canvas_is_dragging (self->canvas) ||
      !gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), STRATA_TYPE_PLACEMENT))
    return;

  strata_catalog_pane_set_removing (self->catalog_pane, TRUE);
  g_signal_connect_object (drag, "dnd-finished", G_CALLBACK (drag_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_ended_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
key_pressed_cb (StrataWindow    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  const GdkModifierType commands = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK;
  gunichar character = gdk_keyval_to_unicode (keyval);
  char words[7] = { 0 };

  if (self->presentation != NULL && (state & commands) == 0 && _strata_window_present_key (self, keyval))
    return GDK_EVENT_STOP;
  if (self->workspace == NULL || (state & commands) != 0 || !g_unichar_isgraph (character) ||
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return GDK_EVENT_PROPAGATE;

  g_unichar_to_utf8 (character, words);
  adw_overlay_split_view_set_show_sidebar (self->catalogue_split, TRUE);
  strata_catalog_pane_search (self->catalog_pane, words);

  return GDK_EVENT_STOP;
}

/* The person's choice is kept for windows that have the room. */
static void
set_pane (StrataWindow        *self,
          AdwOverlaySplitView *split,
          const char          *key,
          gboolean             shown)
{
  adw_overlay_split_view_set_show_sidebar (split, shown);
  if (!adw_overlay_split_view_get_collapsed (split))
    g_settings_set_boolean (self->settings, key, shown);
}

static void
restore_state (StrataWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  collapsed_cb (self);
}

static void
save_state (StrataWindow *self)
{
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", MAX (width, 360));
  g_settings_set_int (self->settings, "window-height", MAX (height, 294));
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
strata_window_close_request (GtkWindow *window)
{
  StrataWindow *self = STRATA_WINDOW (window);
  StrataDocument *document = _strata_window_get_document (self);

  if (document != NULL && strata_document_get_modified (document) && !self->discarding)
    {
      if (_strata_window_saves_itself (self))
        {
          self->closing = TRUE;
          _strata_window_save (self);
        }
      else
        _strata_window_ask_to_save (self, NULL);
      return GDK_EVENT_STOP;
    }

  if (document != NULL)
    strata_document_close (document);
  save_state (self);
  g_cancellable_cancel (self->cancellable);

  return GTK_WINDOW_CLASS (strata_window_parent_class)->close_request (window);
}

static void
strata_window_dispose (GObject *object)
{
  StrataWindow *self = STRATA_WINDOW (object);

  _strata_window_end_sync (self);
  g_clear_object (&self->document_signals);
  g_clear_weak_pointer (&self->removal_toast);
  g_clear_pointer (&self->presentation, _strata_presentation_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), STRATA_TYPE_WINDOW);
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->opening);

  G_OBJECT_CLASS (strata_window_parent_class)->dispose (object);
}

static void
strata_window_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  StrataWindow *self = STRATA_WINDOW (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_SHOW_CATALOGUE:
      g_value_set_boolean (value, self->catalogue_shown);
      break;
    case PROP_SHOW_INSPECTOR:
      g_value_set_boolean (value, self->inspector_shown);
      break;
    case PROP_SCENARIO:
      g_value_set_string (value, self->workspace != NULL ? strata_workspace_get_scenario (self->workspace)->id : "");
      break;
    case PROP_PRESENTING:
      g_value_set_boolean (value, self->presentation != NULL);
      break;
    case PROP_PLAN_TITLE:
      g_value_take_string (value, _strata_window_describe_title (self));
      break;
    case PROP_PLAN_SUBTITLE:
      g_value_take_string (value, _strata_window_describe_subtitle (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_take_string (value, _strata_window_describe_undo (self));
      break;
    case PROP_REDO_LABEL:
      g_value_take_string (value, _strata_window_describe_redo (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_window_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  StrataWindow *self = STRATA_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SHOW_CATALOGUE:
      set_pane (self, self->catalogue_split, "show-catalogue", g_value_get_boolean (value));
      break;
    case PROP_SHOW_INSPECTOR:
      set_pane (self, self->inspector_split, "show-inspector", g_value_get_boolean (value));
      break;
    case PROP_SCENARIO:
      if (self->workspace != NULL)
        strata_workspace_set_scenario (self->workspace, g_value_get_string (value));
      break;
    case PROP_PRESENTING:
      if (_strata_window_set_presenting (self, g_value_get_boolean (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, STRATA_TYPE_WORKSPACE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_CATALOGUE] =
    g_param_spec_boolean ("show-catalogue", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_INSPECTOR] =
    g_param_spec_boolean ("show-inspector", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SCENARIO] =
    g_param_spec_string ("scenario", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PRESENTING] =
    g_param_spec_boolean ("presenting", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLAN_TITLE] =
    g_param_spec_string ("plan-title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLAN_SUBTITLE] =
    g_param_spec_string ("plan-subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNDO_LABEL] =
    g_param_spec_string ("undo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_LABEL] =
    g_param_spec_string ("redo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (STRATA_TYPE_CANVAS);
  g_type_ensure (STRATA_TYPE_CATALOG_PANE);
  g_type_ensure (STRATA_TYPE_FINDING_CAPTION);
  g_type_ensure (STRATA_TYPE_INSPECTOR);
  g_type_ensure (STRATA_TYPE_INTERVIEW_PAGE);
  g_type_ensure (STRATA_TYPE_PLAN_BAR);
  g_type_ensure (STRATA_TYPE_START_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, plan_bar);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, interview_page);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, catalogue_split);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, inspector);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, inspector_split);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, catalog_pane);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, canvas);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, file_banner);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, stage);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, caption);
  gtk_widget_class_bind_template_child (widget_class, StrataWindow, drop_motion);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, get_text);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, message_cb);
  gtk_widget_class_bind_template_callback (widget_class, noted_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, interviewed_cb);
  gtk_widget_class_bind_template_callback (widget_class, lifted_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
strata_window_class_init (StrataWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = strata_window_dispose;
  object_class->get_property = strata_window_get_property;
  object_class->set_property = strata_window_set_property;
  window_class->close_request = strata_window_close_request;

  install_properties (object_class);
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "win.show-catalogue", "show-catalogue");
  gtk_widget_class_install_property_action (widget_class, "win.show-inspector", "show-inspector");
  gtk_widget_class_install_property_action (widget_class, "win.scenario", "scenario");
  _strata_window_install_actions (widget_class);
  _strata_window_install_scenario_actions (widget_class);
  _strata_window_install_present_actions (widget_class);
}

static void
strata_window_init (StrataWindow *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  self->cancellable = g_cancellable_new ();
  self->document_signals = g_signal_group_new (STRATA_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "notify::plan", G_CALLBACK (plan_changed_cb), self);
  g_signal_group_connect_swapped (self->document_signals, "notify", G_CALLBACK (document_changed_cb), self);
  _strata_window_prepare_sync (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  _strata_window_init_presenting (self);
  restore_state (self);
  pane_shown_cb (self);
  _strata_window_update_actions (self);
}

/* The document shown, or NULL while there is none. */
StrataDocument *
_strata_window_get_document (StrataWindow *self)
{
  return self->workspace != NULL ? strata_workspace_get_document (self->workspace) : NULL;
}

/* Shows a document, in place of one that was not changed. */
gboolean
_strata_window_set_document (StrataWindow    *self,
                             StrataDocument  *document,
                             GError         **error)
{
  StrataApplication *application = STRATA_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  StrataCatalog *catalog = strata_application_load_catalog (application, error);
  DmnModel *model = catalog != NULL ? strata_application_load_model (application, error) : NULL;

  if (model == NULL ||
      !strata_catalog_check_plan (catalog, strata_document_get_plan (document), error))
    return FALSE;

  g_object_set (self, "presenting", FALSE, NULL);
  if (self->workspace != NULL)
    strata_document_close (strata_workspace_get_document (self->workspace));
  g_clear_object (&self->workspace);
  self->workspace = strata_workspace_new (catalog, model, document);
  strata_workspace_settle (self->workspace);
  g_signal_connect_object (self->workspace, "notify::scenario", G_CALLBACK (scenario_notify_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_set_target (self->document_signals, document);
  _strata_window_begin_sync (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
  document_changed_cb (self);
  gtk_stack_set_visible_child_name (self->pages, "plan");
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));

  return TRUE;
}

void
_strata_window_show_toast (StrataWindow *self,
                           const char   *title)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
_strata_window_show_removal (StrataWindow *self,
                             const char   *title)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_set_weak_pointer (&self->removal_toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
_strata_window_show_error (StrataWindow *self,
                           const char   *heading,
                           const char   *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/**
 * strata_window_new:
 * @application: the program the window belongs to
 *
 * Returns: (transfer none): a window without a plan, owned by GTK
 */
StrataWindow *
strata_window_new (StrataApplication *application)
{
  g_return_val_if_fail (STRATA_IS_APPLICATION (application), NULL);

  return g_object_new (STRATA_TYPE_WINDOW, "application", application, NULL);
}

/**
 * strata_window_is_vacant:
 * @self: a window
 *
 * Returns: whether it neither shows a plan nor is about to
 */
gboolean
strata_window_is_vacant (StrataWindow *self)
{
  g_return_val_if_fail (STRATA_IS_WINDOW (self), FALSE);

  return self->workspace == NULL && self->opening == NULL;
}

/**
 * strata_window_get_file:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): where its plan comes from or was last
 *   saved to
 */
GFile *
strata_window_get_file (StrataWindow *self)
{
  g_return_val_if_fail (STRATA_IS_WINDOW (self), NULL);

  return self->workspace != NULL ? strata_document_get_file (_strata_window_get_document (self)) : self->opening;
}

/**
 * strata_window_show_start:
 * @self: a window without a plan
 *
 * Offers a new plan, one to open, and the examples.
 */
void
strata_window_show_start (StrataWindow *self)
{
  StrataApplication *application = STRATA_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  g_return_if_fail (STRATA_IS_WINDOW (self));
  g_return_if_fail (strata_window_is_vacant (self));

  strata_start_page_set_recoveries (self->start_page, strata_keeper_list_recoveries (strata_application_get_keeper (application)));
  strata_start_page_list_examples (self->start_page);
  gtk_stack_set_visible_child_name (self->pages, "start");
}
