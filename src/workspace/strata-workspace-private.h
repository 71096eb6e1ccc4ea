/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the workspace's files share.
 */

#pragma once

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

struct _StrataWorkspace
{
  GObject            parent_instance;

  /* owned */
  StrataCatalog     *catalog;
  DmnModel          *model;       /* what ships */
  DmnModel          *plan_model;  /* in force: the plan's own, or that */
  char              *model_text;  /* that the plan brings along; or NULL */
  char              *model_trouble; /* why that is not in force, or NULL */
  StrataDecisions   *decisions;   /* of the facts and the model below */
  StrataFacts       *decided;
  StrataDocument    *document;
  char              *scenario;
  StrataAssessment  *assessment;
  StrataAssessment  *preview;
  StrataWhatIf      *what_if;     /* what the preview changes, or NULL */
  StrataLane        *headings[STRATA_N_LAYERS];
  GListStore        *lanes[STRATA_N_LAYERS];
  GListStore        *findings;
  GListStore        *scenarios;
  GListStore        *tools;
  GListStore        *prerequisites;
  GListStore        *facts;
  StrataQuestionRow *question;
  GHashTable        *placement_rows;
  GHashTable        *finding_rows;
  GHashTable        *scenario_rows;
  GHashTable        *tool_rows;
  GHashTable        *fixes;       /* of the findings that were looked at, by identity */
  StrataValue       *plan_tools;  /* the plan's own, as last listed; or NULL */
  char              *search;
  char              *focus;       /* identity of a finding, or NULL */
  GStrv              wanted;      /* what was selected, there or not */
  char              *anchor;      /* where a range of the selection begins, or NULL */
  GStrv              selection;   /* what of that is there */
  char              *monthly;
  char              *savings;

  gulong             plan_handler;
  guint              settle_source;
  guint              counts[STRATA_N_SEVERITIES];
  gboolean           discreet;    /* no amounts in lanes and rows */
};

/* What a plan's facts decide, by its own model or by what ships; borrowed, and
 * made anew only when the facts or the model changed. */
StrataDecisions *strata_workspace_decide (StrataWorkspace *self,
                                          StrataPlan      *plan);
/* Placements by id, borrowed, in the scenario's order; NULL and an error when
 * one is not there. */
GPtrArray *strata_workspace_find_placements (StrataWorkspace     *self,
                                             const char * const  *ids,
                                             GError             **error);
/* What an edit's name calls them. */
char *strata_workspace_name_placements (StrataWorkspace          *self,
                                        StrataPlan               *plan,
                                        StrataPlacement * const  *placements,
                                        guint                     n_placements);
/* No edit: everything is as it was asked for. */
gboolean strata_workspace_apply (StrataWorkspace  *self,
                                 StrataEdit       *edit,
                                 const char       *coalesce,
                                 GError          **error);
/* The model of one plan is no good for another. */
void strata_workspace_forget_model     (StrataWorkspace *self);
/* NULL: nothing is pending. */
void strata_workspace_set_preview      (StrataWorkspace  *self,
                                        StrataAssessment *preview);
/* Brings the lists up to date with the assessment. */
void strata_workspace_update_rows      (StrataWorkspace *self);
void strata_workspace_update_tools     (StrataWorkspace *self);
/* The client's facts: rows that stay the same. */
void strata_workspace_make_facts       (StrataWorkspace *self);
void strata_workspace_update_facts     (StrataWorkspace *self);
/* NULL when the assessment has no such finding. */
const StrataFinding *strata_workspace_find_finding (StrataWorkspace *self,
                                                    const char      *identity);
/* What was worked out for another assessment. */
void strata_workspace_forget_fixes     (StrataWorkspace *self);
/* Says which rows are selected, related and faded. */
void strata_workspace_update_attention (StrataWorkspace *self);
/* Rows of another document are other rows. */
void strata_workspace_forget_rows      (StrataWorkspace *self);

G_END_DECLS
