/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the files that come with Strata are.
 */

#define G_LOG_DOMAIN "strata-storage"

#include "config.h"

#include "strata-data-dir.h"

/**
 * strata_data_dir_get:
 *
 * The folder with the catalogue, the schema, examples and templates: what
 * the environment variable `STRATA_DATADIR` names, else the installed one.
 *
 * Returns: (type filename): the folder's path
 */
const char *
strata_data_dir_get (void)
{
  const char *folder = g_getenv ("STRATA_DATADIR");

  return folder != NULL && *folder != '\0' ? folder : PKGDATADIR;
}

/**
 * strata_data_dir_build:
 * @first: a name below the data folder
 * @...: names below that one, %NULL-terminated
 *
 * Returns: (transfer full) (type filename): a path in the data folder
 */
char *
strata_data_dir_build (const char *first,
                       ...)
{
  g_autofree char *below = NULL;
  va_list names;

  g_return_val_if_fail (first != NULL, NULL);

  va_start (names, first);
  below = g_build_filename_valist (first, &names);
  va_end (names);
  return g_build_filename (strata_data_dir_get (), below, NULL);
}
