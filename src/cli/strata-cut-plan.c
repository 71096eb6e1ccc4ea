/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan and what can be cut from its scenarios.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include "strata-cut-plan.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

/* Where pins are looked up: one scenario of the plan. */
typedef struct
{
  StrataPlan     *plan;
  StrataScenario *scenario;
  StrataCatalog  *catalog;
} Place;

static gboolean
find_placement (const Place  *place,
                const char   *text,
                StrataCutPin *pin)
{
  *pin = (StrataCutPin) { 0 };

  return strata_scenario_find (place->scenario, text, &pin->placement) != NULL;
}

static gboolean
find_module (const Place  *place,
             const char   *text,
             StrataCutPin *pin)
{
  const char *slash = strrchr (text, '/');
  g_autofree char *id = slash != NULL ? g_strndup (text, slash - text) : NULL;

  if (id == NULL || !find_placement (place, id, pin))
    return FALSE;
  pin->module = slash + 1;

  return g_strv_contains (place->scenario->placements[pin->placement]->modules, pin->module);
}

/* A capability that no tool of the scenario offers can't be kept. */
static gboolean
find_capability (const Place  *place,
                 const char   *text,
                 StrataCutPin *pin)
{
  *pin = (StrataCutPin) { .capability = text };
  for (guint i = 0; i < place->scenario->n_placements; i++)
    {
      StrataTool *tool = strata_catalog_find_tool (place->catalog, place->plan, place->scenario->placements[i]->tool);

      for (guint j = 0; tool != NULL && j < tool->n_offers; j++)
        {
          if (g_str_equal (tool->offers[j].capability, text))
            return TRUE;
        }
    }

  return FALSE;
}

/* What is not in this scenario may be in another. */
static GArray *
find_pins (const Place        *place,
           const char * const *texts,
           gboolean           *found)
{
  GArray *pins = g_array_new (FALSE, FALSE, sizeof (StrataCutPin));

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      StrataCutPin pin;

      if (!find_placement (place, texts[i], &pin) && !find_module (place, texts[i], &pin)
          && !find_capability (place, texts[i], &pin))
        continue;
      found[i] = TRUE;
      g_array_append_val (pins, pin);
    }

  return pins;
}

static gboolean
cut_one (StrataCutPlan       *self,
         StrataAssessment    *assessment,
         StrataCatalog       *catalog,
         const char * const  *texts,
         gboolean            *found,
         GError             **error)
{
  Place place = { self->checked->plan, strata_assessment_get_scenario (assessment), catalog };
  g_autoptr (GArray) pins = find_pins (&place, texts, found);
  StrataCut *cut = strata_cut_new (assessment, catalog, (StrataCutPin *) pins->data, pins->len, NULL, NULL, NULL, error);

  if (cut == NULL)
    {
      g_prefix_error (error, "%s: ", self->checked->path);
      return FALSE;
    }
  g_ptr_array_add (self->cuts, cut);

  return TRUE;
}

static gboolean
check_found (StrataCutPlan       *self,
             const char * const  *texts,
             const gboolean      *found,
             GError             **error)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      if (found[i])
        continue;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("%s: nothing to pin is called “%s”; allowed are the id of a placement, its id and a module like “p1/engage”, or a capability that one of its tools has"),
                   self->checked->path, texts[i]);
      return FALSE;
    }

  return TRUE;
}

/**
 * strata_cut_plan_new:
 * @checked: (transfer full): a judged plan
 * @catalog: where tools and capabilities are looked up
 * @pins: (nullable): what has to stay; %NULL-terminated
 * @error: return location for an error
 *
 * Works out what can be cut from each scenario that was judged.
 *
 * Returns: (transfer full): the plan and the answers; %NULL where there is
 *   nothing by the name of a pin, or an answer could not be proven
 */
StrataCutPlan *
strata_cut_plan_new (StrataCheckedPlan   *checked,
                     StrataCatalog       *catalog,
                     const char * const  *pins,
                     GError             **error)
{
  g_autoptr (StrataCutPlan) self = g_new0 (StrataCutPlan, 1);
  g_autofree gboolean *found = g_new0 (gboolean, pins != NULL ? g_strv_length ((char **) pins) + 1 : 1);

  self->checked = checked;
  self->cuts = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_cut_unref);
  for (guint i = 0; i < checked->assessments->len; i++)
    {
      if (!cut_one (self, g_ptr_array_index (checked->assessments, i), catalog, pins, found, error))
        return NULL;
    }
  if (!check_found (self, pins, found, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * strata_cut_plan_free:
 * @self: (transfer full): a plan and its answers
 *
 * Frees both.
 */
void
strata_cut_plan_free (StrataCutPlan *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->cuts);
  strata_checked_plan_free (self->checked);
  g_free (self);
}
