/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What to do about flows that run against the layers.
 */

#define G_LOG_DOMAIN "strata-advise"

#include "config.h"

#include "strata-advice-private.h"

#include <glib/gi18n-lib.h>

/* Ways out of a cycle are as many as its flows: the last drawn come first. */
#define MOST_CUTS 2

static gboolean
is_of_finding (StrataAdvice *advice,
               guint         position)
{
  for (guint i = 0; i < advice->finding->n_tools; i++)
    {
      if (advice->finding->tools[i] == position)
        return TRUE;
    }

  return FALSE;
}

static gboolean
runs_up (StrataAdvice     *advice,
         const StrataFlow *flow)
{
  return advice->scenario->placements[flow->from]->layer < advice->scenario->placements[flow->to]->layer;
}

static gboolean
bypasses (StrataAdvice     *advice,
          const StrataFlow *flow)
{
  return is_of_finding (advice, flow->from) && is_of_finding (advice, flow->to) && runs_up (advice, flow) &&
         (flow->carries == STRATA_CARRIES_EVENTS || flow->carries == STRATA_CARRIES_PROFILES ||
          flow->carries == STRATA_CARRIES_AUDIENCES);
}

static gboolean
runs_down (StrataAdvice     *advice,
           const StrataFlow *flow)
{
  return is_of_finding (advice, flow->from) && is_of_finding (advice, flow->to) &&
         advice->scenario->placements[flow->from]->layer > advice->scenario->placements[flow->to]->layer &&
         flow->carries != STRATA_CARRIES_RESULTS;
}

static gboolean
is_in_cycle (StrataAdvice     *advice,
             const StrataFlow *flow)
{
  return is_of_finding (advice, flow->from) && is_of_finding (advice, flow->to) &&
         flow->carries != STRATA_CARRIES_RESULTS;
}

/* Without all flows that run back there is no cycle. */
static gboolean
runs_back (StrataAdvice     *advice,
           const StrataFlow *flow)
{
  return is_in_cycle (advice, flow) && flow->from > flow->to;
}

static void
remove_flow (StrataDraft *draft,
             guint        index)
{
  StrataScenario *scenario = strata_draft_get_scenario (draft);
  g_autofree char *number = g_strdup_printf ("%u", index);
  g_autofree char *path = NULL;
  g_autoptr (StrataEdit) step = strata_edit_new ("");

  path = strata_path_build ("scenarios", scenario->id, "flows", scenario->n_flows > 1 ? number : NULL, NULL);
  strata_edit_unset (step, path);
  strata_draft_step (draft, step);
}

static void
remove_flows (StrataAdvice *advice,
              StrataDraft  *draft,
              gboolean    (*matches) (StrataAdvice     *advice,
                                      const StrataFlow *flow))
{
  /* From the last on, so that the positions of the others stay. */
  for (guint i = advice->scenario->n_flows; i > 0; i--)
    {
      if (matches (advice, &advice->scenario->flows[i - 1]))
        remove_flow (draft, i - 1);
    }
}

static void
add_flow (StrataDraft *draft,
          const char  *from,
          const char  *to,
          const char  *carries)
{
  const char *names[] = { "from", "to", "carries" };
  const char *words[] = { from, to, carries };
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_value_unref);
  g_autoptr (StrataValue) value = NULL;
  g_autoptr (StrataEdit) step = strata_edit_new ("");
  g_autofree char *path = strata_path_build ("scenarios", strata_draft_get_scenario (draft)->id, "flows", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_ptr_array_add (keys, (gpointer) names[i]);
      g_ptr_array_add (members, strata_value_new_string (words[i]));
    }
  value = strata_value_new_object (keys, members);
  strata_edit_insert (step, path, G_MAXUINT, value);
  strata_draft_step (draft, step);
}

static void
add_flow_once (StrataAdvice  *advice,
               StrataDraft   *draft,
               guint          from,
               guint          to,
               StrataCarries  carries)
{
  for (guint i = 0; i < advice->scenario->n_flows; i++)
    {
      const StrataFlow *flow = &advice->scenario->flows[i];

      if (flow->from == from && flow->to == to && flow->carries == carries)
        return;
    }
  add_flow (draft, advice->scenario->placements[from]->id, advice->scenario->placements[to]->id,
            strata_vocabulary_get_id (&strata_carries, carries));
}

static gboolean
find_store (StrataAdvice *advice,
            guint        *store)
{
  for (guint i = 0; i < advice->scenario->n_placements; i++)
    {
      if (advice->scenario->placements[i]->layer != STRATA_LAYER_DATA ||
          !strata_advice_is_lasting (advice, i) ||
          !(strata_advice_has_role (advice, i, STRATA_ROLE_CDP) ||
            strata_advice_has_role (advice, i, STRATA_ROLE_WAREHOUSE)))
        continue;
      *store = i;
      return TRUE;
    }

  return FALSE;
}

static void
advise_detour (StrataAdvice *advice)
{
  guint store = 0;
  g_autofree char *name = NULL;
  StrataDraft *draft = NULL;

  if (!find_store (advice, &store))
    return;
  name = g_strdup_printf (_("Route through %s"), strata_advice_find_tool (advice, store)->name);
  draft = strata_advice_draft (advice, name);
  remove_flows (advice, draft, bypasses);
  for (guint i = 0; i < advice->scenario->n_flows; i++)
    {
      const StrataFlow *flow = &advice->scenario->flows[i];

      if (!bypasses (advice, flow))
        continue;
      add_flow_once (advice, draft, flow->from, store, flow->carries);
      add_flow_once (advice, draft, store, flow->to, flow->carries);
    }
  strata_advice_propose (advice, draft, NULL);
}

static void
advise_removing_bypass (StrataAdvice *advice)
{
  StrataDraft *draft = strata_advice_draft (advice, _("Remove the Flow"));

  remove_flows (advice, draft, bypasses);
  strata_advice_propose (advice, draft, NULL);
}

static void
advise_carrying_results (StrataAdvice *advice)
{
  StrataDraft *draft = strata_advice_draft (advice, _("Carry Results"));
  const char *word = strata_vocabulary_get_id (&strata_carries, STRATA_CARRIES_RESULTS);
  g_autoptr (StrataValue) results = strata_value_new_string (word);

  for (guint i = 0; i < advice->scenario->n_flows; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *path = strata_path_build ("scenarios", advice->scenario->id, "flows", number, "carries", NULL);
      g_autoptr (StrataEdit) step = strata_edit_new ("");

      if (!runs_down (advice, &advice->scenario->flows[i]))
        continue;
      strata_edit_set (step, path, results);
      strata_draft_step (draft, step);
    }
  strata_advice_propose (advice, draft, NULL);
}

static void
advise_removing_down (StrataAdvice *advice)
{
  StrataDraft *draft = strata_advice_draft (advice, _("Remove the Flow"));

  remove_flows (advice, draft, runs_down);
  strata_advice_propose (advice, draft, NULL);
}

static void
advise_opening_cycle (StrataAdvice *advice)
{
  for (guint i = advice->scenario->n_flows; i > 0 && advice->fixes->len < MOST_CUTS; i--)
    {
      const StrataFlow *flow = &advice->scenario->flows[i - 1];
      g_autofree char *name = NULL;
      StrataDraft *draft = NULL;

      if (!is_in_cycle (advice, flow))
        continue;
      /* Translators: the flow from one tool to another. */
      name = g_strdup_printf (_("Remove %s → %s"), strata_advice_name_placement (advice, flow->from),
                              strata_advice_name_placement (advice, flow->to));
      draft = strata_advice_draft (advice, name);
      remove_flow (draft, i - 1);
      strata_advice_propose (advice, draft, NULL);
    }
}

static void
advise_removing_back (StrataAdvice *advice)
{
  StrataDraft *draft = NULL;

  if (advice->fixes->len > 0)
    return;
  draft = strata_advice_draft (advice, _("Remove the Flows That Run Back"));
  remove_flows (advice, draft, runs_back);
  strata_advice_propose (advice, draft, NULL);
}

const StrataAdviceRow strata_advice_flow_rows[] = {
  { "order/flow-bypasses-data", { advise_detour, advise_removing_bypass } },
  { "order/flow-runs-down", { advise_carrying_results, advise_removing_down } },
  { "order/flow-cycle", { advise_opening_cycle, advise_removing_back } },
  { NULL },
};
