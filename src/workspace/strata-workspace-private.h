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
  StrataDecisions   *decisions;   /* of the facts and the model below */
  StrataFacts       *decided;
  StrataDocument    *document;
  char              *scenario;
  StrataAssessment  *assessment;
  StrataAssessment  *preview;
  StrataLane        *headings[STRATA_N_LAYERS];
  GListStore        *lanes[STRATA_N_LAYERS];
  GListStore        *findings;
  GListStore        *scenarios;
  GListStore        *tools;
  GListStore        *prerequisites;
  GHashTable        *placement_rows;
  GHashTable        *finding_rows;
  GHashTable        *scenario_rows;
  GHashTable        *tool_rows;
  StrataValue       *plan_tools;  /* the plan's own, as last listed; or NULL */
  char              *search;
  char              *focus;       /* identity of a finding, or NULL */
  GStrv              wanted;      /* what was selected, there or not */
  GStrv              selection;   /* what of that is there */
  char              *monthly;
  char              *savings;

  gulong             plan_handler;
  guint              settle_source;
  guint              counts[STRATA_N_SEVERITIES];
};

/* What a plan's facts decide, by its own model or by what ships; borrowed, and
 * made anew only when the facts or the model changed. */
StrataDecisions *strata_workspace_decide (StrataWorkspace *self,
                                          StrataPlan      *plan);
/* Brings the lists up to date with the assessment. */
void strata_workspace_update_rows      (StrataWorkspace *self);
void strata_workspace_update_tools     (StrataWorkspace *self);
/* Says which rows are selected, related and faded. */
void strata_workspace_update_attention (StrataWorkspace *self);
/* Rows of another document are other rows. */
void strata_workspace_forget_rows      (StrataWorkspace *self);

G_END_DECLS
