/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The check's answer for people.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "strata-checked-plan.h"
#include "strata-terminal.h"
#include "workspace/strata-decision-text.h"
#include "workspace/strata-fact-text.h"
#include "workspace/strata-format.h"

static const char * const severity_headings[STRATA_N_SEVERITIES] = {
  N_("Errors"), N_("Warnings"), N_("Advice"),
};

static const StrataStyle severity_styles[STRATA_N_SEVERITIES] = {
  STRATA_STYLE_ERROR, STRATA_STYLE_WARNING, STRATA_STYLE_ADVICE,
};

static const char * const data_pattern_labels[] = {
  [STRATA_DATA_PATTERN_NONE] = N_("none"),
  [STRATA_DATA_PATTERN_CDP] = N_("CDP"),
  [STRATA_DATA_PATTERN_WAREHOUSE] = N_("warehouse"),
  [STRATA_DATA_PATTERN_HYBRID] = N_("hybrid of CDP and warehouse"),
};

static const char * const hub_pattern_labels[] = {
  [STRATA_HUB_PATTERN_NONE] = N_("none"),
  [STRATA_HUB_PATTERN_MAP] = N_("marketing automation"),
  [STRATA_HUB_PATTERN_ORCHESTRATOR] = N_("orchestrator"),
  [STRATA_HUB_PATTERN_MAP_ORCHESTRATOR] = N_("marketing automation and orchestrator"),
};

/* The rule and its reason, what was decided that it rests on, and the answers
 * behind it. */
static void
print_why (StrataPrinter       *printer,
           StrataAssessment    *assessment,
           const StrataFinding *finding)
{
  StrataDecisions *decisions = strata_assessment_get_decisions (assessment);
  g_auto (GStrv) grounds = strata_fact_text_list (decisions, finding->grounds);
  g_autofree char *joined = g_strjoinv (_("; "), grounds);

  if (finding->why != NULL)
    strata_printer_print_line (printer, STRATA_STYLE_DIM, 4, finding->why);
  for (guint i = 0; i < STRATA_N_DECISIONS; i++)
    if (finding->decisions & STRATA_DECISION_BIT (i))
      {
        g_autofree char *text = strata_decision_text_explain (i, strata_decisions_get (decisions, i));

        strata_printer_print_line (printer, STRATA_STYLE_DIM, 4, text);
      }
  if (*joined != '\0')
    strata_printer_print_line (printer, STRATA_STYLE_DIM, 4, joined);
}

static void
print_finding (StrataPrinter       *printer,
               StrataAssessment    *assessment,
               const StrataFinding *finding,
               gboolean             why)
{
  strata_printer_begin (printer, 2);
  strata_printer_add (printer, STRATA_STYLE_PLAIN, finding->message);
  strata_printer_add (printer, STRATA_STYLE_DIM, finding->code);
  strata_printer_end (printer);
  if (why)
    print_why (printer, assessment, finding);
}

static void
print_severity (StrataPrinter    *printer,
                StrataAssessment *assessment,
                StrataSeverity    severity,
                gboolean          why)
{
  if (strata_assessment_count (assessment, severity) == 0)
    return;
  g_string_append_c (printer->text, '\n');
  strata_printer_print_line (printer, severity_styles[severity], 0, _(severity_headings[severity]));
  for (guint i = 0; i < strata_assessment_get_n_findings (assessment); i++)
    {
      const StrataFinding *finding = strata_assessment_get_finding (assessment, i);

      if (finding->severity == severity && !finding->accepted)
        print_finding (printer, assessment, finding, why);
    }
}

static void
print_accepted (StrataPrinter    *printer,
                StrataAssessment *assessment,
                gboolean          why)
{
  if (strata_assessment_count_accepted (assessment) == 0)
    return;
  g_string_append_c (printer->text, '\n');
  strata_printer_print_line (printer, STRATA_STYLE_HEADING, 0, _("Accepted"));
  for (guint i = 0; i < strata_assessment_get_n_findings (assessment); i++)
    {
      const StrataFinding *finding = strata_assessment_get_finding (assessment, i);
      g_autofree char *reason = NULL;

      if (!finding->accepted)
        continue;
      print_finding (printer, assessment, finding, why);
      if (finding->reason == NULL)
        continue;
      reason = g_strdup_printf (_("Reason: %s"), finding->reason);
      strata_printer_print_line (printer, STRATA_STYLE_DIM, 4, reason);
    }
}

static void
print_stale (StrataPrinter    *printer,
             StrataAssessment *assessment)
{
  guint n_stale = strata_assessment_get_n_stale (assessment);
  g_autofree char *text = NULL;

  if (n_stale == 0)
    return;
  text = g_strdup_printf (ngettext ("%u acceptance matches no finding any more.",
                                    "%u acceptances match no finding any more.", n_stale),
                          n_stale);
  g_string_append_c (printer->text, '\n');
  strata_printer_print_line (printer, STRATA_STYLE_PLAIN, 0, text);
}

static void
print_patterns (StrataPrinter    *printer,
                StrataAssessment *assessment)
{
  g_autofree char *data = NULL;
  g_autofree char *hub = NULL;

  data = g_strdup_printf (_("Data layer: %s."), _(data_pattern_labels[strata_assessment_get_data_pattern (assessment)]));
  hub = g_strdup_printf (_("Automation hub: %s."), _(hub_pattern_labels[strata_assessment_get_hub_pattern (assessment)]));
  strata_printer_begin (printer, 0);
  strata_printer_add (printer, STRATA_STYLE_PLAIN, data);
  strata_printer_add (printer, STRATA_STYLE_PLAIN, hub);
  strata_printer_end (printer);
}

static void
print_ready (StrataPrinter    *printer,
             StrataAssessment *assessment)
{
  strata_printer_begin (printer, 0);
  for (guint i = 0; i < STRATA_N_LAYERS; i++)
    {
      const char *layer = strata_vocabulary_get_label (&strata_layers, i);
      int day = strata_assessment_get_ready (assessment, i);
      g_autofree char *text = NULL;

      if (day == STRATA_DAY_NEVER)
        text = g_strdup_printf (_("%s is never ready."), layer);
      else
        text = g_strdup_printf (_("%s is ready on day %d."), layer, day);
      strata_printer_add (printer, STRATA_STYLE_PLAIN, text);
    }
  strata_printer_end (printer);
}

static void
print_counts (StrataPrinter    *printer,
              StrataAssessment *assessment)
{
  guint n_errors = strata_assessment_count (assessment, STRATA_SEVERITY_ERROR);
  guint n_warnings = strata_assessment_count (assessment, STRATA_SEVERITY_WARNING);
  guint n_advice = strata_assessment_count (assessment, STRATA_SEVERITY_ADVICE);
  guint n_accepted = strata_assessment_count_accepted (assessment);
  g_autofree char *errors = g_strdup_printf (ngettext ("%u error,", "%u errors,", n_errors), n_errors);
  g_autofree char *warnings = g_strdup_printf (ngettext ("%u warning,", "%u warnings,", n_warnings), n_warnings);
  g_autofree char *advice = g_strdup_printf (ngettext ("%u piece of advice,", "%u pieces of advice,", n_advice), n_advice);
  g_autofree char *accepted = g_strdup_printf (ngettext ("%u accepted.", "%u accepted.", n_accepted), n_accepted);

  strata_printer_begin (printer, 0);
  strata_printer_add (printer, STRATA_STYLE_HEADING, errors);
  strata_printer_add (printer, STRATA_STYLE_HEADING, warnings);
  strata_printer_add (printer, STRATA_STYLE_HEADING, advice);
  strata_printer_add (printer, STRATA_STYLE_HEADING, accepted);
  strata_printer_end (printer);
}

static void
print_cost (StrataPrinter    *printer,
            StrataAssessment *assessment)
{
  const char *currency = strata_plan_get_currency (strata_assessment_get_plan (assessment));
  g_autofree char *monthly = strata_format_money (strata_assessment_get_monthly (assessment), currency);
  g_autofree char *cost = g_strdup_printf (_("%s a month on day %d."), monthly,
                                           strata_phases_get_end (strata_assessment_get_phases (assessment)));
  g_autofree char *savings = NULL;
  g_autofree char *unknown = NULL;
  guint n_unknown;

  strata_assessment_get_unknown_costs (assessment, &n_unknown);
  strata_printer_begin (printer, 0);
  strata_printer_add (printer, STRATA_STYLE_PLAIN, cost);
  if (strata_assessment_get_savings (assessment) > 0)
    {
      g_autofree char *amount = strata_format_money (strata_assessment_get_savings (assessment), currency);

      savings = g_strdup_printf (_("%s a month could be cut."), amount);
      strata_printer_add (printer, STRATA_STYLE_PLAIN, savings);
    }
  if (n_unknown > 0)
    {
      unknown = g_strdup_printf (ngettext ("%u cost is unknown.", "%u costs are unknown.", n_unknown), n_unknown);
      strata_printer_add (printer, STRATA_STYLE_PLAIN, unknown);
    }
  strata_printer_end (printer);
}

static void
print_assessment (StrataPrinter           *printer,
                  const StrataCheckedPlan *checked,
                  StrataAssessment        *assessment,
                  gboolean                 why)
{
  if (printer->text->len > 0)
    g_string_append_c (printer->text, '\n');
  strata_check_print_heading (printer, assessment);
  for (guint i = 0; i < STRATA_N_SEVERITIES; i++)
    print_severity (printer, assessment, i, why);
  print_accepted (printer, assessment, why);
  print_stale (printer, assessment);
  strata_check_print_decisions (printer, checked, why);
  g_string_append_c (printer->text, '\n');
  print_counts (printer, assessment);
  print_cost (printer, assessment);
  print_patterns (printer, assessment);
  print_ready (printer, assessment);
}

/**
 * strata_check_print_heading:
 * @printer: where to print
 * @assessment: of a scenario
 *
 * Prints what the plan and the scenario are called.
 */
void
strata_check_print_heading (StrataPrinter    *printer,
                            StrataAssessment *assessment)
{
  const char *plan = strata_plan_get_title (strata_assessment_get_plan (assessment));
  const char *scenario = strata_assessment_get_scenario (assessment)->title;
  g_autofree char *heading = NULL;

  if (plan == NULL || *plan == '\0')
    heading = g_strdup (scenario);
  else
    /* Translators: the title of a plan and that of one of its scenarios. */
    heading = g_strdup_printf (_("%s: %s"), plan, scenario);
  strata_printer_print_line (printer, STRATA_STYLE_HEADING, 0, heading);
}

/**
 * strata_check_to_text:
 * @plans: (element-type StrataCheckedPlan): judged plans
 * @why: whether to give the reasons, too
 * @width: columns of a line; 0 for lines that are not broken
 * @has_colors: whether to use a terminal's colours
 *
 * Returns: (transfer full): a section a scenario, worst findings first
 */
char *
strata_check_to_text (GPtrArray *plans,
                      gboolean   why,
                      guint      width,
                      gboolean   has_colors)
{
  StrataPrinter printer = { g_string_new (NULL), width, has_colors };

  g_return_val_if_fail (plans != NULL, NULL);

  for (guint i = 0; i < plans->len; i++)
    {
      const StrataCheckedPlan *checked = g_ptr_array_index (plans, i);

      for (guint j = 0; j < checked->assessments->len; j++)
        print_assessment (&printer, checked, g_ptr_array_index (checked->assessments, j), why);
    }
  return g_string_free (printer.text, FALSE);
}
