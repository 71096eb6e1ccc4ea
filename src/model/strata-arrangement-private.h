/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where placements stand in a scenario while an edit is being put together.
 */

#pragma once

#include "strata-scenario.h"

G_BEGIN_DECLS

/**
 * StrataArrangement:
 *
 * The scenario's placements in their order, some of them lifted off their
 * lanes. A lane is told by counting the placements of its layer that are not
 * lifted; an edit counts all placements. Both are needed, step by step.
 */
typedef struct _StrataArrangement StrataArrangement;

StrataArrangement *strata_arrangement_new  (StrataScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;
void               strata_arrangement_free (StrataArrangement *self);

void               strata_arrangement_lift (StrataArrangement *self,
                                            const char        *placement);
guint              strata_arrangement_put  (StrataArrangement *self,
                                            const char        *placement,
                                            StrataLayer        layer,
                                            guint              position,
                                            guint             *former);
guint              strata_arrangement_add  (StrataArrangement *self,
                                            StrataLayer        layer,
                                            guint              position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataArrangement, strata_arrangement_free)

G_END_DECLS
