/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A strict pass over JSON text.
 */

#pragma once

#include <glib.h>

#include "strata-json-builder.h"

G_BEGIN_DECLS

/**
 * StrataJsonFault:
 *
 * What is wrong with a text, and where. Lines and columns count from 1,
 * columns in characters.
 */
typedef struct
{
  gsize  offset;  /* in bytes */
  guint  line;
  guint  column;
  char  *path;    /* `scenarios[0].id`; empty: the outermost value */
  char  *problem; /* a translated sentence without its full stop */
} StrataJsonFault;

void     strata_json_fault_clear (StrataJsonFault *fault);
gboolean strata_json_lex         (GBytes            *bytes,
                                  StrataJsonBuilder *builder,
                                  StrataJsonFault   *fault);
void     strata_json_locate      (GBytes            *bytes,
                                  const char        *path,
                                  guint             *line,
                                  guint             *column);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StrataJsonFault, strata_json_fault_clear)

G_END_DECLS
