/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An immutable, ref-counted list of names that finds a name fast.
 */

#define G_LOG_DOMAIN "strata-model"

#include "config.h"

#include "strata-names-private.h"

#include "strata-index-private.h"

struct _StrataNames
{
  gatomicrefcount  ref_count;
  guint            n_names;
  char           **names; /* GRefStrings */
  StrataIndex     *index;
};

static StrataNames *
alloc_names (guint n_names)
{
  StrataNames *self = g_new0 (StrataNames, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_names = n_names;
  self->names = g_new (char *, n_names);

  return self;
}

static void
index_names (StrataNames *self)
{
  self->index = strata_index_new ((const char * const *) self->names, self->n_names);
}

StrataNames *
strata_names_new (const char * const *names,
                  guint               n_names)
{
  StrataNames *self = alloc_names (n_names);

  for (guint i = 0; i < n_names; i++)
    self->names[i] = g_ref_string_new (names[i]);
  index_names (self);

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
  g_clear_pointer (&self->index, strata_index_unref);
  g_free (self);
}

const char *
strata_names_get (StrataNames *self,
                  guint        index)
{
  g_assert (index < self->n_names);

  return self->names[index];
}

gboolean
strata_names_find (StrataNames *self,
                   const char  *name,
                   guint       *index)
{
  return strata_index_find (self->index,
                            (const char * const *) self->names,
                            self->n_names,
                            name,
                            index);
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
  index_names (copy);

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
  index_names (copy);

  return copy;
}
