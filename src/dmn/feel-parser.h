/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FEEL texts to trees: expressions and the unary tests of table cells.
 */

#pragma once

#include "dmn/feel-names.h"
#include "dmn/feel-node.h"

G_BEGIN_DECLS

/* Errors are DMN_ERROR_EXPRESSION: what stands where it may not, and the
 * character at which. */
FeelNode *feel_parse_expression  (const char  *text,
                                  FeelNames   *names,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;
FeelNode *feel_parse_unary_tests (const char  *text,
                                  FeelNames   *names,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
