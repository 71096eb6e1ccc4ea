/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is being looked at: a document, a scenario, a selection, a what-if.
 */

#pragma once

#include "advise/strata-fix.h"
#include "assess/strata-assessment.h"
#include "document/strata-document.h"
#include "workspace/strata-fact-row.h"
#include "workspace/strata-finding-row.h"
#include "workspace/strata-lane.h"
#include "workspace/strata-placement-row.h"
#include "workspace/strata-prerequisite-row.h"
#include "workspace/strata-question-row.h"
#include "workspace/strata-scenario-row.h"
#include "workspace/strata-tool-row.h"
#include "workspace/strata-what-if.h"

G_BEGIN_DECLS

#define STRATA_TYPE_WORKSPACE (strata_workspace_get_type ())

/**
 * StrataWorkspace:
 *
 * Stands between a document and everything that shows it. After a change of
 * the document it assesses once, in one idle source of priority 105, and
 * brings its list models up to date with the smallest items-changed.
 *
 * Properties with notification: `document`, `scenario` (an id),
 * `assessment`, `preview` (the assessment of the pending what-if, or NULL),
 * `selection` (ids of placements, a strv), `focus` (the identity of the
 * focused finding, or NULL), `search`; and of the last assessment `n-errors`,
 * `n-warnings`, `n-advice`, `monthly` (“€ 6,150”) and `savings` (“€ 1,300”, or
 * NULL where nothing could be cut). `model-trouble` is a sentence that says why
 * the decision model in the plan does not judge it; where it is not empty the
 * last good one does, or the one that ships.
 */
G_DECLARE_FINAL_TYPE (StrataWorkspace, strata_workspace, STRATA, WORKSPACE, GObject)

StrataWorkspace  *strata_workspace_new             (StrataCatalog  *catalog,
                                                    DmnModel       *model,
                                                    StrataDocument *document) G_GNUC_WARN_UNUSED_RESULT;

StrataCatalog    *strata_workspace_get_catalog     (StrataWorkspace *self);
StrataDocument   *strata_workspace_get_document    (StrataWorkspace *self);
void              strata_workspace_set_document    (StrataWorkspace *self,
                                                    StrataDocument  *document);
StrataPlan       *strata_workspace_get_plan        (StrataWorkspace *self);
StrataScenario   *strata_workspace_get_scenario    (StrataWorkspace *self);
void              strata_workspace_set_scenario    (StrataWorkspace *self,
                                                    const char      *id);
/* Of the plan as it was last settled; never NULL. */
StrataAssessment *strata_workspace_get_assessment  (StrataWorkspace *self);

/* Rows, kept by id: a row object lives as long as what it shows. */
GListModel       *strata_workspace_list_placements (StrataWorkspace *self,
                                                    StrataLayer      layer); /* StrataPlacementRow */
GListModel       *strata_workspace_list_findings   (StrataWorkspace *self);  /* StrataFindingRow */
GListModel       *strata_workspace_list_scenarios  (StrataWorkspace *self);  /* StrataScenarioRow */
GListModel       *strata_workspace_list_tools      (StrataWorkspace *self);  /* StrataToolRow, filtered and ranked by the search */
GListModel       *strata_workspace_list_prerequisites (StrataWorkspace *self); /* StrataPrerequisiteRow, four */
GListModel       *strata_workspace_list_facts      (StrataWorkspace *self);  /* StrataFactRow, group by group */
StrataQuestionRow *strata_workspace_get_question   (StrataWorkspace *self);
StrataLane       *strata_workspace_get_lane        (StrataWorkspace *self,
                                                    StrataLayer      layer);
/* Borrowed, or NULL when the scenario shown has no such placement. */
StrataPlacementRow *strata_workspace_get_placement (StrataWorkspace *self,
                                                    const char      *id);
void              strata_workspace_set_search      (StrataWorkspace *self,
                                                    const char      *words);
const char       *strata_workspace_get_search      (StrataWorkspace *self);

/* The placements that are selected, by id; rows notify `selected`. Ids that
 * the scenario does not have are left out; NULL selects nothing. */
void              strata_workspace_select          (StrataWorkspace    *self,
                                                    const char * const *placements);
const char * const *strata_workspace_get_selection (StrataWorkspace *self);
void              strata_workspace_toggle_selected (StrataWorkspace    *self,
                                                    const char         *placement);
void              strata_workspace_extend_selection (StrataWorkspace   *self,
                                                     const char        *placement);
void              strata_workspace_select_all      (StrataWorkspace    *self);
/* What an act on a placement acts on: the selection where it is part of it. */
GStrv             strata_workspace_dup_with        (StrataWorkspace    *self,
                                                    const char         *placement) G_GNUC_WARN_UNUSED_RESULT;
/* Lights up what one finding names, by its identity, and selects nothing. */
void              strata_workspace_focus_finding   (StrataWorkspace *self,
                                                    const char      *identity);
const char       *strata_workspace_get_focus       (StrataWorkspace *self);

/* Whether lanes and rows of placements keep amounts to themselves. */
void              strata_workspace_set_discreet    (StrataWorkspace *self,
                                                    gboolean         discreet);

/* Edits from gestures; each is applied to the document. They return FALSE and
 * an error when the document refused. */
gboolean          strata_workspace_place           (StrataWorkspace  *self,
                                                    const char       *tool,
                                                    StrataLayer       layer,
                                                    guint             position,
                                                    char            **placement,
                                                    GError          **error);
gboolean          strata_workspace_move            (StrataWorkspace     *self,
                                                    const char * const  *placements,
                                                    StrataLayer          layer,
                                                    guint                position,
                                                    GError             **error);
gboolean          strata_workspace_remove          (StrataWorkspace     *self,
                                                    const char * const  *placements,
                                                    GError             **error);

/* Flows, by their positions in the scenario shown. */
gboolean          strata_workspace_add_flow        (StrataWorkspace  *self,
                                                    const char       *from,
                                                    const char       *to,
                                                    StrataCarries     carries,
                                                    GError          **error);
gboolean          strata_workspace_remove_flow     (StrataWorkspace  *self,
                                                    guint             index,
                                                    GError          **error);
gboolean          strata_workspace_carry           (StrataWorkspace  *self,
                                                    guint             index,
                                                    StrataCarries     carries,
                                                    GError          **error);
char             *strata_workspace_describe_flow   (StrataWorkspace *self,
                                                    guint            index);

/* What a person says of placements; NULL: the default. */
gboolean          strata_workspace_set_member      (StrataWorkspace     *self,
                                                    const char * const  *placements,
                                                    const char          *member,
                                                    StrataValue         *value,
                                                    GError             **error);
gboolean          strata_workspace_buy_module      (StrataWorkspace  *self,
                                                    const char       *placement,
                                                    const char       *module,
                                                    gboolean          bought,
                                                    GError          **error);
gboolean          strata_workspace_set_module_cost (StrataWorkspace  *self,
                                                    const char       *placement,
                                                    const char       *module,
                                                    gint64            cents,
                                                    GError          **error);

/* Copying and pasting: what is copied is a small plan of its own, whose text
 * the clipboard holds under this type. */
#define STRATA_FRAGMENT_MIME_TYPE "application/vnd.strata.placements+json"

gboolean          strata_workspace_cut             (StrataWorkspace     *self,
                                                    const char * const  *placements,
                                                    GError             **error);
StrataPlan       *strata_workspace_copy            (StrataWorkspace     *self,
                                                    const char * const  *placements,
                                                    GError             **error) G_GNUC_WARN_UNUSED_RESULT;
char             *strata_workspace_list_names      (StrataWorkspace *self,
                                                    StrataPlan      *fragment) G_GNUC_WARN_UNUSED_RESULT;
StrataPlan       *strata_workspace_read_fragment   (StrataWorkspace  *self,
                                                    GBytes           *bytes,
                                                    GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean          strata_workspace_paste           (StrataWorkspace  *self,
                                                    StrataPlan       *fragment,
                                                    int               layer,
                                                    guint             position,
                                                    GStrv            *placements,
                                                    char            **note,
                                                    GError          **error);
gboolean          strata_workspace_duplicate       (StrataWorkspace     *self,
                                                    const char * const  *placements,
                                                    GStrv               *copies,
                                                    GError             **error);

/* The list of scenarios: each edit is about the one that is shown. */
gboolean          strata_workspace_add_scenario    (StrataWorkspace  *self,
                                                    GError          **error);
gboolean          strata_workspace_duplicate_scenario (StrataWorkspace  *self,
                                                       GError          **error);
gboolean          strata_workspace_rename_scenario (StrataWorkspace  *self,
                                                    const char       *title,
                                                    GError          **error);
gboolean          strata_workspace_move_scenario   (StrataWorkspace  *self,
                                                    gboolean          later,
                                                    GError          **error);
gboolean          strata_workspace_remove_scenario (StrataWorkspace  *self,
                                                    GError          **error);
void              strata_workspace_step_scenario   (StrataWorkspace  *self,
                                                    gboolean          forward);
/* Undo and redo, showing the scenario that they are about. */
void              strata_workspace_undo            (StrataWorkspace *self);
void              strata_workspace_redo            (StrataWorkspace *self);

/* Answers a question to the client; NULL: unknown. */
gboolean          strata_workspace_set_fact        (StrataWorkspace  *self,
                                                    const char       *key,
                                                    StrataValue      *value,
                                                    GError          **error);
gboolean          strata_workspace_set_prerequisite (StrataWorkspace     *self,
                                                     StrataFactId         fact,
                                                     StrataPrerequisite   state,
                                                     GError             **error);

/* What to do about a finding, by its identity, each an edit that was tried:
 * borrowed, worked out when asked for, and forgotten at the next settling. */
GPtrArray        *strata_workspace_list_fixes      (StrataWorkspace  *self,
                                                    const char       *identity); /* StrataFix */
gboolean          strata_workspace_apply_fix       (StrataWorkspace  *self,
                                                    StrataFix        *fix,
                                                    GError          **error);

/* Living with a finding, and no longer. */
gboolean          strata_workspace_accept          (StrataWorkspace  *self,
                                                    const char       *identity,
                                                    const char       *reason,
                                                    GDateTime        *now,
                                                    GError          **error);
gboolean          strata_workspace_reopen          (StrataWorkspace  *self,
                                                    const char       *identity,
                                                    GError          **error);

/* What if: `preview` becomes the assessment of the plan as the edit would
 * leave it, the plan stays as it is. NULL ends it, as does any change of the
 * plan. strata-gesture.h makes edits. */
void              strata_workspace_preview         (StrataWorkspace *self,
                                                    StrataEdit      *edit);
StrataAssessment *strata_workspace_get_preview     (StrataWorkspace *self);
/* What that changes, borrowed until `preview` changes; NULL without one. */
StrataWhatIf     *strata_workspace_get_what_if     (StrataWorkspace *self);
/* The same for what is carried over a lane, wherever in it. */
void              strata_workspace_preview_place   (StrataWorkspace *self,
                                                    const char      *tool,
                                                    StrataLayer      layer);
void              strata_workspace_preview_move    (StrataWorkspace     *self,
                                                    const char * const  *placements,
                                                    StrataLayer          layer);

/* Does the pending assessment now. */
void              strata_workspace_settle          (StrataWorkspace *self);

G_END_DECLS
