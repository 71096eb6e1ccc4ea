/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be wrong with a decision model.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DmnError:
 * @DMN_ERROR_XML: not XML, or XML that a model may not be (a DOCTYPE, too deep)
 * @DMN_ERROR_MODEL: not a decision model, or one with a part missing or wrong
 * @DMN_ERROR_EXPRESSION: a FEEL text that cannot be read
 * @DMN_ERROR_INPUT: an input of the wrong type, or a decision that is not there
 * @DMN_ERROR_VERSION: a model that DMN 1.3 has no words for
 *
 * Messages name the line, and the decision, row and column where there are any.
 */
typedef enum
{
  DMN_ERROR_XML,
  DMN_ERROR_MODEL,
  DMN_ERROR_EXPRESSION,
  DMN_ERROR_INPUT,
  DMN_ERROR_VERSION,
} DmnError;

#define DMN_ERROR (dmn_error_quark ())

GQuark dmn_error_quark (void);

G_END_DECLS
