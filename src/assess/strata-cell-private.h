/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a cell of a decision table speaks of.
 */

#pragma once

#include "dmn/feel-node.h"

G_BEGIN_DECLS

/* Whether a name means something to the table. */
typedef gboolean (*StrataCellKnows) (const char *name,
                                     gpointer    data);

/* The first name in a cell that means nothing to the table, nor to FEEL or to
 * the cell itself; NULL for none. Without a function, the table knows none. */
const char *strata_cell_find_stray (FeelNode        *cell,
                                    StrataCellKnows  knows,
                                    gpointer         data);

G_END_DECLS
