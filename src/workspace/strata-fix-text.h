/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a fix would change, in words.
 */

#pragma once

#include "advise/strata-fix.h"

G_BEGIN_DECLS

char *strata_fix_text_describe (StrataFix *fix) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
