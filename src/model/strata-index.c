/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the position of a name in a list of names.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-index-private.h"

#include <string.h>

/* Up to here it is quicker to look at every name than to hash one. */
#define MAX_UNHASHED 16

typedef struct
{
  guint32 hash;
  guint32 next; /* position of the name + 1; 0: a free slot */
} Slot;

struct _StrataIndex
{
  gatomicrefcount ref_count;
  guint           mask;      /* number of slots, a power of two, less one */
  guint           duplicate; /* first position of a name that was there before + 1, or 0 */
  Slot            slots[];
};

/* A key that a file's author cannot know: with g_str_hash() it would be easy
 * to write ten thousand names that all fall into the same slot.
 */
static const guint64 *
get_key (void)
{
  static guint64 key[2];
  static gsize initialized = 0;

  if (g_once_init_enter (&initialized))
    {
      for (guint i = 0; i < G_N_ELEMENTS (key); i++)
        key[i] = (guint64) g_random_int () << 32 | g_random_int ();
      g_once_init_leave (&initialized, 1);
    }

  return key;
}

static inline guint64
rotate (guint64 word,
        guint   n_bits)
{
  return word << n_bits | word >> (64 - n_bits);
}

static inline void
mix (guint64 state[4])
{
  state[0] += state[1];
  state[2] += state[3];
  state[1] = rotate (state[1], 13) ^ state[0];
  state[3] = rotate (state[3], 16) ^ state[2];
  state[0] = rotate (state[0], 32);
  state[2] += state[1];
  state[0] += state[3];
  state[1] = rotate (state[1], 17) ^ state[2];
  state[3] = rotate (state[3], 21) ^ state[0];
  state[2] = rotate (state[2], 32);
}

static inline void
absorb (guint64 state[4],
        guint64 word)
{
  state[3] ^= word;
  mix (state);
  state[0] ^= word;
}

/* SipHash (Aumasson and Bernstein), with one and three rounds. */
static guint32
hash_name (const char *name)
{
  const guint64 *key = get_key ();
  gsize length = strlen (name);
  guint64 word = 0;
  guint64 state[4] = {
    key[0] ^ G_GUINT64_CONSTANT (0x736f6d6570736575),
    key[1] ^ G_GUINT64_CONSTANT (0x646f72616e646f6d),
    key[0] ^ G_GUINT64_CONSTANT (0x6c7967656e657261),
    key[1] ^ G_GUINT64_CONSTANT (0x7465646279746573),
  };

  for (gsize rest = length; rest >= 8; rest -= 8, name += 8)
    {
      memcpy (&word, name, 8);
      absorb (state, word);
    }
  word = 0;
  memcpy (&word, name, length % 8);
  absorb (state, word | (guint64) length << 56);

  state[2] ^= 0xff;
  for (guint i = 0; i < 3; i++)
    mix (state);

  return (guint32) (state[0] ^ state[1] ^ state[2] ^ state[3]);
}

/* Finds the slot of a name, or the free one where it would go. */
static Slot *
find_slot (StrataIndex        *self,
           const char * const *names,
           const char         *name,
           guint32             hash)
{
  for (guint i = hash & self->mask;; i = (i + 1) & self->mask)
    {
      Slot *slot = &self->slots[i];

      if (slot->next == 0)
        return slot;
      if (slot->hash == hash && strcmp (names[slot->next - 1], name) == 0)
        return slot;
    }
}

static gboolean
find_unhashed (const char * const *names,
               guint               n_names,
               const char         *name,
               guint              *position)
{
  for (guint i = 0; i < n_names; i++)
    {
      if (strcmp (names[i], name) == 0)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
add_name (StrataIndex        *self,
          const char * const *names,
          guint               position)
{
  guint32 hash = hash_name (names[position]);
  Slot *slot = find_slot (self, names, names[position], hash);

  if (slot->next == 0)
    *slot = (Slot) { hash, position + 1 };
  else if (self->duplicate == 0)
    self->duplicate = position + 1;
}

StrataIndex *
strata_index_new (const char * const *names,
                  guint               n_names)
{
  StrataIndex *self = NULL;
  gsize n_slots = 2 * MAX_UNHASHED;

  if (n_names <= MAX_UNHASHED)
    return NULL;

  while (n_slots < 2 * (gsize) n_names)
    n_slots *= 2;

  self = g_malloc0 (sizeof (StrataIndex) + n_slots * sizeof (Slot));
  g_atomic_ref_count_init (&self->ref_count);
  self->mask = n_slots - 1;
  for (guint i = 0; i < n_names; i++)
    add_name (self, names, i);

  return self;
}

StrataIndex *
strata_index_ref (StrataIndex *self)
{
  if (self != NULL)
    g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
strata_index_unref (StrataIndex *self)
{
  if (self != NULL && g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/* Gives the first position of a name that stands there more than once. */
gboolean
strata_index_find (StrataIndex        *self,
                   const char * const *names,
                   guint               n_names,
                   const char         *name,
                   guint              *position)
{
  Slot *slot = NULL;

  if (self == NULL)
    return find_unhashed (names, n_names, name, position);

  slot = find_slot (self, names, name, hash_name (name));
  if (slot->next == 0)
    return FALSE;

  *position = slot->next - 1;
  return TRUE;
}

/* Gives the first position whose name stands at an earlier one already. */
gboolean
strata_index_find_duplicate (StrataIndex        *self,
                             const char * const *names,
                             guint               n_names,
                             guint              *duplicate)
{
  guint first = 0;

  if (self != NULL)
    {
      *duplicate = self->duplicate - 1;
      return self->duplicate != 0;
    }

  for (guint i = 1; i < n_names; i++)
    {
      if (find_unhashed (names, i, names[i], &first))
        {
          *duplicate = i;
          return TRUE;
        }
    }

  return FALSE;
}
