/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * strata-cli cuts: the cheapest stack that does all that is done today.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>
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

static StrataExit
cut_plan (const char         *path,
          const Options      *options,
          StrataCatalog      *catalog,
          const StrataModels *models,
          GPtrArray          *plans)
{
  g_autoptr (GError) error = NULL;
  StrataCheckedPlan *checked = strata_checked_plan_read (path, catalog, models, options->scenario, &error);
  StrataCutPlan *plan = NULL;

  if (checked != NULL)
    plan = strata_cut_plan_new (checked, catalog, (const char * const *) options->pins, &error);
  if (plan == NULL)
    {
      strata_command_complain ("%s", error->message);
      return STRATA_EXIT_UNREADABLE;
    }
  g_ptr_array_add (plans, plan);
  return STRATA_EXIT_GOOD;
}

static void
print_plans (GPtrArray     *plans,
             StrataCatalog *catalog,
             gboolean       json)
{
  g_autoptr (GBytes) answer = NULL;
  char *text;

  if (plans->len == 0)
    return;
  if (json)
    {
      answer = strata_cuts_to_json (plans);
    }
  else
    {
      text = strata_cuts_to_text (plans, catalog, strata_terminal_get_width (STDOUT_FILENO),
                                  strata_terminal_has_colors (STDOUT_FILENO));
      answer = g_bytes_new_take (text, strlen (text));
    }
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
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataCatalog) catalog = NULL;
  g_auto (StrataModels) models = { 0 };
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_cut_plan_free);
  StrataExit status = STRATA_EXIT_GOOD;

  if (!parse_options (&options, &argc, &argv))
    return STRATA_EXIT_UNREADABLE;
  catalog = strata_catalog_load (&error);
  if (catalog == NULL || !strata_models_load (&models, options.model, &error))
    {
      strata_command_complain ("%s", error->message);
      return STRATA_EXIT_UNREADABLE;
    }
  for (int i = 1; i < argc; i++)
    {
      StrataExit done = cut_plan (argv[i], &options, catalog, &models, plans);

      status = MAX (status, done);
    }
  print_plans (plans, catalog, options.json);
  return status;
}
