/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan that could be recovered, as a list shows it.
 */

#pragma once

#include "document/strata-recovery.h"
#include "workspace/strata-row.h"

G_BEGIN_DECLS

#define STRATA_TYPE_RECOVERY_ROW (strata_recovery_row_get_type ())

/**
 * StrataRecoveryRow:
 *
 * Read-only properties: `id`, `title`, `description` (where it is, when it was
 * changed last and how often).
 */
G_DECLARE_FINAL_TYPE (StrataRecoveryRow, strata_recovery_row, STRATA, RECOVERY_ROW, StrataRow)

StrataRecoveryRow    *strata_recovery_row_new             (StrataRecovery *recovery) G_GNUC_WARN_UNUSED_RESULT;

const char           *strata_recovery_row_get_id          (StrataRecoveryRow *self);
const char           *strata_recovery_row_get_title       (StrataRecoveryRow *self);
const char           *strata_recovery_row_get_description (StrataRecoveryRow *self);
const StrataRecovery *strata_recovery_row_get_recovery    (StrataRecoveryRow *self);

G_END_DECLS
