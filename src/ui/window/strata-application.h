/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program as the desktop knows it: its windows and its files.
 */

#pragma once

#include <adwaita.h>

#include "catalog/strata-catalog.h"
#include "workspace/strata-decision-model.h"
#include "workspace/strata-keeper.h"

G_BEGIN_DECLS

#define STRATA_TYPE_APPLICATION (strata_application_get_type ())

G_DECLARE_FINAL_TYPE (StrataApplication, strata_application, STRATA, APPLICATION, AdwApplication)

StrataApplication *strata_application_new          (void) G_GNUC_WARN_UNUSED_RESULT;

StrataCatalog     *strata_application_load_catalog (StrataApplication  *self,
                                                    GError            **error);
DmnModel          *strata_application_load_model   (StrataApplication  *self,
                                                    GError            **error);
StrataKeeper      *strata_application_get_keeper   (StrataApplication  *self);

G_END_DECLS
