/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order in which a plan's objects write their keys.
 */

#pragma once

#include "strata-value.h"

G_BEGIN_DECLS

/**
 * StrataShape:
 *
 * The keys that the format knows in one kind of object. An array has the
 * shape of its elements; %NULL is the shape of what the format does not know.
 */
typedef struct _StrataShape StrataShape;

const StrataShape *strata_shape_get_plan     (void);
const StrataShape *strata_shape_get_member   (const StrataShape *shape,
                                              const char        *key);
guint              strata_shape_get_position (const StrataShape *shape,
                                              StrataValue       *object,
                                              const char        *key);

G_END_DECLS
