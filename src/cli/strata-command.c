/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the commands of strata-cli share: options, messages, output.
 */

#define G_LOG_DOMAIN "strata-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "strata-command.h"

/**
 * strata_command_parse:
 * @name: the command's name
 * @parameters: (nullable): what follows the options, e.g. `PLAN…`
 * @description: (nullable): a sentence or more below the options, translated
 * @entries: (nullable): the command's options
 * @argc: (inout): number of arguments, the command's name first
 * @argv: (inout): arguments; what is left when this returns is not an option
 *
 * Reads the options of a command. `--help` prints and ends the program; a
 * wrong option is complained about.
 *
 * Returns: whether the command can go on; else it ends with
 *   %STRATA_EXIT_UNREADABLE
 */
gboolean
strata_command_parse (const char           *name,
                      const char           *parameters,
                      const char           *description,
                      const GOptionEntry   *entries,
                      int                  *argc,
                      char               ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = NULL;

  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (argc != NULL && argv != NULL, FALSE);

  program = g_strdup_printf ("strata-cli %s", name);
  g_set_prgname (program);
  g_option_context_set_description (context, description);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;
  strata_command_complain (_("%s. See “%s --help”."), error->message, program);
  return FALSE;
}

/**
 * strata_command_parse_format:
 * @format: (nullable): what followed `--format`
 * @json: (out): whether JSON is asked for; text when nothing is
 *
 * Reads the option that says how to print, or complains.
 *
 * Returns: whether the command can go on; else it ends with
 *   %STRATA_EXIT_UNREADABLE
 */
gboolean
strata_command_parse_format (const char *format,
                             gboolean   *json)
{
  g_return_val_if_fail (json != NULL, FALSE);

  *json = g_strcmp0 (format, "json") == 0;
  if (format == NULL || *json || g_str_equal (format, "text"))
    return TRUE;
  strata_command_complain (_("The format is “text” or “json”, not “%s”."), format);
  return FALSE;
}

/**
 * strata_command_complain:
 * @format: a translated sentence with printf directives
 * @...: what it speaks of
 *
 * Tells the person on standard error what went wrong.
 */
void
strata_command_complain (const char *format,
                         ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  g_return_if_fail (format != NULL);

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("strata-cli: %s\n", message);
}

/**
 * strata_command_take_text:
 * @text: (transfer full): a text
 *
 * Returns: (transfer full): the same, to be written
 */
GBytes *
strata_command_take_text (char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return g_bytes_new_take (text, strlen (text));
}

/**
 * strata_command_write:
 * @bytes: what to write
 *
 * Writes to standard output, byte by byte as given whatever the locale. The
 * main program notices at its end when that failed.
 */
void
strata_command_write (GBytes *bytes)
{
  gconstpointer data;
  gsize size;

  g_return_if_fail (bytes != NULL);

  data = g_bytes_get_data (bytes, &size);
  fwrite (data, 1, size, stdout);
}
