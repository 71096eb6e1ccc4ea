/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Descriptions of the decision model in the person's language.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "assess/strata-decide-private.h"

/* As data/its/dmn.its has xgettext do it: runs of space are one, none at the
 * ends. */
static char *
normalize (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n\r", -1);
  GString *normalized = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (normalized, "%s%s", normalized->len > 0 ? " " : "", words[i]);

  return g_string_free_and_steal (normalized);
}

char *
strata_description_dup_translated (const char *description)
{
  g_autofree char *text = description != NULL ? normalize (description) : NULL;

  if (text == NULL || *text == '\0')
    return NULL;

  return g_strdup (dgettext (GETTEXT_PACKAGE, text));
}
