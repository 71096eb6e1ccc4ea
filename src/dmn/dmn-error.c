/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be wrong with a decision model.
 */

#define G_LOG_DOMAIN "strata-dmn"

#include "config.h"

#include "dmn/dmn-error.h"

G_DEFINE_QUARK (dmn-error-quark, dmn_error)
