/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks of order/ that look at flows: what runs from where to where.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "strata-cycles-private.h"
#include "strata-judge-private.h"

static StrataFinding *
flag_flow (StrataJudge      *judge,
           const char       *code,
           const StrataFlow *flow)
{
  guint ends[] = { MIN (flow->from, flow->to), MAX (flow->from, flow->to) };

  return strata_judge_flag (judge, code, STRATA_SEVERITY_WARNING, (StrataPositions) { ends, 2 });
}

static gboolean
is_customer_data (StrataCarries carries)
{
  return carries == STRATA_CARRIES_EVENTS || carries == STRATA_CARRIES_PROFILES || carries == STRATA_CARRIES_AUDIENCES;
}

static StrataLayer
get_layer (const StrataStack *stack,
           guint              tool)
{
  return stack->items[tool].placement->layer;
}

static void
check_flow_bypasses_data (StrataJudge *judge,
                          const char  *code)
{
  const StrataStack *stack = judge->stack;

  for (guint i = 0; i < stack->scenario->n_flows; i++)
    {
      const StrataFlow *flow = &stack->scenario->flows[i];

      if (is_customer_data (flow->carries)
          && get_layer (stack, flow->from) == STRATA_LAYER_AUTOMATION
          && strata_item_personalizes (&stack->items[flow->to]))
        strata_judge_say (judge, flag_flow (judge, code, flow),
                          _("%s feeds %s with customer data past the data layer."),
                          strata_judge_name (judge, flow->from), strata_judge_name (judge, flow->to));
    }
}

static void
check_flow_runs_down (StrataJudge *judge,
                      const char  *code)
{
  const StrataStack *stack = judge->stack;

  for (guint i = 0; i < stack->scenario->n_flows; i++)
    {
      const StrataFlow *flow = &stack->scenario->flows[i];

      if (flow->carries != STRATA_CARRIES_RESULTS
          && get_layer (stack, flow->from) == STRATA_LAYER_PERSONALIZATION
          && get_layer (stack, flow->to) == STRATA_LAYER_AUTOMATION)
        strata_judge_say (judge, flag_flow (judge, code, flow),
                          _("%s feeds %s below it, where only results should come down."),
                          strata_judge_name (judge, flow->from), strata_judge_name (judge, flow->to));
    }
}

static gboolean
can_be_in_cycle (const StrataStack *stack,
                 const StrataFlow  *flow)
{
  return flow->carries != STRATA_CARRIES_RESULTS
         && get_layer (stack, flow->from) != STRATA_LAYER_DATA
         && get_layer (stack, flow->to) != STRATA_LAYER_DATA;
}

static void
check_flow_cycle (StrataJudge *judge,
                  const char  *code)
{
  StrataStack *stack = judge->stack;
  StrataFlow *flows = strata_arena_new_array (stack->arena, StrataFlow, stack->scenario->n_flows);
  StrataCycles cycles;
  guint n = 0;

  for (guint i = 0; i < stack->scenario->n_flows; i++)
    {
      if (can_be_in_cycle (stack, &stack->scenario->flows[i]))
        flows[n++] = stack->scenario->flows[i];
    }
  cycles = strata_cycles_find (stack->arena, stack->n_items, flows, n);
  for (guint i = 0; i < cycles.n; i++)
    {
      StrataFinding *finding = strata_judge_flag (judge, code, STRATA_SEVERITY_ERROR, cycles.members[i]);

      strata_judge_say (judge, finding, _("%s feed each other in a circle, so nobody can say what comes first."),
                        strata_judge_list_names (judge, cycles.members[i]));
    }
}

static const StrataCheck checks[] = {
  { "order/flow-bypasses-data", check_flow_bypasses_data,
    N_("Customer data goes from the automation layer straight to personalization. "
       "Two tools then know the customer differently, and the data layer knows neither version."),
    0, 0 },
  { "order/flow-runs-down", check_flow_runs_down,
    N_("A layer lives on the one below it, and only results travel back. "
       "Anything else makes the lower layer wait for the upper one."),
    0, 0 },
  { "order/flow-cycle", check_flow_cycle,
    N_("Each tool of the circle waits for what another one gives. "
       "Nobody can say whose data comes first, and a mistake goes round and round."),
    0, 0 },
};

const StrataFamily strata_flow_family = { checks, G_N_ELEMENTS (checks) };
