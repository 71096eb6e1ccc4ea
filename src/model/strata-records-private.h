/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records made inside a plan, where the path comes from the reader.
 */

#pragma once

#include "strata-facts.h"
#include "strata-reader-private.h"
#include "strata-scenario.h"

G_BEGIN_DECLS

StrataFacts     *strata_facts_read     (const StrataReader *reader) G_GNUC_WARN_UNUSED_RESULT;
StrataTool      *strata_tool_read      (const StrataReader *reader,
                                        const char         *id) G_GNUC_WARN_UNUSED_RESULT;
StrataPlacement *strata_placement_read (const StrataReader *reader) G_GNUC_WARN_UNUSED_RESULT;
StrataScenario  *strata_scenario_read  (const StrataReader *reader,
                                        StrataScenario     *former) G_GNUC_WARN_UNUSED_RESULT;

/* The part of a scenario that refers to its placements. */
gboolean         strata_scenario_read_lists  (StrataScenario     *scenario,
                                              const StrataReader *reader,
                                              StrataScenario     *former,
                                              gboolean            has_same_ids);
void             strata_scenario_clear_lists (StrataScenario     *scenario);

G_END_DECLS
