/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The commands of strata-cli, one a file.
 */

#pragma once

#include "strata-command.h"

G_BEGIN_DECLS

G_END_DECLS
