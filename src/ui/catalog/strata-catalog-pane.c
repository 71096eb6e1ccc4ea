/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The catalogue beside the canvas: tools to search for and to drag from.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-catalog-pane.h"

#include "strata-tool-item.h"

struct _StrataCatalogPane
{
  AdwBin parent_instance;

  /* owned */
  StrataWorkspace *workspace;
  GtkSorter       *by_role;

  /* template */
  GtkEditable        *search_entry;
  GtkToggleButton    *data_button;
  GtkToggleButton    *automation_button;
  GtkToggleButton    *personalization_button;
  GtkWidget          *filters;
  GtkStack           *stack;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GtkSortListModel   *sorted;
  GtkFilterListModel *filtered;
  GtkCustomFilter    *filter;
  GtkListItemFactory *header_factory;
  GtkDropTarget      *drop_target;

  /* flags */
  guint    top_source;
  guint    layers; /* bit 1 << layer; none: all */
  gboolean removing;
};

enum
{
  PROP_WORKSPACE = 1,
  PROP_REMOVING,
  N_PROPERTIES,
};

enum
{
  SIGNAL_LIFTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataCatalogPane, strata_catalog_pane, ADW_TYPE_BIN)

/* A section is a role; sections go up the layers. */
static int
compare_roles (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  StrataToolRow *first = STRATA_TOOL_ROW ((gpointer) a);
  StrataToolRow *second = STRATA_TOOL_ROW ((gpointer) b);
  int layers = (int) strata_tool_row_get_layer (first) - (int) strata_tool_row_get_layer (second);

  if (layers != 0)
    return layers;

  return (int) strata_tool_row_get_tool (first)->main_role -
         (int) strata_tool_row_get_tool (second)->main_role;
}

static gboolean
layer_is_shown (gpointer item,
                gpointer user_data)
{
  StrataCatalogPane *self = user_data;

  return self->layers == 0 ||
         (self->layers & 1u << strata_tool_row_get_layer (STRATA_TOOL_ROW (item))) != 0;
}

static void
update_page (StrataCatalogPane *self)
{
  const char *page = "tools";

  if (self->removing)
    page = "removing";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->sorted)) == 0)
    page = "nothing";

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_sensitive (self->filters, !self->removing);
}

static void
place (StrataCatalogPane *self,
       StrataToolRow     *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.place", "s", strata_tool_row_get_id (row));
}

static void
scroll_to_top_cb (gpointer user_data)
{
  StrataCatalogPane *self = user_data;

  self->top_source = 0;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list)), 0);
}

/* A list that was filled anew stands at its first row, the heading above it
 * out of sight. */
static void
scroll_to_top (StrataCatalogPane *self)
{
  if (self->top_source == 0)
    self->top_source = g_idle_add_once (scroll_to_top_cb, self);
}

static void
search_changed_cb (StrataCatalogPane *self)
{
  const char *words = gtk_editable_get_text (self->search_entry);

  if (self->workspace == NULL)
    return;

  /* Sections would bury the best match: what is searched for comes as one
   * list, best first. */
  gtk_list_view_set_header_factory (self->list, *words == '\0' ? self->header_factory : NULL);
  gtk_sort_list_model_set_section_sorter (self->sorted, *words == '\0' ? self->by_role : NULL);
  strata_workspace_set_search (self->workspace, words);
  /* Return places the best match. */
  gtk_single_selection_set_selected (self->selection, *words == '\0' ? GTK_INVALID_LIST_POSITION : 0);
  scroll_to_top (self);
}

static void
search_activate_cb (StrataCatalogPane *self)
{
  StrataToolRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (row != NULL)
    place (self, row);
}

static gboolean
search_key_pressed_cb (StrataCatalogPane *self,
                       guint              keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
layer_toggled_cb (StrataCatalogPane *self)
{
  self->layers = (guint) gtk_toggle_button_get_active (self->data_button) << STRATA_LAYER_DATA |
                 (guint) gtk_toggle_button_get_active (self->automation_button) << STRATA_LAYER_AUTOMATION |
                 (guint) gtk_toggle_button_get_active (self->personalization_button) << STRATA_LAYER_PERSONALIZATION;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  scroll_to_top (self);
}

static void
activate_cb (StrataCatalogPane *self,
             guint              position)
{
  g_autoptr (StrataToolRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL)
    place (self, row);
}

static gboolean
drop_cb (StrataCatalogPane *self,
         const GValue      *value,
         double             x,
         double             y)
{
  StrataPlacement *placement = g_value_get_boxed (value);

  /* A card of another window is not this stack's to remove. */
  return self->removing && gtk_widget_activate_action (GTK_WIDGET (self), "win.remove", "s", placement->id);
}

static void
lifted_cb (StrataToolItem *item)
{
  GtkWidget *pane = gtk_widget_get_ancestor (GTK_WIDGET (item), STRATA_TYPE_CATALOG_PANE);

  g_signal_emit (pane, signals[SIGNAL_LIFTED], 0);
}

static void
strata_catalog_pane_dispose (GObject *object)
{
  StrataCatalogPane *self = STRATA_CATALOG_PANE (object);

  g_clear_handle_id (&self->top_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), STRATA_TYPE_CATALOG_PANE);
  g_clear_object (&self->workspace);
  g_clear_object (&self->by_role);

  G_OBJECT_CLASS (strata_catalog_pane_parent_class)->dispose (object);
}

static void
strata_catalog_pane_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  StrataCatalogPane *self = STRATA_CATALOG_PANE (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_REMOVING:
      g_value_set_boolean (value, self->removing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_catalog_pane_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  StrataCatalogPane *self = STRATA_CATALOG_PANE (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      strata_catalog_pane_set_workspace (self, g_value_get_object (value));
      break;
    case PROP_REMOVING:
      strata_catalog_pane_set_removing (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/strata/strata-catalog-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, StrataCatalogPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, StrataCatalogPane, data_button);
  gtk_widget_class_bind_template_child (widget_class, StrataCatalogPane, automation_button);
  gtk_widget_class_bind_template_child (widget_class, StrataCatalogPane, personalization_button);
  gtk_widget_class_bind_template_child (widget_class, StrataCatalogPane, filters);
  gtk_widget_class_bind_template_child (widget_class, StrataCatalogPane, stack);
  gtk_widget_class_bind_template_child (widget_class, StrataCatalogPane, list);
  gtk_widget_class_bind_template_child (widget_class, StrataCatalogPane, selection);
  gtk_widget_class_bind_template_child (widget_class, StrataCatalogPane, sorted);
  gtk_widget_class_bind_template_child (widget_class, StrataCatalogPane, filtered);
  gtk_widget_class_bind_template_child (widget_class, StrataCatalogPane, filter);
  gtk_widget_class_bind_template_child (widget_class, StrataCatalogPane, drop_target);
  gtk_widget_class_bind_template_child (widget_class, StrataCatalogPane, header_factory);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, layer_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, lifted_cb);
}

static void
strata_catalog_pane_class_init (StrataCatalogPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = strata_catalog_pane_dispose;
  object_class->get_property = strata_catalog_pane_get_property;
  object_class->set_property = strata_catalog_pane_set_property;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, STRATA_TYPE_WORKSPACE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REMOVING] =
    g_param_spec_boolean ("removing", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_LIFTED] =
    g_signal_new ("lifted", STRATA_TYPE_CATALOG_PANE, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STRATA_TYPE_TOOL_ITEM);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "catalogue-pane");
}

static void
strata_catalog_pane_init (StrataCatalogPane *self)
{
  self->by_role = GTK_SORTER (gtk_custom_sorter_new (compare_roles, NULL, NULL));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (self->drop_target, (GType[]) { STRATA_TYPE_PLACEMENT }, 1);
  gtk_custom_filter_set_filter_func (self->filter, layer_is_shown, self, NULL);
  gtk_sort_list_model_set_section_sorter (self->sorted, self->by_role);
  gtk_list_view_set_header_factory (self->list, self->header_factory);
  g_signal_connect_object (self->sorted, "notify::n-items", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
}

/**
 * strata_catalog_pane_set_workspace:
 * @self: a catalogue pane
 * @workspace: (nullable): whose tools it shows
 */
void
strata_catalog_pane_set_workspace (StrataCatalogPane *self,
                                   StrataWorkspace   *workspace)
{
  g_return_if_fail (STRATA_IS_CATALOG_PANE (self));
  g_return_if_fail (workspace == NULL || STRATA_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  gtk_filter_list_model_set_model (self->filtered,
                                   workspace != NULL ? strata_workspace_list_tools (workspace) : NULL);
  scroll_to_top (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

/**
 * strata_catalog_pane_set_removing:
 * @self: a catalogue pane
 * @removing: whether a card is being carried that could be dropped here
 */
void
strata_catalog_pane_set_removing (StrataCatalogPane *self,
                                  gboolean           removing)
{
  g_return_if_fail (STRATA_IS_CATALOG_PANE (self));

  if (self->removing == !!removing)
    return;

  self->removing = !!removing;
  update_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REMOVING]);
}

/**
 * strata_catalog_pane_search:
 * @self: a catalogue pane
 * @words: (nullable): what to search for, or %NULL to leave it as it is
 *
 * Puts the keyboard focus into the search entry.
 */
void
strata_catalog_pane_search (StrataCatalogPane *self,
                            const char        *words)
{
  g_return_if_fail (STRATA_IS_CATALOG_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  if (words == NULL)
    return;

  gtk_editable_set_text (self->search_entry, words);
  gtk_editable_set_position (self->search_entry, -1);
}
