/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening a document from its file and saving it there.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-document-private.h"

#include <glib/gi18n-lib.h>

#include "storage/strata-local-disk.h"
#include "storage/strata-plan-file.h"
#include "strata-snapshots.h"

/* What goes to the thread that reads or writes, and back. */
typedef struct
{
  StrataDisk   *disk;
  GFile        *file;
  StrataPlan   *plan;
  GBytes       *bytes;       /* the plan's text */
  char         *hash;        /* of that text */
  char         *former_hash; /* of what may be overwritten, or NULL */
  StrataSyncer *syncer;      /* of the journal, or NULL */
  char         *snapshots;   /* where a copy goes, or NULL */
  gboolean      is_in_place; /* although it failed: it may not be safe yet */
} Errand;

static Errand *
errand_new (StrataDisk *disk,
            GFile      *file,
            StrataPlan *plan)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->disk = g_object_ref (disk);
  errand->file = g_object_ref (file);
  errand->plan = plan != NULL ? strata_plan_ref (plan) : NULL;

  return errand;
}

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->disk);
  g_object_unref (errand->file);
  g_clear_pointer (&errand->plan, strata_plan_unref);
  g_clear_pointer (&errand->bytes, g_bytes_unref);
  g_clear_pointer (&errand->syncer, strata_syncer_unref);
  g_free (errand->hash);
  g_free (errand->former_hash);
  g_free (errand->snapshots);
  g_free (errand);
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Errand *errand = task_data;
  GError *error = NULL;
  StrataDocument *document = strata_document_load (errand->disk, errand->file, cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

static gboolean
is_in_place (const Errand *errand)
{
  g_autoptr (GBytes) bytes = strata_disk_read (errand->disk, errand->file, STRATA_DISK_READ_LIMIT, NULL, NULL);

  return bytes != NULL && g_bytes_equal (bytes, errand->bytes);
}

/* The plan is saved: that there is no copy of it is no reason to complain. */
static void
keep_copy (const Errand *errand)
{
  g_autoptr (GError) error = NULL;

  if (errand->snapshots != NULL
      && !strata_snapshots_add (errand->disk, errand->snapshots, errand->file, STRATA_SNAPSHOT_SAVED,
                                errand->bytes, g_get_real_time (), &error))
    g_debug ("No snapshot was kept: %s", error->message);
}

/* A file with what the journal does not say would look like somebody else's
 * work after a power cut: what the journal says is safe first. */
static void
write_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Errand *errand = task_data;
  GError *error = NULL;

  if (errand->syncer != NULL)
    strata_syncer_flush (errand->syncer, NULL);
  if (strata_disk_replace (errand->disk, errand->file, errand->bytes, errand->former_hash, cancellable, &error))
    {
      keep_copy (errand);
      g_task_return_boolean (task, TRUE);
      return;
    }
  errand->is_in_place = is_in_place (errand);
  g_task_return_error (task, error);
}

static void
write_saving (StrataDocument *self,
              const Errand   *errand)
{
  g_autofree char *uri = g_file_get_uri (errand->file);
  GError *error = NULL;

  if (self->journal == NULL)
    return;
  strata_journal_saving (self->journal, uri, errand->hash, &error);
  strata_document_note_journal (self, error);
}

static void
write_saved (StrataDocument *self,
             const Errand   *errand)
{
  g_autofree char *uri = g_file_get_uri (errand->file);
  GError *error = NULL;

  if (self->journal == NULL)
    return;
  strata_journal_saved (self->journal, errand->plan, uri, errand->hash, &error);
  strata_document_note_journal (self, error);
}

/* The document is told here, where its thread is, whether or not the caller
 * asks how it went. */
static void
written_cb (GObject      *source_object,
            GAsyncResult *result,
            gpointer      user_data)
{
  StrataDocument *self = STRATA_DOCUMENT (source_object);
  g_autoptr (GTask) outer = user_data;
  Errand *errand = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  self->saving = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (errand->is_in_place)
        g_set_str (&self->hash, errand->hash);
      g_task_return_error (outer, error);
      return;
    }

  strata_document_settle (self, errand->file, errand->plan, errand->hash, TRUE);
  write_saved (self, errand);
  g_task_return_boolean (outer, TRUE);
}

/* The text is made here and not in the thread: its hash is to be in the
 * journal before the file is touched, and before the next edit. */
static Errand *
begin_saving (StrataDocument *self,
              GFile          *file)
{
  Errand *errand = errand_new (self->disk, file, self->plan);

  errand->bytes = strata_plan_file_to_bytes (self->plan);
  errand->hash = strata_disk_hash (errand->bytes);
  if (self->file != NULL && g_file_equal (self->file, file))
    errand->former_hash = g_strdup (self->hash);
  errand->snapshots = g_strdup (self->snapshots);
  write_saving (self, errand);
  if (self->journal != NULL)
    errand->syncer = strata_syncer_ref (strata_journal_get_syncer (self->journal));
  return errand;
}

/* Saving an unmodified plan where it is writes nothing. */
static gboolean
is_saved_in (StrataDocument *self,
             GFile          *file)
{
  return self->file != NULL &&
         g_file_equal (self->file, file) &&
         !strata_document_get_modified (self);
}

/**
 * strata_document_load:
 * @disk: where the file is, and where saving will go
 * @file: a plan file
 * @cancellable: (nullable): to give up
 * @error: return location for a [error@Strata.PlanError] or [error@Gio.IOErrorEnum]
 *
 * Reads a plan, and returns when that is done.
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 */
StrataDocument *
strata_document_load (StrataDisk    *disk,
                      GFile         *file,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) canonical = NULL;
  g_autoptr (StrataPlan) plan = NULL;
  g_autofree char *name = NULL;
  g_autofree char *hash = NULL;
  StrataDocument *self;

  g_return_val_if_fail (STRATA_IS_DISK (disk), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = strata_disk_describe (file);
  bytes = strata_disk_read (disk, file, STRATA_DISK_READ_LIMIT, cancellable, error);
  if (bytes != NULL)
    plan = strata_plan_file_parse (bytes, name, error);
  if (plan == NULL)
    return NULL;

  hash = strata_disk_hash (bytes);
  canonical = strata_plan_file_to_bytes (plan);
  self = strata_document_new (plan);
  strata_document_set_disk (self, disk);
  strata_document_settle (self, file, plan, hash, g_bytes_equal (bytes, canonical));
  return self;
}

/**
 * strata_document_open_async:
 * @file: a plan file
 * @cancellable: (nullable): to give up
 * @callback: called when it is read
 * @user_data: data for @callback
 *
 * Reads a plan in another thread.
 */
void
strata_document_open_async (GFile               *file,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (StrataDisk) disk = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  disk = strata_local_disk_new ();
  g_task_set_source_tag (task, strata_document_open_async);
  g_task_set_task_data (task, errand_new (disk, file, NULL), (GDestroyNotify) errand_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * strata_document_open_finish:
 * @result: the result that the callback was given
 * @error: return location for a [error@Strata.PlanError] or [error@Gio.IOErrorEnum]
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 */
StrataDocument *
strata_document_open_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * strata_document_save_async:
 * @self: a document
 * @file: where to; from now on the document's file
 * @cancellable: (nullable): to give up
 * @callback: called when it is saved
 * @user_data: data for @callback
 *
 * Writes the plan as it is now, in another thread. Edits that come meanwhile
 * leave the document modified. An unmodified plan is not written again to the
 * file that it is in. What was written before @cancellable was cancelled counts
 * as saved.
 */
void
strata_document_save_async (StrataDocument      *self,
                            GFile               *file,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) outer = NULL;
  g_autoptr (GTask) inner = NULL;

  g_return_if_fail (STRATA_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, strata_document_save_async);
  g_task_set_check_cancellable (outer, FALSE);
  if (self->saving)
    {
      g_task_return_new_error_literal (outer, G_IO_ERROR, G_IO_ERROR_PENDING,
                                       _("The plan is being saved already."));
      return;
    }
  if (is_saved_in (self, file))
    {
      g_task_return_boolean (outer, TRUE);
      return;
    }

  self->saving = TRUE;
  inner = g_task_new (self, cancellable, written_cb, g_steal_pointer (&outer));
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, begin_saving (self, file), (GDestroyNotify) errand_free);
  g_task_run_in_thread (inner, write_in_thread);
}

/**
 * strata_document_save_finish:
 * @self: a document
 * @result: the result that the callback was given
 * @error: return location for a [error@Gio.IOErrorEnum]
 *
 * Returns: whether the file holds the plan; if not, the file is as it was
 */
gboolean
strata_document_save_finish (StrataDocument  *self,
                             GAsyncResult    *result,
                             GError         **error)
{
  g_return_val_if_fail (STRATA_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
