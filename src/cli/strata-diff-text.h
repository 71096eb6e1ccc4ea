/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What changed between two plans, for people.
 */

#pragma once

#include "catalog/strata-catalog.h"
#include "document/strata-diff.h"

G_BEGIN_DECLS

char *strata_diff_to_text (GPtrArray     *changes,
                           StrataPlan    *a,
                           StrataPlan    *b,
                           StrataCatalog *catalog,
                           guint          width,
                           gboolean       has_colors) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
