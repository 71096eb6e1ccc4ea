/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates, times and durations: their texts, order and arithmetic.
 */

#pragma once

#include "dmn/dmn-value.h"

G_BEGIN_DECLS

/* A date, time, date and time or duration by its ISO 8601 text, or NULL. */
DmnValue *dmn_temporal_parse           (const char *text) G_GNUC_WARN_UNUSED_RESULT;
DmnValue *dmn_temporal_parse_date      (const char *text) G_GNUC_WARN_UNUSED_RESULT;
DmnValue *dmn_temporal_parse_time      (const char *text) G_GNUC_WARN_UNUSED_RESULT;
DmnValue *dmn_temporal_parse_date_time (const char *text) G_GNUC_WARN_UNUSED_RESULT;
DmnValue *dmn_temporal_parse_duration  (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char     *dmn_temporal_to_string       (const DmnValue *value) G_GNUC_WARN_UNUSED_RESULT;

gboolean  dmn_date_is_valid            (gint64 year,
                                        gint64 month,
                                        gint64 day);
/* Days since 1970-01-01. */
gint64    dmn_date_to_days             (const DmnDate *date);
gboolean  dmn_date_from_days           (gint64   days,
                                        DmnDate *date);
/* Seconds since 1970-01-01T00:00:00, of UTC where the value has a zone. */
gint64    dmn_date_time_to_seconds     (const DmnValue *value);
/* Seconds east of UTC on that day, 0 where no zone is said. */
gint32    dmn_time_get_offset          (const DmnTime *time,
                                        const DmnDate *date);

gboolean  dmn_temporal_equal           (const DmnValue *a,
                                        const DmnValue *b);
gboolean  dmn_temporal_compare         (const DmnValue *a,
                                        const DmnValue *b,
                                        int            *order);
/* Sums, differences, products and quotients that FEEL defines for dates,
 * times and durations (DMN 1.3, table 57); NULL where it defines none. */
DmnValue *dmn_temporal_arithmetic      (DmnArithmetic   operation,
                                        const DmnValue *a,
                                        const DmnValue *b) G_GNUC_WARN_UNUSED_RESULT;
DmnValue *dmn_temporal_negate          (const DmnValue *value) G_GNUC_WARN_UNUSED_RESULT;
/* FEEL's years and months duration (from, to). */
gint64    dmn_date_months_between      (const DmnDate *from,
                                        const DmnDate *to);

G_END_DECLS
