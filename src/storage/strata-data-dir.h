/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the files that come with Strata are.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *strata_data_dir_get   (void);
char       *strata_data_dir_build (const char *first,
                                   ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
