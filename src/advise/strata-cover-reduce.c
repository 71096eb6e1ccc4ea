/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decides what can be decided by looking: forced, useless, outdone options.
 */

#define G_LOG_DOMAIN "strata-advise"

#include "config.h"

#include "strata-cover-private.h"

static gboolean
stands_alone (const StrataCoverOption *option)
{
  return option->base == STRATA_COVER_NO_BASE;
}

/* Weighs less than nothing: every choice is better with it. */
static gboolean
keep_gifts (StrataCover *cover)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < cover->options->len; i++)
    {
      if (!strata_cover_is_open (cover, i) || strata_cover_get_option (cover, i)->weight >= 0)
        continue;
      strata_cover_keep (cover, i);
      changed = TRUE;
    }

  return changed;
}

/* The one option that could still meet the need, or STRATA_COVER_NO_BASE. */
static guint
find_only_option (StrataCover           *cover,
                  const StrataCoverNeed *need)
{
  guint only = STRATA_COVER_NO_BASE;

  for (guint i = 0; i < need->options->len; i++)
    {
      guint option = g_array_index (need->options, guint, i);

      if (!strata_cover_is_open (cover, option))
        continue;
      if (only != STRATA_COVER_NO_BASE)
        return STRATA_COVER_NO_BASE;
      only = option;
    }

  return only;
}

static gboolean
keep_forced (StrataCover *cover)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < cover->needs->len; i++)
    {
      const StrataCoverNeed *need = strata_cover_get_need (cover, i);
      guint only = need->is_met ? STRATA_COVER_NO_BASE : find_only_option (cover, need);

      if (only == STRATA_COVER_NO_BASE)
        continue;
      strata_cover_keep (cover, only);
      changed = TRUE;
    }

  return changed;
}

static gboolean
is_useless (StrataCover             *cover,
            const StrataCoverOption *option)
{
  if (option->n_open > 0)
    return FALSE;
  for (guint i = 0; i < option->needs->len; i++)
    {
      if (!strata_cover_get_need (cover, g_array_index (option->needs, guint, i))->is_met)
        return FALSE;
    }

  return TRUE;
}

/* What stands on another comes later, and goes first. */
static gboolean
cut_useless (StrataCover *cover)
{
  gboolean changed = FALSE;

  for (guint i = cover->options->len; i-- > 0;)
    {
      if (!strata_cover_is_open (cover, i) || !is_useless (cover, strata_cover_get_option (cover, i)))
        continue;
      strata_cover_cut (cover, i);
      changed = TRUE;
    }

  return changed;
}

static gboolean
meets (const StrataCoverOption *option,
       guint                    need)
{
  return g_array_binary_search (option->needs, &need, strata_cover_compare_numbers, NULL);
}

static gboolean
meets_all_of (StrataCover             *cover,
              const StrataCoverOption *option,
              const StrataCoverOption *other)
{
  for (guint i = 0; i < other->needs->len; i++)
    {
      guint need = g_array_index (other->needs, guint, i);

      if (!strata_cover_get_need (cover, need)->is_met && !meets (option, need))
        return FALSE;
    }

  return TRUE;
}

/* Whether any choice with `worse` is outdone by the one with `better` in its
 * place: it meets as much, brings no base along that was not there, and
 * weighs less, or as much and comes earlier. */
static gboolean
outdoes (StrataCover *cover,
         guint        better,
         guint        worse)
{
  const StrataCoverOption *one = strata_cover_get_option (cover, better);
  const StrataCoverOption *other = strata_cover_get_option (cover, worse);

  if (!strata_cover_is_open (cover, better) || stands_alone (one) != stands_alone (other))
    return FALSE;
  if (one->weight > other->weight || (one->weight == other->weight && better > worse))
    return FALSE;
  if (!stands_alone (one) && one->base != other->base && strata_cover_is_open (cover, one->base))
    return FALSE;

  return meets_all_of (cover, one, other);
}

/* Only options that meet the same need can outdo each other: the need that
 * has the fewest is looked through. */
static const GArray *
find_rivals (StrataCover             *cover,
             const StrataCoverOption *option)
{
  const GArray *fewest = NULL;

  for (guint i = 0; i < option->needs->len; i++)
    {
      const StrataCoverNeed *need = strata_cover_get_need (cover, g_array_index (option->needs, guint, i));

      if (!need->is_met && (fewest == NULL || need->options->len < fewest->len))
        fewest = need->options;
    }

  return fewest;
}

static gboolean
is_outdone (StrataCover *cover,
            guint        option)
{
  const StrataCoverOption *candidate = strata_cover_get_option (cover, option);
  const GArray *rivals = candidate->n_open > 0 ? NULL : find_rivals (cover, candidate);

  for (guint i = 0; rivals != NULL && i < rivals->len; i++)
    {
      guint rival = g_array_index (rivals, guint, i);

      if (rival != option && outdoes (cover, rival, option))
        return TRUE;
    }

  return FALSE;
}

static gboolean
cut_outdone (StrataCover *cover)
{
  gboolean changed = FALSE;

  for (guint i = cover->options->len; i-- > 0;)
    {
      if (!strata_cover_is_open (cover, i) || !is_outdone (cover, i))
        continue;
      strata_cover_cut (cover, i);
      changed = TRUE;
    }

  return changed;
}

/**
 * strata_cover_reduce:
 * @cover: a problem
 *
 * Decides, until nothing more can be said: what weighs less than nothing is
 * kept; the only option of a need is kept; what meets no need that is left is
 * cut; what another option outdoes is cut. Each holds for the best choice,
 * ties included.
 */
void
strata_cover_reduce (StrataCover *cover)
{
  keep_gifts (cover);
  while (keep_forced (cover) || cut_useless (cover) || cut_outdone (cover))
    continue;
}
