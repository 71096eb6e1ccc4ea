/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a merge takes from one side alone, because the sides together break a
 * rule of the format.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-merge-private.h"

#include <string.h>

#include "model/strata-plan-error.h"

/* Pins a place unless it is pinned already. */
static gboolean
pin (StrataMerger *self,
     const GError *error,
     const char   *first,
     const char   *second,
     const char   *third,
     const char   *fourth)
{
  g_autofree char *path = strata_path_build (first, second, third, fourth, NULL);

  if (g_hash_table_contains (self->pins, path))
    return FALSE;

  g_hash_table_insert (self->pins, g_steal_pointer (&path), g_strdup (error->message));
  return TRUE;
}

/* Follows `[3]` in an error's path; returns the element and what comes after. */
static StrataValue *
follow_element (StrataValue  *array,
                const char  **path)
{
  char *end = NULL;
  guint64 position = 0;

  if (!strata_compare_is (array, STRATA_VALUE_ARRAY) || **path != '[')
    return NULL;

  position = g_ascii_strtoull (*path + 1, &end, 10);
  if (*end != ']' || position >= strata_value_get_length (array))
    return NULL;

  *path = end + 1;
  return strata_value_get_element (array, (guint) position);
}

static const char *
get_text (StrataValue *object,
          const char  *name)
{
  StrataValue *text = strata_compare_is (object, STRATA_VALUE_OBJECT) ? strata_value_get_member (object, name) : NULL;

  return strata_compare_is (text, STRATA_VALUE_STRING) ? strata_value_get_string (text) : NULL;
}

/* First the placement, then its tool, then the scenario. */
static gboolean
pin_in_scenario (StrataMerger *self,
                 StrataValue  *merged,
                 const GError *error,
                 const char   *path)
{
  StrataValue *scenario = follow_element (strata_value_get_member (merged, "scenarios"), &path);
  const char *id = get_text (scenario, "id");
  StrataValue *placement = NULL;

  if (id == NULL)
    return pin (self, error, "scenarios", NULL, NULL, NULL);

  if (g_str_has_prefix (path, ".placements["))
    {
      path += strlen (".placements");
      placement = follow_element (strata_value_get_member (scenario, "placements"), &path);
    }
  if (get_text (placement, "id") != NULL
      && pin (self, error, "scenarios", id, "placements", get_text (placement, "id")))
    return TRUE;
  if (get_text (placement, "tool") != NULL && pin (self, error, "tools", get_text (placement, "tool"), NULL, NULL))
    return TRUE;

  return pin (self, error, "scenarios", id, NULL, NULL) || pin (self, error, "scenarios", NULL, NULL, NULL);
}

static gboolean
pin_in_tools (StrataMerger *self,
              StrataValue  *merged,
              const GError *error,
              const char   *path)
{
  StrataValue *tools = strata_value_get_member (merged, "tools");

  for (guint i = 0; strata_compare_is (tools, STRATA_VALUE_OBJECT) && i < strata_value_get_length (tools); i++)
    {
      const char *id = strata_value_get_name (tools, i);
      g_autoptr (GString) start = g_string_new ("tools");

      strata_json_path_append_member (start, id);
      if (g_str_has_prefix (path, start->str) && pin (self, error, "tools", id, NULL, NULL))
        return TRUE;
    }

  return pin (self, error, "tools", NULL, NULL, NULL);
}

/* Has the next run take ours where an error says that ours and theirs do not
 * go together: as little as may help, and in the end the whole plan.
 */
void
strata_merger_pin (StrataMerger *self,
                   StrataValue  *merged,
                   const GError *error)
{
  const char *path = strata_plan_error_get_path (error);
  gboolean is_pinned = FALSE;

  if (path != NULL && g_str_has_prefix (path, "scenarios"))
    is_pinned = pin_in_scenario (self, merged, error, path + strlen ("scenarios"));
  else if (path != NULL && g_str_has_prefix (path, "tools"))
    is_pinned = pin_in_tools (self, merged, error, path);
  else if (path != NULL && g_str_has_prefix (path, "facts"))
    is_pinned = pin (self, error, "facts", NULL, NULL, NULL);
  if (!is_pinned)
    g_hash_table_insert (self->pins, g_strdup (""), g_strdup (error->message));
}
