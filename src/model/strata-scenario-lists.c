/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scenario's flows, owners and acceptances.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "strata-records-private.h"

#define GONE G_MAXUINT

/* Each list is an rc box, or NULL when it is empty, so that it can be shared
 * with the former scenario while nothing changes that it was read from.
 */
static gpointer
share_list (gconstpointer list)
{
  return list != NULL ? g_atomic_rc_box_acquire ((gpointer) list) : NULL;
}

static gpointer
alloc_list (gsize n_items,
            gsize item_size)
{
  return n_items > 0 ? g_atomic_rc_box_alloc0 (n_items * item_size) : NULL;
}

static void
release_list (gconstpointer list)
{
  if (list != NULL)
    g_atomic_rc_box_release ((gpointer) list);
}

/* The list ends with an acceptance without a value. */
static void
clear_acceptances (gpointer data)
{
  for (StrataAcceptance *acceptance = data; acceptance->value != NULL; acceptance++)
    {
      g_free ((gpointer) acceptance->tools);
      g_free ((gpointer) acceptance->capabilities);
      strata_value_unref (acceptance->value);
    }
}

/* Whether a member of the scenario is what it was in the former one. */
static gboolean
is_unchanged (const StrataReader *reader,
              StrataScenario     *former,
              const char         *key)
{
  return former != NULL
         && strata_value_get_member (former->value, key) == strata_value_get_member (reader->value, key);
}

static gboolean
read_end (StrataScenario     *self,
          const StrataReader *reader,
          guint              *position)
{
  if (!strata_reader_expect (reader, STRATA_VALUE_STRING))
    return FALSE;
  if (strata_scenario_find (self, strata_value_get_string (reader->value), position) != NULL)
    return TRUE;

  return strata_reader_fail (reader, _("allowed is the id of a placement of the scenario"));
}

static gboolean
read_flow (StrataScenario     *self,
           const StrataReader *reader,
           StrataFlow         *flow)
{
  StrataReader from;
  StrataReader to;
  int carries = 0;

  if (!strata_reader_expect (reader, STRATA_VALUE_OBJECT)
      || !strata_reader_require (reader, "from", "to", "carries", NULL)
      || !strata_reader_get_choice (reader, "carries", &strata_carries, &carries))
    return FALSE;

  flow->carries = carries;
  strata_reader_get_member (reader, "from", &from);
  strata_reader_get_member (reader, "to", &to);
  if (!read_end (self, &from, &flow->from) || !read_end (self, &to, &flow->to))
    return FALSE;

  return flow->from != flow->to
         || strata_reader_fail (&to, _("allowed is another placement than the one where the flow starts"));
}

/* Finds where each placement of the former scenario stands now. Most moved as
 * far as the one before did; a distance below zero wraps around.
 */
static guint *
map_positions (StrataScenario *self,
               StrataScenario *former)
{
  guint *positions = g_new (guint, former->n_placements + 1);
  guint distance = 0;

  for (guint i = 0; i < former->n_placements; i++)
    {
      guint position = i + distance;

      if (position >= self->n_placements || self->ids[position] != former->ids[i])
        position = GONE;
      if (position == GONE && strata_scenario_find (self, former->ids[i], &position) != NULL)
        distance = position - i;
      positions[i] = position;
    }

  return positions;
}

/* Takes flows over that still say the same, to placements that have moved;
 * gives up when one of those is gone.
 */
static gboolean
move_flows (StrataScenario *self,
            StrataScenario *former,
            StrataFlow     *flows)
{
  g_autofree guint *positions = map_positions (self, former);

  for (guint i = 0; i < former->n_flows; i++)
    {
      flows[i] = former->flows[i];
      flows[i].from = positions[flows[i].from];
      flows[i].to = positions[flows[i].to];
      if (flows[i].from == GONE || flows[i].to == GONE)
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_flows (StrataScenario     *self,
            const StrataReader *reader,
            StrataScenario     *former,
            gboolean            has_same_ids)
{
  gboolean is_same = is_unchanged (reader, former, "flows");
  StrataFlow *flows = NULL;
  StrataReader list;

  if (!strata_reader_open (reader, "flows", STRATA_VALUE_ARRAY, &list, &self->n_flows))
    return FALSE;

  self->flows = flows = is_same && has_same_ids
                          ? share_list (former->flows)
                          : alloc_list (self->n_flows, sizeof (StrataFlow));
  if (is_same && (has_same_ids || move_flows (self, former, flows)))
    return TRUE;

  for (guint i = 0; i < self->n_flows; i++)
    {
      StrataReader element = strata_reader_get_child (&list, i);

      if (!read_flow (self, &element, &flows[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_owner (StrataScenario     *self,
            const StrataReader *owners,
            const char         *capability,
            StrataOwner        *owner)
{
  StrataReader reader;

  if (!strata_reader_get_member (owners, capability, &reader))
    return TRUE;
  if (!read_end (self, &reader, &owner->placement))
    return FALSE;

  owner->capability = capability;
  self->n_owners++;

  return TRUE;
}

static gboolean
read_owners (StrataScenario     *self,
             const StrataReader *reader,
             StrataScenario     *former)
{
  StrataOwner *owners = NULL;
  StrataReader object;
  guint length = 0;

  if (!strata_reader_open (reader, "owners", STRATA_VALUE_OBJECT, &object, &length))
    return FALSE;

  if (is_unchanged (reader, former, "owners"))
    {
      self->owners = share_list (former->owners);
      self->n_owners = former->n_owners;
      return TRUE;
    }

  self->owners = owners = alloc_list (length, sizeof (StrataOwner));
  for (guint i = 0; i < length; i++)
    {
      const char *capability = strata_value_get_name (object.value, i);

      if (!read_owner (self, &object, capability, &owners[self->n_owners]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_acceptance (const StrataReader *reader,
                 StrataAcceptance   *acceptance)
{
  acceptance->value = strata_value_ref (reader->value);

  return strata_reader_expect (reader, STRATA_VALUE_OBJECT)
         && strata_reader_get_string (reader, "code", &acceptance->code)
         && strata_reader_get_strings (reader, "tools", &acceptance->tools)
         && strata_reader_get_strings (reader, "capabilities", &acceptance->capabilities)
         && strata_reader_get_string (reader, "reason", &acceptance->reason)
         && strata_reader_get_date (reader, "on", &acceptance->on);
}

static gboolean
read_accepted (StrataScenario     *self,
               const StrataReader *reader,
               StrataScenario     *former)
{
  StrataAcceptance *accepted = NULL;
  StrataReader list;

  if (!strata_reader_open (reader, "accepted", STRATA_VALUE_ARRAY, &list, &self->n_accepted))
    return FALSE;

  if (is_unchanged (reader, former, "accepted"))
    {
      self->accepted = share_list (former->accepted);
      return TRUE;
    }

  self->accepted = accepted = alloc_list (self->n_accepted + 1, sizeof (StrataAcceptance));
  for (guint i = 0; i < self->n_accepted; i++)
    {
      StrataReader element = strata_reader_get_child (&list, i);

      if (!read_acceptance (&element, &accepted[i]))
        return FALSE;
    }

  return TRUE;
}

/* Flows and owners hold positions, which are those of the former scenario
 * only while the placements stand as they did.
 */
gboolean
strata_scenario_read_lists (StrataScenario     *self,
                            const StrataReader *reader,
                            StrataScenario     *former,
                            gboolean            has_same_ids)
{
  return read_flows (self, reader, former, has_same_ids)
         && read_owners (self, reader, has_same_ids ? former : NULL)
         && read_accepted (self, reader, former);
}

void
strata_scenario_clear_lists (StrataScenario *self)
{
  release_list (self->flows);
  release_list (self->owners);
  if (self->accepted != NULL)
    g_atomic_rc_box_release_full ((gpointer) self->accepted, clear_acceptances);
}
