/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan that could be recovered, as a list shows it.
 */

#define G_LOG_DOMAIN "strata-workspace"

#include "config.h"

#include "strata-recovery-row.h"

#include <glib/gi18n-lib.h>

#include "strata-format.h"

struct _StrataRecoveryRow
{
  StrataRow       parent_instance;

  /* owned */
  StrataRecovery *recovery;
};

enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_DESCRIPTION,
  N_PROPS
};

static const StrataRowProperty properties[N_PROPS] = {
  [PROP_ID] = { "id", G_TYPE_STRING },
  [PROP_TITLE] = { "title", G_TYPE_STRING },
  [PROP_DESCRIPTION] = { "description", G_TYPE_STRING },
};

G_DEFINE_FINAL_TYPE (StrataRecoveryRow, strata_recovery_row, STRATA_TYPE_ROW)

static char *
describe (const StrataRecovery *recovery)
{
  g_autofree char *file = recovery->file != NULL ? strata_disk_describe (recovery->file) : g_strdup (_("Never saved"));
  g_autofree char *time = strata_format_time (recovery->time);
  g_autofree char *edits = g_strdup_printf (ngettext ("%u change", "%u changes", recovery->n_edits), recovery->n_edits);

  /* Translators: a file, when it was changed last, and how many changes it is about. */
  return g_strdup_printf (_("%s · %s · %s"), file, time, edits);
}

static void
strata_recovery_row_finalize (GObject *object)
{
  g_clear_pointer (&STRATA_RECOVERY_ROW (object)->recovery, strata_recovery_free);

  G_OBJECT_CLASS (strata_recovery_row_parent_class)->finalize (object);
}

static void
strata_recovery_row_class_init (StrataRecoveryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = strata_recovery_row_finalize;
  strata_row_class_install (STRATA_ROW_CLASS (klass), properties, N_PROPS);
}

static void
strata_recovery_row_init (StrataRecoveryRow *self)
{
}

/**
 * strata_recovery_row_new:
 * @recovery: (transfer full): what it shows
 *
 * Returns: (transfer full): a row whose id is the name of the journal
 */
StrataRecoveryRow *
strata_recovery_row_new (StrataRecovery *recovery)
{
  StrataRecoveryRow *self;

  g_return_val_if_fail (recovery != NULL, NULL);

  self = g_object_new (STRATA_TYPE_RECOVERY_ROW, NULL);
  self->recovery = recovery;
  strata_row_take_string (STRATA_ROW (self), PROP_ID, g_path_get_basename (recovery->path));
  strata_row_set_string (STRATA_ROW (self), PROP_TITLE,
                         *recovery->title != '\0' ? recovery->title : _("Untitled Plan"));
  strata_row_take_string (STRATA_ROW (self), PROP_DESCRIPTION, describe (recovery));

  return self;
}

/**
 * strata_recovery_row_get_id:
 * @self: a row
 *
 * Returns: what the recovery is asked for by
 */
const char *
strata_recovery_row_get_id (StrataRecoveryRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_ID);
}

/**
 * strata_recovery_row_get_title:
 * @self: a row
 *
 * Returns: the plan's title, or what stands for one
 */
const char *
strata_recovery_row_get_title (StrataRecoveryRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_TITLE);
}

/**
 * strata_recovery_row_get_description:
 * @self: a row
 *
 * Returns: the file, the time of the last change, and how many there were
 */
const char *
strata_recovery_row_get_description (StrataRecoveryRow *self)
{
  return strata_row_get_string (STRATA_ROW (self), PROP_DESCRIPTION);
}

/**
 * strata_recovery_row_get_recovery:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
const StrataRecovery *
strata_recovery_row_get_recovery (StrataRecoveryRow *self)
{
  g_return_val_if_fail (STRATA_IS_RECOVERY_ROW (self), NULL);

  return self->recovery;
}
