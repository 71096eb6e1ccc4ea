/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What telling of a what-if needs to know of it.
 */

#pragma once

#include "workspace/strata-what-if.h"

G_BEGIN_DECLS

/* One finding that comes, goes, grows or gets worse. */
typedef struct
{
  int                   severity;     /* or STRATA_WHAT_IF_SOLVED */
  StrataSeverity        weight;       /* of what is solved, too */
  const StrataFinding  *finding;
  StrataAssessment     *assessment;   /* whose finding it is, borrowed */
  GPtrArray            *capabilities; /* ids of those that are new or gone, borrowed */
} StrataWhatIfChange;

/* Puts changes, of which the worst come first, into at most three lines.
 * `moved` holds the ids of the placements that the edit is about. */
GPtrArray *strata_what_if_tell (GPtrArray      *changes,
                                GHashTable     *moved,
                                StrataCatalog  *catalog,
                                guint          *n_more) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
