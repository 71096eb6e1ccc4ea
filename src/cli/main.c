/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * strata-cli: finds the command that was asked for and runs it.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "storage/strata-translations.h"
#include "strata-commands.h"

/* One row a command, by name. */
static const StrataCommand commands[] = {
  { "catalog", N_("List, show or find the tools of the catalogue"), strata_command_catalog },
  { "check", N_("Say what the decision model finds in plans"), strata_command_check },
  { "cuts", N_("Say what can be cut from plans, and what that saves"), strata_command_cuts },
  { "decide", N_("Evaluate the decisions of any DMN model"), strata_command_decide },
  { "diff", N_("Say what changed from one plan to another"), strata_command_diff },
  { "format", N_("Print a plan in its canonical form"), strata_command_format },
  { "merge", N_("Make one plan of two that were made from a third"), strata_command_merge },
  { "new", N_("Make a new plan, empty or from a template"), strata_command_new },
  { "verify", N_("Find gaps and conflicts in the tables of a DMN model"), strata_command_verify },
};

static const StrataCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i].name, name))
        return &commands[i];
    }
  return NULL;
}

static char *
describe_commands (void)
{
  GString *text = g_string_new (_("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %-10s %s", commands[i].name, _(commands[i].summary));
  g_string_append_printf (text, "\n\n%s", _("“strata-cli COMMAND --help” says more about one of them."));
  return g_string_free (text, FALSE);
}

/* Takes the options before the command, and leaves the command first. */
static gboolean
parse_options (int       *argc,
               char    ***argv,
               gboolean  *show_version,
               GError   **error)
{
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, show_version, N_("Print the version"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_("COMMAND [ARGUMENT…]"));
  g_autofree char *summary = describe_commands ();

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  g_option_context_set_strict_posix (context, TRUE);
  return g_option_context_parse (context, argc, argv, error);
}

static StrataExit
run_command (int    argc,
             char **argv)
{
  const StrataCommand *command;

  if (argc == 0)
    {
      strata_command_complain (_("No command was given. See “strata-cli --help”."));
      return STRATA_EXIT_UNREADABLE;
    }
  command = find_command (argv[0]);
  if (command == NULL)
    {
      strata_command_complain (_("There is no command “%s”. See “strata-cli --help”."), argv[0]);
      return STRATA_EXIT_UNREADABLE;
    }
  return command->run (argc, argv);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean show_version = FALSE;
  StrataExit status = STRATA_EXIT_GOOD;

  strata_translations_set_up ();
  g_set_prgname ("strata-cli");
  if (!parse_options (&argc, &argv, &show_version, &error))
    {
      strata_command_complain (_("%s. See “strata-cli --help”."), error->message);
      return STRATA_EXIT_UNREADABLE;
    }
  if (show_version)
    g_print ("strata-cli %s\n", VERSION);
  else
    status = run_command (argc - 1, argv + 1);

  if (fflush (stdout) != 0 || ferror (stdout))
    {
      strata_command_complain (_("Standard output could not be written."));
      return STRATA_EXIT_UNREADABLE;
    }
  return status;
}
