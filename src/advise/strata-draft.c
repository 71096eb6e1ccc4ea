/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An edit in the making, and the plan as it would leave it so far.
 */

#define G_LOG_DOMAIN "strata-advise"

#include "config.h"

#include "strata-draft-private.h"

#include <glib/gi18n-lib.h>

#include "model/strata-gesture.h"
#include "strata-holding-private.h"

struct _StrataDraft
{
  StrataCatalog *catalog;
  StrataPlan    *plan;
  char          *scenario;
  StrataEdit    *edit;
  gboolean       spoilt;
};

static char *
build_path (StrataDraft *self,
            const char  *id,
            const char  *member)
{
  return strata_path_build ("scenarios", self->scenario, "placements", id, member, NULL);
}

static StrataValue *
get_member (StrataDraft *self,
            const char  *id,
            const char  *member)
{
  StrataPlacement *placement = strata_draft_find (self, id);

  return placement != NULL ? strata_value_get_member (strata_placement_get_value (placement), member) : NULL;
}

/* What gestures take; NULL when there is no such placement. */
static GPtrArray *
list_one (StrataDraft *self,
          const char  *id)
{
  StrataPlacement *placement = strata_draft_find (self, id);
  GPtrArray *placements = NULL;

  if (placement == NULL)
    return NULL;
  placements = g_ptr_array_new ();
  g_ptr_array_add (placements, placement);

  return placements;
}

/* Strings of an array without the ones to leave out. */
static StrataValue *
without_strings (const char * const *strings,
                 const char * const *left_out)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; strings[i] != NULL; i++)
    {
      if (!g_strv_contains (left_out, strings[i]))
        g_ptr_array_add (kept, (gpointer) strings[i]);
    }
  g_ptr_array_add (kept, NULL);

  return strata_value_new_strv ((const char * const *) kept->pdata);
}

static void
drop_module_cost (StrataDraft     *self,
                  StrataPlacement *placement,
                  guint            index)
{
  const char *module = placement->modules[index];
  StrataValue *costs = get_member (self, placement->id, "module_costs");
  gint64 cost = placement->module_costs[index];

  if (costs == NULL || strata_value_get_member (costs, module) == NULL)
    return;
  if (cost != STRATA_MONEY_UNKNOWN && placement->monthly_cost != STRATA_MONEY_UNKNOWN)
    strata_draft_set (self, placement->id, "monthly_cost", strata_money_to_value (MAX (placement->monthly_cost - cost, 0)));
  strata_draft_set (self, placement->id, "module_costs",
                    strata_value_get_length (costs) > 1 ? strata_value_without_member (costs, module) : NULL);
}

/* What an open tool is: its role, what it has to do, and a name that says
 * that somebody has yet to choose it. */
static StrataValue *
new_open_tool (StrataRole          role,
               const char * const *capabilities)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);
  const char *roles[] = { strata_vocabulary_get_id (&strata_roles, role), NULL };
  /* Translators: a tool that is yet to be chosen; %s is its role, like "CDP". */
  g_autofree char *name = g_strdup_printf (_("%s (open)"), _(strata_vocabulary_get_label (&strata_roles, role)));

  g_ptr_array_add (names, (gpointer) "name");
  g_ptr_array_add (members, strata_value_new_string (name));
  g_ptr_array_add (names, (gpointer) "roles");
  g_ptr_array_add (members, strata_value_new_strv (roles));
  g_ptr_array_add (names, (gpointer) "capabilities");
  g_ptr_array_add (members, strata_value_new_strv (capabilities));

  return strata_value_new_object (names, members);
}

/* Defines the tool in the plan, or finds one that is defined the same. */
static char *
define_open_tool (StrataDraft *self,
                  StrataRole   role,
                  StrataValue *definition)
{
  for (guint i = 1; !self->spoilt; i++)
    {
      const char *word = strata_vocabulary_get_id (&strata_roles, role);
      g_autofree char *id = i == 1 ? g_strdup_printf ("open-%s", word) : g_strdup_printf ("open-%s-%u", word, i);
      StrataTool *other = strata_catalog_find_tool (self->catalog, self->plan, id);

      if (other == NULL)
        {
          g_autofree char *path = strata_path_build ("tools", id, NULL);
          g_autoptr (StrataEdit) step = strata_edit_new ("");

          strata_edit_set (step, path, definition);
          strata_draft_step (self, step);
          return g_steal_pointer (&id);
        }
      if (strata_value_equal (strata_tool_get_value (other), definition))
        return g_steal_pointer (&id);
    }

  return NULL;
}

/**
 * strata_draft_new:
 * @plan: the plan as it is
 * @scenario: the scenario to change
 * @catalog: what there is to place
 * @name: what Undo will show
 *
 * Returns: (transfer full): a draft without steps
 */
StrataDraft *
strata_draft_new (StrataPlan     *plan,
                  StrataScenario *scenario,
                  StrataCatalog  *catalog,
                  const char     *name)
{
  StrataDraft *self = g_new0 (StrataDraft, 1);

  self->catalog = strata_catalog_ref (catalog);
  self->plan = strata_plan_ref (plan);
  self->scenario = g_strdup (scenario->id);
  self->edit = strata_edit_new (name);

  return self;
}

/**
 * strata_draft_free:
 * @self: (transfer full): a draft
 *
 * Frees it; what was taken from it stays.
 */
void
strata_draft_free (StrataDraft *self)
{
  strata_catalog_unref (self->catalog);
  strata_plan_unref (self->plan);
  strata_edit_unref (self->edit);
  g_free (self->scenario);
  g_free (self);
}

/**
 * strata_draft_get_edit:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): all steps as one edit; %NULL when there
 *   is none, or one could not be done
 */
StrataEdit *
strata_draft_get_edit (StrataDraft *self)
{
  return self->spoilt || strata_edit_get_n_operations (self->edit) == 0 ? NULL : self->edit;
}

/**
 * strata_draft_get_plan:
 * @self: a draft
 *
 * Returns: (transfer none): the plan as the steps so far leave it
 */
StrataPlan *
strata_draft_get_plan (StrataDraft *self)
{
  return self->plan;
}

/**
 * strata_draft_get_scenario:
 * @self: a draft
 *
 * Returns: (transfer none): the scenario as the steps so far leave it
 */
StrataScenario *
strata_draft_get_scenario (StrataDraft *self)
{
  return strata_plan_find_scenario (self->plan, self->scenario, NULL);
}

/**
 * strata_draft_find:
 * @self: a draft
 * @id: a placement's id
 *
 * Returns: (transfer none) (nullable): the placement as it is by now
 */
StrataPlacement *
strata_draft_find (StrataDraft *self,
                   const char  *id)
{
  return strata_scenario_find (strata_draft_get_scenario (self), id, NULL);
}

/**
 * strata_draft_find_tool:
 * @self: a draft
 * @id: a placement's id
 *
 * Returns: (transfer none) (nullable): the tool that is placed
 */
StrataTool *
strata_draft_find_tool (StrataDraft *self,
                        const char  *id)
{
  StrataPlacement *placement = strata_draft_find (self, id);

  return placement != NULL ? strata_catalog_find_tool (self->catalog, self->plan, placement->tool) : NULL;
}

/**
 * strata_draft_step:
 * @self: a draft
 * @step: (nullable): operations to append; %NULL: nothing to do
 *
 * Takes one step further, or spoils the draft.
 */
void
strata_draft_step (StrataDraft *self,
                   StrataEdit  *step)
{
  StrataPlan *plan = NULL;

  if (self->spoilt || step == NULL)
    return;

  plan = strata_plan_apply (self->plan, step, NULL);
  if (plan == NULL)
    {
      self->spoilt = TRUE;
      return;
    }
  strata_plan_unref (self->plan);
  self->plan = plan;
  strata_edit_append (self->edit, step);
}

/**
 * strata_draft_set:
 * @self: a draft
 * @id: a placement's id
 * @member: what to set
 * @value: (transfer full) (nullable): to what; %NULL removes it
 *
 * Sets a member of a placement.
 */
void
strata_draft_set (StrataDraft *self,
                  const char  *id,
                  const char  *member,
                  StrataValue *value)
{
  g_autoptr (StrataValue) owned = value;
  g_autoptr (StrataEdit) step = strata_edit_new ("");
  g_autofree char *path = build_path (self, id, member);

  if (owned != NULL)
    strata_edit_set (step, path, owned);
  else if (get_member (self, id, member) != NULL)
    strata_edit_unset (step, path);
  else
    return;
  strata_draft_step (self, step);
}

/**
 * strata_draft_set_word:
 * @self: a draft
 * @id: a placement's id
 * @member: what to set
 * @word: to what
 *
 * Sets a member of a placement to a string.
 */
void
strata_draft_set_word (StrataDraft *self,
                       const char  *id,
                       const char  *member,
                       const char  *word)
{
  strata_draft_set (self, id, member, strata_value_new_string (word));
}

/**
 * strata_draft_set_day:
 * @self: a draft
 * @id: a placement's id
 * @member: `start_day`, `live_day` or `retire_day`
 * @day: a day, or %STRATA_DAY_UNSET
 *
 * Sets a day of a placement, or leaves it to its default.
 */
void
strata_draft_set_day (StrataDraft *self,
                      const char  *id,
                      const char  *member,
                      int          day)
{
  strata_draft_set (self, id, member, day != STRATA_DAY_UNSET ? strata_value_new_integer (day) : NULL);
}

/**
 * strata_draft_set_owner:
 * @self: a draft
 * @capability: a capability
 * @id: a placement's id
 *
 * Names the one placement that uses the capability.
 */
void
strata_draft_set_owner (StrataDraft *self,
                        const char  *capability,
                        const char  *id)
{
  g_autoptr (StrataEdit) step = strata_edit_new ("");
  g_autoptr (StrataValue) value = strata_value_new_string (id);
  g_autofree char *path = strata_path_build ("scenarios", self->scenario, "owners", capability, NULL);

  strata_edit_set (step, path, value);
  strata_draft_step (self, step);
}

/**
 * strata_draft_set_fact:
 * @self: a draft
 * @fact: a question to the client
 * @value: (transfer full): the answer
 *
 * Answers a question.
 */
void
strata_draft_set_fact (StrataDraft  *self,
                       StrataFactId  fact,
                       StrataValue  *value)
{
  g_autoptr (StrataValue) owned = value;
  g_autoptr (StrataEdit) step = strata_gesture_set_fact (self->plan, strata_fact_get (fact), owned);

  strata_draft_step (self, step);
}

/**
 * strata_draft_remove:
 * @self: a draft
 * @id: a placement's id
 *
 * Removes a placement with its flows and its entries among the owners.
 */
void
strata_draft_remove (StrataDraft *self,
                     const char  *id)
{
  g_autoptr (GPtrArray) placements = list_one (self, id);
  g_autoptr (StrataEdit) step = NULL;

  if (placements == NULL)
    return;
  step = strata_gesture_remove (strata_draft_get_scenario (self), placements, "");
  strata_draft_step (self, step);
}

/**
 * strata_draft_move:
 * @self: a draft
 * @id: a placement's id
 * @layer: where to
 *
 * Moves a placement to the end of a layer.
 */
void
strata_draft_move (StrataDraft *self,
                   const char  *id,
                   StrataLayer  layer)
{
  g_autoptr (GPtrArray) placements = list_one (self, id);
  g_autoptr (StrataEdit) step = NULL;

  if (placements == NULL)
    return;
  step = strata_gesture_move (strata_draft_get_scenario (self), placements, "", layer, G_MAXUINT);
  strata_draft_step (self, step);
}

/**
 * strata_draft_drop_module:
 * @self: a draft
 * @id: a placement's id
 * @module: one of its modules
 *
 * Stops buying a module; where its cost is known the placement costs as much
 * less.
 */
void
strata_draft_drop_module (StrataDraft *self,
                          const char  *id,
                          const char  *module)
{
  StrataPlacement *found = strata_draft_find (self, id);
  /* Each step brings another one in its place. */
  g_autoptr (StrataPlacement) placement = found != NULL ? strata_placement_ref (found) : NULL;
  const char *left_out[] = { module, NULL };
  g_autoptr (StrataValue) modules = NULL;

  for (guint i = 0; placement != NULL && placement->modules[i] != NULL; i++)
    {
      if (!g_str_equal (placement->modules[i], module))
        continue;
      drop_module_cost (self, placement, i);
      modules = without_strings (placement->modules, left_out);
      strata_draft_set (self, id, "modules",
                        strata_value_get_length (modules) > 0 ? g_steal_pointer (&modules) : NULL);
      return;
    }
}

/**
 * strata_draft_stop_using:
 * @self: a draft
 * @id: a placement's id
 * @capabilities: what it shall not be used for; %NULL-terminated
 *
 * Takes capabilities out of what a placement is used for.
 */
void
strata_draft_stop_using (StrataDraft        *self,
                         const char         *id,
                         const char * const *capabilities)
{
  StrataPlacement *placement = strata_draft_find (self, id);
  StrataTool *tool = strata_draft_find_tool (self, id);
  g_autofree const char **had = NULL;

  if (placement == NULL || tool == NULL)
    return;
  had = strata_holding_list (placement, tool);
  strata_draft_set (self, id, "uses",
                    without_strings (placement->uses != NULL ? placement->uses : had, capabilities));
}

/**
 * strata_draft_use:
 * @self: a draft
 * @id: a placement's id
 * @capabilities: what it shall be used for; %NULL-terminated
 *
 * Adds capabilities to what a placement is used for, where the plan lists it.
 */
void
strata_draft_use (StrataDraft        *self,
                  const char         *id,
                  const char * const *capabilities)
{
  StrataPlacement *placement = strata_draft_find (self, id);
  g_autoptr (GPtrArray) uses = g_ptr_array_new ();

  if (placement == NULL || placement->uses == NULL)
    return;
  for (guint i = 0; placement->uses[i] != NULL; i++)
    g_ptr_array_add (uses, (gpointer) placement->uses[i]);
  for (guint i = 0; capabilities[i] != NULL; i++)
    {
      if (!g_strv_contains (placement->uses, capabilities[i]))
        g_ptr_array_add (uses, (gpointer) capabilities[i]);
    }
  g_ptr_array_add (uses, NULL);
  strata_draft_set (self, id, "uses", strata_value_new_strv ((const char * const *) uses->pdata));
}

/**
 * strata_draft_add_open_tool:
 * @self: a draft
 * @role: what it is for
 * @capabilities: what it has to do; %NULL-terminated
 *
 * Places a tool that is yet to be chosen at the end of its role's layer,
 * planned. The plan gets its definition.
 *
 * Returns: (transfer full) (nullable): the id of the placement, or %NULL where
 *   the draft is spoilt
 */
char *
strata_draft_add_open_tool (StrataDraft        *self,
                            StrataRole          role,
                            const char * const *capabilities)
{
  g_autoptr (StrataValue) definition = new_open_tool (role, capabilities);
  g_autofree char *tool = define_open_tool (self, role, definition);
  g_autofree char *id = NULL;
  g_autoptr (StrataEdit) step = NULL;

  if (tool == NULL || self->spoilt)
    return NULL;
  step = strata_gesture_place (strata_draft_get_scenario (self),
                               strata_catalog_find_tool (self->catalog, self->plan, tool),
                               strata_role_get_home (role), G_MAXUINT, &id);
  strata_draft_step (self, step);

  return self->spoilt ? NULL : g_steal_pointer (&id);
}
