/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Memory that is given back all at once.
 */

#define G_LOG_DOMAIN "strata-assess"

#include "config.h"

#include "strata-arena-private.h"

#include <string.h>

#define CHUNK_SIZE (32 * 1024)
#define ALIGNMENT  16

struct _StrataArena
{
  GPtrArray *chunks;
  guint8    *next;
  gsize      left;
};

/* A thing larger than a chunk gets one to itself, and what is left of the
 * current chunk stays in use. */
static gpointer
add_chunk (StrataArena *arena,
           gsize        size)
{
  gpointer chunk = g_malloc0 (size);

  g_ptr_array_add (arena->chunks, chunk);
  return chunk;
}

/**
 * strata_arena_new:
 *
 * Makes an empty arena.
 *
 * Returns: (transfer full): the arena
 */
StrataArena *
strata_arena_new (void)
{
  StrataArena *arena = g_new0 (StrataArena, 1);

  arena->chunks = g_ptr_array_new_with_free_func (g_free);
  return arena;
}

/**
 * strata_arena_free:
 * @arena: (transfer full): the arena
 *
 * Frees everything that the arena gave.
 */
void
strata_arena_free (StrataArena *arena)
{
  g_return_if_fail (arena != NULL);

  g_ptr_array_unref (arena->chunks);
  g_free (arena);
}

/**
 * strata_arena_alloc:
 * @arena: the arena
 * @size: in bytes
 *
 * Returns: (transfer none): zeroed memory, never %NULL
 */
gpointer
strata_arena_alloc (StrataArena *arena,
                    gsize        size)
{
  gsize taken = (size + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
  gpointer memory;

  if (taken >= CHUNK_SIZE / 4)
    return add_chunk (arena, taken);
  if (taken > arena->left)
    {
      arena->next = add_chunk (arena, CHUNK_SIZE);
      arena->left = CHUNK_SIZE;
    }
  memory = arena->next;
  arena->next += taken;
  arena->left -= taken;
  return memory;
}

/**
 * strata_arena_copy:
 * @arena: the arena
 * @data: (nullable): what to copy
 * @size: its size in bytes
 *
 * Returns: (transfer none): a copy that lives as long as the arena
 */
gpointer
strata_arena_copy (StrataArena   *arena,
                   gconstpointer  data,
                   gsize          size)
{
  gpointer copy = strata_arena_alloc (arena, size);

  if (size > 0)
    memcpy (copy, data, size);
  return copy;
}
