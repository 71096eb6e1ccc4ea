/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person says of a placement, applied to the document.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "model/strata-gesture.h"
#include "workspace/strata-format.h"

/* What Undo shows, by a placement's key in a plan. */
static const struct
{
  const char *member;
  const char *title;
} titles[] = {
  { "status", N_("Set Status of %s") },
  { "start_day", N_("Set Start Day of %s") },
  { "live_day", N_("Set Live Day of %s") },
  { "retire_day", N_("Set Retire Day of %s") },
  { "roles", N_("Set Roles of %s") },
  { "monthly_cost", N_("Set Cost of %s") },
  { "uses", N_("Set Use of %s") },
  { "rendering", N_("Set Rendering of %s") },
  { "note", N_("Set Note on %s") },
};

static const char *
get_title (const char *member)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      if (g_str_equal (titles[i].member, member))
        return _(titles[i].title);
    }

  return NULL;
}

/* “%s” is where the name goes. */
static char *
fill_in (const char *title,
         const char *name)
{
  GString *text = g_string_new (title);

  g_string_replace (text, "%s", name, 1);

  return g_string_free_and_steal (text);
}

static int
get_day (const char  *key,
         const char  *member,
         StrataValue *value,
         int          former)
{
  if (!g_str_equal (key, member))
    return former;

  return value != NULL ? (int) strata_value_get_integer (value) : STRATA_DAY_UNSET;
}

/* The days that a plan would refuse, in words; NULL: it is something else. */
static char *
explain_days (const char      *name,
              StrataPlacement *placement,
              const char      *member,
              StrataValue     *value)
{
  int status = (int) placement->status;
  int start = get_day ("start_day", member, value, placement->start_day);
  int live = get_day ("live_day", member, value, placement->live_day);
  int retire = get_day ("retire_day", member, value, placement->retire_day);

  if (g_str_equal (member, "status"))
    strata_vocabulary_lookup (&strata_statuses, strata_value_get_string (value), &status);
  if (start == STRATA_DAY_UNSET)
    start = strata_placement_get_default_start (placement->layer, (StrataStatus) status);
  if (retire == STRATA_DAY_UNSET)
    retire = strata_placement_get_default_retire ((StrataStatus) status);

  if (live != STRATA_DAY_UNSET && live < start)
    return g_strdup_printf (_("%s can’t be live on day %d: it starts on day %d."), name, live, start);
  if (retire != STRATA_DAY_UNSET && retire < start)
    return g_strdup_printf (_("%s can’t be retired on day %d: it starts on day %d."), name, retire, start);

  return NULL;
}

/* Paths into the file are no help to who fills in a form. */
static void
explain (StrataWorkspace  *self,
         GPtrArray        *placements,
         const char       *member,
         StrataValue      *value,
         GError          **error)
{
  for (guint i = 0; error != NULL && i < placements->len; i++)
    {
      StrataPlacement *placement = g_ptr_array_index (placements, i);
      g_autofree char *name = strata_workspace_name_placements (self, strata_workspace_get_plan (self), &placement, 1);
      char *message = explain_days (name, placement, member, value);

      if (message == NULL)
        continue;
      g_free ((*error)->message);
      (*error)->message = message;
      return;
    }
}

static char *
dup_key (const char * const *placements,
         const char         *member)
{
  g_autofree char *ids = g_strjoinv (" ", (GStrv) placements);

  return g_strconcat ("placements/", ids, "/", member, NULL);
}

/**
 * strata_workspace_set_member:
 * @self: a workspace
 * @placements: (array zero-terminated=1): ids of placements of the scenario
 *   shown
 * @member: a placement's key in a plan: `status`, `start_day`, `live_day`,
 *   `retire_day`, `roles`, `monthly_cost`, `uses`, `rendering` or `note`
 * @value: (nullable): what they have from now on; %NULL: the default
 * @error: return location for a [error@Strata.PlanError]
 *
 * Says something of placements, as one step. Notes within half a second of one
 * another are one step.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_set_member (StrataWorkspace     *self,
                             const char * const  *placements,
                             const char          *member,
                             StrataValue         *value,
                             GError             **error)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (StrataEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *coalesce = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (placements != NULL && placements[0] != NULL, FALSE);
  g_return_val_if_fail (member != NULL && get_title (member) != NULL, FALSE);

  found = strata_workspace_find_placements (self, placements, error);
  if (found == NULL)
    return FALSE;

  name = strata_workspace_name_placements (self, strata_workspace_get_plan (self),
                                           (StrataPlacement * const *) found->pdata, found->len);
  title = fill_in (get_title (member), name);
  edit = strata_gesture_set_member (strata_workspace_get_scenario (self), found, member, value, title);
  if (g_str_equal (member, "note"))
    coalesce = dup_key (placements, member);
  if (strata_workspace_apply (self, edit, coalesce, error))
    return TRUE;

  explain (self, found, member, value, error);
  return FALSE;
}

/* “Engage of Segment”. */
static char *
name_module (StrataWorkspace *self,
             StrataPlacement *placement,
             const char      *module,
             const char      *title)
{
  StrataPlan *plan = strata_workspace_get_plan (self);
  StrataTool *tool = strata_catalog_find_tool (self->catalog, plan, placement->tool);
  g_autofree char *name = strata_format_module (tool, module);

  return fill_in (title, name);
}

/**
 * strata_workspace_buy_module:
 * @self: a workspace
 * @placement: id of a placement of the scenario shown
 * @module: id of a module of its tool
 * @bought: whether it is bought
 * @error: return location for a [error@Strata.PlanError]
 *
 * Buys a module, or no longer; see [func@Strata.gesture_buy_module].
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_buy_module (StrataWorkspace  *self,
                             const char       *placement,
                             const char       *module,
                             gboolean          bought,
                             GError          **error)
{
  const char * const placements[] = { placement, NULL };
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (StrataEdit) edit = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (placement != NULL && module != NULL, FALSE);

  found = strata_workspace_find_placements (self, placements, error);
  if (found == NULL)
    return FALSE;

  /* Translators: the name of a module of a tool. */
  title = name_module (self, found->pdata[0], module, bought ? _("Buy %s") : _("Drop %s"));
  edit = strata_gesture_buy_module (strata_workspace_get_scenario (self), found->pdata[0], module, bought, title);
  return strata_workspace_apply (self, edit, NULL, error);
}

/**
 * strata_workspace_set_module_cost:
 * @self: a workspace
 * @placement: id of a placement of the scenario shown
 * @module: id of a module of its tool
 * @cents: what it costs a month, or %STRATA_MONEY_UNKNOWN
 * @error: return location for a [error@Strata.PlanError]
 *
 * Says how much of a tool's cost is a module's.
 *
 * Returns: whether the document took it
 */
gboolean
strata_workspace_set_module_cost (StrataWorkspace  *self,
                                  const char       *placement,
                                  const char       *module,
                                  gint64            cents,
                                  GError          **error)
{
  const char * const placements[] = { placement, NULL };
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (StrataEdit) edit = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (STRATA_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (placement != NULL && module != NULL, FALSE);

  found = strata_workspace_find_placements (self, placements, error);
  if (found == NULL)
    return FALSE;

  title = name_module (self, found->pdata[0], module, _("Set Cost of %s"));
  edit = strata_gesture_set_module_cost (strata_workspace_get_scenario (self), found->pdata[0], module, cents, title);
  return strata_workspace_apply (self, edit, NULL, error);
}
