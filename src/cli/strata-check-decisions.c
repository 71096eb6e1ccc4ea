/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the check prints of the decisions.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "strata-checked-plan.h"
#include "workspace/strata-decision-text.h"

static void
add_facts (StrataJsonBuilder  *builder,
           const char         *name,
           const StrataFactId *facts,
           guint               n_facts)
{
  strata_json_builder_open_member (builder, name, FALSE);
  for (guint i = 0; i < n_facts; i++)
    strata_json_builder_add (builder, strata_value_new_string (strata_fact_get (facts[i])->key));
  strata_json_builder_close (builder);
}

static void
add_flips (StrataJsonBuilder    *builder,
           const StrataDecision *decision)
{
  strata_json_builder_open_member (builder, "flips", FALSE);
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

/* Adds the decisions to the object of a scenario. */
void
strata_check_add_decisions (StrataJsonBuilder *builder,
                            StrataDecisions   *decisions)
{
  strata_json_builder_open_member (builder, "decisions", TRUE);
  for (guint i = 0; i < STRATA_N_DECISIONS; i++)
    {
      strata_json_builder_name (builder, strata_decision_get_key (i));
      add_decision (builder, strata_decisions_get (decisions, i));
    }
  strata_json_builder_close (builder);
}

static void
print_decision (StrataPrinter           *printer,
                const StrataCheckedPlan *checked,
                StrataDecisionId         id,
                gboolean                 why)
{
  const StrataDecision *decision = strata_decisions_get (checked->decisions, id);
  g_autofree char *text = why ? strata_decision_text_explain (id, decision)
                              : strata_decision_text_describe (id, decision);
  g_auto (GStrv) notes = strata_decision_text_list_notes (checked->decisions, id);

  strata_printer_print_line (printer, STRATA_STYLE_PLAIN, 2, text);
  for (guint i = 0; notes[i] != NULL; i++)
    strata_printer_print_line (printer, STRATA_STYLE_DIM, 4, notes[i]);
}

/* Prints a line a decision, with the question to ask next where one is open,
 * and the rows that are near or say otherwise. */
void
strata_check_print_decisions (StrataPrinter           *printer,
                              const StrataCheckedPlan *checked,
                              gboolean                 why)
{
  g_string_append_c (printer->text, '\n');
  strata_printer_print_line (printer, STRATA_STYLE_HEADING, 0, _("Decisions"));
  for (guint i = 0; i < STRATA_N_DECISIONS; i++)
    print_decision (printer, checked, i, why);
}
