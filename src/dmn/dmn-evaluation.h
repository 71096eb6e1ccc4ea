/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The decisions of a model for one set of inputs.
 */

#pragma once

#include "dmn/dmn-model.h"

G_BEGIN_DECLS

/**
 * DmnEvaluation:
 *
 * The decisions of a model for one set of inputs; each is made once, when it
 * is first asked for. Not for several threads at a time.
 */
typedef struct _DmnEvaluation DmnEvaluation;

/* The inputs are a context; texts become dates where the model says so. */
DmnEvaluation      *dmn_evaluation_new         (DmnModel      *model,
                                                DmnValue      *inputs) G_GNUC_WARN_UNUSED_RESULT;
/* Of one decision service: the decisions that it requires are inputs, too. */
DmnEvaluation      *dmn_evaluation_new_service (DmnModel      *model,
                                                guint          service,
                                                DmnValue      *inputs) G_GNUC_WARN_UNUSED_RESULT;
void                dmn_evaluation_free        (DmnEvaluation *evaluation);
/* Borrowed from the evaluation. */
DmnValue           *dmn_evaluation_get         (DmnEvaluation *evaluation,
                                                guint          decision);
DmnValue           *dmn_evaluation_get_service (DmnEvaluation *evaluation,
                                                guint          service) G_GNUC_WARN_UNUSED_RESULT;
/* Why something came to null, so far. */
guint               dmn_evaluation_get_n_reasons (DmnEvaluation *evaluation);
const char         *dmn_evaluation_get_reason  (DmnEvaluation *evaluation,
                                                guint          index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DmnEvaluation, dmn_evaluation_free)

G_END_DECLS
