/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where placements stand in a scenario while an edit is being put together.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-arrangement-private.h"

/* Stands on no lane for now. */
#define LIFTED (-1)

typedef struct
{
  const char *id;    /* borrowed from the scenario; NULL: added */
  int         layer; /* or LIFTED */
} Slot;

struct _StrataArrangement
{
  GArray *slots;
};

static const Slot *
get_slot (StrataArrangement *self,
          guint              index)
{
  return &g_array_index (self->slots, Slot, index);
}

static guint
find_slot (StrataArrangement *self,
           const char        *id)
{
  guint index = 0;

  while (g_strcmp0 (get_slot (self, index)->id, id) != 0)
    g_assert (++index < self->slots->len);

  return index;
}

/* Puts something where it stands at a position of its lane: as near as can be
 * to where it stood, so that a file changes little. */
static guint
insert (StrataArrangement *self,
        Slot               slot,
        guint              position,
        guint              former)
{
  guint n_slots = self->slots->len;
  guint lowest = 0;
  guint highest = n_slots;
  guint n_passed = 0;
  guint index;

  for (guint i = 0; i < n_slots && highest == n_slots; i++)
    {
      if (get_slot (self, i)->layer != slot.layer)
        continue;
      if (n_passed++ < position)
        lowest = i + 1;
      else
        highest = i;
    }
  index = CLAMP (MIN (former, n_slots), lowest, highest);
  g_array_insert_val (self->slots, index, slot);

  return index;
}

/**
 * strata_arrangement_new:
 * @scenario: a scenario, which has to outlive it
 *
 * Returns: (transfer full): its placements as they stand
 */
StrataArrangement *
strata_arrangement_new (StrataScenario *scenario)
{
  StrataArrangement *self;

  g_return_val_if_fail (scenario != NULL, NULL);

  self = g_new0 (StrataArrangement, 1);
  self->slots = g_array_sized_new (FALSE, FALSE, sizeof (Slot), scenario->n_placements);
  for (guint i = 0; i < scenario->n_placements; i++)
    {
      Slot slot = { scenario->placements[i]->id, (int) scenario->placements[i]->layer };

      g_array_append_val (self->slots, slot);
    }

  return self;
}

/**
 * strata_arrangement_free:
 * @self: (transfer full): an arrangement
 */
void
strata_arrangement_free (StrataArrangement *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->slots);
  g_free (self);
}

/**
 * strata_arrangement_lift:
 * @self: an arrangement
 * @placement: id of one of its placements
 *
 * Takes a placement off its lane: no position counts it until it is put.
 */
void
strata_arrangement_lift (StrataArrangement *self,
                         const char        *placement)
{
  g_return_if_fail (self != NULL && placement != NULL);

  g_array_index (self->slots, Slot, find_slot (self, placement)).layer = LIFTED;
}

/**
 * strata_arrangement_put:
 * @self: an arrangement
 * @placement: id of a placement that has been lifted
 * @layer: the layer to put it on
 * @position: its place in that lane; whatever is beyond the end is the end
 * @former: (out): where it stood among all placements
 *
 * Returns: where it stands now among all placements, itself not counted
 */
guint
strata_arrangement_put (StrataArrangement *self,
                        const char        *placement,
                        StrataLayer        layer,
                        guint              position,
                        guint             *former)
{
  Slot slot = { placement, (int) layer };

  g_return_val_if_fail (self != NULL && placement != NULL && former != NULL, 0);

  *former = find_slot (self, placement);
  g_array_remove_index (self->slots, *former);

  return insert (self, slot, position, *former);
}

/**
 * strata_arrangement_add:
 * @self: an arrangement
 * @layer: the layer to put something new on
 * @position: its place in that lane; whatever is beyond the end is the end
 *
 * Returns: before which of all placements it has to be inserted
 */
guint
strata_arrangement_add (StrataArrangement *self,
                        StrataLayer        layer,
                        guint              position)
{
  Slot slot = { NULL, (int) layer };

  g_return_val_if_fail (self != NULL, 0);

  return insert (self, slot, position, G_MAXUINT);
}
