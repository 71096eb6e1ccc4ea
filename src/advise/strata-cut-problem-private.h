/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be cut, as a covering problem.
 */

#pragma once

#include "assess/strata-stack-private.h"
#include "strata-cover-private.h"
#include "strata-cut.h"

G_BEGIN_DECLS

/* The module of an option that is a whole placement. */
#define STRATA_CUT_NO_MODULE G_MAXUINT

/**
 * StrataCutOption:
 *
 * What an option of the problem is: a lasting placement or one of its modules.
 */
typedef struct
{
  guint placement; /* its position */
  guint module;    /* its place in `modules`, or STRATA_CUT_NO_MODULE */
} StrataCutOption;

/**
 * StrataCutProblem:
 *
 * A stack, and which choice of it is sought. Options have the numbers that
 * they have in `cover`: first the lasting placements, then their modules, each
 * in the order of the plan.
 */
typedef struct
{
  StrataStack *stack;
  StrataCover *cover;
  GArray      *options;       /* StrataCutOption */
  guint       *of_placement;  /* position → option; of lasting ones alone */
  guint       *of_modules;    /* position → option of its first module */
} StrataCutProblem;

StrataCutProblem *strata_cut_problem_new     (StrataAssessment   *assessment,
                                              StrataCatalog      *catalog,
                                              const StrataCutPin *pins,
                                              guint               n_pins) G_GNUC_WARN_UNUSED_RESULT;
void              strata_cut_problem_free    (StrataCutProblem   *problem);
/* Whether the placement's module brings the capability. */
gboolean          strata_cut_problem_brings  (StrataCutProblem   *problem,
                                              guint               placement,
                                              guint               module,
                                              guint               capability);
/* In the answer, once the cover is solved. */
gboolean          strata_cut_problem_keeps   (StrataCutProblem   *problem,
                                              guint               option);
/* Whether what is kept of the placement has what it has today. */
gboolean          strata_cut_problem_has     (StrataCutProblem    *problem,
                                              guint                placement,
                                              const StrataHolding *holding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataCutProblem, strata_cut_problem_free)

G_END_DECLS
