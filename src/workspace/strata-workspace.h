/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is being looked at: a document, a scenario, a selection, a what-if.
 */

#pragma once

#include "assess/strata-assessment.h"
#include "document/strata-document.h"

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
 * `assessment`, `preview` (the assessment of the pending what-if, or NULL).
 */
G_DECLARE_FINAL_TYPE (StrataWorkspace, strata_workspace, STRATA, WORKSPACE, GObject)

StrataWorkspace  *strata_workspace_new             (StrataCatalog  *catalog,
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
void              strata_workspace_set_search      (StrataWorkspace *self,
                                                    const char      *words);
const char       *strata_workspace_get_search      (StrataWorkspace *self);

/* The placements that are selected, by id; rows notify `selected`. */
void              strata_workspace_select          (StrataWorkspace    *self,
                                                    const char * const *placements);

/* Edits from gestures; each is applied to the document. They return FALSE and
 * an error when the document refused. */
gboolean          strata_workspace_place           (StrataWorkspace  *self,
                                                    const char       *tool,
                                                    StrataLayer       layer,
                                                    guint             position,
                                                    char            **placement,
                                                    GError          **error);
gboolean          strata_workspace_move            (StrataWorkspace  *self,
                                                    const char       *placement,
                                                    StrataLayer       layer,
                                                    guint             position,
                                                    GError          **error);
gboolean          strata_workspace_remove          (StrataWorkspace  *self,
                                                    const char       *placement,
                                                    GError          **error);

/* Does the pending assessment now. */
void              strata_workspace_settle          (StrataWorkspace *self);

G_END_DECLS
