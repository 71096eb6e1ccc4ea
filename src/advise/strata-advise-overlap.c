/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What to do about overlaps: name the owner, don't use, don't buy, cut.
 */

#define G_LOG_DOMAIN "strata-advise"

#include "config.h"

#include "strata-advice-private.h"
#include "strata-holding-private.h"

#include <glib/gi18n-lib.h>

/* A sentence with more buttons is a form. */
#define MOST_OWNERS 3

static gboolean
contains_all (const char * const *whole,
              const char * const *part)
{
  for (guint i = 0; part[i] != NULL; i++)
    {
      if (!g_strv_contains (whole, part[i]))
        return FALSE;
    }

  return TRUE;
}

/* What was bought for the finding's capabilities alone isn't needed by one
 * that does not own them. */
static void
drop_idle_modules (StrataAdvice *advice,
                   StrataDraft  *draft,
                   guint         index)
{
  StrataPlacement *placement = strata_advice_get_tool (advice, index);
  StrataTool *tool = strata_advice_find_tool (advice, advice->finding->tools[index]);

  for (guint i = 0; tool != NULL && placement->modules[i] != NULL; i++)
    {
      g_autofree const char **own = strata_holding_list_module (placement, tool, placement->modules[i]);

      if (own[0] != NULL && contains_all (advice->finding->capabilities, own))
        strata_draft_drop_module (draft, placement->id, placement->modules[i]);
    }
}

static void
propose_owner (StrataAdvice *advice,
               guint         owner)
{
  const char *tool = strata_advice_get_name (advice, owner);
  /* Translators: %s is a tool that from now on does alone what two did. */
  g_autofree char *label = g_strdup_printf (_("%s Owns It"), tool);
  g_autofree char *name = g_strdup_printf (_("Make %s the Owner"), tool);
  StrataDraft *draft = strata_advice_draft (advice, name);

  strata_draft_use (draft, strata_advice_get_id (advice, owner), advice->finding->capabilities);
  for (guint i = 0; advice->finding->capabilities[i] != NULL; i++)
    strata_draft_set_owner (draft, advice->finding->capabilities[i], strata_advice_get_id (advice, owner));
  for (guint i = 0; i < advice->finding->n_tools; i++)
    {
      if (i != owner)
        drop_idle_modules (advice, draft, i);
    }
  strata_advice_propose (advice, draft, label);
}

static void
advise_owner (StrataAdvice *advice)
{
  for (guint i = 0; i < MIN (advice->finding->n_tools, MOST_OWNERS); i++)
    propose_owner (advice, i);
}

/* A run side by side ends on the day the one that lasts takes over. */
static void
advise_handover (StrataAdvice *advice)
{
  const StrataFinding *finding = advice->finding;

  for (guint i = 0; finding->has_days && i < finding->n_tools; i++)
    {
      const StrataSpan *span = strata_assessment_get_span (advice->now, finding->tools[i]);
      g_autofree char *label = NULL;
      g_autofree char *name = NULL;
      StrataDraft *draft = NULL;

      if (span->retire == STRATA_DAY_NEVER || span->start >= finding->from_day)
        continue;
      label = g_strdup_printf (_("Retire %s on Day %d"), strata_advice_get_name (advice, i), finding->from_day);
      draft = strata_advice_draft (advice, label);
      strata_draft_set_day (draft, strata_advice_get_id (advice, i), "retire_day", finding->from_day);
      strata_advice_propose (advice, draft, label);
    }
}

static void
advise_cut (StrataAdvice *advice)
{
  for (guint i = 0; i < MIN (advice->finding->n_tools, MOST_OWNERS); i++)
    {
      g_autofree char *name = g_strdup_printf (_("Cut %s"), strata_advice_get_name (advice, i));
      StrataDraft *draft = strata_advice_draft (advice, name);

      strata_draft_remove (draft, strata_advice_get_id (advice, i));
      strata_advice_propose (advice, draft, NULL);
    }
}

static void
advise_dropping (StrataAdvice *advice)
{
  const char *module = advice->finding->module;
  g_autofree char *name = g_strdup_printf (_("Drop a Module of %s"), strata_advice_get_name (advice, 0));
  StrataDraft *draft = strata_advice_draft (advice, name);

  strata_draft_drop_module (draft, strata_advice_get_id (advice, 0), module);
  strata_advice_propose (advice, draft, _("Drop the Module"));
}

const StrataAdviceRow strata_advice_overlap_rows[] = {
  { "overlap/capability", { advise_handover, advise_owner, advise_cut } },
  { "overlap/hybrid-sync", { advise_owner } },
  { "overlap/redundant-tool", { advise_cut } },
  { "overlap/redundant-module", { advise_dropping } },
  { NULL },
};
