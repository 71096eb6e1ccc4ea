/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks of fit/: whether the stack is what the decisions call for.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "strata-judge-private.h"

#define ROLES_BY_HAND (STRATA_ROLE_BIT (STRATA_ROLE_SPREADSHEET) | STRATA_ROLE_BIT (STRATA_ROLE_CONNECTOR))

static StrataPositions
list_role (StrataStack *stack,
           StrataRole   role)
{
  return strata_stack_list_lasting (stack, STRATA_ROLE_BIT (role));
}

static gboolean
is_cdp_too_early (StrataStack    *stack,
                  StrataSeverity *severity)
{
  return list_role (stack, STRATA_ROLE_CDP).n > 0
         && strata_decisions_get_concern (stack->decisions, STRATA_CONCERN_CDP_TOO_EARLY, severity)
         && !strata_stack_decides (stack, STRATA_DECISION_DATA_LAYER, "hybrid")
         && !strata_stack_decides (stack, STRATA_DECISION_DATA_LAYER, "cdp");
}

static void
check_cdp_too_early (StrataJudge *judge,
                     const char  *code)
{
  StrataPositions cdps = list_role (judge->stack, STRATA_ROLE_CDP);
  StrataSeverity severity;
  StrataFinding *finding;

  if (!is_cdp_too_early (judge->stack, &severity))
    return;
  finding = strata_judge_flag (judge, code, severity, cdps);
  strata_judge_say (judge, finding, _("%s comes early: with so few users its bill outgrows that of a warehouse."),
                    strata_judge_list_names (judge, cdps));
}

static void
check_spreadsheets (StrataJudge *judge,
                    const char  *code)
{
  StrataPositions tools = strata_stack_list_lasting (judge->stack, ROLES_BY_HAND);
  StrataSeverity severity;
  StrataFinding *finding;

  if (tools.n == 0 || judge->stack->ready[STRATA_LAYER_DATA] != STRATA_DAY_NEVER
      || !strata_decisions_get_concern (judge->stack->decisions, STRATA_CONCERN_SPREADSHEETS_AT_SCALE, &severity))
    return;
  finding = strata_judge_flag (judge, code, severity, tools);
  strata_judge_say (judge, finding, _("%s carry by hand what a data layer should, for far too many users."),
                    strata_judge_list_names (judge, tools));
}

static void
check_data_layer (StrataJudge *judge,
                  const char  *code)
{
  StrataStack *stack = judge->stack;
  const StrataDecision *decision = strata_decisions_get (stack->decisions, STRATA_DECISION_DATA_LAYER);
  StrataDataPattern pattern = strata_stack_get_data_pattern (stack);
  StrataPositions stores = strata_stack_list_lasting (stack, STRATA_ROLES_STORE);
  StrataSeverity severity;
  StrataFinding *finding;

  if (pattern == STRATA_DATA_PATTERN_NONE || decision->outcome == NULL
      || strcmp (decision->outcome, strata_data_pattern_get_id (pattern)) == 0 || is_cdp_too_early (stack, &severity))
    return;
  finding = strata_judge_flag (judge, code,
                               decision->basis == STRATA_BASIS_MATRIX ? STRATA_SEVERITY_WARNING : STRATA_SEVERITY_ADVICE,
                               stores);
  strata_judge_say (judge, finding, _("The data layer stands on %s, but what the client says calls for another pattern: %s."),
                    strata_judge_list_names (judge, stores), decision->outcome);
}

static void
check_real_time (StrataJudge *judge,
                 const char  *code)
{
  StrataPositions warehouses = list_role (judge->stack, STRATA_ROLE_WAREHOUSE);
  StrataFinding *finding;

  if (!strata_stack_is_true (judge->stack, STRATA_FACT_REAL_TIME_ACTIVATION)
      || strata_stack_get_data_pattern (judge->stack) != STRATA_DATA_PATTERN_WAREHOUSE)
    return;
  finding = strata_judge_flag (judge, code, STRATA_SEVERITY_ADVICE, warehouses);
  strata_judge_say (judge, finding, _("Activation is to be real-time, but reverse ETL from %s runs in batches: ask how late is too late."),
                    strata_judge_list_names (judge, warehouses));
}

static gboolean
asks_for_orchestrator (const StrataStack *stack)
{
  return strata_stack_decides (stack, STRATA_DECISION_AUTOMATION_HUB, "orchestrator")
         || strata_stack_decides (stack, STRATA_DECISION_AUTOMATION_HUB, "map+orchestrator");
}

static StrataPositions
list_automation (StrataStack *stack)
{
  StrataPositions tools = { strata_arena_new_array (stack->arena, guint, stack->n_items), 0 };

  for (guint i = 0; i < stack->n_items; i++)
    {
      const StrataItem *item = &stack->items[i];

      if (item->placement->layer == STRATA_LAYER_AUTOMATION && strata_item_is_lasting (item))
        tools.at[tools.n++] = i;
    }
  return tools;
}

static void
check_hub_too_small (StrataJudge *judge,
                     const char  *code)
{
  StrataPositions tools = list_automation (judge->stack);
  StrataFinding *finding;

  if (tools.n == 0 || !asks_for_orchestrator (judge->stack) || list_role (judge->stack, STRATA_ROLE_ORCHESTRATOR).n > 0)
    return;
  finding = strata_judge_flag (judge, code, STRATA_SEVERITY_WARNING, tools);
  strata_judge_say (judge, finding, _("The flows need an orchestrator, and there is none."));
}

static void
check_hub_too_big (StrataJudge *judge,
                   const char  *code)
{
  StrataPositions orchestrators = list_role (judge->stack, STRATA_ROLE_ORCHESTRATOR);
  StrataFinding *finding;

  if (orchestrators.n == 0 || !strata_stack_decides (judge->stack, STRATA_DECISION_AUTOMATION_HUB, "map"))
    return;
  finding = strata_judge_flag (judge, code, STRATA_SEVERITY_ADVICE, orchestrators);
  strata_judge_say (judge, finding, _("Marketing automation alone is enough here; %s can wait."),
                    strata_judge_list_names (judge, orchestrators));
}

static void
check_not_durable (StrataJudge *judge,
                   const char  *code)
{
  StrataPositions orchestrators = list_role (judge->stack, STRATA_ROLE_ORCHESTRATOR);
  StrataFinding *finding;

  if (orchestrators.n == 0 || !strata_stack_decides (judge->stack, STRATA_DECISION_ORCHESTRATOR_KIND, "durable")
      || strata_stack_lasting_has (judge->stack, STRATA_KNOWN_DURABLE_WORKFLOWS))
    return;
  finding = strata_judge_flag (judge, code, STRATA_SEVERITY_ADVICE, orchestrators);
  strata_judge_say (judge, finding, _("The workflows are many and keep state; %s cannot carry them through an outage."),
                    strata_judge_list_names (judge, orchestrators));
}

/* Those of the reasons to wait that no prerequisite speaks for. */
static guint
list_reasons (const StrataStack *stack,
              StrataFactId      *reasons)
{
  const StrataDecision *decision = strata_decisions_get (stack->decisions, STRATA_DECISION_PERSONALIZATION);
  guint n_reasons = 0;

  for (guint i = 0; i < decision->n_reasons && n_reasons < 2; i++)
    {
      if (decision->reasons[i] == STRATA_FACT_MAU || decision->reasons[i] == STRATA_FACT_MARKETERS)
        reasons[n_reasons++] = decision->reasons[i];
    }
  return n_reasons;
}

static void
check_personalization_too_early (StrataJudge *judge,
                                 const char  *code)
{
  StrataPositions tools = strata_stack_list_personalizing (judge->stack);
  StrataFactId reasons[2];
  guint n_reasons = list_reasons (judge->stack, reasons);
  StrataFinding *finding;

  if (tools.n == 0 || n_reasons == 0
      || !strata_stack_decides (judge->stack, STRATA_DECISION_PERSONALIZATION, "wait"))
    return;
  finding = strata_judge_flag (judge, code, STRATA_SEVERITY_WARNING, tools);
  strata_judge_set_facts (judge, finding, reasons, n_reasons);
  if (reasons[0] == STRATA_FACT_MARKETERS)
    strata_judge_say (judge, finding, _("A marketing team this small cannot keep %s supplied yet."),
                      strata_judge_list_names (judge, tools));
  else
    strata_judge_say (judge, finding, _("There are too few users yet for %s to learn from."),
                      strata_judge_list_names (judge, tools));
}

static void
check_client_side (StrataJudge *judge,
                   const char  *code)
{
  gboolean server = strata_stack_decides (judge->stack, STRATA_DECISION_RENDERING, "server");

  if (!server && !strata_stack_decides (judge->stack, STRATA_DECISION_RENDERING, "client-allowed"))
    return;
  for (guint i = 0; i < judge->stack->n_items; i++)
    {
      const StrataItem *item = &judge->stack->items[i];
      StrataFinding *finding;

      if (!strata_item_is_lasting (item) || !strata_item_personalizes (item)
          || item->placement->rendering != STRATA_RENDERING_CLIENT)
        continue;
      finding = strata_judge_flag_one (judge, code, server ? STRATA_SEVERITY_WARNING : STRATA_SEVERITY_ADVICE, i);
      if (server)
        strata_judge_say (judge, finding, _("%s renders in the browser, but these pages belong on the server."),
                          strata_judge_name (judge, i));
      else
        strata_judge_say (judge, finding, _("%s renders in the browser: watch the Core Web Vitals."),
                          strata_judge_name (judge, i));
    }
}

static const StrataCheck checks[] = {
  { "fit/cdp-too-early", check_cdp_too_early,
    N_("For so few users a CDP soon costs several times what a warehouse would, and the client’s answers do not call for one. "
       "No mistake is more common."),
    STRATA_FACT_BIT (STRATA_FACT_MAU), STRATA_DECISION_BIT (STRATA_DECISION_DATA_LAYER) },
  { "fit/spreadsheets-at-scale", check_spreadsheets,
    N_("So many users are served by lists that are exported and imported by hand. "
       "Every campaign costs somebody’s time, and no list is up to date."),
    STRATA_FACT_BIT (STRATA_FACT_MAU), 0 },
  { "fit/data-layer", check_data_layer,
    N_("The client’s answers lead to another data layer than the stack has. "
       "The choice follows the size of the team and how fast data has to be acted on, not what a vendor says."),
    0, STRATA_DECISION_BIT (STRATA_DECISION_DATA_LAYER) },
  { "fit/real-time", check_real_time,
    N_("Reverse ETL moves data in batches. "
       "Where moments count, a CDP acts at once, alone or as a thin layer in front of the warehouse."),
    STRATA_FACT_BIT (STRATA_FACT_REAL_TIME_ACTIVATION), 0 },
  { "fit/hub-too-small", check_hub_too_small,
    N_("Flows across several channels, branches that AI decides and systems beyond the CRM need logic that stands above the tools. "
       "A marketing automation platform runs its own channels and no further."),
    0, STRATA_DECISION_BIT (STRATA_DECISION_AUTOMATION_HUB) },
  { "fit/hub-too-big", check_hub_too_big,
    N_("Simple flows of a small team are what a marketing automation platform is made for. "
       "An orchestrator beside it wants looking after and has little to do."),
    0, STRATA_DECISION_BIT (STRATA_DECISION_AUTOMATION_HUB) },
  { "fit/not-durable", check_not_durable,
    N_("Workflows that are many and keep state have to go on where they stopped. "
       "Durable orchestrators are made for that, visual ones to be set up quickly."),
    0, STRATA_DECISION_BIT (STRATA_DECISION_ORCHESTRATOR_KIND) },
  { "fit/personalization-too-early", check_personalization_too_early,
    N_("With few users or a very small marketing team, the same months spent on segments and content variants return more."),
    0, STRATA_DECISION_BIT (STRATA_DECISION_PERSONALIZATION) },
  { "fit/client-side", check_client_side,
    N_("Rendering in the browser is quick to set up, but pages load more slowly. "
       "The pages that most people see belong on the server."),
    0, STRATA_DECISION_BIT (STRATA_DECISION_RENDERING) },
};

const StrataFamily strata_fit_family = { checks, G_N_ELEMENTS (checks) };
