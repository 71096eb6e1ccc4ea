/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan: an immutable value with a client's facts, tools and scenarios.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-plan-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (StrataPlan, strata_plan, strata_plan_ref, strata_plan_unref)

static gboolean
find_id (StrataIndex *index,
         GPtrArray   *ids,
         const char  *id,
         guint       *position)
{
  return strata_index_find (index, (const char * const *) ids->pdata, ids->len, id, position);
}

/* Makes an object from keys and values in turn; takes the values. */
static StrataValue *
build_object (const char *key,
              ...)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);
  va_list args;

  va_start (args, key);
  for (; key != NULL; key = va_arg (args, const char *))
    {
      g_ptr_array_add (names, (gpointer) key);
      g_ptr_array_add (members, va_arg (args, StrataValue *));
    }
  va_end (args);

  return strata_value_new_object (names, members);
}

/**
 * strata_plan_new:
 * @value: what a plan file holds
 * @error: return location for a #StrataPlanError
 *
 * Makes a plan, or says what is wrong with it: everything that the format
 * refuses and that needs neither the bytes of the file nor a catalogue.
 *
 * Returns: (transfer full) (nullable): the plan
 */
StrataPlan *
strata_plan_new (StrataValue  *value,
                 GError      **error)
{
  g_return_val_if_fail (value != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return strata_plan_make (value, NULL, error);
}

/**
 * strata_plan_new_empty:
 * @title: the plan's title
 *
 * Returns: (transfer full): a plan with one scenario and nothing on it
 */
StrataPlan *
strata_plan_new_empty (const char *title)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) scenarios = NULL;
  g_autoptr (StrataValue) value = NULL;

  g_return_val_if_fail (title != NULL, NULL);

  scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);
  g_ptr_array_add (scenarios,
                   build_object ("id", strata_value_new_string ("today"),
                                 "title", strata_value_new_string (_("Today")),
                                 "placements", strata_value_new_array (none),
                                 NULL));
  value = build_object ("format", strata_value_new_string (STRATA_PLAN_FORMAT),
                        "version", strata_value_new_integer (STRATA_PLAN_VERSION),
                        "title", strata_value_new_string (title),
                        "scenarios", strata_value_new_array (scenarios),
                        NULL);

  return strata_plan_make (value, NULL, NULL);
}

/**
 * strata_plan_ref:
 * @self: a plan
 *
 * Returns: (transfer full): @self, with one reference more
 */
StrataPlan *
strata_plan_ref (StrataPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * strata_plan_unref:
 * @self: (transfer full): a plan
 *
 * Gives a reference back.
 */
void
strata_plan_unref (StrataPlan *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->facts, strata_facts_unref);
  g_ptr_array_unref (self->tools);
  g_ptr_array_unref (self->tool_ids);
  strata_index_unref (self->tool_index);
  g_ptr_array_unref (self->scenarios);
  g_ptr_array_unref (self->scenario_ids);
  strata_index_unref (self->scenario_index);
  strata_value_unref (self->value);
  g_free (self);
}

/**
 * strata_plan_apply:
 * @self: a plan
 * @edit: what to change
 * @error: return location for a #StrataPlanError
 *
 * Makes the plan that an edit leads to. It shares with @self every record
 * that the edit does not touch; an edit that changes nothing leads to @self.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL when a path of the
 *   edit leads nowhere or the plan would break a rule of the format
 */
StrataPlan *
strata_plan_apply (StrataPlan  *self,
                   StrataEdit  *edit,
                   GError     **error)
{
  g_autoptr (StrataValue) value = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (edit != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  value = strata_edit_apply (edit, self->value, error);
  if (value == NULL)
    return NULL;
  if (value == self->value)
    return strata_plan_ref (self);

  return strata_plan_make (value, self, error);
}

/**
 * strata_plan_get_value:
 * @self: a plan
 *
 * Returns: (transfer none): what a plan file holds, with all unknown keys
 */
StrataValue *
strata_plan_get_value (StrataPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->value;
}

/**
 * strata_plan_get_title:
 * @self: a plan
 *
 * Returns: (transfer none): the title; empty when there is none
 */
const char *
strata_plan_get_title (StrataPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * strata_plan_get_client:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): whose stack it is
 */
const char *
strata_plan_get_client (StrataPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->client;
}

/**
 * strata_plan_get_currency:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): the code of the currency that all money is in, such as `EUR`
 */
const char *
strata_plan_get_currency (StrataPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->currency;
}

/**
 * strata_plan_get_start_date:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): the date of day 0, `YYYY-MM-DD`
 */
const char *
strata_plan_get_start_date (StrataPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->start_date;
}

/**
 * strata_plan_get_model:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): the text of a DMN file that replaces the installed model
 */
const char *
strata_plan_get_model (StrataPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->model;
}

/**
 * strata_plan_get_facts:
 * @self: a plan
 *
 * Returns: (transfer none): the client's answers, never %NULL
 */
StrataFacts *
strata_plan_get_facts (StrataPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->facts;
}

/**
 * strata_plan_get_n_tools:
 * @self: a plan
 *
 * Returns: how many tools the plan itself defines
 */
guint
strata_plan_get_n_tools (StrataPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->tools->len;
}

/**
 * strata_plan_get_tool:
 * @self: a plan
 * @index: a position among the plan's own tools
 *
 * Returns: (transfer none): the tool
 */
StrataTool *
strata_plan_get_tool (StrataPlan *self,
                      guint       index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->tools->len, NULL);

  return g_ptr_array_index (self->tools, index);
}

/**
 * strata_plan_find_tool:
 * @self: a plan
 * @id: the id of a tool
 *
 * Returns: (transfer none) (nullable): the tool, or %NULL when the plan does
 *   not define it
 */
StrataTool *
strata_plan_find_tool (StrataPlan *self,
                       const char *id)
{
  guint position = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (!find_id (self->tool_index, self->tool_ids, id, &position))
    return NULL;

  return g_ptr_array_index (self->tools, position);
}

/**
 * strata_plan_get_n_scenarios:
 * @self: a plan
 *
 * Returns: how many scenarios the plan has, at least one
 */
guint
strata_plan_get_n_scenarios (StrataPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->scenarios->len;
}

/**
 * strata_plan_get_scenario:
 * @self: a plan
 * @index: a position among the scenarios
 *
 * Returns: (transfer none): the scenario
 */
StrataScenario *
strata_plan_get_scenario (StrataPlan *self,
                          guint       index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->scenarios->len, NULL);

  return g_ptr_array_index (self->scenarios, index);
}

/**
 * strata_plan_find_scenario:
 * @self: a plan
 * @id: the id of a scenario
 * @index: (out) (optional): its position
 *
 * Returns: (transfer none) (nullable): the scenario, or %NULL when the plan
 *   has none with this id
 */
StrataScenario *
strata_plan_find_scenario (StrataPlan *self,
                           const char *id,
                           guint      *index)
{
  guint position = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (!find_id (self->scenario_index, self->scenario_ids, id, &position))
    return NULL;

  if (index != NULL)
    *index = position;

  return g_ptr_array_index (self->scenarios, position);
}
