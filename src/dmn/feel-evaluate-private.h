/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the FEEL evaluation share.
 */

#pragma once

#include "dmn/feel-evaluate.h"

G_BEGIN_DECLS

DmnTruth  feel_compare              (FeelComparison  comparison,
                                     const DmnValue *left,
                                     const DmnValue *right);
DmnValue *feel_evaluate_path        (FeelRun   *run,
                                     FeelNode  *node,
                                     FeelScope *scope);
DmnValue *feel_evaluate_filter      (FeelRun   *run,
                                     FeelNode  *node,
                                     FeelScope *scope);
DmnValue *feel_evaluate_iteration   (FeelRun   *run,
                                     FeelNode  *node,
                                     FeelScope *scope);
DmnValue *feel_evaluate_instance_of (FeelRun   *run,
                                     FeelNode  *node,
                                     FeelScope *scope);
/* Null is of no type but its own. */
gboolean  feel_is_instance          (FeelRun        *run,
                                     const FeelNode *type,
                                     const DmnValue *value);
DmnValue *feel_evaluate_call        (FeelRun   *run,
                                     FeelNode  *node,
                                     FeelScope *scope);
DmnValue *feel_function_new_lambda  (FeelNode  *node,
                                     FeelScope *scope);
DmnValue *feel_function_new_builtin (const char *name);

G_END_DECLS
