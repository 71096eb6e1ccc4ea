/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FEEL trees to values.
 */

#pragma once

#include "dmn/feel-node.h"

G_BEGIN_DECLS

/* Of one evaluation: about a second of work. */
#define FEEL_MAX_STEPS 5000000

/**
 * FeelRun:
 *
 * One evaluation: why it came to null, and how much it may still do. A text
 * cannot make the program hang or overflow its stack: it comes to null.
 */
/* Whether a value is of a type that the model defines. */
typedef gboolean (*FeelHasType) (gpointer        types,
                                 const char     *name,
                                 const DmnValue *value);

struct _FeelRun
{
  GPtrArray *reasons; /* of char *, each once; NULL to leave them out */
  guint      depth;
  guint64    steps;   /* done so far */
  FeelHasType has_type; /* (nullable) */
  gpointer   types;     /* borrowed */
};

void      feel_run_init     (FeelRun *run);
void      feel_run_clear    (FeelRun *run);
/* Says why, and gives FEEL's null. */
DmnValue *feel_run_fail     (FeelRun    *run,
                             const char *format,
                             ...) G_GNUC_PRINTF (2, 3);

DmnValue *feel_evaluate     (FeelRun   *run,
                             FeelNode  *node,
                             FeelScope *scope) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a cell's tests pass for an input. */
DmnTruth  feel_test         (FeelRun   *run,
                             FeelNode  *tests,
                             DmnValue  *input,
                             FeelScope *scope);

/**
 * FeelCallback:
 *
 * What a function value calls that is neither built in nor written in FEEL: a
 * business knowledge model, a decision service.
 */
typedef DmnValue *(*FeelCallback) (FeelRun         *run,
                                   DmnValue *const *arguments,
                                   guint            n_arguments,
                                   gpointer         data);

DmnValue *feel_function_new (const char * const *parameters,
                             FeelCallback        callback,
                             gpointer            data,
                             GDestroyNotify      destroy) G_GNUC_WARN_UNUSED_RESULT;
/* Calls a function value with arguments in order. */
DmnValue *feel_call         (FeelRun         *run,
                             DmnValue        *function,
                             DmnValue *const *arguments,
                             guint            n_arguments) G_GNUC_WARN_UNUSED_RESULT;

/* A boolean value for a truth; FEEL's null for the third. */
DmnValue *feel_truth_to_value (DmnTruth truth);
DmnTruth  feel_value_to_truth (const DmnValue *value);

G_END_DECLS
