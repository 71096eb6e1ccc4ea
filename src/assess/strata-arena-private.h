/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Memory that is given back all at once.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StrataArena:
 *
 * Many small things that live and die together. What it gives is zeroed,
 * aligned for any type, and never freed on its own.
 */
typedef struct _StrataArena StrataArena;

StrataArena *strata_arena_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void         strata_arena_free   (StrataArena *arena);
gpointer     strata_arena_alloc  (StrataArena *arena,
                                  gsize        size);
gpointer     strata_arena_copy   (StrataArena   *arena,
                                  gconstpointer  data,
                                  gsize          size);

#define strata_arena_new_array(arena, type, n) \
  ((type *) strata_arena_alloc ((arena), sizeof (type) * (gsize) (n)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataArena, strata_arena_free)

G_END_DECLS
