/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a merge must not lose because something else refers to it.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-merge-private.h"

static gboolean
is_text (StrataValue *value,
         const char  *text)
{
  return strata_compare_is (value, STRATA_VALUE_STRING) && g_str_equal (strata_value_get_string (value), text);
}

static StrataValue *
get_member (StrataValue     *object,
            const char      *name,
            StrataValueKind  kind)
{
  StrataValue *member = strata_compare_is (object, STRATA_VALUE_OBJECT) ? strata_value_get_member (object, name) : NULL;

  return strata_compare_is (member, kind) ? member : NULL;
}

static StrataValue *
find_by_id (StrataValue *array,
            const char  *id)
{
  for (guint i = 0; array != NULL && i < strata_value_get_length (array); i++)
    {
      StrataValue *element = strata_value_get_element (array, i);

      if (is_text (strata_value_get_member (element, "id"), id))
        return element;
    }

  return NULL;
}

static gboolean
has_element (StrataValue *array,
             StrataValue *wanted)
{
  for (guint i = 0; array != NULL && i < strata_value_get_length (array); i++)
    {
      if (strata_compare_same (strata_value_get_element (array, i), wanted))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_new_flow (StrataValue *scenario,
              StrataValue *base,
              const char  *id)
{
  StrataValue *flows = get_member (scenario, "flows", STRATA_VALUE_ARRAY);
  StrataValue *old = get_member (base, "flows", STRATA_VALUE_ARRAY);

  for (guint i = 0; flows != NULL && i < strata_value_get_length (flows); i++)
    {
      StrataValue *flow = strata_value_get_element (flows, i);
      gboolean is_end = is_text (strata_value_get_member (flow, "from"), id)
                        || is_text (strata_value_get_member (flow, "to"), id);

      if (is_end && !has_element (old, flow))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_new_owner (StrataValue *scenario,
              StrataValue *base,
              const char  *id)
{
  StrataValue *owners = get_member (scenario, "owners", STRATA_VALUE_OBJECT);
  StrataValue *old = get_member (base, "owners", STRATA_VALUE_OBJECT);

  for (guint i = 0; owners != NULL && i < strata_value_get_length (owners); i++)
    {
      StrataValue *was = old != NULL ? strata_value_get_member (old, strata_value_get_name (owners, i)) : NULL;

      if (is_text (strata_value_get_element (owners, i), id) && !is_text (was, id))
        return TRUE;
    }

  return FALSE;
}

/* Whether a scenario has a placement of the tool that is new or changed. */
static gboolean
places_anew (StrataValue *scenario,
             StrataValue *base,
             const char  *tool)
{
  StrataValue *placements = get_member (scenario, "placements", STRATA_VALUE_ARRAY);
  StrataValue *old = get_member (base, "placements", STRATA_VALUE_ARRAY);

  for (guint i = 0; placements != NULL && i < strata_value_get_length (placements); i++)
    {
      StrataValue *placement = strata_value_get_element (placements, i);
      const char *id = strata_value_get_string (strata_value_get_member (placement, "id"));

      if (is_text (strata_value_get_member (placement, "tool"), tool)
          && !strata_compare_same (placement, find_by_id (old, id)))
        return TRUE;
    }

  return FALSE;
}

/* The side that still has what only the other one removed, or NULL. */
static StrataValue *
get_other_side (const StrataSides *place,
                const StrataSides *around)
{
  if (place->base == NULL || (place->ours == NULL) == (place->theirs == NULL))
    return NULL;

  return place->ours != NULL ? around->ours : around->theirs;
}

/* Whether one side removed a placement that the other one, since then, has
 * flow to or own something.
 */
gboolean
strata_merge_needs_placement (const StrataSides *scenario,
                              const StrataSides *placement,
                              const char        *id)
{
  StrataValue *other = get_other_side (placement, scenario);

  return other != NULL
         && (has_new_flow (other, scenario->base, id) || is_new_owner (other, scenario->base, id));
}

/* Whether one side removed a tool that the other one, since then, has placed
 * or whose placement it has changed.
 */
gboolean
strata_merge_needs_tool (const StrataSides *plan,
                         const StrataSides *tool,
                         const char        *id)
{
  StrataValue *scenarios = get_member (get_other_side (tool, plan), "scenarios", STRATA_VALUE_ARRAY);
  StrataValue *old = get_member (plan->base, "scenarios", STRATA_VALUE_ARRAY);

  for (guint i = 0; scenarios != NULL && i < strata_value_get_length (scenarios); i++)
    {
      StrataValue *scenario = strata_value_get_element (scenarios, i);
      const char *scenario_id = strata_value_get_string (strata_value_get_member (scenario, "id"));

      if (places_anew (scenario, find_by_id (old, scenario_id), id))
        return TRUE;
    }

  return FALSE;
}
