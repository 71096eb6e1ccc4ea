/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the commands of strata-cli share.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * StrataExit:
 * @STRATA_EXIT_GOOD: done, and nothing above advice was found
 * @STRATA_EXIT_FOUND: done, and a warning or an error was found
 * @STRATA_EXIT_UNREADABLE: something could not be read or done
 *
 * What strata-cli tells its caller. The larger wins when a command does
 * several files.
 */
typedef enum
{
  STRATA_EXIT_GOOD,
  STRATA_EXIT_FOUND,
  STRATA_EXIT_UNREADABLE,
} StrataExit;

/**
 * StrataCommand:
 *
 * One row of the table of commands. `run` gets its own name as first
 * argument, and the arguments as the shell gave them.
 */
typedef struct
{
  const char *name;
  const char *summary; /* untranslated: passed through gettext */
  StrataExit (*run) (int    argc,
                     char **argv);
} StrataCommand;

gboolean  strata_command_parse    (const char           *name,
                                   const char           *parameters,
                                   const char           *description,
                                   const GOptionEntry   *entries,
                                   int                  *argc,
                                   char               ***argv);
gboolean  strata_command_parse_format (const char *format,
                                       gboolean   *json);
void      strata_command_complain (const char *format,
                                   ...) G_GNUC_PRINTF (1, 2);
GBytes   *strata_command_take_text (char *text) G_GNUC_WARN_UNUSED_RESULT;
void      strata_command_write    (GBytes *bytes);

G_END_DECLS
