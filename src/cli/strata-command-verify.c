/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * strata-cli verify: what the tables of a model leave open or contradict.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "strata-command-input.h"
#include "strata-commands.h"
#include "strata-terminal.h"
#include "strata-verify.h"

static gboolean
parse_options (gboolean   *json,
               int        *argc,
               char     ***argv)
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("“text” or “json”"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };

  if (!strata_command_parse ("verify", "MODEL.dmn",
                             _("MODEL.dmn is a DMN model, or “-” for standard input. Of each decision table it\n"
                               "says which inputs no row covers, which rows contradict each other, and which\n"
                               "never answer. The exit status is 1 when there is any of these."),
                             entries, argc, argv)
      || !strata_command_parse_format (format, json))
    return FALSE;
  if (*argc == 2)
    return TRUE;
  strata_command_complain (_("“verify” takes one model. See “strata-cli verify --help”."));
  return FALSE;
}

static void
print_answer (GPtrArray *verifications,
              gboolean   json)
{
  g_autoptr (GBytes) answer = NULL;

  if (json)
    answer = strata_verify_to_json (verifications);
  else
    answer = strata_command_take_text (strata_verify_to_text (verifications, strata_terminal_get_width (STDOUT_FILENO),
                                                              strata_terminal_has_colors (STDOUT_FILENO)));
  strata_command_write (answer);
}

static DmnModel *
load_model (const char  *argument,
            GError     **error)
{
  g_autoptr (GBytes) bytes = strata_command_read_bytes (argument, error);
  g_autofree char *name = strata_command_name_input (argument);

  return bytes != NULL ? dmn_model_new (bytes, name, error) : NULL;
}

/**
 * strata_command_verify:
 * @argc: number of arguments
 * @argv: arguments, the command's name first
 *
 * Verifies the decision tables of any DMN model. Overlaps are information, and
 * so is a gap where a default or an empty list answers.
 *
 * Returns: the exit status
 */
StrataExit
strata_command_verify (int    argc,
                       char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = NULL;
  g_autoptr (GPtrArray) verifications = NULL;
  gboolean json = FALSE;

  if (!parse_options (&json, &argc, &argv))
    return STRATA_EXIT_UNREADABLE;

  model = load_model (argv[1], &error);
  if (model == NULL)
    {
      strata_command_complain ("%s", error->message);
      return STRATA_EXIT_UNREADABLE;
    }
  verifications = dmn_verify_model (model);
  print_answer (verifications, json);

  for (guint i = 0; i < verifications->len; i++)
    if (dmn_verification_finds_fault (verifications->pdata[i]))
      return STRATA_EXIT_FOUND;

  return STRATA_EXIT_GOOD;
}
