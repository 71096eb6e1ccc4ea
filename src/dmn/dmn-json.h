/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FEEL values as JSON, numbers with all their digits.
 */

#pragma once

#include "dmn/dmn-value.h"

G_BEGIN_DECLS

/* On one line. Dates, times and durations are their ISO 8601 texts; what JSON
 * has nothing for (ranges, functions) is FEEL's text of it. */
char     *dmn_value_to_json   (const DmnValue *value) G_GNUC_WARN_UNUSED_RESULT;
DmnValue *dmn_value_from_json (const char     *json,
                               GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
