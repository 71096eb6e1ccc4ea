/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * strata-cli decide: evaluates any DMN model.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "dmn/dmn-json.h"
#include "dmn/dmn-model.h"
#include "strata-commands.h"
#include "strata-decide-server.h"

typedef struct
{
  char    **decisions; /* (nullable): all of them */
  char     *inputs;    /* (nullable): none */
  char     *service;   /* (nullable): none */
  char     *format;    /* (nullable): JSON */
  gboolean  serve;
} DecideOptions;

static void
decide_options_clear (DecideOptions *options)
{
  g_strfreev (options->decisions);
  g_free (options->inputs);
  g_free (options->service);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DecideOptions, decide_options_clear)

static gboolean
parse_options (DecideOptions   *options,
               int             *argc,
               char          ***argv)
{
  const GOptionEntry entries[] = {
    { "inputs", 0, 0, G_OPTION_ARG_STRING, &options->inputs, N_("The inputs, as one JSON object"), N_("JSON") },
    { "decision", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->decisions, N_("A decision, by name or id; may be given again"), N_("NAME") },
    { "service", 0, 0, G_OPTION_ARG_STRING, &options->service, N_("A decision service to call with the inputs, by name or id"), N_("NAME") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format, N_("“json” or “text”"), N_("FORMAT") },
    { "serve", 0, 0, G_OPTION_ARG_NONE, &options->serve, N_("Answer requests on standard input, one JSON object a line"), NULL },
    G_OPTION_ENTRY_NULL
  };

  return strata_command_parse ("decide", "MODEL.dmn",
                               _("Prints what the decisions of a DMN model come to. A decision that comes to\n"
                                 "null for a reason says so on standard error."),
                               entries, argc, argv);
}

/* Text is for people: a line a decision. */
static void
print_results (DmnValue *results,
               gboolean  json)
{
  g_autofree char *text = NULL;

  if (json)
    {
      text = dmn_value_to_json (results);
      g_print ("%s\n", text);
      return;
    }

  for (guint i = 0; i < dmn_value_get_length (results); i++)
    {
      g_autofree char *value = dmn_value_to_string (dmn_value_get_item (results, i));

      g_print ("%s: %s\n", dmn_value_get_name (results, i), value);
    }
}

static StrataExit
decide (const char          *path,
        const DecideOptions *options,
        gboolean             json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DmnModel) model = strata_decide_load_model (path, &error);
  g_autoptr (DmnValue) inputs = NULL, results = NULL;

  if (model != NULL)
    inputs = dmn_value_from_json (options->inputs != NULL ? options->inputs : "{}", &error);
  if (inputs != NULL)
    results = strata_decide_evaluate (model, inputs, options->service, (const char *const *) options->decisions,
                                      strata_command_complain, &error);
  if (results == NULL)
    {
      strata_command_complain ("%s", error->message);
      return STRATA_EXIT_UNREADABLE;
    }
  print_results (results, json);

  return STRATA_EXIT_GOOD;
}

/**
 * strata_command_decide:
 * @argc: number of arguments
 * @argv: arguments, the command's name first
 *
 * Evaluates decisions of any DMN model, once or for many requests.
 *
 * Returns: the exit status
 */
StrataExit
strata_command_decide (int    argc,
                       char **argv)
{
  g_auto (DecideOptions) options = { NULL };
  gboolean json = TRUE;

  if (!parse_options (&options, &argc, &argv))
    return STRATA_EXIT_UNREADABLE;
  if (options.format != NULL && !strata_command_parse_format (options.format, &json))
    return STRATA_EXIT_UNREADABLE;

  if (options.serve && argc == 1)
    return strata_decide_serve ();
  if (options.serve || argc != 2)
    {
      strata_command_complain (_("“decide” takes one model, or “--serve” and none. See “strata-cli decide --help”."));
      return STRATA_EXIT_UNREADABLE;
    }

  return decide (argv[1], &options, json);
}
