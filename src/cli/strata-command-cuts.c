/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * strata-cli cuts: the cheapest stack that does all that is done today.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "strata-commands.h"
#include "strata-cut-plan.h"
#include "strata-terminal.h"

typedef struct
{
  char      *format;
  char      *scenario;
  char      *model;    /* (nullable): a decision model's file */
  char     **pins;     /* (nullable) */
  gboolean   json;
} Options;

static void
options_clear (Options *options)
{
  g_clear_pointer (&options->format, g_free);
  g_clear_pointer (&options->scenario, g_free);
  g_clear_pointer (&options->model, g_free);
  g_clear_pointer (&options->pins, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_options (Options   *options,
               int       *argc,
               char    ***argv)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format, N_("How to print: text or json"), N_("FORMAT") },
    { "scenario", 0, 0, G_OPTION_ARG_STRING, &options->scenario, N_("Look at this scenario alone"), N_("ID") },
    { "pin", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->pins, N_("Keep this placement, module (like “p1/engage”) or capability; may be given again"), N_("WHAT") },
    { "model", 0, 0, G_OPTION_ARG_FILENAME, &options->model, N_("Judge by this decision model, whatever model a plan has"), N_("FILE.dmn") },
    G_OPTION_ENTRY_NULL
  };

  if (!strata_command_parse ("cuts", _("PLAN…"),
                             _("“-” reads a plan from standard input. The exit status is 0 whether something can\n"
                               "be cut or not, 2 when a plan could not be read or something to pin is not there."),
                             entries, argc, argv)
      || !strata_command_parse_format (options->format, &options->json))
    return FALSE;
  if (*argc >= 2)
    return TRUE;
  strata_command_complain (_("No plan was given. See “strata-cli cuts --help”."));
  return FALSE;
}

/* Takes the judged plans out of their list, and gives what can be cut from each. */
static GPtrArray *
cut_plans (GPtrArray     *checked,
           StrataCatalog *catalog,
           const Options *options,
           gboolean      *all_cut)
{
  GPtrArray *plans = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_cut_plan_free);

  while (checked->len > 0)
    {
      g_autoptr (GError) error = NULL;
      StrataCutPlan *plan = strata_cut_plan_new (g_ptr_array_steal_index (checked, 0), catalog,
                                                 (const char * const *) options->pins, &error);

      if (plan != NULL)
        g_ptr_array_add (plans, plan);
      else
        strata_command_complain ("%s", error->message);
      *all_cut &= plan != NULL;
    }
  return plans;
}

static void
print_plans (GPtrArray     *plans,
             StrataCatalog *catalog,
             gboolean       json)
{
  g_autoptr (GBytes) answer = NULL;

  if (plans->len == 0)
    return;
  if (json)
    answer = strata_cuts_to_json (plans);
  else
    answer = strata_command_take_text (strata_cuts_to_text (plans, catalog, strata_terminal_get_width (STDOUT_FILENO),
                                                            strata_terminal_has_colors (STDOUT_FILENO)));
  strata_command_write (answer);
}

/**
 * strata_command_cuts:
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the command's name first
 *
 * Runs the command. That something can be cut is an answer, not a fault: there
 * is no exit status for it.
 *
 * Returns: whether all could be read
 */
StrataExit
strata_command_cuts (int    argc,
                     char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (StrataCatalog) catalog = NULL;
  g_autoptr (GPtrArray) checked = NULL;
  g_autoptr (GPtrArray) plans = NULL;
  gboolean all_done;

  if (!parse_options (&options, &argc, &argv))
    return STRATA_EXIT_UNREADABLE;
  checked = strata_checked_plans_read (argv + 1, options.model, options.scenario, &catalog, &all_done);
  plans = cut_plans (checked, catalog, &options, &all_done);
  print_plans (plans, catalog, options.json);
  return all_done ? STRATA_EXIT_GOOD : STRATA_EXIT_UNREADABLE;
}
