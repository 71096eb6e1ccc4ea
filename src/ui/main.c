/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program with the window.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "storage/strata-translations.h"
#include "ui/window/strata-application.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (StrataApplication) application = NULL;

  strata_translations_set_up ();

  application = strata_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
