/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What to do about what comes too early or ends too soon: start later, add
 * what has to be there first, keep until somebody takes over.
 */

#define G_LOG_DOMAIN "strata-advise"

#include "config.h"

#include "strata-advice-private.h"

#include <glib/gi18n-lib.h>

static void
propose_start (StrataAdvice *advice,
               int           day)
{
  guint position = advice->finding->tools[0];
  g_autofree char *label = g_strdup_printf (_("Start on Day %d"), day);
  g_autofree char *name = NULL;
  StrataDraft *draft = NULL;

  name = g_strdup_printf (_("Start %s on Day %d"), strata_advice_get_name (advice, 0), day);
  draft = strata_advice_draft (advice, name);
  strata_advice_start_on (advice, draft, position, day);
  strata_advice_propose (advice, draft, label);
}

static void
advise_start_after_data (StrataAdvice *advice)
{
  int data = strata_assessment_get_ready (advice->now, STRATA_LAYER_DATA);

  if (data != STRATA_DAY_NEVER)
    propose_start (advice, data);
}

/* Personalization that waits for the data alone would start before the layer
 * between them. */
static void
advise_start_after_automation (StrataAdvice *advice)
{
  int automation = strata_assessment_get_ready (advice->now, STRATA_LAYER_AUTOMATION);

  if (automation != STRATA_DAY_NEVER)
    propose_start (advice, automation);
}

static void
advise_start_in_phase (StrataAdvice *advice)
{
  propose_start (advice, strata_assessment_get_phases (advice->now)->begin[strata_advice_get_tool (advice, 0)->layer]);
}

/* The first day on which what was added below is live by its default. */
static void
start_after_phase (StrataAdvice *advice,
                   StrataDraft  *draft,
                   StrataLayer   below)
{
  int day = strata_assessment_get_phases (advice->now)->end[below];
  guint position = advice->finding->tools[0];

  if (strata_assessment_get_span (advice->now, position)->start < day)
    strata_advice_start_on (advice, draft, position, day);
}

static void
advise_adding_data (StrataAdvice *advice)
{
  StrataDraft *draft = NULL;

  if (strata_assessment_get_ready (advice->now, STRATA_LAYER_DATA) != STRATA_DAY_NEVER)
    return;
  draft = strata_advice_draft (advice, _("Add the Data Layer"));
  strata_advice_add_data (advice, draft);
  if (strata_advice_get_tool (advice, 0)->status == STRATA_STATUS_PLANNED)
    start_after_phase (advice, draft, STRATA_LAYER_DATA);
  strata_advice_propose (advice, draft, NULL);
}

/* What personalizes stands on both layers. */
static void
advise_adding_layers (StrataAdvice *advice)
{
  gboolean lacks_data = strata_assessment_get_ready (advice->now, STRATA_LAYER_DATA) == STRATA_DAY_NEVER;
  gboolean lacks_hub = strata_assessment_get_ready (advice->now, STRATA_LAYER_AUTOMATION) == STRATA_DAY_NEVER;
  StrataDraft *draft = NULL;

  if (!lacks_data && !lacks_hub)
    return;
  draft = strata_advice_draft (advice, lacks_data ? _("Add the Layers Below") : _("Add the Automation Hub"));
  if (lacks_data)
    strata_advice_add_data (advice, draft);
  strata_advice_add_hub (advice, draft);
  start_after_phase (advice, draft, STRATA_LAYER_AUTOMATION);
  strata_advice_propose (advice, draft, NULL);
}

static void
keep (StrataDraft *draft,
      const char  *id,
      int          until)
{
  StrataPlacement *placement = strata_draft_find (draft, id);

  if (until != STRATA_DAY_NEVER)
    {
      strata_draft_set_day (draft, id, "retire_day", until);
      return;
    }
  /* The status first: what is retiring has a day for it by default. */
  if (placement->status == STRATA_STATUS_RETIRING)
    strata_draft_set_word (draft, id, "status", strata_vocabulary_get_id (&strata_statuses, STRATA_STATUS_EXISTING));
  strata_draft_set_day (draft, id, "retire_day", STRATA_DAY_UNSET);
}

static void
advise_keeping (StrataAdvice *advice)
{
  int until = advice->finding->to_day;
  g_autofree char *names = strata_advice_dup_names (advice);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  StrataDraft *draft = NULL;

  name = until == STRATA_DAY_NEVER
    ? g_strdup_printf (_("Keep %s"), names)
    : g_strdup_printf (_("Keep %s until Day %d"), names, until);
  label = until == STRATA_DAY_NEVER ? g_strdup (_("Keep It")) : g_strdup_printf (_("Keep It until Day %d"), until);
  draft = strata_advice_draft (advice, name);
  for (guint i = 0; i < advice->finding->n_tools; i++)
    keep (draft, strata_advice_get_id (advice, i), until);
  strata_advice_propose (advice, draft, advice->finding->n_tools == 1 ? label : NULL);
}

/* A store that goes and what was built on it: the one among the finding's
 * tools that does not last. */
static const StrataSpan *
find_swapped (StrataAdvice *advice,
              guint        *index)
{
  for (guint i = 0; i < advice->finding->n_tools; i++)
    {
      const StrataSpan *span = strata_assessment_get_span (advice->now, advice->finding->tools[i]);

      if (span->retire == STRATA_DAY_NEVER)
        continue;
      *index = i;
      return span;
    }

  g_return_val_if_reached (NULL);
}

static void
advise_starting_after_swap (StrataAdvice *advice)
{
  guint swapped = 0;
  const StrataSpan *span = find_swapped (advice, &swapped);
  g_autofree char *name = g_strdup_printf (_("Start after %s"), strata_advice_get_name (advice, swapped));
  StrataDraft *draft = strata_advice_draft (advice, name);

  for (guint i = 0; i < advice->finding->n_tools; i++)
    {
      if (i != swapped)
        strata_advice_start_on (advice, draft, advice->finding->tools[i], span->retire);
    }
  strata_advice_propose (advice, draft, NULL);
}

static void
advise_swapping_early (StrataAdvice *advice)
{
  guint swapped = 0;
  int first = STRATA_DAY_NEVER;
  g_autofree char *name = NULL;
  StrataDraft *draft = NULL;

  find_swapped (advice, &swapped);
  for (guint i = 0; i < advice->finding->n_tools; i++)
    {
      if (i != swapped)
        first = MIN (first, strata_assessment_get_span (advice->now, advice->finding->tools[i])->start);
    }
  name = g_strdup_printf (_("Retire %s on Day %d"), strata_advice_get_name (advice, swapped), first);
  draft = strata_advice_draft (advice, name);
  strata_draft_set_day (draft, strata_advice_get_id (advice, swapped), "retire_day", first);
  strata_advice_propose (advice, draft, NULL);
}

const StrataAdviceRow strata_advice_order_rows[] = {
  { "order/automation-before-data", { advise_start_after_data, advise_adding_data } },
  { "order/personalization-before-data", { advise_start_after_automation, advise_start_after_data, advise_adding_layers } },
  { "order/personalization-before-automation", { advise_start_after_automation, advise_adding_layers } },
  { "order/data-goes-dark", { advise_keeping } },
  { "order/hub-goes-dark", { advise_keeping } },
  { "order/leaves-gap", { advise_keeping } },
  { "order/data-swapped", { advise_starting_after_swap, advise_swapping_early } },
  { "order/outside-phase", { advise_start_in_phase } },
  { NULL },
};
