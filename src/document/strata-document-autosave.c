/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving a document to its file a moment after the last edit.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-document-private.h"

static void
note_problem (StrataDocument *self,
              const char     *problem)
{
  if (g_set_str (&self->autosave_problem, problem))
    g_object_notify (G_OBJECT (self), "autosave-problem");
}

static void
autosaved_cb (GObject      *source_object,
              GAsyncResult *result,
              gpointer      user_data)
{
  StrataDocument *self = STRATA_DOCUMENT (source_object);
  g_autoptr (GError) error = NULL;

  strata_document_save_finish (self, result, &error);
  note_problem (self, error != NULL ? error->message : NULL);
}

static void
autosave_cb (gpointer user_data)
{
  StrataDocument *self = user_data;

  self->autosave_source = 0;
  if (self->saving)
    strata_document_schedule_autosave (self);
  else
    strata_document_start_saving (self, self->file, TRUE, NULL, autosaved_cb, NULL);
}

/* A file formatted by hand is not made canonical behind anybody's back: that
 * is for the first save by hand. */
static gboolean
is_wanted (StrataDocument *self)
{
  return self->autosave_delay > 0
         && self->file != NULL
         && self->canonical
         && strata_document_get_modified (self);
}

void
strata_document_schedule_autosave (StrataDocument *self)
{
  g_clear_handle_id (&self->autosave_source, g_source_remove);
  if (is_wanted (self))
    self->autosave_source = g_timeout_add_once (self->autosave_delay, autosave_cb, self);
}

/**
 * strata_document_set_autosave:
 * @self: a document
 * @delay: how long after the last edit to save, in milliseconds:
 *   %STRATA_DOCUMENT_AUTOSAVE_DELAY; 0, as in the beginning: never
 *
 * A plan that has a file is saved there by itself, but never over a file that
 * was changed underneath, never where it is gone, and not before the first
 * save by hand of one that was formatted by hand. Whoever asks for it has to
 * show `autosave-problem`.
 */
void
strata_document_set_autosave (StrataDocument *self,
                              guint           delay)
{
  g_return_if_fail (STRATA_IS_DOCUMENT (self));

  self->autosave_delay = delay;
  strata_document_schedule_autosave (self);
}

/**
 * strata_document_get_autosave_problem:
 * @self: a document
 *
 * Returns: (nullable): why the plan could not be saved by itself, in a
 *   sentence, or %NULL as long as it could
 */
const char *
strata_document_get_autosave_problem (StrataDocument *self)
{
  g_return_val_if_fail (STRATA_IS_DOCUMENT (self), NULL);

  return self->autosave_problem;
}
