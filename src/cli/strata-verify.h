/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The answers of the verification.
 */

#pragma once

#include "dmn/dmn-verify.h"

G_BEGIN_DECLS

GBytes *strata_verify_to_json (GPtrArray *verifications) G_GNUC_WARN_UNUSED_RESULT;
char   *strata_verify_to_text (GPtrArray *verifications,
                               guint      width,
                               gboolean   has_colors) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
