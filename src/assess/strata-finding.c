/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Something the decision model flags in a scenario.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "strata-finding.h"

static const char * const ids[STRATA_N_SEVERITIES] = { "error", "warning", "advice" };

/**
 * strata_severity_get_id:
 * @severity: a severity
 *
 * Returns: the word for it in files and answers
 */
const char *
strata_severity_get_id (StrataSeverity severity)
{
  g_return_val_if_fail ((guint) severity < STRATA_N_SEVERITIES, NULL);

  return ids[severity];
}
