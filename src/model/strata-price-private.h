/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The check of a placement's price: its cost as a function of a fact.
 */

#pragma once

#include "strata-reader-private.h"

G_BEGIN_DECLS

gboolean strata_price_check (const StrataReader *placement);

G_END_DECLS
