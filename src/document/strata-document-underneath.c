/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What somebody else does to a document's file.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-document-private.h"

#include "storage/strata-disk-steps.h"
#include "storage/strata-plan-file.h"

/* A file that was changed so short a time ago may be changed again without its
 * time showing it. */
#define SETTLED_AFTER (G_GINT64_CONSTANT (2) * 1000 * 1000 * 1000)

/* What goes to the thread that looks, and back. */
typedef struct
{
  StrataDisk     *disk;
  GFile          *file;
  StrataDiskInfo  info; /* as it was; then as it is */
  char           *hash; /* what it holds; NULL: it is gone */
  StrataPlan     *plan; /* what it holds, where that was asked for */
} Look;

static Look *
look_new (StrataDocument *self)
{
  Look *look = g_new0 (Look, 1);

  look->disk = g_object_ref (self->disk);
  look->file = g_object_ref (self->file);
  look->info = self->info;
  look->hash = g_strdup (self->found_hash);
  return look;
}

static void
look_free (Look *look)
{
  g_object_unref (look->disk);
  g_object_unref (look->file);
  g_free (look->hash);
  g_clear_pointer (&look->plan, strata_plan_unref);
  g_free (look);
}

static gboolean
is_settled (const StrataDiskInfo *info)
{
  return g_get_real_time () * 1000 - info->time > SETTLED_AFTER;
}

static gboolean
is_same (const StrataDiskInfo *a,
         const StrataDiskInfo *b)
{
  return a->time == b->time && a->size == b->size && a->id == b->id;
}

/* Whether there is a file; reads no more than it has to. */
static gboolean
look_at_file (Look    *look,
              GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  StrataDiskInfo info;

  if (!strata_disk_look (look->disk, g_file_peek_path (look->file), &info, error))
    return FALSE;
  if (look->hash != NULL && is_same (&info, &look->info))
    return TRUE;
  bytes = strata_disk_read (look->disk, look->file, STRATA_DISK_READ_LIMIT, NULL, error);
  if (bytes == NULL)
    return FALSE;
  g_free (look->hash);
  look->hash = strata_disk_hash (bytes);
  look->info = is_settled (&info) ? info : (StrataDiskInfo) { 0 };
  return TRUE;
}

static void
look_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Look *look = task_data;
  GError *error = NULL;

  if (look_at_file (look, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    {
      g_task_return_error (task, error);
      return;
    }
  g_clear_error (&error);
  g_clear_pointer (&look->hash, g_free);
  g_task_return_boolean (task, TRUE);
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Look *look = task_data;
  g_autofree char *name = strata_disk_describe (look->file);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = strata_disk_read (look->disk, look->file, STRATA_DISK_READ_LIMIT, cancellable, &error);

  if (bytes != NULL)
    look->plan = strata_plan_file_parse (bytes, name, &error);
  if (look->plan == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_free (look->hash);
  look->hash = strata_disk_hash (bytes);
  g_task_return_boolean (task, TRUE);
}

static StrataUnderneath
judge (StrataDocument *self,
       const Look     *look)
{
  if (look->hash == NULL)
    return STRATA_UNDERNEATH_VANISHED;
  if (g_strcmp0 (look->hash, self->hash) == 0)
    return STRATA_UNDERNEATH_UNCHANGED;
  return strata_document_get_modified (self) ? STRATA_UNDERNEATH_CONFLICT : STRATA_UNDERNEATH_CHANGED;
}

/**
 * strata_document_check_underneath_async:
 * @self: a document with a file
 * @cancellable: (nullable): to give up
 * @callback: called when it is known
 * @user_data: data for @callback
 *
 * Looks in another thread whether the file is still what was read or saved:
 * cheaply by its time and size as long as they stay, else by its contents.
 */
void
strata_document_check_underneath_async (StrataDocument      *self,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (STRATA_IS_DOCUMENT (self));
  g_return_if_fail (self->file != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, strata_document_check_underneath_async);
  g_task_set_task_data (task, look_new (self), (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_in_thread);
}

/**
 * strata_document_check_underneath_finish:
 * @self: a document
 * @result: the result that the callback was given
 * @state: (out): what became of the file
 * @error: return location for a [error@Gio.IOErrorEnum]
 *
 * Returns: whether the file could be looked at
 */
gboolean
strata_document_check_underneath_finish (StrataDocument    *self,
                                         GAsyncResult      *result,
                                         StrataUnderneath  *state,
                                         GError           **error)
{
  const Look *look;

  g_return_val_if_fail (STRATA_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (state != NULL, FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  look = g_task_get_task_data (G_TASK (result));
  if (self->saving || !g_file_equal (look->file, self->file))
    {
      *state = STRATA_UNDERNEATH_UNCHANGED;
      return TRUE;
    }
  g_set_str (&self->found_hash, look->hash);
  self->info = look->info;
  *state = judge (self, look);
  return TRUE;
}

/**
 * strata_document_take_underneath_async:
 * @self: a document with a file
 * @cancellable: (nullable): to give up
 * @callback: called when it is read
 * @user_data: data for @callback
 *
 * Reads the file again, in another thread.
 */
void
strata_document_take_underneath_async (StrataDocument      *self,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (STRATA_IS_DOCUMENT (self));
  g_return_if_fail (self->file != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, strata_document_take_underneath_async);
  g_task_set_task_data (task, look_new (self), (GDestroyNotify) look_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * strata_document_take_underneath_finish:
 * @self: a document
 * @result: the result that the callback was given
 * @merge: (out) (optional) (nullable): how it went together with what was not
 *   saved, where there was something
 * @error: return location for a [error@Strata.PlanError] or [error@Gio.IOErrorEnum]
 *
 * Takes what the file holds by now, merged with what was not saved yet, as a
 * step that can be undone.
 *
 * Returns: whether the document goes on from the file
 */
gboolean
strata_document_take_underneath_finish (StrataDocument  *self,
                                        GAsyncResult    *result,
                                        StrataMerge    **merge,
                                        GError         **error)
{
  g_autoptr (StrataMerge) merged = NULL;
  const Look *look;

  g_return_val_if_fail (STRATA_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (merge != NULL)
    *merge = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  look = g_task_get_task_data (G_TASK (result));
  if (strata_document_get_modified (self))
    merged = strata_merge (self->saved_plan, self->plan, look->plan, NULL, NULL);
  strata_document_go_on_from (self, look->plan, look->hash, merged != NULL ? merged->plan : look->plan);
  if (merge != NULL)
    *merge = g_steal_pointer (&merged);
  return TRUE;
}

/**
 * strata_document_overrule_underneath:
 * @self: a document whose file was changed, as a check has found
 *
 * Lets the next save go over what that check found, and over nothing else.
 */
void
strata_document_overrule_underneath (StrataDocument *self)
{
  g_return_if_fail (STRATA_IS_DOCUMENT (self));

  g_set_str (&self->hash, self->found_hash);
}
