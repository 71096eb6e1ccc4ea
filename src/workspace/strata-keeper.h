/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where open plans are kept from being lost, and what was left behind there.
 */

#pragma once

#include "document/strata-recovery.h"
#include "document/strata-snapshots.h"
#include "workspace/strata-recovery-row.h"

G_BEGIN_DECLS

#define STRATA_TYPE_KEEPER (strata_keeper_get_type ())

/**
 * StrataKeeper:
 *
 * One folder with the journals of open plans and one with dated copies, for
 * all the plans of a person.
 */
G_DECLARE_FINAL_TYPE (StrataKeeper, strata_keeper, STRATA, KEEPER, GObject)

StrataKeeper   *strata_keeper_new             (StrataDisk            *disk,
                                               const char            *folder) G_GNUC_WARN_UNUSED_RESULT;

void            strata_keeper_keep            (StrataKeeper          *self,
                                               StrataDocument        *document);
void            strata_keeper_look_async      (StrataKeeper          *self,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
void            strata_keeper_look_finish     (StrataKeeper          *self,
                                               GAsyncResult          *result);
GListModel     *strata_keeper_list_recoveries (StrataKeeper          *self);
GFile          *strata_keeper_find_file       (StrataKeeper          *self,
                                               const char            *id);
StrataDocument *strata_keeper_recover         (StrataKeeper          *self,
                                               const char            *id,
                                               StrataMerge          **merge,
                                               GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        strata_keeper_discard         (StrataKeeper          *self,
                                               const char            *id,
                                               GError               **error);
GPtrArray      *strata_keeper_list_snapshots  (StrataKeeper          *self,
                                               GFile                 *file) G_GNUC_WARN_UNUSED_RESULT;
StrataPlan     *strata_keeper_read_snapshot   (StrataKeeper          *self,
                                               GFile                 *file,
                                               const char            *name,
                                               GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
