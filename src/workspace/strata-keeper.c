/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where open plans are kept from being lost, and what was left behind there.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-keeper.h"

#include <glib/gi18n-lib.h>

/* How long a power cut may go back. */
#define SYNC_DELAY (G_USEC_PER_SEC / 5)

struct _StrataKeeper
{
  GObject     parent_instance;

  /* owned */
  StrataDisk *disk;
  char       *journals;
  char       *snapshots;
  GListStore *recoveries; /* StrataRecoveryRow */
};

G_DEFINE_FINAL_TYPE (StrataKeeper, strata_keeper, G_TYPE_OBJECT)

/* The row with an id, or NULL. */
static StrataRecoveryRow *
find_row (StrataKeeper *self,
          const char   *id,
          guint        *position)
{
  GListModel *rows = G_LIST_MODEL (self->recoveries);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (StrataRecoveryRow) row = g_list_model_get_item (rows, i);

      if (!g_str_equal (strata_recovery_row_get_id (row), id))
        continue;
      *position = i;
      return row;
    }

  return NULL;
}

/* Only one that is offered can be asked for: what somebody else has taken
 * since is no plan to recover any more. */
static StrataRecoveryRow *
require_row (StrataKeeper  *self,
             const char    *id,
             guint         *position,
             GError       **error)
{
  StrataRecoveryRow *row = find_row (self, id, position);

  if (row == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is nothing to recover any more."));

  return row;
}

static void
look_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  StrataKeeper *self = source_object;

  g_task_return_pointer (task, strata_recovery_list (self->disk, self->journals), (GDestroyNotify) g_ptr_array_unref);
}

static void
strata_keeper_finalize (GObject *object)
{
  StrataKeeper *self = STRATA_KEEPER (object);

  g_clear_object (&self->disk);
  g_clear_object (&self->recoveries);
  g_clear_pointer (&self->journals, g_free);
  g_clear_pointer (&self->snapshots, g_free);

  G_OBJECT_CLASS (strata_keeper_parent_class)->finalize (object);
}

static void
strata_keeper_class_init (StrataKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = strata_keeper_finalize;
}

static void
strata_keeper_init (StrataKeeper *self)
{
  self->recoveries = g_list_store_new (STRATA_TYPE_RECOVERY_ROW);
}

/**
 * strata_keeper_new:
 * @disk: where the folder is
 * @folder: (type filename): a folder of Strata's own, made when it is needed
 *
 * Returns: (transfer full): a keeper that has not looked yet
 */
StrataKeeper *
strata_keeper_new (StrataDisk *disk,
                   const char *folder)
{
  StrataKeeper *self;

  g_return_val_if_fail (STRATA_IS_DISK (disk), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (STRATA_TYPE_KEEPER, NULL);
  self->disk = g_object_ref (disk);
  self->journals = g_build_filename (folder, "journals", NULL);
  self->snapshots = g_build_filename (folder, "snapshots", NULL);

  return self;
}

/**
 * strata_keeper_keep:
 * @self: a keeper
 * @document: a plan that was just opened and has no journal
 *
 * From now on nothing that is done to the plan is lost by a crash, and what is
 * saved or discarded leaves a copy.
 */
void
strata_keeper_keep (StrataKeeper   *self,
                    StrataDocument *document)
{
  g_return_if_fail (STRATA_IS_KEEPER (self));
  g_return_if_fail (STRATA_IS_DOCUMENT (document));

  strata_document_set_journal (document, strata_journal_new (self->disk, self->journals, SYNC_DELAY));
  strata_document_set_snapshots (document, self->snapshots);
}

/**
 * strata_keeper_look_async:
 * @self: a keeper
 * @cancellable: (nullable): to give up
 * @callback: called when it is known
 * @user_data: data for @callback
 *
 * Looks in another thread for plans that a crash or a power cut left behind.
 */
void
strata_keeper_look_async (StrataKeeper        *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (STRATA_IS_KEEPER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, strata_keeper_look_async);
  g_task_run_in_thread (task, look_in_thread);
}

/**
 * strata_keeper_look_finish:
 * @self: a keeper
 * @result: the result that the callback was given
 *
 * Brings the list of recoveries up to date.
 */
void
strata_keeper_look_finish (StrataKeeper *self,
                           GAsyncResult *result)
{
  g_autoptr (GPtrArray) found = NULL;

  g_return_if_fail (STRATA_IS_KEEPER (self));
  g_return_if_fail (g_task_is_valid (result, self));

  found = g_task_propagate_pointer (G_TASK (result), NULL);
  if (found == NULL)
    return;

  g_list_store_remove_all (self->recoveries);
  g_ptr_array_set_free_func (found, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      g_autoptr (StrataRecoveryRow) row = strata_recovery_row_new (g_ptr_array_index (found, i));

      g_list_store_append (self->recoveries, row);
    }
}

/**
 * strata_keeper_list_recoveries:
 * @self: a keeper
 *
 * Returns: (transfer none): the #StrataRecoveryRow of what could be recovered,
 *   what was changed last first
 */
GListModel *
strata_keeper_list_recoveries (StrataKeeper *self)
{
  g_return_val_if_fail (STRATA_IS_KEEPER (self), NULL);

  return G_LIST_MODEL (self->recoveries);
}

/**
 * strata_keeper_find_file:
 * @self: a keeper
 * @id: that of a row
 *
 * Returns: (transfer none) (nullable): the file of what could be recovered
 */
GFile *
strata_keeper_find_file (StrataKeeper *self,
                         const char   *id)
{
  StrataRecoveryRow *row;
  guint position;

  g_return_val_if_fail (STRATA_IS_KEEPER (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  row = find_row (self, id, &position);

  return row != NULL ? strata_recovery_row_get_recovery (row)->file : NULL;
}

/**
 * strata_keeper_recover:
 * @self: a keeper
 * @id: that of a row
 * @merge: (out) (optional) (nullable): as with [func@Strata.recovery_recover]
 * @error: return location for an error
 *
 * Opens the plan as it was, and keeps it; its row is gone then. See
 * [func@Strata.recovery_recover].
 *
 * Returns: (transfer full): the document
 */
StrataDocument *
strata_keeper_recover (StrataKeeper  *self,
                       const char    *id,
                       StrataMerge  **merge,
                       GError       **error)
{
  StrataRecoveryRow *row;
  StrataDocument *document;
  guint position;

  g_return_val_if_fail (STRATA_IS_KEEPER (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  row = require_row (self, id, &position, error);
  if (row == NULL)
    return NULL;
  document = strata_recovery_recover (strata_recovery_row_get_recovery (row), self->disk, SYNC_DELAY, merge, error);
  if (document == NULL)
    return NULL;

  strata_document_set_snapshots (document, self->snapshots);
  g_list_store_remove (self->recoveries, position);

  return document;
}

/**
 * strata_keeper_discard:
 * @self: a keeper
 * @id: that of a row
 * @error: return location for an error
 *
 * Lets go of a plan and its row; a copy stays for thirty days.
 *
 * Returns: whether it will not be offered again
 */
gboolean
strata_keeper_discard (StrataKeeper  *self,
                       const char    *id,
                       GError       **error)
{
  StrataRecoveryRow *row;
  guint position;

  g_return_val_if_fail (STRATA_IS_KEEPER (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  row = require_row (self, id, &position, error);
  if (row == NULL ||
      !strata_recovery_discard (strata_recovery_row_get_recovery (row), self->disk, self->snapshots, error))
    return FALSE;

  g_list_store_remove (self->recoveries, position);

  return TRUE;
}

/**
 * strata_keeper_list_snapshots:
 * @self: a keeper
 * @file: (nullable): a plan's file, or %NULL for plans that have none
 *
 * Returns: (transfer full) (element-type StrataSnapshot): the copies of the
 *   plan, newest first
 */
GPtrArray *
strata_keeper_list_snapshots (StrataKeeper *self,
                              GFile        *file)
{
  g_return_val_if_fail (STRATA_IS_KEEPER (self), NULL);

  return strata_snapshots_list (self->disk, self->snapshots, file);
}

/**
 * strata_keeper_read_snapshot:
 * @self: a keeper
 * @file: (nullable): as with [method@Strata.Keeper.list_snapshots]
 * @name: (type filename): that of a copy, without its folder
 * @error: return location for an error: %G_IO_ERROR_NOT_FOUND where there is
 *   no such copy any more
 *
 * Returns: (transfer full): the plan as it was
 */
StrataPlan *
strata_keeper_read_snapshot (StrataKeeper  *self,
                             GFile         *file,
                             const char    *name,
                             GError       **error)
{
  g_autoptr (GPtrArray) snapshots = NULL;

  g_return_val_if_fail (STRATA_IS_KEEPER (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  snapshots = strata_keeper_list_snapshots (self, file);
  for (guint i = 0; i < snapshots->len; i++)
    {
      const StrataSnapshot *snapshot = g_ptr_array_index (snapshots, i);
      g_autofree char *candidate = g_path_get_basename (snapshot->path);

      if (g_str_equal (candidate, name))
        return strata_snapshot_read (snapshot, self->disk, error);
    }
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no such version any more."));

  return NULL;
}
