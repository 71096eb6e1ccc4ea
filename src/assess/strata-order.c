/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks of order/: what starts before the layer below it is ready.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "strata-judge-private.h"

static gboolean
is_planned (const StrataItem *item)
{
  return item->placement->status == STRATA_STATUS_PLANNED;
}

/* A day that never comes is later than every start. */
static gboolean
starts_before (const StrataItem *item,
               int               ready)
{
  return item->span.start < ready;
}

static gboolean
automates_too_early (const StrataStack *stack,
                     const StrataItem  *item)
{
  int ready = stack->ready[STRATA_LAYER_DATA];

  if (item->placement->layer != STRATA_LAYER_AUTOMATION || !(item->roles & STRATA_ROLES_HUB))
    return FALSE;
  return ready == STRATA_DAY_NEVER || (is_planned (item) && starts_before (item, ready));
}

static void
check_automation_before_data (StrataJudge *judge,
                              const char  *code)
{
  int ready = judge->stack->ready[STRATA_LAYER_DATA];
  gboolean is_early = strata_stack_decides (judge->stack, STRATA_DECISION_PROFILE, "early");

  for (guint i = 0; i < judge->stack->n_items; i++)
    {
      const StrataItem *item = &judge->stack->items[i];
      StrataFinding *finding;

      if (!automates_too_early (judge->stack, item))
        continue;
      finding = strata_judge_flag_one (judge, code, is_early ? STRATA_SEVERITY_ADVICE : STRATA_SEVERITY_WARNING, i);
      if (ready == STRATA_DAY_NEVER)
        strata_judge_say (judge, finding, _("%s automates on data that nobody has put in order: the data layer is never ready."),
                          strata_judge_name (judge, i));
      else
        strata_judge_say (judge, finding, _("%s starts on day %d, but the data layer is ready only on day %d."),
                          strata_judge_name (judge, i), item->span.start, ready);
    }
}

static gboolean
personalizes_before (const StrataStack *stack,
                     const StrataItem  *item,
                     StrataLayer        layer)
{
  return strata_item_personalizes (item) && starts_before (item, stack->ready[layer]);
}

static StrataSeverity
get_early_severity (const StrataItem *item)
{
  return is_planned (item) ? STRATA_SEVERITY_ERROR : STRATA_SEVERITY_WARNING;
}

static void
check_personalization_before_data (StrataJudge *judge,
                                   const char  *code)
{
  int ready = judge->stack->ready[STRATA_LAYER_DATA];

  for (guint i = 0; i < judge->stack->n_items; i++)
    {
      const StrataItem *item = &judge->stack->items[i];
      StrataFinding *finding;

      if (!personalizes_before (judge->stack, item, STRATA_LAYER_DATA))
        continue;
      finding = strata_judge_flag_one (judge, code, get_early_severity (item), i);
      if (ready == STRATA_DAY_NEVER)
        strata_judge_say (judge, finding, _("%s has no data to personalize with: the data layer is never ready."),
                          strata_judge_name (judge, i));
      else
        strata_judge_say (judge, finding, _("%s starts to personalize on day %d, but the data layer is ready only on day %d."),
                          strata_judge_name (judge, i), item->span.start, ready);
    }
}

static void
check_personalization_before_automation (StrataJudge *judge,
                                         const char  *code)
{
  int ready = judge->stack->ready[STRATA_LAYER_AUTOMATION];

  for (guint i = 0; i < judge->stack->n_items; i++)
    {
      const StrataItem *item = &judge->stack->items[i];
      StrataFinding *finding;

      if (!personalizes_before (judge->stack, item, STRATA_LAYER_AUTOMATION)
          || personalizes_before (judge->stack, item, STRATA_LAYER_DATA))
        continue;
      finding = strata_judge_flag_one (judge, code, get_early_severity (item), i);
      if (ready == STRATA_DAY_NEVER)
        strata_judge_say (judge, finding, _("%s has nothing to act through: the automation layer is never ready."),
                          strata_judge_name (judge, i));
      else
        strata_judge_say (judge, finding, _("%s starts to personalize on day %d, but the automation layer is ready only on day %d."),
                          strata_judge_name (judge, i), item->span.start, ready);
    }
}

static void
check_outside_phase (StrataJudge *judge,
                     const char  *code)
{
  for (guint i = 0; i < judge->stack->n_items; i++)
    {
      const StrataItem *item = &judge->stack->items[i];
      StrataLayer layer = item->placement->layer;
      int begin = judge->stack->phases->begin[layer];
      StrataFinding *finding;

      if (!is_planned (item) || !starts_before (item, begin))
        continue;
      finding = strata_judge_flag_one (judge, code, STRATA_SEVERITY_ADVICE, i);
      strata_judge_say (judge, finding, _("%s starts on day %d, before work on the %s layer begins on day %d."),
                        strata_judge_name (judge, i), item->span.start, strata_judge_layer_label (judge, layer), begin);
    }
}

static const StrataCheck checks[] = {
  { "order/automation-before-data", check_automation_before_data,
    N_("Automation lives on what the data layer holds, so it starts when that is ready. "
       "Flows that are built on shaky data have to be built again."),
    0, STRATA_DECISION_BIT (STRATA_DECISION_PROFILE) },
  { "order/personalization-before-data", check_personalization_before_data,
    N_("Personalization lives on what the data layer holds. "
       "An engine that starts before it works with bad data, and its results mislead."),
    0, 0 },
  { "order/personalization-before-automation", check_personalization_before_automation,
    N_("Personalization acts through the automation layer and comes last of the three. "
       "What it decides reaches customers only through flows that already work."),
    0, 0 },
  { "order/outside-phase", check_outside_phase,
    N_("The layers are built one after the other, each in days of its own. "
       "An early start takes time from the layer that has to come first."),
    0, 0 },
};

const StrataFamily strata_order_family = { checks, G_N_ELEMENTS (checks) };
