/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a placement has, and which of it is used, as a form says it.
 */

#pragma once

#include "assess/strata-assessment.h"

G_BEGIN_DECLS

/**
 * StrataUsage:
 *
 * One capability that a placement has; everything is borrowed from the
 * catalogue and the assessment but for the note.
 */
typedef struct
{
  const StrataOffer *offer;
  const char        *label;
  StrataLayer        layer;
  gboolean           used;    /* as the plan says it */
  gboolean           billed_twice;
  char              *note;    /* who else uses it, how sure it is; or NULL */
} StrataUsage;

/* StrataUsage, each capability once, as the tool lists them. */
GPtrArray   *strata_usage_list  (StrataCatalog    *catalog,
                                 StrataAssessment *assessment,
                                 guint             placement) G_GNUC_WARN_UNUSED_RESULT;
/* What `uses` is once a capability is used, or no longer; NULL: all. */
StrataValue *strata_usage_with  (GPtrArray       *usages,
                                 StrataPlacement *placement,
                                 const char      *capability,
                                 gboolean         used) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
