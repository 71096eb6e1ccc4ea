/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The language that a program speaks.
 */

#define G_LOG_DOMAIN "strata-storage"

#include "config.h"

#include "strata-translations.h"

#include <libintl.h>
#include <locale.h>

/**
 * strata_translations_set_up:
 *
 * Has a program speak the person's language. Translations come from the
 * folder that the environment variable `STRATA_LOCALEDIR` names, else from
 * the installed one. To be called first in main(), before threads start.
 */
void
strata_translations_set_up (void)
{
  const char *folder = g_getenv ("STRATA_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL && *folder != '\0' ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
