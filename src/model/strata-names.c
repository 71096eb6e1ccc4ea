/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An immutable, ref-counted list of names that finds a name fast.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-names-private.h"

#include <string.h>

/* Up to here it is quicker to look at every name than to search. */
#define MAX_UNSORTED 16

/* The search is over sorted positions rather than a hash table: names come
 * from files, and those that collide are easily made.
 */
struct _StrataNames
{
  gatomicrefcount  ref_count;
  guint            n_names;
  char           **names;   /* GRefStrings */
  guint           *sorted;  /* positions by name, then by position; or NULL */
};

static int
compare_positions (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  char **names = user_data;
  guint position_a = *(const guint *) a;
  guint position_b = *(const guint *) b;
  int order = strcmp (names[position_a], names[position_b]);

  return order != 0 ? order : (position_a > position_b) - (position_a < position_b);
}

static void
sort_names (StrataNames *self)
{
  if (self->n_names <= MAX_UNSORTED)
    return;

  self->sorted = g_new (guint, self->n_names);
  for (guint i = 0; i < self->n_names; i++)
    self->sorted[i] = i;
  g_sort_array (self->sorted, self->n_names, sizeof (guint), compare_positions, self->names);
}

static StrataNames *
alloc_names (guint n_names)
{
  StrataNames *self = g_new0 (StrataNames, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_names = n_names;
  self->names = g_new (char *, n_names);

  return self;
}

static gboolean
search_sorted (StrataNames *self,
               const char  *name,
               guint       *index)
{
  guint low = 0;
  guint high = self->n_names;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (self->names[self->sorted[middle]], name) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  if (low == self->n_names || strcmp (self->names[self->sorted[low]], name) != 0)
    return FALSE;

  *index = self->sorted[low];
  return TRUE;
}

static gboolean
search_unsorted (StrataNames *self,
                 const char  *name,
                 guint       *index)
{
  for (guint i = 0; i < self->n_names; i++)
    {
      if (strcmp (self->names[i], name) == 0)
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}

StrataNames *
strata_names_new (const char * const *names,
                  guint               n_names)
{
  StrataNames *self = alloc_names (n_names);

  for (guint i = 0; i < n_names; i++)
    self->names[i] = g_ref_string_new (names[i]);
  sort_names (self);

  return self;
}

StrataNames *
strata_names_ref (StrataNames *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
strata_names_unref (StrataNames *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_names; i++)
    g_ref_string_release (self->names[i]);
  g_free (self->names);
  g_free (self->sorted);
  g_free (self);
}

const char *
strata_names_get (StrataNames *self,
                  guint        index)
{
  g_assert (index < self->n_names);

  return self->names[index];
}

/* Gives the first position of a name that stands there more than once. */
gboolean
strata_names_find (StrataNames *self,
                   const char  *name,
                   guint       *index)
{
  return self->sorted != NULL
           ? search_sorted (self, name, index)
           : search_unsorted (self, name, index);
}

/* Gives the first position whose name stood at an earlier one already. */
gboolean
strata_names_find_duplicate (StrataNames *self,
                             guint       *duplicate)
{
  for (guint i = 0; i < self->n_names; i++)
    {
      guint first = i;

      if (strata_names_find (self, self->names[i], &first) && first != i)
        {
          *duplicate = i;
          return TRUE;
        }
    }

  return FALSE;
}

StrataNames *
strata_names_with (StrataNames *self,
                   const char  *name,
                   guint        position)
{
  StrataNames *copy = alloc_names (self->n_names + 1);

  g_assert (position <= self->n_names);

  for (guint i = 0; i < self->n_names; i++)
    copy->names[i < position ? i : i + 1] = g_ref_string_acquire (self->names[i]);
  copy->names[position] = g_ref_string_new (name);
  sort_names (copy);

  return copy;
}

StrataNames *
strata_names_without (StrataNames *self,
                      guint        index)
{
  StrataNames *copy = NULL;

  g_assert (index < self->n_names);

  copy = alloc_names (self->n_names - 1);
  for (guint i = 0; i < copy->n_names; i++)
    copy->names[i] = g_ref_string_acquire (self->names[i < index ? i : i + 1]);
  sort_names (copy);

  return copy;
}
