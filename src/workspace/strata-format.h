/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Money, numbers, days, times and initials as a person reads them.
 */

#pragma once

#include "model/strata-tool.h"

G_BEGIN_DECLS

char *strata_format_money    (gint64      cents,
                              const char *currency) G_GNUC_WARN_UNUSED_RESULT;
char *strata_format_number   (double number) G_GNUC_WARN_UNUSED_RESULT;
char *strata_format_day      (int day) G_GNUC_WARN_UNUSED_RESULT;
char *strata_format_days     (int from,
                              int to) G_GNUC_WARN_UNUSED_RESULT;
char *strata_format_time     (gint64 time) G_GNUC_WARN_UNUSED_RESULT;
char *strata_format_module   (StrataTool *tool,
                              const char *module) G_GNUC_WARN_UNUSED_RESULT;
char *strata_format_initials (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
