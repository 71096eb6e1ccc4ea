/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tool put on a layer of a scenario: when, how much of it, for how much.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-placement.h"

#include <glib/gi18n-lib.h>

#include "strata-price-private.h"
#include "strata-records-private.h"

/* When a placement begins and ends that does not say so: decision-model.md,
 * section 5, by the phases of the shipped model. A plan that is right stays
 * right whatever model judges it, so no other model's phases count here.
 */
static const int first_days[STRATA_N_LAYERS] = { 0, 45, 75 };
static const int retiring_day = 90;

G_DEFINE_BOXED_TYPE (StrataPlacement, strata_placement, strata_placement_ref, strata_placement_unref)

static gboolean
read_words (StrataPlacement    *self,
            const StrataReader *reader)
{
  int layer = STRATA_LAYER_DATA;
  int status = STRATA_STATUS_PLANNED;
  int rendering = STRATA_RENDERING_UNKNOWN;

  if (!strata_reader_get_choice (reader, "layer", &strata_layers, &layer)
      || !strata_reader_get_choice (reader, "status", &strata_statuses, &status)
      || !strata_reader_get_choice (reader, "rendering", &strata_renderings, &rendering))
    return FALSE;

  self->layer = layer;
  self->status = status;
  self->rendering = rendering;

  return TRUE;
}

static gboolean
read_roles (StrataPlacement    *self,
            const StrataReader *reader)
{
  StrataReader roles;

  if (!strata_reader_get_choices (reader, "roles", &strata_roles, &self->roles, NULL))
    return FALSE;
  if (!strata_reader_get_member (reader, "roles", &roles) || self->roles != 0)
    return TRUE;

  return strata_reader_fail (&roles, _("list at least one role, or leave it out"));
}

static int
get_effective_start (StrataPlacement *self)
{
  if (self->start_day != STRATA_DAY_UNSET)
    return self->start_day;

  return strata_placement_get_default_start (self->layer, self->status);
}

/* Checks that a day is not before the placement's start. */
static gboolean
check_not_before_start (StrataPlacement    *self,
                        const StrataReader *reader,
                        const char         *key,
                        int                 day)
{
  g_autofree char *found = NULL;
  g_autofree char *clause = NULL;
  StrataReader member;
  int start = get_effective_start (self);

  if (day == STRATA_DAY_UNSET || day >= start)
    return TRUE;

  if (strata_reader_get_member (reader, key, &member))
    found = g_strdup_printf ("%d", day);
  else
    found = g_strdup_printf (_("not given, and then %d"), day);
  clause = g_strdup_printf (_("allowed is no day before start_day, %d"), start);

  return strata_reader_fail_found (&member, found, clause);
}

static gboolean
read_days (StrataPlacement    *self,
           const StrataReader *reader)
{
  int retire_day = STRATA_DAY_UNSET;

  if (!strata_reader_get_day (reader, "start_day", &self->start_day)
      || !strata_reader_get_day (reader, "live_day", &self->live_day)
      || !strata_reader_get_day (reader, "retire_day", &self->retire_day))
    return FALSE;

  retire_day = self->retire_day;
  if (retire_day == STRATA_DAY_UNSET)
    retire_day = strata_placement_get_default_retire (self->status);

  return check_not_before_start (self, reader, "live_day", self->live_day)
         && check_not_before_start (self, reader, "retire_day", retire_day);
}

/* Checks the cost of every module, bought or not. */
static gboolean
check_costs (const StrataReader *reader,
             StrataReader       *costs)
{
  guint length = 0;

  if (!strata_reader_open (reader, "module_costs", STRATA_VALUE_OBJECT, costs, &length))
    return FALSE;

  for (guint i = 0; i < length; i++)
    {
      gint64 cost = 0;

      if (!strata_reader_get_money (costs, strata_value_get_name (costs->value, i), &cost))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_modules (StrataPlacement    *self,
              const StrataReader *reader)
{
  gint64 *module_costs = NULL;
  StrataReader costs;

  if (!strata_reader_get_strings (reader, "modules", &self->modules) || !check_costs (reader, &costs))
    return FALSE;

  self->module_costs = module_costs = g_new (gint64, g_strv_length ((char **) self->modules) + 1);
  for (guint i = 0; self->modules[i] != NULL; i++)
    {
      module_costs[i] = STRATA_MONEY_UNKNOWN;
      if (costs.value != NULL && !strata_reader_get_money (&costs, self->modules[i], &module_costs[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_uses (StrataPlacement    *self,
           const StrataReader *reader)
{
  /* An empty list uses nothing; no list uses all that there is. */
  return !strata_reader_has (reader, "uses")
         || strata_reader_get_strings (reader, "uses", &self->uses);
}

static gboolean
read_placement (StrataPlacement    *self,
                const StrataReader *reader)
{
  return strata_reader_expect (reader, STRATA_VALUE_OBJECT)
         && strata_reader_require (reader, "id", "tool", "layer", NULL)
         && strata_reader_get_id (reader, "id", &self->id)
         && strata_reader_get_id (reader, "tool", &self->tool)
         && read_words (self, reader)
         && read_roles (self, reader)
         && read_days (self, reader)
         && strata_reader_get_money (reader, "monthly_cost", &self->monthly_cost)
         && read_modules (self, reader)
         && strata_price_check (reader)
         && read_uses (self, reader)
         && strata_reader_get_string (reader, "note", &self->note);
}

StrataPlacement *
strata_placement_read (const StrataReader *reader)
{
  g_autoptr (StrataPlacement) self = g_new0 (StrataPlacement, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->value = strata_value_ref (reader->value);
  self->start_day = STRATA_DAY_UNSET;
  self->live_day = STRATA_DAY_UNSET;
  self->retire_day = STRATA_DAY_UNSET;
  self->monthly_cost = STRATA_MONEY_UNKNOWN;

  return read_placement (self, reader) ? g_steal_pointer (&self) : NULL;
}

/**
 * strata_placement_new:
 * @value: an object that describes the placement
 * @path: its JSON path, for messages
 * @error: return location for a #StrataPlanError
 *
 * Returns: (transfer full) (nullable): the placement, or %NULL when the
 *   description is wrong
 */
StrataPlacement *
strata_placement_new (StrataValue  *value,
                      const char   *path,
                      GError      **error)
{
  StrataReader reader = strata_reader_init (value, path, error);

  g_return_val_if_fail (value != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return strata_placement_read (&reader);
}

/**
 * strata_placement_ref:
 * @self: a placement
 *
 * Returns: (transfer full): @self, with one reference more
 */
StrataPlacement *
strata_placement_ref (StrataPlacement *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * strata_placement_unref:
 * @self: (transfer full): a placement
 *
 * Gives a reference back.
 */
void
strata_placement_unref (StrataPlacement *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free ((gpointer) self->modules);
  g_free ((gpointer) self->module_costs);
  g_free ((gpointer) self->uses);
  strata_value_unref (self->value);
  g_free (self);
}

/**
 * strata_placement_get_value:
 * @self: a placement
 *
 * Returns: (transfer none): the object that it was read from
 */
StrataValue *
strata_placement_get_value (StrataPlacement *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->value;
}

/**
 * strata_placement_get_roles:
 * @self: a placement
 * @tool: its tool
 *
 * Tells what the tool is used as: the roles that are written, else those of
 * the tool that are at home in the placement's layer, else all of the tool's
 * (decision model, section 2).
 *
 * Returns: at least one role
 */
StrataRoles
strata_placement_get_roles (StrataPlacement *self,
                            StrataTool      *tool)
{
  StrataRoles at_home = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (tool != NULL, 0);

  if (self->roles != 0)
    return self->roles;

  at_home = tool->roles & strata_layer_get_roles (self->layer);

  return at_home != 0 ? at_home : tool->roles;
}

/**
 * strata_placement_get_default_start:
 * @layer: a layer
 * @status: a status
 *
 * Returns: the day on which such a placement starts for the checks of a plan
 *   when it does not say so itself, by the phases of the shipped model
 */
int
strata_placement_get_default_start (StrataLayer  layer,
                                    StrataStatus status)
{
  g_return_val_if_fail ((guint) layer < STRATA_N_LAYERS, 0);

  return status == STRATA_STATUS_PLANNED ? first_days[layer] : 0;
}

/**
 * strata_placement_get_default_retire:
 * @status: a status
 *
 * Returns: the day on which such a placement retires when it does not say so
 *   itself, or %STRATA_DAY_UNSET: never
 */
int
strata_placement_get_default_retire (StrataStatus status)
{
  return status == STRATA_STATUS_RETIRING ? retiring_day : STRATA_DAY_UNSET;
}

/**
 * strata_money_to_value:
 * @cents: money in cents, at least 0
 *
 * Returns: (transfer full): the number that stands in a plan or an answer
 */
StrataValue *
strata_money_to_value (gint64 cents)
{
  g_return_val_if_fail (cents >= 0, NULL);

  return cents % 100 == 0 ? strata_value_new_integer (cents / 100) : strata_value_new_double (cents / 100.0);
}
