/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a placement has, and which of it is used, as a form says it.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-usage.h"

#include <glib/gi18n-lib.h>

static void
usage_free (gpointer data)
{
  StrataUsage *usage = data;

  g_free (usage->note);
  g_free (usage);
}

static gboolean
is_bought (StrataPlacement   *placement,
           const StrataOffer *offer)
{
  return offer->module == NULL || g_strv_contains (placement->modules, offer->module);
}

static StrataUsage *
find (GPtrArray  *usages,
      const char *capability)
{
  for (guint i = 0; i < usages->len; i++)
    {
      StrataUsage *usage = g_ptr_array_index (usages, i);

      if (g_str_equal (usage->offer->capability, capability))
        return usage;
    }

  return NULL;
}

static gboolean
names (const StrataFinding *finding,
       guint                placement)
{
  for (guint i = 0; i < finding->n_tools; i++)
    {
      if (finding->tools[i] == placement)
        return TRUE;
    }

  return FALSE;
}

static char *
list_others (StrataCatalog       *catalog,
             StrataAssessment    *assessment,
             const StrataFinding *finding,
             guint                placement)
{
  StrataScenario *scenario = strata_assessment_get_scenario (assessment);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < finding->n_tools; i++)
    {
      StrataTool *tool;

      if (finding->tools[i] == placement)
        continue;
      tool = strata_catalog_find_tool (catalog, strata_assessment_get_plan (assessment),
                                       scenario->placements[finding->tools[i]]->tool);
      /* Translators: what stands between the words of a list */
      g_string_append (text, text->len > 0 ? _(", ") : "");
      g_string_append (text, tool != NULL ? tool->name : scenario->placements[finding->tools[i]]->tool);
    }

  return g_string_free_and_steal (text);
}

/* Who else is paid for the same, as findings say it. */
static void
mark_rivals (StrataCatalog    *catalog,
             StrataAssessment *assessment,
             guint             placement,
             StrataUsage      *usage)
{
  for (guint i = 0; i < strata_assessment_get_n_findings (assessment); i++)
    {
      const StrataFinding *finding = strata_assessment_get_finding (assessment, i);
      g_autofree char *others = NULL;

      if (!g_str_equal (finding->code, "overlap/capability") || !names (finding, placement) ||
          finding->capabilities == NULL || !g_strv_contains (finding->capabilities, usage->offer->capability))
        continue;
      others = list_others (catalog, assessment, finding, placement);
      usage->billed_twice = TRUE;
      /* Translators: names of tools that do the same. */
      usage->note = g_strdup_printf (_("Billed twice: %s too"), others);
      return;
    }
}

static void
mark_owner (StrataCatalog    *catalog,
            StrataAssessment *assessment,
            guint             placement,
            StrataUsage      *usage)
{
  StrataScenario *scenario = strata_assessment_get_scenario (assessment);

  for (guint i = 0; i < scenario->n_owners && usage->note == NULL; i++)
    {
      const StrataOwner *owner = &scenario->owners[i];
      StrataTool *tool;

      if (owner->placement == placement || !g_str_equal (owner->capability, usage->offer->capability))
        continue;
      tool = strata_catalog_find_tool (catalog, strata_assessment_get_plan (assessment),
                                       scenario->placements[owner->placement]->tool);
      if (tool != NULL)
        usage->note = g_strdup_printf (_("Left to %s, which owns it"), tool->name);
    }
}

static void
mark_grade (StrataUsage *usage)
{
  if (usage->note == NULL && g_strcmp0 (usage->offer->grade, "unverified") == 0)
    usage->note = usage->offer->date != NULL
      ? g_strdup_printf (_("Not verified, looked up %s"), usage->offer->date)
      : g_strdup (_("Not verified"));
}

/**
 * strata_usage_list:
 * @catalog: where tools and capabilities are looked up
 * @assessment: an assessment
 * @placement: the place of a placement in its scenario
 *
 * Lists what a placement has: the offers of every plan of its tool and those
 * of the modules that were bought.
 *
 * Returns: (transfer full) (element-type StrataUsage): the list
 */
GPtrArray *
strata_usage_list (StrataCatalog    *catalog,
                   StrataAssessment *assessment,
                   guint             placement)
{
  GPtrArray *usages = g_ptr_array_new_with_free_func (usage_free);
  StrataPlacement *placed = strata_assessment_get_scenario (assessment)->placements[placement];
  StrataTool *tool = strata_catalog_find_tool (catalog, strata_assessment_get_plan (assessment), placed->tool);

  for (guint i = 0; tool != NULL && i < tool->n_offers; i++)
    {
      const StrataOffer *offer = &tool->offers[i];
      const StrataCapability *capability = strata_catalog_find_capability (catalog, offer->capability);
      StrataUsage *usage;

      if (!is_bought (placed, offer) || find (usages, offer->capability) != NULL)
        continue;
      usage = g_new0 (StrataUsage, 1);
      usage->offer = offer;
      usage->label = strata_catalog_get_label (catalog, offer->capability);
      usage->layer = capability != NULL ? capability->layer : placed->layer;
      usage->used = placed->uses == NULL || g_strv_contains (placed->uses, offer->capability);
      mark_rivals (catalog, assessment, placement, usage);
      mark_owner (catalog, assessment, placement, usage);
      mark_grade (usage);
      g_ptr_array_add (usages, usage);
    }

  return usages;
}

/**
 * strata_usage_with:
 * @usages: (element-type StrataUsage): what a placement has
 * @placement: the placement
 * @capability: one of its capabilities
 * @used: whether it is to be used
 *
 * What the plan lists beyond what the placement has now stays listed: it
 * counts again once its module is bought.
 *
 * Returns: (transfer full) (nullable): the list of what is used then, or %NULL
 *   where that is all there is
 */
StrataValue *
strata_usage_with (GPtrArray       *usages,
                   StrataPlacement *placement,
                   const char      *capability,
                   gboolean         used)
{
  g_autoptr (GPtrArray) listed = g_ptr_array_new ();
  gboolean all = TRUE;

  for (guint i = 0; i < usages->len; i++)
    {
      StrataUsage *usage = g_ptr_array_index (usages, i);
      gboolean is_used = g_str_equal (usage->offer->capability, capability) ? used : usage->used;

      all = all && is_used;
      if (is_used)
        g_ptr_array_add (listed, (gpointer) usage->offer->capability);
    }
  for (guint i = 0; placement->uses != NULL && placement->uses[i] != NULL; i++)
    {
      if (find (usages, placement->uses[i]) == NULL)
        g_ptr_array_add (listed, (gpointer) placement->uses[i]);
    }
  if (all)
    return NULL;
  g_ptr_array_add (listed, NULL);

  return strata_value_new_strv ((const char * const *) listed->pdata);
}
