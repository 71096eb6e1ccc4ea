/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be wrong with a plan, and where.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StrataPlanError:
 * @STRATA_PLAN_ERROR_SYNTAX: not JSON, or JSON that a plan may not contain
 * @STRATA_PLAN_ERROR_VERSION: a later format than this Strata reads
 * @STRATA_PLAN_ERROR_INVALID: a value that the format does not allow
 * @STRATA_PLAN_ERROR_UNKNOWN_TOOL: a tool that nobody defines
 * @STRATA_PLAN_ERROR_EDIT: an edit names a place that the plan does not have
 *
 * Every message names the JSON path, what was found and what is allowed.
 */
typedef enum
{
  STRATA_PLAN_ERROR_SYNTAX,
  STRATA_PLAN_ERROR_VERSION,
  STRATA_PLAN_ERROR_INVALID,
  STRATA_PLAN_ERROR_UNKNOWN_TOOL,
  STRATA_PLAN_ERROR_EDIT,
} StrataPlanError;

#define STRATA_PLAN_ERROR (strata_plan_error_quark ())

GQuark      strata_plan_error_quark    (void);
GError     *strata_plan_error_new      (StrataPlanError  code,
                                        const char      *path,
                                        const char      *format,
                                        ...) G_GNUC_PRINTF (3, 4) G_GNUC_WARN_UNUSED_RESULT;
const char *strata_plan_error_get_path (const GError *error);

/* Where in its text the path is, for who knows the text. */
void        strata_plan_error_set_place  (GError *error,
                                          guint   line,
                                          guint   column);
guint       strata_plan_error_get_line   (const GError *error);
guint       strata_plan_error_get_column (const GError *error);

/* Building the paths of such errors: scenarios[0].placements[3].layer */
void        strata_json_path_append_member  (GString    *path,
                                             const char *name);
void        strata_json_path_append_element (GString *path,
                                             guint    index);

/* A text from a file, fit to stand in a message. */
char       *strata_quote               (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
