/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tables of built-in functions share.
 */

#pragma once

#include "dmn/feel-builtins.h"

G_BEGIN_DECLS

/* Says which argument is wrong, and gives null. */
DmnValue   *feel_builtin_refuse       (FeelRun    *run,
                                       const char *function,
                                       const char *parameter,
                                       const char *expected);
/* An argument that was left out is NULL. */
gboolean    feel_argument_is          (DmnValue *argument,
                                       DmnKind   kind);
gboolean    feel_argument_get_integer (DmnValue *argument,
                                       gint64   *integer);
const char *feel_argument_get_string  (DmnValue *argument);
DmnValue   *feel_argument_dup_list    (DmnValue *argument) G_GNUC_WARN_UNUSED_RESULT;
DmnValue   *feel_arguments_dup_list   (DmnValue *const *arguments,
                                       guint            n_arguments) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *feel_items_new            (guint n_items) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
