/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where in an area there is room for something that floats.
 */

#pragma once

#include "scene/strata-geometry.h"

G_BEGIN_DECLS

StrataPoint strata_room_find (const StrataRect *area,
                              double            width,
                              double            height,
                              gboolean          rtl,
                              const StrataRect *avoided,
                              guint             n_avoided);

G_END_DECLS
