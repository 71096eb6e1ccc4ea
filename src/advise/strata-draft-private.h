/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An edit in the making, and the plan as it would leave it so far.
 */

#pragma once

#include "catalog/strata-catalog.h"
#include "model/strata-plan.h"

G_BEGIN_DECLS

/**
 * StrataDraft:
 *
 * Steps are tried on the plan at once, so that each sees what the ones before
 * it did. Where one can't be done the draft is spoilt: nothing comes of it.
 */
typedef struct _StrataDraft StrataDraft;

StrataDraft     *strata_draft_new           (StrataPlan     *plan,
                                             StrataScenario *scenario,
                                             StrataCatalog  *catalog,
                                             const char     *name) G_GNUC_WARN_UNUSED_RESULT;
void             strata_draft_free          (StrataDraft *draft);

/* NULL once a step could not be done, or when there was none. */
StrataEdit      *strata_draft_get_edit      (StrataDraft *draft);
StrataPlan      *strata_draft_get_plan      (StrataDraft *draft);
StrataScenario  *strata_draft_get_scenario  (StrataDraft *draft);
StrataPlacement *strata_draft_find          (StrataDraft *draft,
                                             const char  *id);
StrataTool      *strata_draft_find_tool     (StrataDraft *draft,
                                             const char  *id);

void             strata_draft_step          (StrataDraft *draft,
                                             StrataEdit  *step);
/* A member of a placement; NULL removes it. Takes the value. */
void             strata_draft_set           (StrataDraft *draft,
                                             const char  *id,
                                             const char  *member,
                                             StrataValue *value);
void             strata_draft_set_word      (StrataDraft *draft,
                                             const char  *id,
                                             const char  *member,
                                             const char  *word);
void             strata_draft_set_day       (StrataDraft *draft,
                                             const char  *id,
                                             const char  *member,
                                             int          day);
void             strata_draft_set_owner     (StrataDraft *draft,
                                             const char  *capability,
                                             const char  *id);
void             strata_draft_set_fact      (StrataDraft  *draft,
                                             StrataFactId  fact,
                                             StrataValue  *value);
void             strata_draft_remove        (StrataDraft *draft,
                                             const char  *id);
void             strata_draft_move          (StrataDraft *draft,
                                             const char  *id,
                                             StrataLayer  layer);
void             strata_draft_drop_module   (StrataDraft *draft,
                                             const char  *id,
                                             const char  *module);
void             strata_draft_stop_using    (StrataDraft        *draft,
                                             const char         *id,
                                             const char * const *capabilities);
void             strata_draft_use            (StrataDraft        *draft,
                                             const char         *id,
                                             const char * const *capabilities);
/* Returns the id of the new placement, or NULL. */
char            *strata_draft_add_open_tool (StrataDraft        *draft,
                                             StrataRole          role,
                                             const char * const *capabilities);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataDraft, strata_draft_free)

G_END_DECLS
