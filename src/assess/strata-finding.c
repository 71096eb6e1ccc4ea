/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Something the decision model flags in a scenario.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "strata-finding.h"

#include <glib/gi18n-lib.h>

static const char * const ids[STRATA_N_SEVERITIES] = { "error", "warning", "advice" };

static const char * const labels[STRATA_N_SEVERITIES] = { N_("Error"), N_("Warning"), N_("Advice") };

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

/**
 * strata_severity_get_label:
 * @severity: a severity
 *
 * Returns: the word for it as a person reads it, translated
 */
const char *
strata_severity_get_label (StrataSeverity severity)
{
  g_return_val_if_fail ((guint) severity < STRATA_N_SEVERITIES, NULL);

  return _(labels[severity]);
}
