/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All that a plan says of the tools that are selected.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-tool-form.h"

#include <glib/gi18n.h>

#include "strata-tool-combo.h"
#include "strata-tool-entry.h"
#include "strata-tool-modules.h"
#include "strata-tool-note.h"
#include "strata-tool-uses.h"
#include "workspace/strata-format.h"

/* Pixels between the groups of a form, and around it. */
#define SPACING 18
#define MARGIN_SIDE 12
#define MARGIN_TOP 6

struct _StrataToolForm
{
  GtkBox           parent_instance;

  /* owned */
  StrataWorkspace *workspace;
  GStrv            placements;
  StrataTool      *tool;      /* of the only one; or NULL */

  /* children; all but the first two NULL where there are several */
  GtkWidget       *status;
  GtkWidget       *layer;
  GtkWidget       *rendering;
  GtkWidget       *days[STRATA_N_PLACEMENT_DAYS];
  GtkWidget       *cost;
  GtkWidget       *price;
  GtkWidget       *modules;
  GtkWidget       *uses;
  GtkWidget       *note;
};

G_DEFINE_FINAL_TYPE (StrataToolForm, strata_tool_form, GTK_TYPE_BOX)

static gboolean
find_view (StrataWorkspace *workspace,
           const char      *placement,
           StrataToolView  *view)
{
  StrataAssessment *assessment = strata_workspace_get_assessment (workspace);

  view->catalog = strata_workspace_get_catalog (workspace);
  view->assessment = assessment;
  view->placement = strata_scenario_find (strata_assessment_get_scenario (assessment), placement, &view->index);
  if (view->placement == NULL)
    return FALSE;
  view->tool = strata_catalog_find_tool (view->catalog, strata_assessment_get_plan (assessment), view->placement->tool);

  return view->tool != NULL;
}

static GtkWidget *
add_group (StrataToolForm *self,
           const char     *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (self), group);

  return group;
}

static GtkWidget *
add_label (StrataToolForm *self,
           const char     *text,
           const char     *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self), label);

  return label;
}

static GtkWidget *
add_combo (StrataToolForm         *self,
           GtkWidget              *group,
           const char             *member,
           const char             *title,
           const StrataVocabulary *vocabulary)
{
  GtkWidget *combo = strata_tool_combo_new (self->workspace, (const char * const *) self->placements, member, title,
                                            vocabulary);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), combo);

  return combo;
}

static GtkWidget *
add_property (GtkWidget  *group,
              const char *title,
              const char *text)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", text, "use-markup", FALSE,
                                 "subtitle-lines", 0, "subtitle-selectable", TRUE, NULL);

  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return row;
}

static void
add_button (GtkWidget  *group,
            const char *name,
            const char *title,
            const char *action,
            const char *placement)
{
  GtkWidget *row = g_object_new (ADW_TYPE_BUTTON_ROW, "name", name, "title", title, "use-underline", TRUE, NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", placement);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  if (g_str_equal (action, "win.remove"))
    gtk_widget_add_css_class (row, "destructive-action");
}

static void
add_foot (StrataToolForm *self)
{
  GtkWidget *group = add_group (self, NULL);

  add_button (group, "tool-duplicate", _("_Duplicate"), "win.duplicate", self->placements[0]);
  add_button (group, "tool-remove", _("_Remove"), "win.remove", self->placements[0]);
}

static char *
list_labels (const StrataToolView *view)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; view->tool->requires[i] != NULL; i++)
    {
      g_string_append (text, i > 0 ? _(", ") : "");
      g_string_append (text, strata_catalog_get_label (view->catalog, view->tool->requires[i]));
    }

  return g_string_free_and_steal (text);
}

/* What is known of the tool whatever a plan says. */
static void
add_facts (StrataToolForm       *self,
           const StrataToolView *view)
{
  StrataTool *tool = view->tool;
  g_autofree char *requires = list_labels (view);
  GtkWidget *group;

  if (tool->vendor == NULL && *requires == '\0' && tool->billing_unit == NULL && !tool->needs_code)
    return;

  group = add_group (self, _("About the Tool"));
  if (tool->vendor != NULL)
    add_property (group, _("Vendor"), tool->vendor);
  if (*requires != '\0')
    add_property (group, _("Requires"), requires);
  if (tool->billing_unit != NULL)
    add_property (group, _("Billed By"), tool->billing_unit);
  if (tool->needs_code)
    add_property (group, _("Needs Code"), _("Yes, written by engineers"));
}

static void
add_days (StrataToolForm *self)
{
  GtkWidget *group = add_group (self, _("Schedule"));

  for (guint day = 0; day < STRATA_N_PLACEMENT_DAYS; day++)
    {
      self->days[day] = strata_tool_entry_new_day (self->workspace, self->placements[0], day);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->days[day]);
    }
}

static void
add_cost (StrataToolForm       *self,
          const StrataToolView *view)
{
  GtkWidget *group = add_group (self, _("Cost"));
  g_autofree char *price = strata_placement_price_describe (view->placement);

  self->cost = strata_tool_entry_new_money (self->workspace, self->placements[0], NULL, _("Monthly Cost"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->cost);
  self->price = add_property (group, _("Price"), price != NULL ? price : "");
}

static void
fill_one (StrataToolForm       *self,
          const StrataToolView *view)
{
  GtkWidget *group;

  add_label (self, view->tool->name, "title-3");
  group = add_group (self, NULL);
  self->status = add_combo (self, group, "status", _("Status"), &strata_statuses);
  self->layer = add_combo (self, group, "layer", _("Layer"), &strata_layers);
  self->rendering = add_combo (self, group, "rendering", _("Rendering"), &strata_renderings);
  add_days (self);
  add_cost (self, view);
  self->modules = strata_tool_modules_new (self->workspace, view);
  gtk_box_append (GTK_BOX (self), self->modules);
  self->uses = strata_tool_uses_new (self->workspace, view);
  gtk_box_append (GTK_BOX (self), self->uses);
  self->note = strata_tool_note_new (self->workspace, self->placements[0]);
  gtk_box_append (GTK_BOX (self), self->note);
  add_facts (self, view);
}

static void
fill_several (StrataToolForm *self)
{
  guint n = g_strv_length (self->placements);
  g_autofree char *title = g_strdup_printf (ngettext ("%u tool selected", "%u tools selected", n), n);
  GtkWidget *group;

  add_label (self, title, "title-3");
  group = add_group (self, NULL);
  self->status = add_combo (self, group, "status", _("Status"), &strata_statuses);
  self->layer = add_combo (self, group, "layer", _("Layer"), &strata_layers);
}

static void
update_one (StrataToolForm       *self,
            const StrataToolView *view)
{
  StrataPlacement *placement = view->placement;
  g_autofree char *price = strata_placement_price_describe (placement);

  strata_tool_combo_show (STRATA_TOOL_COMBO (self->rendering), (int) placement->rendering);
  gtk_widget_set_visible (self->rendering, placement->layer == STRATA_LAYER_PERSONALIZATION ||
                                             placement->rendering != STRATA_RENDERING_UNKNOWN);
  for (guint day = 0; day < STRATA_N_PLACEMENT_DAYS; day++)
    strata_tool_entry_update (STRATA_TOOL_ENTRY (self->days[day]), view);
  strata_tool_entry_update (STRATA_TOOL_ENTRY (self->cost), view);
  gtk_widget_set_visible (self->price, price != NULL);
  strata_tool_modules_update (STRATA_TOOL_MODULES (self->modules), view);
  strata_tool_uses_update (STRATA_TOOL_USES (self->uses), view);
  strata_tool_note_update (STRATA_TOOL_NOTE (self->note), view);
}

static void
strata_tool_form_dispose (GObject *object)
{
  StrataToolForm *self = STRATA_TOOL_FORM (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->placements, g_strfreev);
  g_clear_pointer (&self->tool, strata_tool_unref);

  G_OBJECT_CLASS (strata_tool_form_parent_class)->dispose (object);
}

static void
strata_tool_form_class_init (StrataToolFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_tool_form_dispose;
}

static void
strata_tool_form_init (StrataToolForm *self)
{
}

/**
 * strata_tool_form_new:
 * @workspace: where it goes
 * @placements: (array zero-terminated=1): ids of one or more placements of the
 *   scenario shown
 *
 * Returns: (transfer floating): a form that shows nothing of them yet
 */
GtkWidget *
strata_tool_form_new (StrataWorkspace    *workspace,
                      const char * const *placements)
{
  StrataToolForm *self;
  StrataToolView view;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (placements != NULL && placements[0] != NULL, NULL);

  self = g_object_new (STRATA_TYPE_TOOL_FORM, "name", "tool-form", "orientation", GTK_ORIENTATION_VERTICAL,
                       "spacing", SPACING, "margin-start", MARGIN_SIDE, "margin-end", MARGIN_SIDE,
                       "margin-top", MARGIN_TOP, "margin-bottom", SPACING, NULL);
  self->workspace = g_object_ref (workspace);
  self->placements = g_strdupv ((GStrv) placements);
  if (placements[1] != NULL)
    {
      fill_several (self);
    }
  else if (find_view (workspace, placements[0], &view))
    {
      self->tool = strata_tool_ref (view.tool);
      fill_one (self, &view);
    }
  add_foot (self);

  return GTK_WIDGET (self);
}

/**
 * strata_tool_form_update:
 * @self: a form
 * @placements: (array zero-terminated=1): ids of what is selected now
 *
 * Shows what the plan says now.
 *
 * Returns: whether it could: a form is about certain placements, and about
 *   their tool as it is defined
 */
gboolean
strata_tool_form_update (StrataToolForm     *self,
                         const char * const *placements)
{
  int status = -1;
  int layer = -1;
  StrataToolView view;

  g_return_val_if_fail (STRATA_IS_TOOL_FORM (self), FALSE);
  g_return_val_if_fail (placements != NULL, FALSE);

  if (!g_strv_equal ((const char * const *) self->placements, placements))
    return FALSE;
  for (guint i = 0; placements[i] != NULL; i++)
    {
      if (!find_view (self->workspace, placements[i], &view) || (placements[1] == NULL && view.tool != self->tool))
        return FALSE;
      status = i == 0 || status == (int) view.placement->status ? (int) view.placement->status : -1;
      layer = i == 0 || layer == (int) view.placement->layer ? (int) view.placement->layer : -1;
    }
  strata_tool_combo_show (STRATA_TOOL_COMBO (self->status), status);
  strata_tool_combo_show (STRATA_TOOL_COMBO (self->layer), layer);
  if (self->tool != NULL)
    update_one (self, &view);

  return TRUE;
}
