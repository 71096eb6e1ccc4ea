/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Value → canonical JSON text.
 */

#pragma once

#include "model/strata-value.h"

G_BEGIN_DECLS

GBytes *strata_json_writer_to_bytes    (StrataValue *value) G_GNUC_WARN_UNUSED_RESULT;
void    strata_json_writer_append_line (GString     *text,
                                        StrataValue *value);

G_END_DECLS
