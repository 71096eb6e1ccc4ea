/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A decision model: what can be decided, from what.
 */

#pragma once

#include <gio/gio.h>

#include "dmn/dmn-table.h"

G_BEGIN_DECLS

/**
 * DmnModel:
 *
 * A DMN file as it was read; immutable and ref-counted.
 */
typedef struct _DmnModel DmnModel;

#define DMN_TYPE_MODEL (dmn_model_get_type ())

GType        dmn_model_get_type          (void) G_GNUC_CONST;
DmnModel    *dmn_model_new               (GBytes       *bytes,
                                          const char   *name,
                                          GError      **error) G_GNUC_WARN_UNUSED_RESULT;
DmnModel    *dmn_model_ref               (DmnModel     *model);
void         dmn_model_unref             (DmnModel     *model);

/* As DMN 1.3, which every editor reads. */
GBytes      *dmn_model_to_bytes          (DmnModel     *model,
                                          GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* What messages call it. */
const char  *dmn_model_get_name          (DmnModel     *model);
guint        dmn_model_get_n_decisions   (DmnModel     *model);
const char  *dmn_model_get_decision_name (DmnModel     *model,
                                          guint         decision);
/* The line that the decision begins on, from 1. */
guint        dmn_model_get_decision_line (DmnModel     *model,
                                          guint         decision);
/* By name or by id. */
gboolean     dmn_model_find_decision     (DmnModel     *model,
                                          const char   *name,
                                          guint        *decision);
gboolean     dmn_model_find_service      (DmnModel     *model,
                                          const char   *name,
                                          guint        *service);
/* NULL unless the decision is one table. */
DmnTable    *dmn_model_get_table         (DmnModel     *model,
                                          guint         decision);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DmnModel, dmn_model_unref)

G_END_DECLS
