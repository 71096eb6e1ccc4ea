/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds a plan against the catalogue: are its tools known, do roles fit.
 */

#define G_LOG_DOMAIN "strata-catalog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/strata-plan-error.h"
#include "strata-catalog.h"

/* The words of a vocabulary without an id are left out of its description. */
static char *
describe_roles (StrataTool *tool)
{
  StrataWord words[STRATA_N_ROLES] = { { NULL } };
  const StrataVocabulary vocabulary = { words, STRATA_N_ROLES };

  for (guint role = 0; role < STRATA_N_ROLES; role++)
    {
      if ((tool->roles & STRATA_ROLE_BIT (role)) != 0)
        words[role].id = strata_vocabulary_get_id (&strata_roles, role);
    }
  return strata_vocabulary_describe (&vocabulary);
}

static GError *
unknown_tool_error (StrataCatalog *catalog,
                    StrataPlan    *plan,
                    const char    *placement_path,
                    const char    *id)
{
  const char *suggestion = strata_catalog_suggest_tool (catalog, plan, id);
  g_autofree char *path = g_strconcat (placement_path, ".tool", NULL);
  g_autofree char *quoted = strata_quote (id);
  g_autofree char *meant = NULL;

  if (suggestion == NULL)
    return strata_plan_error_new (STRATA_PLAN_ERROR_UNKNOWN_TOOL, path,
                                  /* Translators: place in the file, a tool's id. */
                                  _("%s is %s; no tool of the plan or the catalogue has that id"),
                                  path, quoted);

  meant = strata_quote (suggestion);
  return strata_plan_error_new (STRATA_PLAN_ERROR_UNKNOWN_TOOL, path,
                                /* Translators: place in the file, a tool's id, another tool's id. */
                                _("%s is %s; no tool of the plan or the catalogue has that id. "
                                  "Perhaps %s is meant"),
                                path, quoted, meant);
}

static gboolean
is_among (StrataRoles  roles,
          const char  *id)
{
  int role;

  return strata_vocabulary_lookup (&strata_roles, id, &role) && (roles & STRATA_ROLE_BIT (role)) != 0;
}

/* Names the first wrong role by its place in the file. */
static GError *
wrong_role_error (StrataPlacement *placement,
                  StrataTool      *tool,
                  const char      *placement_path)
{
  StrataValue *roles = strata_value_get_member (strata_placement_get_value (placement), "roles");
  g_autofree char *allowed = describe_roles (tool);
  g_autofree char *path = NULL;
  g_autofree char *quoted_tool = strata_quote (placement->tool);
  g_autofree char *quoted_role = NULL;
  guint i = 0;

  while (is_among (tool->roles, strata_value_get_string (strata_value_get_element (roles, i))))
    i++;
  path = g_strdup_printf ("%s.roles[%u]", placement_path, i);
  quoted_role = strata_quote (strata_value_get_string (strata_value_get_element (roles, i)));
  return strata_plan_error_new (STRATA_PLAN_ERROR_INVALID, path,
                                /* Translators: place in the file, a role, a tool's id, a list of roles. */
                                _("%s is %s, a role that %s does not have; allowed are %s"),
                                path, quoted_role, quoted_tool, allowed);
}

static gboolean
check_placement (StrataCatalog    *catalog,
                 StrataPlan       *plan,
                 StrataPlacement  *placement,
                 const char       *path,
                 GError          **error)
{
  StrataTool *tool = strata_catalog_find_tool (catalog, plan, placement->tool);

  if (tool == NULL)
    g_propagate_error (error, unknown_tool_error (catalog, plan, path, placement->tool));
  else if ((placement->roles & ~tool->roles) != 0)
    g_propagate_error (error, wrong_role_error (placement, tool, path));
  else
    return TRUE;
  return FALSE;
}

/**
 * strata_catalog_check_plan:
 * @catalog: a catalogue
 * @plan: a plan
 * @error: return location for an error
 *
 * Checks what a plan can only be held against together with a catalogue:
 * every placement's tool is known, and its roles are among the tool's. Where
 * the plan defines a tool itself, that definition alone counts.
 *
 * Returns: whether all is well; else @error is
 *   %STRATA_PLAN_ERROR_UNKNOWN_TOOL or %STRATA_PLAN_ERROR_INVALID
 */
gboolean
strata_catalog_check_plan (StrataCatalog  *catalog,
                           StrataPlan     *plan,
                           GError        **error)
{
  g_return_val_if_fail (catalog != NULL, FALSE);
  g_return_val_if_fail (plan != NULL, FALSE);

  for (guint i = 0; i < strata_plan_get_n_scenarios (plan); i++)
    {
      StrataScenario *scenario = strata_plan_get_scenario (plan, i);

      for (guint j = 0; j < scenario->n_placements; j++)
        {
          g_autofree char *path = g_strdup_printf ("scenarios[%u].placements[%u]", i, j);

          if (!check_placement (catalog, plan, scenario->placements[j], path, error))
            return FALSE;
        }
    }
  return TRUE;
}
