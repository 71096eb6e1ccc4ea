/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The disk that is really there.
 */

#pragma once

#include "strata-disk.h"

G_BEGIN_DECLS

#define STRATA_TYPE_LOCAL_DISK (strata_local_disk_get_type ())

G_DECLARE_FINAL_TYPE (StrataLocalDisk, strata_local_disk, STRATA, LOCAL_DISK, GObject)

StrataDisk *strata_local_disk_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
