/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sets of keys that nobody can make slow.
 *
 * With a hash that is known beforehand, a file of keys that all collide takes
 * time with the square of its size. This one is a polynomial modulo a prime
 * at a place drawn at random when the program starts.
 */

#define G_LOG_DOMAIN "strata-storage"

#include "config.h"

#include "strata-json-names.h"

/* A Mersenne prime. */
#define PRIME ((G_GUINT64_CONSTANT (1) << 61) - 1)

static guint64
multiply (guint64 a,
          guint64 b)
{
  unsigned __int128 product = (unsigned __int128) a * b;
  guint64 sum = (guint64) (product & PRIME) + (guint64) (product >> 61);

  return sum >= PRIME ? sum - PRIME : sum;
}

static guint64
get_place (void)
{
  static gsize place = 0;

  if (g_once_init_enter (&place))
    g_once_init_leave (&place, ((gsize) g_random_int () << 28 ^ g_random_int ()) | 0x100);
  return place;
}

static guint
hash_name (gconstpointer key)
{
  const guint64 place = get_place ();
  guint64 hash = 1;

  for (const guchar *at = key; *at != '\0'; at++)
    hash = multiply (hash, place) + *at;
  return (guint) (hash ^ hash >> 32);
}

/**
 * strata_json_names_new:
 *
 * Returns: (transfer full): an empty set of strings that stay their owner's
 */
GHashTable *
strata_json_names_new (void)
{
  return g_hash_table_new (hash_name, g_str_equal);
}
