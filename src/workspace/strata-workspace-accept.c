/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Findings that the room lives with, written into the scenario.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "assess/strata-acceptance.h"

static void
add_member (GPtrArray   *names,
            GPtrArray   *values,
            const char  *name,
            StrataValue *value)
{
  g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_add (values, value);
}

static StrataValue *
make_tools (StrataScenario      *scenario,
            const StrataFinding *finding)
{
  g_autofree const char **ids = g_new0 (const char *, finding->n_tools + 1);

  for (guint i = 0; i < finding->n_tools; i++)
    ids[i] = scenario->placements[finding->tools[i]]->id;

  return strata_value_new_strv (ids);
}

static StrataValue *
make_entry (StrataScenario      *scenario,
            const StrataFinding *finding,
            const char          *reason,
            GDateTime           *now)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  add_member (names, values, "code", strata_value_new_string (finding->code));
  add_member (names, values, "tools", make_tools (scenario, finding));
  if (finding->capabilities != NULL)
    add_member (names, values, "capabilities", strata_value_new_strv (finding->capabilities));
  add_member (names, values, "reason", strata_value_new_string (reason));
  add_member (names, values, "on", strata_value_new_string (today));

  return strata_value_new_object (names, values);
}

/* The settled scenario's finding, or an error. */
static const StrataFinding *
find_finding (StrataWorkspace  *self,
              const char       *identity,
              GError          **error)
{
  const StrataFinding *finding = NULL;

  strata_workspace_settle (self);
  finding = strata_workspace_find_finding (self, identity);
  if (finding == NULL)
    g_set_error_literal (error, STRATA_PLAN_ERROR, STRATA_PLAN_ERROR_EDIT,
                         _("The plan has changed: that finding is gone."));

  return finding;
}

/* The log without the entries that match the finding. */
static GPtrArray *
list_others (StrataScenario      *scenario,
             const StrataFinding *finding)
{
  GPtrArray *others = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);

  for (guint i = 0; i < scenario->n_accepted; i++)
    {
      if (!strata_acceptance_matches (&scenario->accepted[i], scenario, finding))
        g_ptr_array_add (others, strata_value_ref (scenario->accepted[i].value));
    }

  return others;
}

/* A log without entries is none. */
static StrataEdit *
make_log (StrataScenario *scenario,
          const char     *name,
          GPtrArray      *entries)
{
  g_autofree char *path = strata_path_build ("scenarios", scenario->id, "accepted", NULL);
  StrataEdit *edit = strata_edit_new (name);

  if (entries->len > 0)
    {
      g_autoptr (StrataValue) log = strata_value_new_array (entries);

      strata_edit_set (edit, path, log);
    }
  else
    {
      strata_edit_unset (edit, path);
    }

  return edit;
}

/**
 * strata_workspace_accept:
 * @self: a workspace
 * @identity: the identity of a finding
 * @reason: why the room lives with it
 * @now: the time, of which the day is noted
 * @error: return location for a [error@Strata.PlanError]
 *
 * Writes a finding into the scenario's log of what is accepted. One that is
 * there already stays as it is.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_accept (StrataWorkspace  *self,
                         const char       *identity,
                         const char       *reason,
                         GDateTime        *now,
                         GError          **error)
{
  const StrataFinding *finding = NULL;
  g_autoptr (StrataEdit) edit = NULL;
  g_autoptr (StrataValue) entry = NULL;
  g_autofree char *path = NULL;
  StrataScenario *scenario = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (identity != NULL && reason != NULL && now != NULL, FALSE);

  finding = find_finding (self, identity, error);
  if (finding == NULL)
    return FALSE;
  if (finding->accepted)
    return TRUE;

  scenario = strata_workspace_get_scenario (self);
  entry = make_entry (scenario, finding, reason, now);
  path = strata_path_build ("scenarios", scenario->id, "accepted", NULL);
  edit = strata_edit_new (_("Accept Finding"));
  strata_edit_insert (edit, path, G_MAXUINT, entry);

  return strata_workspace_apply (self, edit, NULL, error);
}

/**
 * strata_workspace_reopen:
 * @self: a workspace
 * @identity: the identity of an accepted finding
 * @error: return location for a [error@Strata.PlanError]
 *
 * Takes the entries that match a finding out of the scenario's log. One that
 * names no capabilities may have matched others too.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_reopen (StrataWorkspace  *self,
                         const char       *identity,
                         GError          **error)
{
  const StrataFinding *finding = NULL;
  StrataScenario *scenario = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (StrataEdit) edit = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (identity != NULL, FALSE);

  finding = find_finding (self, identity, error);
  if (finding == NULL)
    return FALSE;
  if (!finding->accepted)
    return TRUE;

  scenario = strata_workspace_get_scenario (self);
  others = list_others (scenario, finding);
  edit = make_log (scenario, _("Reopen Finding"), others);

  return strata_workspace_apply (self, edit, NULL, error);
}
