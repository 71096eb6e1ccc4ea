/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One way the stack may look: placements, flows, owners, acceptances.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-scenario.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "strata-index-private.h"
#include "strata-records-private.h"

G_DEFINE_BOXED_TYPE (StrataScenario, strata_scenario, strata_scenario_ref, strata_scenario_unref)

/* Finds where the former scenario has the placement that @value describes. */
static gboolean
find_former (StrataScenario *former,
             StrataValue    *value,
             guint          *position)
{
  StrataValue *id = NULL;

  if (strata_value_get_kind (value) != STRATA_VALUE_OBJECT)
    return FALSE;

  id = strata_value_get_member (value, "id");

  return id != NULL
         && strata_value_get_kind (id) == STRATA_VALUE_STRING
         && strata_scenario_find (former, strata_value_get_string (id), position) != NULL;
}

/* Finds the placement that was made of the very same value. It most likely
 * stands at @next, right after the one found before.
 */
static StrataPlacement *
find_reusable (StrataScenario *former,
               StrataValue    *value,
               guint          *next)
{
  StrataPlacement *placement = NULL;
  guint position = *next;

  if (former == NULL)
    return NULL;
  if (position >= former->n_placements || former->placements[position]->value != value)
    {
      if (!find_former (former, value, &position))
        return NULL;
    }

  *next = position + 1;
  placement = former->placements[position];

  return placement->value == value ? placement : NULL;
}

static StrataPlacement *
read_or_reuse (const StrataReader *reader,
               StrataScenario     *former,
               guint              *next)
{
  StrataPlacement *placement = find_reusable (former, reader->value, next);

  return placement != NULL ? strata_placement_ref (placement) : strata_placement_read (reader);
}

/* Whether the ids are the very strings that they were, in the same order. */
static gboolean
has_same_ids (StrataScenario *self,
              StrataScenario *former)
{
  return former != NULL
         && former->n_placements == self->n_placements
         && memcmp (former->ids, self->ids, self->n_placements * sizeof (char *)) == 0;
}

static gboolean
check_duplicates (StrataScenario     *self,
                  const StrataReader *list)
{
  StrataReader placement;
  StrataReader id;
  guint duplicate = 0;

  if (!strata_index_find_duplicate (self->index, self->ids, self->n_placements, &duplicate))
    return TRUE;

  placement = strata_reader_get_child (list, duplicate);
  strata_reader_get_member (&placement, "id", &id);

  return strata_reader_fail (&id, _("another placement of the scenario has this id already"));
}

static gboolean
read_placements (StrataScenario     *self,
                 const StrataReader *list,
                 StrataScenario     *former,
                 guint               length)
{
  StrataPlacement **placements = g_new0 (StrataPlacement *, length + 1);
  guint next = 0;

  self->placements = placements;
  self->ids = g_new (const char *, length + 1);
  for (guint i = 0; i < length; i++)
    {
      StrataReader element = strata_reader_get_child (list, i);

      placements[i] = read_or_reuse (&element, former, &next);
      if (placements[i] == NULL)
        return FALSE;
      self->ids[i] = placements[i]->id;
      self->n_placements++;
    }

  return TRUE;
}

static gboolean
read_stack (StrataScenario     *self,
            const StrataReader *reader,
            StrataScenario     *former)
{
  StrataReader list;
  gboolean is_same = FALSE;
  guint length = 0;

  if (!strata_reader_open (reader, "placements", STRATA_VALUE_ARRAY, &list, &length)
      || !read_placements (self, &list, former, length))
    return FALSE;

  is_same = has_same_ids (self, former);
  self->index = is_same ? strata_index_ref (former->index) : strata_index_new (self->ids, length);

  return check_duplicates (self, &list)
         && strata_scenario_read_lists (self, reader, former, is_same);
}

static gboolean
read_scenario (StrataScenario     *self,
               const StrataReader *reader,
               StrataScenario     *former)
{
  if (!strata_reader_expect (reader, STRATA_VALUE_OBJECT)
      || !strata_reader_require (reader, "id", NULL)
      || !strata_reader_get_id (reader, "id", &self->id))
    return FALSE;

  self->title = self->id;

  return strata_reader_get_string (reader, "title", &self->title)
         && read_stack (self, reader, former);
}

/* Makes a scenario that shares with @former what did not change. */
StrataScenario *
strata_scenario_read (const StrataReader *reader,
                      StrataScenario     *former)
{
  g_autoptr (StrataScenario) self = g_new0 (StrataScenario, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->value = strata_value_ref (reader->value);

  return read_scenario (self, reader, former) ? g_steal_pointer (&self) : NULL;
}

/**
 * strata_scenario_new:
 * @value: an object that describes the scenario
 * @path: its JSON path, for messages
 * @former: (nullable): the scenario before a change
 * @error: return location for a #StrataPlanError
 *
 * Makes a scenario. Where its value shares parts with that of @former, so
 * does the scenario: a placement that is the same pointer is the same.
 *
 * Returns: (transfer full) (nullable): the scenario, or %NULL when the
 *   description is wrong
 */
StrataScenario *
strata_scenario_new (StrataValue     *value,
                     const char      *path,
                     StrataScenario  *former,
                     GError         **error)
{
  StrataReader reader = strata_reader_init (value, path, error);

  g_return_val_if_fail (value != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return strata_scenario_read (&reader, former);
}

/**
 * strata_scenario_ref:
 * @self: a scenario
 *
 * Returns: (transfer full): @self, with one reference more
 */
StrataScenario *
strata_scenario_ref (StrataScenario *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * strata_scenario_unref:
 * @self: (transfer full): a scenario
 *
 * Gives a reference back.
 */
void
strata_scenario_unref (StrataScenario *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_placements; i++)
    strata_placement_unref (self->placements[i]);
  strata_scenario_clear_lists (self);
  strata_index_unref (self->index);
  g_free ((gpointer) self->placements);
  g_free (self->ids);
  strata_value_unref (self->value);
  g_free (self);
}

/**
 * strata_scenario_get_value:
 * @self: a scenario
 *
 * Returns: (transfer none): the object that it was read from
 */
StrataValue *
strata_scenario_get_value (StrataScenario *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->value;
}

/**
 * strata_scenario_find:
 * @self: a scenario
 * @id: the id of a placement
 * @position: (out) (optional): where it stands among the placements
 *
 * Returns: (transfer none) (nullable): the placement, or %NULL when the
 *   scenario has none with this id
 */
StrataPlacement *
strata_scenario_find (StrataScenario *self,
                      const char     *id,
                      guint          *position)
{
  guint found = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (!strata_index_find (self->index, self->ids, self->n_placements, id, &found))
    return NULL;

  if (position != NULL)
    *position = found;

  return self->placements[found];
}
