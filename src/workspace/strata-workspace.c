/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is being looked at: a document, a scenario, a selection, a what-if.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-workspace-private.h"

#include "workspace/strata-format.h"
#include "workspace/strata-list.h"

/* Before GTK's layout, after events. */
#define SETTLE_PRIORITY (G_PRIORITY_HIGH_IDLE + 5)

enum
{
  PROP_DOCUMENT = 1,
  PROP_SCENARIO,
  PROP_ASSESSMENT,
  PROP_PREVIEW,
  PROP_SELECTION,
  PROP_FOCUS,
  PROP_SEARCH,
  PROP_N_ERRORS,
  PROP_N_WARNINGS,
  PROP_N_ADVICE,
  PROP_MONTHLY,
  PROP_SAVINGS,
  PROP_MODEL_TROUBLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StrataWorkspace, strata_workspace, G_TYPE_OBJECT)

static void
notify (StrataWorkspace *self,
        guint            property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_string (StrataWorkspace  *self,
            guint             property,
            char            **field,
            const char       *string)
{
  if (g_set_str (field, string))
    notify (self, property);
}

static void
update_counts (StrataWorkspace *self)
{
  static const guint count_properties[STRATA_N_SEVERITIES] = {
    [STRATA_SEVERITY_ERROR] = PROP_N_ERRORS,
    [STRATA_SEVERITY_WARNING] = PROP_N_WARNINGS,
    [STRATA_SEVERITY_ADVICE] = PROP_N_ADVICE,
  };

  for (guint i = 0; i < STRATA_N_SEVERITIES; i++)
    {
      guint count = strata_assessment_count (self->assessment, (StrataSeverity) i);

      if (self->counts[i] == count)
        continue;
      self->counts[i] = count;
      notify (self, count_properties[i]);
    }
}

static void
update_money (StrataWorkspace *self)
{
  const char *currency = strata_plan_get_currency (strata_assessment_get_plan (self->assessment));
  gint64 cents = strata_assessment_get_savings (self->assessment);
  g_autofree char *monthly = strata_format_money (strata_assessment_get_monthly (self->assessment), currency);
  g_autofree char *savings = cents > 0 ? strata_format_money (cents, currency) : NULL;

  set_string (self, PROP_MONTHLY, &self->monthly, monthly);
  set_string (self, PROP_SAVINGS, &self->savings, savings);
}

/* Own tools of the plan stand in the catalogue's list. */
static void
update_plan_tools (StrataWorkspace *self)
{
  StrataValue *tools = strata_value_get_member (strata_plan_get_value (strata_workspace_get_plan (self)), "tools");

  if (tools == self->plan_tools)
    return;

  g_clear_pointer (&self->plan_tools, strata_value_unref);
  self->plan_tools = tools != NULL ? strata_value_ref (tools) : NULL;
  strata_workspace_update_tools (self);
}

static void
assess (StrataWorkspace *self)
{
  StrataScenario *scenario = strata_workspace_get_scenario (self);
  StrataAssessment *assessment = strata_assess (strata_workspace_get_plan (self), scenario, self->catalog,
                                                strata_workspace_decide (self, strata_workspace_get_plan (self)));

  g_clear_pointer (&self->assessment, strata_assessment_unref);
  self->assessment = assessment;

  set_string (self, PROP_SCENARIO, &self->scenario, scenario->id);
  strata_workspace_set_preview (self, NULL);
  strata_workspace_forget_fixes (self);
  strata_workspace_update_rows (self);
  update_plan_tools (self);
  strata_workspace_update_attention (self);
  update_counts (self);
  update_money (self);
  notify (self, PROP_ASSESSMENT);
}

static gboolean
settle_cb (gpointer user_data)
{
  StrataWorkspace *self = user_data;

  self->settle_source = 0;
  g_object_freeze_notify (G_OBJECT (self));
  assess (self);
  g_object_thaw_notify (G_OBJECT (self));

  return G_SOURCE_REMOVE;
}

static void
schedule (StrataWorkspace *self)
{
  if (self->settle_source == 0)
    self->settle_source = g_idle_add_full (SETTLE_PRIORITY, settle_cb, self, NULL);
}

static void
close_document (StrataWorkspace *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (self->document != NULL)
    g_clear_signal_handler (&self->plan_handler, self->document);
  g_clear_object (&self->document);
}

static void
strata_workspace_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  StrataWorkspace *self = STRATA_WORKSPACE (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_SCENARIO:
      g_value_set_string (value, self->scenario);
      break;
    case PROP_ASSESSMENT:
      g_value_set_boxed (value, self->assessment);
      break;
    case PROP_PREVIEW:
      g_value_set_boxed (value, self->preview);
      break;
    case PROP_SELECTION:
      g_value_set_boxed (value, self->selection);
      break;
    case PROP_FOCUS:
      g_value_set_string (value, self->focus);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_N_ERRORS:
      g_value_set_uint (value, self->counts[STRATA_SEVERITY_ERROR]);
      break;
    case PROP_N_WARNINGS:
      g_value_set_uint (value, self->counts[STRATA_SEVERITY_WARNING]);
      break;
    case PROP_N_ADVICE:
      g_value_set_uint (value, self->counts[STRATA_SEVERITY_ADVICE]);
      break;
    case PROP_MONTHLY:
      g_value_set_string (value, self->monthly);
      break;
    case PROP_SAVINGS:
      g_value_set_string (value, self->savings);
      break;
    case PROP_MODEL_TROUBLE:
      g_value_set_string (value, self->model_trouble != NULL ? self->model_trouble : "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_workspace_dispose (GObject *object)
{
  close_document (STRATA_WORKSPACE (object));

  G_OBJECT_CLASS (strata_workspace_parent_class)->dispose (object);
}

static void
strata_workspace_finalize (GObject *object)
{
  StrataWorkspace *self = STRATA_WORKSPACE (object);

  for (guint i = 0; i < STRATA_N_LAYERS; i++)
    {
      g_clear_object (&self->headings[i]);
      g_clear_object (&self->lanes[i]);
    }
  g_clear_object (&self->findings);
  g_clear_object (&self->scenarios);
  g_clear_object (&self->tools);
  g_clear_object (&self->prerequisites);
  g_clear_object (&self->facts);
  g_clear_object (&self->question);
  g_clear_pointer (&self->placement_rows, g_hash_table_unref);
  g_clear_pointer (&self->finding_rows, g_hash_table_unref);
  g_clear_pointer (&self->scenario_rows, g_hash_table_unref);
  g_clear_pointer (&self->tool_rows, g_hash_table_unref);
  g_clear_pointer (&self->fixes, g_hash_table_unref);
  g_clear_pointer (&self->plan_tools, strata_value_unref);
  g_clear_pointer (&self->assessment, strata_assessment_unref);
  g_clear_pointer (&self->preview, strata_assessment_unref);
  g_clear_pointer (&self->what_if, strata_what_if_free);
  g_clear_pointer (&self->catalog, strata_catalog_unref);
  g_clear_pointer (&self->model, dmn_model_unref);
  g_clear_pointer (&self->plan_model, dmn_model_unref);
  g_clear_pointer (&self->model_text, g_free);
  g_clear_pointer (&self->model_trouble, g_free);
  g_clear_pointer (&self->decisions, strata_decisions_unref);
  g_clear_pointer (&self->decided, strata_facts_unref);
  g_clear_pointer (&self->wanted, g_strfreev);
  g_clear_pointer (&self->anchor, g_free);
  g_clear_pointer (&self->selection, g_strfreev);
  g_clear_pointer (&self->scenario, g_free);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->focus, g_free);
  g_clear_pointer (&self->monthly, g_free);
  g_clear_pointer (&self->savings, g_free);

  G_OBJECT_CLASS (strata_workspace_parent_class)->finalize (object);
}

static void
strata_workspace_class_init (StrataWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = strata_workspace_get_property;
  object_class->dispose = strata_workspace_dispose;
  object_class->finalize = strata_workspace_finalize;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, STRATA_TYPE_DOCUMENT, flags);
  properties[PROP_SCENARIO] = g_param_spec_string ("scenario", NULL, NULL, NULL, flags);
  properties[PROP_ASSESSMENT] = g_param_spec_boxed ("assessment", NULL, NULL, STRATA_TYPE_ASSESSMENT, flags);
  properties[PROP_PREVIEW] = g_param_spec_boxed ("preview", NULL, NULL, STRATA_TYPE_ASSESSMENT, flags);
  properties[PROP_SELECTION] = g_param_spec_boxed ("selection", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_FOCUS] = g_param_spec_string ("focus", NULL, NULL, NULL, flags);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "", flags);
  properties[PROP_N_ERRORS] = g_param_spec_uint ("n-errors", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_WARNINGS] = g_param_spec_uint ("n-warnings", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_ADVICE] = g_param_spec_uint ("n-advice", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_MONTHLY] = g_param_spec_string ("monthly", NULL, NULL, NULL, flags);
  properties[PROP_SAVINGS] = g_param_spec_string ("savings", NULL, NULL, NULL, flags);
  properties[PROP_MODEL_TROUBLE] = g_param_spec_string ("model-trouble", NULL, NULL, "", flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
strata_workspace_init (StrataWorkspace *self)
{
  for (guint i = 0; i < STRATA_N_LAYERS; i++)
    {
      self->headings[i] = strata_lane_new ((StrataLayer) i);
      self->lanes[i] = g_list_store_new (STRATA_TYPE_PLACEMENT_ROW);
    }
  self->findings = g_list_store_new (STRATA_TYPE_FINDING_ROW);
  self->scenarios = g_list_store_new (STRATA_TYPE_SCENARIO_ROW);
  self->tools = g_list_store_new (STRATA_TYPE_TOOL_ROW);
  self->placement_rows = strata_list_make_table ();
  self->finding_rows = strata_list_make_table ();
  self->scenario_rows = strata_list_make_table ();
  self->tool_rows = strata_list_make_table ();
  self->fixes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->search = g_strdup ("");
  self->selection = g_new0 (char *, 1);
  strata_workspace_make_facts (self);
}

/**
 * strata_workspace_new:
 * @catalog: where tools are looked up
 * @model: what decides, unless the plan brings its own model along
 * @document: the document to look at
 *
 * Looks at the first scenario of a document, whose tools must all be known to
 * the catalogue or the plan.
 *
 * Returns: (transfer full): the workspace
 */
StrataWorkspace *
strata_workspace_new (StrataCatalog  *catalog,
                      DmnModel       *model,
                      StrataDocument *document)
{
  StrataWorkspace *self;

  g_return_val_if_fail (catalog != NULL, NULL);
  g_return_val_if_fail (model != NULL, NULL);
  g_return_val_if_fail (STRATA_IS_DOCUMENT (document), NULL);

  self = g_object_new (STRATA_TYPE_WORKSPACE, NULL);
  self->catalog = strata_catalog_ref (catalog);
  self->model = dmn_model_ref (model);
  strata_workspace_set_document (self, document);
  strata_workspace_update_tools (self);

  return self;
}

/**
 * strata_workspace_get_catalog:
 * @self: a workspace
 *
 * Returns: (transfer none): where tools are looked up
 */
StrataCatalog *
strata_workspace_get_catalog (StrataWorkspace *self)
{
  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);

  return self->catalog;
}

/**
 * strata_workspace_get_document:
 * @self: a workspace
 *
 * Returns: (transfer none): the document that is looked at
 */
StrataDocument *
strata_workspace_get_document (StrataWorkspace *self)
{
  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);

  return self->document;
}

/**
 * strata_workspace_set_document:
 * @self: a workspace
 * @document: the document to look at from now on
 *
 * Looks at another document: at its first scenario, with nothing selected, and
 * settled. All rows are new, but for those of tools.
 */
void
strata_workspace_set_document (StrataWorkspace *self,
                               StrataDocument  *document)
{
  g_return_if_fail (STRATA_IS_WORKSPACE (self));
  g_return_if_fail (STRATA_IS_DOCUMENT (document));

  if (self->document == document)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  close_document (self);
  strata_workspace_forget_rows (self);
  strata_workspace_forget_model (self);
  g_clear_pointer (&self->wanted, g_strfreev);
  set_string (self, PROP_FOCUS, &self->focus, NULL);
  set_string (self, PROP_SCENARIO, &self->scenario, NULL);
  self->document = g_object_ref (document);
  self->plan_handler = g_signal_connect_swapped (document, "notify::plan", G_CALLBACK (schedule), self);
  notify (self, PROP_DOCUMENT);
  assess (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * strata_workspace_get_plan:
 * @self: a workspace
 *
 * Returns: (transfer none): the document's plan as it is now
 */
StrataPlan *
strata_workspace_get_plan (StrataWorkspace *self)
{
  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);

  return strata_document_get_plan (self->document);
}

/**
 * strata_workspace_get_scenario:
 * @self: a workspace
 *
 * Returns: (transfer none): the scenario shown, as it is now; the plan's first
 *   one when the one that was shown is gone
 */
StrataScenario *
strata_workspace_get_scenario (StrataWorkspace *self)
{
  StrataPlan *plan;
  StrataScenario *scenario = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);

  plan = strata_workspace_get_plan (self);
  if (self->scenario != NULL)
    scenario = strata_plan_find_scenario (plan, self->scenario, NULL);

  return scenario != NULL ? scenario : strata_plan_get_scenario (plan, 0);
}

/**
 * strata_workspace_set_scenario:
 * @self: a workspace
 * @id: id of one of the plan's scenarios
 *
 * Shows another scenario from the next settling on. A placement that has the
 * same id there keeps its row.
 */
void
strata_workspace_set_scenario (StrataWorkspace *self,
                               const char      *id)
{
  g_return_if_fail (STRATA_IS_WORKSPACE (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (strata_plan_find_scenario (strata_workspace_get_plan (self), id, NULL) != NULL);

  if (!g_set_str (&self->scenario, id))
    return;

  notify (self, PROP_SCENARIO);
  schedule (self);
}

/**
 * strata_workspace_set_discreet:
 * @self: a workspace
 * @discreet: whether others look on
 *
 * Makes lanes and rows of placements say nothing of what anything costs, or
 * say it again. The totals of the plan stay: they are for whoever plans.
 */
void
strata_workspace_set_discreet (StrataWorkspace *self,
                               gboolean         discreet)
{
  g_return_if_fail (STRATA_IS_WORKSPACE (self));

  discreet = !!discreet;
  if (self->discreet == discreet)
    return;

  self->discreet = discreet;
  schedule (self);
}

/**
 * strata_workspace_get_assessment:
 * @self: a workspace
 *
 * Returns: (transfer none): the assessment of the scenario shown, as it was
 *   last settled
 */
StrataAssessment *
strata_workspace_get_assessment (StrataWorkspace *self)
{
  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);

  return self->assessment;
}

/**
 * strata_workspace_settle:
 * @self: a workspace
 *
 * Does the pending assessment now, if there is one.
 */
void
strata_workspace_settle (StrataWorkspace *self)
{
  g_return_if_fail (STRATA_IS_WORKSPACE (self));

  if (self->settle_source == 0)
    return;

  g_source_remove (self->settle_source);
  settle_cb (self);
}
