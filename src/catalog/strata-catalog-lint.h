/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that is wrong with a catalogue file, for who writes one.
 */

#pragma once

#include "model/strata-value.h"

G_BEGIN_DECLS

/* How many problems are told at most: enough to work on, and a hostile file
 * cannot make more. */
#define STRATA_CATALOG_LINT_LIMIT 500

GPtrArray *strata_catalog_lint (StrataValue        *value,
                                GPtrArray          *known,
                                const char * const *shipped_ids) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
