/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What to do about what is missing: add it, have it earlier, get it in place.
 */

#define G_LOG_DOMAIN "strata-advise"

#include "config.h"

#include "strata-advice-private.h"

#include <glib/gi18n-lib.h>

/* Who does a capability that some tool requires. */
typedef struct
{
  const char *capability;
  StrataRole  role;
} Provider;

static const Provider providers[] = {
  { "profile-store", STRATA_ROLE_CDP },
  { "storage-query", STRATA_ROLE_WAREHOUSE },
  { "data-modelling", STRATA_ROLE_TRANSFORMATION },
  { "ingestion", STRATA_ROLE_INGESTION },
  { "reverse-sync", STRATA_ROLE_REVERSE_ETL },
  { "identity-resolution", STRATA_ROLE_IDENTITY_RESOLUTION },
  { "consent-record", STRATA_ROLE_CONSENT },
  { "crm-record", STRATA_ROLE_CRM },
  { "journeys", STRATA_ROLE_MAP },
  { "workflow-automation", STRATA_ROLE_ORCHESTRATOR },
  { "durable-workflows", STRATA_ROLE_ORCHESTRATOR },
  { "recommendations", STRATA_ROLE_RECOMMENDATION },
  { "web-personalization", STRATA_ROLE_PERSONALIZATION_ENGINE },
  { "ab-testing", STRATA_ROLE_EXPERIMENTATION },
  { "feature-flags", STRATA_ROLE_FEATURE_FLAGS },
  { "content-variants", STRATA_ROLE_CONTENT_VARIANTS },
};

/* What stands for a layer's other capabilities. */
static const StrataRole common_roles[STRATA_N_LAYERS] = {
  [STRATA_LAYER_DATA] = STRATA_ROLE_EVENT_COLLECTION,
  [STRATA_LAYER_AUTOMATION] = STRATA_ROLE_MESSAGING,
  [STRATA_LAYER_PERSONALIZATION] = STRATA_ROLE_CONTENT_VARIANTS,
};

static StrataRole
find_provider (StrataAdvice *advice,
               const char   *capability)
{
  const StrataCapability *known = strata_catalog_find_capability (advice->catalog, capability);

  for (guint i = 0; i < G_N_ELEMENTS (providers); i++)
    {
      if (g_str_equal (providers[i].capability, capability))
        return providers[i].role;
    }

  return common_roles[known != NULL ? known->layer : STRATA_LAYER_DATA];
}

/* The open tool is live on the day at the latest, and starts no later. */
static void
have_by (StrataAdvice *advice,
         StrataDraft  *draft,
         const char   *id,
         int           day)
{
  const StrataPhases *phases = strata_assessment_get_phases (advice->now);
  StrataLayer layer = strata_draft_find (draft, id)->layer;

  if (day >= phases->end[layer])
    return;
  if (day < phases->begin[layer])
    strata_draft_set_day (draft, id, "start_day", day);
  strata_draft_set_day (draft, id, "live_day", day);
}

/* One open tool for all that the finding misses, of the role that does the
 * first of it. */
static void
advise_adding_capabilities (StrataAdvice *advice)
{
  const char * const *missing = advice->finding->capabilities;
  StrataRole role = find_provider (advice, missing[0]);
  StrataDraft *draft = strata_advice_draft (advice, _("Add What Is Missing"));
  g_autofree char *id = strata_draft_add_open_tool (draft, role, missing);

  if (id != NULL && advice->finding->n_tools > 0)
    have_by (advice, draft, id, strata_assessment_get_span (advice->now, advice->finding->tools[0])->live);
  strata_advice_propose (advice, draft, NULL);
}

static void
propose_role (StrataAdvice *advice,
              const char   *name,
              StrataRole    role)
{
  StrataDraft *draft = strata_advice_draft (advice, name);

  strata_advice_add_role (advice, draft, role);
  strata_advice_propose (advice, draft, NULL);
}

static void
advise_collection (StrataAdvice *advice)
{
  propose_role (advice, _("Add Event Collection"), STRATA_ROLE_EVENT_COLLECTION);
}

static void
advise_transformation (StrataAdvice *advice)
{
  propose_role (advice, _("Add Transformation"), STRATA_ROLE_TRANSFORMATION);
}

static void
advise_activation (StrataAdvice *advice)
{
  propose_role (advice, _("Add Reverse ETL"), STRATA_ROLE_REVERSE_ETL);
}

static void
advise_identity (StrataAdvice *advice)
{
  propose_role (advice, _("Add Identity Resolution"), STRATA_ROLE_IDENTITY_RESOLUTION);
}

static void
advise_consent (StrataAdvice *advice)
{
  int ready = strata_assessment_get_ready (advice->now, STRATA_LAYER_DATA);
  const char *capabilities[] = { "consent-record", NULL };
  StrataDraft *draft = NULL;
  g_autofree char *id = NULL;

  if (advice->finding->n_tools > 0)
    return;
  draft = strata_advice_draft (advice, _("Add Consent"));
  id = strata_draft_add_open_tool (draft, STRATA_ROLE_CONSENT, capabilities);
  if (id != NULL && ready != STRATA_DAY_NEVER)
    have_by (advice, draft, id, ready);
  strata_advice_propose (advice, draft, NULL);
}

/* Consent that is there too late is live on the day the data layer is. */
static void
advise_early_consent (StrataAdvice *advice)
{
  int ready = strata_assessment_get_ready (advice->now, STRATA_LAYER_DATA);

  for (guint i = 0; i < advice->finding->n_tools; i++)
    {
      const char *id = strata_advice_get_id (advice, i);
      const StrataSpan *span = strata_assessment_get_span (advice->now, advice->finding->tools[i]);
      g_autofree char *name = g_strdup_printf (_("Have %s Live on Day %d"), strata_advice_get_name (advice, i), ready);
      StrataDraft *draft = strata_advice_draft (advice, name);

      if (span->start > ready)
        strata_draft_set_day (draft, id, "start_day", ready);
      strata_draft_set_day (draft, id, "live_day", ready);
      strata_advice_propose (advice, draft, NULL);
    }
}

static void
advise_getting_in_place (StrataAdvice *advice)
{
  const StrataFact *fact = strata_fact_lookup (advice->finding->facts[0]);
  /* Translators: %s is a prerequisite, like "Segmentation". */
  g_autofree char *name = g_strdup_printf (_("%s Is in Place"), _(fact->label));
  StrataDraft *draft = strata_advice_draft (advice, name);

  strata_draft_set_fact (draft, fact->id, strata_value_new_string ("in-place"));
  strata_advice_propose (advice, draft, _("It Is in Place"));
}

static void
advise_hiring (StrataAdvice *advice)
{
  StrataDraft *draft = strata_advice_draft (advice, _("Hire an Engineer"));

  strata_draft_set_fact (draft, STRATA_FACT_ENGINEERS, strata_value_new_integer (1));
  strata_advice_propose (advice, draft, NULL);
}

static void
advise_cdp_instead (StrataAdvice *advice)
{
  StrataDraft *draft = strata_advice_draft (advice, _("Use a CDP Instead"));

  strata_advice_remove_role (advice, draft, STRATA_ROLE_WAREHOUSE);
  if (!strata_advice_any_role (advice, STRATA_ROLE_CDP))
    strata_advice_add_role (advice, draft, STRATA_ROLE_CDP);
  strata_advice_propose (advice, draft, NULL);
}

static void
advise_allowing_code (StrataAdvice *advice)
{
  StrataDraft *draft = strata_advice_draft (advice, _("Allow Custom Code"));

  strata_draft_set_fact (draft, STRATA_FACT_CUSTOM_CODE, strata_value_new_boolean (TRUE));
  strata_advice_propose (advice, draft, NULL);
}

const StrataAdviceRow strata_advice_prereq_rows[] = {
  { "prereq/event-schema", { advise_getting_in_place, strata_advise_removal } },
  { "prereq/segmentation", { advise_getting_in_place, strata_advise_removal } },
  { "prereq/variant-pipeline", { advise_getting_in_place, strata_advise_removal } },
  { "prereq/measurement", { advise_getting_in_place, strata_advise_removal } },
  { "prereq/capability", { advise_adding_capabilities, strata_advise_removal } },
  { "prereq/collection", { advise_collection } },
  { "prereq/transformation", { advise_transformation } },
  { "prereq/activation", { advise_activation } },
  { "prereq/identity", { advise_identity } },
  { "prereq/engineering", { advise_hiring, advise_cdp_instead } },
  { "prereq/custom-code", { strata_advise_removal, advise_allowing_code } },
  { "prereq/consent", { advise_consent, advise_early_consent } },
  { "prereq/channel", { advise_adding_capabilities } },
  { NULL },
};
