/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What commands read: files by name, or standard input.
 */

#pragma once

#include <gio/gio.h>

#include "catalog/strata-catalog.h"

G_BEGIN_DECLS

GBytes     *strata_command_read_bytes (const char     *argument,
                                       GError        **error) G_GNUC_WARN_UNUSED_RESULT;
StrataPlan *strata_command_read_plan  (const char     *argument,
                                       StrataCatalog  *catalog,
                                       GError        **error) G_GNUC_WARN_UNUSED_RESULT;
char       *strata_command_name_input (const char     *argument) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
