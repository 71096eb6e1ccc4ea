/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks of role/: tools that stand where they do not belong.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "strata-judge-private.h"

static gboolean
is_cdp (const StrataItem *item)
{
  return (strata_item_get_tool_roles (item) & STRATA_ROLE_BIT (STRATA_ROLE_CDP)) != 0;
}

static gboolean
stands_as_hub (const StrataItem *item)
{
  return is_cdp (item) && item->placement->layer == STRATA_LAYER_AUTOMATION && !strata_item_is_at_home (item);
}

static gboolean
runs_journeys_alone (const StrataStack *stack,
                     const StrataItem  *item)
{
  const StrataHolding *journeys;

  if (!is_cdp (item) || item->placement->layer == STRATA_LAYER_AUTOMATION || (stack->all_roles & STRATA_ROLES_HUB))
    return FALSE;
  journeys = strata_item_find (item, stack->known[STRATA_KNOWN_JOURNEYS]);
  return journeys != NULL && journeys->used;
}

static void
check_cdp_as_hub (StrataJudge *judge,
                  const char  *code)
{
  StrataFinding *finding;

  for (guint i = 0; i < judge->stack->n_items; i++)
    {
      const StrataItem *item = &judge->stack->items[i];

      if (stands_as_hub (item))
        {
          finding = strata_judge_flag_one (judge, code, STRATA_SEVERITY_ERROR, i);
          strata_judge_say (judge, finding, _("%s is made to hold customer data, not to be the automation hub."),
                            strata_judge_name (judge, i));
        }
      else if (runs_journeys_alone (judge->stack, item))
        {
          finding = strata_judge_flag_one (judge, code,
                                           item->placement->uses != NULL ? STRATA_SEVERITY_ERROR : STRATA_SEVERITY_WARNING,
                                           i);
          strata_judge_say (judge, finding, _("%s runs the journeys because there is no automation hub."),
                            strata_judge_name (judge, i));
        }
    }
}

static void
check_wrong_layer (StrataJudge *judge,
                   const char  *code)
{
  for (guint i = 0; i < judge->stack->n_items; i++)
    {
      const StrataItem *item = &judge->stack->items[i];
      StrataFinding *finding;

      if (strata_item_is_at_home (item) || stands_as_hub (item) || runs_journeys_alone (judge->stack, item))
        continue;
      finding = strata_judge_flag_one (judge, code, STRATA_SEVERITY_WARNING, i);
      strata_judge_say (judge, finding, _("%s stands in the %s layer, but nothing that it is for belongs there."),
                        strata_judge_name (judge, i), strata_judge_layer_label (judge, item->placement->layer));
    }
}

static const StrataCheck checks[] = {
  { "role/cdp-as-hub", check_cdp_as_hub,
    N_("A CDP moves data; it is not made for flows with conditions, retries and people in the loop. "
       "Marketing automation runs channels, an orchestrator runs workflows, and neither replaces the other."),
    0, 0 },
  { "role/wrong-layer", check_wrong_layer,
    N_("The catalogue says what a tool is for, and each purpose has its layer. "
       "A tool that stands elsewhere is counted on for what it does not do."),
    0, 0 },
};

const StrataFamily strata_role_family = { checks, G_N_ELEMENTS (checks) };
