/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Strict JSON text → value.
 */

#pragma once

#include "model/strata-value.h"
#include "storage/strata-disk.h"

G_BEGIN_DECLS

StrataValue *strata_json_reader_parse (GBytes        *bytes,
                                       const char    *name,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
StrataValue *strata_json_reader_load  (StrataDisk    *disk,
                                       GFile         *file,
                                       GCancellable  *cancellable,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
