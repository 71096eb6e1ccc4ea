/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The placement that a form is about, as it was last assessed.
 */

#pragma once

#include "workspace/strata-workspace.h"

G_BEGIN_DECLS

/**
 * StrataToolView:
 *
 * Borrowed from the workspace for the length of a call.
 */
typedef struct
{
  StrataCatalog    *catalog;
  StrataAssessment *assessment;
  guint             index;     /* its place in the scenario */
  StrataPlacement  *placement;
  StrataTool       *tool;
} StrataToolView;

G_END_DECLS
