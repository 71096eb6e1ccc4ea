/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What to do about what does not fit the client, stands in the wrong place, or
 * is not known.
 */

#define G_LOG_DOMAIN "strata-advise"

#include "config.h"

#include "strata-advice-private.h"

#include <glib/gi18n-lib.h>

/* The stores that a data layer of the outcome is made of, and no others. */
static void
propose_data_layer (StrataAdvice *advice,
                    const char   *outcome,
                    const char   *name)
{
  gboolean wants_cdp = !g_str_equal (outcome, "warehouse");
  gboolean wants_warehouse = !g_str_equal (outcome, "cdp");
  StrataDraft *draft = strata_advice_draft (advice, name);

  if (!wants_cdp)
    strata_advice_remove_role (advice, draft, STRATA_ROLE_CDP);
  if (!wants_warehouse)
    strata_advice_remove_role (advice, draft, STRATA_ROLE_WAREHOUSE);
  if (wants_cdp && !strata_advice_any_role (advice, STRATA_ROLE_CDP))
    strata_advice_add_role (advice, draft, STRATA_ROLE_CDP);
  if (wants_warehouse && !strata_advice_any_role (advice, STRATA_ROLE_WAREHOUSE))
    strata_advice_add_role (advice, draft, STRATA_ROLE_WAREHOUSE);
  if (!wants_cdp && !strata_advice_any_has (advice, "reverse-sync"))
    strata_advice_add_role (advice, draft, STRATA_ROLE_REVERSE_ETL);
  strata_advice_propose (advice, draft, NULL);
}

static void
advise_warehouse (StrataAdvice *advice)
{
  propose_data_layer (advice, "warehouse", _("Use a Warehouse Instead"));
}

static void
advise_data_layer (StrataAdvice *advice)
{
  const char *outcome = strata_advice_get_outcome (advice, STRATA_DECISION_DATA_LAYER);

  if (g_str_equal (outcome, "hybrid"))
    propose_data_layer (advice, outcome, _("Make It a Hybrid"));
  else if (g_str_equal (outcome, "cdp"))
    propose_data_layer (advice, outcome, _("Use a CDP Instead"));
  else
    propose_data_layer (advice, outcome, _("Use a Warehouse Instead"));
}

static void
advise_adding_data (StrataAdvice *advice)
{
  StrataDraft *draft = strata_advice_draft (advice, _("Add the Data Layer"));

  strata_advice_add_data (advice, draft);
  strata_advice_propose (advice, draft, NULL);
}

static void
advise_adding_cdp (StrataAdvice *advice)
{
  StrataDraft *draft = strata_advice_draft (advice, _("Add a CDP"));

  strata_advice_add_role (advice, draft, STRATA_ROLE_CDP);
  strata_advice_propose (advice, draft, NULL);
}

static void
advise_batches (StrataAdvice *advice)
{
  StrataDraft *draft = strata_advice_draft (advice, _("Live with Batches"));

  strata_draft_set_fact (draft, STRATA_FACT_REAL_TIME_ACTIVATION, strata_value_new_boolean (FALSE));
  strata_advice_propose (advice, draft, NULL);
}

static void
advise_orchestrator (StrataAdvice *advice)
{
  StrataDraft *draft = strata_advice_draft (advice, _("Add an Orchestrator"));

  strata_advice_add_role (advice, draft, STRATA_ROLE_ORCHESTRATOR);
  strata_advice_propose (advice, draft, NULL);
}

/* One that keeps state takes the place of those that don't. */
static void
advise_durable (StrataAdvice *advice)
{
  StrataDraft *draft = strata_advice_draft (advice, _("Use a Durable Orchestrator"));

  strata_advice_remove_role (advice, draft, STRATA_ROLE_ORCHESTRATOR);
  strata_advice_add_role (advice, draft, STRATA_ROLE_ORCHESTRATOR);
  strata_advice_propose (advice, draft, NULL);
}

static void
advise_server (StrataAdvice *advice)
{
  StrataDraft *draft = strata_advice_draft (advice, _("Render on the Server"));

  strata_draft_set_word (draft, strata_advice_get_id (advice, 0), "rendering",
                         strata_vocabulary_get_id (&strata_renderings, STRATA_RENDERING_SERVER));
  strata_advice_propose (advice, draft, NULL);
}

static void
propose_home (StrataAdvice *advice,
              gboolean      with_journeys)
{
  const char *journeys[] = { "journeys", NULL };
  StrataTool *tool = strata_advice_find_tool (advice, advice->finding->tools[0]);
  StrataLayer home = strata_tool_get_home (tool);
  const char *layer = _(strata_vocabulary_get_label (&strata_layers, home));
  g_autofree char *name = g_strdup_printf (C_("undo", "Move %s to %s"), tool->name, layer);
  g_autofree char *label = g_strdup_printf (_("Move to %s"), layer);
  StrataDraft *draft = strata_advice_draft (advice, name);

  strata_draft_move (draft, strata_advice_get_id (advice, 0), home);
  if (!with_journeys)
    strata_draft_stop_using (draft, strata_advice_get_id (advice, 0), journeys);
  strata_advice_propose (advice, draft, label);
}

static void
advise_moving_home (StrataAdvice *advice)
{
  StrataTool *tool = strata_advice_find_tool (advice, advice->finding->tools[0]);

  if (strata_advice_get_tool (advice, 0)->layer != strata_tool_get_home (tool))
    propose_home (advice, TRUE);
}

/* A CDP that goes home is a hub still as long as its journeys are used. */
static void
advise_moving_cdp (StrataAdvice *advice)
{
  advise_moving_home (advice);
  if (advice->fixes->len == 0 && strata_advice_get_tool (advice, 0)->layer != STRATA_LAYER_DATA)
    propose_home (advice, FALSE);
}

/* A CDP at home whose journeys would be the hub. */
static void
advise_unused_journeys (StrataAdvice *advice)
{
  const char *journeys[] = { "journeys", NULL };
  g_autofree char *name = NULL;
  StrataDraft *draft = NULL;

  name = g_strdup_printf (_("Don’t Use %s for Journeys"), strata_advice_get_name (advice, 0));
  draft = strata_advice_draft (advice, name);
  strata_draft_stop_using (draft, strata_advice_get_id (advice, 0), journeys);
  strata_advice_propose (advice, draft, _("Don’t Use Its Journeys"));
}

static void
advise_map (StrataAdvice *advice)
{
  StrataDraft *draft = strata_advice_draft (advice, _("Add Marketing Automation"));

  strata_advice_add_role (advice, draft, STRATA_ROLE_MAP);
  strata_advice_propose (advice, draft, NULL);
}

static void
propose_answer (StrataAdvice     *advice,
                const StrataFact *fact,
                const char       *answer,
                StrataValue      *value)
{
  /* Translators: a question to the client and an answer, "Regulated: Yes". */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), _(fact->label), answer);
  StrataDraft *draft = strata_advice_draft (advice, name);

  strata_draft_set_fact (draft, fact->id, value);
  strata_advice_propose (advice, draft, NULL);
}

static void
propose_answers (StrataAdvice     *advice,
                 const StrataFact *fact)
{
  for (guint i = 0; fact->type == STRATA_FACT_CHOICE && i < fact->members->n_words; i++)
    {
      const StrataWord *word = &fact->members->words[i];

      propose_answer (advice, fact, _(word->label), strata_value_new_string (word->id));
    }
  if (fact->type == STRATA_FACT_BOOLEAN)
    {
      propose_answer (advice, fact, _("Yes"), strata_value_new_boolean (TRUE));
      propose_answer (advice, fact, _("No"), strata_value_new_boolean (FALSE));
    }
}

/* The most decisive question that a button can answer: what is a number or a
 * set is asked in the form. */
static void
advise_answering (StrataAdvice *advice)
{
  for (guint i = 0; advice->finding->facts[i] != NULL && advice->fixes->len == 0; i++)
    propose_answers (advice, strata_fact_lookup (advice->finding->facts[i]));
}

const StrataAdviceRow strata_advice_fit_rows[] = {
  { "fit/cdp-too-early", { advise_warehouse } },
  { "fit/spreadsheets-at-scale", { advise_adding_data, strata_advise_removal } },
  { "fit/data-layer", { advise_data_layer } },
  { "fit/real-time", { advise_adding_cdp, advise_batches } },
  { "fit/hub-too-small", { advise_orchestrator } },
  { "fit/hub-too-big", { strata_advise_removal } },
  { "fit/not-durable", { advise_durable } },
  { "fit/personalization-too-early", { strata_advise_removal } },
  { "fit/client-side", { advise_server } },
  { "role/cdp-as-hub", { advise_moving_cdp, advise_unused_journeys, advise_map } },
  { "role/wrong-layer", { advise_moving_home } },
  { "facts/unknown", { advise_answering } },
  { NULL },
};
