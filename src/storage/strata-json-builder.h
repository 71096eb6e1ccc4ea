/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a value from the pieces of a text in their order.
 */

#pragma once

#include "model/strata-value.h"

G_BEGIN_DECLS

/* The outermost array or object is level 1. */
#define STRATA_JSON_MAX_DEPTH 64

typedef struct _StrataJsonBuilder StrataJsonBuilder;

StrataJsonBuilder *strata_json_builder_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void               strata_json_builder_free  (StrataJsonBuilder *builder);
void               strata_json_builder_open  (StrataJsonBuilder *builder,
                                              gboolean           is_object);
void               strata_json_builder_name  (StrataJsonBuilder *builder,
                                              const char        *name);
void               strata_json_builder_add   (StrataJsonBuilder *builder,
                                              StrataValue       *value);
/* Both in one; takes the value. */
void               strata_json_builder_add_member (StrataJsonBuilder *builder,
                                                   const char        *name,
                                                   StrataValue       *value);
void               strata_json_builder_open_member (StrataJsonBuilder *builder,
                                                    const char        *name,
                                                    gboolean           is_object);
void               strata_json_builder_close (StrataJsonBuilder *builder);
StrataValue       *strata_json_builder_end   (StrataJsonBuilder *builder) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataJsonBuilder, strata_json_builder_free)

G_END_DECLS
