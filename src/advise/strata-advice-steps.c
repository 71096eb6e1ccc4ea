/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Steps of a fix that several families of findings take.
 */

#define G_LOG_DOMAIN "strata-advise"

#include "config.h"

#include "strata-advice-private.h"

#include <glib/gi18n-lib.h>

/* The capability that makes a tool what its role says. */
typedef struct
{
  StrataRole  role;
  const char *capability;
} Essence;

static const Essence essences[] = {
  { STRATA_ROLE_EVENT_COLLECTION, "event-collection" },
  { STRATA_ROLE_CDP, "profile-store" },
  { STRATA_ROLE_WAREHOUSE, "storage-query" },
  { STRATA_ROLE_TRANSFORMATION, "data-modelling" },
  { STRATA_ROLE_REVERSE_ETL, "reverse-sync" },
  { STRATA_ROLE_IDENTITY_RESOLUTION, "identity-resolution" },
  { STRATA_ROLE_CONSENT, "consent-record" },
  { STRATA_ROLE_MAP, "journeys" },
  { STRATA_ROLE_ORCHESTRATOR, "workflow-automation" },
};

static const char *
get_essence (StrataRole role)
{
  for (guint i = 0; i < G_N_ELEMENTS (essences); i++)
    {
      if (essences[i].role == role)
        return essences[i].capability;
    }

  g_return_val_if_reached (NULL);
}

static gboolean
is_outcome (StrataAdvice     *advice,
            StrataDecisionId  decision,
            const char       *outcome)
{
  return g_strcmp0 (strata_advice_get_outcome (advice, decision), outcome) == 0;
}

/* A CDP comes with what the stack under it lacks, a durable orchestrator with
 * what makes it so: otherwise the fix would raise the next finding. */
static void
add_extras (StrataAdvice *advice,
            StrataRole    role,
            GPtrArray    *capabilities)
{
  if (role == STRATA_ROLE_CDP && !strata_advice_any_has (advice, "identity-resolution"))
    g_ptr_array_add (capabilities, (gpointer) "identity-resolution");
  if (role == STRATA_ROLE_CDP && !strata_advice_any_has (advice, "event-collection") &&
      !strata_advice_any_has (advice, "ingestion"))
    g_ptr_array_add (capabilities, (gpointer) "event-collection");
  if (role == STRATA_ROLE_ORCHESTRATOR && is_outcome (advice, STRATA_DECISION_ORCHESTRATOR_KIND, "durable"))
    g_ptr_array_add (capabilities, (gpointer) "durable-workflows");
}

static void
add_missing_role (StrataAdvice *advice,
                  StrataDraft  *draft,
                  StrataRole    role)
{
  if (!strata_advice_any_role (advice, role))
    strata_advice_add_role (advice, draft, role);
}

/* The placement starts on the day; as many days later as before it is live. */
void
strata_advice_start_on (StrataAdvice *advice,
                        StrataDraft  *draft,
                        guint         position,
                        int           day)
{
  StrataPlacement *placement = advice->scenario->placements[position];
  const StrataSpan *span = strata_assessment_get_span (advice->now, position);

  if (placement->status == STRATA_STATUS_EXISTING)
    strata_draft_set_word (draft, placement->id, "status",
                           strata_vocabulary_get_id (&strata_statuses, STRATA_STATUS_PLANNED));
  if (placement->live_day != STRATA_DAY_UNSET)
    strata_draft_set_day (draft, placement->id, "live_day", day + (span->live - span->start));
  strata_draft_set_day (draft, placement->id, "start_day", day);
}

/* A tool that is yet to be chosen. */
void
strata_advice_add_role (StrataAdvice *advice,
                        StrataDraft  *draft,
                        StrataRole    role)
{
  g_autoptr (GPtrArray) capabilities = g_ptr_array_new ();
  g_autofree char *id = NULL;

  g_ptr_array_add (capabilities, (gpointer) get_essence (role));
  add_extras (advice, role, capabilities);
  g_ptr_array_add (capabilities, NULL);
  id = strata_draft_add_open_tool (draft, role, (const char * const *) capabilities->pdata);
}

/* What keeps the data layer from being up, of the kind that the decision
 * names; a CDP where it is open. */
void
strata_advice_add_data (StrataAdvice *advice,
                        StrataDraft  *draft)
{
  gboolean wants_warehouse = strata_advice_any_role (advice, STRATA_ROLE_WAREHOUSE) ||
                             is_outcome (advice, STRATA_DECISION_DATA_LAYER, "warehouse") ||
                             is_outcome (advice, STRATA_DECISION_DATA_LAYER, "hybrid");
  gboolean wants_cdp = !wants_warehouse || is_outcome (advice, STRATA_DECISION_DATA_LAYER, "hybrid");

  if (wants_cdp)
    add_missing_role (advice, draft, STRATA_ROLE_CDP);
  if (!wants_warehouse)
    return;
  add_missing_role (advice, draft, STRATA_ROLE_WAREHOUSE);
  if (!wants_cdp && !strata_advice_any_has (advice, "reverse-sync"))
    strata_advice_add_role (advice, draft, STRATA_ROLE_REVERSE_ETL);
}

/* The hub that the decision names and nobody is; a MAP where it is open. */
void
strata_advice_add_hub (StrataAdvice *advice,
                       StrataDraft  *draft)
{
  if (!is_outcome (advice, STRATA_DECISION_AUTOMATION_HUB, "orchestrator"))
    add_missing_role (advice, draft, STRATA_ROLE_MAP);
  if (is_outcome (advice, STRATA_DECISION_AUTOMATION_HUB, "orchestrator") ||
      is_outcome (advice, STRATA_DECISION_AUTOMATION_HUB, "map+orchestrator"))
    add_missing_role (advice, draft, STRATA_ROLE_ORCHESTRATOR);
}

void
strata_advice_remove_role (StrataAdvice *advice,
                           StrataDraft  *draft,
                           StrataRole    role)
{
  for (guint i = 0; i < advice->scenario->n_placements; i++)
    {
      if (strata_advice_is_lasting (advice, i) && strata_advice_has_role (advice, i, role))
        strata_draft_remove (draft, advice->scenario->placements[i]->id);
    }
}

/* Each of the finding's tools, or all of them, taken out. */
void
strata_advise_removal (StrataAdvice *advice)
{
  g_autofree char *names = strata_advice_dup_names (advice);
  g_autofree char *name = g_strdup_printf (_("Remove %s"), names);
  StrataDraft *draft = strata_advice_draft (advice, name);

  for (guint i = 0; i < advice->finding->n_tools; i++)
    strata_draft_remove (draft, strata_advice_get_id (advice, i));
  strata_advice_propose (advice, draft, advice->finding->n_tools == 1 ? _("Remove") : _("Remove All"));
}
