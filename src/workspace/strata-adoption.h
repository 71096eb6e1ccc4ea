/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a plan has to learn of tools whose placements come from elsewhere.
 */

#pragma once

#include "catalog/strata-catalog.h"

G_BEGIN_DECLS

typedef struct _StrataAdoption StrataAdoption;

StrataAdoption *strata_adoption_new      (StrataCatalog *catalog,
                                          StrataPlan    *plan,
                                          StrataPlan    *fragment) G_GNUC_WARN_UNUSED_RESULT;
void            strata_adoption_free     (StrataAdoption *self);

GHashTable     *strata_adoption_get_ids  (StrataAdoption *self);
void            strata_adoption_add_to   (StrataAdoption *self,
                                          StrataEdit     *edit);
char           *strata_adoption_describe (StrataAdoption *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataAdoption, strata_adoption_free)

G_END_DECLS
