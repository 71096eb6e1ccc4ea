/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the check prints of the decisions.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "strata-checked-plan.h"

/* What each decision, in its order, is called in a sentence. */
static const char * const decision_labels[STRATA_N_DECISIONS] = {
  N_("Data layer"), N_("Automation hub"), N_("Kind of orchestrator"),
  N_("Personalization"), N_("Rendering"), N_("Profile"),
};

static const struct
{
  const char *outcome;
  const char *label;
} outcome_labels[] = {
  { "warehouse", N_("warehouse") },
  { "cdp", N_("CDP") },
  { "hybrid", N_("hybrid of CDP and warehouse") },
  { "map", N_("marketing automation") },
  { "orchestrator", N_("orchestrator") },
  { "map+orchestrator", N_("marketing automation and orchestrator") },
  { "durable", N_("durable") },
  { "visual", N_("visual") },
  { "any", N_("any") },
  { "none", N_("none") },
  { "wait", N_("wait") },
  { "pilot", N_("run a pilot") },
  { "invest", N_("invest") },
  { "server", N_("on the server") },
  { "client-allowed", N_("in the browser, if need be") },
  { "server-by-definition", N_("on the server by definition") },
  { "early", N_("early") },
  { "scaling", N_("scaling") },
  { "enterprise-regulated", N_("regulated enterprise") },
};

static void
add_facts (StrataJsonBuilder  *builder,
           const char         *name,
           const StrataFactId *facts,
           guint               n_facts)
{
  strata_json_builder_name (builder, name);
  strata_json_builder_open (builder, FALSE);
  for (guint i = 0; i < n_facts; i++)
    strata_json_builder_add (builder, strata_value_new_string (strata_fact_get (facts[i])->key));
  strata_json_builder_close (builder);
}

static void
add_flips (StrataJsonBuilder    *builder,
           const StrataDecision *decision)
{
  strata_json_builder_name (builder, "flips");
  strata_json_builder_open (builder, FALSE);
  for (guint i = 0; i < decision->n_flips; i++)
    {
      const StrataFlip *flip = &decision->flips[i];

      strata_json_builder_open (builder, TRUE);
      strata_json_builder_add_member (builder, "fact", strata_value_new_string (strata_fact_get (flip->fact)->key));
      strata_json_builder_add_member (builder, "from", strata_value_ref (flip->from));
      strata_json_builder_add_member (builder, "to", strata_value_ref (flip->to));
      strata_json_builder_add_member (builder, "outcome", strata_value_new_string (flip->outcome));
      strata_json_builder_add_member (builder, "basis", strata_value_new_string (strata_basis_get_id (flip->basis)));
      strata_json_builder_close (builder);
    }
  strata_json_builder_close (builder);
}

static void
add_decision (StrataJsonBuilder    *builder,
              const StrataDecision *decision)
{
  strata_json_builder_open (builder, TRUE);
  strata_json_builder_add_member (builder, "outcome", decision->outcome != NULL ? strata_value_new_string (decision->outcome)
                                                                                : strata_value_new_null ());
  strata_json_builder_add_member (builder, "basis", strata_value_new_string (strata_basis_get_id (decision->basis)));
  strata_json_builder_add_member (builder, "row", decision->row > 0 ? strata_value_new_integer (decision->row)
                                                                    : strata_value_new_null ());
  add_facts (builder, "missing_facts", decision->missing_facts, decision->n_missing_facts);
  if (decision->reasons != NULL)
    add_facts (builder, "reasons", decision->reasons, decision->n_reasons);
  add_flips (builder, decision);
  strata_json_builder_close (builder);
}

static const char *
get_label (const char *outcome)
{
  for (guint i = 0; i < G_N_ELEMENTS (outcome_labels); i++)
    if (g_str_equal (outcome_labels[i].outcome, outcome))
      return _(outcome_labels[i].label);

  return outcome;
}

static char *
describe (StrataDecisionId      id,
          const StrataDecision *decision)
{
  const char *label = _(decision_labels[id]);
  const char *asked;

  if (decision->outcome != NULL && decision->basis == STRATA_BASIS_LEANING)
    /* Translators: a decision and its outcome, “Data layer: CDP”. */
    return g_strdup_printf (_("%s: %s, though the matrix has no row for this client."), label, get_label (decision->outcome));
  if (decision->outcome != NULL)
    return g_strdup_printf (_("%s: %s."), label, get_label (decision->outcome));
  if (decision->n_missing_facts == 0)
    return g_strdup_printf (_("%s: undecided."), label);

  asked = strata_fact_get (decision->missing_facts[0])->question;

  return g_strdup_printf (_("%s: undecided. %s"), label, _(asked));
}

/* Adds the decisions to the object of a scenario. */
void
strata_check_add_decisions (StrataJsonBuilder *builder,
                            StrataDecisions   *decisions)
{
  strata_json_builder_name (builder, "decisions");
  strata_json_builder_open (builder, TRUE);
  for (guint i = 0; i < STRATA_N_DECISIONS; i++)
    {
      strata_json_builder_name (builder, strata_decision_get_key (i));
      add_decision (builder, strata_decisions_get (decisions, i));
    }
  strata_json_builder_close (builder);
}

/* Prints a line a decision, with the question to ask next where one is open. */
void
strata_check_print_decisions (StrataPrinter   *printer,
                              StrataDecisions *decisions)
{
  g_string_append_c (printer->text, '\n');
  strata_printer_begin (printer, 0);
  strata_printer_add (printer, STRATA_STYLE_HEADING, _("Decisions"));
  strata_printer_end (printer);
  for (guint i = 0; i < STRATA_N_DECISIONS; i++)
    {
      g_autofree char *text = describe (i, strata_decisions_get (decisions, i));

      strata_printer_begin (printer, 2);
      strata_printer_add (printer, STRATA_STYLE_PLAIN, text);
      strata_printer_end (printer);
    }
}
