/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a placement has, from its tool and what was bought of it.
 */

#pragma once

#include "model/strata-placement.h"

G_BEGIN_DECLS

/* Each capability once, as the tool lists them; borrowed from the tool, in a
 * NULL-terminated array to be freed. */
const char **strata_holding_list         (StrataPlacement *placement,
                                          StrataTool      *tool) G_GNUC_WARN_UNUSED_RESULT;
gboolean     strata_holding_has          (StrataPlacement *placement,
                                          StrataTool      *tool,
                                          const char      *capability);
/* What the placement has through this bought module alone. */
const char **strata_holding_list_module  (StrataPlacement *placement,
                                          StrataTool      *tool,
                                          const char      *module) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
