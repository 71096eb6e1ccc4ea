/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * strata-cli check: what the decision model says of plans.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "strata-checked-plan.h"
#include "strata-commands.h"
#include "strata-terminal.h"

typedef struct
{
  char     *format;
  char     *scenario;
  char     *model;    /* (nullable): a decision model's file */
  gboolean  json;
  gboolean  why;
} Options;

static void
options_clear (Options *options)
{
  g_clear_pointer (&options->format, g_free);
  g_clear_pointer (&options->scenario, g_free);
  g_clear_pointer (&options->model, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_options (Options   *options,
               int       *argc,
               char    ***argv)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format, N_("How to print: text or json"), N_("FORMAT") },
    { "scenario", 0, 0, G_OPTION_ARG_STRING, &options->scenario, N_("Check only this scenario"), N_("ID") },
    { "why", 0, 0, G_OPTION_ARG_NONE, &options->why, N_("Give the reasons for findings and decisions, too"), NULL },
    { "model", 0, 0, G_OPTION_ARG_FILENAME, &options->model, N_("Judge by this decision model, whatever model a plan has"), N_("FILE.dmn") },
    G_OPTION_ENTRY_NULL
  };

  if (!strata_command_parse ("check", _("PLAN…"),
                             _("“-” reads a plan from standard input. The exit status is 0 when nothing above\n"
                               "advice was found, 1 when a warning or an error was, 2 when a plan could not be read."),
                             entries, argc, argv)
      || !strata_command_parse_format (options->format, &options->json))
    return FALSE;
  if (*argc >= 2)
    return TRUE;
  strata_command_complain (_("No plan was given. See “strata-cli check --help”."));
  return FALSE;
}

static gboolean
has_findings (const StrataCheckedPlan *checked)
{
  for (guint i = 0; i < checked->assessments->len; i++)
    {
      StrataAssessment *assessment = g_ptr_array_index (checked->assessments, i);

      if (strata_assessment_count (assessment, STRATA_SEVERITY_ERROR) > 0
          || strata_assessment_count (assessment, STRATA_SEVERITY_WARNING) > 0)
        return TRUE;
    }
  return FALSE;
}

static StrataExit
get_exit (GPtrArray *plans)
{
  for (guint i = 0; i < plans->len; i++)
    if (has_findings (g_ptr_array_index (plans, i)))
      return STRATA_EXIT_FOUND;
  return STRATA_EXIT_GOOD;
}

/* Where no plan could be read there is no answer, only messages. */
static void
print_plans (GPtrArray     *plans,
             const Options *options)
{
  g_autoptr (GBytes) answer = NULL;

  if (plans->len == 0)
    return;
  if (options->json)
    answer = strata_check_to_json (plans);
  else
    answer = strata_command_take_text (strata_check_to_text (plans, options->why, strata_terminal_get_width (STDOUT_FILENO),
                                                             strata_terminal_has_colors (STDOUT_FILENO)));
  strata_command_write (answer);
}

/**
 * strata_command_check:
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the command's name first
 *
 * Runs the command.
 *
 * Returns: the worst of what was found and what could not be read
 */
StrataExit
strata_command_check (int    argc,
                  char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (StrataCatalog) catalog = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  gboolean all_read;

  if (!parse_options (&options, &argc, &argv))
    return STRATA_EXIT_UNREADABLE;
  plans = strata_checked_plans_read (argv + 1, options.model, options.scenario, &catalog, &all_read);
  print_plans (plans, &options);
  return all_read ? get_exit (plans) : STRATA_EXIT_UNREADABLE;
}
