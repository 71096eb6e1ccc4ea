/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans in files: bytes → plan, plan → bytes.
 */

#pragma once

#include "model/strata-plan.h"
#include "storage/strata-disk.h"

G_BEGIN_DECLS

StrataPlan *strata_plan_file_parse    (GBytes        *bytes,
                                       const char    *name,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
StrataPlan *strata_plan_file_load     (StrataDisk    *disk,
                                       GFile         *file,
                                       GCancellable  *cancellable,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes     *strata_plan_file_to_bytes (StrataPlan    *plan) G_GNUC_WARN_UNUSED_RESULT;

void        strata_plan_file_locate_error (GBytes     *bytes,
                                           const char *name,
                                           GError     *error);

G_END_DECLS
