/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * strata-cli diff: what changed from one plan to another.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "storage/strata-json-builder.h"
#include "storage/strata-json-writer.h"
#include "strata-command-input.h"
#include "strata-commands.h"
#include "strata-diff-text.h"
#include "strata-terminal.h"

typedef struct
{
  char     *format;
  gboolean  json;
  gboolean  exit_code;
} Options;

static gboolean
parse_options (Options   *options,
               int       *argc,
               char    ***argv)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format, N_("How to print: text or json"), N_("FORMAT") },
    { "exit-code", 0, 0, G_OPTION_ARG_NONE, &options->exit_code, N_("End with 1 when the plans differ"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!strata_command_parse ("diff", "A B",
                             _("A and B are plan files; one of them may be “-” for standard input. The exit status\n"
                               "is 0 whether they differ or not, unless --exit-code is given; 2 when one of them\n"
                               "could not be read."),
                             entries, argc, argv)
      || !strata_command_parse_format (options->format, &options->json))
    return FALSE;
  if (*argc == 3)
    return TRUE;
  strata_command_complain (_("“diff” takes two plans. See “strata-cli diff --help”."));
  return FALSE;
}

static GBytes *
changes_to_json (GPtrArray *changes)
{
  g_autoptr (StrataJsonBuilder) builder = strata_json_builder_new ();
  g_autoptr (StrataValue) value = NULL;

  strata_json_builder_open (builder, TRUE);
  strata_json_builder_open_member (builder, "changes", FALSE);
  for (guint i = 0; i < changes->len; i++)
    {
      const StrataChange *change = g_ptr_array_index (changes, i);

      strata_json_builder_open (builder, TRUE);
      strata_json_builder_add_member (builder, "path", strata_value_new_string (change->path));
      if (change->from != NULL)
        strata_json_builder_add_member (builder, "from", strata_value_ref (change->from));
      if (change->to != NULL)
        strata_json_builder_add_member (builder, "to", strata_value_ref (change->to));
      strata_json_builder_close (builder);
    }
  strata_json_builder_close (builder);
  strata_json_builder_close (builder);
  value = strata_json_builder_end (builder);
  return strata_json_writer_to_bytes (value);
}

static void
print_changes (GPtrArray     *changes,
               StrataPlan    *a,
               StrataPlan    *b,
               StrataCatalog *catalog,
               gboolean       json)
{
  g_autoptr (GBytes) answer = NULL;

  if (json)
    answer = changes_to_json (changes);
  else
    answer = strata_command_take_text (strata_diff_to_text (changes, a, b, catalog, strata_terminal_get_width (STDOUT_FILENO),
                                                            strata_terminal_has_colors (STDOUT_FILENO)));
  strata_command_write (answer);
}

/* Reads both, so that a message comes for each that cannot be read. */
static gboolean
read_plans (char          **paths,
            StrataCatalog  *catalog,
            StrataPlan    **plans)
{
  gboolean is_read = TRUE;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      plans[i] = strata_command_read_plan (paths[i], catalog, &error);
      if (plans[i] != NULL)
        continue;
      strata_command_complain ("%s", error->message);
      is_read = FALSE;
    }
  return is_read;
}

static StrataExit
compare (char          **paths,
         const Options  *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StrataCatalog) catalog = strata_catalog_load (&error);
  g_autoptr (GPtrArray) changes = NULL;
  StrataPlan *plans[2] = { NULL, NULL };
  StrataExit status = STRATA_EXIT_UNREADABLE;

  if (catalog == NULL)
    strata_command_complain ("%s", error->message);
  else if (read_plans (paths, catalog, plans))
    {
      changes = strata_diff (plans[0], plans[1]);
      print_changes (changes, plans[0], plans[1], catalog, options->json);
      status = options->exit_code && changes->len > 0 ? STRATA_EXIT_FOUND : STRATA_EXIT_GOOD;
    }
  g_clear_pointer (&plans[0], strata_plan_unref);
  g_clear_pointer (&plans[1], strata_plan_unref);
  return status;
}

/**
 * strata_command_diff:
 * @argc: number of arguments
 * @argv: arguments, the command's name first
 *
 * Prints what changed from one plan to another. That they differ is nothing
 * wrong, so it is no exit status unless one is asked for: who is called by a
 * version control system must not fail on every change.
 *
 * Returns: the exit status
 */
StrataExit
strata_command_diff (int    argc,
                     char **argv)
{
  Options options = { 0 };
  StrataExit status = STRATA_EXIT_UNREADABLE;

  if (parse_options (&options, &argc, &argv))
    status = compare (argv + 1, &options);
  g_free (options.format);
  return status;
}
