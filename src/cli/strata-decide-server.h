/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decisions of DMN models, one request or many.
 */

#pragma once

#include "dmn/dmn-model.h"
#include "strata-command.h"

G_BEGIN_DECLS

/* Where the reasons for a null go; a printf-like function. */
typedef void (*StrataDecideComplain) (const char *format,
                                      ...) G_GNUC_PRINTF (1, 2);

DmnModel   *strata_decide_load_model (const char           *path,
                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* A context: decision name → result. Decisions NULL: all, or the service. */
DmnValue   *strata_decide_evaluate   (DmnModel             *model,
                                      DmnValue             *inputs,
                                      const char           *service,
                                      const char *const    *decisions,
                                      StrataDecideComplain  complain,
                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;
StrataExit  strata_decide_serve      (void);

G_END_DECLS
