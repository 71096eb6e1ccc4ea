/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan's values in one line, for people.
 */

#pragma once

#include "model/strata-value.h"

G_BEGIN_DECLS

char *strata_command_describe_value (StrataValue *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
