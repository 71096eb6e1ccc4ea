/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The commands of strata-cli, one a file.
 */

#pragma once

#include "strata-command.h"

G_BEGIN_DECLS

StrataExit strata_command_catalog (int    argc,
                                   char **argv);
StrataExit strata_command_catalog_lint (gboolean   json,
                                        char     **arguments);
StrataExit strata_command_check   (int    argc,
                                   char **argv);
StrataExit strata_command_cuts    (int    argc,
                                   char **argv);
StrataExit strata_command_decide  (int    argc,
                                   char **argv);
StrataExit strata_command_diff    (int    argc,
                                   char **argv);
StrataExit strata_command_format  (int    argc,
                                   char **argv);
StrataExit strata_command_merge   (int    argc,
                                   char **argv);
StrataExit strata_command_new     (int    argc,
                                   char **argv);
StrataExit strata_command_verify  (int    argc,
                                   char **argv);

G_END_DECLS
