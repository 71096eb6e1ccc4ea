/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plans that could be recovered.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define STRATA_TYPE_RECOVERY_LIST (strata_recovery_list_get_type ())

/**
 * StrataRecoveryList:
 *
 * Shows the rows of its `recoveries`, a #GListModel, and nothing while there
 * are none. Its buttons ask for `win.recover` and `win.discard-recovery` with
 * a row's id.
 */
G_DECLARE_FINAL_TYPE (StrataRecoveryList, strata_recovery_list, STRATA, RECOVERY_LIST, AdwBin)

AdwDialog *strata_recovery_list_new_dialog (GListModel *recoveries) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
