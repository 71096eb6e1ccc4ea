/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a window shows before there is a plan.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define STRATA_TYPE_START_PAGE (strata_start_page_get_type ())

/**
 * StrataStartPage:
 *
 * A click on an example asks for `win.open-example` with its path.
 */
G_DECLARE_FINAL_TYPE (StrataStartPage, strata_start_page, STRATA, START_PAGE, AdwBin)

void strata_start_page_list_examples  (StrataStartPage *self);
void strata_start_page_set_recoveries (StrataStartPage *self,
                                       GListModel      *recoveries);

G_END_DECLS
