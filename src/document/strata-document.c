/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An open plan: its current value, its undo history, its file.
 */

#define G_LOG_DOMAIN "strata-document"

#include "config.h"

#include "strata-document-private.h"

#include <glib/gi18n-lib.h>

#include "storage/strata-local-disk.h"

enum
{
  PROP_PLAN = 1,
  PROP_FILE,
  PROP_MODIFIED,
  PROP_CANONICAL,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  PROP_JOURNAL_PROBLEM,
  PROP_AUTOSAVE_PROBLEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StrataDocument, strata_document, G_TYPE_OBJECT)

static void
notify (StrataDocument *self,
        guint           property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_plan (StrataDocument *self,
          StrataPlan     *plan)
{
  g_object_freeze_notify (G_OBJECT (self));

  strata_plan_ref (plan);
  strata_plan_unref (self->plan);
  self->plan = plan;
  notify (self, PROP_PLAN);
  strata_document_update (self);
  strata_document_schedule_autosave (self);

  g_object_thaw_notify (G_OBJECT (self));
}

static void
strata_document_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  StrataDocument *self = STRATA_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_PLAN:
      g_value_set_boxed (value, self->plan);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, strata_document_get_modified (self));
      break;
    case PROP_CANONICAL:
      g_value_set_boolean (value, self->canonical);
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, strata_document_get_undo_name (self));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, strata_document_get_redo_name (self));
      break;
    case PROP_JOURNAL_PROBLEM:
      g_value_set_string (value, strata_document_get_journal_problem (self));
      break;
    case PROP_AUTOSAVE_PROBLEM:
      g_value_set_string (value, strata_document_get_autosave_problem (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
strata_document_finalize (GObject *object)
{
  StrataDocument *self = STRATA_DOCUMENT (object);

  g_clear_pointer (&self->plan, strata_plan_unref);
  g_clear_pointer (&self->saved_plan, strata_plan_unref);
  g_clear_pointer (&self->history, strata_history_free);
  g_clear_pointer (&self->journal, strata_journal_free);
  g_clear_pointer (&self->hash, g_free);
  g_clear_pointer (&self->found_hash, g_free);
  g_clear_pointer (&self->snapshots, g_free);
  g_clear_pointer (&self->undo_name, g_free);
  g_clear_pointer (&self->redo_name, g_free);
  g_clear_pointer (&self->journal_problem, g_free);
  g_clear_pointer (&self->autosave_problem, g_free);
  g_clear_handle_id (&self->autosave_source, g_source_remove);
  g_clear_object (&self->file);
  g_clear_object (&self->disk);

  G_OBJECT_CLASS (strata_document_parent_class)->finalize (object);
}

static void
strata_document_class_init (StrataDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = strata_document_get_property;
  object_class->finalize = strata_document_finalize;

  properties[PROP_PLAN] = g_param_spec_boxed ("plan", NULL, NULL, STRATA_TYPE_PLAN, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_CANONICAL] = g_param_spec_boolean ("canonical", NULL, NULL, TRUE, flags);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, flags);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, flags);
  properties[PROP_JOURNAL_PROBLEM] = g_param_spec_string ("journal-problem", NULL, NULL, NULL, flags);
  properties[PROP_AUTOSAVE_PROBLEM] = g_param_spec_string ("autosave-problem", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
strata_document_init (StrataDocument *self)
{
  self->history = strata_history_new ();
  self->disk = strata_local_disk_new ();
  self->clock = g_get_monotonic_time;
  self->canonical = TRUE;
}

void
strata_document_update (StrataDocument *self)
{
  gboolean modified = strata_document_get_modified (self);

  if (modified != self->modified)
    {
      self->modified = modified;
      notify (self, PROP_MODIFIED);
    }
  if (g_set_str (&self->undo_name, strata_history_get_undo_name (self->history)))
    notify (self, PROP_UNDO_NAME);
  if (g_set_str (&self->redo_name, strata_history_get_redo_name (self->history)))
    notify (self, PROP_REDO_NAME);
}

void
strata_document_settle (StrataDocument *self,
                        GFile          *file,
                        StrataPlan     *plan,
                        const char     *hash,
                        gboolean        canonical)
{
  g_object_freeze_notify (G_OBJECT (self));

  if (self->file == NULL || !g_file_equal (self->file, file))
    {
      g_set_object (&self->file, file);
      notify (self, PROP_FILE);
    }
  if (self->canonical != canonical)
    {
      self->canonical = canonical;
      notify (self, PROP_CANONICAL);
    }
  strata_plan_ref (plan);
  strata_plan_unref (self->saved_plan);
  self->saved_plan = plan;
  g_set_str (&self->hash, hash);
  strata_history_seal (self->history);
  strata_document_update (self);

  g_object_thaw_notify (G_OBJECT (self));
}

void
strata_document_go_on_from (StrataDocument *self,
                            StrataPlan     *saved,
                            const char     *hash,
                            StrataPlan     *plan)
{
  g_autofree char *uri = g_file_get_uri (self->file);
  GError *error = NULL;

  g_object_freeze_notify (G_OBJECT (self));

  strata_history_push (self->history, self->plan, plan, _("Changes in the File"), NULL, 0);
  strata_document_settle (self, self->file, saved, hash, self->canonical);
  set_plan (self, plan);
  if (self->journal != NULL)
    {
      strata_journal_rebase (self->journal, saved, uri, hash, plan, &error);
      strata_document_note_journal (self, error);
    }

  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * strata_document_new:
 * @plan: a plan
 *
 * Opens a plan that has no file yet. It counts as modified once it is edited.
 *
 * Returns: (transfer full): the document
 */
StrataDocument *
strata_document_new (StrataPlan *plan)
{
  StrataDocument *self;

  g_return_val_if_fail (plan != NULL, NULL);

  self = g_object_new (STRATA_TYPE_DOCUMENT, NULL);
  self->plan = strata_plan_ref (plan);
  self->saved_plan = strata_plan_ref (plan);

  return self;
}

/**
 * strata_document_get_plan:
 * @self: a document
 *
 * Returns: (transfer none): the plan as it is now
 */
StrataPlan *
strata_document_get_plan (StrataDocument *self)
{
  g_return_val_if_fail (STRATA_IS_DOCUMENT (self), NULL);

  return self->plan;
}

/**
 * strata_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the file that it was read from or last
 *   saved to, or %NULL
 */
GFile *
strata_document_get_file (StrataDocument *self)
{
  g_return_val_if_fail (STRATA_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * strata_document_get_modified:
 * @self: a document
 *
 * Undoing everything since the last save leaves a document unmodified again.
 *
 * Returns: whether the plan is another than the one that was read or saved
 */
gboolean
strata_document_get_modified (StrataDocument *self)
{
  g_return_val_if_fail (STRATA_IS_DOCUMENT (self), FALSE);

  return self->plan != self->saved_plan;
}

/**
 * strata_document_get_canonical:
 * @self: a document
 *
 * Returns: %FALSE while the file is formatted otherwise than Strata would do
 *   it; the next save will change its form as well
 */
gboolean
strata_document_get_canonical (StrataDocument *self)
{
  g_return_val_if_fail (STRATA_IS_DOCUMENT (self), FALSE);

  return self->canonical;
}

/**
 * strata_document_set_disk:
 * @self: a document
 * @disk: where saving goes from now on
 */
void
strata_document_set_disk (StrataDocument *self,
                          StrataDisk     *disk)
{
  g_return_if_fail (STRATA_IS_DOCUMENT (self));
  g_return_if_fail (STRATA_IS_DISK (disk));

  g_set_object (&self->disk, disk);
}

/**
 * strata_document_set_clock:
 * @self: a document
 * @clock: gives a monotonic time in microseconds
 */
void
strata_document_set_clock (StrataDocument  *self,
                           gint64         (*clock) (void))
{
  g_return_if_fail (STRATA_IS_DOCUMENT (self));
  g_return_if_fail (clock != NULL);

  self->clock = clock;
}

/**
 * strata_document_apply:
 * @self: a document
 * @edit: what to change
 * @coalesce: (nullable): a key; edits with the same one that follow each other
 *   within half a second are one step
 * @error: return location for a [error@Strata.PlanError]
 *
 * Changes the plan, as a step that can be undone. An edit that changes nothing
 * is no step. Where there is a journal the edit is in it when this returns.
 *
 * Returns: whether the edit was applied; if not, nothing has changed
 */
gboolean
strata_document_apply (StrataDocument  *self,
                       StrataEdit      *edit,
                       const char      *coalesce,
                       GError         **error)
{
  g_autoptr (StrataPlan) plan = NULL;
  gboolean joins;

  g_return_val_if_fail (STRATA_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  plan = strata_plan_apply (self->plan, edit, error);
  if (plan == NULL)
    return FALSE;
  if (plan == self->plan)
    return TRUE;

  joins = strata_history_push (self->history, self->plan, plan, strata_edit_get_name (edit), coalesce, self->clock ());
  strata_document_write_edit (self, edit, joins, plan);
  set_plan (self, plan);

  return TRUE;
}

/**
 * strata_document_can_undo:
 * @self: a document
 *
 * Returns: whether there is a step to undo
 */
gboolean
strata_document_can_undo (StrataDocument *self)
{
  return strata_document_get_undo_name (self) != NULL;
}

/**
 * strata_document_can_redo:
 * @self: a document
 *
 * Returns: whether there is a step to do again
 */
gboolean
strata_document_can_redo (StrataDocument *self)
{
  return strata_document_get_redo_name (self) != NULL;
}

/**
 * strata_document_get_undo_name:
 * @self: a document
 *
 * Returns: (nullable): the translated name of what would be undone
 */
const char *
strata_document_get_undo_name (StrataDocument *self)
{
  g_return_val_if_fail (STRATA_IS_DOCUMENT (self), NULL);

  return self->undo_name;
}

/**
 * strata_document_get_redo_name:
 * @self: a document
 *
 * Returns: (nullable): the translated name of what would be done again
 */
const char *
strata_document_get_redo_name (StrataDocument *self)
{
  g_return_val_if_fail (STRATA_IS_DOCUMENT (self), NULL);

  return self->redo_name;
}

/**
 * strata_document_undo:
 * @self: a document
 *
 * Goes back to the plan before the last step, if there is one.
 */
void
strata_document_undo (StrataDocument *self)
{
  StrataPlan *plan;

  g_return_if_fail (STRATA_IS_DOCUMENT (self));

  plan = strata_history_undo (self->history);
  if (plan == NULL)
    return;
  strata_document_write_travel (self, strata_journal_undo, plan);
  set_plan (self, plan);
}

/**
 * strata_document_redo:
 * @self: a document
 *
 * Does the step again that was undone last, if there is one.
 */
void
strata_document_redo (StrataDocument *self)
{
  StrataPlan *plan;

  g_return_if_fail (STRATA_IS_DOCUMENT (self));

  plan = strata_history_redo (self->history);
  if (plan == NULL)
    return;
  strata_document_write_travel (self, strata_journal_redo, plan);
  set_plan (self, plan);
}
