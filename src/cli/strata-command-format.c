/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * strata-cli format: a plan in its canonical form.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "storage/strata-plan-file.h"
#include "strata-command-input.h"
#include "strata-commands.h"

/**
 * strata_command_format:
 * @argc: number of arguments
 * @argv: arguments, the command's name first
 *
 * Prints a plan as Strata would save it. A plan that is refused prints
 * nothing.
 *
 * Returns: the exit status
 */
StrataExit
strata_command_format (int    argc,
                       char **argv)
{
  g_autoptr (StrataCatalog) catalog = NULL;
  g_autoptr (StrataPlan) plan = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (!strata_command_parse ("format", "PLAN",
                             _("PLAN is a plan file, or “-” for standard input. The canonical form goes to\n"
                               "standard output, the file stays as it is."),
                             NULL, &argc, &argv))
    return STRATA_EXIT_UNREADABLE;
  if (argc != 2)
    {
      strata_command_complain (_("“format” takes one plan. See “strata-cli format --help”."));
      return STRATA_EXIT_UNREADABLE;
    }

  catalog = strata_catalog_load (&error);
  if (catalog != NULL)
    plan = strata_command_read_plan (argv[1], catalog, &error);
  if (plan == NULL)
    {
      strata_command_complain ("%s", error->message);
      return STRATA_EXIT_UNREADABLE;
    }
  bytes = strata_plan_file_to_bytes (plan);
  strata_command_write (bytes);
  return STRATA_EXIT_GOOD;
}
