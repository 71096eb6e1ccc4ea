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
  gboolean      is_auto;     /* nobody asked for it */
  gboolean      is_copy;     /* the file holds it already, a copy is wanted */
  gboolean      is_in_place; /* although it failed: it may not be safe yet */
} Errand;

static void written_cb (GObject      *source_object,
                        GAsyncResult *result,
                        gpointer      user_data);

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

/* Who removed the file does not want it back unless somebody says so. */
static gboolean
is_wanted (const Errand  *errand,
           GError       **error)
{
  g_autofree char *name = strata_disk_describe (errand->file);
  StrataDiskInfo info;

  if (!errand->is_auto || strata_disk_look (errand->disk, g_file_peek_path (errand->file), &info, NULL))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _("“%s” is not there any more. Save it again, or in another place."), name);
  return FALSE;
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
  if (is_wanted (errand, &error)
      && (errand->is_copy
          || strata_disk_replace (errand->disk, errand->file, errand->bytes, errand->former_hash, cancellable, &error)))
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

/* The text is made here and not in the thread: its hash is to be in the
 * journal before the file is touched, and before the next edit. */
static Errand *
make_errand (StrataDocument *self,
             GFile          *file,
             gboolean        is_auto)
{
  Errand *errand = errand_new (self->disk, file, self->plan);

  errand->bytes = strata_plan_file_to_bytes (self->plan);
  errand->hash = strata_disk_hash (errand->bytes);
  errand->is_auto = is_auto;
  if (self->file != NULL && g_file_equal (self->file, file))
    errand->former_hash = g_strdup (self->hash);
  if (!is_auto)
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

/* Of what was only saved by itself a copy is still wanted. */
static void
begin_saving (StrataDocument *self,
              gboolean        is_auto,
              GTask          *outer)
{
  GFile *file = g_task_get_task_data (outer);
  gboolean is_copy = is_saved_in (self, file);
  g_autoptr (GTask) inner = NULL;
  Errand *errand;

  if (is_copy && (is_auto || !self->autosaved || self->snapshots == NULL))
    {
      g_task_return_boolean (outer, TRUE);
      g_object_unref (outer);
      return;
    }
  self->saving = TRUE;
  self->autosaving = is_auto;
  errand = make_errand (self, file, is_auto);
  errand->is_copy = is_copy;
  inner = g_task_new (self, g_task_get_cancellable (outer), written_cb, outer);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, errand, (GDestroyNotify) errand_free);
  g_task_run_in_thread (inner, write_in_thread);
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
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      self->autosaved = errand->is_auto;
      strata_document_settle (self, errand->file, errand->plan, errand->hash, TRUE);
      write_saved (self, errand);
      g_task_return_boolean (outer, TRUE);
    }
  else
    {
      if (errand->is_in_place)
        g_set_str (&self->hash, errand->hash);
      g_task_return_error (outer, error);
    }
  if (self->queued != NULL)
    begin_saving (self, FALSE, g_steal_pointer (&self->queued));
}

void
strata_document_start_saving (StrataDocument      *self,
                              GFile               *file,
                              gboolean             is_auto,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *outer = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (outer, strata_document_save_async);
  g_task_set_check_cancellable (outer, FALSE);
  g_task_set_task_data (outer, g_object_ref (file), g_object_unref);
  if (!self->saving)
    begin_saving (self, is_auto, outer);
  else if (self->autosaving && self->queued == NULL)
    self->queued = outer;
  else
    {
      g_task_return_new_error_literal (outer, G_IO_ERROR, G_IO_ERROR_PENDING,
                                       _("The plan is being saved already."));
      g_object_unref (outer);
    }
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
  g_return_if_fail (STRATA_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  strata_document_start_saving (self, file, FALSE, cancellable, callback, user_data);
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
