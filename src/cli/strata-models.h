/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The decision models that a command may judge by.
 */

#pragma once

#include "dmn/dmn-model.h"
#include "model/strata-plan.h"

G_BEGIN_DECLS

/**
 * StrataModels:
 *
 * The model that ships, and the one of the command line.
 */
typedef struct
{
  DmnModel *shipped;
  DmnModel *named;   /* (nullable) */
} StrataModels;

gboolean  strata_models_load   (StrataModels        *models,
                                const char          *named,
                                GError             **error);
void      strata_models_clear  (StrataModels        *models);
DmnModel *strata_models_choose (const StrataModels  *models,
                                const char          *path,
                                StrataPlan          *plan,
                                GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StrataModels, strata_models_clear)

G_END_DECLS
