/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the header of a window says of its plan.
 */

#define G_LOG_DOMAIN "strata-ui"

#include "config.h"

#include "strata-window-private.h"

#include <glib/gi18n.h>

char *
_strata_window_describe_title (StrataWindow *self)
{
  StrataDocument *document = _strata_window_get_document (self);
  const char *title;

  if (document == NULL)
    return g_strdup (_("Strata"));

  title = strata_plan_get_title (strata_document_get_plan (document));
  if (title == NULL || *title == '\0')
    title = _("Untitled Plan");

  return g_strconcat (strata_document_get_modified (document) ? "• " : "", title, NULL);
}

char *
_strata_window_describe_subtitle (StrataWindow *self)
{
  StrataDocument *document = _strata_window_get_document (self);
  const char *client;

  if (document == NULL)
    return NULL;

  client = strata_plan_get_client (strata_document_get_plan (document));
  if (client == NULL || *client == '\0')
    return g_strdup (strata_document_get_modified (document) ? _("Unsaved changes") : NULL);
  if (!strata_document_get_modified (document))
    return g_strdup (client);

  /* Translators: below the title of a plan, the name of a client. */
  return g_strdup_printf (_("%s · Unsaved changes"), client);
}

char *
_strata_window_describe_undo (StrataWindow *self)
{
  StrataDocument *document = _strata_window_get_document (self);

  if (document == NULL || !strata_document_can_undo (document))
    return g_strdup (_("Undo"));

  /* Translators: followed by what would be undone, “Move Segment to Data”. */
  return g_strdup_printf (_("Undo %s"), strata_document_get_undo_name (document));
}

char *
_strata_window_describe_redo (StrataWindow *self)
{
  StrataDocument *document = _strata_window_get_document (self);

  if (document == NULL || !strata_document_can_redo (document))
    return g_strdup (_("Redo"));

  /* Translators: followed by what would be redone, “Move Segment to Data”. */
  return g_strdup_printf (_("Redo %s"), strata_document_get_redo_name (document));
}
