/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names that have a value where an expression is evaluated.
 */

#pragma once

#include "dmn/dmn-value.h"

G_BEGIN_DECLS

/**
 * FeelScope:
 *
 * An immutable chain of bindings, the innermost first. A function keeps the
 * chain that it was made in, which ends before itself: so no cycles.
 */
typedef struct _FeelScope FeelScope;

/* Both give a new reference and take none of their arguments. */
FeelScope *feel_scope_bind         (FeelScope  *parent,
                                    const char *name,
                                    DmnValue   *value) G_GNUC_WARN_UNUSED_RESULT;
/* Every member of a context becomes a name. */
FeelScope *feel_scope_bind_members (FeelScope  *parent,
                                    DmnValue   *context) G_GNUC_WARN_UNUSED_RESULT;
FeelScope *feel_scope_ref          (FeelScope  *scope);
void       feel_scope_unref        (FeelScope  *scope);
/* Borrowed; NULL when nothing has the name. The scope may be NULL. */
DmnValue  *feel_scope_lookup       (FeelScope  *scope,
                                    const char *name);

/* Binds one more name in place: *scope is replaced by its extension. */
void       feel_scope_extend       (FeelScope  **scope,
                                    const char  *name,
                                    DmnValue    *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeelScope, feel_scope_unref)

G_END_DECLS
