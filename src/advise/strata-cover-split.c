/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Options that don't hang together can be decided apart.
 */

#define G_LOG_DOMAIN "strata-advise"

#include "config.h"

#include "strata-cover-private.h"

/* The option that stands for all that hang together with this one. */
static guint
find_leader (guint *leaders,
             guint  option)
{
  while (leaders[option] != option)
    {
      leaders[option] = leaders[leaders[option]];
      option = leaders[option];
    }

  return option;
}

static void
join (guint *leaders,
      guint  option,
      guint  other)
{
  guint one = find_leader (leaders, option);
  guint two = find_leader (leaders, other);

  leaders[MAX (one, two)] = MIN (one, two);
}

static guint
find_open_option (StrataCover           *cover,
                  const StrataCoverNeed *need)
{
  guint i = 0;

  while (!strata_cover_is_open (cover, g_array_index (need->options, guint, i)))
    i++;

  return g_array_index (need->options, guint, i);
}

static guint *
join_options (StrataCover *cover)
{
  guint *leaders = g_new (guint, cover->options->len);

  for (guint i = 0; i < cover->options->len; i++)
    {
      guint base = strata_cover_get_option (cover, i)->base;

      leaders[i] = i;
      if (strata_cover_is_open (cover, i) && base != STRATA_COVER_NO_BASE && strata_cover_is_open (cover, base))
        join (leaders, i, base);
    }
  for (guint i = 0; i < cover->needs->len; i++)
    {
      const StrataCoverNeed *need = strata_cover_get_need (cover, i);

      for (guint j = 0; !need->is_met && j < need->options->len; j++)
        {
          if (strata_cover_is_open (cover, g_array_index (need->options, guint, j)))
            join (leaders, find_open_option (cover, need), g_array_index (need->options, guint, j));
        }
    }

  return leaders;
}

/* The part of a leader, made when it is first asked for. */
static StrataCoverPart *
get_part (GPtrArray  *parts,
          GHashTable *by_leader,
          guint       leader)
{
  StrataCoverPart *part = g_hash_table_lookup (by_leader, GUINT_TO_POINTER (leader));

  if (part != NULL)
    return part;
  part = g_new0 (StrataCoverPart, 1);
  part->options = g_array_new (FALSE, FALSE, sizeof (guint));
  part->needs = g_array_new (FALSE, FALSE, sizeof (guint));
  g_hash_table_insert (by_leader, GUINT_TO_POINTER (leader), part);
  g_ptr_array_add (parts, part);

  return part;
}

/**
 * strata_cover_part_free:
 * @part: (transfer full): a part
 *
 * Frees it.
 */
void
strata_cover_part_free (StrataCoverPart *part)
{
  g_array_unref (part->options);
  g_array_unref (part->needs);
  g_free (part);
}

/**
 * strata_cover_split:
 * @cover: a reduced problem
 *
 * Returns: (transfer container) (element-type StrataCoverPart): the parts that
 *   its open options fall into
 */
GPtrArray *
strata_cover_split (StrataCover *cover)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) strata_cover_part_free);
  g_autoptr (GHashTable) by_leader = g_hash_table_new (NULL, NULL);
  g_autofree guint *leaders = join_options (cover);

  for (guint i = 0; i < cover->options->len; i++)
    {
      if (strata_cover_is_open (cover, i))
        g_array_append_val (get_part (parts, by_leader, find_leader (leaders, i))->options, i);
    }
  for (guint i = 0; i < cover->needs->len; i++)
    {
      const StrataCoverNeed *need = strata_cover_get_need (cover, i);

      if (!need->is_met)
        g_array_append_val (get_part (parts, by_leader, find_leader (leaders, find_open_option (cover, need)))->needs, i);
    }

  return parts;
}
