/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copying placements, and pasting them into this plan or another one.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "model/strata-fragment.h"
#include "model/strata-gesture.h"
#include "storage/strata-plan-file.h"
#include "workspace/strata-adoption.h"

static gboolean
is_other_currency (StrataPlan *plan,
                   StrataPlan *fragment)
{
  const char *here = strata_plan_get_currency (plan);
  const char *there = strata_plan_get_currency (fragment);

  return here != NULL && there != NULL && !g_str_equal (here, there);
}

static char *
describe_paste (StrataAdoption *adoption,
                StrataPlan     *fragment,
                gboolean        without_costs)
{
  g_autofree char *renamed = strata_adoption_describe (adoption);
  g_autofree char *costs = NULL;

  if (without_costs)
    /* Translators: the code of a currency, such as USD. */
    costs = g_strdup_printf (_("Costs in %s were left out."), strata_plan_get_currency (fragment));
  if (renamed != NULL && costs != NULL)
    return g_strjoin (" ", renamed, costs, NULL);

  return renamed != NULL ? g_steal_pointer (&renamed) : g_steal_pointer (&costs);
}

/* Placements of one layer go wherever they are wanted; those of several would
 * no longer be a stack. */
static gboolean
is_of_one_layer (StrataScenario *scenario)
{
  for (guint i = 1; i < scenario->n_placements; i++)
    {
      if (scenario->placements[i]->layer != scenario->placements[0]->layer)
        return FALSE;
    }

  return TRUE;
}

static gboolean
paste (StrataWorkspace    *self,
       StrataPlan         *fragment,
       const StrataPaste  *where,
       gboolean            is_copy,
       GStrv              *placements,
       char              **note,
       GError            **error)
{
  StrataScenario *source = strata_fragment_get_scenario (fragment);
  StrataPaste what = *where;
  g_autoptr (StrataAdoption) adoption = strata_adoption_new (self->catalog, strata_workspace_get_plan (self), fragment);
  g_autofree char *name = strata_workspace_name_placements (self, fragment, source->placements, source->n_placements);
  g_autofree char *title = g_strdup_printf (is_copy ? _("Duplicate %s") : _("Paste %s"), name);
  g_autofree char *message = NULL;
  g_auto (GStrv) ids = NULL;
  g_autoptr (StrataEdit) edit = NULL;

  what.fragment = source;
  what.tools = strata_adoption_get_ids (adoption);
  what.without_costs = is_other_currency (strata_workspace_get_plan (self), fragment);
  message = describe_paste (adoption, fragment, what.without_costs);
  edit = strata_gesture_paste (strata_workspace_get_scenario (self), &what, title, &ids);
  strata_adoption_add_to (adoption, edit);
  if (!strata_workspace_apply (self, edit, NULL, error))
    return FALSE;
  if (note != NULL)
    *note = g_steal_pointer (&message);
  if (placements != NULL)
    *placements = g_steal_pointer (&ids);

  return TRUE;
}

/* Behind the last of them in each lane. */
static void
find_ends (StrataScenario *scenario,
           GPtrArray      *placements,
           guint           positions[STRATA_N_LAYERS])
{
  guint n_passed[STRATA_N_LAYERS] = { 0 };

  for (guint i = 0; i < scenario->n_placements; i++)
    {
      StrataLayer layer = scenario->placements[i]->layer;

      n_passed[layer]++;
      if (g_ptr_array_find (placements, scenario->placements[i], NULL))
        positions[layer] = n_passed[layer];
    }
}

/**
 * strata_workspace_copy:
 * @self: a workspace
 * @placements: (array zero-terminated=1): ids of placements of the scenario
 *   shown
 * @error: return location for a [error@Strata.PlanError]
 *
 * Makes a fragment: a plan of nothing but these placements, the flows between
 * them, and the plan's own definitions of their tools.
 *
 * Returns: (transfer full): the fragment
 */
StrataPlan *
strata_workspace_copy (StrataWorkspace     *self,
                       const char * const  *placements,
                       GError             **error)
{
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (placements != NULL && placements[0] != NULL, NULL);

  found = strata_workspace_find_placements (self, placements, error);
  if (found == NULL)
    return NULL;

  return strata_fragment_new (strata_workspace_get_plan (self), strata_workspace_get_scenario (self), found);
}

/**
 * strata_workspace_list_names:
 * @self: a workspace
 * @fragment: what has been copied
 *
 * Says in plain text what has been copied, for programs that know no plans.
 *
 * Returns: (transfer full): the tools' names, a line each
 */
char *
strata_workspace_list_names (StrataWorkspace *self,
                             StrataPlan      *fragment)
{
  StrataScenario *scenario;
  GString *text;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (fragment != NULL, NULL);

  scenario = strata_fragment_get_scenario (fragment);
  text = g_string_new (NULL);
  for (guint i = 0; i < scenario->n_placements; i++)
    {
      g_autofree char *name = strata_workspace_name_placements (self, fragment, &scenario->placements[i], 1);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", name);
    }

  return g_string_free_and_steal (text);
}

/**
 * strata_workspace_read_fragment:
 * @self: a workspace
 * @bytes: what a clipboard holds
 * @error: return location for a [error@Strata.PlanError]
 *
 * Reads what was copied, wherever it comes from, as strictly as any plan.
 *
 * Returns: (transfer full): the fragment
 */
StrataPlan *
strata_workspace_read_fragment (StrataWorkspace  *self,
                                GBytes           *bytes,
                                GError          **error)
{
  g_autoptr (StrataPlan) fragment = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  /* Translators: stands where a message has a file's name: “clipboard:7: …”. */
  name = g_strdup (_("clipboard"));
  fragment = strata_plan_file_parse (bytes, name, &reason);
  if (fragment != NULL &&
      strata_fragment_check (fragment, &reason) &&
      strata_catalog_check_plan (self->catalog, fragment, &reason))
    return g_steal_pointer (&fragment);

  strata_plan_file_locate_error (bytes, name, reason);
  g_set_error (error, reason->domain, reason->code,
               /* Translators: why, a clause without a full stop. */
               _("The clipboard holds no tools that can be pasted: %s"), reason->message);
  return NULL;
}

/**
 * strata_workspace_paste:
 * @self: a workspace
 * @fragment: what has been copied
 * @layer: the layer to paste to where the fragment is of one layer, or −1 to
 *   leave everything on its own
 * @position: the place in that lane; whatever is beyond the end is the end
 * @placements: (out) (optional): ids of the new placements
 * @note: (out) (optional) (nullable): what a person should know of it: a tool
 *   that had to get another id, costs that were left out
 * @error: return location for a [error@Strata.PlanError]
 *
 * Pastes placements into the scenario shown, as one step. Definitions of tools
 * come along; where this plan means something else by an id, the definition
 * gets another one. Costs in another currency than the plan's stay behind.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_paste (StrataWorkspace  *self,
                        StrataPlan       *fragment,
                        int               layer,
                        guint             position,
                        GStrv            *placements,
                        char            **note,
                        GError          **error)
{
  StrataPaste where = { .layer = -1 };

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (fragment != NULL, FALSE);
  g_return_val_if_fail (layer >= -1 && layer < STRATA_N_LAYERS, FALSE);

  if (is_of_one_layer (strata_fragment_get_scenario (fragment)))
    where.layer = layer;
  for (int i = 0; i < STRATA_N_LAYERS; i++)
    where.positions[i] = i == layer ? position : G_MAXUINT;

  return paste (self, fragment, &where, FALSE, placements, note, error);
}

/**
 * strata_workspace_duplicate:
 * @self: a workspace
 * @placements: (array zero-terminated=1): ids of placements of the scenario
 *   shown
 * @copies: (out) (optional): ids of the new placements
 * @error: return location for a [error@Strata.PlanError]
 *
 * Copies placements and the flows between them as one step; the copies stand
 * behind the last of them in each lane.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_duplicate (StrataWorkspace     *self,
                            const char * const  *placements,
                            GStrv               *copies,
                            GError             **error)
{
  StrataPaste where = { .layer = -1 };
  StrataScenario *scenario;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (StrataPlan) fragment = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (placements != NULL && placements[0] != NULL, FALSE);

  found = strata_workspace_find_placements (self, placements, error);
  if (found == NULL)
    return FALSE;

  scenario = strata_workspace_get_scenario (self);
  fragment = strata_fragment_new (strata_workspace_get_plan (self), scenario, found);
  find_ends (scenario, found, where.positions);

  return paste (self, fragment, &where, TRUE, copies, NULL, error);
}
